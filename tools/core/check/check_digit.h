#pragma once

#include <cstddef>
#include <string_view>

namespace proclint {

/// How a code system guards its codes against slips of the pen. Texts are ASCII digits only; an
/// empty text has the digit of the number 0.

/// The digit that Verhoeff's dihedral scheme appends to `digits` (docs.snomed.org, 6.4.1).
char verhoeff_digit(std::string_view digits);
/// Whether the last digit is the one that verhoeff_digit asks for.
bool is_verhoeff(std::string_view digits);

/// The digit behind the hyphen of a LOINC code whose number is `digits`: LOINC's own variant of
/// Mod 10, which is not Luhn's for every number (loinc.org, calculating Mod 10 check digits).
char loinc_digit(std::string_view digits);

/// What the partition of a SNOMED CT identifier, the two digits before its check digit, says
/// (docs.snomed.org, 6.3 and 6.5).
enum class SnomedPartition : unsigned char { concept_id, description, relationship, unknown };

struct SnomedId {
  SnomedPartition partition = SnomedPartition::unknown;
  bool is_long = false;  ///< has a namespace: at least kLongSnomedSize digits
};
inline constexpr std::size_t kLongSnomedSize = 11;  // item, 7 of namespace, partition, check digit

/// The partition of `digits`, at least three of them.
SnomedId snomed_id(std::string_view digits);

}  // namespace proclint
