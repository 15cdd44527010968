#pragma once

#include <vector>

namespace proclint {

inline constexpr char32_t kLastCodepoint = 0x10FFFF;

/// A set of Unicode scalar values. Surrogates may be added and are dropped: no UTF-8 text holds
/// one.
class CodepointSet {
 public:
  struct Range {
    char32_t first = 0;
    char32_t last = 0;  ///< inclusive
    friend bool operator==(Range, Range) = default;
  };

  void add(char32_t first, char32_t last) { ranges_.push_back({first, last}); }
  void add(const CodepointSet& other);

  /// Sorts, joins what overlaps or touches, and drops surrogates. To be called before the readers
  /// below.
  void normalise();
  /// Every scalar value that is not in this normalised set.
  CodepointSet complement() const;
  const std::vector<Range>& ranges() const& { return ranges_; }
  const std::vector<Range>& ranges() const&& = delete;  // would dangle in a loop
  bool empty() const { return ranges_.empty(); }
  friend bool operator==(const CodepointSet&, const CodepointSet&) = default;

 private:
  std::vector<Range> ranges_;
};

}  // namespace proclint
