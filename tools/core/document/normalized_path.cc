#include "core/document/normalized_path.h"

#include <string_view>
#include <vector>

namespace proclint {
namespace {

// normal-name-selector: quotes, backslashes and controls are escaped, nothing else is.
void append_name(std::string& out, std::string_view name) {
  static constexpr std::string_view kEscaped = "\b\t\n\f\r'\\";
  static constexpr std::string_view kLetters = "btnfr'\\";
  static constexpr std::string_view kHexDigits = "0123456789abcdef";
  out += "['";
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (const std::size_t i = kEscaped.find(c); i != std::string_view::npos) {
      out += {'\\', kLetters[i]};
    } else if (byte < 0x20) {
      out += {'\\', 'u', '0', '0', kHexDigits[byte >> 4U], kHexDigits[byte & 0xFU]};
    } else {
      out += c;
    }
  }
  out += "']";
}

}  // namespace

std::string normalized_path(Value value, Positions& positions) {
  if (value.is(Kind::key)) value = Value(value.document(), value.id() + 1);
  std::vector<Value> steps;
  for (Value at = value; at.parent(); at = at.parent()) steps.push_back(at);
  std::string out = "$";
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (const Value key = step->key()) {
      append_name(out, key.text());
    } else {
      out += '[' + std::to_string(positions.index_of(*step)) + ']';
    }
  }
  return out;
}

}  // namespace proclint
