#include "core/check/formats.h"

#include <array>

#include "core/check/formats_detail.h"
#include "core/pattern/pattern.h"

namespace proclint {
namespace {

struct Entry {
  std::string_view name;
  std::string_view words;
  bool (*has)(std::string_view);
};

bool is_regex(std::string_view text) { return !check_pattern_syntax(text); }
bool is_anything(std::string_view) { return true; }

// In the order of the enumeration.
constexpr std::array<Entry, 21> kFormats{{
    {"date", "a date such as 2026-01-31", formats::is_date},
    {"time", "a time with its zone, such as 13:45:00Z", formats::is_time},
    {"date-time", "a date and time such as 2026-01-31T13:45:00Z", formats::is_date_time},
    {"duration", "a time span such as PT15M (15 minutes) or P3D (3 days)", formats::is_duration},
    {"email", "an e-mail address", formats::is_email},
    {"idn-email", "an e-mail address", formats::is_idn_email},
    {"hostname", "the name of a host, such as www.example.org", formats::is_hostname},
    {"", "the name of a host, such as www.example.org", formats::is_plain_hostname},
    {"idn-hostname", "the name of a host, such as www.example.org", formats::is_idn_hostname},
    {"ipv4", "an IPv4 address such as 192.0.2.1", formats::is_ipv4},
    {"ipv6", "an IPv6 address such as 2001:db8::1", formats::is_ipv6},
    {"uri", "a web address with its scheme, such as https://www.example.org/page", formats::is_uri},
    {"uri-reference", "a web address, or the part of one", formats::is_uri_reference},
    {"iri", "a web address with its scheme, such as https://www.example.org/page", formats::is_iri},
    {"iri-reference", "a web address, or the part of one", formats::is_iri_reference},
    {"uri-template", "a template of a web address (RFC 6570)", formats::is_uri_template},
    {"json-pointer", "a JSON Pointer such as /sections/risks", formats::is_json_pointer},
    {"relative-json-pointer", "a relative JSON Pointer such as 1/risks",
     formats::is_relative_json_pointer},
    {"uuid", "a UUID such as 123e4567-e89b-42d3-a456-426614174000", formats::is_uuid},
    {"regex", "a regular expression (ECMA-262)", is_regex},
    {"", "", is_anything},
}};

}  // namespace

Format format_named(std::string_view name) {
  for (std::size_t i = 0; i + 1 < kFormats.size(); ++i) {
    if (!name.empty() && kFormats[i].name == name) return static_cast<Format>(i);
  }
  return Format::unknown;
}

std::string_view words(Format format) { return kFormats[static_cast<std::size_t>(format)].words; }

bool has_format(std::string_view text, Format format) {
  return kFormats[static_cast<std::size_t>(format)].has(text);
}

}  // namespace proclint
