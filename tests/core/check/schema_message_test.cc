// What is said of each keyword: schema_messages.golden, in blocks of
//   # name
//   schema
//   document
//   findings (see lines()) in the author's words, then, each with "> ", in the engineer's
// with an empty line behind each. PROCLINT_UPDATE_GOLDEN=1 writes it anew: read the difference.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/check/schema_harness.h"

namespace proclint::test {
namespace {

constexpr const char* kGolden = PROCLINT_PROJECT_DIR "/tests/core/check/schema_messages.golden";

struct Block {
  std::string name, schema, document, expected;
};

std::vector<Block> blocks() {
  std::vector<Block> out;
  std::ifstream in(kGolden);
  std::string line;
  while (std::getline(in, line)) {
    if (!line.starts_with("# ")) continue;
    Block& block = out.emplace_back();
    block.name = line;
    std::getline(in, block.schema);
    std::getline(in, block.document);
    while (std::getline(in, line) && !line.empty()) block.expected += line + '\n';
  }
  return out;
}

std::string found(const Block& block) {
  std::string out = findings(block.schema, block.document) + '\n';
  std::istringstream engineer(findings(block.schema, block.document, Wording::engineer));
  for (std::string line; std::getline(engineer, line);) out += "> " + line + '\n';
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schema_message_suite)

BOOST_AUTO_TEST_CASE(each_keyword_says_what_is_there_and_what_was_expected) {
  const std::vector<Block> all = blocks();
  BOOST_TEST(all.size() >= 55U);
  if (std::getenv("PROCLINT_UPDATE_GOLDEN") != nullptr) {
    std::ofstream out(kGolden);
    for (const Block& block : all) {
      out << block.name << '\n'
          << block.schema << '\n'
          << block.document << '\n'
          << found(block) << '\n';
    }
  }
  for (const Block& block : all) {
    BOOST_TEST_CONTEXT(block.name << " " << block.schema) {
      BOOST_TEST(found(block) == block.expected);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint::test
