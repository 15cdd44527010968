#include "core/check/texts.h"

#include <array>
#include <bit>
#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>

#include "core/check/byte_scan.h"
#include "core/check/words.h"

namespace proclint {
namespace {

// ---- What signs tell ----

// Of a sign, the byte behind it and the one behind that: what each of the three may be a part of. A
// text has what all three agree upon.
constexpr TextFacts kHiddenLatin = 1U << 20U;        // in C2 80 to C2 AD
constexpr TextFacts kHiddenPunctuation = 1U << 21U;  // in E2 80
constexpr TextFacts kHiddenOperator = 1U << 27U;     // in E2 81
constexpr TextFacts kHiddenOther = 1U << 22U;        // in another block
constexpr TextFacts kMojibakeByte = 1U << 25U;       // C3 xx before what stands for a byte above 7F
constexpr TextFacts kMojibakeBlank = 1U << 26U;      // C3 82 before a blank
constexpr TextFacts kAnyMojibake = kMojibakeByte | kMojibakeBlank;
constexpr TextFacts kAnyHidden = kHiddenLatin | kHiddenPunctuation | kHiddenOperator | kHiddenOther;
constexpr TextFacts kIsSlow = 1U << 23U;  // bytes alone do not tell whether it belongs to a word
constexpr TextFacts kIsJoint = 1U << 24U;
constexpr TextFacts kAlways =
    kHasAngle | kHasSemicolon | kHasStraightQuote | kHiddenOther | kIsSlow | kIsJoint;

struct Signs {
  std::array<TextFacts, 256> first{};
  std::array<TextFacts, 256> second{};
  std::array<TextFacts, 256> third{};
};

using Bytes = std::initializer_list<unsigned>;

constexpr void put(std::array<TextFacts, 256>& table, Bytes bytes, TextFacts facts) {
  for (const unsigned byte : bytes) table[byte] |= facts;
}

constexpr void put_range(std::array<TextFacts, 256>& table, unsigned first, unsigned last,
                         TextFacts facts) {
  for (unsigned byte = first; byte <= last; ++byte) table[byte] |= facts;
}

constexpr Signs make_signs() {
  Signs out;
  put_range(out.second, 0, 255, kAlways);
  put_range(out.third, 0, 255, ~(kHiddenPunctuation | kHasCurlyQuote | kAnyMojibake));
  put(out.first, {'.', '!', '?'}, kHasEndInside);
  put_range(out.second, 0, 255, kHasEndInside);
  put_range(out.second, '0', '9', 0);
  for (unsigned byte = 0; byte < 256; ++byte) {
    const bool is_letter = (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
    const bool is_digit = byte >= '0' && byte <= '9';
    if (is_letter || is_digit) out.second[byte] &= ~kHasEndInside;
  }
  // The last byte of a French quote, single or double, too.
  put(out.first, {'<', '>', 0xBA, 0xBB}, kHasAngle);
  put(out.first, {','}, kHasComma);
  put(out.second, {' '}, kHasComma);
  put(out.first, {';'}, kHasSemicolon);
  put(out.first, {'-'}, kHasDash | kIsJoint);
  put(out.second, {'-'}, kHasDash);
  put_range(out.second, '0', '9', kHasDash);
  put(out.first, {'\'', '"'}, kHasStraightQuote);
  put(out.first, {'\''}, kIsJoint);
  put(out.first, {0xE2}, kHasCurlyQuote);
  put(out.second, {0x80}, kHasCurlyQuote);
  put(out.third, {0x98, 0x99, 0x9C, 0x9D}, kHasCurlyQuote);
  put(out.first, {0xC2, 0xE2}, kIsSlow);  // see Words
  // See mojibake.cc: the letter that stands for a first byte, and how those begin that stand for
  // the bytes from 80 to BF.
  put(out.first, {0xC3}, kAnyMojibake);
  put_range(out.second, 0x82, 0xB4, kMojibakeByte);
  put(out.third, {0xC2, 0xC5, 0xC6, 0xCB, 0xE2}, kMojibakeByte);
  put(out.second, {0x82}, kMojibakeBlank);
  put(out.third, {' '}, kMojibakeBlank);
  // See find_invisible.
  put_range(out.first, 0, 0x1F, kHiddenOther);
  put(out.first, {0x7F, 0xD8, 0xE1, 0xE3, 0xEE, 0xEF, 0xF3, 0xF4}, kHiddenOther);
  out.first['\t'] = out.first['\n'] = 0;
  put(out.first, {0xC2}, kHiddenLatin);
  put_range(out.second, 0x80, 0xA0, kHiddenLatin);
  put(out.second, {0xAD}, kHiddenLatin);
  put(out.first, {0xE2}, kHiddenPunctuation | kHiddenOperator);
  put(out.second, {0x80}, kHiddenPunctuation);
  put(out.second, {0x81}, kHiddenOperator);
  put_range(out.third, 0x80, 0x8F, kHiddenPunctuation);
  put_range(out.third, 0xA8, 0xAF, kHiddenPunctuation);
  return out;
}

constexpr Signs kSigns = make_signs();

// Of a sign and the two bytes behind it.
TextFacts facts_of(const char* at) {
  const auto byte = [at](std::size_t i) { return static_cast<unsigned char>(at[i]); };
  return kSigns.first[byte(0)] & kSigns.second[byte(1)] & kSigns.third[byte(2)];
}

// Without what only this file knows.
TextFacts public_facts(TextFacts facts) {
  constexpr TextFacts kPublic = (1U << 20U) - 1;
  return (facts & kPublic) | ((facts & kAnyHidden) != 0 ? kHasHidden : 0) |
         ((facts & kAnyMojibake) != 0 ? kHasMojibake : 0);
}

TextFacts facts_of_key(std::string_view key) {
  const std::string text = std::string(key) + "  ";
  TextFacts out = 0;
  for (std::size_t i = 0; i < key.size(); ++i) out |= facts_of(text.data() + i);
  return public_facts(out) & (kHasHidden | kHasMojibake);
}

// Of bits that are not all 0.
inline unsigned lowest(std::uint64_t bits) { return static_cast<unsigned>(__builtin_ctzll(bits)); }
// How many are 1 before the first 0.
inline unsigned run_of_ones(std::uint64_t bits) {
  return static_cast<unsigned>(std::countr_one(bits));
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) {
  const unsigned small = static_cast<unsigned char>(c) | 0x20U;
  return is_digit(c) || (small >= 'a' && small <= 'z');
}

constexpr std::array<std::uint64_t, 9> kFirstBytes = [] {
  std::array<std::uint64_t, 9> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = i == 8 ? ~0ULL : (1ULL << (8 * i)) - 1;
  return out;
}();

// As word_key, of a word that is followed by eight bytes at least.
inline std::uint32_t key_of(const char* word, unsigned size) {
  std::uint64_t first_bytes = 0;
  std::uint64_t last_bytes = 0;
  std::memcpy(&first_bytes, word, sizeof first_bytes);
  std::memcpy(&last_bytes, word + (std::max(size, 8U) - 8), sizeof last_bytes);
  const std::uint64_t mask = kFirstBytes[std::min(size, 8U)];
  return word_key(first_bytes & mask, last_bytes & mask, size);
}

constexpr std::uint64_t first_bits(std::size_t count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

// ---- One text ----

// What the words of a text add up to.
struct Sum {
  std::uint64_t hash = 0;
  std::uint32_t last_key = 0;
  std::uint32_t words = 0;
  std::uint32_t bits = 0;
  WordLists::Lists lists = 0;
  bool has_repeated = false;

  template <bool kIsItem>
  [[gnu::always_inline]] void add(std::uint32_t key, const WordLists& all) {
    ++words;
    has_repeated |= key == last_key;
    last_key = key;
    if (all.may_have(key)) lists |= all.with(key);
    if constexpr (kIsItem) {
      hash = (hash ^ key) * 0x9E3779B97F4A7C15U;
      bits |= std::uint32_t{1} << (key >> 27U);
    }
  }
};

// Of a text with letters or signs that single bytes do not tell, or with very long words.
Sum sum_slowly(std::string_view text, const SoughtWords& sought, WordLists::Lists& first_lists) {
  Sum sum;
  Words words(text);
  while (words.next()) {
    const std::string_view word = words.word();
    const std::uint32_t key = word_key(word);
    sum.add<true>(key, sought.words);
    for (std::string_view rest = word; !rest.empty();) {
      const std::size_t end = std::min(rest.find_first_of("-'\xE2"), rest.size());
      const std::uint32_t part = word_key(rest.substr(0, end));
      if (end > 0) sum.lists |= sought.words.with(part);
      if (end > 0 && sum.words == 1 && rest.data() == word.data()) {
        first_lists = sought.first_words.with(key) | sought.first_words.with(part);
      }
      const std::size_t joint = end < rest.size() && rest[end] == '\xE2' ? 3 : 1;
      rest.remove_prefix(std::min(end + joint, rest.size()));
    }
  }
  return sum;
}

// Looks through one text after the other; `Masks` reads the bytes, see byte_scan.h.
template <class Masks>
class TextScan {
 public:
  TextScan(const Document& document, const SoughtWords& sought)
      : document_(document),
        ends_{end_of(document.source->text()), end_of(document.decoded)},
        sought_(sought) {}

  template <bool kIsItem>
  [[gnu::always_inline]] void look_through(const Node& node, Texts::Text& out) {
    const std::string_view text = text_of(node);
    if (text.empty()) return;
    Sum sum;
    TextFacts facts = 0;
    std::size_t at = 0;
    do {
      at += look_at_window<kIsItem>(text, at, ends_[node.is_decoded ? 1 : 0], facts, sum, out);
    } while (at < text.size());
    if ((facts & kIsSlow) != 0) sum = sum_slowly(text, sought_, out.first_lists);
    out.facts = public_facts(facts) | (sum.has_repeated ? kHasRepeatedWord : 0);
    out.lists = sum.lists;
    out.words = sum.words;
    out.hash = static_cast<std::uint32_t>(sum.hash >> 32U);
    out.word_bits = sum.bits;
  }

  // What a key is asked for.
  [[gnu::always_inline]] TextFacts look_at_key(const Node& node) const {
    const std::string_view text = text_of(node);
    const bool is_short = text.size() <= 32 && ends_[node.is_decoded ? 1 : 0] - text.data() >= 32;
    if (!is_short) return facts_of_key(text);
    std::uint64_t odd = Masks::odd_of_16(text.data());
    if (text.size() > 16) odd |= Masks::odd_of_16(text.data() + 16) << 16U;
    return (odd & first_bits(text.size())) == 0 ? 0 : facts_of_key(text);
  }

 private:
  static const char* end_of(std::string_view text) { return text.data() + text.size(); }

  std::string_view text_of(const Node& node) const {
    const std::string_view all =
        node.is_decoded ? std::string_view(document_.decoded) : document_.source->text();
    return {all.data() + node.text, node.size};
  }

  // Looks at up to 64 bytes from `at` on, where a word may begin but none goes on; how many of them
  // need no second look: the word at their end may go on behind them.
  template <bool kIsItem>
  [[gnu::always_inline]] std::size_t look_at_window(std::string_view text, std::size_t at,
                                                    const char* end, TextFacts& facts, Sum& sum,
                                                    Texts::Text& out) {
    const std::size_t left = text.size() - at;
    const std::size_t size = std::min(left, kMaskedBytes);
    const char* bytes = text.data() + at;
    if (end - bytes < std::ptrdiff_t{kBytesRead}) [[unlikely]]
      bytes = copy_of(bytes, end);
    const ByteMasks masks = Masks::of(bytes, size);
    const std::uint64_t valid = first_bits(size);
    const std::uint64_t alnum = masks.alnum & valid;
    std::uint64_t word = alnum;
    std::uint64_t joint = 0;
    const std::size_t last = left == size ? size - 1 : kMaskedBytes;
    for (std::uint64_t odd = (~(masks.alnum | masks.blank) | masks.control) & valid; odd != 0;
         odd &= odd - 1) {
      const std::size_t i = lowest(odd);
      const auto byte = static_cast<unsigned char>(bytes[i]);
      // Nothing stands behind the last one.
      TextFacts told = i == last ? kSigns.first[byte] & kAlways : facts_of(bytes + i);
      // Without a digit before it, a hyphen is no range.
      if ((told & kHasDash) != 0 && bytes[i + 1] != '-' &&
          !(at + i > 0 && is_digit(text[at + i - 1]))) {
        told &= ~kHasDash;
      }
      facts |= told;
      const std::uint64_t bit = odd & (~odd + 1);
      if ((told & kIsJoint) != 0) joint |= bit;
      if (byte >= 0x80) word |= bit;
    }
    const std::uint64_t small = (alnum & ~masks.capital) << 2U;
    std::uint64_t capitals = masks.capital & alnum & masks.blank << 1U & small;
    if (at == 0) {
      if ((alnum & 1U) == 0) facts |= kBeginsWithSign;
    } else {
      if (at >= 2 && is_small(text[at - 2])) capitals |= masks.capital & 1U;
      if (is_small(text[at - 1])) capitals |= masks.capital & (masks.blank << 1U) & 2U;
    }
    if (capitals != 0) facts |= kHasCapitalBehindWord;
    // A joint belongs to the word when the word goes on behind it.
    word |= joint & word << 1U & word >> 1U;
    if (left == size) {
      if (!is_alnum(text.back())) facts |= kEndsWithSign;
      add_words<kIsItem>(bytes, word, joint, sum, out);
      return size;
    }
    // What reaches the end of the window is left for the next one, and so is a joint there.
    if ((joint >> (kMaskedBytes - 1)) != 0) word |= std::uint64_t{1} << (kMaskedBytes - 1);
    const auto cut = static_cast<std::size_t>(std::countl_one(word));
    if (cut == kMaskedBytes) {
      facts |= kIsSlow;
      return kMaskedBytes;
    }
    add_words<kIsItem>(bytes, word << cut >> cut, joint, sum, out);
    return kMaskedBytes - cut;
  }

  // What may be read where too few bytes lie before the end.
  const char* copy_of(const char* bytes, const char* end) {
    copy_.fill(0);
    std::memcpy(copy_.data(), bytes, static_cast<std::size_t>(end - bytes));
    return copy_.data();
  }

  // The words of which `bits` has the bytes.
  template <bool kIsItem>
  [[gnu::always_inline]] void add_words(const char* bytes, std::uint64_t bits, std::uint64_t joint,
                                        Sum& all, Texts::Text& out) {
    if (bits == 0) return;
    if (all.words == 0) out.first_lists = lists_with_first(bytes, bits, joint);
    Sum sum = all;
    std::uint64_t starts = bits & ~(bits << 1U);
    do {
      const unsigned begin = lowest(starts);
      const unsigned size = run_of_ones(bits >> begin);
      sum.add<kIsItem>(key_of(bytes + begin, size), sought_.words);
      starts &= starts - 1;
    } while (starts != 0);
    if ((bits & joint) != 0) sum.lists |= lists_with_parts(bytes, bits & ~joint);
    all = sum;
  }

  // The parts of words that are joined are looked up, too.
  [[gnu::noinline]] WordLists::Lists lists_with_parts(const char* bytes, std::uint64_t bits) const {
    WordLists::Lists lists = 0;
    for (std::uint64_t starts = bits & ~(bits << 1U); starts != 0; starts &= starts - 1) {
      const unsigned begin = lowest(starts);
      const unsigned size = run_of_ones(bits >> begin);
      lists |= sought_.words.with(key_of(bytes + begin, size));
    }
    return lists;
  }

  [[gnu::always_inline]] WordLists::Lists lists_with_first(const char* bytes, std::uint64_t bits,
                                                           std::uint64_t joint) const {
    const unsigned begin = lowest(bits);
    const unsigned size = run_of_ones(bits >> begin);
    const unsigned part = run_of_ones((bits & ~joint) >> begin);
    const WordLists& words = sought_.first_words;
    const WordLists::Lists lists = words.with(key_of(bytes + begin, size));
    return part == size ? lists : lists | words.with(key_of(bytes + begin, part));
  }

  const Document& document_;
  const char* const ends_[2];  // of the buffers with texts that are not decoded, and that are
  const SoughtWords& sought_;
  std::array<char, kBytesRead> copy_;
};

bool is_item_list(const Document& document, NodeId id) {
  if (id == 0 || document.nodes[id].kind != Kind::list) return false;
  const Node& key = document.nodes[id - 1];
  if (key.kind != Kind::key || key.size != 5) return false;
  const std::string_view name = document.text(id - 1);
  return name == "items" || name == "steps";
}

}  // namespace

// ---- All texts ----

void Texts::read(const Document& document, const SoughtWords& sought) {
  // More are no document that people read.
  constexpr std::size_t kMostNodes = std::size_t{1} << 16U;
  document_ = &document;
  sought_ = &sought;
  facts_ = 0;
  lists_ = 0;
  count_ = 0;
  item_lists_.clear();
  parent_ = list_ = kNoNode;
  const std::size_t size = document.nodes.size();
  is_kept_ = size <= kMostNodes;
  // What is kept is never made smaller.
  if (is_kept_ && before_.size() <= size) before_.resize(2 * size + 1);
#ifdef __x86_64__
  static const bool kIsWide = __builtin_cpu_supports("avx2") != 0 &&
                              __builtin_cpu_supports("bmi") != 0 &&
                              __builtin_cpu_supports("bmi2") != 0;
  if (kIsWide) return read_wide();
#endif
  read_with<NarrowMasks>();
}

#ifdef __x86_64__
[[gnu::target("avx2,bmi,bmi2")]] void Texts::read_wide() { read_with<WideMasks>(); }
#endif

template <class Masks>
[[gnu::always_inline]] inline void Texts::read_with() {
  TextScan<Masks> scan(*document_, *sought_);
  TextFacts facts = 0;
  Lists lists = 0;
  const auto size = static_cast<NodeId>(document_->nodes.size());
  for (NodeId id = 0; id < size; ++id) {
    const Node& node = document_->nodes[id];
    if (is_kept_) before_[id] = count_;
    if (node.kind == Kind::string) {
      if (count_ == texts_.size()) texts_.resize(2 * texts_.size() + 64);
      Text& text = texts_[count_];
      if (is_kept_) ++count_;
      text = {};
      text.node = id;
      text.list = list_of(id);
      if (text.list == kNoNode) {
        scan.template look_through<false>(node, text);
      } else {
        scan.template look_through<true>(node, text);
      }
      facts |= text.facts;
      lists |= text.lists;
    } else if (node.kind == Kind::key) {
      facts |= scan.look_at_key(node);
    } else if (node.kind == Kind::list && is_item_list(*document_, id)) {
      item_lists_.push_back(id);
    }
  }
  if (is_kept_) before_[size] = count_;
  facts_ = facts;
  lists_ = lists;
}

Texts::Text Texts::looked_through(NodeId id) const {
  Text text;
  text.node = id;
  text.list = list_of(id);
  TextScan<NarrowMasks>(*document_, *sought_).look_through<true>(document_->node(id), text);
  return text;
}

// The list of which a text is an item; it may stand in a map beside a nested list.
NodeId Texts::list_of(NodeId id) const {
  const NodeId parent = document_->nodes[id].parent;
  if (parent == parent_) return list_;
  if (parent == kNoNode) return kNoNode;
  const Node& holder = document_->nodes[parent];
  if (holder.kind != Kind::map) {
    parent_ = parent;
    return list_ = is_item_list(*document_, parent) ? parent : kNoNode;
  }
  const bool is_item = holder.parent != kNoNode && document_->nodes[id - 1].size == 4 &&
                       is_item_list(*document_, holder.parent) && document_->text(id - 1) == "text";
  return is_item ? holder.parent : kNoNode;
}

std::span<const NodeId> Texts::item_lists(Value target) const {
  const NodeId* const first = std::lower_bound(item_lists_.begin(), item_lists_.end(), target.id());
  return {first, std::lower_bound(first, item_lists_.end(), target.node().next)};
}

}  // namespace proclint
