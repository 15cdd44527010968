// Filters, beyond what the compliance suite asks.
#include <boost/test/unit_test.hpp>
#include <string>

#include "core/document/document_sample.h"
#include "core/document/path.h"

namespace proclint {
namespace {

// What `query` selects, as the source has it, or the text that is wrong and why.
std::string select(std::string_view query, std::string_view text, Form form = Form::json) {
  const auto path = Path::parse(query);
  if (const auto* error = std::get_if<PathError>(&path)) {
    const Span span = error->span;
    return "[" + std::string(query.substr(span.begin, span.size())) + "] " + error->reason;
  }
  const Sample read(text, form);
  std::string out;
  const bool is_complete = std::get<Path>(path).select(read.root(), [&](Value match) {
    if (!out.empty()) out += ' ';
    out += read.source.slice(match.span());
  });
  return is_complete ? out : "gave up";
}

std::string mistake(std::string_view query) { return select(query, "1"); }

// The one doubt about a query that may be evaluated.
std::string doubt(std::string_view query) {
  const auto path = Path::parse(query);
  BOOST_TEST_REQUIRE(std::holds_alternative<Path>(path));
  const auto& doubts = std::get<Path>(path).doubts();
  if (doubts.empty()) return "";
  const Span span = doubts.front().span;
  return "[" + std::string(query.substr(span.begin, span.size())) + "] " + doubts.front().reason;
}

BOOST_AUTO_TEST_SUITE(path_filters)

BOOST_AUTO_TEST_CASE(numbers_are_compared_exactly) {
  constexpr auto* kNumbers =
      "[9007199254740993, 9007199254740992, 1e400, 0.1, 0.10000000000000001]";
  BOOST_TEST(select("$[?@ == 9007199254740993]", kNumbers) == "9007199254740993");
  BOOST_TEST(select("$[?@ > 1e399]", kNumbers) == "1e400");
  BOOST_TEST(select("$[?@ == 0.1]", kNumbers) == "0.1");
}

BOOST_AUTO_TEST_CASE(lists_and_maps_are_compared_deeply) {
  BOOST_TEST(select("$.a[?@ == $.b]",
                    R"({"a": [[1, {"x": 2, "y": 3}], []], "b": [1.0, {"y": 3, "x": 2}]})") ==
             R"([1, {"x": 2, "y": 3}])");
}

BOOST_AUTO_TEST_CASE(nothing_equals_nothing_and_is_less_than_nothing) {
  BOOST_TEST(select("$[?@.a == @.b]", R"([{}, {"a": null}])") == "{}");
  BOOST_TEST(select("$[?@.a <= @.b]", R"([{}, {"a": null}])") == "{}");
  BOOST_TEST(select("$[?@.a < @.b]", R"([{}, {"a": null}])") == "");
}

BOOST_AUTO_TEST_CASE(texts_are_ordered_by_code_points) {
  BOOST_TEST(select(R"($[?@ > "\uffff"])", R"(["z", "\uFFFE", "😀"])") == R"("😀")");
}

BOOST_AUTO_TEST_CASE(filters_may_stand_in_filters) {
  constexpr auto* kCodes = R"([{"c": [{"s": "cpt"}]}, {"c": [{"s": "ops"}]}])";
  BOOST_TEST(select("$[?@.c[?@.s == 'ops']].c", kCodes) == R"([{"s": "ops"}])");
  BOOST_TEST(select("$[?@.c[?@.s == $[0].c[0].s]].c", kCodes) == R"([{"s": "cpt"}])");
}

BOOST_AUTO_TEST_CASE(what_does_not_depend_on_the_node_is_looked_up_once) {
  // A million elements looked at a thousand times would be given up.
  std::string list = "[0";
  for (int i = 1; i < 20'000; ++i) list += ", " + std::to_string(i);
  list += "]";
  BOOST_TEST(select("$[?@ == $[-1]]", list) == "19999");
  BOOST_TEST(select("$[?count($..*) == @]", list + " ") == "");
  BOOST_TEST(select("$[?count($[?@ < 3]) == @]", list) == "3");
}

BOOST_AUTO_TEST_CASE(hostile_queries_are_given_up) {
  std::string deep(500, '[');
  deep += std::string(500, ']');
  BOOST_TEST(select("$..[?count(@..[?count(@..*) > 9]) > 9]", deep) == "gave up");
}

BOOST_AUTO_TEST_CASE(yaml_spellings_are_the_values_that_they_mean) {
  constexpr auto* kText = "- True\n- 0x1F\n- ~\n- .inf\n- +1\n";
  BOOST_TEST(select("$[?@ == true]", kText, Form::yaml) == "True");
  BOOST_TEST(select("$[?@ == 31]", kText, Form::yaml) == "0x1F");
  BOOST_TEST(select("$[?@ == null]", kText, Form::yaml) == "~");
  BOOST_TEST(select("$[?@ == 1]", kText, Form::yaml) == "+1");
  BOOST_TEST(select("$[?@ > 100]", kText, Form::yaml) == "");
  BOOST_TEST(select("$[?@ == '.inf']", kText, Form::yaml) == ".inf");
}

BOOST_AUTO_TEST_CASE(a_pattern_matches_the_whole_text_and_a_search_a_part) {
  BOOST_TEST(select("$[?match(@, 'a|b')]", R"(["a", "ab", "b"])") == R"("a" "b")");
  BOOST_TEST(select("$[?search(@, 'a|b')]", R"(["a", "cab", "c"])") == R"("a" "cab")");
}

BOOST_AUTO_TEST_CASE(a_pattern_that_is_none_matches_nothing_and_is_doubted) {
  BOOST_TEST(select("$[?match(@, '[')]", R"(["["])") == "");
  BOOST_TEST(select("$[?match(@, $[0])]", R"(["["])") == "");
  BOOST_TEST(
      doubt("$[?match(@, '[' )]") ==
      R"(['['] nothing matches this pattern: "[" is never closed; add "]" (character 1 of the pattern))");
  BOOST_TEST(doubt("$[?search(@, 1)]") ==
             "[1] the pattern is no text in quotes, so nothing matches it");
  BOOST_TEST(doubt("$[?search(@, 'a{99999}')]").starts_with("['a{99999}'] nothing matches"));
  BOOST_TEST(doubt("$[?search(@, 'a')]") == "");
}

BOOST_AUTO_TEST_CASE(a_mistake_in_a_filter_says_how_to_mend_it) {
  BOOST_TEST(mistake("$[?@.a = 1]") == R"([=] "is equal" is written "==")");
  BOOST_TEST(mistake("$[?@.a =~ 'b']") == R"([=~] "=~" is written match(value, 'pattern'))");
  BOOST_TEST(mistake("$[?@.a === 1]") == "[===] there is no such comparison");
  BOOST_TEST(mistake("$[?@.a & @.b]") == R"([&] "and" is written "&&")");
  BOOST_TEST(mistake("$[?@.a | @.b]") == R"([|] "or" is written "||")");
  BOOST_TEST(mistake("$[?system == 'cpt']") ==
             "[system] \"system\" is no value; a member of the node is @.system, a text stands in "
             "quotes, true, false and null are lower case");
  BOOST_TEST(mistake("$[?'a']") ==
             "['a'] a value alone is no test; compare it, as in @.name == 'a'");
  BOOST_TEST(mistake("$[?length(@.a)]") ==
             "[length(@.a)] length() gives a value; compare it, as in length(...) > 1");
  BOOST_TEST(mistake("$[?match(@.a, 'a') == true]") ==
             "[match(@.a, 'a')] match() is true or false, and is not compared");
  BOOST_TEST(mistake("$[?@.* == 1]") ==
             "[@.*] this path may select several values, and one is compared; use names and "
             "indexes only, or value()");
  BOOST_TEST(mistake("$[?length(@.*) == 1]") ==
             "[@.*] length() takes one value, and this path may select several; use names and "
             "indexes only, or value()");
  BOOST_TEST(mistake("$[?count('a') == 1]") ==
             "['a'] count() takes a path, such as count(@.items)");
  BOOST_TEST(mistake("$[?length(match(@, 'a')) == 1]") ==
             "[match(@, 'a')] length() takes a value, and match() is true or false");
  BOOST_TEST(mistake("$[?size(@) > 1]") ==
             "[size] there is no function \"size\"; there are length, count, match, search, value");
  BOOST_TEST(mistake("$[?match(@.a)]") ==
             "[match(@.a)] match() takes two arguments, a value and a pattern");
  BOOST_TEST(mistake("$[?count(@, @) > 1]") == "[count(@, @)] count() takes one argument");
  BOOST_TEST(mistake("$[?length (@) > 1]") ==
             R"([length] "(" follows directly behind the name of a function)");
  BOOST_TEST(mistake("$[?(@.a == 1) == true]") ==
             "[==] what stands in parentheses is true or false, and is not compared");
  BOOST_TEST(mistake("$[?!@.a == 1]") ==
             "[ ==] \"!\" stands before a test; write !(...) around a comparison");
  BOOST_TEST(mistake("$[?!!@.a]") ==
             "[!] \"!\" stands before one test, and not before another \"!\"");
  BOOST_TEST(mistake("$[?(@.a]") == "[]] expected \"&&\", \"||\" or \")\" here");
  BOOST_TEST(mistake("$[?(@.a") == "[(] the parenthesis is not closed");
  BOOST_TEST(mistake("$[?@.a") == "[[] the bracket is not closed");
  BOOST_TEST(mistake("$[?") == "[] the filter ends here, but expected a test such as @.name");
  BOOST_TEST(mistake("$[?@.a == 01]") == "[01] a number is written without a leading zero");
  BOOST_TEST(mistake("$[?@.a == 'b\\x']") ==
             R"([\x] this is no escape of JSONPath; a backslash itself is written "\\")");
}

BOOST_AUTO_TEST_CASE(nesting_is_bounded) {
  const std::size_t most = Path::kMaxNesting;
  const auto nested = [](std::size_t levels) {
    return "$[?" + std::string(levels - 1, '(') + "@" + std::string(levels - 1, ')') + "]";
  };
  BOOST_TEST(select(nested(most), "[7]") == "7");
  BOOST_TEST(mistake(nested(most + 1)) ==
             "[(] filters, parentheses and calls are nested more than 50 deep");
  std::string filters = "$";
  for (std::size_t i = 0; i < 100'000; ++i) filters += "[?@";
  BOOST_TEST(mistake(filters) == "[?] filters, parentheses and calls are nested more than 50 deep");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
