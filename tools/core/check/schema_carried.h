#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/check/schema_program.h"
#include "core/document/document.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// The program of a schema of ours as bytes, for Schema::carried(): formats asserted, not checked
/// against its meta-schema. The same schema gives the same bytes. The schema refers to no other
/// document. Empty, and diagnostics, if it has mistakes.
std::string carried_program(const Document& schema, std::vector<Diagnostic>& diagnostics);

/// The program from such bytes. `schema`, the document that they were made from, must outlive it.
Program read_carried_program(std::string_view bytes, const Document& schema);

}  // namespace proclint
