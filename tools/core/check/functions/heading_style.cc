#include <algorithm>
#include <array>
#include <string>

#include "core/check/headings_written.h"
#include "core/check/options.h"
#include "core/check/quote.h"
#include "core/document/heading_case.h"

namespace proclint {
namespace {

using Written = std::vector<WrittenHeading>;

// 3 of 4 or more (handbook 5, heading-style).
bool is_majority(std::size_t count, std::size_t all) { return all > 0 && count * 4 >= all * 3; }

char final_mark(const WrittenHeading& heading, const Source& source) {
  return heading.mark.empty() ? '\0' : source.slice(heading.mark)[0];
}

Sink::Found& report(const WrittenHeading& heading, Span span, const Source& source,
                    const std::string& rest, Sink& sink) {
  const Span written{heading.words.begin, heading.mark.end};
  return sink.at(heading.node, span, "the heading " + quoted(source.slice(written)) + rest);
}

// Headings end alike. Without a clear majority none of them should have a final mark.
void check_marks(const Written& all, const Source& source, Sink& sink) {
  Written headings;  // a colon before a value on the same line is no final mark
  std::copy_if(all.begin(), all.end(), std::back_inserter(headings),
               [](const WrittenHeading& heading) { return !heading.has_value; });
  const auto count = [&](char mark) {
    return static_cast<std::size_t>(std::count_if(
        headings.begin(), headings.end(),
        [&](const WrittenHeading& heading) { return final_mark(heading, source) == mark; }));
  };
  const std::size_t bare = count('\0');
  if (bare == headings.size()) return;
  char usual = '\0';
  for (const char mark : {':', '.'}) {
    if (is_majority(count(mark), headings.size())) usual = mark;
  }
  for (const WrittenHeading& heading : headings) {
    const char mark = final_mark(heading, source);
    if (mark == usual) continue;
    if (usual != '\0') {
      const std::string wanted(1, usual);
      const Span span = mark == '\0' ? heading.words : heading.mark;
      auto& found = report(heading, span, source,
                           " does not end with \"" + wanted + "\" as the others do; add it", sink);
      found.fix = Fix{"End with \"" + wanted + '"', {{heading.mark, wanted}}, Safety::layout};
      continue;
    }
    const bool is_only = bare + 1 == headings.size() && bare > 0;
    auto& found = report(heading, heading.mark, source,
                         " ends with \"" + std::string(1, mark) + "\"" +
                             (is_only ? ", but no other heading has one; remove it"
                                      : ", but not all headings do; remove it"),
                         sink);
    found.fix = Fix{"Remove the final mark", {{heading.mark, ""}}, Safety::layout};
  }
}

constexpr std::size_t kCases = 5;

// The case that the headings share; `any` if there is no clear majority. One capitalised word is
// right in title and in sentence case, so it counts for both, but cannot decide between them.
HeadingCase usual_case(const std::array<std::size_t, kCases>& counts, std::size_t all) {
  const auto count = [&counts](HeadingCase style) {
    return counts[static_cast<std::size_t>(style)];
  };
  const std::size_t title = count(HeadingCase::title);
  const std::size_t sentence = count(HeadingCase::sentence);
  for (const HeadingCase style : {HeadingCase::title, HeadingCase::sentence}) {
    const bool decides = is_majority(count(style), title + sentence);
    if (decides && is_majority(count(style) + count(HeadingCase::any), all)) return style;
  }
  for (const HeadingCase style : {HeadingCase::upper, HeadingCase::lower}) {
    if (is_majority(count(style), all)) return style;
  }
  // Nothing but single words: title case is what the canonical headings have.
  const bool are_plain = title + sentence == 0 && is_majority(count(HeadingCase::any), all);
  return are_plain ? HeadingCase::title : HeadingCase::any;
}

std::string_view words_for(HeadingCase style) {
  switch (style) {
    case HeadingCase::upper:
      return "in capitals";
    case HeadingCase::lower:
      return "in small letters";
    case HeadingCase::sentence:
      return "with a capital at the begin only";
    default:
      return "with a capital for each word";
  }
}

void check_case(const Written& headings, const Source& source, const Headings& table, Sink& sink) {
  std::array<std::size_t, kCases> counts{};
  const auto style_of = [&source](const WrittenHeading& heading) {
    return heading_case(source.slice(heading.words));
  };
  for (const WrittenHeading& heading : headings)
    ++counts[static_cast<std::size_t>(style_of(heading))];
  const HeadingCase usual = usual_case(counts, headings.size());
  if (usual == HeadingCase::any) return;
  const bool is_mixed_case = usual == HeadingCase::title || usual == HeadingCase::sentence;
  for (const WrittenHeading& heading : headings) {
    const HeadingCase style = style_of(heading);
    if (style == usual || (is_mixed_case && style == HeadingCase::any)) continue;
    auto& found = report(heading, heading.words, source,
                         " is not written " + std::string(words_for(usual)) +
                             " as most others are; write it like them",
                         sink);
    // A word that must keep its capital is safe only in a heading that we know.
    const Headings::Entry* entry = entry_of(heading, table);
    const std::string_view words = source.slice(heading.words);
    const bool is_known = entry != nullptr && have_same_words(words, entry->heading);
    if (!is_mixed_case || (usual == HeadingCase::sentence && !is_known)) continue;
    const std::string text =
        is_known && usual == HeadingCase::title ? entry->heading : with_heading_case(words, usual);
    found.fix = Fix{"Write " + quoted(text), {{heading.words, text}}, Safety::layout};
  }
}

}  // namespace

/// Headings look alike. A final ":" or "." is reported where other headings have none, or, if three
/// of four or more have it, missing at those that do not; all of them with the same mark is a style
/// of its own and reported nowhere. Capitals are compared with those of three of four or more.
BoundCheck heading_style(Value options, const Vocabulary& vocabulary) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [&table = vocabulary.headings](Value target, Sink& sink) {
    const Source& source = *target.document().source;
    const Written headings = headings_written(target.document());
    check_marks(headings, source, sink);
    check_case(headings, source, table, sink);
  };
}

}  // namespace proclint
