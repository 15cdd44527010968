// Long decoded texts are located by their runs, short ones by going through them: both ways lead to
// the same place.
#include "core/read/text_runs.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/value.h"
#include "core/read/page_sample.h"
#include "core/read/reader.h"

namespace proclint {
namespace {

struct Text {
  Text(Form form, std::string_view given)
      : written(given.begin(), given.end()), source("test", {written.data(), written.size()}) {
    std::vector<Diagnostic> findings;
    reader_for(form).read(source, {}, document, findings);
    BOOST_TEST_REQUIRE(!document.empty());
    node = Value::root(document).is(Kind::map) ? Value(document, 2) : Value::root(document);
  }
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;

  std::vector<char> written;  // no string: no NUL behind it hides a byte read too far
  Source source;
  Document document;
  Value node;
};

// `begin` with the text's beginning in it, `end` with the filling that makes it long before it.
void expect_same_places(Form form, const std::string& begin, const std::string& filling,
                        const std::string& end) {
  const Text brief(form, begin + end);
  std::string filled = begin;
  while (filled.size() < begin.size() + std::size_t{2} * kLongText) filled += filling;
  const Text full(form, filled + end);
  BOOST_TEST_REQUIRE(full.node.node().is_decoded);
  BOOST_TEST(!has_runs(brief.document, brief.node.node()));
  BOOST_TEST(has_runs(full.document, full.node.node()));
  const std::string_view text = brief.node.text();
  const auto is_character = [&](std::uint32_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  // The last character of the text may be the line end behind a block.
  for (std::uint32_t from = 0; from + 1 < text.size(); ++from) {
    for (std::uint32_t to = from; to + 1 < text.size(); ++to) {
      if (!is_character(from) || !is_character(to)) continue;
      BOOST_TEST((full.node.locate({from, to}) == brief.node.locate({from, to})),
                 begin << ": " << from << " to " << to);
    }
  }
}

BOOST_AUTO_TEST_SUITE(text_runs)

BOOST_AUTO_TEST_CASE(escapes_of_json) {
  expect_same_places(Form::json, R"("a\n\t\u00e9é\ud83d\ude00x\\\"&amp;&)", "ab", "\"");
}

BOOST_AUTO_TEST_CASE(scalars_of_yaml) {
  expect_same_places(Form::yaml, "a: \"x\\n\\_\\u00e9 é\\\n    \\  two\n\n  three '\\\"", "ab",
                     "\"\n");
  expect_same_places(Form::yaml, "a: 'it''s é\n\n  two \t\n  three &amp;", "ab", "'\n");
  expect_same_places(Form::yaml, "a: one\n  two é\n\n  three", "ab", "\n");
  expect_same_places(Form::yaml, "a: |\n  one\n\n   two é\n  three", "ab", "\n");
  expect_same_places(Form::yaml, "a: >-\n  one\n  two é\n\n\n   three\n  four", "ab", "\n");
  expect_same_places(Form::yaml, "a: >1\n  one\n two é\n  three\n four", "ab", "\n");
}

BOOST_AUTO_TEST_CASE(a_line_end_that_the_file_lacks_is_at_its_end) {
  const Text reading(Form::yaml, "a: >\n  " + std::string(kLongText, 'x') + "\n   ");
  const std::string_view text = reading.node.text();
  BOOST_TEST_REQUIRE(has_runs(reading.document, reading.node.node()));
  BOOST_TEST(text.substr(kLongText) == "\n \n");
  const auto end = static_cast<std::uint32_t>(text.size());
  const auto file_end = static_cast<std::uint32_t>(reading.written.size());
  BOOST_TEST((reading.node.locate({end - 1, end}) == Span{file_end, file_end}));
}

BOOST_AUTO_TEST_CASE(an_alias_is_located_as_its_anchor) {
  const std::string text = "it''s " + std::string(kLongText, 'x');
  const Text reading(Form::yaml, "a: &a '" + text + "'\nb: *a\nc: '" + text + "'\n");
  const auto of = [&](std::string_view key) {
    return Value::root(reading.document).find(key).locate({2, 3});
  };
  BOOST_TEST(reading.source.slice(of("a")) == "''");
  BOOST_TEST((of("b") == of("a") || of("b") == Value::root(reading.document).find("b").span()));
  BOOST_TEST(reading.source.slice(of("c")) == "''");
  BOOST_TEST(of("c").begin > of("a").begin);
}

BOOST_AUTO_TEST_CASE(runs_of_a_text_that_cannot_be_read_go) {
  const std::string text = "\"\\n" + std::string(std::size_t{2} * kLongText, 'x') + "\"x";
  const Source source("test", text);
  Document document;
  std::vector<Diagnostic> findings;
  read_json(source, {}, document, findings);
  BOOST_TEST(document.empty());
  BOOST_TEST(document.runs.empty());
}

BOOST_AUTO_TEST_CASE(lines_of_a_page) {
  const sample::Page page("Risks\n\nPain in \t\n   the arm\nand more\n");
  const Value block = Value::root(page.document).find("sections").find("risks");
  BOOST_TEST_REQUIRE(static_cast<bool>(block));
  const Value text = (*block.children().begin()).find("text");
  BOOST_TEST(text.text() == "Pain in the arm and more");
  BOOST_TEST(page.source.slice(text.locate({0, 7})) == "Pain in");
  BOOST_TEST(page.source.slice(text.locate({5, 11})) == "in \t\n   the");
  BOOST_TEST(page.source.slice(text.locate({7, 8})) == " \t\n   ");
  BOOST_TEST(page.source.slice(text.locate({16, 19})) == "and");
  BOOST_TEST(page.source.slice(text.locate({20, 24})) == "more");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
