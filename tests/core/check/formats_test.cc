// The formats beyond what the official suite asks; see schema_suite_test.cc for that.
#include "core/check/formats.h"

#include <boost/test/unit_test.hpp>
#include <string>

namespace proclint {

BOOST_AUTO_TEST_SUITE(formats_suite)

bool has(std::string_view name, std::string_view text) {
  return has_format(text, format_named(name));
}

BOOST_AUTO_TEST_CASE(dates_follow_the_calendar) {
  BOOST_TEST(has("date", "2024-02-29"));
  BOOST_TEST(!has("date", "2026-02-29"));
  BOOST_TEST(!has("date", "1900-02-29"));
  BOOST_TEST(has("date", "2000-02-29"));
  BOOST_TEST(!has("date", "2026-04-31"));
  BOOST_TEST(!has("date", "2026-13-01"));
  BOOST_TEST(!has("date", "2026-1-1"));
  BOOST_TEST(!has("date", "2026-01-01 "));
}

BOOST_AUTO_TEST_CASE(a_leap_second_ends_a_day_of_utc) {
  BOOST_TEST(has("time", "23:59:60Z"));
  BOOST_TEST(has("time", "01:29:60+01:30"));
  BOOST_TEST(!has("time", "22:59:60Z"));
  BOOST_TEST(!has("time", "23:59:60+01:00"));
}

BOOST_AUTO_TEST_CASE(durations_leave_no_gap) {
  for (const std::string_view text :
       {"PT15M", "P1Y2M3D", "P3W", "PT1H30M", "P1DT12H", "PT1H2M3S"}) {
    BOOST_TEST(has("duration", text));
  }
  for (const std::string_view text :
       {"", "P", "PT", "P1", "P1Y3D", "PT1H3S", "P1W2D", "15M", "P1DT"}) {
    BOOST_TEST(!has("duration", text));
  }
}

BOOST_AUTO_TEST_CASE(addresses_are_read_to_their_end) {
  BOOST_TEST(has("ipv6", "::"));
  BOOST_TEST(has("ipv6", "1:2:3:4:5:6:7::"));
  BOOST_TEST(!has("ipv6", "1:2:3:4:5:6:7:8::"));
  BOOST_TEST(!has("ipv6", ":"));
  BOOST_TEST(!has("ipv6", ""));
  BOOST_TEST(!has("ipv6", "1::2::3"));
  BOOST_TEST(!has("ipv4", "1.2.3.4."));
  BOOST_TEST(!has("ipv4", "01.2.3.4"));
}

BOOST_AUTO_TEST_CASE(undecodable_bytes_have_no_format) {
  for (const std::string_view name : {"iri", "iri-reference", "uri", "uri-template", "idn-hostname",
                                      "hostname", "email", "date", "uuid", "ipv6"}) {
    BOOST_TEST(!has(name, "a\xFF"));
    BOOST_TEST(!has(name, std::string("a\0b", 3)));
  }
  BOOST_TEST(!has("idn-email", "a@\xC3(.com"));
}

BOOST_AUTO_TEST_CASE(long_texts_are_decided_at_once) {
  const std::string labels = [] {
    std::string out;
    for (int i = 0; i < 100'000; ++i) out += "\u00e4.";
    return out;
  }();
  BOOST_TEST(!has("idn-hostname", labels));
  BOOST_TEST(!has("idn-hostname", std::string(1'000'000, 'a')));
  BOOST_TEST(!has("email", std::string(1'000'000, '@')));
  BOOST_TEST(!has("uri-template", "a" + std::string(1'000'000, '{')));
}

BOOST_AUTO_TEST_CASE(an_unknown_format_asks_nothing) {
  BOOST_TEST(has("house-number", "anything"));
  BOOST_TEST((format_named("") == Format::unknown));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
