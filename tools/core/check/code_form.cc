#include "core/check/code_form.h"

#include <charconv>
#include <utility>

namespace proclint {
namespace {

// Longer than any code; keeps what a count in the table may ask for small.
constexpr std::size_t kMaxPlaces = 32;

struct Part {
  CodePlace place;
  std::size_t min = 1;
  std::size_t max = 1;
};

// Reads the parts of a pattern; `rest` is what is still unread.
class Parser {
 public:
  explicit Parser(std::string_view pattern) : rest_(pattern) {}

  bool at_end() const { return rest_.empty(); }

  bool part(Part& out) {
    const bool is_class = rest_.front() == '[';
    return (is_class ? char_class(out.place) : character(out.place)) && count(out);
  }

 private:
  bool take(char& c) {
    if (rest_.empty()) return false;
    c = rest_.front();
    rest_.remove_prefix(1);
    if (c != '\\') return true;
    if (rest_.empty()) return false;
    c = rest_.front();
    rest_.remove_prefix(1);
    return true;
  }

  bool character(CodePlace& place) {
    static constexpr std::string_view kSyntax = ".*+?()|^${}]";
    char c = 0;
    if (kSyntax.find(rest_.front()) != std::string_view::npos || !take(c)) return false;
    place.add(c);
    return true;
  }

  bool char_class(CodePlace& place) {
    rest_.remove_prefix(1);
    while (!rest_.empty() && rest_.front() != ']') {
      char first = 0;
      if (!take(first)) return false;
      char last = first;
      if (rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']') {
        rest_.remove_prefix(1);
        if (!take(last)) return false;
      }
      if (first < 0 || last < first) return false;
      for (int c = first; c <= last; ++c) place.add(static_cast<char>(c));
    }
    if (rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool number(std::size_t& out) {
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), out);
    if (error != std::errc() || out > kMaxPlaces) return false;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return true;
  }

  bool count(Part& part) {
    if (rest_.empty() || rest_.front() != '{') return true;
    rest_.remove_prefix(1);
    if (!number(part.min)) return false;
    part.max = part.min;
    if (!rest_.empty() && rest_.front() == ',') {
      rest_.remove_prefix(1);
      if (!number(part.max)) return false;
    }
    if (rest_.empty() || rest_.front() != '}' || part.max < part.min) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view rest_;
};

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// "a digit" and the like for the characters first to last, of which `missing` may be left out.
void append_range(const CodePlace& place, char first, char last, std::string_view name,
                  std::vector<std::string>& words) {
  std::string some;
  std::string missing;
  for (char c = first; c <= last; ++c) {
    std::string& list = place.allows(c) ? some : missing;
    if (!list.empty()) list += ", ";
    list += c;
  }
  if (some.empty()) return;
  std::string text;
  if (missing.size() > some.size()) {
    text = some;
  } else {
    text = name;
    if (!missing.empty()) text += " other than " + missing;
  }
  words.push_back(std::move(text));
}

}  // namespace

char CodePlace::separator() const {
  char found = '\0';
  for (char c = ' '; c < '\x7F'; ++c) {
    if (!allows(c)) continue;
    if (found != '\0' || is_letter_or_digit(c)) return '\0';
    found = c;
  }
  return found;
}

std::string CodePlace::words() const {
  if (const char c = separator(); c != '\0') {
    return c == '.' ? "a point" : c == '-' ? "a hyphen" : '"' + std::string(1, c) + '"';
  }
  std::vector<std::string> words;
  append_range(*this, '0', '9', "a digit", words);
  append_range(*this, 'A', 'Z', "a capital letter", words);
  append_range(*this, 'a', 'z', "a small letter", words);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

std::size_t CodeForm::matching(std::string_view text) const {
  std::size_t i = 0;
  while (i < text.size() && i < places.size() && places[i].allows(text[i])) ++i;
  return i;
}

bool CodeForm::fits(std::string_view text) const {
  if (text.size() != places.size() || matching(text) != text.size()) return false;
  return (from.empty() || text >= from) && (to.empty() || text <= to);
}

Result<std::vector<CodeForm>> CodeForm::parse(std::string_view pattern) {
  const auto malformed = [pattern] {
    return Error{"\"" + std::string(pattern) +
                 "\" is no sequence of characters, classes and counts"};
  };
  std::vector<CodeForm> forms(1);
  for (Parser parser(pattern); !parser.at_end();) {
    Part part;
    if (!parser.part(part)) return malformed();
    const std::size_t count = forms.size();
    // Two counts that vary make few forms; more would be a slip in the table.
    if (count * (part.max - part.min + 1) > 64) return malformed();
    for (std::size_t i = 0; i < count; ++i) {
      if (forms[i].places.size() + part.max > kMaxPlaces) return malformed();
      forms[i].places.insert(forms[i].places.end(), part.min, part.place);
      for (std::size_t more = 1; more <= part.max - part.min; ++more) {
        forms.push_back(forms[i]);
        forms.back().places.insert(forms.back().places.end(), more, part.place);
      }
    }
  }
  return forms;
}

}  // namespace proclint
