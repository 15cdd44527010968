#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "core/print/exchange.h"
#include "core/print/losses.h"

namespace proclint {

/// Writes the JSON of an exchange format. Undecodable bytes become U+FFFD, as in write_json. A list
/// or map that gets nothing is not written: FHIR has no empty ones (R4, 2.6.2).
class ExchangeJson {
 public:
  ExchangeJson() { writer_.SetIndent(' ', 2); }

  ExchangeJson& key(std::string_view name);
  void text(std::string_view value);
  void number(std::uint64_t value);
  /// A member with a text; nothing when that is empty.
  void member(std::string_view name, std::string_view value);
  void begin_map() { begin(true); }
  void end_map() { end(true); }
  void begin_list() { begin(false); }
  void end_list() { end(false); }

  std::string_view written() const { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  struct Begun {
    std::string key;
    bool is_map = false;
  };

  void begin(bool is_map);
  void end(bool is_map);
  void write_begun();

  std::string key_;           // of the next value
  std::vector<Begun> begun_;  // lists and maps in which nothing is yet, so that none is written
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_{buffer_};
};

/// A code owner's own wording, which may go on with the notice that its owner asks for only.
struct Descriptor {
  std::string_view text;  ///< empty: there is none that may go on
  std::string_view rights;
};

/// A document seen member by member: what nobody has asked for is lost.
class ExchangeSource {
 public:
  ExchangeSource(const Document& document, const ExchangeOptions& options);
  ExchangeSource(const ExchangeSource&) = delete;
  ExchangeSource& operator=(const ExchangeSource&) = delete;

  /// The member of the root with that key, now counted as written; null Value if there is none.
  Value take(std::string_view key);
  /// Its text; empty if it is absent or no text.
  std::string_view take_text(std::string_view key);
  /// The descriptor; one without a notice is lost.
  Descriptor take_descriptor();
  /// The sections with that key, in their order; all if a key stands twice.
  std::vector<Value> take_sections(std::string_view key);
  /// The sections that nobody has taken, in their order; now counted as written.
  std::vector<Value> take_other_sections();
  /// A code system's name; `label` is the name as written where the system is not known.
  CodeSystemName code_system(Value of) const;
  /// How a section is headed, as written or as the table of headings has it.
  std::string heading(Value section) const;

  /// Reports `lost`, with the reason.
  void lose(Value lost, std::string_view why);
  /// Reports every member that nobody has taken, and what the form of the document holds beside
  /// its tree. `vocabulary` is its name in a message.
  void finish(std::string_view vocabulary, std::vector<Diagnostic>& losses);

 private:
  const Document& document_;
  const ExchangeOptions& options_;
  Value root_;
  std::vector<bool> taken_;                    // of the root's members
  std::vector<bool> sections_taken_;           // of the members of sections
  std::unordered_map<NodeId, Span> headings_;  // as written, by the key of the section
  std::vector<Diagnostic> found_;
  Losses losses_;
};

/// The text of a map's member; empty if there is none, or it is no text.
std::string_view text_member(Value map, std::string_view key);
/// The name of an author or reviewer, who is a text or a map with a name.
std::string_view person_name(Value person);
/// The text of a section: paragraphs parted by empty lines, "- " before items, "1. " before steps,
/// two blanks for each level below. Markdown reads it the same way.
std::string section_text(Value section);
/// The texts of several sections, one below the other.
std::string sections_text(const std::vector<Value>& sections);
/// The items and steps of a section, each a line; paragraphs are left out.
std::vector<std::string> section_elements(Value section);

/// Minutes of an ISO 8601 duration of whole days, hours and minutes (PT1H30M); nullopt for others.
std::optional<std::uint64_t> minutes(std::string_view duration);
/// Whether `text` is a date as YYYY, YYYY-MM or YYYY-MM-DD (FHIR R4, 2.24.0.1).
bool is_date(std::string_view text);

}  // namespace proclint
