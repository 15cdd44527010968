#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/code_form.h"
#include "core/document/value.h"
#include "core/source/result.h"

namespace proclint {

/// The code systems of the handbook's section 2 as data, from rules/code-systems.yaml, whose
/// document outlives this. Immutable, shared by threads.
class CodeSystems {
 public:
  enum class CheckDigit : std::uint8_t { none, snomed, loinc };

  class System {
   public:
    std::string key;        ///< "icd-10-pcs"
    std::string label;      ///< "ICD-10-PCS", for people
    std::string uri;        ///< what FHIR calls it; empty for a category of another system
    std::string of;         ///< the key of the system that this is a category or the modifiers of
    std::string shape;      ///< in words: "five digits, or four digits and F, T, U or M"
    std::string modifiers;  ///< the key of the system of its modifiers; empty: it has none
    CheckDigit check_digit = CheckDigit::none;
    std::vector<std::string> valid_by_decree;  ///< accepted though the check digit fails

    /// From an entry of the table, which outlives this. Error: what is wrong with it; its forms are
    /// not looked at.
    static std::optional<Error> read(Value entry, System& out);
    /// Made when first asked for: most documents have codes of one system or two.
    const std::vector<CodeForm>& forms() const;
    /// Whether `value` has one of the forms; the check digit is not looked at.
    bool has_form(std::string_view value) const;
    /// Calls `visit(name)` for the names that may be written: key, label, "HCPCS Level II".
    template <class Visit>
    void for_each_name(Visit visit) const {
      visit(std::string_view(key));
      visit(std::string_view(label));
      for_each_text("names", visit);
    }
    /// And for those that are met but wrong; one may stand for several systems ("ICD10").
    template <class Visit>
    void for_each_misspelling(Visit visit) const {
      for_each_text("misspellings", visit);
    }

   private:
    template <class Visit>
    void for_each_text(std::string_view list, Visit visit) const {
      const Value texts = entry_.find(list);
      if (!texts) return;
      for (const Value text : texts.children()) {
        if (text.is(Kind::string)) visit(text.text());
      }
    }

    Value entry_;
    mutable std::once_flag once_;
    mutable std::vector<CodeForm> forms_;
  };

  /// Knows none.
  CodeSystems();
  /// From the table's document: {"systems": [{"key", "label", "uri", "of", "names", "misspellings",
  /// "forms": [PATTERN or {"pattern", "from", "to"}], "shape", "modifiers", "checkDigit":
  /// "snomed"|"loinc", "validByDecree"}]}. Error: what is wrong with it.
  static Result<CodeSystems> from(Value table);
  /// From a table of ours, in which nothing is wrong: its names and forms are looked at when first
  /// asked for.
  static CodeSystems from_ours(Value table);

  /// By key, label or name, case ignored; null if unknown.
  const System* find(std::string_view name) const;
  /// The systems that an unknown name is a known misspelling of; also one that differs from a known
  /// name in blanks, hyphens or a final "code" only. Empty if there is none. For findings.
  std::vector<const System*> meant_by(std::string_view name) const;
  /// The systems with a name few slips away from `name`, nearest first. For findings.
  std::vector<const System*> nearest(std::string_view name) const;

  const std::deque<System>& systems() const;

 private:
  struct Name {
    std::string text;
    std::size_t system = 0;
  };
  struct Index {
    explicit Index(const std::deque<System>& systems);

    std::vector<Name> names;  // in lower case, sorted
    std::vector<Name> loose;  // letters and digits of names and misspellings only, sorted
  };
  struct Table;  // what copies share

  static Result<CodeSystems> read(Value table);
  const Index& index() const;

  std::shared_ptr<Table> table_;
};

}  // namespace proclint
