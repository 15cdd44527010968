#include "core/check/rebound.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/check/rule_reader.h"
#include "core/check/suggest.h"

namespace proclint {
namespace {

// Copies the member with that value, its key before it, behind the nodes of `out`.
void append_member(Settings::Rebound::Options& out, Value value) {
  const Document& from = value.document();
  const NodeId first = value.key().id();
  const NodeId end = value.node().next;
  const auto begin = static_cast<NodeId>(out.document.nodes.size());
  for (NodeId id = first; id < end; ++id) {
    Node node = from.node(id);
    node.parent = id == first || id == value.id() ? 0 : node.parent - first + begin;
    node.next = node.next - first + begin;
    if (node.kind != Kind::list && node.kind != Kind::map) {
      node.text = static_cast<std::uint32_t>(out.document.decoded.size());
      node.is_decoded = true;
      out.document.decoded.append(from.text(id));
    }
    out.document.nodes.push_back(node);
    out.origin.emplace_back(from, id);
  }
  ++out.document.nodes[0].size;
}

void merge(Settings::Rebound::Options& out, Value base, Value changes) {
  out.document.source = changes.document().source;
  out.document.nodes.push_back(Node{changes.span(), kNoNode, 1, 0, 0, Kind::map, false});
  out.origin.push_back(changes);
  if (base.is(Kind::map)) {
    for (const Value member : base.children()) {
      if (!changes.find(member.key().text())) append_member(out, member);
    }
  }
  for (const Value member : changes.children()) append_member(out, member);
  out.document.nodes[0].next = static_cast<NodeId>(out.document.nodes.size());
}

// Binds the function that `own` gives options to, at `index` in the rule.
bool rebind_function(Settings::Rebound& out, std::size_t index, Value own, Value changes,
                     const Vocabulary& vocabulary, Mistakes& mistakes) {
  if (!changes.is(Kind::map)) {
    mistakes.at(changes, "\"" + std::string(changes.key().text()) + "\" is a map of options");
    return false;
  }
  auto merged = std::make_shared<Settings::Rebound::Options>();
  const auto& before = out.options[index];
  merge(*merged, before != nullptr ? Value::root(before->document) : own, changes);
  const Function* function = find_function(own.key().text());
  BoundCheck bound = function->make(Value::root(merged->document), vocabulary);
  if (const auto* error = std::get_if<OptionError>(&bound)) {
    tell(
        *error, [&](Value at) { return at ? merged->origin[at.id()] : changes; }, mistakes);
    return false;
  }
  out.checks[index] = std::get<Check>(std::move(bound));
  out.options[index] = std::move(merged);
  return true;
}

// Of several functions each is named with its options.
bool rebind_named(Settings::Rebound& out, Value then, Value changes, const Vocabulary& vocabulary,
                  Mistakes& mistakes) {
  if (!changes.is(Kind::map)) {
    mistakes.at(changes, "the rule has several functions; name each with its options");
    return false;
  }
  std::vector<std::string_view> names;
  for (const Value own : then.children()) names.push_back(own.key().text());
  bool is_good = true;
  for (const Value change : changes.children()) {
    const std::string_view name = change.key().text();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
      std::string all;
      for (const std::string_view each : names) all.append(all.empty() ? "" : ", ").append(each);
      mistakes.at(change.key(), "the rule has no function \"" + std::string(name) + "\"; " +
                                    did_you_mean(name, names, "it has " + all));
      is_good = false;
      continue;
    }
    const auto index = static_cast<std::size_t>(found - names.begin());
    is_good = rebind_function(out, index, then.find(name), change, vocabulary, mistakes) && is_good;
  }
  return is_good;
}

}  // namespace

std::shared_ptr<const Settings::Rebound> rebind(const Rule& rule, const Settings::Rebound* before,
                                                Value changes, const Vocabulary& vocabulary,
                                                Mistakes& mistakes) {
  if (rule.finder != Rule::Finder::functions) {
    mistakes.at(changes.key(), "the rule \"" + std::string(rule.id) +
                                   "\" has no options, only rules with functions have");
    return nullptr;
  }
  const Value then = rule.entry.find("then");
  auto out = std::make_shared<Settings::Rebound>();
  if (before != nullptr) *out = *before;
  if (before == nullptr) out->checks = rule.checks;
  out->options.resize(rule.checks.size());
  const bool is_good = then.size() == 1 ? rebind_function(*out, 0, *then.children().begin(),
                                                          changes, vocabulary, mistakes)
                                        : rebind_named(*out, then, changes, vocabulary, mistakes);
  if (!is_good) return nullptr;
  return out;
}

}  // namespace proclint
