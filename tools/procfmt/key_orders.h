#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "core/document/headings.h"
#include "core/engine/inputs.h"
#include "core/print/key_order.h"
#include "core/source/result.h"

namespace proclint {

/// The order of keys for the documents of a run: each schema is read once.
class KeyOrders {
 public:
  /// By the schema that the configuration names for `input`, and by the headings that it is read
  /// with. Error: the schema cannot be read, or lies outside of the repository.
  Result<const KeyOrder*> of(const Input& input, const Headings& headings);

 private:
  std::map<std::pair<std::string, const Headings*>, std::unique_ptr<KeyOrder>> orders_;
};

}  // namespace proclint
