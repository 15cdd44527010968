#include <algorithm>
#include <array>

#include "core/check/formats_detail.h"
#include "core/source/utf8.h"

namespace proclint::formats {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char32_t c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_one_of(char32_t c, std::string_view set) {
  return c < 0x80 && set.find(static_cast<char>(c)) != std::string_view::npos;
}

// What an ASCII character is to RFC 3986, as bits.
constexpr unsigned kPlain = 1;  // unreserved, or a sub-delimiter
constexpr unsigned kColon = 2;
constexpr unsigned kAt = 4;
constexpr unsigned kSlash = 8;
constexpr unsigned kQuestion = 16;
constexpr unsigned kPath = kColon | kAt | kSlash;
constexpr unsigned kQuery = kPath | kQuestion;

constexpr auto kClasses = [] {
  std::array<std::uint8_t, 0x80> out{};
  constexpr std::string_view kAll =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=";
  for (const char c : kAll) out[static_cast<unsigned char>(c)] = kPlain;
  out[':'] = kColon;
  out['@'] = kAt;
  out['/'] = kSlash;
  out['?'] = kQuestion;
  return out;
}();

// Whether a percent sign and two digits stand there.
bool is_encoded(std::string_view text) {
  return text.size() >= 3 && text.front() == '%' && is_hex(static_cast<unsigned char>(text[1])) &&
         is_hex(static_cast<unsigned char>(text[2]));
}

// RFC 3987, section 2.2.
bool is_ucschar(char32_t c) {
  if (c < 0xA0) return false;
  if (c <= 0xD7FF || (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFEF)) return true;
  return c >= 0x10000 && c <= 0xEFFFD && (c & 0xFFFFU) <= 0xFFFD && (c < 0xE0000 || c >= 0xE1000);
}
bool is_iprivate(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) ||
         (c >= 0x100000 && c <= 0x10FFFD);
}

// Whether all of `text` is plain, percent-encoded or of the classes `more`.
bool is_made_of(std::string_view text, unsigned more, bool is_iri, bool allows_private = false) {
  std::size_t i = 0;
  while (i < text.size()) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < kClasses.size()) {
      if ((kClasses[byte] & (kPlain | more)) == 0 && !is_encoded(text.substr(i))) return false;
      ++i;
      continue;
    }
    const utf8::Step step = utf8::decode(text.substr(i));
    const char32_t c = step.codepoint;
    if (!step.valid || !((is_iri && is_ucschar(c)) || (allows_private && is_iprivate(c)))) {
      return false;
    }
    i += step.size;
  }
  return true;
}

bool is_future_address(std::string_view text) {
  if (text.empty() || (text.front() != 'v' && text.front() != 'V')) return false;
  text.remove_prefix(1);
  const std::size_t dot = text.find('.');
  if (dot == 0 || dot == std::string_view::npos || dot + 1 == text.size()) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(dot),
                     [](char c) { return is_hex(static_cast<unsigned char>(c)); }) &&
         text.find('%') == std::string_view::npos &&
         is_made_of(text.substr(dot + 1), kColon, false);
}

bool is_authority(std::string_view text, bool is_iri) {
  if (const std::size_t at = text.find('@'); at != std::string_view::npos) {
    if (!is_made_of(text.substr(0, at), kColon, is_iri)) return false;
    text.remove_prefix(at + 1);
  }
  std::string_view port;
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) return false;
    const std::string_view address = text.substr(1, end - 1);
    if (!is_ipv6(address) && !is_future_address(address)) return false;
    port = text.substr(end + 1);
  } else {
    const std::size_t colon = std::min(text.find(':'), text.size());
    if (!is_made_of(text.substr(0, colon), 0, is_iri)) return false;
    port = text.substr(colon);
  }
  if (port.empty()) return true;
  return port.front() == ':' && std::all_of(port.begin() + 1, port.end(), [](char c) {
           return is_digit(static_cast<unsigned char>(c));
         });
}

// The scheme with its colon; 0 if there is none.
std::size_t scheme_size(std::string_view text) {
  if (text.empty() || !is_letter(static_cast<unsigned char>(text.front()))) return 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == ':') return i + 1;
    if (!is_letter(c) && !is_digit(c) && !is_one_of(c, "+-.")) return 0;
  }
  return 0;
}

bool is_reference(std::string_view text, bool is_iri, bool needs_scheme) {
  const std::size_t scheme = scheme_size(text);
  if (scheme == 0 && needs_scheme) return false;
  text.remove_prefix(scheme);
  if (const std::size_t at = text.find('#'); at != std::string_view::npos) {
    if (!is_made_of(text.substr(at + 1), kQuery, is_iri)) return false;
    text = text.substr(0, at);
  }
  if (const std::size_t at = text.find('?'); at != std::string_view::npos) {
    if (!is_made_of(text.substr(at + 1), kQuery, is_iri, is_iri)) return false;
    text = text.substr(0, at);
  }
  if (text.starts_with("//")) {
    text.remove_prefix(2);
    const std::size_t end = std::min(text.find('/'), text.size());
    if (!is_authority(text.substr(0, end), is_iri)) return false;
    text.remove_prefix(end);
  } else if (scheme == 0 && text.substr(0, text.find('/')).find(':') != std::string_view::npos) {
    return false;  // a first segment with a colon would be read as a scheme
  }
  return is_made_of(text, kPath, is_iri);
}

// RFC 6570, section 2.3: a variable with its modifier.
bool is_variable(std::string_view text) {
  if (text.ends_with('*')) {
    text.remove_suffix(1);
  } else if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
    const std::string_view length = text.substr(colon + 1);
    if (length.empty() || length.size() > 4 || length.front() == '0') return false;
    if (!std::all_of(length.begin(), length.end(),
                     [](char c) { return is_digit(static_cast<unsigned char>(c)); })) {
      return false;
    }
    text = text.substr(0, colon);
  }
  if (text.empty() || text.front() == '.' || text.back() == '.') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '%') {
      if (!is_encoded(text.substr(i))) return false;
      i += 2;
    } else if (c == '.' ? text[i - 1] == '.' : !is_letter(c) && !is_digit(c) && c != '_') {
      return false;
    }
  }
  return true;
}

bool is_expression(std::string_view text) {
  if (!text.empty() && is_one_of(static_cast<unsigned char>(text.front()), "+#./;?&=,!@|")) {
    text.remove_prefix(1);
  }
  for (;;) {
    const std::size_t comma = text.find(',');
    if (!is_variable(text.substr(0, comma))) return false;
    if (comma == std::string_view::npos) return true;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace

bool is_uri(std::string_view text) { return is_reference(text, false, true); }
bool is_uri_reference(std::string_view text) { return is_reference(text, false, false); }
bool is_iri(std::string_view text) { return is_reference(text, true, true); }
bool is_iri_reference(std::string_view text) { return is_reference(text, true, false); }

bool is_uri_template(std::string_view text) {
  while (!text.empty()) {
    if (text.front() == '{') {
      const std::size_t end = text.find('}');
      if (end == std::string_view::npos || !is_expression(text.substr(1, end - 1))) return false;
      text.remove_prefix(end + 1);
      continue;
    }
    const utf8::Step step = utf8::decode(text);
    const char32_t c = step.codepoint;
    if (!step.valid || c <= ' ' || c == 0x7F || is_one_of(c, "\"<>\\^`|}")) return false;
    if (c >= 0x80 && !is_ucschar(c) && !is_iprivate(c)) return false;
    if (c == '%' && !is_encoded(text)) return false;
    text.remove_prefix(step.size);
  }
  return true;
}

bool is_json_pointer(std::string_view text) {
  if (!text.empty() && text.front() != '/') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '~') continue;
    if (i + 1 == text.size() || (text[i + 1] != '0' && text[i + 1] != '1')) return false;
  }
  return true;
}

bool is_relative_json_pointer(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(static_cast<unsigned char>(text[digits]))) ++digits;
  if (digits == 0 || (digits > 1 && text.front() == '0')) return false;
  text.remove_prefix(digits);
  return text == "#" || is_json_pointer(text);
}

}  // namespace proclint::formats
