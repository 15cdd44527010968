#include "core/source/uri.h"

#include <vector>

namespace proclint {
namespace {

bool is_absolute(std::string_view path) { return path.starts_with('/'); }

// Without `.` and empty segments, and with `..` taken back where a name stands before it (RFC 3986,
// 5.2.4: a consumer would do the same).
std::string normal(std::string_view path) {
  std::vector<std::string_view> segments;
  for (std::size_t begin = 0; begin < path.size();) {
    std::size_t end = path.find('/', begin);
    if (end == std::string_view::npos) end = path.size();
    const std::string_view segment = path.substr(begin, end - begin);
    begin = end + 1;
    if (segment.empty() || segment == ".") continue;
    const bool is_up = segment == "..";
    if (is_up && !segments.empty() && segments.back() != "..") {
      segments.pop_back();
    } else if (!is_up || !is_absolute(path)) {
      segments.push_back(segment);
    }
  }
  std::string out(is_absolute(path) ? "/" : "");
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (i > 0) out += '/';
    out += segments[i];
  }
  return out;
}

// pchar (RFC 3986, 3.3) without the colon, which a relative reference may not have in its first
// segment, and the slash between segments.
bool is_path_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~!$&'()*+,;=@/").find(c) != std::string_view::npos;
}

std::string percent_encoded(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    if (is_path_character(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  }
  return out;
}

}  // namespace

std::string artifact_uri(std::string_view path, std::string_view folder) {
  std::string whole = normal(path);
  const std::string root = normal(folder);
  if (!is_absolute(whole)) {
    const bool leads_out = whole == ".." || whole.starts_with("../");
    if (!leads_out || !is_absolute(root)) return percent_encoded(whole);
    whole = normal(root + "/" + whole);
  }
  const std::string below = root == "/" ? root : root + "/";
  if (is_absolute(root) && whole.size() > below.size() && whole.starts_with(below)) {
    return percent_encoded(std::string_view(whole).substr(below.size()));
  }
  return "file://" + percent_encoded(whole);
}

}  // namespace proclint
