#include "core/read/page_code_line.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace proclint {
namespace {

constexpr std::uint32_t kLongestLine = 1000;  // many codes; bounds the work and the nodes
constexpr std::size_t kMostNameWords = 4;     // "HCPCS level II procedure"
constexpr std::uint32_t kLongestPlaceholder = 16;
constexpr std::uint32_t kLongestValue = 24;  // of a value on a line of its own
constexpr std::size_t kMostValuesAlone = 8;

bool is_of_no_break_space(std::string_view text, std::uint32_t at) {
  if (text[at] == '\xC2') return at + 1 < text.size() && text[at + 1] == '\xA0';
  return text[at] == '\xA0' && at > 0 && text[at - 1] == '\xC2';
}

// Whether the byte at `at` is a blank or part of a no-break space.
bool is_blank(std::string_view text, std::uint32_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) >= 0x80) return is_of_no_break_space(text, at);
  return c == ' ' || c == '\t' || c == '\r';
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool equals_lower(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
    return (is_upper(a) ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

// A cursor over the words of a line.
struct Words {
  std::string_view text;
  std::uint32_t at;
  std::uint32_t end;

  // The next word; empty at the end. A colon ends a word and is left in place.
  Span next() {
    while (at < end && is_blank(text, at)) ++at;
    const std::uint32_t begin = at;
    while (at < end && !is_blank(text, at) && text[at] != ':') ++at;
    return {begin, at};
  }
};

std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

// Whether a word begins with the name of a system that is in use, such as "icd10" or "CPT-4".
bool is_known_system(std::string_view word) {
  static constexpr std::array<std::string_view, 13> kNames{
      "cpt", "hcpcs", "cdt",  "icd", "snomed", "loinc", "opcs",
      "ops", "ccam",  "ichi", "ndc", "drg",    "ms"};
  const auto stop =
      std::find_if(word.begin(), word.end(), [](char c) { return !is_upper(c) && !is_lower(c); });
  const std::string_view stem = word.substr(0, static_cast<std::size_t>(stop - word.begin()));
  return std::any_of(kNames.begin(), kNames.end(),
                     [stem](std::string_view name) { return equals_lower(stem, name); });
}

bool is_in_capitals(std::string_view word) {
  return std::count_if(word.begin(), word.end(), is_upper) >= 2 &&
         std::none_of(word.begin(), word.end(), is_lower);
}

// "Procedure code" is a label even without a value; "Code" is one before a colon.
bool is_general_name(std::string_view name, bool has_colon) {
  if (name.empty()) return has_colon;
  static constexpr std::array<std::string_view, 4> kNames{"procedure", "medical", "billing",
                                                          "service"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [name](std::string_view known) { return equals_lower(name, known); });
}

// Adds the values of one part between commas.
void add_part(std::string_view text, Span part, std::vector<Span>& values) {
  while (!part.empty() && is_blank(text, part.begin)) ++part.begin;
  while (!part.empty() && is_blank(text, part.end - 1)) --part.end;
  if (part.empty()) return;
  const std::size_t first = values.size();
  bool is_one = false;
  for (std::uint32_t at = part.begin; at < part.end;) {
    std::uint32_t end = at;
    while (end < part.end && !is_blank(text, end)) ++end;
    const std::string_view word = slice(text, {at, end});
    // "to", "(both sides)", "-50": they belong to the code before them.
    if (!has_digit(word) || word.size() <= 2 || word[0] == '-') is_one = true;
    values.push_back({at, end});
    while (end < part.end && is_blank(text, end)) ++end;
    at = end;
  }
  if (!is_one) return;
  values.resize(first);
  values.push_back(part);
}

std::vector<Span> split_values(std::string_view text, Span span) {
  std::vector<Span> values;
  std::uint32_t begin = span.begin;
  for (std::uint32_t at = span.begin; at < span.end;) {
    std::uint32_t end = at;  // of the separator that begins here
    if (text[at] == ',' || text[at] == ';') {
      end = at + 1;
    } else if (is_blank(text, at)) {
      for (const std::string_view word : {"and", "or", "&"}) {
        const std::uint32_t stop = at + 1 + static_cast<std::uint32_t>(word.size());
        const bool is_word = stop < span.end && is_blank(text, stop) &&
                             equals_lower(slice(text, {at + 1, stop}), word);
        if (is_word) end = stop;
      }
    }
    if (end == at) {
      ++at;
      continue;
    }
    add_part(text, {begin, at}, values);
    begin = at = end;
  }
  add_part(text, {begin, span.end}, values);
  return values;
}

// What follows the label: [":"] and the values.
std::vector<Span> values_behind(std::string_view text, Span rest) {
  while (!rest.empty() && is_blank(text, rest.begin)) ++rest.begin;
  if (!rest.empty() && text[rest.begin] == ':') ++rest.begin;
  return split_values(text, rest);
}

bool first_has_digit(std::string_view text, const std::vector<Span>& values) {
  return !values.empty() && has_digit(slice(text, values.front()));
}

// "CPT 36415", "SNOMED CT 73761001": all values look like codes. "CPT" alone has none.
std::optional<CodeLine> without_the_word(std::string_view text, Words words, Span line) {
  Span system = words.next();
  if (!is_known_system(slice(text, system))) return std::nullopt;
  const bool is_upper_case = is_in_capitals(slice(text, system));
  if (equals_lower(slice(text, system), "snomed")) {
    if (const Span word = words.next(); equals_lower(slice(text, word), "ct"))
      system.end = word.end;
  }
  std::vector<Span> values = values_behind(text, {system.end, line.end});
  if (values.empty() && !is_upper_case) return std::nullopt;
  for (const Span value : values) {
    const std::string_view code = slice(text, value);
    if (!has_digit(code) || code.find(' ') != std::string_view::npos) return std::nullopt;
  }
  return CodeLine{system, system, std::move(values)};
}

}  // namespace

std::optional<CodeLine> parse_code_line(std::string_view text, Span line) {
  if (line.size() > kLongestLine) return std::nullopt;
  Words words{text, line.begin, line.end};
  Span system{line.begin, line.begin};
  for (std::size_t count = 0; count <= kMostNameWords; ++count) {
    const Span word = words.next();
    if (word.empty()) break;
    const std::string_view name = slice(text, word);
    if (!equals_lower(name, "code") && !equals_lower(name, "codes")) {
      system.end = word.end;
      continue;
    }
    const Span label{line.begin, word.end};
    std::vector<Span> values = values_behind(text, {word.end, line.end});
    const std::string_view first = slice(text, system).substr(0, slice(text, system).find(' '));
    const bool has_colon = words.at < line.end && text[words.at] == ':';
    const bool is_system = is_known_system(first) || is_in_capitals(first);
    // "CPT code n/a" is one, "CPT code descriptions by specialty" is not.
    const bool is_label = is_system && (has_colon || line.end - word.end <= kLongestPlaceholder);
    const bool is_bare = values.empty() && is_general_name(slice(text, system), has_colon);
    if (!is_label && !is_bare && !first_has_digit(text, values)) return std::nullopt;
    return CodeLine{label, system, std::move(values)};
  }
  return without_the_word(text, {text, line.begin, line.end}, line);
}

std::vector<Span> parse_code_values(std::string_view text, Span line) {
  if (line.size() > kLongestValue * kMostValuesAlone) return {};
  std::vector<Span> values = split_values(text, line);
  if (values.size() > kMostValuesAlone) return {};
  for (const Span value : values) {
    const std::string_view code = slice(text, value);
    const bool is_code = value.size() <= kLongestValue && has_digit(code) &&
                         code.find(' ') == std::string_view::npos &&
                         std::none_of(code.begin(), code.end(), is_lower);
    if (!is_code) return {};
  }
  return values;
}

}  // namespace proclint
