#include "core/check/options.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "core/check/suggest.h"

namespace proclint {

OptionError unknown_option(Value option, std::string_view known) {
  std::vector<std::string_view> names;
  for (std::string_view rest = known; !rest.empty();) {
    const std::size_t comma = std::min(rest.find(", "), rest.size());
    names.push_back(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 2, rest.size()));
  }
  return {option.key(),
          "there is no option \"" + std::string(option.key().text()) + "\"; " +
              did_you_mean(option.key().text(), names, "there are " + std::string(known))};
}

std::optional<OptionError> read_texts(Value option, std::vector<std::string_view>& out) {
  const std::string name = '"' + std::string(option.key().text()) + '"';
  if (!option.is(Kind::list)) return OptionError{option, name + " is a list of texts"};
  out.reserve(out.size() + option.size());
  for (const Value each : option.children()) {
    if (!each.is(Kind::string) || each.text().find_first_not_of(' ') == std::string_view::npos) {
      return OptionError{each, name + " holds texts that are not blank"};
    }
    out.push_back(each.text());
  }
  return std::nullopt;
}

std::optional<OptionError> read_text(Value option, std::string_view& out) {
  if (!option.is(Kind::string) || option.text().find_first_not_of(' ') == std::string_view::npos) {
    return OptionError{option,
                       '"' + std::string(option.key().text()) + "\" is a text, and not blank"};
  }
  out = option.text();
  return std::nullopt;
}

std::optional<OptionError> read_key_or_value(Value option, bool& is_key) {
  const bool is_text = option.is(Kind::string);
  is_key = is_text && option.text() == "key";
  if (is_key || (is_text && option.text() == "value")) return std::nullopt;
  return OptionError{option, '"' + std::string(option.key().text()) + "\" is key or value"};
}

std::optional<OptionError> read_count(Value option, std::uint32_t& out) {
  static constexpr std::uint32_t kMax = 1000000;
  if (option.is(Kind::number)) {
    const std::string_view text = option.text();
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (problem == std::errc() && end == text.data() + text.size() && out <= kMax) {
      return std::nullopt;
    }
  }
  return OptionError{option, '"' + std::string(option.key().text()) +
                                 "\" is a whole number from 0 to " + std::to_string(kMax)};
}

}  // namespace proclint
