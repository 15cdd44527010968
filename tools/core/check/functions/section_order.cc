#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/check/move_member.h"
#include "core/check/options.h"
#include "core/check/quote.h"
#include "core/check/section.h"

namespace proclint {
namespace {

using Order = std::vector<std::string_view>;

// Whether the sections that the order knows come in it, none twice: a look at each name of the
// order.
bool is_in_order(Value sections, const Order& order) {
  const Document& document = sections.document();
  auto at = order.begin();
  const NodeId end = sections.node().next;
  for (NodeId key = sections.id() + 1; key < end; key = document.node(key + 1).next) {
    const std::string_view name = document.text(key);
    auto found = at;
    while (found != order.end() && *found != name) ++found;
    if (found != order.end()) {
      at = found + 1;
    } else if (!name.starts_with("x-") && std::find(order.begin(), at, name) != at) {
      return false;
    }
  }
  return true;
}

struct Ranked {
  Value section;
  std::size_t rank = 0;  // of its key in the order
  bool is_kept = false;  // a member of the longest run that is in order
};

std::vector<Ranked> ranked(Value sections, const Order& order) {
  std::vector<Ranked> out;
  std::vector<bool> is_seen(order.size(), false);  // one that comes again is for duplicate-section
  for (const Value section : sections.children()) {
    const auto found = std::find(order.begin(), order.end(), section.key().text());
    const auto rank = static_cast<std::size_t>(found - order.begin());
    if (found == order.end() || is_seen[rank]) continue;
    is_seen[rank] = true;
    out.push_back({section, rank, false});
  }
  return out;
}

// Marks the longest subsequence whose ranks do not fall (patience sorting).
void keep_longest_run(std::vector<Ranked>& all) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> tails;  // by length: the end with the least rank
  std::vector<std::size_t> before(all.size(), kNone);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto at =
        std::upper_bound(tails.begin(), tails.end(), all[i].rank,
                         [&all](std::size_t rank, std::size_t j) { return rank < all[j].rank; });
    if (at != tails.begin()) before[i] = *(at - 1);
    if (at == tails.end()) {
      tails.push_back(i);
    } else {
      *at = i;
    }
  }
  for (std::size_t i = tails.empty() ? kNone : tails.back(); i != kNone; i = before[i]) {
    all[i].is_kept = true;
  }
}

void report(const Ranked& outside, const std::vector<Ranked>& all, const Vocabulary& words,
            Sink& sink) {
  const Ranked* behind = nullptr;  // the last kept section that belongs before this one
  const Ranked* first = nullptr;   // the first kept one
  for (const Ranked& each : all) {
    if (!each.is_kept) continue;
    if (first == nullptr) first = &each;
    if (each.rank <= outside.rank) behind = &each;
  }
  const auto name = [&words](const Ranked& each) {
    return quoted(heading_of(each.section.key().text(), words));
  };
  const std::string place =
      behind != nullptr ? "behind " + name(*behind) : "before " + name(*first);
  const Value key = outside.section.key();
  auto& found =
      sink.at(outside.section, key.span(),
              "the section " + name(outside) + " is out of the usual order; put it " + place);
  found.offer("expected", place);
  Value before = first->section;
  if (behind != nullptr) {
    before = {};
    for (const Value each : outside.section.parent().children()) {
      if (each.id() > behind->section.id() && !before) before = each;
    }
  }
  auto edits = move_member(outside.section, before);
  if (!edits.empty()) {
    found.fix = Fix{"Put the section " + place, std::move(edits), Safety::meaning};
  }
}

}  // namespace

/// Sections stand in the order that readers know from other documents. Of those that do not, only
/// the fewest are reported that have to move: sections outside the longest run in order. Option
/// `order`: the keys, by default those of the table of headings. Other sections may stand anywhere.
BoundCheck section_order(Value options, const Vocabulary& vocabulary) {
  Order order;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "order") return unknown_option(option, "order");
      if (auto error = read_texts(option, order)) return *std::move(error);
    }
  }
  if (order.empty()) {
    for (const Headings::Entry& entry : vocabulary.headings.entries()) order.push_back(entry.key);
  }
  return [order = std::move(order), &vocabulary](Value target, Sink& sink) {
    if (!target.is(Kind::map) || is_in_order(target, order)) return;
    std::vector<Ranked> all = ranked(target, order);
    keep_longest_run(all);
    for (const Ranked& each : all) {
      if (!each.is_kept) report(each, all, vocabulary, sink);
    }
  };
}

}  // namespace proclint
