#include "core/check/schema_uri.h"

#include <algorithm>
#include <cstdint>

namespace proclint {
namespace {

// The five parts of RFC 3986, appendix B; a part that is absent differs from an empty one.
struct Parts {
  std::string_view scheme, authority, path, query, fragment;
  bool has_scheme = false, has_authority = false, has_query = false, has_fragment = false;
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t scheme_size(std::string_view text) {
  if (text.empty() || !is_letter(text.front())) return 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ':') return i;
    if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

Parts parse(std::string_view text) {
  Parts parts;
  if (const std::size_t at = text.find('#'); at != std::string_view::npos) {
    parts.has_fragment = true;
    parts.fragment = text.substr(at + 1);
    text = text.substr(0, at);
  }
  if (const std::size_t at = text.find('?'); at != std::string_view::npos) {
    parts.has_query = true;
    parts.query = text.substr(at + 1);
    text = text.substr(0, at);
  }
  if (const std::size_t size = scheme_size(text); size > 0) {
    parts.has_scheme = true;
    parts.scheme = text.substr(0, size);
    text.remove_prefix(size + 1);
  }
  if (text.starts_with("//")) {
    parts.has_authority = true;
    text.remove_prefix(2);
    const std::size_t end = std::min(text.find('/'), text.size());
    parts.authority = text.substr(0, end);
    text.remove_prefix(end);
  }
  parts.path = text;
  return parts;
}

void drop_last_segment(std::string& out) {
  const std::size_t slash = out.rfind('/');
  out.resize(slash == std::string::npos ? 0 : slash);
}

// RFC 3986, section 5.2.4.
std::string without_dot_segments(std::string_view in) {
  std::string out;
  while (!in.empty()) {
    if (in.starts_with("../")) {
      in.remove_prefix(3);
    } else if (in.starts_with("./") || in.starts_with("/./")) {
      in.remove_prefix(2);
    } else if (in == "/.") {
      in = "/";
    } else if (in.starts_with("/../")) {
      in.remove_prefix(3);
      drop_last_segment(out);
    } else if (in == "/..") {
      in = "/";
      drop_last_segment(out);
    } else if (in == "." || in == "..") {
      in = {};
    } else {
      const std::size_t end = std::min(in.find('/', 1), in.size());
      out.append(in.substr(0, end));
      in.remove_prefix(end);
    }
  }
  return out;
}

// RFC 3986, section 5.2.3.
std::string merged(const Parts& base, std::string_view path) {
  if (base.has_authority && base.path.empty()) return "/" + std::string(path);
  const std::size_t slash = base.path.rfind('/');
  if (slash == std::string_view::npos) return std::string(path);
  return std::string(base.path.substr(0, slash + 1)) + std::string(path);
}

}  // namespace

std::string resolve_uri(std::string_view base_text, std::string_view reference_text) {
  const Parts base = parse(base_text);
  Parts target = parse(reference_text);
  std::string path(target.path);
  if (target.has_scheme || target.has_authority) {
    path = without_dot_segments(path);
  } else if (path.empty()) {
    path = base.path;
    if (!target.has_query) {
      target.has_query = base.has_query;
      target.query = base.query;
    }
  } else {
    path = without_dot_segments(path.front() == '/' ? path : merged(base, path));
  }
  if (!target.has_scheme) {
    if (!target.has_authority) {
      target.has_authority = base.has_authority;
      target.authority = base.authority;
    }
    target.has_scheme = base.has_scheme;
    target.scheme = base.scheme;
  }
  std::string out;
  if (target.has_scheme) out.append(target.scheme).append(":");
  if (target.has_authority) out.append("//").append(target.authority);
  out.append(path);
  if (target.has_query) out.append("?").append(target.query);
  if (target.has_fragment) out.append("#").append(target.fragment);
  return out;
}

SplitUri split_fragment(std::string_view uri) {
  const std::size_t at = uri.find('#');
  if (at == std::string_view::npos) return {uri, {}};
  return {uri.substr(0, at), uri.substr(at + 1)};
}

std::string percent_decoded(std::string_view text) {
  const auto digit = [](char c) -> int {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 &&
        digit(text[i + 2]) >= 0) {
      out.push_back(static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])));
      i += 2;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

}  // namespace proclint
