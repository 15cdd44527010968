#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

std::string numbered(std::string_view section) {
  return run("numbered-steps", "{}", R"({"procedure": )" + std::string(section) + "}",
             "/procedure");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(numbered_steps_function)

BOOST_AUTO_TEST_CASE(bullets_become_steps) {
  BOOST_TEST(numbered(R"([{"items": ["Sit down", "Relax"]}])") ==
             "/procedure/0/items [\"items\"] the steps of the procedure are a list without "
             "numbers; number them, so that their order is seen => {\"procedure\": [{\"steps\": "
             "[\"Sit down\", \"Relax\"]}]}");
}

BOOST_AUTO_TEST_CASE(bullets_beside_steps_are_something_else) {
  BOOST_TEST(numbered(R"([{"items": ["A syringe", "A swab"]}, {"steps": ["Sit down"]}])") == "");
}

BOOST_AUTO_TEST_CASE(one_bullet_has_no_order) {
  BOOST_TEST(numbered(R"([{"items": ["Sit down"]}, {"text": "x"}, 7])") == "");
  BOOST_TEST(numbered("7") == "");
}

BOOST_AUTO_TEST_SUITE_END()
