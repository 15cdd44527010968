#include "core/engine/boundary.h"

#include <filesystem>

namespace proclint {
namespace {

std::string real_path(const std::string& path) {
  std::error_code error;
  return std::filesystem::weakly_canonical(path, error).string();
}

}  // namespace

std::string repository_of(const std::string& folder) {
  std::string at = folder;
  std::error_code error;
  while (!at.empty() && !std::filesystem::exists(at + "/.git", error)) at.resize(at.rfind('/'));
  return at;
}

bool is_inside(const std::string& path, const std::string& folder) {
  if (folder.empty()) return true;
  const std::string real = real_path(path);
  const std::string top = real_path(folder);
  return real.size() > top.size() && real.starts_with(top) && real[top.size()] == '/';
}

std::optional<std::string> refused(const std::string& path, const std::string& folder,
                                   bool is_free) {
  if (is_free || is_inside(path, repository_of(folder))) return std::nullopt;
  return "this file lies outside the repository";
}

}  // namespace proclint
