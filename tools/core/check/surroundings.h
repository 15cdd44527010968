#pragma once

#include <string>

namespace proclint {

class RetiredCodes;

/// What a rule function may ask that is neither in the document nor in the rules: the day, and the
/// tables that a configuration names. The same for all documents of a configuration.
struct Surroundings {
  std::string today;                      ///< YYYY-MM-DD; empty: before every date
  const RetiredCodes* retired = nullptr;  ///< null: there is no list
};

}  // namespace proclint
