#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/builder.h"
#include "core/read/yaml_cursor.h"
#include "core/read/yaml_findings.h"
#include "core/read/yaml_parser.h"

namespace proclint {

/// What aliases may add to a tree: each may stand for a subtree that holds aliases itself, so a
/// short file could mean more than any memory holds ("billion laughs").
struct YamlAliasLimit {
  std::uint32_t nodes = 1'000'000;
  std::uint64_t text = 64'000'000;  ///< bytes
};

/// Makes nodes, comments and marks from the events of a YAML document.
///
/// The parser tells where a scalar or bracket stands. Where a block collection begins and ends, the
/// place of a value that is not written, dashes and comments come from the gaps between the tokens:
/// there stand only blanks, comments and indicators, and a cursor moves over them once.
///
/// - A block map is from its first key (or its "?") to the end of its last value, a block list from
///   its first dash.
/// - A scalar's span includes its tag, which its kind depends on, but not its anchor.
/// - A value that is not written is empty, behind its ":" or "-", or behind the key if there is no
///   ":".
/// - What an alias stands for keeps the places of the anchored nodes, so that each still decodes
///   from its span; only the list or map around it ends behind the alias.
class YamlTree {
 public:
  /// `text` is the source, or a copy of the same size that is valid UTF-8. The parser may read
  /// another copy, with blanks for some tabs: it gives places, the text comes from here.
  YamlTree(const Source& source, std::string_view text, std::uint32_t max_depth,
           std::vector<Diagnostic>& findings);

  enum class Outcome : std::uint8_t {
    done,
    refused,  ///< with a finding
    fault     ///< the parser knows why
  };
  /// Reads the document that `parser` has begun with the event `begin`; it has no nodes unless that
  /// is done.
  Outcome read(YamlParser& parser, const YamlEvent& begin, Document& document);
  /// Moves over the comments and directives before `offset`. The comments belong to `document`.
  void skip_to(std::uint32_t offset, Document& document);
  /// Moves over a document without reading it.
  void skip_over(std::uint32_t offset) { cursor_.jump(std::max(cursor_.at(), offset)); }

 private:
  struct Frame {
    bool is_map = false;
    bool is_flow = false;
    bool is_pair = false;  // in a flow list, without brackets
    bool wants_value = false;
    std::uint32_t begin = 0;
  };
  struct Anchor {
    NodeId node = kNoNode;  // kNoNode: inside a key, so there is no node
    Kind kind = Kind::null;
  };
  enum class Role : std::uint8_t { root, element, key, value };

  Outcome take(const YamlEvent& event);
  void scalar(const YamlEvent& event, Role role);
  bool begin(const YamlEvent& event, Role role);
  void end(const YamlEvent& event);
  bool alias(const YamlEvent& event, Role role);
  bool alias_key(Anchor anchor, Span alias);
  bool alias_value(Anchor anchor, Span alias);
  bool expand(NodeId id, Span alias);
  bool may_add(std::uint32_t size, Span alias);

  // A list or map as a key has no place in the tree: the key's text is its source, and what is
  // inside makes no nodes.
  bool is_in_key() const { return key_depth_ != 0; }
  Role role() const;
  void done(Role role);
  void move_to_content(const YamlEvent& event, Role role);
  bool skip_indicator(const YamlEvent& event, Role role);
  void skip_properties(const YamlEvent& event);
  bool has_bracket(const YamlEvent& event) const;
  bool has_tab_before(std::uint32_t at) const;
  TextPiece piece(const YamlEvent& event, Span span);
  void remember(const YamlEvent& event, NodeId node, Kind kind);
  bool refuse(std::string_view rule, Span span, std::string message);
  Span one_byte(std::uint32_t at) const;

  const Source& source_;
  std::string_view text_;
  bool is_repaired_;
  std::uint32_t max_depth_;
  YamlFindings findings_;
  YamlCursor cursor_;
  Document* document_ = nullptr;
  Builder* builder_ = nullptr;
  std::uint32_t last_end_ = 0;  // of the last node
  std::vector<Frame> frames_;
  std::size_t key_depth_ = 0;  // of the list or map that is a key; 0: none is
  std::uint32_t key_begin_ = 0;
  std::map<std::string_view, Anchor> anchors_;  // no hashes, which an attacker could make equal
  YamlAliasLimit left_;
};

}  // namespace proclint
