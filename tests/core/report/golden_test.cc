#include "core/report/golden.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "core/report/shared_findings.h"

namespace proclint::testing {
namespace {

std::string written(std::string_view format, const RunInfo& run) {
  std::ostringstream out;
  const auto reporter = find_reporter(format)->make(out);
  report(*reporter, run);
  return out.str();
}

BOOST_AUTO_TEST_SUITE(golden)

BOOST_AUTO_TEST_CASE(text_in_a_pipe) {
  BOOST_TEST(golden_difference("text", written("text", shared_run())) == "");
}

BOOST_AUTO_TEST_CASE(text_on_a_terminal) {
  RunInfo run = shared_run();
  run.color = true;
  run.width = 80;
  run.statistics = true;
  BOOST_TEST(golden_difference("text-terminal", written("text", run)) == "");
}

BOOST_AUTO_TEST_CASE(compact) {
  BOOST_TEST(golden_difference("compact", written("compact", shared_run())) == "");
}

BOOST_AUTO_TEST_CASE(compact_in_bytes) {
  RunInfo run = shared_run();
  run.columns = Columns::byte;
  BOOST_TEST(golden_difference("compact-byte", written("compact", run)) == "");
}

BOOST_AUTO_TEST_CASE(sarif) {
  BOOST_TEST(golden_difference("sarif", written("sarif", shared_run())) == "");
}

BOOST_AUTO_TEST_CASE(sarif_in_utf16) {
  RunInfo run = shared_run();
  run.columns = Columns::utf16;
  BOOST_TEST(golden_difference("sarif-utf16", written("sarif", run)) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint::testing
