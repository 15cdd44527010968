#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/check/options.h"
#include "core/check/section.h"

namespace proclint {
namespace {

struct Wanted {
  std::string_view key;
  Severity severity = Severity::error;
  std::string_view hint;
};

constexpr std::string_view kShape =
    "a key is given \"error\", \"warning\" or \"info\", or {\"severity\", \"hint\"}";

bool read_level(Value value, Severity& out) {
  if (!value || !value.is(Kind::string)) return false;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    if (value.text() != name(severity)) continue;
    out = severity;
    return true;
  }
  return false;
}

std::optional<OptionError> read_wanted(Value option, std::vector<Wanted>& out) {
  if (!option.is(Kind::map)) return OptionError{option, "\"keys\" is a map"};
  for (const Value value : option.children()) {
    Wanted wanted;
    wanted.key = value.key().text();
    if (value.is(Kind::map)) {
      for (const Value member : value.children()) {
        const std::string_view name = member.key().text();
        if (name == "hint" && member.is(Kind::string)) {
          wanted.hint = member.text();
        } else if (name != "severity") {
          return OptionError{member, std::string(kShape)};
        }
      }
    }
    const Value severity = value.is(Kind::map) ? value.find("severity") : value;
    if (!read_level(severity, wanted.severity)) {
      return OptionError{severity ? severity : value, std::string(kShape)};
    }
    out.push_back(wanted);
  }
  return std::nullopt;
}

// Whether the map has all of the keys: a look at each member.
bool has_all(Value map, const std::vector<Wanted>& keys) {
  if (keys.size() > 64) return false;
  std::uint64_t missing = ~std::uint64_t{0} >> (64 - keys.size());
  const Document& document = map.document();
  const NodeId end = map.node().next;
  for (NodeId key = map.id() + 1; key < end; key = document.node(key + 1).next) {
    const std::string_view name = document.text(key);
    // Where they come in their order, it is the first.
    for (std::uint64_t left = missing; left != 0; left &= left - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(left));
      if (keys[i].key != name) continue;
      missing &= ~(std::uint64_t{1} << i);
      break;
    }
    if (missing == 0) return true;
  }
  return false;
}

// Something absent is shown at the title, else at the first node.
Span place_for_absent(const Document& document) {
  const Value root = Value::root(document);
  const Value title = root.find("title");
  if (!title) return root.place();
  // An empty title of a page has no text to show, but its heading.
  return title.span().empty() && title.key() ? title.key().span() : title.place();
}

}  // namespace

/// A map has these keys. Option `keys`: from the key to the severity of its absence, or to
/// {severity, hint}; the hint says what belongs there. One finding for each absent key. Offers
/// {section}, the heading of the absent section, and {hint}.
BoundCheck required(Value options, const Vocabulary& vocabulary) {
  std::vector<Wanted> keys;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "keys") return unknown_option(option, "keys");
      if (auto error = read_wanted(option, keys)) return *std::move(error);
    }
  }
  if (keys.empty()) return OptionError{options, "name the keys that are required: \"keys\""};
  return [keys = std::move(keys), &vocabulary](Value target, Sink& sink) {
    if (!target.is(Kind::map) || has_all(target, keys)) return;
    for (const Wanted& wanted : keys) {
      if (target.find(wanted.key)) continue;
      const Headings::Entry* entry = vocabulary.headings.find_key(wanted.key);
      std::string message = entry != nullptr ? "the section \"" + entry->heading + '"'
                                             : '"' + std::string(wanted.key) + '"';
      message += " is missing; add it";
      if (!wanted.hint.empty()) message.append(" and say ").append(wanted.hint);
      auto& found = sink.at(target, place_for_absent(target.document()), std::move(message));
      found.severity = wanted.severity;
      found.absent = wanted.key;
      found.offer("section", std::string(heading_of(wanted.key, vocabulary)));
      found.offer("hint", std::string(wanted.hint));
    }
  };
}

}  // namespace proclint
