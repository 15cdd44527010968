#include "core/document/equal.h"

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/json_number.h"
#include "core/document/number.h"

namespace proclint {
namespace {

// Lists and maps up to this size are compared pair by pair, without hashes.
constexpr std::size_t kFew = 16;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t state = (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6U) + (a >> 2U)));
  state = (state ^ (state >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  state = (state ^ (state >> 27U)) * 0x94D049BB133111EBULL;
  return state ^ (state >> 31U);
}

std::uint64_t seed() {
  static const std::uint64_t value = [] {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32U) | device();
  }();
  return value;
}

Kind kind_of(Value value) { return value.is(Kind::key) ? Kind::string : value.kind(); }
bool is_scalar(Value value) { return !value.is(Kind::list) && !value.is(Kind::map); }

// YAML writes it true, True or TRUE.
bool is_true(Value boolean) {
  return boolean.text().starts_with('t') || boolean.text().starts_with('T');
}

bool are_scalars_equal(Value a, Value b) {
  if (kind_of(a) != kind_of(b)) return false;
  if (a.text() == b.text() || a.is(Kind::null)) return true;
  if (a.is(Kind::boolean)) return is_true(a) == is_true(b);
  return a.is(Kind::number) && compare_numbers(a.text(), b.text()) == 0;
}

std::vector<Value> sorted_members(Value map) {
  std::vector<Value> members(map.children().begin(), map.children().end());
  std::stable_sort(members.begin(), members.end(),
                   [](Value x, Value y) { return x.key().text() < y.key().text(); });
  return members;
}

// Pairs whose equality makes that of what they came from. A list of work, not recursion: values
// may be nested as deep as the reader allowed.
using Pairs = std::vector<std::pair<Value, Value>>;

// False if the two cannot be equal.
bool push_members(Value a, Value b, Pairs& pairs) {
  if (a.size() <= kFew) {
    for (const Value member : a.children()) {
      const Value other = b.find(member.key().text());
      if (!other) return false;
      pairs.emplace_back(member, other);
    }
    return true;
  }
  const std::vector<Value> left = sorted_members(a);
  const std::vector<Value> right = sorted_members(b);
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i].key().text() != right[i].key().text()) return false;
    pairs.emplace_back(left[i], right[i]);
  }
  return true;
}

bool push_children(Value a, Value b, Pairs& pairs) {
  if (a.kind() != b.kind() || a.size() != b.size()) return false;
  if (a.is(Kind::map)) return push_members(a, b, pairs);
  auto other = b.children().begin();
  for (const Value item : a.children()) {
    pairs.emplace_back(item, *other);
    ++other;
  }
  return true;
}

std::uint64_t hash_text(std::string_view text) {
  return mix(seed(), std::hash<std::string_view>()(text));
}

std::uint64_t hash_number(std::string_view text) {
  const bool is_from_yaml = text.find_first_of("xonNiI") != std::string_view::npos;
  const std::string number = is_from_yaml ? json_number(text) : std::string();
  if (is_from_yaml && number.empty()) return hash_text(text);
  return Number(is_from_yaml ? number : text).hash();
}

std::uint64_t hash_scalar(Value value) {
  switch (kind_of(value)) {
    case Kind::null:
      return mix(seed(), 1);
    case Kind::number:
      return mix(seed() + 2, hash_number(value.text()));
    case Kind::boolean:
      return mix(seed() + 3, is_true(value) ? 1 : 0);
    default:
      return hash_text(value.text());
  }
}

}  // namespace

bool is_equal(Value a, Value b) {
  if (is_scalar(a) || is_scalar(b)) return is_scalar(a) && is_scalar(b) && are_scalars_equal(a, b);
  Pairs pairs{{a, b}};
  while (!pairs.empty()) {
    const auto [left, right] = pairs.back();
    pairs.pop_back();
    if (is_scalar(left) || is_scalar(right)) {
      if (!is_equal(left, right)) return false;
    } else if (!push_children(left, right, pairs)) {
      return false;
    }
  }
  return true;
}

std::uint64_t hash_of(Value value) {
  if (is_scalar(value)) return hash_scalar(value);
  // Children stand behind their parents: backwards, each is done before what holds it.
  const Document& document = value.document();
  const NodeId first = value.id();
  const NodeId end = value.node().next;
  std::vector<std::uint64_t> sums(end - first, 0);
  for (NodeId id = end; id-- > first;) {
    const Value at(document, id);
    if (at.is(Kind::key)) continue;
    const std::uint64_t own = is_scalar(at)
                                  ? hash_scalar(at)
                                  : mix(seed() + (at.is(Kind::map) ? 5U : 4U), sums[id - first]);
    if (id == first) return own;
    const Value key = at.key();
    std::uint64_t& sum = sums[at.parent().id() - first];
    // A sum in a map, so that the order of members has no say.
    sum = key ? sum + mix(hash_text(key.text()), own) : mix(sum, own);
  }
  return 0;
}

std::optional<std::pair<Value, Value>> first_duplicate(Value list) {
  if (list.size() <= kFew) {
    for (const Value item : list.children()) {
      for (const Value earlier : list.children()) {
        if (earlier.id() >= item.id()) break;
        if (is_equal(earlier, item)) return std::pair(item, earlier);
      }
    }
    return std::nullopt;
  }
  std::vector<std::pair<std::uint64_t, Value>> hashed;
  hashed.reserve(list.size());
  for (const Value item : list.children()) hashed.emplace_back(hash_of(item), item);
  std::sort(hashed.begin(), hashed.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second.id() < b.second.id();
  });
  std::optional<std::pair<Value, Value>> first;
  for (std::size_t i = 1; i < hashed.size(); ++i) {
    if (hashed[i].first != hashed[i - 1].first) continue;
    if (first && first->first.id() <= hashed[i].second.id()) continue;
    if (is_equal(hashed[i - 1].second, hashed[i].second)) {
      first.emplace(hashed[i].second, hashed[i - 1].second);
    }
  }
  return first;
}

}  // namespace proclint
