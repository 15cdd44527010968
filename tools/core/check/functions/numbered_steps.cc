#include <string>
#include <utility>
#include <vector>

#include "core/check/options.h"

namespace proclint {
namespace {

// Numbers in place of the bullets; empty if the reader gave none.
std::vector<Edit> numbered(Value list) {
  const Document& document = list.document();
  std::vector<Edit> out;
  for (const Mark& mark : document.marks) {
    if (mark.kind != MarkKind::bullet || mark.node >= document.nodes.size()) continue;
    if (mark.node <= list.id() || mark.node >= list.node().next) continue;
    if (Value(document, mark.node).parent() != list) continue;
    out.push_back({mark.span, std::to_string(out.size() + 1) + "."});
  }
  return out.size() == list.size() ? out : std::vector<Edit>();
}

std::vector<Edit> made_steps(Value list) {
  const Form form = list.document().form;
  if (form == Form::page || form == Form::markdown) return numbered(list);
  const Value key = list.key();
  return {{key.locate({0, static_cast<std::uint32_t>(key.text().size())}), "steps"}};
}

void report(Value list, Sink& sink) {
  auto& found = sink.at(list,
                        "the steps of the procedure are a list without numbers; number them, "
                        "so that their order is seen");
  std::vector<Edit> edits = made_steps(list);
  if (edits.empty()) return;
  found.fix = Fix{"Number the steps", std::move(edits), Safety::wording};
}

}  // namespace

/// What is done one after the other is a numbered list. For the section that describes the
/// procedure: a bullet list of two items or more is reported, unless numbered steps stand beside
/// it, which makes it a list of something else.
BoundCheck numbered_steps(Value options, const Vocabulary& /*vocabulary*/) {
  if (options) {
    for (const Value option : options.children()) return unknown_option(option, "none");
  }
  return [](Value section, Sink& sink) {
    for (const Value block : section.children()) {
      if (block.is(Kind::map) && block.find("steps")) return;
    }
    for (const Value block : section.children()) {
      const Value list = block.is(Kind::map) ? block.find("items") : Value();
      if (list && list.is(Kind::list) && list.size() >= 2) report(list, sink);
    }
  };
}

}  // namespace proclint
