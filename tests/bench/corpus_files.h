#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace proclint::bench {

/// Walks `folder` and calls `use` with the bytes of each *.procedure.json below it, which hold
/// until the next one; one more byte behind them may be written. The cheapest way there is: openat,
/// one read, close. The number of files; exits with a message when something cannot be read.
std::size_t for_each_file(const std::string& folder,
                          const std::function<void(char* bytes, std::size_t size)>& use);

}  // namespace proclint::bench
