#include "core/document/path_set.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/document/document_sample.h"

namespace proclint {
namespace {

// The pointers of what each path selects, sorted.
struct Matches {
  bool wants(std::uint32_t path) const { return !unwanted.contains(path); }
  void match(std::uint32_t path, Value value) { found[path].insert(value.pointer()); }
  std::string of(std::uint32_t path) { return joined(found[path]); }

  static std::string joined(const std::multiset<std::string>& pointers) {
    std::string out;
    for (const std::string& pointer : pointers) out += pointer + ' ';
    return out;
  }

  std::set<std::uint32_t> unwanted;
  std::map<std::uint32_t, std::multiset<std::string>> found;
};

PathSet set_of(const std::vector<std::string>& queries) {
  PathSet out;
  for (const std::string& query : queries) out.add(std::get<Path>(Path::parse(query)));
  return out;
}

std::string alone(const std::string& query, Value root) {
  std::multiset<std::string> out;
  std::get<Path>(Path::parse(query)).select(root, [&out](Value match) {
    out.insert(match.pointer());
  });
  return Matches::joined(out);
}

const std::vector<std::string> kQueries = {
    "$",
    "$.title",
    "$.codes",
    "$.codes[*]",
    "$.codes[*].value",
    "$.codes[0]",
    "$.codes[-1].value",
    "$.codes[?@.system == 'cpt']",
    "$.codes[?@.system == 'cpt'].value",
    "$.codes[?@.system == 'cpt']..*",
    "$.codes['value', 1, 0, 0]",
    "$.codes[::-1]",
    "$..value",
    "$..*",
    "$..['value', 'text']",
    "$..['value', 'value']",
    "$..text",
    "$['codes', 'title']",
    "$['codes', 'title'][0].value",
    "$..[?@.text].text",
    "$..items[*]",
    "$..items..text",
    "$.sections.*",
    "$.sections.*..['items', 'steps']",
    "$.sections[*]",
    "$.sections.risks[*].items[*]",
    "$['sections']['risks']",
    "$.sections..risks",
    "$[?@[?@.system == $.codes[0].system]]",
    "$['']",
    "$.nothing.at.all",
};

constexpr auto* kDocument = R"({
  "title": "Knee", "": 1,
  "codes": [{"system": "cpt", "value": "27447"}, {"system": "ops", "value": {"value": 2}}],
  "sections": {
    "risks": [{"items": ["Bleeding", {"text": "Infection", "items": ["wound"]}]}, {"text": "x"}],
    "procedure": [{"steps": ["a", "b"]}], "risks": [{"text": "again"}]
  }
})";

BOOST_AUTO_TEST_SUITE(path_sets)

BOOST_AUTO_TEST_CASE(each_path_selects_what_it_selects_alone) {
  const Sample sample(kDocument);
  Matches matches;
  BOOST_TEST(!set_of(kQueries).walk(sample.root(), matches));
  for (std::uint32_t i = 0; i < kQueries.size(); ++i) {
    BOOST_TEST(matches.of(i) == alone(kQueries[i], sample.root()), kQueries[i]);
  }
}

BOOST_AUTO_TEST_CASE(a_path_may_be_added_twice) {
  const Sample sample("[1]");
  Matches matches;
  BOOST_TEST(!set_of({"$[0]", "$[0]"}).walk(sample.root(), matches));
  BOOST_TEST(matches.of(0) == "/0 ");
  BOOST_TEST(matches.of(1) == "/0 ");
}

BOOST_AUTO_TEST_CASE(what_nobody_wants_is_not_walked) {
  const Sample sample("[[1]]");
  Matches matches;
  matches.unwanted = {0, 1};
  BOOST_TEST(!set_of({"$..*", "$[?@]", "$[0]"}).walk(sample.root(), matches));
  BOOST_TEST(matches.found.size() == 1U);
  BOOST_TEST(matches.of(2) == "/0 ");
}

BOOST_AUTO_TEST_CASE(nothing_is_walked_without_paths_or_document) {
  const Sample sample("[1]");
  const Sample broken("{");
  Matches matches;
  BOOST_TEST(!PathSet().walk(sample.root(), matches));
  BOOST_TEST(!set_of({"$"}).walk(broken.root(), matches));
  BOOST_TEST(matches.found.empty());
}

BOOST_AUTO_TEST_CASE(the_path_that_needs_too_much_is_named) {
  std::string deep(400, '[');
  deep += std::string(400, ']');
  const Sample sample(deep);
  struct Counts {
    bool wants(std::uint32_t) const { return true; }
    void match(std::uint32_t, Value) { ++count; }
    std::size_t count = 0;
  } counts;
  const auto path = set_of({"$[0]", "$..*..*..*..*"}).walk(sample.root(), counts);
  BOOST_TEST(path.value_or(99) == 1U);
  BOOST_TEST(counts.count > 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
