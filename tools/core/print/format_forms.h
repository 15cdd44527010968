#pragma once

#include <string>
#include <vector>

#include "core/document/document.h"
#include "core/print/format.h"

namespace proclint {

// The forms of format(). Each appends the document with line feeds as line ends; false if it must
// stay as it is, for the reason in `kept`.

/// Scalars and keys have the bytes of the source.
bool format_json(const Document& document, const FormatOptions& options, std::string& out,
                 std::vector<Diagnostic>& kept);
bool format_yaml(const Document& document, const FormatOptions& options, std::string& out,
                 std::vector<Diagnostic>& kept);
/// Changes of the source: what is not layout keeps its bytes.
bool format_page(const Document& document, const FormatOptions& options, std::string& out,
                 std::vector<Diagnostic>& kept);
/// Blocks that only Markdown has, and comments, keep their bytes.
bool format_markdown(const Document& document, const FormatOptions& options, std::string& out,
                     std::vector<Diagnostic>& kept);

/// Adds what stays as it is.
void add_kept(std::vector<Diagnostic>& kept, Span span, std::string message);

}  // namespace proclint
