#include "core/report/unified_diff.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/report/line_diff.h"
#include "core/report/visible.h"

namespace proclint {
namespace {

constexpr std::uint32_t kContext = 3;

using Texts = std::vector<std::string_view>;

// With their line ends: LF only, which is all that patch(1) knows.
Texts lines_of(std::string_view text) {
  Texts out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

// The same number for equal lines, from 0.
class Numbers {
 public:
  std::vector<std::uint32_t> of(const Texts& lines) {
    std::vector<std::uint32_t> out;
    out.reserve(lines.size());
    for (const std::string_view line : lines) {
      out.push_back(
          known_.try_emplace(line, static_cast<std::uint32_t>(known_.size())).first->second);
    }
    return out;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> known_;
};

// As GNU diff writes it: quoted when it has to be, and with a tab behind it when it has blanks,
// which patch(1) would take for its end.
std::string name_of(std::string_view path) {
  const bool is_plain = std::all_of(path.begin(), path.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F && c != '"' && c != '\\';
  });
  std::string out;
  if (is_plain) {
    out = path;
    if (path.find(' ') != std::string_view::npos) out += '\t';
    return out;
  }
  out = '"';
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append({'\\', c});
    } else if (byte < 0x20 || byte == 0x7F) {
      out.append({'\\', static_cast<char>('0' + (byte >> 6U)),
                  static_cast<char>('0' + ((byte >> 3U) & 7U)),
                  static_cast<char>('0' + (byte & 7U))});
    } else {
      out += c;
    }
  }
  return out += '"';
}

void append_lines(std::string& out, char sign, const Texts& lines, std::uint32_t begin,
                  std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    out += sign;
    out += lines[i];
    if (lines[i].back() != '\n') out += "\n\\ No newline at end of file\n";
  }
}

// "12,3"; a range of no lines is named by the line before it.
std::string range(std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t count = end - begin;
  std::string out = std::to_string(count == 0 ? begin : begin + 1);
  if (count != 1) out += ',' + std::to_string(count);
  return out;
}

class UnifiedDiff {
 public:
  UnifiedDiff(const Texts& before, const Texts& after) : before_(before), after_(after) {}

  // Changes that share their context, with the equal lines around and between them.
  void hunk(std::string& out, const Change* begin, const Change* end) const {
    const Change& first = *begin;
    const Change& last = *(end - 1);
    const std::uint32_t lead = std::min(kContext, first.before_begin);
    const std::uint32_t tail =
        std::min(kContext, static_cast<std::uint32_t>(before_.size()) - last.before_end);
    out += "@@ -" + range(first.before_begin - lead, last.before_end + tail) + " +" +
           range(first.after_begin - lead, last.after_end + tail) + " @@\n";
    std::uint32_t at = first.before_begin - lead;
    for (const Change* change = begin; change != end; ++change) {
      append_lines(out, ' ', before_, at, change->before_begin);
      append_lines(out, '-', before_, change->before_begin, change->before_end);
      append_lines(out, '+', after_, change->after_begin, change->after_end);
      at = change->before_end;
    }
    append_lines(out, ' ', before_, at, at + tail);
  }

 private:
  const Texts& before_;
  const Texts& after_;
};

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const Texts old_lines = lines_of(before);
  const Texts new_lines = lines_of(after);
  Numbers numbers;
  const std::vector<std::uint32_t> old_numbers = numbers.of(old_lines);
  const std::vector<Change> changes = line_diff(old_numbers, numbers.of(new_lines));
  std::string out = "--- " + name_of(path) + "\n+++ " + name_of(path) + '\n';
  const UnifiedDiff diff(old_lines, new_lines);
  const Change* const end = changes.data() + changes.size();
  for (const Change* begin = changes.data(); begin != end;) {
    const Change* next = begin + 1;
    while (next != end && next->before_begin - (next - 1)->before_end <= 2 * kContext) ++next;
    diff.hunk(out, begin, next);
    begin = next;
  }
  return out;
}

std::string visible_diff(std::string_view diff, bool has_color) {
  constexpr std::string_view kReset = "\x1b[0m";
  std::string out;
  std::size_t files_left = 2;  // "---" and "+++" begin the diff; behind them they are content
  for (std::string_view line : lines_of(diff)) {
    if (line.back() == '\n') line.remove_suffix(1);
    std::string_view color;
    if (files_left > 0) {
      --files_left;
      color = "\x1b[1m";
      if (line.back() == '\t') line.remove_suffix(1);
    } else if (line.starts_with('-')) {
      color = "\x1b[31m";
    } else if (line.starts_with('+')) {
      color = "\x1b[32m";
    } else if (line.starts_with('@')) {
      color = "\x1b[36m";
    }
    if (!has_color) color = {};
    out += color;
    append_visible(out, line);
    if (!color.empty()) out += kReset;
    out += '\n';
  }
  return out;
}

}  // namespace proclint
