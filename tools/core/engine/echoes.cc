#include "core/engine/echoes.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace proclint {

void drop_echoes(std::vector<Diagnostic>& findings) {
  std::unordered_map<std::string, Severity> meant;  // and how severe its absence is
  std::unordered_set<std::string> told;
  for (const Diagnostic& finding : findings) {
    if (!finding.meant.empty()) meant.emplace(finding.meant, Severity::info);
    if (finding.tells_all) told.insert(finding.pointer);
  }
  if (meant.empty() && told.empty()) return;
  std::erase_if(findings, [&](const Diagnostic& finding) {
    // Nothing else is found where no node is.
    if (const auto absent = meant.find(finding.pointer); absent != meant.end()) {
      absent->second = std::max(absent->second, finding.severity);
      return true;
    }
    return finding.is_detail && told.contains(finding.pointer);
  });
  for (Diagnostic& finding : findings) {
    if (finding.meant.empty()) continue;
    finding.severity = std::max(finding.severity, meant[finding.meant]);
  }
}

}  // namespace proclint
