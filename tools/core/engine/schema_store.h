#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/check/schema.h"
#include "core/engine/config.h"
#include "core/engine/our_file.h"

namespace proclint {

/// The schemas that one configuration leads to: each file is read and compiled once, when first
/// asked for. Thread-safe. Nothing is fetched, and no file outside the repository is read, unless
/// the user named it on the command line.
class SchemaStore {
 public:
  /// `config` outlives the store. `asserts_formats`: also for schemas that are not ours.
  SchemaStore(const Config& config, bool asserts_formats)
      : config_(config), asserts_formats_(asserts_formats) {}

  /// The schema `name`: builtin:procedure or a path. Null with `failure` set if the file cannot be
  /// read or lies outside; null alone if it has mistakes, which broken_files() then holds.
  const Schema* get(const std::string& name, std::optional<Error>& failure);
  /// The schema that a document names itself (`$schema`), when that is a local one; nothing if it
  /// names none. Otherwise as get().
  std::optional<const Schema*> named_by(const Document& document, std::optional<Error>& failure);

  /// What lint_schema() finds in the schema `name`, or what keeps it from being read as JSON. Null
  /// with `failure` set if the file cannot be read.
  const OurFile* lint(const std::string& name, std::vector<Diagnostic>& findings,
                      std::optional<Error>& failure);

  std::vector<const OurFile*> broken_files() const;

 private:
  SchemaOptions options_for(const std::string& name);
  const Document* load(std::string_view uri, const std::string& root);
  std::optional<std::string> mapped(std::string_view uri) const;
  OurFile* read(const std::string& path, std::optional<Error>& failure);

  const Config& config_;
  bool asserts_formats_;
  mutable std::mutex mutex_;
  std::map<std::string, std::unique_ptr<OurFile>> files_;         // by path
  std::map<std::string, std::unique_ptr<const Schema>> schemas_;  // by name
  std::atomic<const Schema*> builtin_ = nullptr;                  // once it is compiled
};

}  // namespace proclint
