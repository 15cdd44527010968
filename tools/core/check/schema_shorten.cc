#include "core/check/schema_shorten.h"

#include <vector>

namespace proclint {
namespace {

// The schema that `number` stands for, one step further; itself if it says anything of its own.
std::uint32_t next(const Program& program, std::uint32_t number) {
  const Program::Node& node = program.nodes[number];
  if (node.last - node.first != 1) return number;
  const Instruction& in = program.code[node.first];
  if (in.op == Op::reference) return in.a;
  if (in.op == Op::all_of && in.b - in.a == 1) return program.lists[in.a];
  return number;
}

// A circle of references is left to evaluation, which reports it.
std::uint32_t target(const Program& program, std::uint32_t number) {
  std::uint32_t at = number;
  for (std::size_t steps = 0; steps <= program.nodes.size(); ++steps) {
    const std::uint32_t further = next(program, at);
    if (further == at) return at;
    at = further;
  }
  return number;
}

}  // namespace

void shorten(Program& program) {
  if (program.has_dynamic_references) return;
  std::vector<std::uint32_t> targets(program.nodes.size());
  // A long chain is walked once: what is referred to mostly has a smaller number and is done.
  std::vector<bool> is_done(program.nodes.size(), false);
  for (std::uint32_t i = 0; i < targets.size(); ++i) {
    const std::uint32_t one = next(program, i);
    targets[i] = is_done[one] ? targets[one] : target(program, i);
    is_done[i] = true;
  }
  const auto replace = [&](std::uint32_t& schema) {
    if (schema != kNone) schema = targets[schema];
  };
  for (std::uint32_t& schema : program.lists) replace(schema);
  for (Program::Property& property : program.properties) replace(property.schema);
  for (Program::PatternProperty& pattern : program.pattern_properties) replace(pattern.schema);
  for (Program::Object& object : program.objects) replace(object.additional);
  for (Program::Containment& containment : program.containments) replace(containment.schema);
  for (Instruction& in : program.code) {
    switch (in.op) {
      case Op::reference:
      case Op::property_names:
      case Op::negation:
      case Op::unevaluated_items:
      case Op::unevaluated_properties:
        replace(in.a);
        break;
      case Op::conditional:
        replace(in.a);
        replace(in.b);
        replace(in.c);
        break;
      case Op::dependent_schema:
        replace(in.b);
        break;
      case Op::items:
        replace(in.c);
        break;
      default:
        break;
    }
  }
  replace(program.root);
}

}  // namespace proclint
