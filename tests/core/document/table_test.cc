#include "core/document/table.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <vector>

namespace proclint {
namespace {

std::vector<int> values(const Table<int>& table) { return {table.begin(), table.end()}; }

BOOST_AUTO_TEST_CASE(borrowed_values_stay_where_they_are_until_the_table_grows) {
  const std::array<int, 3> constants{1, 2, 3};
  Table<int> table = Table<int>::borrowed(constants);
  BOOST_TEST(std::as_const(table).data() == constants.data());
  table.push_back(4);
  BOOST_TEST(values(table) == (std::vector{1, 2, 3, 4}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_cleared_table_no_longer_borrows) {
  std::array<int, 1> constants{1};
  Table<int> table = Table<int>::borrowed(constants);
  table.clear();
  table.push_back(2);
  BOOST_TEST(values(table) == std::vector{2}, boost::test_tools::per_element());
  BOOST_TEST(constants[0] == 1);
}

}  // namespace
}  // namespace proclint
