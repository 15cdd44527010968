#include "core/check/word_lists.h"

#include <algorithm>
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
  seen_[key >> 23U] |= std::uint64_t{1} << ((key >> 17U) & 63U);
  while (2 * (count_ + 1) > slots_.size() || !put(key, list)) grow();
}

// False if there is no room.
bool WordLists::put(std::uint32_t key, Lists lists) {
  std::size_t i = key >> shift_;
  while (slots_[i].lists != 0 && slots_[i].key != key) ++i;
  if (i + 1 == slots_.size()) return false;
  if (slots_[i].lists == 0) ++count_;
  slots_[i] = {key, slots_[i].lists | lists};
  return true;
}

void WordLists::grow() {
  constexpr std::size_t kBehind = 62;  // hardly ever used
  const std::vector<Slot> before = std::move(slots_);
  for (bool has_room = false; !has_room;) {
    --shift_;
    slots_.assign((std::size_t{1} << (32 - shift_)) + kBehind, {});
    count_ = 0;
    has_room = std::all_of(before.begin(), before.end(), [this](const Slot& slot) {
      return slot.lists == 0 || put(slot.key, slot.lists);
    });
  }
}

WordList::WordList(WordLists& all, std::span<const std::string_view> words)
    : list_(all.add()), is_unknown_(list_ == 0) {
  for (const std::string_view word : words) add(all, word);
}

}  // namespace proclint
