#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <rapidjson/document.h>
#include <rapidjson/encodedstream.h>
#include <rapidjson/memorystream.h>

#include "core/document/value.h"
#include "core/print/json.h"
#include "core/read/reading.h"
#include "core/read/yaml.h"
#include "core/read/yaml_cases.h"
#include "core/read/yaml_parser.h"
#include "core/read/yaml_text.h"

namespace proclint {
namespace {

// Each document of the stream as JSON.
std::vector<std::string> values(const Source& source, std::vector<Diagnostic>& findings) {
  std::vector<std::string> result;
  Document document;
  read_yaml_stream(source, ReadOptions{}, document, findings, [&](const Document& read) {
    write_json(Value::root(read), result.emplace_back());
  });
  return result;
}

bool is_equal(const std::vector<std::string>& found, const std::string& expected) {
  // Not a StringStream: RapidJSON's SIMD code reads past the end of one.
  rapidjson::MemoryStream bytes(expected.data(), expected.size());
  rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
  std::size_t i = 0;
  for (;; ++i) {
    rapidjson::Document wanted;
    wanted.ParseStream<rapidjson::kParseStopWhenDoneFlag>(stream);
    if (wanted.HasParseError()) break;
    rapidjson::Document read;
    if (i >= found.size() || read.Parse(found[i].data(), found[i].size()).HasParseError() ||
        read != wanted) {
      return false;
    }
  }
  return i == found.size();
}

bool is_within(const Diagnostic& finding, const Source& source) {
  return finding.span.begin <= finding.span.end && finding.span.end <= source.text().size();
}

bool has(const std::vector<Diagnostic>& findings, std::string_view rule, Severity severity) {
  return std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& finding) {
    return finding.rule == rule && finding.severity == severity;
  });
}

BOOST_AUTO_TEST_SUITE(yaml_suite)

BOOST_AUTO_TEST_CASE(every_case_is_read_or_refused_as_it_must_be) {
  int as_json = 0;
  int refused = 0;
  int read = 0;
  int unsupported = 0;
  int all = 0;
  for_each_yaml_case([&](const YamlCase& one) {
    ++all;
    const Source source(one.id, one.yaml);
    std::vector<Diagnostic> findings;
    const std::vector<std::string> found = values(source, findings);
    for (const Diagnostic& finding : findings) {
      BOOST_TEST(is_within(finding, source), one.id);
      BOOST_TEST(!finding.message.empty(), one.id);
    }
    const bool is_refused = has(findings, "syntax-error", Severity::error);
    if (one.must_fail) {
      BOOST_TEST(is_refused, one.id << " must be refused");
      if (is_refused) ++refused;
      return;
    }
    BOOST_TEST(!is_refused, one.id << " must be read: " << print(findings));
    if (is_refused) return;
    const bool is_unsupported = has(findings, "yaml-unsupported", Severity::error);
    if (one.has_json) {
      const bool is_right = is_equal(found, one.json) && !is_unsupported;
      std::string shown;
      for (const std::string& value : found) shown += value + '\n';
      BOOST_TEST(is_right,
                 one.id << " is read as " << shown << "instead of " << one.json << print(findings));
      if (is_right) ++as_json;
    } else if (is_unsupported) {
      ++unsupported;
    } else {
      ++read;
    }
  });
  if (all == 0) return;
  std::cout << "yaml suite: " << all << " cases; " << as_json << " give their JSON, " << refused
            << " are refused, " << read << " without JSON are read, " << unsupported
            << " name what JSON cannot hold\n";
  BOOST_TEST(as_json >= 144);
  BOOST_TEST(refused >= 47);
  BOOST_TEST(all == as_json + refused + read + unsupported);
}

// Blank, so that a part of a file stands in its old column.
std::string indented(const Source& source, Span part) {
  const std::uint32_t begin = source.line(source.line_index(part.begin)).begin;
  return std::string(part.begin - begin, ' ') + std::string(source.slice(part));
}

BOOST_AUTO_TEST_CASE(the_source_of_each_node_is_read_as_that_node) {
  int count = 0;
  for_each_yaml_case([&](const YamlCase& one) {
    // What depends on something outside of the node: anchors, tag handles, lone line ends, and the
    // digit of a block scalar.
    if (one.must_fail || one.yaml.find_first_of("*%\r") != std::string::npos) return;
    const YamlReading reading(one.yaml);
    for (NodeId id = 0; id < reading.document.nodes.size(); ++id) {
      const Value value(reading.document, id);
      if (value.span().empty() || yaml_indent_digit(one.yaml, value.span()) != 0) continue;
      if (value.is(Kind::key) && value.text() == reading.source.slice(value.span())) continue;
      // A pair in a flow list has no brackets of its own, so its value may read on.
      const bool is_pair = value.parent() && value.parent().is(Kind::list) && value.is(Kind::map) &&
                           one.yaml[value.parent().span().begin] == '[';
      if (is_pair) continue;
      const bool is_scalar = !value.is(Kind::list) && !value.is(Kind::map);
      const YamlReading again(is_scalar ? "--- " + std::string(reading.source.slice(value.span()))
                                        : indented(reading.source, value.span()));
      BOOST_TEST_REQUIRE(!again.document.empty(), one.id << ": " << again.text);
      const Value root = Value::root(again.document);
      ++count;
      if (!is_scalar) {
        std::string expected;
        std::string found;
        write_json(value, expected);
        write_json(root, found);
        BOOST_TEST(found == expected, one.id << ": " << again.text);
      } else {
        BOOST_TEST(root.text() == value.text(), one.id << ": " << again.text);
        if (!value.is(Kind::key)) BOOST_TEST((root.kind() == value.kind()), one.id);
      }
    }
  });
  BOOST_TEST((count == 0 || count > 300));
}

// The library's own text is not used, see YamlParser::text; here it is a second opinion.
BOOST_AUTO_TEST_CASE(texts_are_decoded_as_the_library_decodes_them) {
  int count = 0;
  for_each_yaml_case([&](const YamlCase& one) {
    if (one.must_fail) return;
    YamlParser parser(one.yaml);
    for (YamlEvent event = parser.next();
         event.kind != YamlEventKind::end && event.kind != YamlEventKind::fault;
         event = parser.next()) {
      if (event.kind != YamlEventKind::scalar || event.style == YamlStyle::absent) continue;
      if (event.style == YamlStyle::literal || event.style == YamlStyle::folded) continue;
      BOOST_TEST(yaml_text(one.yaml, event.token).decoded == parser.text(), one.id);
      ++count;
    }
  });
  BOOST_TEST((count == 0 || count > 300));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
