#pragma once

#include <string>
#include <string_view>

#include "core/report/sarif_writer.h"
#include "core/source/rule_info.h"

namespace proclint {

/// SARIF's word for a severity.
std::string_view sarif_level(Severity severity);

/// A reportingDescriptor (SARIF 2.1.0, 3.49) with all that GitHub's code scanning shows of a rule.
void write_sarif_rule(SarifWriter& json, const RuleInfo& rule);

}  // namespace proclint
