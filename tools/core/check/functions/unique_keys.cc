#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/check/options.h"
#include "core/check/quote.h"

namespace proclint {
namespace {

enum class Within : std::uint8_t { sections, other_maps };

// The keys of a map up to this size are compared with each other.
constexpr std::size_t kSmall = 24;

// The heading as written; in JSON the key without quotes.
std::string name_of(Value key) {
  const Document& document = key.document();
  if (document.form == Form::json || key.span().empty()) return std::string(key.text());
  return std::string(without_final_mark(document.source->slice(key.span())));
}

void report(Value first, Value again, Within within, Sink& sink) {
  const Source& source = *again.document().source;
  const Place place = source.place(first.span().begin, Columns::codepoint);
  const std::string here = quoted(name_of(again));
  const std::string there = quoted(name_of(first));
  const std::string line = "line " + std::to_string(place.line);
  std::string message;
  if (within == Within::sections) {
    message = "the section " + here + " is already on " + line;
    if (here != there) message += ", as " + there;
    message += "; put both under one heading";
  } else {
    message = "the key " + here + " is already on " + line + "; keep one of the two";
  }
  auto& found = sink.at(Value(again.document(), again.id() + 1), again.span(), std::move(message));
  found.notes.push_back({std::string(source.path()), first.span(), place,
                         within == Within::sections ? "the first of them" : "the first one"});
  found.offer("first", std::to_string(place.line));
}

// A bit for the key, by its size and its first and last byte: equal keys have the same.
std::uint64_t key_bit(std::string_view key) {
  if (key.empty()) return 1;
  const auto first = static_cast<unsigned char>(key.front());
  const auto last = static_cast<unsigned char>(key.back());
  return std::uint64_t{1} << ((key.size() * 7 + first * 5U + last) % 64);
}

// Whether a key of `map` before `key` is equal to it.
bool repeats(Value map, NodeId key) {
  const Document& document = map.document();
  const std::string_view text = document.text(key);
  for (NodeId other = map.id() + 1; other < key; other = document.node(other + 1).next) {
    if (document.node(other).size == text.size() && document.text(other) == text) return true;
  }
  return false;
}

// Whether a key of the map may be there twice; sure for a map of some size.
bool may_repeat(Value map) {
  if (map.size() > kSmall) return true;
  const Document& document = map.document();
  const NodeId end = map.node().next;
  std::uint64_t seen = 0;
  for (NodeId key = map.id() + 1; key < end; key = document.node(key + 1).next) {
    const std::uint64_t bit = key_bit(document.text(key));
    if ((seen & bit) != 0 && repeats(map, key)) return true;
    seen |= bit;
  }
  return false;
}

// Compares the keys of a small map with each other; the greater ones are looked up.
void check(Value map, Within within, Sink& sink) {
  if (map.size() <= kSmall) {
    for (const Value value : map.children()) {
      const Value key = value.key();
      for (const Value other : map.children()) {
        if (other.id() == value.id()) break;
        if (other.key().text() != key.text()) continue;
        report(other.key(), key, within, sink);
        break;
      }
    }
    return;
  }
  std::unordered_map<std::string_view, NodeId> seen;
  seen.reserve(map.size());
  for (const Value value : map.children()) {
    const Value key = value.key();
    const auto [first, is_new] = seen.try_emplace(key.text(), key.id());
    if (!is_new) report(Value(map.document(), first->second), key, within, sink);
  }
}

}  // namespace

/// No map has a key twice. Option `within`: "sections" looks at the sections of the document,
/// "other-maps" at every map but that one.
BoundCheck unique_keys(Value options, const Vocabulary& /*vocabulary*/) {
  Within within = Within::other_maps;
  bool is_given = false;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "within") return unknown_option(option, "within");
      const bool is_text = option.is(Kind::string);
      if (!is_text || (option.text() != "sections" && option.text() != "other-maps")) {
        return OptionError{option, R"("within" is "sections" or "other-maps")"};
      }
      within = option.text() == "sections" ? Within::sections : Within::other_maps;
      is_given = true;
    }
  }
  if (!is_given) return OptionError{options, R"(the option "within" is missing)"};
  return [within](Value target, Sink& sink) {
    if (within == Within::sections) {
      const Value sections = target.find("sections");
      const bool is_map = sections && sections.is(Kind::map);
      if (is_map && may_repeat(sections)) check(sections, within, sink);
      return;
    }
    const Document& document = target.document();
    const Node* const nodes = document.nodes.data();
    const NodeId end = target.node().next;
    for (NodeId id = target.id(); id < end; ++id) {
      if (nodes[id].kind != Kind::map || nodes[id].size < 2) continue;
      const Value map(document, id);
      if (may_repeat(map) && map != target.find("sections")) check(map, within, sink);
    }
  };
}

}  // namespace proclint
