#pragma once

#include <optional>

#include "core/source/diagnostic.h"
#include "core/source/source.h"

namespace proclint {

/// The one finding for a file that is no text in UTF-8 whatever its name says: UTF-16, or an image,
/// an archive, a file of a word processor.
std::optional<Diagnostic> refuse_no_text(const Source& source);

}  // namespace proclint
