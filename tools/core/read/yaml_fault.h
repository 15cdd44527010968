#pragma once

#include <string_view>

#include "core/read/yaml_parser.h"
#include "core/source/diagnostic.h"
#include "core/source/source.h"

namespace proclint {

/// The finding (rule syntax-error) for a text that is no YAML, in the words of its author: what is
/// there, and how to mend it.
Diagnostic explain_yaml_fault(std::string_view text, const YamlStop& stop);

}  // namespace proclint
