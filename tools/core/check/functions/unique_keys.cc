#include <array>
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

// The first key of its map that is equal to this one; itself if none before it is.
NodeId first_equal(const Document& document, NodeId key) {
  const std::string_view text = document.text(key);
  NodeId other = document.node(key).parent + 1;
  while (other < key &&
         (document.node(other).size != text.size() || document.text(other) != text)) {
    other = document.node(other + 1).next;
  }
  return other;
}

// Equal for equal keys of one map.
std::uint64_t hash_of(const Node& key, const char* text) {
  std::uint64_t hash = key.parent * std::uint64_t{kSmall} + key.size;
  if (key.size > 0) {
    const auto byte = [text](std::uint32_t i) -> std::uint64_t {
      return static_cast<unsigned char>(text[i]);
    };
    hash = hash << 24U | byte(0) << 16U | byte(key.size / 2) << 8U | byte(key.size - 1);
  }
  return hash * 0x9E3779B97F4A7C15U;  // 2^64 over the golden ratio
}

// Whether a map may have a key twice; sure for small maps. One pass over the keys of all.
bool may_repeat(const Document& document) {
  constexpr std::size_t kWords = 64;
  std::array<std::uint64_t, kWords> seen{};  // a bit for each hash, modulo their number
  const char* const texts[] = {document.source->text().data(), document.decoded.data()};
  const Node* const nodes = document.nodes.data();
  const auto end = static_cast<NodeId>(document.nodes.size());
  for (NodeId id = 0; id < end; ++id) {
    const Node& key = nodes[id];
    if (key.kind != Kind::key || nodes[key.parent].size == 1) continue;
    const std::uint64_t hash = hash_of(key, texts[key.is_decoded ? 1 : 0] + key.text);
    std::uint64_t& word = seen[hash >> 58U];
    const std::uint64_t bit = std::uint64_t{1} << (hash >> 52U) % 64;
    const bool is_seen = (word & bit) != 0;
    word |= bit;
    if (!is_seen) continue;
    if (nodes[key.parent].size > kSmall || first_equal(document, id) != id) return true;
  }
  return false;
}

// Compares the keys of a small map with each other; the greater ones are looked up.
void check(Value map, Within within, Sink& sink) {
  const Document& document = map.document();
  std::unordered_map<std::string_view, NodeId> seen;
  const bool is_small = map.size() <= kSmall;
  if (!is_small) seen.reserve(map.size());
  for (const Value value : map.children()) {
    const NodeId key = value.id() - 1;
    const NodeId first = is_small ? first_equal(document, key)
                                  : seen.try_emplace(document.text(key), key).first->second;
    if (first != key) report(Value(document, first), Value(document, key), within, sink);
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
    static constexpr char kTopic = 0;
    const Document& document = target.document();
    const auto look = [&document] { return may_repeat(document); };
    if (!sink.recall(&kTopic, Value::root(document), look)) return;
    const Value sections = target.find("sections");
    if (within == Within::sections) {
      if (sections && sections.is(Kind::map)) check(sections, within, sink);
      return;
    }
    const NodeId end = target.node().next;
    for (NodeId id = target.id(); id < end; ++id) {
      const Value map(document, id);
      if (map.is(Kind::map) && map.size() > 1 && map != sections) check(map, within, sink);
    }
  };
}

}  // namespace proclint
