#include "core/pattern/automaton.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

namespace proclint {
namespace {

std::optional<Automaton> build(std::string_view pattern) {
  const Result<Syntax> syntax = parse_syntax(pattern, Strictness::strict);
  BOOST_TEST_REQUIRE(syntax.has_value());
  return Automaton::build(*syntax);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(automaton)

BOOST_AUTO_TEST_CASE(the_shapes_of_schemas_need_few_states) {
  for (const std::string_view pattern :
       {"^[0-9]{5}$", "^[a-z0-9]+(-[a-z0-9]+)*$", "^A.*B$", "^\\S(.*\\S)?$", "^x-",
        "^\\d{4}-\\d{2}-\\d{2}$", "^[^@\\s]+@[^@\\s]+$", "^[^\\p{L}]+$"}) {
    BOOST_TEST_CONTEXT(pattern) {
      const std::optional<Automaton> automaton = build(pattern);
      BOOST_TEST_REQUIRE(automaton.has_value());
      BOOST_TEST(automaton->state_count() < 16U);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_long_counted_repeat_is_a_state_for_each_count) {
  const std::optional<Automaton> automaton = build("^.{1,1000}$");
  BOOST_TEST_REQUIRE(automaton.has_value());
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "\u00E9";
  BOOST_TEST(automaton->search(text));
  BOOST_TEST(!automaton->search(text + "."));
}

BOOST_AUTO_TEST_CASE(what_is_not_regular_has_no_automaton) {
  for (const std::string_view pattern : {"(a)\\1", "(?=a)", "(?<!a)b", "\\p{Script=Greek}"}) {
    BOOST_TEST_CONTEXT(pattern) { BOOST_TEST(!build(pattern).has_value()); }
  }
}

BOOST_AUTO_TEST_CASE(too_many_states_are_given_up) {
  for (const std::string_view pattern : {"(a|b)*a(a|b){16}", "a{5000}", "(?:a{1000}){1000}",
                                         "(?:){4000000000}", "(?:(?:(?:a{50}){50}){50}){50}"}) {
    BOOST_TEST_CONTEXT(pattern) { BOOST_TEST(!build(pattern).has_value()); }
  }
}

BOOST_AUTO_TEST_CASE(the_beginning_and_the_end_are_places_of_the_text) {
  BOOST_TEST(build("$^")->search(""));
  BOOST_TEST(!build("$^")->search("a"));
  BOOST_TEST(build("(?:^|b)a")->search("ba"));
  BOOST_TEST(!build("(?:^|b)a")->search("ca"));
  BOOST_TEST(!build("a^")->search("a"));
  BOOST_TEST(build("(?:$^|a)+")->search("ca"));
  BOOST_TEST(build("a*$")->search("b"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
