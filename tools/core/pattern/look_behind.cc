#include "core/pattern/look_behind.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace proclint {
namespace {

constexpr std::size_t kMaxNodes = 20'000;
constexpr std::uint32_t kMaxLength = 255;

using ByLength = std::map<std::uint32_t, PatternNode>;

class Splitter {
 public:
  ByLength split(const PatternNode& node) {
    if (refusal) return {};
    switch (node.kind) {
      case PatternNode::Kind::character:
      case PatternNode::Kind::character_class:
        return {{1, node}};
      case PatternNode::Kind::sequence: {
        ByLength out{{0, {}}};
        for (const PatternNode& child : node.children) out = joined(out, split(child));
        return out;
      }
      case PatternNode::Kind::either: {
        ByLength out;
        for (const PatternNode& child : node.children) {
          for (const auto& [length, part] : split(child)) add(out, length, part);
        }
        return out;
      }
      case PatternNode::Kind::repeat:
        return repeat(node);
      case PatternNode::Kind::group:
        return split(node.children.front());
      case PatternNode::Kind::back_reference:
        refuse("a back-reference in a look-behind");
        return {};
      default:
        return {{0, node}};
    }
  }

  void refuse(const std::string& what) {
    if (!refusal) refusal = "the pattern needs " + what;
  }

  std::optional<std::string> refusal;

 private:
  static std::size_t size(const PatternNode& node) {
    std::size_t out = 1;
    for (const PatternNode& child : node.children) out += size(child);
    return out;
  }

  void add(ByLength& out, std::uint32_t length, const PatternNode& part) {
    work_ += size(part);
    if (work_ > kMaxNodes || length > kMaxLength)
      return refuse("a look-behind of too many lengths");
    const auto [at, is_new] = out.emplace(length, part);
    if (is_new) return;
    if (at->second.kind != PatternNode::Kind::either) {
      PatternNode either;
      either.kind = PatternNode::Kind::either;
      either.children.push_back(std::move(at->second));
      at->second = std::move(either);
    }
    at->second.children.push_back(part);
  }

  ByLength joined(const ByLength& first, const ByLength& second) {
    ByLength out;
    for (const auto& [first_length, first_part] : first) {
      for (const auto& [second_length, second_part] : second) {
        if (refusal) return {};
        PatternNode both;
        both.kind = PatternNode::Kind::sequence;
        for (const PatternNode* part : {&first_part, &second_part}) {
          if (part->kind ==
              PatternNode::Kind::sequence) {  // flat, so that depth stays that of the pattern
            both.children.insert(both.children.end(), part->children.begin(), part->children.end());
          } else {
            both.children.push_back(*part);
          }
        }
        add(out, first_length + second_length, both);
      }
    }
    return out;
  }

  ByLength repeat(const PatternNode& node) {
    if (node.max == PatternNode::kUnbounded) {
      refuse("look-behind without a greatest length");
      return {};
    }
    if (node.max > kMaxLength) {
      refuse("a look-behind of too many lengths");
      return {};
    }
    const ByLength once = split(node.children.front());
    ByLength times{{0, {}}};
    ByLength out;
    for (std::uint32_t i = 0; i <= node.max && !refusal; ++i) {
      if (i > 0) times = joined(times, once);
      if (i < node.min) continue;
      for (const auto& [length, part] : times) add(out, length, part);
    }
    return out;
  }

  std::size_t work_ = 0;
};

bool captures_for_reference(const PatternNode& node, const Syntax& syntax) {
  const auto& references = syntax.references;
  if (node.kind == PatternNode::Kind::group &&
      std::find(references.begin(), references.end(), node.number) != references.end()) {
    return true;
  }
  return std::any_of(node.children.begin(), node.children.end(), [&](const PatternNode& child) {
    return captures_for_reference(child, syntax);
  });
}

}  // namespace

Result<PatternNode> split_by_length(const PatternNode& inside, const Syntax& syntax) {
  Splitter splitter;
  ByLength lengths = splitter.split(inside);
  if (splitter.refusal) return Error{*splitter.refusal};
  if (captures_for_reference(inside, syntax)) {
    // Written twice, a group would be two.
    if (lengths.size() == 1) return inside;
    return Error{"the pattern needs a back-reference into a look-behind of several lengths"};
  }
  if (lengths.size() == 1) return std::move(lengths.begin()->second);
  PatternNode out;
  out.kind = PatternNode::Kind::either;
  for (auto& [length, part] : lengths) out.children.push_back(std::move(part));
  return out;
}

}  // namespace proclint
