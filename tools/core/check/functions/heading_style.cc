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

// ---- Levels, in Markdown ----

// The number of "#" right before a heading's text; 0 for one that is underlined.
std::uint32_t level_of(std::string_view text, Span heading) {
  std::uint32_t at = heading.begin;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  std::uint32_t level = 0;
  while (at > level && text[at - level - 1] == '#') ++level;
  return level;
}

// Removes `count` of the "#" before a heading's text.
Edit raised(std::string_view text, Span heading, std::uint32_t count) {
  std::uint32_t signs = heading.begin;
  while (text[signs - 1] != '#') --signs;
  return {{signs - count, signs}, ""};
}

// The heading at `first`, which leaves out levels, with those that stand beside or below it: they
// are raised together.
std::vector<Edit> raised_together(const Document& document, std::size_t first,
                                  std::uint32_t count) {
  const std::string_view text = document.source->text();
  const std::uint32_t level = level_of(text, document.marks[first].span);
  std::vector<Edit> out;
  for (std::size_t i = first; i < document.marks.size(); ++i) {
    const Mark& mark = document.marks[i];
    if (mark.kind == MarkKind::heading) break;
    if (mark.kind != MarkKind::subheading) continue;
    if (level_of(text, mark.span) < level) break;
    out.push_back(raised(text, mark.span, count));
  }
  return out;
}

// Below a heading of some level stand those of the next one. One finding for headings that are to
// be raised together.
void check_levels(const Document& document, Sink& sink) {
  constexpr std::uint32_t kSection = 2;
  constexpr std::uint32_t kNone = 7;  // Markdown has six levels
  const std::string_view text = document.source->text();
  std::uint32_t above = 0;      // the level of the heading before
  std::uint32_t found = kNone;  // the level from which on headings belong to the last finding
  for (std::size_t i = 0; i < document.marks.size(); ++i) {
    const Mark& mark = document.marks[i];
    const bool is_section = mark.kind == MarkKind::heading;
    if (!is_section && (mark.kind != MarkKind::subheading || above == 0)) continue;
    const std::uint32_t level = is_section ? kSection : level_of(text, mark.span);
    if (level < found) found = kNone;
    if (level > above + 1 && level > kSection && level < found) {
      const std::string wanted = std::to_string(above + 1);
      auto& finding =
          sink.at(Value(document, mark.node), mark.span,
                  "the heading " + quoted(document.source->slice(mark.span)) + " is of level " +
                      std::to_string(level) + ", but the one above it of level " +
                      std::to_string(above) + "; make it level " + wanted);
      finding.fix = Fix{"Make it level " + wanted, raised_together(document, i, level - above - 1),
                        Safety::layout};
      found = level;
    }
    if (level >= kSection) above = level;
  }
}

}  // namespace

/// Headings look alike. A final ":" or "." is reported where other headings have none, or, if three
/// of four or more have it, missing at those that do not; all of them with the same mark is a style
/// of its own and reported nowhere. Capitals are compared with those of three of four or more. In
/// Markdown no level is left out either.
BoundCheck heading_style(Value options, const Vocabulary& vocabulary) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [&table = vocabulary.headings](Value target, Sink& sink) {
    const Source& source = *target.document().source;
    const Written headings = headings_written(target.document());
    check_marks(headings, source, sink);
    check_case(headings, source, table, sink);
    if (target.document().form == Form::markdown) check_levels(target.document(), sink);
  };
}

}  // namespace proclint
