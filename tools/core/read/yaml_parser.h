#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/source/span.h"

struct fy_diag;
struct fy_event;
struct fy_parser;
struct fy_token;

namespace proclint {

enum class YamlEventKind : std::uint8_t {
  document_begin,
  document_end,
  list_begin,
  list_end,
  map_begin,
  map_end,
  scalar,
  alias,
  end,   ///< of the text
  fault  ///< see YamlParser::fault
};

enum class YamlStyle : std::uint8_t {
  absent,  ///< a scalar of which nothing is written
  plain,
  single_quoted,
  double_quoted,
  literal,
  folded,
  flow,  ///< a list or map in brackets, or a pair in a flow list that has none
  block
};

struct YamlEvent {
  YamlEventKind kind = YamlEventKind::fault;
  YamlStyle style = YamlStyle::absent;
  /// What is written: quotes, brackets, the star of an alias and the three signs of a document mark
  /// included; of a block scalar the lines without its header. Empty if nothing is.
  Span token;
  Span anchor;                ///< with its sign; empty if there is none
  Span tag;                   ///< empty if there is none
  std::string_view tag_name;  ///< in full, as in "tag:yaml.org,2002:str"
};

/// Why a text is no YAML, in the words of the library, and where it noticed.
struct YamlStop {
  std::string message;
  std::uint32_t offset = 0;
};

/// The event parser of libfyaml over a text that must outlive it and be valid UTF-8 without control
/// characters: it takes NUL for the end, and bytes that are no UTF-8 can hold it for ever.
class YamlParser {
 public:
  explicit YamlParser(std::string_view text);
  ~YamlParser();
  YamlParser(const YamlParser&) = delete;
  YamlParser& operator=(const YamlParser&) = delete;

  /// What the event refers to lives until the next call.
  YamlEvent next();
  /// The text of the scalar that next() gave last, as the library decodes it. For comparison only:
  /// libfyaml 0.7.12 loses or adds a byte at some line ends.
  std::string_view text() const;
  /// Why next() gave a fault.
  YamlStop fault() const;

 private:
  Span span(fy_token* token) const;
  Span marked(fy_token* token) const;

  std::string_view text_;
  fy_diag* diag_ = nullptr;
  fy_parser* parser_ = nullptr;
  fy_event* event_ = nullptr;
};

}  // namespace proclint
