#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <memory_resource>
#include <string>
#include <utility>

#include "core/check/item_edit.h"
#include "core/check/list_edit.h"
#include "core/check/options.h"
#include "core/check/section.h"
#include "core/check/words.h"

namespace proclint {
namespace {

// Shorter items ("Bleeding") say the same in two sections with good reason.
constexpr std::size_t kFewestWords = 4;
// Longer ones are paragraphs; keeps the exact comparison small.
constexpr std::size_t kMostWords = 128;
// How far an item is compared across sections: no document that people read has so many items, and
// the work stays linear.
constexpr std::size_t kWindow = 256;
// Exact comparisons an item: bounds the work when many items nearly agree.
constexpr std::size_t kMostComparisons = 8;

struct Item {
  Texts::Text text;
  NodeId section = 0;
};

using Items = std::pmr::vector<Item>;

// The items of all lists in all sections, nested ones too.
void collect(Value sections, const Texts& texts, Items& out) {
  const Document& document = sections.document();
  NodeId section = sections.id() + 2;  // behind the map and the first key
  texts.for_each(sections, [&](const Texts::Text& text) {
    if (text.list == kNoNode || text.words == 0) return;
    while (document.node(section).next <= text.node) section = document.node(section).next + 1;
    out.push_back({text, section});
  });
}

bool has_same_words(std::string_view a, std::string_view b) {
  Words first(a);
  Words second(b);
  for (;;) {
    const bool has_first = first.next();
    const bool has_second = second.next();
    if (!has_first || !has_second) return has_first == has_second;
    if (!is_same_word(first.word(), second.word())) return false;
  }
}

struct WordSet {
  std::array<std::uint64_t, kMostWords> hashes;
  std::size_t size = 0;

  explicit WordSet(std::string_view text) {
    Words words(text);
    while (size < kMostWords && words.next()) hashes[size++] = word_hash(words.word());
    std::sort(begin(), end());
    size = static_cast<std::size_t>(std::unique(begin(), end()) - begin());
  }
  std::uint64_t* begin() { return hashes.data(); }
  std::uint64_t* end() { return hashes.data() + size; }
};

// Whether the words that two items share are at least four fifths of all their words.
bool is_near(std::string_view a, std::string_view b) {
  WordSet first(a);
  WordSet second(b);
  if (std::min(first.size, second.size) < kFewestWords) return false;
  std::size_t shared = 0;
  for (const std::uint64_t hash : first) {
    if (std::binary_search(second.begin(), second.end(), hash)) ++shared;
  }
  return 5 * shared >= 4 * (first.size + second.size - shared);
}

void check_lists(const Document& document, const Items& items, std::pmr::memory_resource* memory,
                 Sink& sink) {
  std::pmr::vector<std::uint32_t> order(items.size(), memory);
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Texts::Text& one = items[a].text;
    const Texts::Text& other = items[b].text;
    if (one.list != other.list) return one.list < other.list;
    return one.hash == other.hash ? a < b : one.hash < other.hash;
  });
  std::size_t first = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Texts::Text& one = items[order[first]].text;
    const Texts::Text& other = items[order[i]].text;
    const Value text(document, other.node);
    if (one.list != other.list || one.hash != other.hash ||
        !has_same_words(document.text(one.node), text.text())) {
      first = i;
      continue;
    }
    const Value item = item_of(text);
    auto& found =
        sink.at(item, text.span(), "this item is in the list already; keep one of the two");
    found.notes.push_back({{}, document.node(one.node).span, {}, "the same item"});
    // A map holds more than the text.
    if (item.is(Kind::string)) found.fix = removal(item, "Remove the item");
  }
}

std::uint32_t without_lowest_bit(std::uint32_t bits) { return bits & (bits - 1); }

// What is compared across sections, close together in memory.
struct Candidate {
  std::uint32_t word_bits;
  std::uint32_t words;
  std::uint32_t item;
};

// At most a ninth of the words differs when four fifths are shared, and each that does leaves at
// most one bit.
bool may_be_near(const Candidate& a, const Candidate& b) {
  const std::uint32_t differing = a.word_bits ^ b.word_bits;
  const std::uint32_t sum = a.words + b.words;
  // Three bits are too many for short items; to find that out, none need be counted.
  if (sum < 27 && without_lowest_bit(without_lowest_bit(differing)) != 0) return false;
  return 9 * static_cast<unsigned>(std::popcount(differing)) <= sum;
}

void report_near(const Document& document, const Item& item, const Item& other,
                 const Vocabulary& vocabulary, Sink& sink) {
  const Value section(document, other.section);
  auto& found =
      sink.at(item_of(Value(document, item.text.node)), document.node(item.text.node).span,
              "the section \"" + std::string(heading_of(section.key().text(), vocabulary)) +
                  "\" says the same in nearly the same words; say it once");
  found.notes.push_back({{}, document.node(other.text.node).span, {}, "the other item"});
}

void check_sections(const Document& document, const Items& items, const Vocabulary& vocabulary,
                    std::pmr::memory_resource* memory, Sink& sink) {
  std::pmr::vector<Candidate> candidates(memory);
  candidates.reserve(items.size());
  std::size_t before = 0;  // how many of them stand in the sections before
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (i > 0 && item.section != items[i - 1].section) before = candidates.size();
    const Texts::Text& text = item.text;
    if (text.words < kFewestWords || text.words > kMostWords) continue;
    const Candidate mine{text.word_bits, text.words, i};
    std::size_t comparisons = 0;
    for (std::size_t j = before > kWindow ? before - kWindow : 0; j < before; ++j) {
      if (!may_be_near(candidates[j], mine)) continue;
      const Item& other = items[candidates[j].item];
      if (++comparisons > kMostComparisons) break;
      if (!is_near(document.text(text.node), document.text(other.text.node))) continue;
      report_near(document, item, other, vocabulary, sink);
      break;
    }
    candidates.push_back(mine);
  }
}

// Finds out whether two items may be the same or nearly so, by a few bits of each: most documents
// need no closer look.
class Screen {
 public:
  // Whether one that was added before may be like this one.
  bool add(const Texts::Text& text) {
    if (count_ == kMost) return true;
    most_words_ = std::max(most_words_, std::min<std::uint32_t>(text.words, kMostWords));
    const std::uint32_t most = (text.words + most_words_) / 9;  // see may_be_near
    const std::uint32_t bits = bits_of(text);
    const bool is_near = has_near(bits, most);
    bits_[count_++] = bits;
    return is_near;
  }

 private:
  static constexpr std::size_t kLanes = 4;  // that are compared at once
  static constexpr std::size_t kMost = 128;

  // Short items may be the same as others of their list, but not nearly so. Inverted, so that
  // hardly any is near a place that is free.
  static std::uint32_t bits_of(const Texts::Text& text) {
    return ~(text.words < kFewestWords ? text.hash ^ (text.list * 0x9E3779B1U) : text.word_bits);
  }

  // Whether one of them differs from `bits` in `most` bits at most.
  bool has_near(std::uint32_t bits, std::uint32_t most) const {
    std::array<std::uint32_t, kLanes> near{};
    for (std::size_t begin = 0; begin < count_; begin += kLanes) {
      std::array<std::uint32_t, kLanes> differing;
      for (std::size_t i = 0; i < kLanes; ++i) differing[i] = bits_[begin + i] ^ bits;
      for (std::uint32_t n = 0; n < most; ++n) {
        for (std::uint32_t& each : differing) each = without_lowest_bit(each);
      }
      for (std::size_t i = 0; i < kLanes; ++i) near[i] |= differing[i] == 0 ? 1U : 0U;
    }
    return std::any_of(near.begin(), near.end(), [](std::uint32_t each) { return each != 0; });
  }

  std::array<std::uint32_t, kMost> bits_{};
  std::size_t count_ = 0;
  std::uint32_t most_words_ = 0;
};

bool may_have_near(Value sections, const Texts& texts) {
  Screen screen;
  return texts.any_of(sections, [&screen](const Texts::Text& text) {
    return text.list != kNoNode && text.words > 0 && screen.add(text);
  });
}

}  // namespace

/// No item of a list is there twice, without regard to case, blanks and punctuation; and no item of
/// some length stands in two sections in nearly the same words (Jaccard of their words at least
/// 0.8). For the map of sections.
BoundCheck duplicate_item(Value options, const Vocabulary& vocabulary) {
  if (options) {
    for (const Value option : options.children()) return unknown_option(option, "none");
  }
  return [&vocabulary](Value target, Sink& sink) {
    if (!target.is(Kind::map)) return;
    const Texts& texts = sink.texts(target.document());
    if (!may_have_near(target, texts)) return;
    // Enough for the items of a usual document.
    std::array<std::byte, 8192> buffer;
    std::pmr::monotonic_buffer_resource memory(buffer.data(), buffer.size());
    Items items(&memory);
    items.reserve(96);
    collect(target, texts, items);
    check_lists(target.document(), items, &memory, sink);
    check_sections(target.document(), items, vocabulary, &memory, sink);
  };
}

}  // namespace proclint
