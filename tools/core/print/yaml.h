#pragma once

#include <cstddef>
#include <string>

#include "core/document/value.h"

namespace proclint {

/// Appends `value` as lines of YAML in block style, each indented by `indent` blanks and ended by a
/// line feed: what it holds two blanks deeper a level, a list below its key too, and `[]` or `{}`
/// for what is empty. Equal keys are all written; comments are not.
///
/// A text is plain where every YAML parser reads the same text back, else in double quotes; one of
/// several lines is a literal block where it can be. Long lines are not folded: an author who
/// changes a word changes one line, not the whole paragraph, and the reader sees the change.
/// Numbers, true, false and null are written as in the source.
void write_yaml_value(Value value, std::size_t indent, std::string& out);

/// The same for a map's value with its key before it.
void write_yaml_member(Value value, std::size_t indent, std::string& out);

/// The same for a whole document, with the comments and the blank lines (one at most) of a document
/// that was read from YAML. What authors write around it ("---", directives) is left out.
void write_yaml(const Document& document, std::string& out);

}  // namespace proclint
