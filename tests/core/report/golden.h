#pragma once

#include <string>
#include <string_view>

namespace proclint::testing {

/// Compares `actual` with tests/golden/report/NAME.golden. Empty when equal, else the first lines
/// that differ. With PROCLINT_UPDATE_GOLDEN=1 in the environment the file is written instead: read
/// the difference before it is committed.
std::string golden_difference(std::string_view name, const std::string& actual);

}  // namespace proclint::testing
