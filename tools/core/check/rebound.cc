#include "core/check/rebound.h"

#include <string>
#include <utility>

#include "core/check/rule_reader.h"

namespace proclint {
namespace {

// Copies the member with that value, its key before it, behind the nodes of `out`.
void append_member(Settings::Rebound& out, Value value) {
  const Document& from = value.document();
  const NodeId first = value.key().id();
  const NodeId end = value.node().next;
  const auto begin = static_cast<NodeId>(out.options.nodes.size());
  for (NodeId id = first; id < end; ++id) {
    Node node = from.node(id);
    node.parent = id == first || id == value.id() ? 0 : node.parent - first + begin;
    node.next = node.next - first + begin;
    if (node.kind != Kind::list && node.kind != Kind::map) {
      node.text = static_cast<std::uint32_t>(out.options.decoded.size());
      node.is_decoded = true;
      out.options.decoded.append(from.text(id));
    }
    out.options.nodes.push_back(node);
    out.origin.emplace_back(from, id);
  }
  ++out.options.nodes[0].size;
}

void merge(Settings::Rebound& out, Value base, Value changes) {
  out.options.source = changes.document().source;
  out.options.nodes.push_back(Node{changes.span(), kNoNode, 1, 0, 0, Kind::map, false});
  out.origin.push_back(changes);
  if (base.is(Kind::map)) {
    for (const Value member : base.children()) {
      if (!changes.find(member.key().text())) append_member(out, member);
    }
  }
  for (const Value member : changes.children()) append_member(out, member);
  out.options.nodes[0].next = static_cast<NodeId>(out.options.nodes.size());
}

}  // namespace

std::shared_ptr<const Settings::Rebound> rebind(const Rule& rule, const Settings::Rebound* before,
                                                Value changes, const Vocabulary& vocabulary,
                                                Mistakes& mistakes) {
  const Value then = rule.entry.find("then");
  if (rule.finder != Rule::Finder::functions || then.size() != 1) {
    mistakes.at(changes.key(), "the rule \"" + std::string(rule.id) +
                                   "\" has no options, only rules with one function have");
    return nullptr;
  }
  if (!changes.is(Kind::map)) {
    mistakes.at(changes, "\"options\" is a map");
    return nullptr;
  }
  const Value own = *then.children().begin();
  auto out = std::make_shared<Settings::Rebound>();
  merge(*out, before != nullptr ? Value::root(before->options) : own, changes);
  const Function* function = find_function(own.key().text());
  BoundCheck bound = function->make(Value::root(out->options), vocabulary);
  if (const auto* error = std::get_if<OptionError>(&bound)) {
    mistakes.at(error->at ? out->origin[error->at.id()] : changes, error->message);
    return nullptr;
  }
  out->checks.push_back(std::get<Check>(std::move(bound)));
  return out;
}

}  // namespace proclint
