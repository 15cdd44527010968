#include "core/engine/schema_store.h"

#include "core/check/schema_lint.h"
#include "core/check/schema_uri.h"
#include "core/document/value.h"
#include "core/engine/boundary.h"
#include "core/engine/configs.h"
#include "core/engine/embedded.h"
#include "core/engine/meta_schemas.h"
#include "core/source/uri.h"

namespace proclint {
namespace {

constexpr std::string_view kBuiltinFile = "schemas/procedure.schema.json";
constexpr std::string_view kBuiltinName = "procedure.schema.json";

std::string folder_of(const std::string& absolute) {
  return absolute.substr(0, absolute.rfind('/'));
}

bool has_scheme(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && colon > 1 && text.find('/') > colon;
}

}  // namespace

OurFile* SchemaStore::read(const std::string& path, std::optional<Error>& failure) {
  if (const auto known = files_.find(path); known != files_.end()) return known->second.get();
  if (path == kBuiltinSchema) {
    return files_.emplace(path, read_embedded(std::string(kBuiltinFile))).first->second.get();
  }
  Result<std::unique_ptr<OurFile>> file = read_our_file(path);
  if (!file) {
    failure = file.error();
    return nullptr;
  }
  return files_.emplace(path, *std::move(file)).first->second.get();
}

SchemaOptions SchemaStore::options_for(const std::string& name) {
  SchemaOptions options;
  options.assert_formats = name == kBuiltinSchema || asserts_formats_;
  options.default_draft = config_.default_draft;
  std::string root;
  if (name != kBuiltinSchema) {
    const std::string absolute = absolute_path(name);
    options.base_uri = artifact_uri(absolute, "");
    root = repository_of(folder_of(absolute));
  }
  options.load = [this, root](std::string_view uri) { return load(uri, root); };
  return options;
}

const Schema* SchemaStore::get(const std::string& name, std::optional<Error>& failure) {
  const std::lock_guard lock(mutex_);
  if (const auto known = schemas_.find(name); known != schemas_.end()) return known->second.get();
  OurFile* const file = read(name, failure);
  if (file == nullptr) return nullptr;
  std::unique_ptr<const Schema>& schema = schemas_[name];
  if (!file->diagnostics.empty()) return nullptr;
  if (name == kBuiltinSchema) {
    schema = Schema::carried(file->document, embedded(kBuiltinFile).program);
    builtin_.store(schema.get(), std::memory_order_release);
  } else {
    schema = Schema::compile(Value::root(file->document), file->diagnostics, options_for(name));
  }
  return schema.get();
}

const OurFile* SchemaStore::lint(const std::string& name, std::vector<Diagnostic>& findings,
                                 std::optional<Error>& failure) {
  const std::lock_guard lock(mutex_);
  const OurFile* const file = read(name, failure);
  if (file == nullptr) return nullptr;
  findings = file->diagnostics;
  if (findings.empty()) {
    lint_schema(Value::root(file->document), options_for(name), findings);
  }
  return file;
}

std::optional<const Schema*> SchemaStore::named_by(const Document& document,
                                                   std::optional<Error>& failure) {
  const Value root = Value::root(document);
  if (!root || !root.is(Kind::map)) return std::nullopt;
  const Value name = root.find("$schema");
  if (!name || !name.is(Kind::string) || name.text().empty()) return std::nullopt;
  // Our own, wherever a copy of it may lie for editors. What nearly every document names costs
  // neither a lock nor memory.
  const std::size_t slash = name.text().rfind('/');
  if (name.text().substr(slash == std::string_view::npos ? 0 : slash + 1) == kBuiltinName) {
    const Schema* const known = builtin_.load(std::memory_order_acquire);
    return known != nullptr ? known : get(std::string(kBuiltinSchema), failure);
  }
  const std::string text(name.text());
  std::string path;
  if (has_scheme(text)) {
    const std::optional<std::string> local = mapped(text);
    if (!local)
      return std::nullopt;  // it is for editors; the configuration says what to check against
    path = *local;
  } else {
    const std::string folder = folder_of(absolute_path(std::string(document.source->path())));
    path = text.starts_with('/') ? text : folder + "/" + text;
    if (!is_inside(path, repository_of(folder))) {
      failure = Error{"cannot read " + text + ": it lies outside the repository"};
      return nullptr;
    }
  }
  return get(path, failure);
}

// The file that the configuration's schemaMap puts in the place of `uri`; the longest prefix wins.
std::optional<std::string> SchemaStore::mapped(std::string_view uri) const {
  if (!config_.schema_map) return std::nullopt;
  Value best;
  for (const Value target : config_.schema_map.children()) {
    const std::string_view prefix = target.key().text();
    if (uri.starts_with(prefix) && (!best || prefix.size() > best.key().text().size()))
      best = target;
  }
  if (!best) return std::nullopt;
  const std::string target(best.text());
  std::string path = target.starts_with('/') ? target : config_.folder + "/" + target;
  const std::string rest = percent_decoded(uri.substr(best.key().text().size()));
  // A folder is one with and without a slash at its end.
  if (best.key().text().ends_with('/') && !path.ends_with('/') && !rest.empty()) path += '/';
  path += rest;
  // A configuration that was found beside documents may be a stranger's; one that the user named
  // may not.
  const bool is_allowed =
      config_.is_named_by_user || is_inside(path, repository_of(config_.folder));
  return is_allowed ? std::optional(path) : std::nullopt;
}

const Document* SchemaStore::load(std::string_view uri, const std::string& root) {
  if (const Document* const standard = standard_meta_schema(uri)) return standard;
  std::optional<std::string> path = mapped(uri);
  if (!path && uri.starts_with("file://")) {
    path = percent_decoded(uri.substr(7));
    if (!is_inside(*path, root)) return nullptr;
  }
  if (!path) return nullptr;
  std::optional<Error> failure;
  OurFile* const file = read(*path, failure);
  return file == nullptr || !file->diagnostics.empty() ? nullptr : &file->document;
}

std::vector<const OurFile*> SchemaStore::broken_files() const {
  const std::lock_guard lock(mutex_);
  std::vector<const OurFile*> out;
  for (const auto& [path, file] : files_) {
    if (!file->diagnostics.empty()) out.push_back(file.get());
  }
  return out;
}

}  // namespace proclint
