#include "core/engine/configs.h"

#include <algorithm>
#include <filesystem>

#include "core/engine/shape.h"
#include "core/read/reader.h"

namespace proclint {
namespace {

std::string folder_of(const std::string& absolute) {
  return absolute.substr(0, absolute.rfind('/'));
}

// Whether no part of the absolute `path` is empty, "." or "..", except that it may end in a slash.
bool is_normal(std::string_view path) {
  return path.find("//") == std::string_view::npos && path.find("/.") == std::string_view::npos;
}

// Nothing but comments: a configuration of which every line was put aside.
bool says_nothing(const OurFile& file) {
  const Reader* const reader = reader_for(file.path);
  if (reader == nullptr || reader->form != Form::yaml) return false;
  const std::string_view text = file.source.text();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t first = text.find_first_not_of(" \t\r", at);
    if (first < end && text[first] != '#') return false;
    at = end + 1;
  }
  return true;
}

}  // namespace

std::string absolute_path(const std::string& path) {
  std::error_code error;
  std::string out =
      path.starts_with('/') ? path : std::filesystem::current_path(error).string() + "/" + path;
  if (!is_normal(out)) out = std::filesystem::path(out).lexically_normal().string();
  while (out.ends_with('/')) out.pop_back();
  return out;
}

std::string shown_path(const std::string& absolute) {
  const std::string here = absolute_path(".") + "/";
  return absolute.starts_with(here) ? absolute.substr(here.size()) : absolute;
}

std::string_view relative(const Config& config, std::string_view absolute) {
  const std::size_t size = config.folder.size();
  const bool is_below =
      absolute.size() > size && absolute.starts_with(config.folder) && absolute[size] == '/';
  return is_below ? absolute.substr(size + 1) : absolute;
}

Result<Configs> Configs::create(const std::string& path) {
  Configs configs;
  if (path.empty()) return configs;
  const Result<const Config*> config = configs.load(path, true);
  if (!config) return config.error();
  configs.everywhere_ = *config;
  return configs;
}

Result<const Config*> Configs::load(const std::string& path, bool is_named_by_user) {
  Result<std::unique_ptr<OurFile>> read = read_our_file(path);
  if (!read) return read.error();
  OurFile& file = *files_.emplace_back(*std::move(read));
  if (file.diagnostics.empty()) check_shape(file, "schemas/config.schema.json", "config-invalid");
  std::string folder = folder_of(absolute_path(path));
  Config config = Config::defaults(folder);
  if (says_nothing(file)) {
    file.diagnostics.clear();
  } else if (file.diagnostics.empty()) {
    config = Config::parse(file, std::move(folder), is_named_by_user);
  }
  config.file = &file;
  configs_.push_back(std::make_unique<Config>(std::move(config)));
  return configs_.back().get();
}

Result<const Config*> Configs::for_folder(const std::string& folder) {
  if (everywhere_ != nullptr) return everywhere_;
  if (const auto known = by_folder_.find(folder); known != by_folder_.end()) return known->second;
  const Result<Upward> found = look_upward(folder);
  if (!found) return found.error();
  const std::string owner = found->config ? folder_of(*found->config) : found->top;
  const Config* config = nullptr;
  if (owner != folder) {
    const Result<const Config*> upper = for_folder(owner);
    if (!upper) return upper.error();
    config = *upper;
  } else if (found->config) {
    const Result<const Config*> loaded = load(shown_path(*found->config), false);
    if (!loaded) return loaded.error();
    config = *loaded;
  } else {
    configs_.push_back(std::make_unique<Config>(Config::defaults(owner)));
    config = configs_.back().get();
  }
  by_folder_.emplace(folder, config);
  return config;
}

}  // namespace proclint
