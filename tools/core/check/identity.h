#pragma once

#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// Gives each finding of a document its identity: what a baseline and a waiver know it by, and
/// SARIF's fingerprint. It is a hash of the rule, `document_id` (the path if the document has no
/// id) and the pointer, in which the innermost element of a list is named by the hash of its text
/// and those around it are not told apart; then ":" and an ordinal, from 1, among findings that are
/// equal in all that. So it survives laying out anew, moving, reordering, and whatever happens to
/// other elements. `findings` are in the order of the report.
void identify(const Document& document, std::string_view document_id,
              std::vector<Diagnostic>& findings);

}  // namespace proclint
