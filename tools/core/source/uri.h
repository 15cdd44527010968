#pragma once

#include <string>
#include <string_view>

namespace proclint {

/// The URI (RFC 3986) of a file: relative for a path below `folder` (absolute, may be empty), which
/// is what code scanning wants; a file URI for any other absolute path. A relative path that leads
/// out of `folder` becomes a file URI too; without a folder it stays as it is. Bytes that are no
/// URI characters are percent-encoded, also those that are no UTF-8: the URI still names the file.
std::string artifact_uri(std::string_view path, std::string_view folder);

}  // namespace proclint
