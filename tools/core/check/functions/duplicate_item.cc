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

void add_word(std::uint64_t hash, Item& out) {
  ++out.words;
  out.hash = (out.hash ^ hash) * 0x9E3779B97F4A7C15U;
  out.marks |= std::uint64_t{1} << (hash % 64);
}

// Finds the items among the texts of the sections, which come in the order of the document.
class Collector {
 public:
  Collector(Value sections, Items& out) : document_(sections.document()), out_(out) {
    section_ = sections.id() + 2;  // behind the map and the first key
  }

  // The words of a text, for a comparison without regard to case, blanks and punctuation; none if
  // it is no item.
  template <class AddWords>
  void add(NodeId text, AddWords add_words) {
    const NodeId list = list_of(text);
    if (list == kNoNode) return;
    while (document_.node(section_).next <= text) section_ = document_.node(section_).next + 1;
    const NodeId item = document_.node(text).parent == list ? text : document_.node(text).parent;
    Item read{item, text, list, section_, 0, 0, 0};
    add_words(read);
    if (read.words > 0) out_.push_back(read);
  }

 private:
  // The list of which a text is an item, in which it may stand in a map beside a nested list.
  NodeId list_of(NodeId text) {
    const NodeId parent = document_.node(text).parent;
    if (parent == known_) return list_;
    known_ = parent;
    list_ = document_.node(parent).kind == Kind::map ? document_.node(parent).parent : parent;
    if (!is_list_of_items(list_)) list_ = kNoNode;
    if (list_ != parent && list_ != kNoNode) {
      known_ = kNoNode;  // the other texts of this map are none
      if (Value(document_, parent).find("text").id() != text) return kNoNode;
    }
    return list_;
  }

  bool is_list_of_items(NodeId list) const {
    if (list == kNoNode || document_.node(list).kind != Kind::list) return false;
    const Value key = Value(document_, list).key();
    return key && (key.text() == "items" || key.text() == "steps");
  }

  const Document& document_;
  Items& out_;
  NodeId section_;
  NodeId known_ = kNoNode;  // the parent of the text before, and its list
  NodeId list_ = kNoNode;
};

// The items of all lists in all sections, nested ones too.
void collect(Value sections, const Texts& texts, Items& out) {
  Collector collector(sections, out);
  if (texts.is_read()) {
    for (const Texts::Text& text : texts.below(sections)) {
      collector.add(text.node, [&](Item& item) {
        for (std::uint32_t i = text.first_word; i < text.last_word; ++i) {
          add_word(texts.word_hash(i), item);
        }
      });
    }
    return;
  }
  texts.for_each(sections, [&](Value text, TextFacts /*facts*/) {
    collector.add(text.id(), [&](Item& item) {
      Words words(text.text());
      while (words.next()) add_word(word_hash(words.word()), item);
    });
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

// Whether two items of one list may be the same; cheaper than to sort them.
bool may_have_equal(const Items& items) {
  constexpr std::size_t kSlots = 256;
  if (items.size() > kSlots / 2) return true;
  std::array<std::uint32_t, kSlots> seen{};
  for (const Item& item : items) {
    const std::uint64_t hash = (item.hash ^ item.list) * 0x9E3779B97F4A7C15U;
    const auto mark = static_cast<std::uint32_t>(hash) | 1U;
    std::size_t slot = hash >> 56U;
    for (; seen[slot] != 0; slot = (slot + 1) % kSlots) {
      if (seen[slot] == mark) return true;
    }
    seen[slot] = mark;
  }
  return false;
}

void check_lists(const Document& document, const Items& items, std::pmr::memory_resource* memory,
                 Sink& sink) {
  if (!may_have_equal(items)) return;
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

// What is compared across sections, close together in memory.
struct Candidate {
  std::uint64_t marks;
  std::uint32_t words;
  std::uint32_t item;
};

// At most a ninth of the words differs when four fifths are shared, and each that does leaves at
// most one bit.
bool may_be_near(const Candidate& a, const Candidate& b) {
  const std::uint64_t differing = a.marks ^ b.marks;
  const std::uint32_t sum = a.words + b.words;
  // Three bits are too many for short items; to find that out, none need be counted.
  if (sum < 27 && without_lowest_bit(without_lowest_bit(differing)) != 0) return false;
  return 9 * static_cast<unsigned>(std::popcount(differing)) <= sum;
}

void report_near(const Document& document, const Item& item, const Item& other,
                 const Vocabulary& vocabulary, Sink& sink) {
  const Value section(document, other.section);
  auto& found =
      sink.at(Value(document, item.node), document.node(item.text).span,
              "the section \"" + std::string(heading_of(section.key().text(), vocabulary)) +
                  "\" says the same in nearly the same words; say it once");
  found.notes.push_back({{}, document.node(other.text).span, {}, "the other item"});
}

void check_sections(const Document& document, const Items& items, const Vocabulary& vocabulary,
                    std::pmr::memory_resource* memory, Sink& sink) {
  std::pmr::vector<Candidate> candidates(memory);
  candidates.reserve(items.size());
  std::size_t before = 0;  // how many of them stand in the sections before
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (i > 0 && item.section != items[i - 1].section) before = candidates.size();
    if (item.words < kFewestWords || item.words > kMostWords) continue;
    const Candidate mine{item.marks, item.words, i};
    std::size_t comparisons = 0;
    for (std::size_t j = before > kWindow ? before - kWindow : 0; j < before; ++j) {
      if (!may_be_near(candidates[j], mine)) continue;
      const Item& other = items[candidates[j].item];
      if (++comparisons > kMostComparisons) break;
      if (!is_near(document.text(item.text), document.text(other.text))) continue;
      report_near(document, item, other, vocabulary, sink);
      break;
    }
    candidates.push_back(mine);
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
    collect(target, sink.texts(target.document()), items);
    check_lists(target.document(), items, &memory, sink);
    check_sections(target.document(), items, vocabulary, &memory, sink);
  };
}

}  // namespace proclint
