#pragma once

#include <vector>

#include "core/document/document.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// Reports what `document` has beside its tree and no other form than its own can hold: comments,
/// and of Markdown emphasis, links, images, tables and the like. Nothing where `target` is the form
/// that it was read from. What a page has beside its tree is layout, and goes into the member of
/// that name.
void report_source_losses(const Document& document, Form target, std::vector<Diagnostic>& losses);

}  // namespace proclint
