#pragma once

#include "core/document/document.h"
#include "core/read/reader.h"
#include "core/source/source.h"

namespace proclint {

/// Reads JSON (RFC 8259) that has nothing wrong, in one pass over the source: the document is the
/// one that the library's events make, but for where in Document::decoded its texts with escapes
/// stand, and there is nothing to report.
///
/// False at the first sign of anything else (a mistake, bytes that are no UTF-8, a nesting that
/// nobody writes by hand, a limit of `options`), and then the document holds what was read so far:
/// the source is to be read from its begin by the library, which so stays the judge of what is
/// wrong.
bool read_simple_json(const Source& source, const ReadOptions& options, Document& document);

}  // namespace proclint
