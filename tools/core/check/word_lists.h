#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace proclint {

/// What a word is looked up by, of its first and its last eight bytes (of a shorter one both are
/// the word and zeros behind it) and its size: equal for the same words (is_same_word), seldom for
/// others.
constexpr std::uint32_t word_key(std::uint64_t first_bytes, std::uint64_t last_bytes,
                                 std::size_t size) {
  // The bit that tells small letters from capital ones; in every byte, see word_hash.
  constexpr std::uint64_t kSmall = 0x2020202020202020U;
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15U;  // 2^64 over the golden ratio
  constexpr std::uint64_t kOther = 0xC2B2AE3D27D4EB4FU;  // and another one, prime too
  const std::uint64_t hash =
      ((first_bytes | kSmall) ^ size) * kPrime + (last_bytes | kSmall) * kOther;
  return static_cast<std::uint32_t>(hash >> 32U);
}

inline std::uint32_t word_key(std::string_view word) {
  constexpr std::size_t kBytes = sizeof(std::uint64_t);
  std::uint64_t first_bytes = 0;
  std::uint64_t last_bytes = 0;
  const std::size_t size = word.size() < kBytes ? word.size() : kBytes;
  std::memcpy(&first_bytes, word.data(), size);
  std::memcpy(&last_bytes, word.data() + word.size() - size, size);
  return word_key(first_bytes, last_bytes, word.size());
}

/// Lists of words, all in one table. Filled while rules are bound, then closed and shared by
/// threads.
class WordLists {
 public:
  /// Some of the lists, a bit each.
  using Lists = std::uint32_t;

  /// The bit of a new list, which is empty. 0 when there is none left, or after close(): whoever
  /// gets that looks at each word himself.
  Lists add();
  /// Adds a word to a list; to none if `list` is 0.
  void add(Lists list, std::string_view word);
  /// No list is added any more.
  void close() { is_closed_ = true; }

  /// False for nearly every word that is in none of the lists.
  bool may_have(std::uint32_t key) const {
    return ((seen_[key >> 23U] >> ((key >> 17U) & 63U)) & 1U) != 0;
  }
  /// The lists that may hold a word with that key; those that hold it are among them.
  Lists with(std::uint32_t key) const {
    const Slot* slot = slots_.data() + (key >> shift_);
    while (slot->lists != 0 && slot->key != key) ++slot;
    return slot->lists;
  }

 private:
  struct Slot {
    std::uint32_t key = 0;
    Lists lists = 0;  // 0: free
  };

  bool put(std::uint32_t key, Lists lists);
  void grow();

  // A power of two, at least twice as many as words: each stands at or behind the place that
  // the first bits of its key name. Behind them more for those that find no room, the last one
  // free.
  std::vector<Slot> slots_ = std::vector<Slot>(1024 + 62);
  unsigned shift_ = 32 - 10;
  std::array<std::uint64_t, 512> seen_{};  // by the first 15 bits of a key
  std::size_t count_ = 0;
  unsigned list_count_ = 0;
  bool is_closed_ = false;
};

/// The words that rules look for: each word of a document is looked up once for all of them.
struct SoughtWords {
  WordLists first_words;  ///< those that a text begins with; so is a part before a "-" or "'"
  WordLists words;        ///< anywhere, also as a part of a joined word; few of them are usual

  /// No list is added any more.
  void close() {
    first_words.close();
    words.close();
  }
};

/// One of the lists.
class WordList {
 public:
  /// Without words, and among no lists.
  WordList() = default;
  WordList(WordLists& all, std::span<const std::string_view> words);

  void add(WordLists& all, std::string_view word) { all.add(list_, word); }
  /// Whether `lists` may have it.
  bool is_among(WordLists::Lists lists) const { return is_unknown_ || (lists & list_) != 0; }

 private:
  WordLists::Lists list_ = 0;
  bool is_unknown_ = false;  // there was no bit left
};

}  // namespace proclint
