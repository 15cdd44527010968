#pragma once

#include <vector>

#include "core/check/applied_rules.h"
#include "core/check/message.h"
#include "core/check/texts.h"

namespace proclint {

/// Memory that a check leaves to the next one.
struct CheckMemory {
  Texts texts;
};

/// Applies rules to a document, all in one walk, and appends what they find, in the order of the
/// walk and without identities. A document without findings costs no allocation, but for filters; a
/// rule that is off, or for another form, costs nothing. When the paths of the rules need more than
/// Path::max_steps(), that is a finding of the rule whose path it was, and the walk ends.
void check_document(const Document& document, const AppliedRules& rules, Wording wording,
                    CheckMemory& memory, std::vector<Diagnostic>& out);
/// The same for one document only.
void check_document(const Document& document, const Ruleset& ruleset, const Settings& settings,
                    Wording wording, std::vector<Diagnostic>& out);

}  // namespace proclint
