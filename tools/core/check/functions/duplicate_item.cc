#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <memory_resource>
#include <string>
#include <utility>

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
  NodeId node = 0;  // the item
  NodeId text = 0;
  NodeId list = 0;
  NodeId section = 0;
  std::uint32_t words = 0;
  std::uint64_t hash = 0;   // of the words in their order
  std::uint64_t marks = 0;  // a bit for each word
};

using Items = std::pmr::vector<Item>;

// The words of `text`, for a comparison without regard to case, blanks and punctuation.
void read_words(std::string_view text, Item& out) {
  Words words(text);
  while (words.next()) {
    const std::uint64_t hash = word_hash(words.word());
    ++out.words;
    out.hash = (out.hash ^ hash) * 0x9E3779B97F4A7C15U;
    out.marks |= std::uint64_t{1} << (hash % 64);
  }
}

// The items of all lists in a section, nested ones too.
void collect(Value section, Items& out) {
  const Document& document = section.document();
  for (NodeId id = section.id(); id < section.node().next; ++id) {
    if (document.node(id).kind != Kind::list) continue;
    const Value list(document, id);
    const Value key = list.key();
    if (!key || (key.text() != "items" && key.text() != "steps")) continue;
    for (const Value item : list.children()) {
      const Value text = item.is(Kind::map) ? item.find("text") : item;
      if (!text || !text.is(Kind::string)) continue;
      Item read{item.id(), text.id(), id, section.id(), 0, 0, 0};
      read_words(text.text(), read);
      if (read.words > 0) out.push_back(read);
    }
  }
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
    if (items[a].list != items[b].list) return items[a].list < items[b].list;
    return items[a].hash == items[b].hash ? a < b : items[a].hash < items[b].hash;
  });
  std::size_t first = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Item& one = items[order[first]];
    const Item& other = items[order[i]];
    const Value text(document, other.text);
    if (one.list != other.list || one.hash != other.hash ||
        !has_same_words(Value(document, one.text).text(), text.text())) {
      first = i;
      continue;
    }
    auto& found = sink.at(Value(document, other.node), text.span(),
                          "this item is in the list already; keep one of the two");
    found.notes.push_back({{}, document.node(one.text).span, {}, "the same item"});
    // A map holds more than the text.
    const Value item(document, other.node);
    if (item.is(Kind::string)) found.fix = removal(item, "Remove the item");
  }
}

std::uint64_t without_lowest_bit(std::uint64_t bits) { return bits & (bits - 1); }

void check_sections(const Document& document, const Items& items, const Vocabulary& vocabulary,
                    Sink& sink) {
  for (std::size_t i = 1; i < items.size(); ++i) {
    const Item& item = items[i];
    if (item.words < kFewestWords || item.words > kMostWords) continue;
    std::size_t comparisons = 0;
    for (std::size_t j = i > kWindow ? i - kWindow : 0; j < i && items[j].section != item.section;
         ++j) {
      // At most a ninth of the words differs when four fifths are shared, and each that does leaves
      // at most one bit.
      const std::uint64_t differing = items[j].marks ^ item.marks;
      const std::uint32_t sum = items[j].words + item.words;
      // Three bits are too many for short items; to find that out, none need be counted.
      if (sum < 27 && without_lowest_bit(without_lowest_bit(differing)) != 0) continue;
      if (9 * static_cast<unsigned>(std::popcount(differing)) > sum) continue;
      if (items[j].words > kMostWords) continue;
      const Value text(document, item.text);
      const Value other(document, items[j].text);
      if (++comparisons > kMostComparisons) break;
      if (!is_near(text.text(), other.text())) continue;
      const Value section(document, items[j].section);
      auto& found =
          sink.at(Value(document, item.node), text.span(),
                  "the section \"" + std::string(heading_of(section.key().text(), vocabulary)) +
                      "\" says the same in nearly the same words; say it once");
      found.notes.push_back({{}, other.span(), {}, "the other item"});
      break;
    }
  }
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
    // Enough for the items of a usual document.
    std::array<std::byte, 8192> buffer;
    std::pmr::monotonic_buffer_resource memory(buffer.data(), buffer.size());
    Items items(&memory);
    items.reserve(96);
    for (const Value section : target.children()) collect(section, items);
    check_lists(target.document(), items, &memory, sink);
    check_sections(target.document(), items, vocabulary, sink);
  };
}

}  // namespace proclint
