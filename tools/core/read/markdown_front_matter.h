#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/read/reader.h"
#include "core/source/span.h"

namespace proclint {

/// The YAML at the begin of a Markdown file, between lines of three hyphens ("..." may end it too).
struct FrontMatter {
  Span yaml;               ///< without those lines
  std::uint32_t body = 0;  ///< where the Markdown begins
};

/// None where line 1, behind a byte order mark, is no line of three hyphens, or none ends it: then
/// the hyphens are Markdown.
std::optional<FrontMatter> find_front_matter(std::string_view text);
/// The line of three hyphens where no other one follows, but a name with a colon does: nobody
/// writes that as Markdown.
std::optional<Span> find_open_front_matter(std::string_view text);

/// Reads the front matter into `document`, whose root is its map then; no nodes if it holds
/// nothing. False, with a finding, if it cannot be read or is no map.
bool read_front_matter(const Source& source, const FrontMatter& front_matter,
                       const ReadOptions& options, Document& document,
                       std::vector<Diagnostic>& diagnostics);
/// As Reader::locate, of a text of the front matter.
Span locate_in_front_matter(const Document& document, NodeId node, Span decoded);

}  // namespace proclint
