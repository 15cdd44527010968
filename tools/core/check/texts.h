#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/value.h"

namespace proclint {

/// What a text has, as bits. Each is seen in the bytes, so it is sure; a text that nobody looked
/// into (see Texts) has all of them.
using TextFacts = std::uint8_t;
inline constexpr TextFacts kHasDigit = 1;
inline constexpr TextFacts kHasInnerCapital = 2;  ///< A to Z, not as its first character
inline constexpr TextFacts kHasTwoBlanks = 4;     ///< in a row; a blank is ASCII up to 20
inline constexpr TextFacts kHasControl = 8;       ///< a tab, a line end, another below 20
inline constexpr TextFacts kHasInnerSign =
    16;  ///< no letter, digit or blank of ASCII, not at the end
inline constexpr TextFacts kHasNotAscii = 32;
inline constexpr TextFacts kHasRepeatedWord = 64;  ///< two words in a row that may be the same
inline constexpr TextFacts kHasAngle = 128;        ///< "<" or ">", or a byte of a quote like it

/// A word as Words finds it.
struct TextWord {
  std::uint32_t begin;  ///< in the buffer that Node::text counts in: less that, in the text
  std::uint32_t size;
  std::uint32_t head;  ///< see word_head
  std::uint32_t hash;  ///< equal for the same words (is_same_word), seldom for others
};

/// TextWord::head of the words that begin with four small `letters`; a shorter word is filled up
/// with blanks. As the bytes lie in memory.
constexpr std::uint32_t word_head(std::string_view letters) {
  std::uint32_t head = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    head |= static_cast<std::uint32_t>(static_cast<unsigned char>(letters[i])) << (8 * i);
  }
  return head;
}

/// The texts (string values) of a document, looked through once for all rules: cheap facts and the
/// words of each. A clean document costs a rule next to nothing when it asks here first:
///
///   const Texts& texts = sink.texts(target.document());
///   if (!texts.any(kHasTwoBlanks)) return;                       // most documents end here
///   texts.for_each(target, [&](Value text, TextFacts facts) {    // at and below `target`
///     if ((facts & kHasTwoBlanks) != 0) look_closer(text, sink);
///   });
///
/// A rule about certain words asks texts.may_have_head(word_head("etc ")) for each of a few, or
/// goes over the words below(). Large documents are not looked into, as their words would take many
/// times their memory: they have every fact, and is_read() is false.
class Texts {
 public:
  struct Text {
    NodeId node;
    std::uint32_t first_word;  ///< see word()
    std::uint32_t last_word;
    TextFacts facts;
  };

  /// Looks through `document`, whose memory is used again.
  void read(const Document& document);
  /// The document that was read last; null after clear().
  const Document* document() const { return document_; }
  void clear() { document_ = nullptr; }

  bool is_read() const { return is_read_; }
  /// Whether some text may have one of the facts.
  bool any(TextFacts facts) const { return (any_ & facts) != 0; }
  /// Whether a word may begin so. Looks at all words, once for each head: for a few of them.
  bool may_have_head(std::uint32_t head) const;

  /// The texts at and below a node, in their order; none if not is_read().
  std::span<const Text> below(Value target) const {
    const auto before = [](const Text& text, NodeId node) { return text.node < node; };
    const auto first = std::lower_bound(texts_.begin(), texts_.end(), target.id(), before);
    return {first, std::lower_bound(first, texts_.end(), target.node().next, before)};
  }
  /// A word of a text, by the numbers that the text tells.
  TextWord word(std::uint32_t number) const {
    return {begins_[number], sizes_[number], heads_[number], hashes_[number]};
  }
  std::uint32_t word_hash(std::uint32_t number) const { return hashes_[number]; }

  /// Calls `visit(Value text, TextFacts facts)` for the texts at and below a node.
  template <class Visit>
  void for_each(Value target, Visit visit) const {
    if (is_read_) {
      for (const Text& text : below(target)) visit(Value(*document_, text.node), text.facts);
      return;
    }
    for (NodeId id = target.id(); id < target.node().next; ++id) {
      if (document_->node(id).kind == Kind::string) visit(Value(*document_, id), any_);
    }
  }

 private:
  TextFacts look_through(std::string_view buffer, std::uint32_t begin, std::uint32_t size);
  void make_room(std::size_t words);
  bool has_head(std::uint32_t head) const;

  const Document* document_ = nullptr;
  bool is_read_ = false;
  TextFacts any_ = 0;
  std::vector<Text> texts_;
  // By the number of the word. Only the first `count_` are the document's: what is kept is never
  // made smaller.
  std::size_t count_ = 0;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> sizes_;
  std::vector<std::uint32_t> heads_;
  std::vector<std::uint32_t> hashes_;
  mutable std::vector<std::pair<std::uint32_t, bool>> asked_;  // answers of may_have_head
};

}  // namespace proclint
