#pragma once

#include <string>
#include <string_view>

namespace proclint::corpus {

/// SNOMED CT's check digit (Verhoeff) of the digits before it. Written apart from the linter's, so
/// that one checks the other.
char verhoeff(std::string_view digits);

/// LOINC's check digit of the digits before the hyphen.
char loinc(std::string_view digits);

}  // namespace proclint::corpus
