#pragma once

#include <span>
#include <string_view>

namespace proclint::corpus {

/// A kind of procedure: what it is called, and how it stands in the document's fields.
struct Action {
  std::string_view noun;
  std::string_view type;
  std::string_view category;
  std::string_view anesthesia;
};

/// What one section may say. {site} and {action} are filled in, and these numbers: {few} 2 to 6,
/// {days} 2 to 9, {weeks} 2 to 8, {rare} 1 to 9, {some} 10 to 60.
struct SectionPhrases {
  std::string_view key;
  std::span<const std::string_view> texts;  ///< one begins the section
  std::string_view list;                    ///< items, steps or "" for none
  std::size_t shortest = 0;                 ///< how many of them
  std::size_t longest = 0;
  std::span<const std::string_view> items;
  std::span<const std::string_view> closings;  ///< one more paragraph, in half of the documents
  bool is_optional = false;                    ///< only in half of the documents
};

std::span<const Action> actions();
std::span<const std::string_view> sites();
/// Set behind action and site, so that there are titles enough.
std::span<const std::string_view> manners();
std::span<const std::string_view> specialties();
std::span<const std::string_view> settings();
std::span<const std::string_view> people();
std::span<const std::string_view> roles();
std::span<const std::string_view> references();
std::span<const SectionPhrases> section_phrases();

}  // namespace proclint::corpus
