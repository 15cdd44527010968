#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace proclint::testing {

/// `count` pieces of what makes text hard to show: controls, undecodable bytes, wide characters,
/// marks, joiners, bidirectional controls, and line ends unless they are not wanted.
inline std::string random_text(std::mt19937& random, std::size_t count, bool has_line_ends) {
  using namespace std::string_view_literals;
  constexpr std::array pieces = {
      "a"sv,          "word"sv,         " "sv,          "\t"sv,          "\x1b[31m"sv,
      "\x00"sv,       "\x7f"sv,         "\xff"sv,       "\xe2\x82"sv,    "\xf0\x9f"sv,
      "\u009b"sv,     "\u202e"sv,       "\u2066"sv,     "\u200b"sv,      "\u200d"sv,
      "\ufe0f"sv,     "\u0301"sv,       "\u00e9"sv,     "\u624b"sv,      "\U0001F600"sv,
      "\U0001F468"sv, "\U0001F1E9"sv,   "\U0001F3F4"sv, "\U000E0067"sv,  "\u1100\u1161"sv,
      "\u2028"sv,     "\u0915\u094d"sv, "\"\\"sv,       "](http://x)"sv, "\ufeff"sv,
      "\r"sv,         "\r\n"sv,         "\n"sv,
  };
  const std::size_t choices = has_line_ends ? pieces.size() : pieces.size() - 3;
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += pieces[random() % choices];
  return text;
}

}  // namespace proclint::testing
