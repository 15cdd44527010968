#include <boost/test/unit_test.hpp>

#include <string>

#include "core/document/builder.h"
#include "core/document/dump.h"

namespace proclint {
namespace {

// A document over a text, built by hand.
struct Built {
  explicit Built(std::string_view text, std::uint32_t max_depth = 8)
      : source("a.json", text), builder(document, max_depth) {
    document.source = &source;
  }
  Built(const Built&) = delete;
  Built& operator=(const Built&) = delete;

  Source source;
  Document document;
  Builder builder;
};

BOOST_AUTO_TEST_SUITE(builder)

BOOST_AUTO_TEST_CASE(a_map_counts_its_members_and_a_list_its_elements) {
  Built built(R"({"a":[1,[]]})");
  built.builder.begin(Kind::map, 0);
  built.builder.key({1, 4}, {2, 1, false});
  built.builder.begin(Kind::list, 5);
  built.builder.scalar(Kind::number, {6, 7});
  built.builder.begin(Kind::list, 8);
  built.builder.end(10);
  built.builder.end(11);
  built.builder.end(12);
  BOOST_TEST(dump(built.document) == "map[0,12) key[1,4)=a list[5,11) number[6,7)=1 list[8,10)");
  BOOST_TEST(built.document.node(0).size == 1U);
  BOOST_TEST(built.document.node(2).size == 2U);
  BOOST_TEST(built.document.node(4).size == 0U);
}

BOOST_AUTO_TEST_CASE(next_is_one_past_the_subtree) {
  Built built("[[1],2]");
  built.builder.begin(Kind::list, 0);
  built.builder.begin(Kind::list, 1);
  built.builder.scalar(Kind::number, {2, 3});
  built.builder.end(4);
  built.builder.scalar(Kind::number, {5, 6});
  built.builder.end(7);
  BOOST_TEST(built.document.node(0).next == 4U);
  BOOST_TEST(built.document.node(1).next == 3U);
  BOOST_TEST(built.document.node(2).next == 3U);
  BOOST_TEST(built.document.node(3).next == 4U);
}

BOOST_AUTO_TEST_CASE(the_parent_is_the_list_or_map_that_holds_the_node) {
  Built built(R"({"a":1})");
  built.builder.begin(Kind::map, 0);
  built.builder.key({1, 4}, {2, 1, false});
  built.builder.scalar(Kind::number, {5, 6});
  built.builder.end(7);
  BOOST_TEST(built.document.node(0).parent == kNoNode);
  BOOST_TEST(built.document.node(1).parent == 0U);
  BOOST_TEST(built.document.node(2).parent == 0U);
}

BOOST_AUTO_TEST_CASE(what_is_too_deep_is_not_begun) {
  Built built("[[[", 2);
  BOOST_TEST(built.builder.begin(Kind::list, 0));
  BOOST_TEST(built.builder.begin(Kind::list, 1));
  BOOST_TEST(!built.builder.begin(Kind::list, 2));
  BOOST_TEST(built.builder.depth() == 2U);
  BOOST_TEST(built.document.nodes.size() == 2U);
  BOOST_TEST(built.document.node(1).size == 0U);
}

BOOST_AUTO_TEST_CASE(depth_falls_where_a_list_ends) {
  Built built("[[],[]]", 2);
  built.builder.begin(Kind::list, 0);
  built.builder.begin(Kind::list, 1);
  built.builder.end(3);
  BOOST_TEST(built.builder.depth() == 1U);
  BOOST_TEST(built.builder.begin(Kind::list, 4));
}

BOOST_AUTO_TEST_CASE(a_decoded_text_stands_apart_from_the_source) {
  Built built(R"(["\n","\t"])");
  built.builder.begin(Kind::list, 0);
  built.builder.scalar(Kind::string, {1, 5}, built.builder.decoded("\n"));
  built.builder.scalar(Kind::string, {6, 10}, built.builder.decoded("\t"));
  built.builder.end(11);
  BOOST_TEST(built.document.text(1) == "\n");
  BOOST_TEST(built.document.text(2) == "\t");
  BOOST_TEST(built.document.decoded == "\n\t");
}

BOOST_AUTO_TEST_CASE(the_next_node_is_known_before_it_is_made) {
  Built built("[]");
  BOOST_TEST(built.builder.next_node() == 0U);
  built.builder.begin(Kind::list, 0);
  BOOST_TEST(built.builder.next_node() == 1U);
}

BOOST_AUTO_TEST_CASE(a_cleared_document_is_empty_and_keeps_its_memory) {
  Built built("[]");
  built.builder.begin(Kind::list, 0);
  built.builder.end(2);
  const std::size_t capacity = built.document.nodes.capacity();
  built.document.clear();
  BOOST_TEST(built.document.empty());
  BOOST_TEST(built.document.source == nullptr);
  BOOST_TEST(built.document.nodes.capacity() == capacity);
}

BOOST_AUTO_TEST_CASE(a_cleared_document_gives_very_large_memory_back) {
  Document document;
  for (int i = 0; i < 100'000; ++i) document.nodes.emplace_back();
  document.clear();
  BOOST_TEST(document.nodes.capacity() == 0U);
}

BOOST_AUTO_TEST_CASE(a_table_keeps_its_values_when_it_grows_and_when_it_is_copied) {
  Table<std::uint32_t> table;
  for (std::uint32_t i = 0; i < 200'000; ++i) table.push_back(i);
  const Table<std::uint32_t> copy = table;
  BOOST_TEST(copy.size() == 200'000U);
  std::uint32_t expected = 0;
  for (const std::uint32_t value : copy) BOOST_REQUIRE(value == expected++);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
