#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "core/check/word_lists.h"
#include "core/document/table.h"
#include "core/document/value.h"

namespace proclint {

/// What a text may have, as bits. One that is not set is surely not there.
using TextFacts = std::uint32_t;
inline constexpr TextFacts kHasRepeatedWord = 1;  ///< two words in a row that are the same
inline constexpr TextFacts kHasCapitalBehindWord = 1 << 1;  ///< "pain Most"
inline constexpr TextFacts kHasEndInside = 1 << 2;  ///< ".", "!" or "?" with a blank or sign behind
inline constexpr TextFacts kHasAngle = 1 << 3;      ///< "<", ">" or a quote like them
inline constexpr TextFacts kHasComma = 1 << 4;      ///< with a blank behind
inline constexpr TextFacts kHasSemicolon = 1 << 5;
inline constexpr TextFacts kHasDash = 1 << 6;           ///< "--", or a hyphen between digits
inline constexpr TextFacts kHasStraightQuote = 1 << 7;  ///< an apostrophe, too
inline constexpr TextFacts kHasCurlyQuote = 1 << 8;     ///< single or double
inline constexpr TextFacts kHasMojibake = 1 << 9;       ///< letters that mojibake begins with
inline constexpr TextFacts kHasHidden = 1 << 10;  ///< a control or invisible character (or near it)
inline constexpr TextFacts kBeginsWithSign = 1 << 11;  ///< no letter or digit of ASCII
inline constexpr TextFacts kEndsWithSign = 1 << 12;    ///< the same

/// The texts (string values) of a document, looked through once for all rules: facts, and which
/// lists of words (see WordLists) have words in them. A rule asks here first, so that a clean
/// document costs it next to nothing:
///
///   const Texts& texts = sink.texts(target.document());
///   if (!texts.may_have(kHasSemicolon)) return;              // most documents end here
///   texts.for_each(target, [&](const Texts::Text& text) {    // at and below `target`
///     if ((text.facts & kHasSemicolon) != 0) look_closer(texts.value(text), sink);
///   });
///
/// What is known of the texts of a large document would take many times its memory: there each is
/// looked through again when it is asked for.
class Texts {
 public:
  using Lists = WordLists::Lists;

  struct Text {
    NodeId node = 0;
    NodeId list = kNoNode;  ///< the `items` or `steps` of which it is an item (see item_text)
    TextFacts facts = 0;
    Lists lists = 0;          ///< of SoughtWords::words
    Lists first_lists = 0;    ///< of SoughtWords::first_words
    std::uint32_t words = 0;  ///< how many, as Words counts
    // Of items only:
    std::uint32_t hash = 0;       ///< of the words in their order; equal for the same words
    std::uint32_t word_bits = 0;  ///< a bit for each word, of 32
  };

  /// Looks through `document`; memory is used again. Both outlive what is asked.
  void read(const Document& document, const SoughtWords& sought);
  /// The document that was read last; null after clear().
  const Document* document() const { return document_; }
  void clear() { document_ = nullptr; }

  /// Whether some text may have one of the facts; a key, too, if it is kHasHidden or kHasMojibake.
  bool may_have(TextFacts facts) const { return (facts_ & facts) != 0; }
  /// The lists with a word of some text.
  Lists lists() const { return lists_; }

  Value value(const Text& text) const { return Value(*document_, text.node); }
  /// Whether `holds(text)` for one of the texts at and below a node; asked in their order, and no
  /// more behind it.
  template <class Holds>
  bool any_of(Value target, Holds holds) const {
    const NodeId end = target.node().next;
    if (is_kept_) {
      for (std::uint32_t i = before_[target.id()]; i < before_[end]; ++i) {
        if (holds(texts_[i])) return true;
      }
      return false;
    }
    for (NodeId id = target.id(); id < end; ++id) {
      if (document_->node(id).kind == Kind::string && holds(looked_through(id))) return true;
    }
    return false;
  }
  /// Calls `visit(text)` for the texts at and below a node, in their order.
  template <class Visit>
  void for_each(Value target, Visit visit) const {
    any_of(target, [&visit](const Text& text) {
      visit(text);
      return false;
    });
  }
  /// Calls `visit(text)` for the texts that are items of a list, in their order.
  template <class Visit>
  void for_each_item(Value list, Visit visit) const {
    for_each(list, [&](const Text& text) {
      if (text.list == list.id()) visit(text);
    });
  }
  /// What one of the texts at and below a node has.
  TextFacts facts_below(Value target) const {
    TextFacts facts = 0;
    for_each(target, [&facts](const Text& text) { facts |= text.facts; });
    return facts;
  }
  Lists lists_below(Value target) const {
    Lists lists = 0;
    for_each(target, [&lists](const Text& text) { lists |= text.lists; });
    return lists;
  }
  /// The lists `items` and `steps` at and below a node, in their order.
  std::span<const NodeId> item_lists(Value target) const;

 private:
  void look_through(std::span<Text> texts);
  Text looked_through(NodeId id) const;
  NodeId list_of(NodeId text) const;
  NodeId as_item_list(NodeId list) const;

  const Document* document_ = nullptr;
  const SoughtWords* sought_ = nullptr;
  bool is_kept_ = false;  // what is known of the texts, in `texts_`
  TextFacts facts_ = 0;
  Lists lists_ = 0;
  std::vector<Text> texts_;  // with room for one a node
  Table<NodeId> item_lists_;
  // The list that was last asked about, and what was told.
  mutable NodeId asked_ = kNoNode;
  mutable NodeId list_ = kNoNode;
  std::vector<std::uint32_t> before_;  // by node: how many texts stand before it
};

}  // namespace proclint
