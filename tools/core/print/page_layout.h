#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/document/headings.h"
#include "core/document/value.h"

namespace proclint {

/// How a page is laid out beside its text: the member `layout` of a document, in which only stands
/// what differs from these defaults.
struct PageLayout {
  std::vector<std::string> nav;  ///< lines above the code line
  std::string code_label;        ///< with its colon; empty: as the code's system says
  std::string name_heading;      ///< empty: as the table of headings says
  std::map<std::string, std::string, std::less<>> headings;  ///< by section key
  std::string bullet = "\xE2\x80\xA2";                       // •
  std::size_t indent = 2;                                    ///< blanks before a list's markers
  bool has_final_newline = true;
  bool has_crlf = false;
  bool has_bom = false;

  std::string_view line_end() const { return has_crlf ? "\r\n" : "\n"; }

  friend bool operator==(const PageLayout&, const PageLayout&) = default;
};

/// The layout of a page, from its marks. `system` is how the document that goes with the layout
/// spells the system of the first code.
PageLayout layout_of_page(const Document& page, const Headings& headings, std::string_view system);
/// The layout that a document's member `layout` holds; null gives the defaults, and so does what
/// has another type than the schema says.
PageLayout layout_of(Value layout);

/// As a JSON object, without what is the default.
std::string layout_json(const PageLayout& layout);

/// The headings of sections that are written otherwise than section_heading() would have them, by
/// key; of a page or Markdown document.
std::map<std::string, std::string, std::less<>> headings_written(const Document& document,
                                                                 const Headings& headings);

/// The heading that a section has where no layout says otherwise: that of the table, else the words
/// of its key ("x-fun-facts": "Fun facts").
std::string section_heading(std::string_view key, const Headings& headings);

/// A section's heading as it is written; without its colon where text follows on the same line.
std::string heading_text(const Document& document, const Mark& heading);

/// The label that a code line has where no layout says otherwise: "CPT code", "CPT codes:".
/// `system` may be empty.
std::string code_label(std::string_view system, std::size_t values);

/// The label of a code line as it is written, with its colon.
std::string_view written_label(const Source& source, const Mark& label);

}  // namespace proclint
