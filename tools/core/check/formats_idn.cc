#include <idn2.h>
#include <utf8proc.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "core/check/formats_detail.h"
#include "core/source/utf8.h"

namespace proclint::formats {
namespace {

// RFC 1035, section 2.3.4: 255 octets on the wire are 253 characters as written.
constexpr std::size_t kMaxName = 253;
// No U-label whose A-label has 63 octets is longer than this; keeps libidn2's work small.
constexpr std::size_t kMaxLabelBytes = 256;
// As many labels as kMaxName allows.
constexpr std::size_t kMaxLabels = 127;

struct Free {
  void operator()(void* text) const { idn2_free(text); }
};
template <class T>
using Owner = std::unique_ptr<T, Free>;

const std::uint8_t* bytes(const std::string& text) {
  return reinterpret_cast<const std::uint8_t*>(text.c_str());
}

bool is_ace(std::string_view label) {
  return label.size() >= 4 && (label[0] | 0x20) == 'x' && (label[1] | 0x20) == 'n' &&
         label[2] == '-' && label[3] == '-';
}

// A label in both its forms; both empty if it is invalid.
struct Label {
  std::string ascii;
  std::string unicode;
};

// Registration, not lookup: it applies all of RFC 5891, section 4.2, contextual rules included.
Label parse(std::string_view label) {
  if (label.empty() || label.size() > kMaxLabelBytes) return {};
  if (label.find('\0') != std::string_view::npos) return {};
  const std::string text(label);
  std::uint8_t* ascii = nullptr;
  const int status = is_ace(label) ? idn2_register_u8(nullptr, bytes(text), &ascii, 0)
                                   : idn2_register_u8(bytes(text), nullptr, &ascii, 0);
  const Owner<std::uint8_t> ascii_owner(ascii);
  if (status != IDN2_OK || ascii == nullptr) return {};
  Label out{reinterpret_cast<const char*>(ascii), text};
  if (is_ace(label)) {
    char* unicode = nullptr;
    const int decoded = idn2_to_unicode_8z8z(text.c_str(), &unicode, 0);
    const Owner<char> unicode_owner(unicode);
    if (decoded != IDN2_OK) return {};
    out.unicode = unicode;
  }
  return out;
}

using Bidi = std::vector<int>;

Bidi bidi_classes(std::string_view label) {
  Bidi out;
  while (!label.empty()) {
    const utf8::Step step = utf8::decode(label);
    const auto codepoint = static_cast<utf8proc_int32_t>(step.codepoint);
    out.push_back(utf8proc_get_property(codepoint)->bidi_class);
    label.remove_prefix(step.size);
  }
  return out;
}

bool has(const Bidi& classes, int wanted) {
  return std::find(classes.begin(), classes.end(), wanted) != classes.end();
}

bool is_right_to_left(const Bidi& classes) {
  return has(classes, UTF8PROC_BIDI_CLASS_R) || has(classes, UTF8PROC_BIDI_CLASS_AL) ||
         has(classes, UTF8PROC_BIDI_CLASS_AN);
}

// RFC 5893, section 2.
bool keeps_bidi_rule(const Bidi& classes) {
  const auto is_one_of = [](int value, std::initializer_list<int> allowed) {
    return std::find(allowed.begin(), allowed.end(), value) != allowed.end();
  };
  const auto are_all = [&](std::initializer_list<int> allowed) {
    return std::all_of(classes.begin(), classes.end(),
                       [&](int value) { return is_one_of(value, allowed); });
  };
  const auto last = std::find_if(classes.rbegin(), classes.rend(),
                                 [](int value) { return value != UTF8PROC_BIDI_CLASS_NSM; });
  if (last == classes.rend()) return false;
  if (classes.front() == UTF8PROC_BIDI_CLASS_L) {
    return are_all({UTF8PROC_BIDI_CLASS_L, UTF8PROC_BIDI_CLASS_EN, UTF8PROC_BIDI_CLASS_ES,
                    UTF8PROC_BIDI_CLASS_CS, UTF8PROC_BIDI_CLASS_ET, UTF8PROC_BIDI_CLASS_ON,
                    UTF8PROC_BIDI_CLASS_BN, UTF8PROC_BIDI_CLASS_NSM}) &&
           is_one_of(*last, {UTF8PROC_BIDI_CLASS_L, UTF8PROC_BIDI_CLASS_EN});
  }
  return is_one_of(classes.front(), {UTF8PROC_BIDI_CLASS_R, UTF8PROC_BIDI_CLASS_AL}) &&
         are_all({UTF8PROC_BIDI_CLASS_R, UTF8PROC_BIDI_CLASS_AL, UTF8PROC_BIDI_CLASS_AN,
                  UTF8PROC_BIDI_CLASS_EN, UTF8PROC_BIDI_CLASS_ES, UTF8PROC_BIDI_CLASS_CS,
                  UTF8PROC_BIDI_CLASS_ET, UTF8PROC_BIDI_CLASS_ON, UTF8PROC_BIDI_CLASS_BN,
                  UTF8PROC_BIDI_CLASS_NSM}) &&
         is_one_of(*last, {UTF8PROC_BIDI_CLASS_R, UTF8PROC_BIDI_CLASS_AL, UTF8PROC_BIDI_CLASS_EN,
                           UTF8PROC_BIDI_CLASS_AN}) &&
         !(has(classes, UTF8PROC_BIDI_CLASS_EN) && has(classes, UTF8PROC_BIDI_CLASS_AN));
}

// RFC 3490, section 3.1: the ideographic and wide full stops are dots too.
std::size_t dot_size(std::string_view text) {
  if (text.starts_with('.')) return 1;
  for (const std::string_view dot : {"\u3002", "\uFF0E", "\uFF61"}) {
    if (text.starts_with(dot)) return dot.size();
  }
  return 0;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

bool is_idn_label(std::string_view label) { return !parse(label).ascii.empty(); }

bool is_idn_hostname(std::string_view text) {
  if (text.size() > 4 * kMaxName) return false;
  std::vector<Bidi> labels;
  std::size_t size = 0;
  for (;;) {
    std::size_t end = 0;
    while (end < text.size() && dot_size(text.substr(end)) == 0) ++end;
    const std::string_view written = text.substr(0, end);
    if (is_ascii(written) && !is_hostname(written)) return false;
    const bool is_plain = is_ascii(written) && !is_ace(written);
    const Label label =
        is_plain ? Label{std::string(written), std::string(written)} : parse(written);
    if (label.ascii.empty() || labels.size() == kMaxLabels) return false;
    size += label.ascii.size() + (labels.empty() ? 0 : 1);
    labels.push_back(bidi_classes(label.unicode));
    if (end == text.size()) break;
    text.remove_prefix(end + dot_size(text.substr(end)));
  }
  if (size > kMaxName) return false;
  // One label that runs from right to left puts all labels under the rule.
  return std::none_of(labels.begin(), labels.end(), is_right_to_left) ||
         std::all_of(labels.begin(), labels.end(), keeps_bidi_rule);
}

bool is_idn_mail_domain(std::string_view text) {
  if (is_idn_hostname(text)) return true;
  // Mail programs normalise a domain before they use it.
  utf8proc_uint8_t* out = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &out,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size < 0) return false;
  const std::string normal(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
  std::free(out);  // NOLINT(cppcoreguidelines-no-malloc): that is how utf8proc allocates
  return is_idn_hostname(normal);
}

}  // namespace proclint::formats
