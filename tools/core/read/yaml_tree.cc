#include "core/read/yaml_tree.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "core/read/json_fault.h"
#include "core/read/yaml_tag.h"
#include "core/read/yaml_text.h"

namespace proclint {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }

bool has_content(const YamlEvent& event) { return event.style != YamlStyle::absent; }

// Where the first thing stands that the event itself tells of.
std::optional<std::uint32_t> first_offset(const YamlEvent& event) {
  std::optional<std::uint32_t> first;
  for (const Span span : {event.anchor, event.tag, event.token}) {
    if (!span.empty() && (!first || span.begin < *first)) first = span.begin;
  }
  return first;
}

bool is_block_scalar(YamlStyle style) {
  return style == YamlStyle::literal || style == YamlStyle::folded;
}

// Whether the bytes between the quotes, or of a plain scalar, are its text.
bool is_verbatim(std::string_view content, YamlStyle style) {
  const char special = style == YamlStyle::single_quoted   ? '\''
                       : style == YamlStyle::double_quoted ? '\\'
                                                           : '\n';
  return std::none_of(content.begin(), content.end(),
                      [special](char c) { return c == '\n' || c == '\r' || c == special; });
}

Span without_quotes(Span span) { return {span.begin + 1, span.end - 1}; }

}  // namespace

YamlTree::YamlTree(const Source& source, std::string_view text, std::uint32_t max_depth,
                   std::vector<Diagnostic>& findings)
    : source_(source),
      text_(text),
      is_repaired_(text.data() != source.text().data()),
      max_depth_(max_depth),
      findings_(findings),
      cursor_(text, findings_) {}

bool YamlTree::refuse(std::string_view rule, Span span, std::string message) {
  findings_.error(rule, span, std::move(message));
  return false;
}

void YamlTree::skip_to(std::uint32_t offset, Document& document) {
  cursor_.collect(document.comments);
  cursor_.skip_directives(offset);
}

YamlTree::Outcome YamlTree::read(YamlParser& parser, const YamlEvent& begin, Document& document) {
  document_ = &document;
  cursor_.collect(document.comments);
  if (begin.token.empty()) {
    cursor_.skip_prelude();
  } else {
    cursor_.skip_directives(begin.token.begin);
    cursor_.jump(begin.token.end);
  }
  last_end_ = cursor_.at();
  left_ = {};
  key_depth_ = 0;
  frames_.clear();
  anchors_.clear();
  Builder builder(document, max_depth_);
  builder_ = &builder;
  for (;;) {
    const YamlEvent event = parser.next();
    if (event.kind == YamlEventKind::document_end) {
      cursor_.skip_blank(false);
      if (text_.substr(cursor_.at()).starts_with("...")) cursor_.jump(cursor_.at() + 3);
      return Outcome::done;
    }
    const bool is_fault = event.kind == YamlEventKind::fault || event.kind == YamlEventKind::end;
    const Outcome outcome = is_fault ? Outcome::fault : take(event);
    if (outcome == Outcome::done) continue;
    document.nodes.clear();
    document.decoded.clear();
    document.marks.clear();
    return outcome;
  }
}

// A pair in a flow list needs none; its event then has no token, or a "?".
bool YamlTree::has_bracket(const YamlEvent& event) const {
  return !event.token.empty() && text_[event.token.begin] != '?';
}

YamlTree::Role YamlTree::role() const {
  if (frames_.empty()) return Role::root;
  const Frame& frame = frames_.back();
  if (!frame.is_map) return Role::element;
  return frame.wants_value ? Role::value : Role::key;
}

void YamlTree::done(Role role) {
  if (role == Role::key) frames_.back().wants_value = true;
  if (role == Role::value) frames_.back().wants_value = false;
}

YamlTree::Outcome YamlTree::take(const YamlEvent& event) {
  const Role at = role();
  if (at == Role::root) {
    cursor_.skip_blank(false);
    // The library passes over it.
    if (cursor_.peek() == '%') {
      refuse("syntax-error", {cursor_.at(), cursor_.at() + 1},
             "a line that begins with % in the middle of a document; write it in quotes if it is "
             "text, else write ... on a line before it");
      return Outcome::refused;
    }
  }
  bool is_good = true;
  switch (event.kind) {
    case YamlEventKind::list_end:
    case YamlEventKind::map_end:
      end(event);
      break;
    case YamlEventKind::scalar:
      scalar(event, at);
      break;
    case YamlEventKind::alias:
      is_good = alias(event, at);
      break;
    default:
      is_good = begin(event, at);
      break;
  }
  return is_good ? Outcome::done : Outcome::refused;
}

// Over the indicator that the place of the node asks for. Whether there is one.
bool YamlTree::skip_indicator(const YamlEvent& event, Role role) {
  const bool is_flow = !frames_.empty() && frames_.back().is_flow;
  cursor_.skip_blank(is_flow && (role == Role::element || role == Role::key));
  const char wanted = role == Role::key                   ? '?'
                      : role == Role::value               ? ':'
                      : role == Role::element && !is_flow ? '-'
                                                          : '\0';
  if (wanted == '\0' || cursor_.peek() != wanted) return false;
  const std::uint32_t at = cursor_.at();
  const std::optional<std::uint32_t> first = first_offset(event);
  if (first == at) return false;
  // Of a value that is not written nothing tells its ":" from one that begins the next key.
  if (!first && wanted == ':' && !cursor_.ends_indicator(at + 1, is_flow)) return false;
  if (wanted == '-' && !is_in_key()) {
    document_->marks.push_back({builder_->next_node(), MarkKind::bullet, {at, at + 1}});
  }
  cursor_.jump(at + 1);
  return true;
}

void YamlTree::skip_properties(const YamlEvent& event) {
  const bool is_tag_first =
      event.anchor.empty() || (!event.tag.empty() && event.tag.begin < event.anchor.begin);
  for (const Span span :
       {is_tag_first ? event.tag : event.anchor, is_tag_first ? event.anchor : event.tag}) {
    if (span.empty()) continue;
    cursor_.skip_to(span.begin);
    cursor_.jump(span.end);
    last_end_ = span.end;
  }
}

// To the first byte of the node itself. Of one that is not written: to where it is missed, which is
// last_end_ then.
void YamlTree::move_to_content(const YamlEvent& event, Role role) {
  const bool is_written = has_content(event);
  // A key that is not written stands where its ":" does, a value behind its key.
  if (skip_indicator(event, role) || role == Role::key) last_end_ = cursor_.at();
  if (!event.anchor.empty() || !event.tag.empty()) skip_properties(event);
  if (is_written) cursor_.skip_blank(false);
}

void YamlTree::remember(const YamlEvent& event, NodeId node, Kind kind) {
  if (event.anchor.empty()) return;
  anchors_[text_.substr(event.anchor.begin + 1, event.anchor.size() - 1)] = {
      is_in_key() ? kNoNode : node, kind};
}

TextPiece YamlTree::piece(const YamlEvent& event, Span span) {
  if (!is_block_scalar(event.style)) {
    const Span content =
        event.style == YamlStyle::plain ? event.token : without_quotes(event.token);
    const std::string_view text = text_.substr(content.begin, content.size());
    if (is_verbatim(text, event.style)) {
      if (is_repaired_ && text != source_.slice(content)) return builder_->decoded(text);
      return {content.begin, content.size(), false};
    }
  }
  const auto begin = static_cast<std::uint32_t>(document_->decoded.size());
  const bool is_block = is_block_scalar(event.style);
  // The digit in the header of a block scalar adds to the column of what holds it.
  const std::uint32_t digit = is_block ? yaml_indent_digit(text_, span) : 0;
  std::optional<std::uint32_t> indent;
  if (digit != 0) indent = digit + (frames_.empty() ? 0 : cursor_.column(frames_.back().begin));
  decode_yaml(text_, span, indent, document_->decoded);
  return {begin, static_cast<std::uint32_t>(document_->decoded.size()) - begin, true};
}

void YamlTree::scalar(const YamlEvent& event, Role role) {
  move_to_content(event, role);
  Span span{last_end_, last_end_};
  if (is_block_scalar(event.style)) {
    span = cursor_.skip_block_scalar(event.token.end);
  } else if (has_content(event)) {
    span = event.token;
    cursor_.jump(span.end);
  }
  if (!event.tag.empty()) {
    span.begin = event.tag.begin;
    if (!has_content(event)) span.end = std::max(event.tag.end, last_end_);
  }
  last_end_ = span.end;
  if (is_in_key()) {
    remember(event, kNoNode, Kind::null);
    done(role);
    return;
  }
  TextPiece text{span.end, 0, false};
  if (has_content(event)) text = piece(event, span);
  const std::string_view decoded = text.is_decoded
                                       ? std::string_view(document_->decoded).substr(text.begin)
                                       : source_.text().substr(text.begin, text.size);
  const Kind kind = yaml_tagged_kind(event, decoded, text_, findings_);
  remember(event, builder_->next_node(), kind);
  if (role == Role::key) {
    if (kind == Kind::null) {
      findings_.unsupported(Severity::error, span.empty() ? one_byte(span.begin) : span,
                            "a key that is empty or null; write a name for it, in quotes if it is "
                            "a word such as \"null\"");
    } else if (event.style == YamlStyle::plain && decoded == "<<") {
      findings_.unsupported(Severity::error, span,
                            "a merge key (<<), which is not supported; write the keys of the other "
                            "map here");
    }
    builder_->key(span, text);
  } else {
    builder_->scalar(kind, span, text);
  }
  done(role);
}

Span YamlTree::one_byte(std::uint32_t at) const {
  return {at, std::min(at + 1, static_cast<std::uint32_t>(text_.size()))};
}

// Whether a tab stands before a block list or map on its line. The library would refuse it, but is
// not shown all tabs.
bool YamlTree::has_tab_before(std::uint32_t at) const {
  std::uint32_t blank = at;
  bool has_tab = false;
  while (blank > 0 && is_blank(text_[blank - 1])) has_tab |= text_[--blank] == '\t';
  return has_tab && blank > 0 && !is_line_end(text_[blank - 1]);
}

bool YamlTree::begin(const YamlEvent& event, Role role) {
  move_to_content(event, role);
  if (!is_in_key()) check_yaml_tag(event, text_, findings_);
  const bool is_map = event.kind == YamlEventKind::map_begin;
  const bool is_flow = event.style == YamlStyle::flow;
  const bool is_pair = is_flow && !has_bracket(event);
  if (is_pair) cursor_.skip_blank(true);
  const std::uint32_t at = cursor_.at();
  if (!is_flow && has_tab_before(at)) {
    return refuse("syntax-error", {at - 1, at},
                  "a tab before a list or map that begins on the same line; write one blank");
  }
  if (role == Role::key && !is_in_key()) {
    key_depth_ = frames_.size() + 1;
    key_begin_ = at;
  }
  remember(event, builder_->next_node(), is_map ? Kind::map : Kind::list);
  if (frames_.size() >= max_depth_ ||
      (!is_in_key() && !builder_->begin(is_map ? Kind::map : Kind::list, at))) {
    return refuse("too-deep", one_byte(at),
                  "lists and maps are nested more than " + std::to_string(max_depth_) +
                      " deep here; write the document flatter");
  }
  if (is_flow && !is_pair) cursor_.jump(at + 1);
  last_end_ = cursor_.at();
  frames_.push_back({is_map, is_flow, is_pair, false, at});
  return true;
}

void YamlTree::end(const YamlEvent& event) {
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (frame.is_flow && !frame.is_pair) {
    cursor_.skip_to(event.token.begin);
    cursor_.jump(event.token.end);
    last_end_ = event.token.end;
  }
  if (!is_in_key()) {
    builder_->end(last_end_);
  } else if (frames_.size() + 1 == key_depth_) {
    key_depth_ = 0;
    const Span span{key_begin_, last_end_};
    findings_.unsupported(
        Severity::error, span,
        "a list or map as a key, which is not supported; write a text as the key");
    builder_->key(span, {span.begin, span.size(), false});
  }
  done(role());
}

// Whether an alias may add one more node of `size` bytes; if not, that is reported.
bool YamlTree::may_add(std::uint32_t size, Span alias) {
  if (left_.nodes != 0 && left_.text >= size) {
    --left_.nodes;
    left_.text -= size;
    return true;
  }
  const YamlAliasLimit limit;
  return refuse("yaml-unsupported", alias,
                "what aliases (" + json_excerpt(text_, alias) +
                    ") stand for makes this document larger than " + std::to_string(limit.nodes) +
                    " values or " + std::to_string(limit.text / 1'000'000) +
                    " MB; write less by aliases");
}

bool YamlTree::alias(const YamlEvent& event, Role role) {
  move_to_content(event, role);
  const Span span = event.token;
  cursor_.jump(span.end);
  last_end_ = span.end;
  bool is_good = true;
  if (!is_in_key()) {
    const auto found = anchors_.find(text_.substr(span.begin + 1, span.size() - 1));
    if (found == anchors_.end()) {
      const std::string shown = json_excerpt(text_, span);
      return refuse("syntax-error", span,
                    shown + " stands for something that is marked &" + shown.substr(1) +
                        " before, but nothing is; write the value itself, or \"" + shown +
                        "\" in quotes if it is text");
    }
    is_good = role == Role::key ? alias_key(found->second, span) : alias_value(found->second, span);
  }
  if (is_good) done(role);
  return is_good;
}

bool YamlTree::alias_key(Anchor anchor, Span alias) {
  if (anchor.node != kNoNode && anchor.kind != Kind::list && anchor.kind != Kind::map) {
    const Node node = document_->nodes[anchor.node];
    if (!may_add(node.size, alias)) return false;
    builder_->key(node.span, {node.text, node.size, node.is_decoded});
    return true;
  }
  findings_.unsupported(Severity::error, alias,
                        json_excerpt(text_, alias) +
                            " makes a list or map a key, which is not supported; write a text as "
                            "the key");
  builder_->key(alias, {alias.begin, alias.size(), false});
  return true;
}

bool YamlTree::alias_value(Anchor anchor, Span alias) {
  if (anchor.node == kNoNode) {
    findings_.unsupported(Severity::error, alias,
                          json_excerpt(text_, alias) +
                              " stands for something inside a key, which is not supported; write "
                              "it out");
    builder_->scalar(Kind::string, alias);
    return true;
  }
  const Node node = document_->nodes[anchor.node];
  if (anchor.kind != Kind::list && anchor.kind != Kind::map) {
    if (!may_add(node.size, alias)) return false;
    builder_->scalar(anchor.kind, node.span, {node.text, node.size, node.is_decoded});
    return true;
  }
  if (node.span.empty()) {  // it has not ended yet
    return refuse("yaml-unsupported", alias,
                  json_excerpt(text_, alias) +
                      " stands for the list or map that holds it, so it would never end; write the "
                      "value itself");
  }
  return expand(anchor.node, alias);
}

// Copies the nodes of an anchored list or map, with their places.
bool YamlTree::expand(NodeId id, Span alias) {
  struct Open {
    NodeId next;
    std::uint32_t end;
  };
  std::vector<Open> open;
  const NodeId next = document_->nodes[id].next;
  for (NodeId i = id; i < next; ++i) {
    const Node node = document_->nodes[i];
    const bool is_container = node.kind == Kind::list || node.kind == Kind::map;
    if (!may_add(is_container ? 0 : node.size, alias)) return false;
    if (is_container) {
      if (!builder_->begin(node.kind, node.span.begin)) {
        return refuse("too-deep", alias,
                      "with what " + json_excerpt(text_, alias) +
                          " stands for, lists and maps are nested more than " +
                          std::to_string(max_depth_) + " deep; write the document flatter");
      }
      open.push_back({node.next, node.span.end});
    } else if (node.kind == Kind::key) {
      builder_->key(node.span, {node.text, node.size, node.is_decoded});
    } else {
      builder_->scalar(node.kind, node.span, {node.text, node.size, node.is_decoded});
    }
    while (!open.empty() && open.back().next == i + 1) {
      builder_->end(open.back().end);
      open.pop_back();
    }
  }
  return true;
}

}  // namespace proclint
