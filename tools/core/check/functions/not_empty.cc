#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/check/fold.h"
#include "core/check/furniture.h"
#include "core/check/list_edit.h"
#include "core/check/message.h"
#include "core/check/options.h"
#include "core/check/section.h"
#include "core/check/words.h"
#include "core/document/boilerplate.h"

namespace proclint {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view without_marks(std::string_view text) {
  static constexpr std::string_view kMarks = " .,:;!?-_*/()[]\"'";
  // At most ends is a letter or digit, which needs no search.
  while (!text.empty() && !is_letter_or_digit(text.front()) &&
         kMarks.find(text.front()) != std::string_view::npos) {
    text.remove_prefix(1);
  }
  while (!text.empty() && !is_letter_or_digit(text.back()) &&
         kMarks.find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  return text;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr std::string_view kAnyText = "...";

// What an author writes where a text is still to come. "..." stands for any text, as in "<...>".
// One without capitals is meant in any case.
class Placeholder {
 public:
  explicit Placeholder(std::string_view text) {
    const std::size_t gap = text.find(kAnyText);
    head_ = text.substr(0, gap);
    has_gap_ = gap != std::string_view::npos;
    if (has_gap_) tail_ = text.substr(gap + kAnyText.size());
    ignores_case_ = std::none_of(text.begin(), text.end(), [](char c) { return c != lower(c); });
  }

  // What a text that matches begins with, in lower case.
  char first() const { return lower(head_.front()); }

  bool matches(std::string_view text) const {
    if (text.size() < head_.size() || (!has_gap_ && text.size() > head_.size()) ||
        !same(text.substr(0, head_.size()), head_))
      return false;
    text.remove_prefix(head_.size());
    if (!has_gap_) return text.empty();
    if (text.size() < tail_.size()) return false;
    if (!same(text.substr(text.size() - tail_.size()), tail_)) return false;
    // "todo..." is not the beginning of "todos".
    return text.empty() || !is_letter_or_digit(head_.back()) || !is_letter_or_digit(text.front());
  }

 private:
  bool same(std::string_view found, std::string_view expected) const {
    return std::equal(found.begin(), found.end(), expected.begin(), [this](char a, char b) {
      return a == b || (ignores_case_ && lower(a) == b);
    });
  }

  std::string_view head_;
  std::string_view tail_;
  bool has_gap_ = false;
  bool ignores_case_ = false;
};

class Emptiness {
 public:
  explicit Emptiness(const Vocabulary& vocabulary) : furniture_(vocabulary) {}

  // False if one of them begins with any text.
  std::optional<OptionError> add(Value placeholders, const Vocabulary& vocabulary) {
    WordLists& lists = vocabulary.sought->first_words;
    first_words_ = WordList(lists, {});
    for (const Value each : placeholders.children()) {
      if (each.text().starts_with(kAnyText)) {
        return OptionError{each, "a placeholder does not begin with \"...\""};
      }
      placeholders_.emplace_back(each.text());
      Words words(each.text());
      if (words.next()) first_words_.add(lists, words.word());
    }
    sort();
    return std::nullopt;
  }

  // The first text says no, nearly always.
  bool may_be_empty(Value value, const Texts& texts) const {
    return !texts.any_of(value, [this](const Texts::Text& text) { return !may_be_empty(text); });
  }

  // A list is empty when all its elements are. A block with a list in it never is: whether that
  // list is empty is asked of the list. A map without members is a matter of shape, so of the
  // schema.
  bool is_empty(Value value) const {
    const auto empty_text = [this](Value each) { return is_empty_text(each); };
    const auto empty_element = [&](Value each) {
      if (!each.is(Kind::map)) return is_empty_text(each);
      const auto members = each.children();
      return each.size() > 0 && std::all_of(members.begin(), members.end(), empty_text);
    };
    if (!value.is(Kind::list)) return empty_element(value);
    const auto elements = value.children();
    return std::all_of(elements.begin(), elements.end(), empty_element);
  }

 private:
  void sort() {
    const auto number = [](const Placeholder& each) {
      return static_cast<unsigned char>(each.first());
    };
    std::stable_sort(
        placeholders_.begin(), placeholders_.end(),
        [&](const Placeholder& a, const Placeholder& b) { return number(a) < number(b); });
    for (std::size_t i = placeholders_.size(); i-- > 0;) {
      Range& range = by_first_[number(placeholders_[i])];
      range.first = static_cast<std::uint32_t>(i);
      if (range.last == 0) range.last = static_cast<std::uint32_t>(i + 1);
    }
  }

  bool may_be_empty(const Texts::Text& text) const {
    return text.words == 0 || (text.facts & kBeginsWithSign) != 0 ||
           first_words_.is_among(text.first_lists) || furniture_.may_be(text);
  }

  bool is_empty_text(Value value) const {
    if (value.is(Kind::null)) return true;
    if (!value.is(Kind::string)) return false;
    const std::string_view text = trimmed(value.text());
    // "(None.)" is "none", and "-" is nothing: marks say nothing. But "<...>" has marks of its own.
    const std::string_view words = without_marks(text);
    // What a web page left behind is no content either: "Similar Codes", then "Back to top".
    return words.empty() || is_placeholder(text) ||
           (words.size() < text.size() && is_placeholder(words)) || is_boilerplate(text);
  }

  bool is_placeholder(std::string_view text) const {
    const Range range = by_first_[static_cast<unsigned char>(lower(text.front()))];
    const auto first = placeholders_.begin() + range.first;
    return std::any_of(first, placeholders_.begin() + range.last,
                       [=](const Placeholder& each) { return each.matches(text); });
  }

  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  Furniture furniture_;
  WordList first_words_;                   // of the placeholders
  std::vector<Placeholder> placeholders_;  // in the order of their first bytes
  std::array<Range, 256> by_first_{};      // by the byte that they begin with: most texts end here
};

// What stands where content should be: "nothing", or the first placeholder.
std::string content_of(Value value) {
  const Document& document = value.document();
  for (NodeId id = value.id(); id < value.node().next; ++id) {
    const Value each(document, id);
    if (!each.is(Kind::string)) continue;
    const std::string_view text = trimmed(each.text());
    if (!text.empty()) return "only \"" + excerpt(text) + '"';
  }
  return "nothing";
}

// A section with its heading; a list with the block that holds nothing else.
std::optional<Fix> removal_of(Value target) {
  const Value section = section_of(target);
  if (!section || !target.is(Kind::list)) return std::nullopt;
  if (target == section) return removal(section, "Remove the section");
  const Value block = target.parent();
  if (block.size() != 1 || block.parent() != section) return std::nullopt;
  return removal(block, "Remove the list");
}

struct Options {
  explicit Options(const Vocabulary& words) : vocabulary(words), emptiness(words) {}

  const Vocabulary& vocabulary;
  Emptiness emptiness;
  unsigned kinds = 0;  // a bit each; 0: all
  std::vector<std::string_view> warning;

  std::optional<OptionError> read(Value options) {
    for (const Value option : options.children()) {
      const std::string_view name = option.key().text();
      std::optional<OptionError> error;
      if (name == "placeholders") {
        error = read_placeholders(option);
      } else if (name == "kinds") {
        error = read_kinds(option);
      } else if (name == "warning") {
        error = read_texts(option, warning);
      } else {
        error = unknown_option(option, "placeholders, kinds, warning");
      }
      if (error) return error;
    }
    return std::nullopt;
  }

  std::optional<OptionError> read_placeholders(Value option) {
    std::vector<std::string_view> texts;
    if (auto error = read_texts(option, texts)) return error;
    return emptiness.add(option, vocabulary);
  }

  std::optional<OptionError> read_kinds(Value option) {
    std::vector<std::string_view> texts;
    if (auto error = read_texts(option, texts)) return error;
    for (const Value text : option.children()) {
      bool is_known = false;
      for (const Kind kind : {Kind::null, Kind::string, Kind::list, Kind::map}) {
        if (text.text() != name(kind)) continue;
        kinds |= bit(kind);
        is_known = true;
      }
      if (!is_known) return OptionError{text, "a kind is null, string, list or map"};
    }
    return std::nullopt;
  }

  bool covers(Kind kind) const { return kinds == 0 || (kinds & bit(kind)) != 0; }

  static unsigned bit(Kind kind) { return 1U << static_cast<unsigned>(kind); }
};

bool names(const std::vector<std::string_view>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

[[gnu::noinline]] void look_closer(Value target, const Options& bound, Sink& sink) {
  if (!bound.emptiness.is_empty(target)) return;
  const Value key = target.key();
  const std::string content = content_of(target);
  auto& found = sink.at(target, (key ? '"' + std::string(key.text()) + '"' : "the entry") +
                                    " holds " + content + "; write it, or remove it");
  found.offer("content", content);
  if (key && names(bound.warning, key.text())) found.severity = Severity::warning;
  found.fix = removal_of(target);
  if (const Value section = section_of(target)) {
    found.offer("section", std::string(heading_of(section.key().text(), bound.vocabulary)));
  }
}

}  // namespace

/// Something is written here, and not only a placeholder or furniture of a web page. Options:
/// `placeholders`, texts that count as nothing ("n/a", "TODO..." for what begins so); `kinds`, the
/// kinds of node that are looked at, all by default; `warning`, keys for which an empty node is
/// only a warning. Offers {section}, the heading of the section, and {content}, what stands there.
BoundCheck not_empty(Value options, const Vocabulary& vocabulary) {
  Options bound(vocabulary);
  if (options) {
    if (auto error = bound.read(options)) return *std::move(error);
  }
  return [bound = std::move(bound)](Value target, Sink& sink) {
    if (!bound.covers(target.kind())) return;
    const Texts& texts = sink.texts(target.document());
    if (bound.emptiness.may_be_empty(target, texts)) look_closer(target, bound, sink);
  };
}

}  // namespace proclint
