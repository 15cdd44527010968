#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/check/schema_dialect.h"
#include "core/document/value.h"
#include "core/engine/our_file.h"
#include "core/pattern/glob.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// The name of the schema that the program carries.
inline constexpr std::string_view kBuiltinSchema = "builtin:procedure";

/// What a folder means where no configuration says so.
inline constexpr std::string_view kDefaultDocuments = "*.procedure.{json,yaml,yml,md,txt}";

/// proclint.yaml (or .yml, .json): what applies to the files below its folder. Paths in it are
/// relative to that folder.
struct Config {
  struct SchemaChoice {
    std::vector<Glob> files;
    std::string schema;  ///< "builtin:procedure" or an absolute path
  };
  struct Override {
    std::vector<Glob> files;
    Value rules;
  };

  std::string folder;       ///< absolute, without a slash at its end; "" is the root
  OurFile* file = nullptr;  ///< where it was read; null for the defaults
  std::optional<std::vector<Glob>> documents;  ///< in a folder; none: kDefaultDocuments
  std::vector<Glob> exclude;
  std::vector<SchemaChoice> schemas;
  Value headings;  ///< the file with the headings of sections; null: as built in
  Value extends;   ///< the names of rulesets: a text or a list; null: kDefaultRules
  Value rules;     ///< a map as Ruleset::configure takes it; null if there is none
  std::vector<Override> overrides;
  std::string retired;                  ///< absolute path of the list of retired codes, or ""
  Value schema_map;                     ///< a map from URI prefix to path; null if there is none
  Draft default_draft = Draft::draft7;  ///< of a schema that does not say its own
  bool asserts_formats = false;         ///< `format` in schemas that are not ours is checked
  bool is_named_by_user = false;        ///< on the command line: may lead out of the repository

  bool is_document(std::string_view relative_path) const;
  bool is_excluded(std::string_view relative_path) const;

  /// What holds where no configuration does: kDefaultDocuments, everything as
  /// built in.
  static Config defaults(std::string folder);
  /// From a file that was read without mistakes. Mistakes become diagnostics of the file (rule
  /// config-invalid).
  static Config parse(OurFile& file, std::string folder, bool is_named_by_user);
};

/// What was found on the way up from a folder.
struct Upward {
  std::optional<std::string> config;  ///< the nearest proclint.yaml, .yml or .json
  std::string top;                    ///< the repository's folder, else where the search began
};

/// The configuration file that applies to files in `folder` (absolute): the nearest proclint.yaml,
/// .yml or .json upward, not above the repository (the folder that holds .git). Error: two
/// configuration files in one folder.
Result<Upward> look_upward(const std::string& folder);

}  // namespace proclint
