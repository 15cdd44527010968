#include "core/check/texts.h"

#include <array>
#include <bit>
#include <cstring>
#include <string>
#include <string_view>

#include "core/check/byte_scan.h"
#include "core/check/text_signs.h"
#include "core/check/words.h"

namespace proclint {
namespace {

constexpr TextFacts kIsLong = TextFacts{1} << 31U;  // a word fills a window
constexpr std::uint64_t kNoKey = ~std::uint64_t{0};

// Of bits that are not all 0.
inline unsigned lowest(std::uint64_t bits) { return static_cast<unsigned>(__builtin_ctzll(bits)); }
// How many are 1 before the first 0.
inline unsigned run_of_ones(std::uint64_t bits) {
  return static_cast<unsigned>(std::countr_one(bits));
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
// Whether the letter at `at` stands behind a small one and a blank.
bool is_behind_word(std::string_view text, std::size_t at) {
  return at >= 2 && static_cast<unsigned char>(text[at - 1]) <= ' ' && is_small(text[at - 2]);
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The bytes of a document's texts and keys.
class Buffers {
 public:
  explicit Buffers(const Document& document)
      : buffers_{buffer(document.source->text()), buffer(document.decoded)} {}

  std::string_view text(const Node& node) const {
    return {buffers_[node.is_decoded].begin + node.text, node.size};
  }
  // Up to where bytes may be read.
  const char* end(const Node& node) const { return buffers_[node.is_decoded].end; }

 private:
  struct Buffer {
    const char* begin;
    const char* end;
  };

  static Buffer buffer(std::string_view text) { return {text.data(), text.data() + text.size()}; }

  const Buffer buffers_[2];  // of texts that are not decoded, and of those that are
};

[[gnu::noinline]] TextFacts facts_of_key(std::string_view key) {
  const std::string text = std::string(key) + "  ";
  TextFacts out = 0;
  for (std::size_t i = 0; i < key.size(); ++i) out |= kSigns.facts_of(text.data() + i);
  return Signs::public_facts(out) & (kHasHidden | kHasMojibake);
}

// What a key is asked for.
TextFacts look_at_key(const Buffers& buffers, const Node& node) {
  const std::string_view key = buffers.text(node);
  const char* const end = buffers.end(node);
  std::size_t plain = 0;
  while (end - (key.data() + plain) >= std::ptrdiff_t{kPlainBytes}) {
    const std::size_t run = NarrowMasks::plain_run(key.data() + plain);
    plain += run;
    if (plain >= key.size()) return 0;
    if (run < kPlainBytes) break;
  }
  return facts_of_key(key);
}

// Of a word by its size: where its last eight bytes begin, and how many bits behind it eight bytes
// have.
struct Ends {
  std::uint8_t last = 0;
  std::uint8_t behind = 0;
};

constexpr std::array<Ends, kMaskedBytes + 1> kEnds = [] {
  std::array<Ends, kMaskedBytes + 1> out;
  for (std::uint8_t size = 1; size < 8; ++size)
    out[size].behind = static_cast<std::uint8_t>(64 - 8 * size);
  for (std::uint8_t size = 8; size <= kMaskedBytes; ++size) out[size].last = size - 8;
  return out;
}();

// Looks through texts; `Masks` reads the bytes, see byte_scan.h.
template <class Masks>
class TextScan {
 public:
  TextScan(const Document& document, const SoughtWords& sought)
      : document_(document), buffers_(document), sought_(sought) {}

  // Of `out` the node and the list are known.
  void look_through(Texts::Text& out) {
    const Node& node = document_.nodes[out.node];
    const std::string_view text = buffers_.text(node);
    const char* const end = buffers_.end(node);
    last_key_ = kNoKey;
    for (std::size_t at = 0; at < text.size();) at += look_at_window(text, at, end, out);
    if (out.facts <= Signs::kPublic) [[likely]]
      return;
    if ((out.facts & kIsLong) != 0) look_for_words(text, out);
    out.facts = Signs::public_facts(out.facts);
  }

 private:
  // Looks at up to 64 bytes from `at` on, where a word may begin but none goes on; how many of them
  // need no second look: the word at their end may go on behind them.
  std::size_t look_at_window(std::string_view text, std::size_t at, const char* end,
                             Texts::Text& out) {
    const std::size_t left = text.size() - at;
    const std::size_t size = std::min(left, kMaskedBytes);
    const bool is_last = left == size;
    const char* bytes = text.data() + at;
    if (end - bytes < std::ptrdiff_t{kBytesRead}) [[unlikely]]
      bytes = copy_of(bytes, end);
    const ByteMasks masks = Masks::of(bytes, size);
    const std::uint64_t valid = ~std::uint64_t{0} >> (kMaskedBytes - size);
    const std::uint64_t alnum = masks.alnum & valid;
    const std::size_t last = is_last ? size - 1 : kMaskedBytes;
    TextFacts facts = 0;
    std::uint64_t units = 0;
    for (std::uint64_t odd = ~(masks.alnum | masks.space) & valid; odd != 0; odd &= odd - 1) {
      const std::size_t i = lowest(odd);
      // Nothing stands behind the last one.
      TextFacts told = i == last ? kSigns.facts_of_last(bytes[i]) : kSigns.facts_of(bytes + i);
      if ((told & Signs::kIsUnit) != 0) [[unlikely]] {
        units |= odd & (~odd + 1);
        // Without a digit before it, a hyphen is no range.
        if ((told & kHasDash) != 0 && bytes[i + 1] != '-' &&
            !(at + i > 0 && is_digit(text[at + i - 1]))) {
          told &= ~kHasDash;
        }
      }
      facts |= told;
    }
    std::uint64_t capitals = masks.capital & ~(alnum << 1U) & valid;
    if (at == 0) {
      if ((alnum & 1U) == 0) facts |= kBeginsWithSign;
      capitals &= ~std::uint64_t{1};
    }
    for (; capitals != 0; capitals &= capitals - 1) {
      if (is_behind_word(text, at + lowest(capitals))) facts |= kHasCapitalBehindWord;
    }
    WordBits bits{alnum | (masks.high & valid)};
    if (units != 0) [[unlikely]]
      bits = with_units(text, at, units, bits.word);
    std::size_t done = size;
    if (is_last) {
      if ((alnum >> last) == 0) facts |= kEndsWithSign;
    } else {
      // What reaches the end of the window is left for the next one.
      const int cut = std::countl_one(bits.word | bits.open);
      if (cut == kMaskedBytes) {
        facts |= kIsLong;
        bits = {};
      } else {
        done -= static_cast<std::size_t>(cut);
        bits.word = bits.word << cut >> cut;
      }
    }
    out.facts |= facts;
    if (bits.word == 0) return done;
    if (out.list == kNoNode) {
      add_words<false>(bytes, bits, out);
    } else {
      add_words<true>(bytes, bits, out);
    }
    return done;
  }

  // Of a window.
  struct WordBits {
    std::uint64_t word = 0;   // the bytes of words
    std::uint64_t joint = 0;  // those that join two parts of a word
    std::uint64_t open = 0;   // what may belong to a word with the bytes behind the window
  };

  // Knowing the words without them.
  static WordBits with_units(std::string_view text, std::size_t at, std::uint64_t units,
                             std::uint64_t word) {
    WordBits out{word};
    std::uint64_t wide = 0;  // the first bytes of joints of three
    std::size_t behind = 0;
    for (; units != 0; units &= units - 1) {
      const std::size_t i = lowest(units);
      if (i < behind) continue;
      const Words::Unit unit = Words::unit_at(text, at + i);
      behind = i + unit.size;
      const std::uint64_t first = units & (~units + 1);
      if (unit.kind != Words::Class::word) out.word &= ~((first << unit.size) - first);
      if (unit.kind == Words::Class::joint) (unit.size == 1 ? out.joint : wide) |= first;
      if (behind >= kMaskedBytes) out.open = ~(first - 1);
    }
    // A joint belongs to the word when the word goes on behind it.
    out.joint &= out.word << 1U & out.word >> 1U;
    wide &= out.word << 1U & out.word >> 3U;
    out.joint |= wide | wide << 1U | wide << 2U;
    out.word |= out.joint;
    return out;
  }

  // What may be read where too few bytes lie before the end.
  const char* copy_of(const char* bytes, const char* end) {
    copy_.fill(0);
    std::memcpy(copy_.data(), bytes, static_cast<std::size_t>(end - bytes));
    return copy_.data();
  }

  template <bool kIsItem>
  void add_words(const char* bytes, const WordBits& bits, Texts::Text& out) {
    std::uint64_t edges = bits.word ^ (bits.word << 1U);  // of each word, and what is behind it
    const auto next_edge = [&edges] {
      const std::uint64_t first = edges;
      edges &= edges - 1;
      return static_cast<unsigned>(std::countr_zero(first));
    };
    const auto next_key = [&] {
      const unsigned begin = next_edge();
      return key_of(bytes + begin, next_edge() - begin);
    };
    std::uint32_t hash = out.hash;
    std::uint32_t word_bits = out.word_bits;
    std::uint64_t before = last_key_;
    std::uint32_t key = next_key();
    const bool has_first = out.words == 0;
    if (has_first) add_lists(sought_.first_words, key, out.first_lists);
    out.words += static_cast<std::uint32_t>(std::popcount(bits.word & ~(bits.word << 1U)));
    for (;;) {
      if (key == before) [[unlikely]]
        out.facts |= kHasRepeatedWord;
      add_lists(sought_.words, key, out.lists);
      if constexpr (kIsItem) add_to_item(key, hash, word_bits);
      if (edges == 0) break;
      before = key;
      key = next_key();
    }
    last_key_ = key;
    out.hash = hash;
    out.word_bits = word_bits;
    if ((bits.word & bits.joint) != 0) [[unlikely]]
      add_parts(bytes, bits, has_first, out);
  }

  // The parts of words that are joined are looked up, too.
  void add_parts(const char* bytes, const WordBits& bits, bool has_first, Texts::Text& out) const {
    const std::uint64_t parts = bits.word & ~bits.joint;
    if (has_first) {
      add_lists(sought_.first_words, key_at(bytes, lowest(parts), parts), out.first_lists);
    }
    for (std::uint64_t ends = bits.joint & parts << 1U; ends != 0; ends &= ends - 1) {
      const unsigned end = lowest(ends);
      const auto size = static_cast<unsigned>(std::countl_one(parts << (64 - end)));
      const unsigned next = end + run_of_ones(bits.joint >> end);
      add_lists(sought_.words, key_of(bytes + end - size, size), out.lists);
      add_lists(sought_.words, key_at(bytes, next, parts), out.lists);
    }
  }

  static void add_lists(const WordLists& all, std::uint32_t key, WordLists::Lists& lists) {
    if (all.may_have(key)) [[unlikely]]
      lists |= all.with(key);
  }

  static void add_to_item(std::uint32_t key, std::uint32_t& hash, std::uint32_t& word_bits) {
    hash = (hash ^ key) * 0x9E3779B1U;
    word_bits |= std::uint32_t{1} << (key >> 27U);
  }

  // Of a text with a word too long for a window.
  [[gnu::noinline]] void look_for_words(std::string_view text, Texts::Text& out) const {
    out = {out.node, out.list, out.facts & ~kHasRepeatedWord};
    const auto look_up = [&](std::string_view word) {
      const std::uint32_t key = word_key(word);
      if (out.words == 0) out.first_lists |= sought_.first_words.with(key);
      out.lists |= sought_.words.with(key);
      return key;
    };
    std::uint64_t before = kNoKey;
    for (Words words(text); words.next(); ++out.words) {
      std::string_view word = words.word();
      const std::uint32_t key = look_up(word);
      if (key == before) out.facts |= kHasRepeatedWord;
      before = key;
      add_to_item(key, out.hash, out.word_bits);
      while (!word.empty()) {
        const std::size_t end = std::min(word.find_first_of("-'\xE2"), word.size());
        look_up(word.substr(0, end));
        const std::size_t joint = end < word.size() && word[end] == '\xE2' ? 3 : 1;
        word.remove_prefix(std::min(end + joint, word.size()));
      }
    }
  }

  // The key of a word, given where words have bytes.
  static std::uint32_t key_at(const char* bytes, unsigned begin, std::uint64_t bits) {
    return key_of(bytes + begin, run_of_ones(bits >> begin));
  }

  // As word_key, of a word that is followed by eight bytes at least.
  static std::uint32_t key_of(const char* word, unsigned size) {
    std::uint64_t first_bytes = 0;
    std::uint64_t last_bytes = 0;
    const Ends& ends = kEnds[size];
    std::memcpy(&first_bytes, word, sizeof first_bytes);
    std::memcpy(&last_bytes, word + ends.last, sizeof last_bytes);
    return word_key(first_bytes << ends.behind, last_bytes << ends.behind);
  }

  const Document& document_;
  const Buffers buffers_;
  const SoughtWords& sought_;
  std::uint64_t last_key_ = kNoKey;  // of the word before
  std::array<char, kBytesRead> copy_;
};

bool is_text_key(const Document& document, NodeId id) {
  return document.nodes[id].size == 4 && std::memcmp(document.text(id).data(), "text", 4) == 0;
}

// Of a list.
bool has_items(const Document& document, NodeId id) {
  if (id == 0) return false;
  const Node& key = document.nodes[id - 1];
  if (key.kind != Kind::key || key.size != 5) return false;
  const char* const name = document.text(id - 1).data();
  return std::memcmp(name, "items", 5) == 0 || std::memcmp(name, "steps", 5) == 0;
}

template <class Masks>
void look_through_with(const Document& document, const SoughtWords& sought,
                       std::span<Texts::Text> texts) {
  TextScan<Masks> scan(document, sought);
  for (Texts::Text& text : texts) scan.look_through(text);
}

#ifdef __x86_64__
[[gnu::target("avx2,bmi,bmi2"), gnu::flatten]] void look_through_widely(
    const Document& document, const SoughtWords& sought, std::span<Texts::Text> texts) {
  look_through_with<WideMasks>(document, sought, texts);
}
#endif

}  // namespace

void Texts::read(const Document& document, const SoughtWords& sought) {
  // More are no document that people read.
  constexpr std::size_t kMostNodes = std::size_t{1} << 16U;
  document_ = &document;
  sought_ = &sought;
  facts_ = 0;
  lists_ = 0;
  item_lists_.clear();
  asked_ = list_ = kNoNode;
  const std::size_t size = document.nodes.size();
  is_kept_ = size <= kMostNodes;
  const std::size_t kept = is_kept_ ? size : 0;
  // What is kept is never made smaller. What is not is overwritten by the next one.
  if (before_.size() <= kept) before_.resize(kept + 1);
  if (texts_.size() <= kept) texts_.resize(kept + 1);
  const Buffers buffers(document);
  TextFacts facts_of_keys = 0;
  const std::uint32_t step = is_kept_ ? 1 : 0;
  std::uint32_t* before = before_.data();
  std::uint32_t count = 0;
  NodeId id = 0;
  for (const Node& node : document.nodes) {
    *before = count;
    if (node.kind == Kind::string) {
      texts_[count] = {id, list_of(id)};
      count += step;
      if (!is_kept_) look_through({texts_.data(), 1});
    } else if (node.kind == Kind::key) {
      facts_of_keys |= look_at_key(buffers, node);
    } else if (node.kind == Kind::list && as_item_list(id) != kNoNode) {
      item_lists_.push_back(id);
    }
    ++id;
    before += step;
  }
  *before = count;
  look_through({texts_.data(), count});
  facts_ |= facts_of_keys;
}

// The nodes and the lists of `texts` are known.
void Texts::look_through(std::span<Text> texts) {
#ifdef __x86_64__
  static const bool kIsWide = __builtin_cpu_supports("avx2") != 0 &&
                              __builtin_cpu_supports("bmi") != 0 &&
                              __builtin_cpu_supports("bmi2") != 0;
  (kIsWide ? look_through_widely : look_through_with<NarrowMasks>)(*document_, *sought_, texts);
#else
  look_through_with<NarrowMasks>(*document_, *sought_, texts);
#endif
  for (const Text& text : texts) {
    facts_ |= text.facts;
    lists_ |= text.lists;
  }
}

Texts::Text Texts::looked_through(NodeId id) const {
  Text text{id, list_of(id)};
  look_through_with<NarrowMasks>(*document_, *sought_, {&text, 1});
  return text;
}

// The list of which a text is an item; it may stand in a map beside a nested list.
[[gnu::always_inline]] inline NodeId Texts::list_of(NodeId id) const {
  NodeId holder = document_->nodes[id].parent;
  if (holder == asked_) return list_;
  if (holder == kNoNode) return kNoNode;
  if (document_->nodes[holder].kind == Kind::map) {
    if (!is_text_key(*document_, id - 1)) return kNoNode;
    holder = document_->nodes[holder].parent;
    if (holder == asked_) return list_;
    if (holder == kNoNode || document_->nodes[holder].kind != Kind::list) return kNoNode;
  }
  return as_item_list(holder);
}

// The same list, if its elements are items.
[[gnu::always_inline]] inline NodeId Texts::as_item_list(NodeId list) const {
  asked_ = list;
  return list_ = has_items(*document_, list) ? list : kNoNode;
}

std::span<const NodeId> Texts::item_lists(Value target) const {
  const NodeId* const first = std::lower_bound(item_lists_.begin(), item_lists_.end(), target.id());
  return {first, std::lower_bound(first, item_lists_.end(), target.node().next)};
}

}  // namespace proclint
