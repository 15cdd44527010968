#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/check/code_systems.h"
#include "core/source/diagnostic.h"
#include "core/source/source.h"

namespace proclint {

/// Codes that their owner has taken out of use, from the user's own list: proclint ships none.
/// Immutable once it is filled, shared by threads.
class RetiredCodes {
 public:
  struct Entry {
    std::string date;                   ///< YYYY-MM-DD, the first day without the code
    std::vector<std::string> replaced;  ///< by these codes of the same system; may be empty
    std::string note;                   ///< the list's own words; may be empty
  };

  /// Adds the code `value` of `system`. What is wrong with it, as an author would say it; then
  /// nothing is added.
  std::optional<std::string> add(const CodeSystems& systems, std::string_view system,
                                 std::string_view value, Entry entry);

  /// A list as a table of tabs, one code a line:
  ///   system  value  retired-date  replaced-by  note
  /// where replaced-by holds codes with commas between them and, like the note, may be empty or
  /// missing. A first line that begins with "system", blank lines and lines that begin with "#" are
  /// passed over. Each mistake is a finding (rule config-invalid) at its place; after fifty of them
  /// the rest is not read.
  static RetiredCodes parse(const Source& table, const CodeSystems& systems,
                            std::vector<Diagnostic>& diagnostics);

  /// What the list says of a code; null if nothing. A category of a system (cpt3) counts as the
  /// system.
  const Entry* find(const CodeSystems::System& system, std::string_view value) const;

  /// Whether a code `value` of some system is in the list.
  bool has(std::string_view value) const { return entries_.contains(value); }

 private:
  struct Listed {
    std::string system;  // its key
    Entry entry;
  };
  // So that a lookup needs no text of its own.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  const Listed* listed(std::string_view system, std::string_view value) const;

  std::unordered_multimap<std::string, Listed, Hash, std::equal_to<>> entries_;  // by value
};

}  // namespace proclint
