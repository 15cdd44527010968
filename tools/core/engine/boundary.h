#pragma once

#include <string>

namespace proclint {

/// The repository that holds `folder` (absolute): the nearest folder upward with a .git in it; ""
/// where there is none. What a document or a configuration names must lie inside: it may come with
/// a stranger's pull request.
std::string repository_of(const std::string& folder);

/// Whether `path` lies in `folder` (absolute; everything lies in ""), links resolved.
bool is_inside(const std::string& path, const std::string& folder);

}  // namespace proclint
