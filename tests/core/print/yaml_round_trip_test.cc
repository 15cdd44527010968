// What the YAML writer writes is read back as the tree that it was written from.

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "bench/corpus/random.h"
#include "core/document/value.h"
#include "core/print/json.h"
#include "core/print/yaml.h"
#include "core/read/reading.h"
#include "core/read/yaml_cases.h"
#include "core/read/yaml_parser.h"

namespace proclint {
namespace {

// Kinds and texts of all nodes; how null is written does not matter.
std::vector<std::string> tree(const Document& document) {
  std::vector<std::string> nodes;
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Node& node = document.node(id);
    const bool is_scalar = node.kind != Kind::list && node.kind != Kind::map;
    std::string line(name(node.kind));
    line += is_scalar && node.kind != Kind::null ? ' ' + std::string(document.text(id))
                                                 : ' ' + std::to_string(node.next);
    nodes.push_back(std::move(line));
  }
  return nodes;
}

std::vector<std::string> comments(const Document& document) {
  std::vector<std::string> texts;
  for (const Span span : document.comments) {
    std::string text(document.source->slice(span));
    text.erase(text.find_last_not_of(" \t") + 1);
    texts.push_back(std::move(text));
  }
  return texts;
}

std::string written(const Document& document) {
  std::string out;
  write_yaml(document, out);
  return out;
}

// The texts that libfyaml alone finds.
std::vector<std::string> texts_of_library(std::string_view yaml) {
  std::vector<std::string> texts;
  YamlParser parser(yaml);
  for (YamlEvent event = parser.next(); event.kind != YamlEventKind::end; event = parser.next()) {
    if (event.kind == YamlEventKind::fault) return {"fault: " + parser.fault().message};
    if (event.kind == YamlEventKind::scalar) texts.emplace_back(parser.text());
  }
  return texts;
}

std::vector<std::string> texts_of(const Document& document) {
  std::vector<std::string> texts;
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Kind kind = document.node(id).kind;
    if (kind != Kind::list && kind != Kind::map) texts.emplace_back(document.text(id));
  }
  return texts;
}

void check_round_trip(const Document& document, const std::string& of) {
  const std::string once = written(document);
  const YamlReading again(once);
  BOOST_TEST(again.findings.empty(), of << "\n" << once << print(again.findings));
  BOOST_TEST(tree(again.document) == tree(document), of << "\n" << once);
  if (document.form == Form::yaml) {
    BOOST_TEST(comments(again.document) == comments(document), of << "\n" << once);
  }
  BOOST_TEST(written(again.document) == once, of << "\n"
                                                 << once << "\n"
                                                 << written(again.document));
  const bool is_null = document.node(0).kind == Kind::null;
  if (!is_null) BOOST_TEST(texts_of_library(once) == texts_of(document), of << "\n" << once);
}

class Trees {
 public:
  explicit Trees(std::uint64_t seed) : random_(seed) {}

  std::string json() {
    std::string out;
    value(0, out);
    return out;
  }

 private:
  void text(std::string& out) {
    static constexpr std::array<std::string_view, 46> kPieces{
        "a",   "word",   "two words", "1",  "00100",   "3E03317", "NO",      "y",
        ":",   ": ",     " #",        "#",  "-",       "- ",      "?",       "? ",
        "\\n", "\\n\\n", " ",         "  ", "\\t",     "\\\"",    "'",       "\\\\",
        "~",   "null",   "12:30",     "é",  "\\u0085", "\\u2028", "\\uFEFF", "\\u0000",
        "😀",   "&a",     "*a",        "!t", "%",       "@",       "`",       "{",
        "}",   "[",      "]",         ",",  "|",       "---"};
    out += '"';
    for (std::size_t i = random_.below(5); i > 0; --i) out += random_.any(kPieces);
    out += '"';
  }

  void value(std::size_t depth, std::string& out) {
    const std::size_t kind = random_.below(depth < 5 ? 6 : 3);
    if (kind == 0) {
      static constexpr std::array<std::string_view, 6> kScalars{"null", "true", "-1.5e3",
                                                                "0",    "[]",   "{}"};
      out += random_.any(kScalars);
    } else if (kind <= 2) {
      text(out);
    } else {
      const bool is_list = kind == 3;
      out += is_list ? '[' : '{';
      for (std::size_t i = 0, count = random_.below(4); i < count; ++i) {
        if (i != 0) out += ',';
        if (!is_list) {
          text(out);
          out += ':';
        }
        value(depth + 1, out);
      }
      out += is_list ? ']' : '}';
    }
  }

  corpus::Random random_;
};

BOOST_AUTO_TEST_SUITE(print_yaml_round_trip)

BOOST_AUTO_TEST_CASE(random_trees_are_read_back) {
  Trees trees(20240717);
  for (int i = 0; i < 3000; ++i) {
    const JsonReading reading(trees.json());
    BOOST_TEST_REQUIRE(reading.findings.empty(), reading.text);
    check_round_trip(reading.document, reading.text);
  }
}

BOOST_AUTO_TEST_CASE(the_cases_of_the_suite_are_read_back) {
  int count = 0;
  for_each_yaml_case([&](const YamlCase& one) {
    const YamlReading reading(one.yaml);
    if (one.must_fail || !reading.findings.empty() || reading.document.empty()) return;
    ++count;
    check_round_trip(reading.document, one.id + "\n" + one.yaml);
  });
  BOOST_TEST((count == 0 || count > 100), count);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
