#pragma once

#include <string_view>

#include "core/engine/our_file.h"

namespace proclint {

/// Checks a file of ours against the schema of that name that the programs carry
/// ("schemas/config.schema.json"). What is found becomes diagnostics of the file, of the rule
/// `rule`, unless one stands at the same place already; all are then in the order of the text.
void check_shape(OurFile& file, const char* schema_name, std::string_view rule);

}  // namespace proclint
