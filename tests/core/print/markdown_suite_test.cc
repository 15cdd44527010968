#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "core/print/json.h"
#include "core/print/written.h"

namespace proclint {
namespace {

// The examples of the CommonMark specification; none without PROCLINT_SUITES.
std::vector<std::string> examples() {
  std::vector<std::string> all;
  const char* const suites = std::getenv("PROCLINT_SUITES");
  if (suites == nullptr) {
    std::cout << "skipped: PROCLINT_SUITES is not set\n";
    return all;
  }
  std::ifstream in(std::string(suites) + "/markdown/spec-0.31.2.json", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const ReadText read(Form::json, text, two_headings());
  for (const Value example : Value::root(read.document).children()) {
    all.emplace_back(example.find("markdown").text());
  }
  BOOST_TEST(all.size() == 652U);
  return all;
}

// What a file says: its tree, and the number of comments and of each kind of mark that is no
// layout.
std::string said(const std::string& markdown) {
  const ReadText read(Form::markdown, markdown, two_headings());
  if (read.document.empty()) return {};
  std::string out;
  write_json(Value::root(read.document), out);
  out += " comments " + std::to_string(read.document.comments.size());
  for (const MarkKind kind : {MarkKind::markup, MarkKind::foreign, MarkKind::foreign_inline,
                              MarkKind::link_definition, MarkKind::subheading}) {
    const auto count = std::count_if(read.document.marks.begin(), read.document.marks.end(),
                                     [kind](const Mark& mark) { return mark.kind == kind; });
    out.append(" ").append(name(kind)).append(" ").append(std::to_string(count));
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(print_markdown_suite)

BOOST_AUTO_TEST_CASE(markdown_that_is_written_anew_says_the_same) {
  for (const std::string& example : examples()) {
    for (const std::string_view before : {"", "# The title\n\n## Risks\n\n"}) {
      const std::string text = std::string(before) + example;
      const std::string once = written(Form::markdown, Form::markdown, text);
      if (once.empty()) continue;
      BOOST_TEST(said(once) == said(text), "from\n"
                                               << text << "came\n"
                                               << once << said(once) << "\ninstead of\n"
                                               << said(text));
      BOOST_TEST(written(Form::markdown, Form::markdown, once) == once, "not stable:\n"
                                                                            << text << "then\n"
                                                                            << once);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
