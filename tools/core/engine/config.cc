#include "core/engine/config.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>

#include "core/engine/boundary.h"

namespace proclint {
namespace {

constexpr std::string_view kRule = "config-invalid";

bool exists(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0;
}

std::vector<Glob> globs(OurFile& file, Value list) {
  std::vector<Glob> out;
  if (!list) return out;
  for (const Value entry : list.children()) {
    Result<Glob> glob = Glob::parse(entry.text());
    if (glob) {
      out.push_back(*std::move(glob));
    } else {
      file.mistake(entry.span(), std::string(kRule), glob.error().message);
    }
  }
  return out;
}

// The file that `name` means, which a stranger's configuration may not choose freely.
std::string data_path(OurFile& file, const Config& config, Value name) {
  std::string path(name.text());
  if (!path.starts_with('/')) path.insert(0, config.folder + "/");
  if (!config.is_named_by_user && !is_inside(path, repository_of(config.folder))) {
    file.mistake(name.span(), std::string(kRule), "this file lies outside the repository");
  }
  return path;
}

// The same for a schema, which may also be the one that is built in.
std::string schema_path(OurFile& file, const Config& config, Value name) {
  std::string path(name.text());
  if (path.starts_with("builtin:")) {
    if (path != kBuiltinSchema) {
      file.mistake(name.span(), std::string(kRule),
                   "there is no schema \"" + path + "\"; the one that is built in is " +
                       std::string(kBuiltinSchema));
    }
    return path;
  }
  return data_path(file, config, name);
}

// As YAML's core schema writes it; a number or a text is refused by the configuration's schema.
bool is_true(Value boolean) {
  const std::string_view text = boolean.text();
  return text == "true" || text == "True" || text == "TRUE";
}

bool any_matches(const std::vector<Glob>& list, std::string_view path) {
  return std::any_of(list.begin(), list.end(),
                     [path](const Glob& glob) { return glob.matches(path); });
}

}  // namespace

bool Config::is_document(std::string_view relative_path) const {
  if (documents) return any_matches(*documents, relative_path);
  static const Glob kDefault = *Glob::parse(kDefaultDocuments);
  return kDefault.matches(relative_path);
}

bool Config::is_excluded(std::string_view relative_path) const {
  return any_matches(exclude, relative_path);
}

Config Config::defaults(std::string folder) {
  Config config;
  config.folder = std::move(folder);
  return config;
}

Config Config::parse(OurFile& file, std::string folder, bool is_named_by_user) {
  Config config = defaults(std::move(folder));
  config.file = &file;
  config.is_named_by_user = is_named_by_user;
  const Value root = Value::root(file.document);
  if (const Value documents = root.find("documents")) config.documents = globs(file, documents);
  config.exclude = globs(file, root.find("exclude"));
  config.headings = root.find("headings");
  config.extends = root.find("extends");
  config.rules = root.find("rules");
  if (const Value schemas = root.find("schemas")) {
    for (const Value entry : schemas.children()) {
      config.schemas.push_back(
          {globs(file, entry.find("files")), schema_path(file, config, entry.find("schema"))});
    }
  }
  if (const Value data = root.find("data")) {
    if (const Value retired = data.find("retired")) {
      config.retired = data_path(file, config, retired);
    }
  }
  config.schema_map = root.find("schemaMap");
  if (config.schema_map) {
    for (const Value target : config.schema_map.children()) data_path(file, config, target);
  }
  if (const Value dialect = root.find("defaultDialect")) {
    if (const std::optional<Dialect> known = standard_dialect(dialect.text())) {
      config.default_draft = known->draft;
    } else {
      file.mistake(dialect.span(), std::string(kRule),
                   "this is no dialect of JSON Schema that is known; the default is " +
                       std::string(uri_of(Draft::draft7)));
    }
  }
  if (const Value asserts = root.find("assertFormats")) {
    config.asserts_formats = is_true(asserts);
  }
  if (const Value overrides = root.find("overrides")) {
    for (const Value entry : overrides.children()) {
      config.overrides.push_back({globs(file, entry.find("files")), entry.find("rules")});
    }
  }
  return config;
}

Result<Upward> look_upward(const std::string& folder) {
  static constexpr std::array<std::string_view, 3> kNames{"proclint.json", "proclint.yaml",
                                                          "proclint.yml"};
  std::string at = folder;
  for (;;) {
    Upward found{std::nullopt, at};
    for (const std::string_view name : kNames) {
      std::string path = at + "/" + std::string(name);
      if (!exists(path)) continue;
      if (found.config) {
        return Error{"two configuration files in one folder: " + *found.config + " and " + path};
      }
      found.config = std::move(path);
    }
    if (found.config || exists(at + "/.git")) return found;
    if (at.empty()) return Upward{std::nullopt, folder};
    at.resize(at.rfind('/'));
  }
}

}  // namespace proclint
