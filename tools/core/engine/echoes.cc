#include "core/engine/echoes.h"

#include <string>
#include <unordered_set>

namespace proclint {

void drop_echoes(std::vector<Diagnostic>& findings) {
  std::unordered_set<std::string> meant;
  std::unordered_set<std::string> told;
  for (const Diagnostic& finding : findings) {
    if (!finding.meant.empty()) meant.insert(finding.meant);
    if (finding.tells_all) told.insert(finding.pointer);
  }
  if (meant.empty() && told.empty()) return;
  std::erase_if(findings, [&](const Diagnostic& finding) {
    // Nothing else is found where no node is.
    return meant.contains(finding.pointer) || (finding.is_detail && told.contains(finding.pointer));
  });
}

}  // namespace proclint
