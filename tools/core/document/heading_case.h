#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace proclint {

/// How the words of a heading begin. `any`: one capitalised word, which is right in title and in
/// sentence case.
enum class HeadingCase : std::uint8_t { any, title, sentence, upper, lower };

/// Small words (of, the, and, ...) may be in either case; words with capitals inside ("pH", "MRI")
/// and those that begin with no ASCII letter are right everywhere.
HeadingCase heading_case(std::string_view heading);

/// The heading in title or sentence case.
std::string with_heading_case(std::string_view heading, HeadingCase wanted);

}  // namespace proclint
