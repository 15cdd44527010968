#pragma once

#include <vector>

#include "core/check/message.h"
#include "core/check/ruleset.h"

namespace proclint {

/// Applies the rules that are on to a document and appends what they find, a rule's findings in
/// the order of the document, without identities. `settings` are those of `ruleset`. A document
/// without findings costs no allocation; a rule that is off, or for another form, costs a
/// comparison.
void check_document(const Document& document, const Ruleset& ruleset, const Settings& settings,
                    Wording wording, std::vector<Diagnostic>& out);

}  // namespace proclint
