#include "core/check/texts.h"

#include <array>
#include <bit>
#include <cstring>

#include "core/check/byte_scan.h"
#include "core/check/words.h"

namespace proclint {
namespace {

// More is no document that people read, and its words would take many times its memory.
constexpr std::size_t kMostBytes = std::size_t{1} << 20U;
constexpr TextFacts kAll = 0xFF;

constexpr std::uint64_t kSmall = 0x2020202020202020U;  // see word_hash
constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15U;  // 2^64 over the golden ratio

bool is_alnum(char c) {
  const unsigned small = static_cast<unsigned char>(c) | 0x20U;
  return (c >= '0' && c <= '9') || (small >= 'a' && small <= 'z');
}

// The last bytes of the French quotes, single and double, too.
bool has_angle(std::string_view bytes) {
  for (const char c : {'<', '>', '\xBA', '\xBB'}) {
    if (bytes.find(c) != std::string_view::npos) return true;
  }
  return false;
}

// The first `size` of eight bytes, which may lie at the end of the buffer.
std::uint64_t first_bytes(std::string_view buffer, std::size_t at, std::uint32_t size) {
  static constexpr std::array<std::uint64_t, 9> kValid = [] {
    std::array<std::uint64_t, 9> out{};
    for (std::size_t i = 1; i < out.size(); ++i) out[i] = out[i - 1] << 8U | 0xFFU;
    return out;
  }();
  std::uint64_t bytes = 0;
  if (at + sizeof bytes <= buffer.size()) {
    std::memcpy(&bytes, buffer.data() + at, sizeof bytes);
  } else {
    std::memcpy(&bytes, buffer.data() + at, buffer.size() - at);
  }
  return bytes & kValid[std::min(size, 8U)];
}

// Writes words into tables that have room for them.
struct WordWriter {
  std::uint32_t* begins;
  std::uint32_t* sizes;
  std::uint32_t* heads;
  std::uint32_t* hashes;
  std::string_view buffer;
  std::size_t count = 0;
  std::uint32_t last_hash = 0;
  bool has_repeated = false;

  void add(std::uint32_t begin, std::uint32_t size) {
    const std::uint64_t bytes = first_bytes(buffer, begin, size) | kSmall;
    const auto hash = static_cast<std::uint32_t>((bytes ^ size) * kPrime >> 32U);
    begins[count] = begin;
    sizes[count] = size;
    heads[count] = static_cast<std::uint32_t>(bytes);
    hashes[count] = hash;
    has_repeated |= hash == last_hash;
    last_hash = hash;
    ++count;
  }

  // The words of which `bits` has the bytes, from `begin` on.
  void add_all(std::uint32_t begin, std::uint64_t bits) {
    for (std::uint64_t starts = bits & ~(bits << 1U); starts != 0; starts &= starts - 1) {
      const auto at = static_cast<unsigned>(std::countr_zero(starts));
      add(begin + at, static_cast<std::uint32_t>(std::countr_one(bits >> at)));
    }
  }

  // Of a text with letters or signs that single bytes do not tell.
  void add_slowly(std::uint32_t begin, std::uint32_t size) {
    count = 0;
    has_repeated = false;
    last_hash = 0;
    Words words(buffer.substr(begin, size));
    while (words.next()) {
      add(begin + static_cast<std::uint32_t>(words.begin()),
          static_cast<std::uint32_t>(words.word().size()));
    }
  }
};

constexpr std::size_t kWindow = ByteScan::kWindow;
constexpr std::uint64_t kLastBit = std::uint64_t{1} << (kWindow - 1);

// The bytes of a window that belong to words. A window begins at a word or between two, and a joint
// belongs to the word when the word goes on behind it; `is_followed`: by a letter or digit.
std::uint64_t word_bits(const ByteScan& scan, bool is_followed) {
  const std::uint64_t goes_on = scan.alnum >> 1U | (is_followed ? kLastBit : 0);
  return scan.alnum | (scan.joint & scan.alnum << 1U & goes_on);
}

}  // namespace

void Texts::read(const Document& document) {
  document_ = &document;
  const std::string_view source = document.source->text();
  const std::string_view decoded = document.decoded;
  is_read_ = source.size() <= kMostBytes && decoded.size() <= kMostBytes;
  any_ = is_read_ ? TextFacts{0} : kAll;
  texts_.clear();
  count_ = 0;
  asked_.clear();
  if (!is_read_) return;
  const bool source_has_angle = has_angle(source);
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Node& node = document.nodes[id];
    if (node.kind != Kind::string) continue;
    const std::string_view buffer = node.is_decoded ? decoded : source;
    const auto first = static_cast<std::uint32_t>(count_);
    TextFacts facts = look_through(buffer, node.text, node.size);
    const bool may_have_angle = source_has_angle || node.is_decoded;
    if (may_have_angle && has_angle(buffer.substr(node.text, node.size))) facts |= kHasAngle;
    any_ |= facts;
    texts_.push_back({id, first, static_cast<std::uint32_t>(count_), facts});
  }
}

// The facts of a text, and its words.
TextFacts Texts::look_through(std::string_view buffer, std::uint32_t begin, std::uint32_t size) {
  make_room(size / 2 + 1);
  WordWriter words{begins_.data() + count_, sizes_.data() + count_, heads_.data() + count_,
                   hashes_.data() + count_, buffer};
  const std::uint32_t end = begin + size;
  ByteScan scan;
  std::uint64_t two_blanks = 0;
  std::uint64_t signs = 0;
  std::uint64_t was_blank = 0;  // a bit: the byte before the window
  bool is_long = false;         // a word does not fit in a window
  // `inner`: the bytes of the window that are not the last one of the text.
  const auto look = [&](std::uint32_t at, std::size_t window, std::uint64_t inner) {
    scan.next(buffer.data() + at, window, buffer.size() - at);
    two_blanks |= scan.blank & (scan.blank << 1U | was_blank);
    signs |= ~(scan.alnum | scan.blank) & inner;
    was_blank = scan.blank >> (kWindow - 1);
  };
  std::uint32_t at = begin;
  while (end - at > kWindow) {
    look(at, kWindow, ~std::uint64_t{0});
    const std::uint64_t bits = word_bits(scan, is_alnum(buffer[at + kWindow]));
    // The last word may go on behind the window: it is left for the next one.
    auto cut = static_cast<std::uint32_t>(std::countl_one(bits));
    if (cut == kWindow) {
      is_long = true;
      cut = 0;
    }
    words.add_all(at, cut == 0 ? bits : bits & ~(~std::uint64_t{0} << (kWindow - cut)));
    at += static_cast<std::uint32_t>(kWindow) - cut;
  }
  if (at < end) {
    look(at, end - at, (std::uint64_t{1} << (end - at - 1)) - 1);
    words.add_all(at, word_bits(scan, false));
  }
  if (is_long || scan.has_high()) words.add_slowly(begin, size);
  count_ += words.count;
  return static_cast<TextFacts>(
      (scan.has_digit() ? kHasDigit : 0) | (scan.has_inner_capital() ? kHasInnerCapital : 0) |
      (two_blanks != 0 ? kHasTwoBlanks : 0) | (scan.has_control() ? kHasControl : 0) |
      (signs != 0 ? kHasInnerSign : 0) | (scan.has_high() ? kHasNotAscii : 0) |
      (words.has_repeated ? kHasRepeatedWord : 0));
}

void Texts::make_room(std::size_t words) {
  const std::size_t most = count_ + words;
  if (begins_.size() >= most) return;
  for (auto* const numbers : {&begins_, &sizes_, &heads_, &hashes_}) numbers->resize(2 * most);
}

bool Texts::may_have_head(std::uint32_t head) const {
  if (!is_read_) return true;
  for (const auto& [known, answer] : asked_) {
    if (known == head) return answer;
  }
  const bool answer = has_head(head);
  constexpr std::size_t kFew = 16;
  if (asked_.size() < kFew) asked_.emplace_back(head, answer);
  return answer;
}

bool Texts::has_head(std::uint32_t head) const {
  const std::uint32_t* at = heads_.data();
  const std::uint32_t* const end = at + count_;
#ifdef __SSE2__
  __m128i found = _mm_setzero_si128();
  const __m128i wanted = _mm_set1_epi32(static_cast<int>(head));
  for (; end - at >= 4; at += 4) {
    const __m128i four = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    found = _mm_or_si128(found, _mm_cmpeq_epi32(four, wanted));
  }
  if (_mm_movemask_epi8(found) != 0) return true;
#endif
  return std::find(at, end, head) != end;
}

}  // namespace proclint
