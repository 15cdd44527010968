#include "core/report/places.h"

#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

#include "core/report/random_text.h"

namespace proclint::testing {
namespace {

BOOST_AUTO_TEST_SUITE(places)

BOOST_AUTO_TEST_CASE(are_those_of_the_source_in_any_order) {
  std::mt19937 random(7);
  for (int round = 0; round < 30; ++round) {
    std::string text = round % 2 == 0 ? "\xEF\xBB\xBF" : "";
    for (int line = 0; line < 3; ++line) text += random_text(random, 1500, false) + "\n";
    const Source source("file", text);
    for (const Columns columns : {Columns::codepoint, Columns::utf16, Columns::byte}) {
      Places places(source, columns);
      for (int i = 0; i < 200; ++i) {
        const auto offset = static_cast<std::uint32_t>(random() % (text.size() + 1));
        BOOST_REQUIRE(places.at(offset) == source.place(offset, columns));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(of_a_line_of_megabytes_do_not_start_over_at_each) {
  const std::string text(1000000, 'x');
  const Source source("file", text);
  Places places(source, Columns::codepoint);
  std::size_t sum = 0;
  // Counting from the start of the line each time would be 5e10 steps.
  for (std::uint32_t offset = 0; offset < text.size(); offset += 10) {
    sum += places.at(offset).column - offset;
  }
  BOOST_TEST(sum == 100000U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint::testing
