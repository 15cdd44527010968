#pragma once

#include <optional>
#include <string>

namespace proclint {

/// The repository that holds `folder` (absolute): the nearest folder upward with a .git in it; ""
/// where there is none. What a document or a configuration names must lie inside: it may come with
/// a stranger's pull request.
std::string repository_of(const std::string& folder);

/// Whether `path` lies in `folder` (absolute; everything lies in ""), links resolved.
bool is_inside(const std::string& path, const std::string& folder);

/// Why a file that a file of ours in `folder` names is not read; nothing if it may: it lies in the
/// same repository, or the user named where it all begins (`is_free`).
std::optional<std::string> refused(const std::string& path, const std::string& folder,
                                   bool is_free);

}  // namespace proclint
