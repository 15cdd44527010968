#include "core/engine/tree_difference.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/check/quote.h"
#include "core/document/json_number.h"
#include "core/document/pointer.h"
#include "core/print/losses.h"

namespace proclint {
namespace {

constexpr std::size_t kDeepest = 1000;  // deeper than a document is read for conversion

bool is_container(Value value) { return value.is(Kind::list) || value.is(Kind::map); }

// Whether two scalars say the same in forms that spell it differently.
bool are_equal(Value a, Value b) {
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Kind::null:
      return true;
    case Kind::boolean:
      return (a.text()[0] | 0x20) == (b.text()[0] | 0x20);
    case Kind::number:
      return a.text() == b.text() || json_number(a.text()) == json_number(b.text());
    default:
      return a.text() == b.text();
  }
}

// The content of a block, as an author says it; empty: it is none.
std::string_view block_name(std::string_view key) {
  if (key == "text") return "a paragraph";
  if (key == "items") return "a bullet list";
  return key == "steps" ? "a numbered list" : std::string_view();
}

// Of an element of a list the first thing in it that authors see.
Value shown(Value node) {
  while (is_container(node) && !node.key() && node.size() > 0) node = *node.children().begin();
  return node;
}

std::string_view what(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "true or false";
    case Kind::number:
      return "a number";
    case Kind::list:
      return "a list";
    case Kind::map:
      return "a group";
    default:
      return "a text";
  }
}

class Comparer {
 public:
  Comparer(const Document& original, std::vector<Diagnostic>& losses)
      : original_(original), losses_(original, losses) {
    for (const Diagnostic& loss : losses) told_.insert(loss.pointer);
  }

  void roots(const std::vector<Member>& expected, const std::vector<Member>& actual) {
    members(Value::root(original_), expected, actual, 0);
  }

 private:
  // Whether a loss is told of `pointer` or something that holds it.
  bool is_told(std::string_view pointer) const {
    for (;;) {
      if (told_.contains(pointer)) return true;
      const std::size_t slash = pointer.rfind('/');
      if (slash == std::string_view::npos || slash == 0) return false;
      pointer = pointer.substr(0, slash);
    }
  }
  bool is_told_inside(const std::string& pointer) const {
    const auto next = told_.lower_bound(pointer + "/");
    return is_told(pointer) || (next != told_.end() && next->starts_with(pointer + "/"));
  }

  // The node of the source that `node` stands for: it may be one that was supplied.
  Value in_original(Value node) const {
    if (&node.document() == &original_) return node;
    std::string pointer = node.pointer();
    for (;;) {
      const Result<Value> found = resolve(Value::root(original_), pointer);
      if (found && *found) return *found;
      if (pointer.empty()) return Value::root(original_);
      pointer.resize(pointer.rfind('/'));
    }
  }
  void tell(Value node, std::string message) {
    const Value place = in_original(node);
    losses_.add(place, shown(place).place(), std::move(message));
  }
  void missing(Value node) {
    const std::string pointer = losses_.pointer_of(node);
    if (is_told(pointer) || pointer == "/layout") return;
    const Value key = node.key();
    tell(node, key ? "\"" + std::string(key.text()) + "\" gets lost" : "this gets lost");
  }
  void added(Value holder, std::string_view key) {
    if (key == "layout" && !holder.parent()) return;
    const Value holder_key = holder.key();
    const bool is_section = holder_key && holder_key.text() == "sections";
    tell(holder, is_section ? "a text in it would be read as the heading of a section \"" +
                                  std::string(key) + "\""
                            : "\"" + std::string(key) + "\" is added, which does not stand here");
  }

  void compare(Value expected, Value actual, std::size_t depth) {
    if (expected.kind() != actual.kind()) {
      if (is_told(losses_.pointer_of(expected))) return;
      return tell(expected, "this is " + std::string(what(expected.kind())) +
                                ", but would be read back as " + std::string(what(actual.kind())));
    }
    if (!is_container(expected)) {
      if (are_equal(expected, actual)) return;
      return tell(expected, "this text would be read back as " + quoted(actual.text()));
    }
    if (depth > kDeepest) return;
    if (depth == 1 && expected.key() && expected.key().text() == "layout") return;
    if (expected.is(Kind::list)) {
      lists(expected, actual, depth);
    } else {
      members(expected, members_of(expected), members_of(actual), depth);
    }
  }

  // Where an element is missing or too many, only the first difference is told: what follows has
  // moved.
  void lists(Value expected, Value actual, std::size_t depth) {
    const bool is_same_size = expected.size() == actual.size();
    if (!is_same_size && is_told_inside(losses_.pointer_of(expected))) return;
    auto other = actual.children().begin();
    const auto end = actual.children().end();
    for (const Value element : expected.children()) {
      if (other == end) return missing(element);
      const std::size_t before = losses_.size();
      compare(element, *other, depth + 1);
      if (!is_same_size && losses_.size() > before) return;
      ++other;
    }
    if (other != end) {
      tell(expected, "what stands behind this list would be read back as a part of it");
    }
  }

  static std::vector<Member> members_of(Value map) {
    std::vector<Member> out;
    out.reserve(map.size());
    for (const Value value : map.children()) out.push_back({value.key().text(), value});
    return out;
  }

  void members(Value holder, const std::vector<Member>& expected, const std::vector<Member>& actual,
               std::size_t depth) {
    const auto is_same = [](const Member& a, const Member& b) { return a.key == b.key; };
    if (std::equal(expected.begin(), expected.end(), actual.begin(), actual.end(), is_same)) {
      for (std::size_t i = 0; i < expected.size(); ++i) {
        compare(expected[i].value, actual[i].value, depth + 1);
      }
      return;
    }
    if (expected.size() == 1 && actual.size() == 1 && !block_name(expected[0].key).empty() &&
        !block_name(actual[0].key).empty()) {
      return tell(expected[0].value,
                  "this would be read back as " + std::string(block_name(actual[0].key)));
    }
    std::multimap<std::string_view, Value> left;  // equal keys in their order
    for (const Member& member : actual) left.emplace(member.key, member.value);
    for (const Member& member : expected) {
      const auto found = left.lower_bound(member.key);
      if (found == left.end() || found->first != member.key) {
        missing(member.value);
        continue;
      }
      compare(member.value, found->second, depth + 1);
      left.erase(found);
    }
    for (const auto& [key, value] : left) added(holder, key);
  }

  const Document& original_;
  Losses losses_;
  std::set<std::string, std::less<>> told_;
};

}  // namespace

void compare_trees(const TreeComparison& trees, std::vector<Diagnostic>& losses) {
  Comparer(trees.original, losses).roots(trees.expected, trees.actual);
}

}  // namespace proclint
