#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/engine/engine.h"
#include "core/engine/mutations.h"

namespace proclint {

/// Which rules notice which damage: what "rules test" reports.
class Guards {
 public:
  /// Ids of the rules that noticed it, in any document; empty: nothing did.
  using Noticed = std::map<std::pair<std::string, Damage>, std::set<std::string>>;  // by field

  /// Damages `document` in every way, once each, and checks it by `plan`. It counts as noticed what
  /// makes a finding that the document as it was does not have. The document may be of any form;
  /// it is checked as JSON.
  void add(const Engine& engine, const Plan& plan, const Document& document);

  const Noticed& noticed() const { return noticed_; }
  std::size_t documents() const { return documents_; }
  std::size_t changes() const { return changes_; }

 private:
  Noticed noticed_;
  std::size_t documents_ = 0;
  std::size_t changes_ = 0;
};

}  // namespace proclint
