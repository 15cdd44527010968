#include "core/check/schema_quicken.h"

#include <algorithm>

namespace proclint {
namespace {

// Lists and maps are left alone: a branch may mark what of them it evaluated.
constexpr auto kScalars =
    static_cast<KindSet>(kAllKinds & ~(kind_bit(Kind::list) | kind_bit(Kind::map)));

// The kinds of which an anyOf accepts every value, and no branch before has to be entered.
KindSet surely_valid(const Program& program, const Instruction& any_of) {
  KindSet valid = 0;
  KindSet undecided = kScalars;
  for (std::uint32_t i = any_of.a; i < any_of.b; ++i) {
    const Program::Node& node = program.nodes[program.lists[i]];
    valid |= static_cast<KindSet>(undecided & node.unasked);
    undecided &= static_cast<KindSet>(~(node.unasked | node.possible));
  }
  return valid;
}

// Gives the names that one schema's branches ask for their bits.
class Names {
 public:
  Names(Program& program, const Program::Object& object)
      : program_(program), object_(object), used_(object.required_count) {}

  // The names that a branch asks for, as bits; 0 if it asks for anything else.
  std::uint64_t asked(std::uint32_t branch) {
    const std::uint32_t only = program_.nodes[branch].only_required;
    if (only == kNone) return 0;
    std::uint64_t bits = 0;
    for (std::uint32_t i = program_.objects[only].first_property;
         i < program_.objects[only].last_property; ++i) {
      const std::uint64_t bit = bit_of(program_.properties[i].name);
      if (bit == 0) return 0;
      bits |= bit;
    }
    return bits;
  }

 private:
  std::uint64_t bit_of(const std::string& name) {
    const auto first = program_.properties.begin() + object_.first_property;
    const auto last = program_.properties.begin() + object_.last_property;
    const auto property =
        std::lower_bound(first, last, name,
                         [](const auto& one, const std::string& text) { return one.name < text; });
    if (property == last || property->name != name) return 0;
    if (property->seen == 0 && used_ < kSeenBits) property->seen = 1ULL << used_++;
    return property->seen;
  }

  Program& program_;
  const Program::Object& object_;
  std::uint32_t used_;
};

void note_names(Program& program, const Program::Node& node) {
  const auto first = program.code.begin() + node.first;
  const auto last = program.code.begin() + node.last;
  const auto object =
      std::find_if(first, last, [](const Instruction& in) { return in.op == Op::object; });
  if (object == last) return;
  Names names(program, program.objects[object->a]);
  for (auto in = first; in < last; ++in) {
    if (in->op != Op::any_of && in->op != Op::one_of) continue;
    std::vector<std::uint64_t> asked;
    for (std::uint32_t i = in->a; i < in->b; ++i) asked.push_back(names.asked(program.lists[i]));
    if (std::find(asked.begin(), asked.end(), 0U) != asked.end()) continue;
    in->c = static_cast<std::uint32_t>(program.asked.size());
    program.asked.insert(program.asked.end(), asked.begin(), asked.end());
  }
}

}  // namespace

void quicken(Program& program) {
  for (Program::Node& node : program.nodes) {
    KindSet asked = 0;
    for (std::uint32_t i = node.first; i < node.last; ++i) {
      Instruction& in = program.code[i];
      if (in.op == Op::any_of) in.kinds &= static_cast<KindSet>(~surely_valid(program, in));
      asked |= in.kinds;
    }
    node.unasked = static_cast<KindSet>(kAllKinds & ~asked);
    note_names(program, node);
  }
}

}  // namespace proclint
