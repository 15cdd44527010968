#pragma once

#include <cstdint>

#include "core/document/document.h"
#include "core/source/source.h"

namespace proclint {

/// Reads YAML as documents are really written: maps and lists by indentation, texts, numbers and
/// words with or without quotes, also over several lines, "|" and ">" blocks, lists and maps in
/// brackets on one line, comments. The document is the one that YamlTree makes from the events of
/// the library, to the last place and mark, and nothing is to be reported about it.
///
/// False at the first sign of anything else (anchors, tags, tabs, a second document, a mistake),
/// and then the document holds what was read so far: the source is to be read from its begin by the
/// library, which so stays the only judge of what is rare or wrong.
///
/// The reason is speed: the library needs 10 ns a byte for its events alone, of which a formatter
/// that reads, writes and reads again has less than that in all.
bool read_simple_yaml(const Source& source, std::uint32_t max_depth, Document& document);

}  // namespace proclint
