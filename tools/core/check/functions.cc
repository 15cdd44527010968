#include "core/check/functions.h"

#include <array>

namespace proclint {

BoundCheck blank_lines(Value options, const Vocabulary& vocabulary);
BoundCheck boilerplate(Value options, const Vocabulary& vocabulary);
BoundCheck casing(Value options, const Vocabulary& vocabulary);
BoundCheck catch_all(Value options, const Vocabulary& vocabulary);
BoundCheck code(Value options, const Vocabulary& vocabulary);
BoundCheck code_kind(Value options, const Vocabulary& vocabulary);
BoundCheck code_list(Value options, const Vocabulary& vocabulary);
BoundCheck compound_item(Value options, const Vocabulary& vocabulary);
BoundCheck defined(Value options, const Vocabulary& vocabulary);
BoundCheck duplicate_item(Value options, const Vocabulary& vocabulary);
BoundCheck enumeration(Value options, const Vocabulary& vocabulary);
BoundCheck falsy(Value options, const Vocabulary& vocabulary);
BoundCheck glued_sentence(Value options, const Vocabulary& vocabulary);
BoundCheck heading_inline_value(Value options, const Vocabulary& vocabulary);
BoundCheck heading_style(Value options, const Vocabulary& vocabulary);
BoundCheck heading_variant(Value options, const Vocabulary& vocabulary);
BoundCheck invisible_character(Value options, const Vocabulary& vocabulary);
BoundCheck length(Value options, const Vocabulary& vocabulary);
BoundCheck licensed_text(Value options, const Vocabulary& vocabulary);
BoundCheck list_block_mixed(Value options, const Vocabulary& vocabulary);
BoundCheck list_length(Value options, const Vocabulary& vocabulary);
BoundCheck list_marker(Value options, const Vocabulary& vocabulary);
BoundCheck list_numbering(Value options, const Vocabulary& vocabulary);
BoundCheck list_parallel(Value options, const Vocabulary& vocabulary);
BoundCheck list_punctuation(Value options, const Vocabulary& vocabulary);
BoundCheck markdown_only(Value options, const Vocabulary& vocabulary);
BoundCheck mojibake(Value options, const Vocabulary& vocabulary);
BoundCheck not_a_step(Value options, const Vocabulary& vocabulary);
BoundCheck not_empty(Value options, const Vocabulary& vocabulary);
BoundCheck numbered_steps(Value options, const Vocabulary& vocabulary);
BoundCheck one_of_keys(Value options, const Vocabulary& vocabulary);
BoundCheck order(Value options, const Vocabulary& vocabulary);
BoundCheck pattern(Value options, const Vocabulary& vocabulary);
BoundCheck quote_dash_style(Value options, const Vocabulary& vocabulary);
BoundCheck range(Value options, const Vocabulary& vocabulary);
BoundCheck repeated_word(Value options, const Vocabulary& vocabulary);
BoundCheck required(Value options, const Vocabulary& vocabulary);
BoundCheck schema(Value options, const Vocabulary& vocabulary);
BoundCheck section_order(Value options, const Vocabulary& vocabulary);
BoundCheck sorted(Value options, const Vocabulary& vocabulary);
BoundCheck spelling_variant(Value options, const Vocabulary& vocabulary);
BoundCheck title_quality(Value options, const Vocabulary& vocabulary);
BoundCheck trailing_sentence(Value options, const Vocabulary& vocabulary);
BoundCheck truthy(Value options, const Vocabulary& vocabulary);
BoundCheck type(Value options, const Vocabulary& vocabulary);
BoundCheck undefined(Value options, const Vocabulary& vocabulary);
BoundCheck unique(Value options, const Vocabulary& vocabulary);
BoundCheck unique_keys(Value options, const Vocabulary& vocabulary);
BoundCheck unknown_heading(Value options, const Vocabulary& vocabulary);

std::span<const Function> functions() {
  static constexpr std::array kFunctions{
      Function{"blank-lines", blank_lines},
      Function{"boilerplate", boilerplate},
      Function{"casing", casing},
      Function{"catch-all", catch_all},
      Function{"code", code},
      Function{"code-kind", code_kind},
      Function{"code-list", code_list},
      Function{"compound-item", compound_item},
      Function{"defined", defined},
      Function{"duplicate-item", duplicate_item},
      Function{"enumeration", enumeration},
      Function{"falsy", falsy},
      Function{"glued-sentence", glued_sentence},
      Function{"heading-inline-value", heading_inline_value},
      Function{"heading-style", heading_style},
      Function{"heading-variant", heading_variant},
      Function{"invisible-character", invisible_character},
      Function{"length", length},
      Function{"licensed-text", licensed_text},
      Function{"list-block-mixed", list_block_mixed},
      Function{"list-length", list_length},
      Function{"list-marker", list_marker},
      Function{"list-numbering", list_numbering},
      Function{"list-parallel", list_parallel},
      Function{"list-punctuation", list_punctuation},
      Function{"markdown-only", markdown_only},
      Function{"mojibake", mojibake},
      Function{"not-a-step", not_a_step},
      Function{"not-empty", not_empty},
      Function{"numbered-steps", numbered_steps},
      Function{"one-of-keys", one_of_keys},
      Function{"order", order},
      Function{"pattern", pattern},
      Function{"quote-dash-style", quote_dash_style},
      Function{"range", range},
      Function{"repeated-word", repeated_word},
      Function{"required", required},
      Function{"schema", schema},
      Function{"section-order", section_order},
      Function{"sorted", sorted},
      Function{"spelling-variant", spelling_variant},
      Function{"title-quality", title_quality},
      Function{"trailing-sentence", trailing_sentence},
      Function{"truthy", truthy},
      Function{"type", type},
      Function{"undefined", undefined},
      Function{"unique", unique},
      Function{"unique-keys", unique_keys},
      Function{"unknown-heading", unknown_heading},
  };
  return kFunctions;
}

const Function* find_function(std::string_view name) {
  for (const Function& function : functions()) {
    if (function.name == name) return &function;
  }
  return nullptr;
}

}  // namespace proclint
