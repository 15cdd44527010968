#pragma once

#include <string>
#include <string_view>

#include "core/read/page_sample.h"

// Printed forms of a page that tests compare.
namespace proclint::sample {

/// The tree without places: "{title: 'Blood test', sections: {}}", and " !RULE" for each finding.
std::string tree(std::string_view text);
/// The sections' part of it, of a page that begins with a section.
std::string sections(std::string_view text);
/// The marks in order: "heading'Risks' blank-lines*1".
std::string marks(std::string_view text);
/// What is wrong with the places of the document; empty if nothing.
std::string broken_places(const Page& page);

std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace proclint::sample
