#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "core/document/document.h"

namespace proclint::testing {

/// A procedure with mistakes that fixes mend, drawn by chance and written in `form`: doubled words,
/// invisible characters, uneven lists, codes without quotes, blank lines too many or too few, odd
/// headings and numbers, mixed line ends; among them quotes, comments, escapes and signs that a fix
/// must not stumble over.
std::string defective(Form form, std::mt19937& random);

}  // namespace proclint::testing
