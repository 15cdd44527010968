#pragma once

#include <memory>
#include <optional>

#include "core/document/headings.h"
#include "core/engine/config.h"
#include "core/engine/our_file.h"

namespace proclint {

/// The table of headings that a configuration names.
struct HeadingsFile {
  std::unique_ptr<OurFile> file;     ///< null if it could not be read
  std::optional<Headings> headings;  ///< none after a mistake
};

/// Reads it. Mistakes are diagnostics of the file, or of the configuration's if the file cannot be
/// read or, unless `is_free`, lies outside the repository.
HeadingsFile read_headings(const Config& config, bool is_free);

}  // namespace proclint
