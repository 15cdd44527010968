#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/page_run.h"

namespace proclint {
namespace {

std::string found(std::string_view body, std::string_view options = "{}") {
  return found_in(Form::markdown, "markdown-only", "# T\n\n## Risks\n\n" + std::string(body),
                  options);
}

BOOST_AUTO_TEST_SUITE(markdown_only)

BOOST_AUTO_TEST_CASE(a_block_is_named_and_its_first_line_shown) {
  constexpr std::string_view kRest =
      ", which a page or JSON cannot hold; write paragraphs or a list";
  BOOST_TEST(found("| a | b |\n|---|---|\n| 1 | 2 |\n") ==
             "5:1 [| a | b |] a table" + std::string(kRest));
  BOOST_TEST(found("```\ncode\n```\n") == "5:1 [```] a block of code" + std::string(kRest));
  BOOST_TEST(found("    a | b\n").ends_with("a block of code" + std::string(kRest)) == false);
  BOOST_TEST(found("> Rest.\n") == "5:1 [> Rest.] a quotation" + std::string(kRest));
  BOOST_TEST(found("<p>Rest.</p>\n") == "5:1 [<p>Rest.</p>] HTML" + std::string(kRest));
  BOOST_TEST(found("A.\n\n***\n") == "7:1 [***] a line across the page" + std::string(kRest));
}

BOOST_AUTO_TEST_CASE(so_are_images_tags_and_headings) {
  BOOST_TEST(found("A ![b](c.png) d.\n") ==
             "5:3 [![b](c.png)] an image in a text, which a page or JSON cannot hold; say it in "
             "words");
  BOOST_TEST(found("### At home\n\nRest.\n") ==
             "5:5 [At home] a heading inside of a section, which a page or JSON cannot hold; make "
             "it a sentence, or a section of its own");
  BOOST_TEST(found("A.\n\n# Recovery\n\nRest.\n") ==
             "7:3 [Recovery] a second title, where a document has one; write \"##\" for a section");
}

BOOST_AUTO_TEST_CASE(words_with_emphasis_links_and_comments_are_good) {
  BOOST_TEST(found("*Rest* and `see` [this](x).\n\n<!-- a -->\n\n- a\n  - b\n") == "");
}

BOOST_AUTO_TEST_CASE(what_is_allowed_is_not_found) {
  BOOST_TEST(found("### At home\n", R"({"allowed": ["subheading"]})") == "");
  BOOST_TEST(found("> a\n", R"({"allowed": ["quote"]})") ==
             R"("allowed" holds "block", "inline", "subheading" or "title")");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
