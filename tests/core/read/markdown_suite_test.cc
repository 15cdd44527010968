#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <cmark.h>

#include "core/read/page_sample.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

using sample::Markdown;

constexpr std::size_t kRounds = 3000;

struct Example {
  std::string number;
  std::string markdown;
};

// The examples of the CommonMark specification; none without PROCLINT_SUITES.
std::vector<Example> examples() {
  std::vector<Example> all;
  const char* suites = std::getenv("PROCLINT_SUITES");
  if (suites == nullptr) {
    std::cout << "skipped: PROCLINT_SUITES is not set\n";
    return all;
  }
  const std::string text = sample::file_text(std::string(suites) + "/markdown/spec-0.31.2.json");
  const Source source("spec.json", text);
  Document document;
  std::vector<Diagnostic> diagnostics;
  read_json(source, {}, document, diagnostics);
  for (const Value example : Value::root(document).children()) {
    all.push_back(
        {std::string(example.find("number").text()), std::string(example.find("markdown").text())});
  }
  BOOST_TEST(all.size() == 652U);
  return all;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// With one blank for each run of blanks and none around: a comment takes a blank beside it.
std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_blank(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_section(cmark_node* node) {
  return cmark_node_get_type(node) == CMARK_NODE_HEADING &&
         cmark_node_get_heading_level(node) < 3 &&
         cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT;
}

// cmark's plain texts of the paragraphs and headings that stand in no quote, in order; those of
// sections are empty.
std::vector<std::string> plain_texts(const std::string& markdown, bool has_sections = false) {
  std::vector<std::string> texts;
  cmark_node* root = cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT);
  cmark_iter* events = cmark_iter_new(root);
  int quotes = 0;
  cmark_event_type event;
  while ((event = cmark_iter_next(events)) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(events);
    const bool enters = event == CMARK_EVENT_ENTER;
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        quotes += enters ? 1 : -1;
        break;
      case CMARK_NODE_PARAGRAPH:
      case CMARK_NODE_HEADING:
        if (enters && quotes == 0) texts.emplace_back();
        if (!enters && has_sections && is_section(node)) texts.back().clear();
        break;
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
        if (quotes == 0) texts.back() += cmark_node_get_literal(node);
        break;
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        if (quotes == 0) texts.back() += ' ';
        break;
      default:
        break;
    }
  }
  cmark_iter_free(events);
  cmark_node_free(root);
  for (std::string& text : texts) text = folded(text);
  return texts;
}

// Texts that stand as written.
std::set<NodeId> foreign_texts(const Document& document) {
  std::set<NodeId> ids;
  for (const Mark& mark : document.marks) {
    if (mark.kind == MarkKind::foreign) ids.insert(mark.node);
  }
  return ids;
}

// The link definitions of the file, those in quotes too.
std::string definitions(const Document& document) {
  std::string out;
  for (const Mark& mark : document.marks) {
    const std::string_view slice = document.source->slice(mark.span);
    const bool is_quote = mark.kind == MarkKind::foreign && slice.starts_with('>');
    if (!is_quote && mark.kind != MarkKind::link_definition) continue;
    out += "\n\n";
    out += document.source->slice(mark.span);
  }
  return out;
}

// What is wrong with the places of the document; empty if nothing.
std::string broken_places(const Markdown& file) {
  const Document& document = file.document;
  const auto size = static_cast<std::uint32_t>(file.text.size());
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Node& node = document.node(id);
    const std::string at = "node " + std::to_string(id) + ": ";
    if (node.span.begin > node.span.end || node.span.end > size) return at + "outside the source";
    if (node.parent != kNoNode && !document.node(node.parent).span.contains(node.span)) {
      return at + "outside its parent";
    }
  }
  std::uint32_t last = 0;
  for (const Mark& mark : document.marks) {
    if (mark.span.begin < last || mark.span.end > size || mark.span.begin > mark.span.end) {
      return "a mark out of order";
    }
    if (mark.node >= document.nodes.size()) return "a mark of no node";
    last = mark.span.begin;
  }
  for (const Span comment : document.comments) {
    if (comment.end > size || !file.source.slice(comment).starts_with("<!--")) return "a comment";
  }
  return {};
}

// What is wrong with the texts; empty if nothing.
std::string broken_texts(const Markdown& file) {
  const Document& document = file.document;
  const std::set<NodeId> foreign = foreign_texts(document);
  const std::string links = definitions(document);
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Value value(document, id);
    if (!value.is(Kind::string)) continue;
    const std::string slice(file.source.slice(value.span()));
    if (foreign.count(id) != 0) {
      if (slice != value.text()) return "not as written: " + slice;
      continue;
    }
    // "#" keeps a line that looks like a block from being one.
    const bool is_line = slice.find('\n') == std::string::npos;
    const std::vector<std::string> texts = plain_texts((is_line ? "# " : "") + slice + links);
    const std::string text = texts.empty() ? "" : texts.front();
    if (text != folded(value.text())) {
      return "'" + slice + "' decodes to '" + text + "', not to '" + std::string(value.text()) +
             "'";
    }
  }
  return {};
}

// What is wrong with the way from texts to the source; empty if nothing.
std::string broken_locations(const Markdown& file) {
  const Document& document = file.document;
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Value value(document, id);
    if (!value.is(Kind::string)) continue;
    const std::string_view text = value.text();
    std::uint32_t last = value.span().begin;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      const Span place = value.locate({i, i + 1});
      const std::string_view slice = file.source.slice(place);
      const std::string at = "'" + std::string(text) + "' at " + std::to_string(i) + ": ";
      if (!value.span().contains(place) || place.empty()) return at + "outside";
      const bool is_same_unit = place.begin < last;
      if (is_same_unit && slice.front() != '&') return at + "backwards";
      const bool is_undecodable = text[i] == '?' && static_cast<unsigned char>(slice[0]) >= 0x80;
      const bool is_plain = place.size() == 1 && (slice[0] == text[i] || is_undecodable);
      const bool is_blank_for_line_end =
          text[i] == ' ' && slice.find_first_of("\r\n") != slice.npos;
      const bool is_escape = place.size() == 2 && slice[0] == '\\' && slice[1] == text[i];
      const bool is_reference = slice.front() == '&' && slice.back() == ';';
      if (!is_plain && !is_blank_for_line_end && !is_escape && !is_reference) {
        return at + "'" + std::string(slice) + "'";
      }
      last = place.end;
    }
  }
  return {};
}

std::vector<std::string> read_texts(const Markdown& file) {
  const std::set<NodeId> foreign = foreign_texts(file.document);
  std::vector<std::string> texts;
  for (NodeId id = 0; id < file.document.nodes.size(); ++id) {
    const Value value(file.document, id);
    if (value.is(Kind::string) && foreign.count(id) == 0) texts.push_back(folded(value.text()));
  }
  return texts;
}

BOOST_AUTO_TEST_SUITE(markdown_suite)

BOOST_AUTO_TEST_CASE(every_example_has_its_places_inside_the_file) {
  for (const Example& example : examples()) {
    const Markdown file(example.markdown);
    BOOST_TEST(broken_places(file) == "", example.number << ": " << broken_places(file));
  }
}

// Behind a heading, so that nothing is left out.
BOOST_AUTO_TEST_CASE(every_text_of_an_example_is_decoded_from_its_bytes) {
  for (const Example& example : examples()) {
    const Markdown file("## Summary\n\n" + example.markdown);
    BOOST_TEST(broken_places(file) == "", example.number << ": " << broken_places(file));
    BOOST_TEST(broken_texts(file) == "", example.number << ": " << broken_texts(file));
  }
}

BOOST_AUTO_TEST_CASE(every_text_of_an_example_is_read) {
  for (const Example& example : examples()) {
    const Markdown file("## Summary\n\n" + example.markdown);
    std::vector<std::string> expected = plain_texts(file.text, true);
    std::vector<std::string> read = read_texts(file);
    std::erase(expected, "");
    std::erase(read, "");
    BOOST_TEST(read == expected, example.number << ": " << example.markdown);
  }
}

BOOST_AUTO_TEST_CASE(every_byte_of_a_text_is_found_in_the_source) {
  for (const Example& example : examples()) {
    const Markdown file("## Summary\n\n" + example.markdown);
    const std::string broken = broken_locations(file);
    BOOST_TEST(broken == "", example.number << ": " << broken);
  }
}

// Lines of the examples in any order, and signs in any order on them.
BOOST_AUTO_TEST_CASE(random_texts_keep_their_places) {
  constexpr std::string_view kSigns = "*_`[]()<>!&;#\\\"' \t\n\r-+1.|ab";
  std::vector<std::string> lines;
  for (const Example& example : examples()) {
    for (std::size_t at = 0; at < example.markdown.size();) {
      const std::size_t end =
          std::min(example.markdown.find('\n', at), example.markdown.size() - 1);
      lines.push_back(example.markdown.substr(at, end + 1 - at));
      at = end + 1;
    }
  }
  if (lines.empty()) return;
  std::mt19937 random(4);
  const auto below = [&random](std::size_t limit) { return random() % limit; };
  for (std::size_t round = 0; round < kRounds; ++round) {
    std::string text = "## Summary\n\n";
    for (std::size_t i = below(6) + 1; i > 0; --i) {
      std::string line = lines[below(lines.size())];
      for (std::size_t j = below(8); j > 2; --j) {
        line.insert(below(line.size() + 1), 1, kSigns[below(kSigns.size())]);
      }
      text += line;
    }
    if (utf8::find_invalid(text) != std::string::npos) continue;
    const Markdown file(text);
    const std::string broken = broken_places(file) + broken_locations(file);
    BOOST_TEST(broken == "", text << ": " << broken);
    std::vector<std::string> expected = plain_texts(file.text, true);
    std::vector<std::string> read = read_texts(file);
    std::erase(expected, "");
    std::erase(read, "");
    // A table is kept as written.
    if (text.find('|') == std::string::npos) BOOST_TEST(read == expected, text);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
