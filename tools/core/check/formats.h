#pragma once

#include <cstdint>
#include <string_view>

namespace proclint {

/// The values of JSON Schema's `format`.
enum class Format : std::uint8_t {
  date,
  time,
  date_time,
  duration,
  email,
  idn_email,
  hostname,
  plain_hostname,  ///< that of drafts 4 and 6, which know no A-labels
  idn_hostname,
  ipv4,
  ipv6,
  uri,
  uri_reference,
  iri,
  iri_reference,
  uri_template,
  json_pointer,
  relative_json_pointer,
  uuid,
  regex,
  unknown,
};

/// The format of that name; `unknown` for all that JSON Schema does not define.
Format format_named(std::string_view name);
/// What a text of that format is, for an author: "a date such as 2026-01-31".
std::string_view words(Format format);
/// Whether `text` (UTF-8) has the format. Everything has an unknown one.
bool has_format(std::string_view text, Format format);

}  // namespace proclint
