#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/check/ruleset.h"

namespace proclint {

/// Everything that is found in one text: reading, schema and rules together, in the author's
/// wording. `rule` is the index of the rule whose example it is, which must be on.
using Lint =
    std::function<std::vector<Diagnostic>(const Source& text, Form form, std::size_t rule)>;

/// Appends a value as JSON.
using WriteJson = std::function<void(Value value, std::string& out)>;

/// Executes the examples of the rule at index `rule` and appends a finding (rule ruleset-invalid),
/// at its place in the rules file, for each that does not behave: a bad one must have exactly the
/// findings of this rule that `finds` lists, each as "POINTER: message", or {finding, span} where
/// the text that is underlined counts, in their order, a good one none; findings of other rules do
/// not count. With `fixed`, the bad example with all fixes of the rule applied must read so.
///
/// A document of an example is a JSON document: as it stands, of a rules file in YAML as
/// `write_json` writes it; {"page": "text"}, {"markdown": "text"}
/// and {"yaml": "text"} are the text of such a file, {"json": "text"} that of a JSON file (for what
/// a rules file cannot hold, such as a syntax
/// error). With "encoding": "latin-1" beside it each character is one byte, so that a text may hold
/// bytes that are no UTF-8.
void run_examples(const Ruleset& ruleset, std::size_t rule, const Lint& lint,
                  const WriteJson& write_json, std::vector<Diagnostic>& diagnostics);

}  // namespace proclint
