#include "core/report/reporters.h"

#include <algorithm>
#include <array>

namespace proclint {
namespace {

constexpr std::array kReporters = {
    ReporterInfo{"text", "for people: each finding with its line", false, make_text_reporter},
    ReporterInfo{"compact", "one line a finding, for editors and scripts", false,
                 make_compact_reporter},
    ReporterInfo{"sarif", "SARIF 2.1.0, for code scanning", true, make_sarif_reporter},
};

}  // namespace

std::span<const ReporterInfo> reporters() { return kReporters; }

const ReporterInfo* find_reporter(std::string_view name) {
  const auto* found = std::find_if(kReporters.begin(), kReporters.end(),
                                   [&](const ReporterInfo& each) { return each.name == name; });
  return found == kReporters.end() ? nullptr : found;
}

}  // namespace proclint
