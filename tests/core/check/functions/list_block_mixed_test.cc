#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/page_run.h"

namespace proclint {
namespace {

std::string found(Form form, std::string_view text) {
  return found_in(form, "list-block-mixed", text);
}

constexpr std::string_view kLine =
    "this line follows an item of a list, but is none itself; put a blank line before it, or a "
    "marker";
constexpr std::string_view kItem = "this item of a list has no text; write it, or remove the item";

BOOST_AUTO_TEST_SUITE(list_block_mixed)

BOOST_AUTO_TEST_CASE(a_line_without_marker_behind_an_item_is_shown) {
  BOOST_TEST(found(Form::page, "Risks\n\n- a\n- b\nCall us.\n") ==
             "5:1 [Call us.] " + std::string(kLine));
  BOOST_TEST(found(Form::markdown, "## Risks\n\n- a\n- b\nCall us.\n") ==
             "5:1 [Call us.] " + std::string(kLine));
}

BOOST_AUTO_TEST_CASE(what_goes_on_with_the_item_is_good) {
  BOOST_TEST(found(Form::page, "Risks\n\n- a\n  B\n- b\nand c\n\nCall us.\n") == "");
  BOOST_TEST(found(Form::markdown, "## Risks\n\n- a\n  B\n- b\nand c\n\nCall us.\n") == "");
}

BOOST_AUTO_TEST_CASE(an_item_without_text_is_shown_in_every_form) {
  BOOST_TEST(found(Form::page, "Risks\n\n- a\n-\n- b\n") == "4:1 [-] " + std::string(kItem));
  BOOST_TEST(found(Form::markdown, "## Risks\n\n1. a\n2.\n") == "4:1 [2.] " + std::string(kItem));
  BOOST_TEST(found(Form::json, R"({"sections": {"risks": [{"items": ["a", "\t"]}]}})") ==
             R"(1:41 ["\t"] )" + std::string(kItem));
  BOOST_TEST(found(Form::yaml, "sections:\n  risks:\n  - items:\n    - a\n    - ''\n") ==
             "5:7 [''] " + std::string(kItem));
}

BOOST_AUTO_TEST_CASE(so_is_one_that_has_only_items_below_it) {
  BOOST_TEST(
      found(Form::json,
            R"({"sections": {"risks": [{"items": ["a", {"text": "", "items": ["b"]}]}]}})") ==
      R"(1:50 [""] )" + std::string(kItem));
}

BOOST_AUTO_TEST_CASE(a_list_without_any_text_is_for_another_rule) {
  BOOST_TEST(found(Form::json, R"({"sections": {"risks": [{"items": ["", " "]}]}})") == "");
  BOOST_TEST(found(Form::json, R"({"sections": {"risks": [{"text": ""}]}})") == "");
}

BOOST_AUTO_TEST_CASE(a_blank_line_is_offered) {
  BOOST_TEST(mended_in(Form::page, "list-block-mixed", "Risks\r\n\r\n- a\r\nCall us.\r\n") ==
             "Risks\r\n\r\n- a\r\n\r\nCall us.\r\n");
  BOOST_TEST(mended_in(Form::markdown, "list-block-mixed", "## Risks\n\n- a\nCall us.\n") ==
             "## Risks\n\n- a\n\nCall us.\n");
}

BOOST_AUTO_TEST_CASE(an_item_without_text_can_be_removed) {
  BOOST_TEST(mended_in(Form::page, "list-block-mixed", "Risks\n\n1. a\n2.\n3. b\n") ==
             "Risks\n\n1. a\n2. b\n");
  BOOST_TEST(mended_in(Form::markdown, "list-block-mixed", "## Risks\n\n- a\n-\n- b\n") ==
             "## Risks\n\n- a\n- b\n");
  BOOST_TEST(mended_in(Form::yaml, "list-block-mixed",
                       "sections:\n  risks:\n  - items:\n    - a\n    - ''\n") ==
             "sections:\n  risks:\n  - items:\n    - a\n");
}

BOOST_AUTO_TEST_CASE(in_a_list_of_hundreds_nothing_is_offered) {
  std::string list = "[\"a\"";
  for (int i = 0; i < 300; ++i) list += ", \"\"";
  const std::string text = R"({"sections": {"risks": [{"items": )" + list + "]}]}}";
  BOOST_TEST(mended_in(Form::json, "list-block-mixed", text) == text);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
