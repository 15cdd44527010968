#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/check/vocabulary.h"
#include "core/document/document.h"
#include "core/print/exchange.h"
#include "core/print/writer.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// A document in another form.
struct Conversion {
  std::string text;  ///< in UTF-8, with U+FFFD for bytes of the source that are none
  /// What is not the same any more, sorted by its place in the source (rule conversion-loss,
  /// warnings): what the form cannot hold, what it would read as something else, and of a page all
  /// that printing it again would change.
  std::vector<Diagnostic> losses;
};

/// Writes `document`, which has nodes, in the form of `to`, and reads the result again to find what
/// got lost. `id` is what the file's name says (id_from). What a page or Markdown file leaves to
/// its name and layout is spelled out: id, schemaVersion, the keys of code systems, `layout`.
///
/// The losses are complete: where there are none, reading the text gives the same tree (of a page
/// without the id and schemaVersion that go without saying), and the page that is printed from it
/// is the same as the one that it came from, byte by byte.
Conversion convert(const Document& document, std::string_view id, const Writer& to,
                   const Vocabulary& vocabulary);

/// Writes `document` in a vocabulary of others. There is no way back, so the losses are those that
/// the export knows of.
Conversion convert(const Document& document, std::string_view id, const Exchange& to,
                   const Vocabulary& vocabulary);

/// Converts the text of a conversion back, and adds a loss where a source in canonical layout comes
/// back with other bytes.
void check_way_back(const Document& document, std::string_view id, const Writer& to,
                    const Vocabulary& vocabulary, Conversion& conversion);

}  // namespace proclint
