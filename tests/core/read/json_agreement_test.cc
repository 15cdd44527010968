#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <rapidjson/document.h>

#include "core/document/value.h"
#include "core/read/reader_agreement.h"
#include "core/read/reading.h"
#include "core/source/utf8.h"

// Our reader against RapidJSON's DOM on the same text: other flags (recursive, not in-situ, numbers
// converted), other source of values. Against itself: the slice of every node, read again. And its
// simple reader against the library.

namespace proclint {
namespace {

constexpr std::array<std::string_view, 8> kSeeds{
    R"({"title": "A \"b\" \u00e9\ud83d\ude00", "codes": [{"system": "cpt", "value": "64616"}]})",
    "\xEF\xBB\xBF[1, -0.5e+3, 1e309, true,\r\n\tfalse, null, \"\", [], {}]",
    "{\"a\": {\"a\": [[[]]], \"b\\n\": \"\\\\\"}, \"a\": \"\xE2\x80\x9C\xF0\x9F\x98\x80\xC3\xA9\"}",
    R"("alone \/\b\f\n\r\t")",
    "-12345678901234567890.5",
    R"([123456789012345678901234567890, 0, -0, 1E-999, 12e34, 5])",
    R"({"steps": ["First, wash the hands well and dry them", "Then\u0020wait"], "n": 1})",
    "[\n  \"a\\u0000b\",\n  {\n    \"k\": null\n  }\n]\n"};

// Bytes that matter to the grammar stand here more often than chance would have it.
constexpr std::string_view kBytes =
    "[]{}[]{},,::\"\"\"\\\\//'abtfnrue0123456789+-.eE \t\r\n\x1A\x1F\x01\x7F\xC3\xA9\xFF\xE2\x80";

std::string mutated(std::mt19937& random) {
  const auto below = [&random](std::size_t limit) { return random() % limit; };
  std::string text(kSeeds[below(kSeeds.size())]);
  for (std::size_t count = below(4); count-- > 0 && !text.empty();) {
    const std::size_t at = below(text.size());
    const char byte = below(64) == 0 ? '\0' : kBytes[below(kBytes.size())];
    switch (below(5)) {
      case 0:
        text[at] = byte;
        break;
      case 1:
        text.insert(at, 1, byte);
        break;
      case 2:
        text.erase(at, 1 + below(3));
        break;
      case 3:
        text.resize(at);
        break;
      default:
        text.insert(at, text.substr(below(text.size()), below(12)));
        break;
    }
  }
  return text;
}

bool is_equal(Value ours, const rapidjson::Value& theirs) {
  switch (ours.kind()) {
    case Kind::null:
      return theirs.IsNull();
    case Kind::boolean:
      return theirs.IsBool() && (ours.text() == "true") == theirs.GetBool();
    case Kind::number:
      return theirs.IsString() && ours.text() == theirs.GetString();
    case Kind::string:
      return theirs.IsString() &&
             ours.text() == std::string_view(theirs.GetString(), theirs.GetStringLength());
    case Kind::list: {
      if (!theirs.IsArray() || ours.size() != theirs.Size()) return false;
      rapidjson::SizeType i = 0;
      for (const Value child : ours.children()) {
        if (!is_equal(child, theirs[i++])) return false;
      }
      return true;
    }
    case Kind::map: {
      if (!theirs.IsObject() || ours.size() != theirs.MemberCount()) return false;
      auto member = theirs.MemberBegin();
      for (const Value child : ours.children()) {
        if (child.key().text() !=
            std::string_view(member->name.GetString(), member->name.GetStringLength())) {
          return false;
        }
        if (!is_equal(child, (member++)->value)) return false;
      }
      return true;
    }
    case Kind::key:
      break;
  }
  return false;
}

// What RapidJSON says of the text, with what it is known to let pass taken out: control characters
// (its SSE2 scanner), a NUL at the end, and the second half of a surrogate pair.
bool is_valid_by_dom(std::string text, rapidjson::Document& dom) {
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r' && c != '\n') return false;
    if (static_cast<unsigned char>(c) >= 0x80) c = '?';
  }
  dom.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag>(
      text.c_str(), text.size());
  return !dom.HasParseError();
}

bool has_big_exponent(std::string_view text) {
  return text.find_first_of("eE") != std::string_view::npos || text.size() > 300;
}

bool has_escaped_surrogate(std::string_view text) {
  return text.find("\\ud") != std::string_view::npos || text.find("\\uD") != std::string_view::npos;
}

// Every node lies in its parent, and its bytes alone are read as the same kind and text.
void check_slices(const JsonReading& reading) {
  const Document& document = reading.document;
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Value node(document, id);
    if (const Value parent = node.parent()) {
      BOOST_TEST_REQUIRE(parent.span().contains(node.span()));
    }
    const JsonReading again(reading.source.slice(node.span()));
    const Document& slice = again.document;
    BOOST_TEST_REQUIRE(!slice.empty());
    BOOST_TEST_REQUIRE((slice.node(0).span == Span{0, node.span().size()}));
    if (node.is(Kind::key)) {
      BOOST_TEST_REQUIRE((slice.node(0).kind == Kind::string));
    } else {
      BOOST_TEST_REQUIRE((slice.node(0).kind == node.kind()));
    }
    if (node.is(Kind::list) || node.is(Kind::map)) {
      BOOST_TEST_REQUIRE(slice.node(0).size == node.size());
      BOOST_TEST_REQUIRE(slice.nodes.size() == node.node().next - id);
    } else {
      BOOST_TEST_REQUIRE(slice.text(0) == node.text());
      BOOST_TEST_REQUIRE(
          (locate_json(document, id, {0, static_cast<std::uint32_t>(node.text().size())}).size() <=
           node.span().size()));
    }
  }
}

// One text: read or refused as the DOM does, with the same values, or with one error in the text.
void check(const std::string& text, int& valid) {
  // Nothing behind the text may be read.
  const std::vector<char> bytes(text.begin(), text.end());
  const Agreement both = json_agreement({bytes.data(), bytes.size()});
  BOOST_TEST_REQUIRE(both.problem == "");
  const JsonReading reading(text);
  int errors = 0;
  for (const Diagnostic& finding : reading.findings) {
    BOOST_TEST_REQUIRE(finding.span.end <= text.size());
    BOOST_TEST_REQUIRE(finding.span.begin <= finding.span.end);
    BOOST_TEST_REQUIRE((finding.message != "this is no JSON from here on"));
    if (finding.rule != "invalid-utf8") ++errors;
  }
  BOOST_TEST_REQUIRE(errors == (reading.document.empty() ? 1 : 0));
  BOOST_TEST_REQUIRE(both.is_simple == reading.findings.empty());

  rapidjson::Document dom;
  const bool by_dom = is_valid_by_dom(text, dom);
  const bool is_too_big = dom.HasParseError() &&
                          dom.GetParseError() == rapidjson::kParseErrorNumberTooBig &&
                          has_big_exponent(text);
  if (by_dom == reading.document.empty() && !is_too_big) {
    BOOST_TEST_REQUIRE((by_dom && has_escaped_surrogate(text)));
  }
  if (reading.document.empty()) return;
  ++valid;
  check_slices(reading);
  if (by_dom && utf8::count_codepoints(text) == text.size()) {
    BOOST_TEST_REQUIRE(is_equal(Value::root(reading.document), dom));
  }
}

BOOST_AUTO_TEST_SUITE(json_agreement)

// PROCLINT_MUTATIONS asks for more than the tests have time for.
BOOST_AUTO_TEST_CASE(mutated_documents_are_read_or_refused_as_by_the_dom) {
  const char* const wanted = std::getenv("PROCLINT_MUTATIONS");
  const long count = wanted == nullptr ? 3000 : std::strtol(wanted, nullptr, 10);
  std::mt19937 random(20240115);
  int valid = 0;
  for (long i = 0; i < count; ++i) {
    const std::string text = mutated(random);
    BOOST_TEST_CONTEXT("text: " << text) { check(text, valid); }
  }
  BOOST_TEST(valid > count / 10);
  BOOST_TEST(valid < count);
}

BOOST_AUTO_TEST_CASE(every_prefix_of_a_document_is_refused_with_a_place) {
  for (const std::string_view seed : kSeeds) {
    int valid = 0;
    for (std::size_t size = 0; size <= seed.size(); ++size) {
      BOOST_TEST_CONTEXT("text: " << seed.substr(0, size)) {
        check(std::string(seed.substr(0, size)), valid);
      }
    }
    BOOST_TEST(valid > 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
