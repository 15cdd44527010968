#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/value.h"
#include "core/print/yaml_comments.h"

namespace proclint {

/// Writes the lines of YAML; see yaml.h for their layout.
class YamlPrinter {
 public:
  /// Without `comments` neither these nor blank lines are written.
  YamlPrinter(const Document& document, const YamlComments* comments, std::string& out)
      : document_(document), comments_(comments), out_(out) {}

  /// The comments that belong to the file, and a blank line behind them.
  void top();
  void value(NodeId id, std::size_t indent) { nodes(id, document_.node(id).next, indent); }
  /// A key and its value.
  void member(NodeId key, std::size_t indent) { nodes(key, document_.node(key + 1).next, indent); }

 private:
  struct Open {
    NodeId id;
    NodeId next;
    std::size_t indent;  // of its lines
  };

  void nodes(NodeId begin, NodeId end, std::size_t indent);
  void key(NodeId id, std::size_t indent);
  void leaf(NodeId id, std::size_t indent, bool is_behind_sign);
  void begin_line(NodeId id, std::size_t indent);
  void end_line(NodeId entry);
  void comment_lines(const std::vector<YamlComment>& comments, std::size_t indent);
  void after(NodeId id, std::size_t indent);
  void blank_line();

  const Document& document_;
  const YamlComments* comments_;
  std::string& out_;
  std::vector<Open> open_;
  bool is_in_line_ = false;    // behind the dash of an item whose first line goes on
  bool is_first_line_ = true;  // of the text, or of a list or map: no blank line before it
};

}  // namespace proclint
