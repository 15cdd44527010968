#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/check/vocabulary.h"
#include "core/document/document.h"
#include "core/print/page_layout.h"

namespace proclint {

/// The members of the root that a document does not spell, or spells otherwise, and another form
/// needs: id and schemaVersion of a page or Markdown file, the layout of a page, headings as
/// written in Markdown, the keys of the code systems that a page's labels name. Stays where it is.
class Supplement {
 public:
  Supplement(const Document& document, std::string_view id, Form to, const Vocabulary& vocabulary);
  Supplement(const Supplement&) = delete;
  Supplement& operator=(const Supplement&) = delete;

  /// As WriteOptions::supplied; the null Value if there is nothing to supply.
  Value members() const;

 private:
  std::string text_;
  Source source_;
  Document members_;
};

/// All that is known of a document's layout, whatever its form, in a normal form: without headings
/// of sections that it does not have.
PageLayout full_layout(const Document& document, const Vocabulary& vocabulary);

}  // namespace proclint
