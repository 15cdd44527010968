#pragma once

#include <string_view>

/// The checks behind the formats, each after its RFC.
namespace proclint::formats {

bool is_date(std::string_view text);       ///< RFC 3339, full-date
bool is_time(std::string_view text);       ///< RFC 3339, full-time; a leap second only at 23:59 UTC
bool is_date_time(std::string_view text);  ///< RFC 3339, date-time
bool is_duration(std::string_view text);   ///< RFC 3339, appendix A
bool is_email(std::string_view text);      ///< RFC 5321, Mailbox
bool is_idn_email(std::string_view text);  ///< RFC 6531
bool is_hostname(std::string_view text);   ///< RFC 1123; A-labels must be valid ones (RFC 5891)
bool is_plain_hostname(std::string_view text);  ///< RFC 1123 alone, of which drafts 4 and 6 speak
bool is_idn_hostname(std::string_view text);    ///< RFC 5890 to 5893
bool is_ipv4(std::string_view text);            ///< RFC 2673, section 3.2
bool is_ipv6(std::string_view text);            ///< RFC 4291, section 2.2
bool is_uri(std::string_view text);             ///< RFC 3986
bool is_uri_reference(std::string_view text);
bool is_iri(std::string_view text);  ///< RFC 3987
bool is_iri_reference(std::string_view text);
bool is_uri_template(std::string_view text);           ///< RFC 6570
bool is_json_pointer(std::string_view text);           ///< RFC 6901
bool is_relative_json_pointer(std::string_view text);  ///< draft-handrews-relative-json-pointer
bool is_uuid(std::string_view text);                   ///< RFC 4122

/// Whether a label of a host name, in either form, is valid (RFC 5891, section 4.2).
bool is_idn_label(std::string_view label);
/// A host name that may first be normalised to NFC.
bool is_idn_mail_domain(std::string_view text);

}  // namespace proclint::formats
