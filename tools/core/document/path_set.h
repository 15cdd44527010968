#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/document/path.h"

namespace proclint {

struct PathSegment;

/// Paths that are walked together: what begins alike is walked once, the members of a map are
/// looked up among the names of all paths at once, and one walk over the descendants serves every
/// "..". Built by add(), then not changed and shared by threads.
class PathSet {
 public:
  /// The path's number, from 0.
  std::uint32_t add(const Path& path);
  std::size_t size() const { return count_; }

  /// Calls `visitor.match(number, Value)` for all that the paths select below `root`, as often as
  /// the path alone does, but as the walk comes by, not in the order of RFC 9535: "$..['b', 'a']"
  /// gives members in document order. Before what is dear (descendants, filters) it asks
  /// `visitor.wants(number)` of the paths that need it, until one is wanted. Answers the path that
  /// was walked when Path::max_steps() were used up; nothing if all were walked to the end.
  template <class V>
  std::optional<std::uint32_t> walk(Value root, V& visitor) const {
    return walk(root, Visitor{&visitor,
                              [](void* context, std::uint32_t path, Value match) {
                                static_cast<V*>(context)->match(path, match);
                              },
                              [](void* context, std::uint32_t path) -> bool {
                                return static_cast<V*>(context)->wants(path);
                              }});
  }

 private:
  class Walk;
  struct Visitor {
    void* context;
    void (*match)(void* context, std::uint32_t path, Value match);
    bool (*wants)(void* context, std::uint32_t path);
  };
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// A member name, and a state behind it; there may be others with the same text.
  struct Name {
    std::string_view text;  ///< of a path's query
    std::uint32_t to = kNone;
    std::uint32_t next = kNone;  ///< another name with the same hash
  };
  /// A segment that is more than one name or wildcard.
  struct Other {
    const PathSegment* segment = nullptr;
    std::uint32_t to = kNone;
  };
  /// The paths that have come so far on the same way, and how they go on.
  struct State {
    std::vector<std::uint32_t> ends;   ///< paths that select what is here
    std::vector<std::uint32_t> paths;  ///< all that go through here
    std::vector<Name> names;
    std::vector<std::uint32_t> buckets;  ///< of names by hash; as many as a power of two
    bool goes_on = false;                ///< whether any of them goes on
    std::uint64_t sizes = 0;             ///< a bit for each size that a name has, modulo 64
    std::uint64_t hashes = 0;            ///< the same of hashes
    std::uint32_t wildcard = kNone;
    std::uint32_t descendants = kNone;  ///< the ways on from each list and map below
    std::vector<Other> others;          ///< evaluated by themselves
    std::vector<Other> unions;          ///< of names, which are among `names`
  };

  std::optional<std::uint32_t> walk(Value root, Visitor visitor) const;
  std::uint32_t follow(std::uint32_t state, const PathSegment& segment);
  std::uint32_t follow_name(std::uint32_t state, std::string_view name);
  std::uint32_t follow_names(std::uint32_t state, const PathSegment& segment);
  void add_name(std::uint32_t state, std::string_view name, std::uint32_t to);
  std::uint32_t new_state();
  std::vector<State> states_;  ///< the first is the root's
  std::vector<std::shared_ptr<const PathQuery>> queries_;
  std::uint32_t count_ = 0;
};

}  // namespace proclint
