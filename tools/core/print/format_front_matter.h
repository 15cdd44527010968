#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/document/document.h"
#include "core/print/format.h"

namespace proclint {

/// Appends the front matter of a Markdown document in its layout, with the lines of hyphens around
/// it; nothing if there is none. What cannot be formatted keeps its lines, for a reason in `kept`.
/// Returns where the Markdown begins.
std::uint32_t format_front_matter(const Document& document, const FormatOptions& options,
                                  std::string& out, std::vector<Diagnostic>& kept);

}  // namespace proclint
