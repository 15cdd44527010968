#pragma once

#include <string>
#include <vector>

#include "core/source/diagnostic.h"

namespace proclint {

/// What a report prints of a rule.
struct RuleInfo {
  std::string id;
  Severity severity = Severity::error;
  std::string category;  ///< Structure, Codes, Lists, Typography, Reading
  std::string summary;   ///< what holds when the rule is content: "a section has content"
  std::string why;
  std::string help;  ///< how to mend it
  std::vector<std::string> sources;
};

}  // namespace proclint
