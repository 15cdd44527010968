#include <algorithm>

#include "core/check/formats_detail.h"

namespace proclint::formats {
namespace {

// RFC 1035, section 2.3.4: 255 octets on the wire are 253 characters as written.
constexpr std::size_t kMaxHostname = 253;
constexpr std::size_t kMaxLabel = 63;
// RFC 5321, section 4.5.3.1.1.
constexpr std::size_t kMaxLocalPart = 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// The text before the next `separator`, taken away with it from `text`.
std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t end = text.find(separator);
  const std::string_view out = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return out;
}

bool starts_with_ace(std::string_view label) {
  return label.size() >= 4 && (label[0] == 'x' || label[0] == 'X') &&
         (label[1] == 'n' || label[1] == 'N') && label[2] == '-' && label[3] == '-';
}

bool is_plain_label(std::string_view label) {
  if (label.empty() || label.size() > kMaxLabel) return false;
  if (label.front() == '-' || label.back() == '-') return false;
  return std::all_of(label.begin(), label.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

bool is_label(std::string_view label) {
  if (!is_plain_label(label)) return false;
  if (label.size() < 4 || label[2] != '-' || label[3] != '-') return true;
  return starts_with_ace(label) && is_idn_label(label);  // other "--" are reserved (RFC 5891)
}

bool is_name(std::string_view text, bool (*is_part)(std::string_view)) {
  if (text.empty() || text.size() > kMaxHostname || text.back() == '.') return false;
  while (!text.empty()) {
    if (!is_part(take_until(text, '.'))) return false;
  }
  return true;
}

bool is_atext(char c) {
  return is_letter(c) || is_digit(c) ||
         std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_quoted_local(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return false;
  text = text.substr(1, text.size() - 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && ++i == text.size()) return false;
    if (is_ascii(text[i]) && (text[i] < ' ' || text[i] > '~')) return false;
    if (text[i] == '"' && (i == 0 || text[i - 1] != '\\')) return false;
  }
  return true;
}

bool is_local_part(std::string_view text, bool allows_unicode) {
  if (text.empty() || text.size() > kMaxLocalPart) return false;
  if (!allows_unicode && !std::all_of(text.begin(), text.end(), is_ascii)) return false;
  if (text.front() == '"') return is_quoted_local(text);
  if (text.back() == '.') return false;
  while (!text.empty()) {
    const std::string_view atom = take_until(text, '.');
    if (atom.empty() || !std::all_of(atom.begin(), atom.end(),
                                     [](char c) { return !is_ascii(c) || is_atext(c); })) {
      return false;
    }
  }
  return true;
}

bool is_address_literal(std::string_view text) {
  if (text.size() < 2 || text.back() != ']') return false;
  text = text.substr(1, text.size() - 2);
  constexpr std::string_view kTag = "IPv6:";
  const bool is_v6 = text.size() > kTag.size() &&
                     std::equal(kTag.begin(), kTag.end(), text.begin(), [](char a, char b) {
                       return a == b || (is_letter(a) && (a ^ 0x20) == b);
                     });
  return is_v6 ? is_ipv6(text.substr(kTag.size())) : is_ipv4(text);
}

bool is_mailbox(std::string_view text, bool allows_unicode) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos) return false;
  if (!is_local_part(text.substr(0, at), allows_unicode)) return false;
  const std::string_view domain = text.substr(at + 1);
  if (domain.starts_with('[')) return is_address_literal(domain);
  return allows_unicode ? is_idn_mail_domain(domain) : is_hostname(domain);
}

}  // namespace

bool is_hostname(std::string_view text) { return is_name(text, is_label); }
bool is_plain_hostname(std::string_view text) { return is_name(text, is_plain_label); }

bool is_email(std::string_view text) { return is_mailbox(text, false); }
bool is_idn_email(std::string_view text) { return is_mailbox(text, true); }

bool is_ipv4(std::string_view text) {
  if (text.empty() || text.back() == '.') return false;
  int parts = 0;
  while (!text.empty()) {
    const std::string_view part = take_until(text, '.');
    if (part.empty() || part.size() > 3 || !std::all_of(part.begin(), part.end(), is_digit)) {
      return false;
    }
    if (part.size() > 1 && part.front() == '0') return false;  // read as octal by some
    int value = 0;
    for (const char c : part) value = value * 10 + (c - '0');
    if (value > 255) return false;
    ++parts;
  }
  return parts == 4;
}

bool is_ipv6(std::string_view text) {
  int groups = 0;
  bool has_gap = false;
  if (text.starts_with("::")) {
    has_gap = true;
    text.remove_prefix(2);
    if (text.empty()) return true;
  }
  for (;;) {
    const std::size_t end = std::min(text.find(':'), text.size());
    const std::string_view group = text.substr(0, end);
    if (end == text.size() && group.find('.') != std::string_view::npos) {
      if (!is_ipv4(group)) return false;
      groups += 2;
      break;
    }
    if (group.empty() || group.size() > 4 || !std::all_of(group.begin(), group.end(), is_hex)) {
      return false;
    }
    ++groups;
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
    if (text.starts_with(':')) {
      if (has_gap) return false;
      has_gap = true;
      text.remove_prefix(1);
      if (text.empty()) break;
    } else if (text.empty()) {
      return false;
    }
  }
  return has_gap ? groups <= 7 : groups == 8;
}

}  // namespace proclint::formats
