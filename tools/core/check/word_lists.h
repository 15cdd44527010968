#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace proclint {

/// What a word is looked up by, of its first and its last eight bytes (of a shorter one both are
/// the word behind zeros): equal for the same words (is_same_word), seldom for others.
constexpr std::uint32_t word_key(std::uint64_t first_bytes, std::uint64_t last_bytes) {
  // The bit that tells small letters from capital ones; in every byte, see word_hash.
  constexpr std::uint64_t kSmall = 0x2020202020202020U;
  // A prime near 2^32 over the golden ratio; with its sign, an instruction has room for it.
  constexpr std::uint64_t kFactor = 0xFFFFFFFF9E3779B1U;
  // Turned, so that a short word reaches all bytes.
  const std::uint64_t both = (first_bytes ^ std::rotr(last_bytes, 24)) | kSmall;
  return static_cast<std::uint32_t>((both * kFactor) >> 32U);
}

inline std::uint32_t word_key(std::string_view word) {
  constexpr std::size_t kBytes = sizeof(std::uint64_t);
  std::uint64_t first_bytes = 0;
  std::uint64_t last_bytes = 0;
  const std::size_t size = word.size() < kBytes ? word.size() : kBytes;
  std::memcpy(reinterpret_cast<char*>(&first_bytes) + kBytes - size, word.data(), size);
  std::memcpy(reinterpret_cast<char*>(&last_bytes) + kBytes - size,
              word.data() + word.size() - size, size);
  return word_key(first_bytes, last_bytes);
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
  /// Adds lists that were filled when the program was built: `table` is the table() of WordLists
  /// with `count` lists, and outlives this. The bit of the first of them, which the others follow;
  /// 0 as add(), or when there are such lists already.
  Lists adopt(std::span<const std::uint64_t> table, unsigned count);
  /// No list is added any more.
  void close() { is_closed_ = true; }

  /// False for nearly every word that is in none of the lists.
  bool may_have(std::uint32_t key) const { return ((seen_[key >> 23U] >> (key & 63U)) & 1U) != 0; }
  /// The lists that may hold a word with that key; those that hold it are among them.
  Lists with(std::uint32_t key) const;

  /// What may_have() and with() know, for adopt().
  std::vector<std::uint64_t> table() const;

 private:
  // A key and, above it, the lists; all 0: free.
  using Slot = std::uint64_t;

  static constexpr std::size_t kSeen = 512;  // in a table, before the slots
  // Behind the slots more for those that find no room, the last one free.
  static constexpr std::size_t kBehind = 62;
  static constexpr std::array<Slot, 2> kNoSlots{};

  static Slot find(const Slot* slots, unsigned shift, std::uint32_t key) {
    const Slot* slot = slots + (std::uint64_t{key} >> shift);
    while (*slot != 0 && static_cast<std::uint32_t>(*slot) != key) ++slot;
    return *slot;
  }
  static Lists lists_of(Slot slot) { return static_cast<Lists>(slot >> 32U); }
  Lists adopted(std::uint32_t key) const {
    return lists_of(find(adopted_, adopted_shift_, key)) << adopted_bit_;
  }

  bool put(std::uint32_t key, Lists lists);
  void grow();

  // A power of two, at least twice as many as words: each stands at or behind the place that
  // the first bits of its key name. And kBehind. A word here has its adopted lists here, too.
  std::vector<Slot> slots_ = std::vector<Slot>(256 + kBehind);
  unsigned shift_ = 32 - 8;
  // By the first 9 bits of a key, and its last 6; of adopted ones, too.
  std::array<std::uint64_t, kSeen> seen_{};
  std::size_t count_ = 0;
  unsigned list_count_ = 0;
  bool is_closed_ = false;
  const Slot* adopted_ = kNoSlots.data();
  unsigned adopted_shift_ = 32;
  unsigned adopted_bit_ = 0;
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
  /// The list that has this bit in `all`.
  explicit WordList(WordLists::Lists list) : list_(list), is_unknown_(list == 0) {}

  void add(WordLists& all, std::string_view word) { all.add(list_, word); }
  /// Whether `lists` may have it.
  bool is_among(WordLists::Lists lists) const { return is_unknown_ || (lists & list_) != 0; }

 private:
  WordLists::Lists list_ = 0;
  bool is_unknown_ = false;  // there was no bit left
};

}  // namespace proclint
