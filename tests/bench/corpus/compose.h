#pragma once

#include <cstddef>
#include <cstdint>

#include "bench/corpus/procedure.h"

namespace proclint::corpus {

/// Document `index` of `count`: the same for the same seed on every machine, clean under schema and
/// rules. Ids, titles and primary codes differ from document to document, and similar codes lead to
/// documents that exist.
Procedure compose(std::uint64_t seed, std::size_t index, std::size_t count);

}  // namespace proclint::corpus
