#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/page_run.h"

namespace proclint {
namespace {

BOOST_AUTO_TEST_SUITE(unknown_heading)

BOOST_AUTO_TEST_CASE(the_three_nearest_headings_are_named) {
  const std::string found =
      on_page("unknown-heading", "Recovery\n\n- Rest\n\nRecover Fast\n\nRest every day.\n");
  BOOST_TEST(found.starts_with("5:1 [Recover Fast] the heading \"Recover Fast\" is not known; move "
                               "its text under a known one (nearest: \"Recovery\", "),
             found);
}

BOOST_AUTO_TEST_CASE(a_heading_that_misspells_an_absent_section_is_told_the_right_one) {
  BOOST_TEST(on_page("unknown-heading", "Purpose\n\nRelief.\n\nRiskss\n\nA bruise.\n") ==
             "5:1 [Riskss] the heading \"Riskss\" is not known; did you mean \"Risks and "
             "Complications\"?");
  BOOST_TEST(on_page("unknown-heading", "Risks\n\nNone.\n\nRiskss\n\nA bruise.\n")
                 .starts_with("5:1 [Riskss] the heading \"Riskss\" is not known; move its text "));
}

BOOST_AUTO_TEST_CASE(aliases_and_misspellings_are_known) {
  BOOST_TEST(on_page("unknown-heading", "Aftercare\n\nRest.\n\nBenifits\n\nSleep.\n") == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
