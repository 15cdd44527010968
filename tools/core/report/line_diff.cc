#include "core/report/line_diff.h"

#include <algorithm>
#include <cstddef>

namespace proclint {
namespace {

using Lines = std::span<const std::uint32_t>;

// Two equal elements: positions in both lists.
struct Match {
  std::uint32_t before;
  std::uint32_t after;
};

constexpr std::int32_t kMaxCost = 256;  // removals and additions in one part: 256 KiB of traces
constexpr std::size_t kSteps = 64;      // steps of the search an element, over all parts

class LineDiff {
 public:
  LineDiff(Lines before, Lines after)
      : before_(before), after_(after), steps_(kSteps * (before.size() + after.size() + 1024)) {}

  std::vector<Change> run() {
    const Change all{0, size(before_), 0, size(after_)};
    Change rest = all;
    trim(rest);
    Change part = rest;
    for (const Match anchor : anchors(rest)) {
      part.before_end = anchor.before;
      part.after_end = anchor.after;
      compare(part);
      part = {anchor.before + 1, rest.before_end, anchor.after + 1, rest.after_end};
    }
    compare(part);
    return std::move(changes_);
  }

 private:
  static std::uint32_t size(Lines lines) { return static_cast<std::uint32_t>(lines.size()); }

  // Leaves out what is equal at both ends.
  void trim(Change& part) const {
    while (part.before_begin < part.before_end && part.after_begin < part.after_end &&
           before_[part.before_begin] == after_[part.after_begin]) {
      ++part.before_begin;
      ++part.after_begin;
    }
    while (part.before_begin < part.before_end && part.after_begin < part.after_end &&
           before_[part.before_end - 1] == after_[part.after_end - 1]) {
      --part.before_end;
      --part.after_end;
    }
  }

  std::vector<Match> anchors(const Change& part) const;
  void compare(Change part);
  bool search(const Change& part);
  void trace_back(const Change& part, std::int32_t cost);
  void add(const Change& change);

  Lines before_;
  Lines after_;
  std::size_t steps_;
  std::vector<std::int32_t> furthest_;  // of each cost, one behind the other: see furthest()
  std::vector<Change> changes_;

  // The last removal or addition of the best path of `cost` to `diagonal`, and where it leads.
  struct Step {
    bool is_addition;
    std::int32_t x;
  };
  Step step(std::int32_t cost, std::int32_t diagonal) {
    const bool is_addition =
        diagonal == -cost ||
        (diagonal != cost && furthest(cost - 1, diagonal - 1) < furthest(cost - 1, diagonal + 1));
    if (is_addition) return {true, furthest(cost - 1, diagonal + 1)};
    return {false, furthest(cost - 1, diagonal - 1) + 1};
  }

  // How far the paths of `cost` come on `diagonal`: elements of `before` behind the part's begin.
  std::int32_t& furthest(std::int32_t cost, std::int32_t diagonal) {
    return furthest_[static_cast<std::size_t>(cost * cost + cost + diagonal)];
  }
};

constexpr std::uint32_t kNever = 0xFFFFFFFF;
constexpr std::uint32_t kOften = 0xFFFFFFFE;

// Where in `lines` from `begin` to `end` each line is; kNever, or kOften.
std::vector<std::uint32_t> places(Lines lines, std::uint32_t begin, std::uint32_t end,
                                  std::uint32_t most) {
  std::vector<std::uint32_t> out(std::size_t{most} + 1, kNever);
  for (std::uint32_t i = begin; i < end; ++i) out[lines[i]] = out[lines[i]] == kNever ? i : kOften;
  return out;
}

// The longest chain of `matches` (in the order of `before`) that is in the order of `after`, too:
// patience sorting.
std::vector<Match> longest_chain(const std::vector<Match>& matches) {
  std::vector<std::uint32_t> previous;
  std::vector<std::uint32_t> piles;  // the last match of the best chain of each length
  for (std::uint32_t i = 0; i < matches.size(); ++i) {
    const auto pile = std::lower_bound(
        piles.begin(), piles.end(), matches[i].after,
        [&](std::uint32_t match, std::uint32_t after) { return matches[match].after < after; });
    previous.push_back(pile == piles.begin() ? kNever : *(pile - 1));
    if (pile == piles.end()) {
      piles.push_back(i);
    } else {
      *pile = i;
    }
  }
  std::vector<Match> chain;
  for (std::uint32_t at = piles.empty() ? kNever : piles.back(); at != kNever; at = previous[at]) {
    chain.push_back(matches[at]);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

// Matches of the lines that each side of the part has once.
std::vector<Match> LineDiff::anchors(const Change& part) const {
  std::uint32_t most = 0;
  for (const std::uint32_t line : before_) most = std::max(most, line);
  for (const std::uint32_t line : after_) most = std::max(most, line);
  const auto in_before = places(before_, part.before_begin, part.before_end, most);
  const auto in_after = places(after_, part.after_begin, part.after_end, most);
  std::vector<Match> matches;
  for (std::uint32_t i = part.before_begin; i < part.before_end; ++i) {
    const std::uint32_t other = in_after[before_[i]];
    if (in_before[before_[i]] == i && other < kOften) matches.push_back({i, other});
  }
  return longest_chain(matches);
}

void LineDiff::compare(Change part) {
  trim(part);
  const bool is_one_sided =
      part.before_begin == part.before_end || part.after_begin == part.after_end;
  if (is_one_sided || !search(part)) add(part);
}

// Myers' greedy search; false when it takes too long.
bool LineDiff::search(const Change& part) {
  const auto width = static_cast<std::int32_t>(part.before_end - part.before_begin);
  const auto height = static_cast<std::int32_t>(part.after_end - part.after_begin);
  furthest_.clear();
  for (std::int32_t cost = 0; cost <= kMaxCost; ++cost) {
    const std::size_t needed =
        static_cast<std::size_t>(cost + 1) * static_cast<std::size_t>(cost + 1);
    furthest_.resize(needed, -1);
    for (std::int32_t diagonal = -cost; diagonal <= cost; diagonal += 2) {
      const std::int32_t begin = cost == 0 ? 0 : step(cost, diagonal).x;
      std::int32_t x = begin;
      std::int32_t y = x - diagonal;
      while (x < width && y < height &&
             before_[part.before_begin + static_cast<std::uint32_t>(x)] ==
                 after_[part.after_begin + static_cast<std::uint32_t>(y)]) {
        ++x;
        ++y;
      }
      const auto taken = static_cast<std::size_t>(x - begin) + 1;
      if (taken > steps_) return false;
      steps_ -= taken;
      furthest(cost, diagonal) = x;
      if (x >= width && y >= height) {
        trace_back(part, cost);
        return true;
      }
    }
  }
  return false;
}

// Adds the changes on the path of `cost` to the end of the part.
void LineDiff::trace_back(const Change& part, std::int32_t cost) {
  auto diagonal = static_cast<std::int32_t>(part.before_end - part.before_begin) -
                  static_cast<std::int32_t>(part.after_end - part.after_begin);
  std::vector<Change> path;
  for (; cost > 0; --cost) {
    const Step last = step(cost, diagonal);
    const auto x = part.before_begin + static_cast<std::uint32_t>(last.x);
    const auto y = part.after_begin + static_cast<std::uint32_t>(last.x - diagonal);
    path.push_back(last.is_addition ? Change{x, x, y - 1, y} : Change{x - 1, x, y, y});
    diagonal += last.is_addition ? 1 : -1;
  }
  std::for_each(path.rbegin(), path.rend(), [this](const Change& change) { add(change); });
}

// Takes a change behind the last one, as a part of it when nothing is between them.
void LineDiff::add(const Change& change) {
  if (change.before_begin == change.before_end && change.after_begin == change.after_end) return;
  if (!changes_.empty() && changes_.back().before_end == change.before_begin &&
      changes_.back().after_end == change.after_begin) {
    changes_.back().before_end = change.before_end;
    changes_.back().after_end = change.after_end;
    return;
  }
  changes_.push_back(change);
}

}  // namespace

std::vector<Change> line_diff(std::span<const std::uint32_t> before,
                              std::span<const std::uint32_t> after) {
  return LineDiff(before, after).run();
}

}  // namespace proclint
