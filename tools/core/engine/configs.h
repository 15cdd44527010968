#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/engine/config.h"
#include "core/source/result.h"

namespace proclint {

/// `path` made absolute, without ".", ".." or a slash at its end; links are not resolved. The root
/// is "".
std::string absolute_path(const std::string& path);

/// `absolute` as a user in the working directory would write it.
std::string shown_path(const std::string& absolute);

/// What a pattern of `config` is compared with: `absolute` seen from its folder; unchanged when it
/// lies elsewhere.
std::string_view relative(const Config& config, std::string_view absolute);

/// Which configuration applies where: reads each configuration once.
class Configs {
 public:
  /// With `path` given, that file applies everywhere, relative to its own folder.
  static Result<Configs> create(const std::string& path);

  /// What applies to the files in `folder` (absolute). Errors are those of look_upward and
  /// read_our_file.
  Result<const Config*> for_folder(const std::string& folder);

  /// The configuration files that were read; those with mistakes have diagnostics.
  const std::vector<std::unique_ptr<OurFile>>& files() const { return files_; }

 private:
  Result<const Config*> load(const std::string& path, bool is_named_by_user);

  std::unordered_map<std::string, const Config*> by_folder_;
  std::vector<std::unique_ptr<Config>> configs_;
  std::vector<std::unique_ptr<OurFile>> files_;
  const Config* everywhere_ = nullptr;
};

}  // namespace proclint
