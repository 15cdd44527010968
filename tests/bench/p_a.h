#pragma once

#include <cstddef>

namespace proclint::bench {

/// The yardstick P_A, which other figures are ratios to: checks that the bytes are UTF-8, then
/// parses them in-situ into a RapidJSON DOM. It uses nothing of ours, so that it stays what it is.
/// `bytes` are destroyed, and one more behind them belongs to the caller too. The number of members
/// of the root, so that nothing is optimised away; -1 if the text is not UTF-8 or no JSON object.
int p_a(char* bytes, std::size_t size);

}  // namespace proclint::bench
