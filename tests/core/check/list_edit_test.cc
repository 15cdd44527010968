#include "core/check/list_edit.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <string>

#include "core/check/edit_reading.h"
#include "core/document/pointer.h"

namespace proclint {
namespace {

// The source without the element at `pointer`; "no" if there are no edits.
std::string removed(Form form, std::string_view source, std::string_view pointer) {
  const FormReading reading(form, std::string(source));
  BOOST_TEST_REQUIRE(!reading.document.empty());
  const auto value = resolve(reading.root(), pointer);
  BOOST_TEST_REQUIRE(value.has_value());
  const auto edits = remove_element(*value);
  BOOST_REQUIRE(!edits || are_apart(*edits, source.size()));
  return edits ? apply_edits(source, *edits) : "no";
}

std::string in_json(std::string_view source, std::string_view pointer) {
  return removed(Form::json, source, pointer);
}
std::string in_yaml(std::string_view source, std::string_view pointer) {
  return removed(Form::yaml, source, pointer);
}
std::string in_markdown(std::string_view source, std::string_view pointer) {
  return removed(Form::markdown, source, pointer);
}
std::string in_page(std::string_view source, std::string_view pointer) {
  return removed(Form::page, source, pointer);
}

BOOST_AUTO_TEST_SUITE(list_edits)

BOOST_AUTO_TEST_CASE(an_element_of_json_goes_with_one_comma) {
  BOOST_TEST(in_json("[1, 2, 3]", "/0") == "[2, 3]");
  BOOST_TEST(in_json("[1, 2, 3]", "/1") == "[1, 3]");
  BOOST_TEST(in_json("[\n  1,\n  2\n]", "/1") == "[\n  1\n]");
  BOOST_TEST(in_json("[ 1 ]", "/0") == "[]");
}

BOOST_AUTO_TEST_CASE(a_member_goes_with_its_key) {
  BOOST_TEST(in_json(R"({"a": 1, "b": {"c": 2}})", "/a") == R"({"b": {"c": 2}})");
  BOOST_TEST(in_json(R"({"a": 1, "b": {"c": 2}})", "/b") == R"({"a": 1})");
  BOOST_TEST(in_json(R"({"a": 1, "b": {"c": 2}})", "/b/c") == R"({"a": 1, "b": {}})");
  BOOST_TEST(in_yaml("a: 1\nb:\n  c: 2\n  d: 3\ne: 4\n", "/b") == "a: 1\ne: 4\n");
  BOOST_TEST(in_yaml("a: 1\nb:\n  c: 2\n  d: 3\ne: 4\n", "/b/d") == "a: 1\nb:\n  c: 2\ne: 4\n");
}

BOOST_AUTO_TEST_CASE(an_item_of_yaml_goes_with_its_lines) {
  const std::string_view list = "- a # one\n# of b\n- >\n  b\n  c\n\n- d: 1\n  e: 2";
  BOOST_TEST(in_yaml(list, "/0") == "# of b\n- >\n  b\n  c\n\n- d: 1\n  e: 2");
  BOOST_TEST(in_yaml(list, "/1") == "- a # one\n# of b\n- d: 1\n  e: 2");
  BOOST_TEST(in_yaml(list, "/2") == "- a # one\n# of b\n- >\n  b\n  c\n");
  BOOST_TEST(in_yaml(list, "/2/d") == "no");
  BOOST_TEST(in_yaml(list, "/2/e") == "- a # one\n# of b\n- >\n  b\n  c\n\n- d: 1\n");
  BOOST_TEST(in_yaml("- - a\n  - b\n", "/0/0") == "no");
  BOOST_TEST(in_yaml("- a\n", "/0") == "no");
}

BOOST_AUTO_TEST_CASE(an_item_between_brackets_of_yaml_goes_with_its_comma) {
  BOOST_TEST(in_yaml("a: [b, 'c', {d: e}]\n", "/a/1") == "a: [b, {d: e}]\n");
  BOOST_TEST(in_yaml("a: [b, # of b\n  c]\n", "/a/1") == "no");
}

BOOST_AUTO_TEST_CASE(what_anchors_and_aliases_hold_stays) {
  const std::string_view source = "a: [&x b, c, *x]\nd:\n- &y e\n- *y\n- f\n";
  for (const std::string_view pointer : {"/a/0", "/a/1", "/a/2", "/d/0", "/d/1", "/d/2"}) {
    BOOST_TEST(in_yaml(source, pointer) == "no");
  }
}

BOOST_AUTO_TEST_CASE(steps_are_numbered_anew) {
  BOOST_TEST(in_markdown("## Steps\n\n1. a\n2. b\n   c\n3. d\n", "/sections/procedure/0/steps/1") ==
             "## Steps\n\n1. a\n2. d\n");
  BOOST_TEST(in_markdown("## Steps\n\n1. a\n1. b\n1. d\n", "/sections/procedure/0/steps/0") ==
             "## Steps\n\n1. b\n1. d\n");
  BOOST_TEST(in_page("Steps\n\n  1. a\n  2. b\n  3. c\n", "/sections/procedure/0/steps/0") ==
             "Steps\n\n  1. b\n  2. c\n");
}

BOOST_AUTO_TEST_CASE(blank_lines_around_an_item_go_with_it) {
  const std::string_view loose = "## Risks\n\n- a\n\n- b\n\n- c\n\nText.\n";
  BOOST_TEST(in_markdown(loose, "/sections/risks/0/items/1") ==
             "## Risks\n\n- a\n\n- c\n\nText.\n");
  BOOST_TEST(in_markdown(loose, "/sections/risks/0/items/2") ==
             "## Risks\n\n- a\n\n- b\n\nText.\n");
  BOOST_TEST(in_page("Risks\n\n  - a\n    b\n  - c\n\nText\n", "/sections/risks/0/items/0") ==
             "Risks\n\n  - c\n\nText\n");
}

BOOST_AUTO_TEST_CASE(a_section_goes_with_its_heading) {
  const std::string_view page = "Risks\n\n- a\n\nBenefits\n\nb\n\nRecovery\n\nc\n";
  BOOST_TEST(in_page(page, "/sections/benefits") == "Risks\n\n- a\n\nRecovery\n\nc\n");
  BOOST_TEST(in_page(page, "/sections/recovery") == "Risks\n\n- a\n\nBenefits\n\nb\n");
  BOOST_TEST(in_markdown("# T\n\n## Risks\n\n## Recovery\n\nc\n", "/sections/risks") ==
             "# T\n\n## Recovery\n\nc\n");
}

// The tree without an element is the tree of the text without it.
BOOST_AUTO_TEST_CASE(what_is_left_is_what_was_there) {
  const std::array<std::pair<Form, std::string_view>, 4> samples{{
      {Form::json, R"({"a": [1, [2, "x"], {"b": 3, "c": []}], "d": {"e": "f"}, "g": null})"},
      {Form::yaml,
       "a: [1, [2, x], {b: 3, c: []}]\nd:\n  e: f\n  g:\n  - h # c\n\n  - i: |\n      j\n    k: "
       "l\n  - - m\n    - n\no: >\n  p\n\n"},
      {Form::markdown,
       "---\nid: a\nnames:\n  common: [b, c]\n  technical:\n    - d\n    - e\n---\n# T\n\n## "
       "Risks\n\n- a\n\n  b\n- c\n  - d\n  - e\n\ntext\n\n1. f\n2. g\n\n## Recovery\n\nh\n"},
      {Form::page,
       "CPT code 64616\n\nName of the Procedure\n\nT\n\nRisks\n\n  - a\n    b\n  - c\n    - d\n    "
       "- e\n\ntext\n\n  1. f\n  2. g\n\nRecovery\n\nh\n"},
  }};
  for (const auto& [form, text] : samples) {
    const FormReading before(form, std::string(text));
    BOOST_TEST_REQUIRE(before.findings.empty());
    for (NodeId id = 1; id < before.document.nodes.size(); ++id) {
      const Value value(before.document, id);
      if (value.is(Kind::key)) continue;
      const auto edits = remove_element(value);
      if (!edits) continue;
      std::vector<std::string> expected = contents(before.document);
      const Value holder = value.parent();
      const std::size_t size = holder.size() - 1;
      expected[holder.id()] = std::string(name(holder.kind())) + ' ' + std::to_string(size);
      const NodeId first = value.key() ? id - 1 : id;
      expected.erase(expected.begin() + first, expected.begin() + value.node().next);
      const FormReading after(form, apply_edits(text, *edits));
      BOOST_CHECK_MESSAGE(contents(after.document) == expected,
                          value.pointer() << " of " << name(form) << " leaves\n"
                                          << after.text);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
