#pragma once

#include <string_view>

#include "core/document/document.h"

namespace proclint {

/// The meta-schema, or the vocabulary's part of one, with that URI; null for others. Read when
/// first asked for; lives as long as the program.
const Document* standard_meta_schema(std::string_view uri);

}  // namespace proclint
