#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/value.h"
#include "core/source/result.h"

namespace proclint {

/// The headings of sections: per key one canonical spelling and its aliases, and beside them the
/// heading above a page's title. Data, from rules/headings.yaml. Spellings are compared without
/// regard to case, a final colon or full stop, "&" for "and", hyphens, runs of blanks and a plural
/// "s" (handbook 1.3). Immutable after construction, shared by threads.
class Headings {
 public:
  struct Entry {
    std::string key;
    std::string heading;  ///< canonical
    std::vector<std::string> aliases;
  };

  /// No sections; a page's title stands under "Name of the Procedure".
  Headings();
  /// From the table's document: {"title": {"heading", "aliases"}, "headings": [{"key", "heading",
  /// "aliases": [...]}]}; title and aliases may be absent. Error: what is wrong with the table,
  /// also a spelling that two sections share.
  static Result<Headings> from(Value table);
  static Result<Headings> from(std::vector<Entry> entries, Entry title);
  /// From a table of ours, in which nothing is wrong: its spellings are looked at when first asked
  /// for, which a JSON document may never do.
  static Headings from_ours(Value table);

  /// The entry whose canonical heading or alias `text` spells; null if there is none.
  const Entry* find(std::string_view text) const;
  /// The one entry that `text` misspells: at most two wrong, missing, extra or swapped letters
  /// away from a spelling of at least six; with two the first letter must be right. Null if there
  /// is none, or several equally near.
  const Entry* find_near(std::string_view text) const;
  /// The `count` entries nearest to `text`, nearest first. For findings only.
  std::vector<const Entry*> nearest(std::string_view text, std::size_t count) const;
  /// The entry of a section key; null if there is none.
  const Entry* find_key(std::string_view key) const;
  const std::vector<Entry>& entries() const { return entries_; }

  /// The heading above a page's title; its key is "title".
  const Entry& title() const { return title_; }
  bool is_title(std::string_view text) const;
  /// Whether `text` misspells it; see find_near.
  bool is_nearly_title(std::string_view text) const;

 private:
  struct Spelling {
    std::string folded;       // as compared
    std::uint32_t entry = 0;  // index, or kTitle
  };
  struct Shape {                // of a spelling: quick tests before the edit distance
    std::uint64_t letters = 0;  // which ones occur
    std::uint32_t size = 0;
    std::uint32_t index = 0;  // of the spelling
  };
  class Index;

  Headings(std::vector<Entry> entries, Entry title);
  static Result<Headings> read(Value table);
  const std::vector<Spelling>& spellings() const;
  std::size_t longest(std::size_t mistakes) const;
  const Spelling* spelled(std::string_view text) const;
  const Spelling* nearly_spelled(std::string_view text) const;

  std::vector<Entry> entries_;
  Entry title_;
  std::shared_ptr<Index> index_;
};

/// The heading without blanks around it and without its final colon or full stop.
std::string_view without_final_mark(std::string_view heading);

/// Whether two headings have the same words: equal but for case, runs of blanks and the final mark.
bool have_same_words(std::string_view heading, std::string_view other);

}  // namespace proclint
