#include "core/read/yaml.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/read/json_bytes.h"
#include "core/read/no_text.h"
#include "core/read/reader.h"
#include "core/read/text_runs.h"
#include "core/read/yaml_bytes.h"
#include "core/read/yaml_fault.h"
#include "core/read/yaml_parser.h"
#include "core/read/yaml_simple.h"
#include "core/read/yaml_text.h"
#include "core/read/yaml_tree.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// Spans count bytes in 32 bits.
constexpr std::size_t kMaxSize = 0xFFFFFFFF;

Diagnostic error(std::string_view rule, Span span, std::string message) {
  Diagnostic finding;
  finding.rule = rule;
  finding.span = span;
  finding.message = std::move(message);
  return finding;
}

// The text as it can be read: the source, or copies without what the library cannot bear.
class Text {
 public:
  /// False, with a finding, if it cannot be read at all.
  bool prepare(const Source& source, std::vector<Diagnostic>& diagnostics);

  std::string_view repaired;  // without undecodable bytes
  std::string_view masked;    // for the parser

 private:
  std::string repaired_copy_;
  std::string masked_copy_;
};

bool Text::prepare(const Source& source, std::vector<Diagnostic>& diagnostics) {
  repaired = source.text();
  if (repaired.size() > kMaxSize) {
    diagnostics.push_back(error("syntax-error", {}, "the file is larger than 4 GB; divide it"));
    return false;
  }
  if (auto refused = refuse_no_text(source)) {
    diagnostics.push_back(*std::move(refused));
    return false;
  }
  if (utf8::find_invalid(repaired) != std::string_view::npos) {
    repaired_copy_.assign(repaired);
    replace_undecodable(repaired_copy_);
    repaired = repaired_copy_;
    // "?" could be read as the sign of a key.
    for (std::size_t i = 0; i < repaired_copy_.size(); ++i) {
      if (repaired_copy_[i] != source.text()[i]) repaired_copy_[i] = '_';
    }
    report_undecodable(source, diagnostics);
  }
  if (auto refused = refuse_yaml_bytes(repaired)) {
    diagnostics.push_back(*std::move(refused));
    return false;
  }
  masked = mask_yaml_tabs(repaired, masked_copy_) ? std::string_view(masked_copy_) : repaired;
  return true;
}

void start(Document& document, const Source& source) {
  document.source = &source;
  document.form = Form::yaml;
  document.locate = &locate_yaml;
}

// The scalar taken apart so that it gives the text of the node; nothing if that fails, as for a
// block scalar that an alias put into another list or map.
std::optional<YamlText> apart(const Document& document, NodeId id) {
  const std::string_view text = document.source->text();
  const Node& node = document.node(id);
  const std::uint32_t digit = yaml_indent_digit(text, node.span);
  std::optional<std::uint32_t> indent;
  if (digit != 0) {
    const std::uint32_t begin = node.parent == kNoNode ? 0 : document.node(node.parent).span.begin;
    const std::size_t line =
        begin == 0 ? std::string_view::npos : text.find_last_of("\r\n", begin - 1);
    indent =
        digit + begin - (line == std::string_view::npos ? 0 : static_cast<std::uint32_t>(line) + 1);
  }
  YamlText found = yaml_text(text, node.span, indent);
  // Undecodable bytes were replaced one by one, so the size tells.
  if (found.decoded.size() != node.size) return std::nullopt;
  return found;
}

// Of what was read.
void add_runs(Document& document) {
  if (document.source->text().size() <= kLongText) return;
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Node& node = document.node(id);
    const bool is_long = node.is_decoded && node.size > kLongText && node.size <= kLongestText;
    // An alias has the text of its anchor.
    if (!is_long || (!document.runs.empty() && node.text <= document.runs.back().text)) continue;
    const std::optional<YamlText> text = apart(document, id);
    if (!text) continue;
    TextRuns runs(document.runs, node.text);
    for (const YamlUnit& unit : text->units) runs.add(unit.span, unit.decoded_size);
  }
}

// Over a document that is not wanted; whether the parser had nothing against it.
bool skip(YamlParser& parser, YamlTree& tree) {
  for (;;) {
    const YamlEvent event = parser.next();
    if (event.kind == YamlEventKind::fault || event.kind == YamlEventKind::end) return false;
    tree.skip_over(event.token.end);
    if (event.kind == YamlEventKind::document_end) return true;
  }
}

}  // namespace

void read_yaml(const Source& source, const ReadOptions& options, Document& document,
               std::vector<Diagnostic>& diagnostics) {
  start(document, source);
  if (source.text().size() <= kMaxSize && read_simple_yaml(source, options.max_depth, document)) {
    add_runs(document);
    return;
  }
  document.clear();
  read_yaml_by_library(source, options, document, diagnostics);
}

void read_yaml_by_library(const Source& source, const ReadOptions& options, Document& document,
                          std::vector<Diagnostic>& diagnostics) {
  start(document, source);
  Text text;
  if (!text.prepare(source, diagnostics)) return;
  YamlParser parser(text.masked);
  YamlTree tree(source, text.repaired, options.max_depth, diagnostics);
  const auto size = static_cast<std::uint32_t>(text.repaired.size());
  for (std::size_t count = 0;; ++count) {
    const YamlEvent event = parser.next();
    bool is_good = event.kind == YamlEventKind::document_begin;
    if (event.kind == YamlEventKind::end) {
      tree.skip_to(size, document);
      if (count == 0) {
        diagnostics.push_back(error("syntax-error", {size, size},
                                    "the file holds no document; write names with their values "
                                    "into it, as in title: Blood draw from the arm"));
      }
      add_runs(document);
      return;
    }
    if (is_good && count == 0) {
      const YamlTree::Outcome outcome = tree.read(parser, event, document);
      if (outcome == YamlTree::Outcome::refused) return;
      is_good = outcome == YamlTree::Outcome::done;
    } else if (is_good) {
      if (count == 1) {
        Document unwanted;
        tree.skip_to(event.token.begin, unwanted);
        diagnostics.push_back(
            error("yaml-unsupported", event.token,
                  "a second document begins here, and only the first one is checked; write each "
                  "document into a file of its own"));
      }
      is_good = skip(parser, tree);
    }
    if (!is_good) {
      document.nodes.clear();
      document.decoded.clear();
      document.marks.clear();
      diagnostics.push_back(explain_yaml_fault(text.repaired, parser.fault()));
      return;
    }
  }
}

void read_yaml_stream(const Source& source, const ReadOptions& options, Document& document,
                      std::vector<Diagnostic>& diagnostics,
                      const std::function<void(const Document&)>& each) {
  document.clear();
  start(document, source);
  Text text;
  if (!text.prepare(source, diagnostics)) return;
  YamlParser parser(text.masked);
  YamlTree tree(source, text.repaired, options.max_depth, diagnostics);
  for (;;) {
    const YamlEvent event = parser.next();
    if (event.kind == YamlEventKind::end) {
      tree.skip_to(static_cast<std::uint32_t>(text.repaired.size()), document);
      return;
    }
    YamlTree::Outcome outcome = YamlTree::Outcome::fault;
    if (event.kind == YamlEventKind::document_begin) {
      document.clear();
      start(document, source);
      outcome = tree.read(parser, event, document);
    }
    if (outcome == YamlTree::Outcome::done) {
      add_runs(document);
      each(document);
      continue;
    }
    document.clear();
    start(document, source);
    if (outcome == YamlTree::Outcome::fault) {
      diagnostics.push_back(explain_yaml_fault(text.repaired, parser.fault()));
    }
    return;
  }
}

Span locate_yaml(const Document& document, NodeId id, Span decoded) {
  const Node& node = document.node(id);
  if (node.kind == Kind::list || node.kind == Kind::map) return node.span;
  if (!node.is_decoded) {
    const std::uint32_t begin = std::min(decoded.begin, node.size);
    const std::uint32_t end = std::clamp(decoded.end, begin, node.size);
    return {node.text + begin, node.text + end};
  }
  Span place{node.span.end, node.span.end};
  if (decoded.begin >= node.size) return place;
  if (has_runs(document, node)) return locate_in_runs(document, node, decoded);
  // It was tried when the document was read.
  if (node.size > kLongText) return node.span;
  const std::optional<YamlText> text = apart(document, id);
  if (!text) return node.span;
  std::uint32_t done = 0;
  bool is_found = false;
  for (const YamlUnit& unit : text->units) {
    if (unit.decoded_size == 0) continue;
    if (!is_found && done + unit.decoded_size > decoded.begin) {
      place = {unit.span.begin, unit.span.begin};
      is_found = true;
    }
    if (done >= decoded.end) break;
    if (is_found) place.end = unit.span.end;
    done += unit.decoded_size;
  }
  return place;
}

}  // namespace proclint
