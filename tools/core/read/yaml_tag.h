#pragma once

#include <string_view>

#include "core/document/document.h"
#include "core/read/yaml_findings.h"
#include "core/read/yaml_parser.h"

namespace proclint {

/// Reports the tag of a list or map unless it says what is there anyway. `source` is the text that
/// the spans of the event refer to.
void check_yaml_tag(const YamlEvent& list_or_map, std::string_view source, YamlFindings& findings);

/// The kind of a scalar: as its tag says, else by the core schema if it is plain. A tag that does
/// not fit, or that is none of the core schema (YAML 1.2.2, section 10.3), is reported.
Kind yaml_tagged_kind(const YamlEvent& scalar, std::string_view text, std::string_view source,
                      YamlFindings& findings);

}  // namespace proclint
