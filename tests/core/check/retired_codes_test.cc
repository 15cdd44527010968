#include "core/check/retired_codes.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

// What is wrong with a list, one finding a line: line:column [text] message.
std::string mistakes(std::string_view list) {
  const Source table("retired.tsv", list);
  std::vector<Diagnostic> found;
  RetiredCodes::parse(table, own_words().code_systems, found);
  std::string out;
  for (const Diagnostic& each : found) {
    const Place place = table.place(each.span.begin, Columns::codepoint);
    if (!out.empty()) out += '\n';
    out += std::to_string(place.line) + ':' + std::to_string(place.column) + " [" +
           std::string(table.slice(each.span)) + "] " + each.message;
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(retired_codes)

BOOST_AUTO_TEST_CASE(a_list_may_have_a_heading_comments_and_blank_lines) {
  BOOST_TEST(mistakes("\xEF\xBB\xBFsystem\tvalue\tretired-date\treplaced-by\tnote\r\n"
                      "# ours\r\n\r\n"
                      "ccam\tZZZZ001\t2026-01-31\tZZZZ002,ZZZZ003\tsplit\r\n"
                      "ccam\tZZZZ004\t2026-01-31\r\n"
                      " ccam \t ZZZZ005 \t 2026-01-31 \t\t no successor") == "");
}

BOOST_AUTO_TEST_CASE(each_mistake_has_its_place) {
  BOOST_TEST(mistakes("ccam\tZZZZ001\t2026-01-31\n"
                      "ccam,ZZZZ001,2026-01-31\n"
                      "cam\tZZZZ001\t2026-01-31\n"
                      "ccam\tZZZZ01\t2026-01-31\n"
                      "ccam\tZZZZ002\t31.1.2026\n"
                      "ccam\tZZZZ003\t2026-01-31\tZZZZ03\n"
                      "ccam\tZZZZ004\t2026-01-31\tZZZZ004\n"
                      "ccam\tZZZZ001\t2026-01-31\n"
                      "\tZZZZ001\t2026-01-31") ==
             "2:1 [ccam,ZZZZ001,2026-01-31] a line of retired codes has a system, a code and a "
             "date with tabs between them\n"
             "3:1 [cam] \"cam\" is not the name of a code system\n"
             "4:6 [ZZZZ01] \"ZZZZ01\" is no code of CCAM; expected four capital letters and three "
             "digits\n"
             "5:14 [31.1.2026] \"31.1.2026\" is no date; write it as 2026-01-31\n"
             "6:25 [ZZZZ03] \"ZZZZ03\" is no code of CCAM; expected four capital letters and three "
             "digits\n"
             "7:25 [ZZZZ004] \"ZZZZ004\" cannot be replaced by itself\n"
             "8:1 [ccam] \"ZZZZ001\" is in the list already; keep one of the two\n"
             "9:1 [] \"\" is not the name of a code system");
}

BOOST_AUTO_TEST_CASE(a_file_of_another_kind_is_not_read_to_its_end) {
  std::string list;
  for (int i = 0; i < 1000; ++i) list += "not a list\n";
  const std::string found = mistakes(list);
  BOOST_TEST(std::count(found.begin(), found.end(), '\n') == 49);
}

BOOST_AUTO_TEST_CASE(two_systems_may_have_the_same_code) {
  const Source table("retired.tsv", "cpt\t00001\t2020-01-01\nsnomed-ct\t73761001\t2020-01-01\n");
  std::vector<Diagnostic> found;
  const CodeSystems& systems = own_words().code_systems;
  const RetiredCodes codes = RetiredCodes::parse(table, systems, found);
  BOOST_TEST(found.empty());
  BOOST_TEST(codes.find(*systems.find("cpt1"), "00001")->date == "2020-01-01");
  BOOST_TEST((codes.find(*systems.find("cpt"), "73761001") == nullptr));
}

BOOST_AUTO_TEST_SUITE_END()
