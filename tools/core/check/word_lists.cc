#include "core/check/word_lists.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace proclint {

WordLists::Lists WordLists::add() {
  constexpr unsigned kMost = std::numeric_limits<Lists>::digits;
  return is_closed_ || list_count_ == kMost ? 0 : Lists{1} << list_count_++;
}

void WordLists::add(Lists list, std::string_view word) {
  if (list == 0) return;
  const std::uint32_t key = word_key(word);
  seen_[key >> 23U] |= std::uint64_t{1} << (key & 63U);
  while (2 * (count_ + 1) > slots_.size() || !put(key, list | adopted(key))) grow();
}

WordLists::Lists WordLists::adopt(std::span<const std::uint64_t> table, unsigned count) {
  constexpr unsigned kMost = std::numeric_limits<Lists>::digits;
  if (is_closed_ || adopted_ != kNoSlots.data() || list_count_ + count > kMost) return 0;
  for (std::size_t i = 0; i < kSeen; ++i) seen_[i] |= table[i];
  adopted_ = table.data() + kSeen;
  adopted_shift_ = 32 - static_cast<unsigned>(std::countr_zero(table.size() - kSeen - kBehind));
  adopted_bit_ = list_count_;
  list_count_ += count;
  for (Slot& slot : slots_) {
    if (slot != 0) slot |= Slot{adopted(static_cast<std::uint32_t>(slot))} << 32U;
  }
  return Lists{1} << adopted_bit_;
}

std::vector<std::uint64_t> WordLists::table() const {
  std::vector<std::uint64_t> out(seen_.begin(), seen_.end());
  out.insert(out.end(), slots_.begin(), slots_.end());
  return out;
}

WordLists::Lists WordLists::with(std::uint32_t key) const {
  const Lists lists = lists_of(find(slots_.data(), shift_, key));
  return lists != 0 ? lists : adopted(key);
}

// False if there is no room.
bool WordLists::put(std::uint32_t key, Lists lists) {
  std::size_t i = key >> shift_;
  while (slots_[i] != 0 && static_cast<std::uint32_t>(slots_[i]) != key) ++i;
  if (i + 1 == slots_.size()) return false;
  if (slots_[i] == 0) ++count_;
  slots_[i] |= key | Slot{lists} << 32U;
  return true;
}

void WordLists::grow() {
  const std::vector<Slot> before = std::move(slots_);
  for (bool has_room = false; !has_room;) {
    --shift_;
    slots_.assign((std::size_t{1} << (32 - shift_)) + kBehind, 0);
    count_ = 0;
    has_room = std::all_of(before.begin(), before.end(), [this](Slot slot) {
      return slot == 0 || put(static_cast<std::uint32_t>(slot), lists_of(slot));
    });
  }
}

WordList::WordList(WordLists& all, std::span<const std::string_view> words)
    : list_(all.add()), is_unknown_(list_ == 0) {
  for (const std::string_view word : words) add(all, word);
}

}  // namespace proclint
