#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace proclint {

/// Walks over the words of a text: runs of letters and digits, with the apostrophes and hyphens
/// inside them. Bytes that are not UTF-8 count as letters. Allocates nothing.
class Words {
 public:
  /// Of a byte; the leads need a look at those behind.
  enum class Class : std::uint8_t { other, blank, word, joint, lead_c2, lead_e2 };
  struct Unit {
    Class kind;  ///< no lead
    std::size_t size;
  };
  /// What stands at a place of a text where a letter or sign begins.
  static Unit unit_at(std::string_view text, std::size_t at);

  explicit Words(std::string_view text) : text_(text) { look_ahead(0); }

  /// Goes to the next word; false at the end.
  bool next();
  std::string_view word() const { return text_.substr(begin_, end_ - begin_); }
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }
  /// Whether nothing but blanks and line ends stands between this word and the one before.
  bool follows_directly() const { return follows_directly_; }

 private:
  bool next_ahead();
  bool next_slowly();
  void look_ahead(std::size_t at);

  std::string_view text_;
  // The 63 bytes from `window_` on, a bit each: set where they belong to a word. Of a text with
  // signs that bytes alone do not tell, `is_plain_` is false.
  std::uint64_t ahead_ = 0;
  std::size_t window_ = 0;
  bool is_plain_ = false;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool follows_directly_ = false;
};

/// Whether two words are the same but for the case of Latin letters.
bool is_same_word(std::string_view a, std::string_view b);

/// Equal for the same words.
std::uint64_t word_hash(std::string_view word);

}  // namespace proclint
