#include "core/check/schema_evaluate.h"

#include <algorithm>
#include <utility>

#include "core/check/schema_limits.h"
#include "core/document/equal.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// A map of this size is searched faster than hashed.
constexpr std::uint32_t kFewMembers = 8;

// Functions on the way of recursion are not inlined, so that a level takes little of the stack.
class Evaluator {
 public:
  Evaluator(const Program& program, const Document& document,
            std::span<const std::string_view> supplied)
      : program_(program),
        document_(document),
        supplied_(supplied),
        limits_(program.nodes.size(), document.nodes.size()) {}

  template <bool kCollects>
  Evaluation run(NodeId root) {
    Evaluation out;
    out.is_valid = visit<kCollects>(program_.root, root, false, 0) && !limits_.gave_up();
    out.gave_up = limits_.gave_up();
    out.has_loop = limits_.has_loop();
    out.failures = std::move(failures_);
    return out;
  }

 private:
  // One schema at work on one value.
  struct Frame {
    std::uint32_t schema;
    NodeId at;
    bool marks;              // somebody wants to know which children were evaluated
    std::uint32_t in_place;  // schemas since the value was entered
    std::size_t first_mark;
    bool is_uncertain = false;  // a branch failed, so what it would have evaluated is not known
  };

  const Node& node(NodeId id) const { return document_.nodes[id]; }
  Value value(NodeId id) const { return Value(document_, id); }

  template <bool kCollects>
  bool visit(std::uint32_t schema, NodeId at, bool marks, std::uint32_t in_place) {
    if (schema == kNone) return true;
    if (!limits_.may_go_on(in_place)) return false;
    const Program::Node& here = program_.nodes[schema];
    const KindSet kind = kind_bit(node(at).kind);
    if ((here.unasked & kind) != 0) return true;
    if (!kCollects && (here.possible & kind) == 0) return false;
    Frame frame{schema, at, marks || here.has_unevaluated, in_place, marks_.size()};
    const bool enters_scope =
        program_.has_dynamic_references && (scope_.empty() || scope_.back() != here.resource);
    if (enters_scope) scope_.push_back(here.resource);
    limits_.enter();
    bool is_valid = true;
    for (std::uint32_t i = here.first; i < here.last; ++i) {
      const Instruction& instruction = program_.code[i];
      if ((instruction.kinds & kind) == 0) continue;
      if (execute<kCollects>(i, instruction, frame)) continue;
      is_valid = false;
      if (!kCollects || instruction.op <= Op::equal_to_one) break;
    }
    limits_.leave();
    if (enters_scope) scope_.pop_back();
    return is_valid;
  }

  // Records a failure; always false.
  template <bool kCollects>
  bool fail(std::uint32_t instruction, const Frame& frame, Keyword keyword, NodeId at,
            std::uint32_t detail = kNone, std::uint32_t detail_2 = kNone) {
    if constexpr (kCollects) {
      failures_.push_back({frame.schema, instruction, keyword, at, detail, detail_2});
    }
    return false;
  }

  template <bool kCollects>
  bool execute(std::uint32_t number, const Instruction& in, Frame& frame) {
    switch (in.op) {
      case Op::object:
        return object<kCollects>(number, program_.objects[in.a], frame);
      case Op::property_names:
        return property_names<kCollects>(number, in, frame);
      case Op::items:
        return items<kCollects>(number, in, frame);
      case Op::contains:
        return contains<kCollects>(number, in, frame);
      case Op::reference:
        return visit<kCollects>(in.a, frame.at, frame.marks, frame.in_place + 1);
      case Op::dynamic_reference:
        return visit<kCollects>(dynamic_target(in), frame.at, frame.marks, frame.in_place + 1);
      case Op::all_of:
        return all_of<kCollects>(in, frame);
      case Op::any_of:
        return any_of<kCollects>(number, in, frame);
      case Op::one_of:
        return one_of<kCollects>(number, in, frame);
      case Op::negation:
        return !tries(in.a, frame, false) || fail<kCollects>(number, frame, in.keyword, frame.at);
      case Op::conditional:
        return conditional<kCollects>(number, in, frame);
      case Op::dependent_schema:
        return !has_member(frame.at, program_.names[in.a]) ||
               inside<kCollects>(number, in.b, frame);
      case Op::unevaluated_items:
      case Op::unevaluated_properties:
        return unevaluated<kCollects>(number, in, frame);
      case Op::pattern:
        return pattern<kCollects>(number, in, frame);
      case Op::dependent_names:
        return dependent_names<kCollects>(number, in, frame);
      case Op::unique_items:
        return unique_items<kCollects>(number, in, frame);
      default:
        return holds(in, frame) || fail<kCollects>(number, frame, in.keyword, frame.at);
    }
  }

  // An assertion about the value itself.
  [[gnu::noinline]] bool holds(const Instruction& in, const Frame& frame) {
    const NodeId at = frame.at;
    switch (in.op) {
      case Op::type:
        return is_integer(in.a, frame);
      case Op::equal_to_one:
        return is_one_of(in, value(at));
      case Op::at_least:
        return compare(in.a, at) >= 0;
      case Op::at_most:
        return compare(in.a, at) <= 0;
      case Op::above:
        return compare(in.a, at) > 0;
      case Op::below:
        return compare(in.a, at) < 0;
      case Op::multiple_of:
        return Number(document_.text(at)).is_multiple_of(program_.limits[in.a].number);
      case Op::min_length:
        return has_length_of(in.a, at);
      case Op::max_length:
        return node(at).size <= in.a || utf8::count_codepoints(document_.text(at)) <= in.a;
      case Op::format:
        return has_format(document_.text(at), static_cast<Format>(in.a));
      case Op::min_items:
      case Op::min_properties:
        return count(at) >= in.a;
      case Op::max_items:
      case Op::max_properties:
        return count(at) <= in.a;
      default:
        return false;  // Op::never
    }
  }

  bool is_one_of(const Instruction& in, Value at) const {
    auto first = program_.values.begin() + in.a;
    auto last = program_.values.begin() + in.b;
    if (in.c != kNone) {
      const auto hashes = program_.hashes.begin() + in.c;
      const auto [from, to] = std::equal_range(hashes, hashes + (last - first), hash_of(at));
      last = first + (to - hashes);
      first += from - hashes;
    }
    return std::any_of(first, last, [&](Value one) { return is_equal(one, at); });
  }

  // The value is of none of the plain types of the set; whether it is of type integer.
  bool is_integer(std::uint32_t types, const Frame& frame) const {
    if ((types & kIntegerType) == 0 || node(frame.at).kind != Kind::number) return false;
    const std::string_view text = document_.text(frame.at);
    if (program_.nodes[frame.schema].has_strict_integers) {
      return text.find_first_of(".eE") == std::string_view::npos;
    }
    return Number(text).is_integer();
  }

  int compare(std::uint32_t limit, NodeId at) const {
    return Number(document_.text(at)).compare(program_.limits[limit].number);
  }

  bool has_length_of(std::uint32_t least, NodeId at) const {
    const std::uint32_t size = node(at).size;  // of 1 to 4 bytes a code point
    if (size / 4 >= least) return true;
    return size >= least && utf8::count_codepoints(document_.text(at)) >= least;
  }

  // Members that are supplied count too.
  std::size_t count(NodeId at) const {
    std::size_t out = node(at).size;
    if (at != 0 || supplied_.empty() || node(at).kind != Kind::map) return out;
    for (const std::string_view name : supplied_) {
      if (!value(at).find(name)) ++out;
    }
    return out;
  }

  bool is_supplied(NodeId at, std::string_view name) const {
    return at == 0 && std::find(supplied_.begin(), supplied_.end(), name) != supplied_.end();
  }

  bool has_member(NodeId at, std::string_view name) {
    limits_.add_steps(node(at).size);  // one after the other is looked at
    return value(at).find(name) || is_supplied(at, name);
  }

  template <bool kCollects>
  [[gnu::noinline]] bool pattern(std::uint32_t number, const Instruction& in, const Frame& frame) {
    switch (program_.patterns[in.a].search(document_.text(frame.at))) {
      case Pattern::Match::yes:
        return true;
      case Pattern::Match::no:
        return fail<kCollects>(number, frame, in.keyword, frame.at);
      case Pattern::Match::limit:
        break;
    }
    return fail<kCollects>(number, frame, in.keyword, frame.at, kPatternLimit);
  }

  // Evaluates a schema for a child of the value. Where it is simply false, the failure is that of
  // the keyword that says so.
  template <bool kCollects>
  bool child(std::uint32_t number, const Frame& frame, Keyword keyword, std::uint32_t schema,
             NodeId at) {
    if (frame.marks) marks_.push_back(at);
    if (schema == kNone) return true;
    const Program::Node& inner = program_.nodes[schema];
    if ((inner.unasked & kind_bit(node(at).kind)) != 0) return true;
    if (inner.is_false) return fail<kCollects>(number, frame, keyword, at);
    const std::size_t marks = marks_.size();
    const bool is_valid = visit<kCollects>(schema, at, false, 0);
    if (marks_.size() > marks) marks_.resize(marks);
    return is_valid;
  }

  const Program::Property* find_property(const Program::Object& object,
                                         std::string_view name) const {
    for (std::uint32_t at = hash_name(name);; ++at) {
      const std::uint32_t slot = program_.slots[object.first_slot + (at & object.slot_mask)];
      if (slot == 0) return nullptr;
      if (program_.properties[slot - 1].name == name) return &program_.properties[slot - 1];
    }
  }

  // properties, patternProperties, additionalProperties and required in one pass.
  template <bool kCollects>
  [[gnu::noinline]] bool object(std::uint32_t number, const Program::Object& object,
                                const Frame& frame) {
    if (!kCollects && object.has_only_required && node(frame.at).size <= kFewMembers) {
      return has_required(object, frame.at);
    }
    bool is_valid = true;
    std::uint64_t seen = 0;  // the required names, as bits
    std::vector<bool> seen_of_many;
    const bool has_many = object.required_count > 63;
    if (has_many) seen_of_many.resize(object.required_count);
    const NodeId end = node(frame.at).next;
    for (NodeId key = frame.at + 1; key < end; key = node(key + 1).next) {
      const Program::Property* property = find_property(object, document_.text(key));
      if (property != nullptr && property->required != kNone) {
        if (!has_many) {
          seen |= 1ULL << property->required;
        } else {
          seen_of_many[property->required] = true;
        }
      }
      if (!member<kCollects>(number, object, property, key, frame)) is_valid = false;
      if (!kCollects && !is_valid) return false;
    }
    if (!has_many) {
      if (seen + 1 == 1ULL << object.required_count) return is_valid;
      if (!kCollects && (frame.at != 0 || supplied_.empty())) return false;
      seen_of_many.resize(object.required_count);
      for (std::uint32_t i = 0; i < object.required_count; ++i) {
        seen_of_many[i] = (seen >> i & 1U) != 0;
      }
    }
    return required<kCollects>(number, object, seen_of_many, frame) && is_valid;
  }

  // The same for a small map of which only some names are asked.
  bool has_required(const Program::Object& object, NodeId at) const {
    for (std::uint32_t i = object.first_property; i < object.last_property; ++i) {
      const std::string& name = program_.properties[i].name;
      if (!value(at).find(name) && !is_supplied(at, name)) return false;
    }
    return true;
  }

  template <bool kCollects>
  [[gnu::noinline]] bool member(std::uint32_t number, const Program::Object& object,
                                const Program::Property* property, NodeId key, const Frame& frame) {
    bool is_valid = true;
    bool is_known = false;
    const auto apply = [&](Keyword keyword, std::uint32_t schema) {
      is_known = true;
      if (!child<kCollects>(number, frame, keyword, schema, key + 1)) is_valid = false;
      return kCollects || is_valid;
    };
    if (property != nullptr) {
      if (property->schema != kNone && !apply(Keyword::properties, property->schema)) return false;
      for (std::uint32_t i = property->first_match; i < property->last_match; ++i) {
        if (!apply(Keyword::pattern_properties, program_.lists[i])) return false;
      }
    } else {
      for (std::uint32_t i = object.first_pattern; i < object.last_pattern; ++i) {
        const Program::PatternProperty& pattern = program_.pattern_properties[i];
        const Pattern::Match match = program_.patterns[pattern.pattern].search(document_.text(key));
        if (match == Pattern::Match::limit) {
          return fail<kCollects>(number, frame, Keyword::pattern_properties, key + 1,
                                 kPatternLimit);
        }
        if (match == Pattern::Match::yes && !apply(Keyword::pattern_properties, pattern.schema)) {
          return false;
        }
      }
    }
    if (!is_known && object.additional != kNone) {
      apply(Keyword::additional_properties, object.additional);
    }
    return is_valid;
  }

  // Some required name may be missing.
  template <bool kCollects>
  [[gnu::noinline]] bool required(std::uint32_t number, const Program::Object& object,
                                  const std::vector<bool>& seen, const Frame& frame) {
    bool is_valid = true;
    for (std::uint32_t i = object.first_property; i < object.last_property; ++i) {
      const Program::Property& property = program_.properties[i];
      if (property.required == kNone || seen[property.required]) continue;
      if (is_supplied(frame.at, property.name)) continue;
      is_valid = fail<kCollects>(number, frame, Keyword::required, frame.at, i);
      if (!kCollects) return false;
    }
    return is_valid;
  }

  template <bool kCollects>
  [[gnu::noinline]] bool property_names(std::uint32_t number, const Instruction& in,
                                        const Frame& frame) {
    bool is_valid = true;
    const NodeId end = node(frame.at).next;
    for (NodeId key = frame.at + 1; key < end; key = node(key + 1).next) {
      if (visit<false>(in.a, key, false, 0)) continue;
      is_valid = false;
      if constexpr (!kCollects) return false;
      Failure failure{frame.schema, number, in.keyword, key};
      failure.branches.push_back(collected(in.a, key, false, 0));
      failures_.push_back(std::move(failure));
    }
    return is_valid;
  }

  template <bool kCollects>
  [[gnu::noinline]] bool dependent_names(std::uint32_t number, const Instruction& in,
                                         const Frame& frame) {
    const Program::Dependency& dependency = program_.dependencies[in.a];
    if (!has_member(frame.at, dependency.name)) return true;
    bool is_valid = true;
    for (std::uint32_t i = 0; i < dependency.needs.size(); ++i) {
      if (has_member(frame.at, dependency.needs[i])) continue;
      is_valid = fail<kCollects>(number, frame, in.keyword, frame.at, i);
    }
    return is_valid;
  }

  template <bool kCollects>
  [[gnu::noinline]] bool items(std::uint32_t number, const Instruction& in, const Frame& frame) {
    bool is_valid = true;
    std::uint32_t list = in.a;
    const NodeId end = node(frame.at).next;
    for (NodeId item = frame.at + 1; item < end; item = node(item).next) {
      const bool is_first = list < in.b;
      const std::uint32_t schema = is_first ? program_.lists[list++] : in.c;
      if (!is_first && schema == kNone) break;
      if (!child<kCollects>(number, frame, in.keyword, schema, item)) is_valid = false;
      if (!kCollects && !is_valid) return false;
    }
    return is_valid;
  }

  template <bool kCollects>
  [[gnu::noinline]] bool contains(std::uint32_t number, const Instruction& in, Frame& frame) {
    const Program::Containment& containment = program_.containments[in.a];
    std::uint64_t found = 0;
    const bool marks = frame.marks && containment.marks_items;
    const NodeId end = node(frame.at).next;
    for (NodeId item = frame.at + 1; item < end; item = node(item).next) {
      if (!visit<false>(containment.schema, item, false, 0)) continue;
      ++found;
      if (marks) marks_.push_back(item);
      if (found > containment.most) break;
      if (!marks && found >= containment.least && containment.most >= node(frame.at).size) break;
    }
    if (found < containment.least) {
      const bool has_limit = containment.least != 1;
      return fail<kCollects>(number, frame, has_limit ? Keyword::min_contains : in.keyword,
                             frame.at, static_cast<std::uint32_t>(found));
    }
    if (found <= containment.most) return true;
    return fail<kCollects>(number, frame, Keyword::max_contains, frame.at);
  }

  template <bool kCollects>
  [[gnu::noinline]] bool unique_items(std::uint32_t number, const Instruction& in,
                                      const Frame& frame) {
    if (node(frame.at).size < 2) return true;
    const auto duplicate = first_duplicate(value(frame.at));
    if (!duplicate) return true;
    return fail<kCollects>(number, frame, in.keyword, duplicate->first.id(), kNone,
                           duplicate->second.id());
  }

  // JSON Schema core 2020-12, section 8.2.3.2: the outermost schema resource with that dynamic
  // anchor.
  std::uint32_t dynamic_target(const Instruction& in) {
    limits_.add_steps(scope_.size() * program_.dynamic_anchors.size() / 8);
    for (const std::uint32_t resource : scope_) {
      for (const Program::DynamicAnchor& anchor : program_.dynamic_anchors) {
        if (anchor.resource == resource && anchor.name == in.b) return anchor.schema;
      }
    }
    return in.a;
  }

  // What a schema asks for that asks a small map for members and no more, as the branches do that
  // tell shapes apart; null for others.
  const Program::Object* required_alone(std::uint32_t schema, NodeId at) const {
    const Program::Node& here = program_.nodes[schema];
    if (here.last - here.first != 1 || node(at).kind != Kind::map) return nullptr;
    const Instruction& only = program_.code[here.first];
    if (only.op != Op::object || !program_.objects[only.a].has_only_required) return nullptr;
    return node(at).size <= kFewMembers ? &program_.objects[only.a] : nullptr;
  }

  // Whether the value itself is valid against another schema; what it marks counts only if so.
  bool tries(std::uint32_t schema, const Frame& frame, bool keeps_marks = true) {
    if (const Program::Object* object = required_alone(schema, frame.at)) {
      return has_required(*object, frame.at);
    }
    const std::size_t marks = marks_.size();
    const bool is_valid =
        visit<false>(schema, frame.at, frame.marks && keeps_marks, frame.in_place + 1);
    if (!is_valid || !keeps_marks) marks_.resize(marks);
    return is_valid;
  }

  // What a schema has against a value.
  std::vector<Failure> collected(std::uint32_t schema, NodeId at, bool marks,
                                 std::uint32_t in_place) {
    std::vector<Failure> outer = std::exchange(failures_, {});
    visit<true>(schema, at, marks, in_place);
    return std::exchange(failures_, std::move(outer));
  }

  template <bool kCollects>
  [[gnu::noinline]] bool all_of(const Instruction& in, const Frame& frame) {
    bool is_valid = true;
    for (std::uint32_t i = in.a; i < in.b; ++i) {
      if (visit<kCollects>(program_.lists[i], frame.at, frame.marks, frame.in_place + 1)) continue;
      is_valid = false;
      if (!kCollects) break;
    }
    return is_valid;
  }

  template <bool kCollects>
  [[gnu::noinline]] bool any_of(std::uint32_t number, const Instruction& in, Frame& frame) {
    bool is_valid = false;
    for (std::uint32_t i = in.a; i < in.b; ++i) {
      if (tries(program_.lists[i], frame)) is_valid = true;
      if (is_valid && !frame.marks) break;  // with marks, every branch has its say
    }
    return is_valid || fail_branches<kCollects>(number, in, frame);
  }

  template <bool kCollects>
  [[gnu::noinline]] bool one_of(std::uint32_t number, const Instruction& in, Frame& frame) {
    std::uint32_t first = kNone;
    for (std::uint32_t i = in.a; i < in.b; ++i) {
      if (!tries(program_.lists[i], frame)) continue;
      if (first != kNone) {
        frame.is_uncertain = true;
        return fail<kCollects>(number, frame, in.keyword, frame.at, first - in.a, i - in.a);
      }
      first = i;
    }
    return first != kNone || fail_branches<kCollects>(number, in, frame);
  }

  // No branch is valid: records what each has against the value.
  template <bool kCollects>
  [[gnu::noinline]] bool fail_branches(std::uint32_t number, const Instruction& in, Frame& frame) {
    frame.is_uncertain = true;
    if constexpr (kCollects) {
      if (limits_.gave_up()) return false;
      Failure failure{frame.schema, number, in.keyword, frame.at};
      for (std::uint32_t i = in.a; i < in.b; ++i) {
        const std::size_t marks = marks_.size();
        failure.branches.push_back(
            collected(program_.lists[i], frame.at, false, frame.in_place + 1));
        marks_.resize(marks);
      }
      failures_.push_back(std::move(failure));
    }
    return false;
  }

  // A schema that applies under a condition, so that its failures can name the condition.
  template <bool kCollects>
  [[gnu::noinline]] bool inside(std::uint32_t number, std::uint32_t schema, Frame& frame) {
    if constexpr (!kCollects) {
      return visit<false>(schema, frame.at, frame.marks, frame.in_place + 1);
    } else {
      std::vector<Failure> failures = collected(schema, frame.at, frame.marks, frame.in_place + 1);
      if (failures.empty()) return !limits_.gave_up();
      Failure failure{frame.schema, number, program_.code[number].keyword, frame.at};
      failure.detail = schema;
      failure.branches.push_back(std::move(failures));
      failures_.push_back(std::move(failure));
      return false;
    }
  }

  template <bool kCollects>
  [[gnu::noinline]] bool conditional(std::uint32_t number, const Instruction& in, Frame& frame) {
    const std::uint32_t next = tries(in.a, frame) ? in.b : in.c;
    return next == kNone || inside<kCollects>(number, next, frame);
  }

  template <bool kCollects>
  [[gnu::noinline]] bool unevaluated(std::uint32_t number, const Instruction& in, Frame& frame) {
    if (kCollects && frame.is_uncertain) return false;
    std::vector<NodeId> done(marks_.begin() + static_cast<std::ptrdiff_t>(frame.first_mark),
                             marks_.end());
    std::sort(done.begin(), done.end());
    const NodeId skip = in.op == Op::unevaluated_properties ? 1 : 0;
    bool is_valid = true;
    const NodeId end = node(frame.at).next;
    for (NodeId id = frame.at + 1; id < end; id = node(id + skip).next) {
      if (std::binary_search(done.begin(), done.end(), id + skip)) continue;
      if (!child<kCollects>(number, frame, in.keyword, in.a, id + skip)) is_valid = false;
      if (!kCollects && !is_valid) return false;
    }
    return is_valid;
  }

  const Program& program_;
  const Document& document_;
  std::span<const std::string_view> supplied_;
  EvaluationLimits limits_;
  std::vector<NodeId> marks_;
  std::vector<std::uint32_t> scope_;
  std::vector<Failure> failures_;
};

}  // namespace

Evaluation evaluate(const Program& program, const Document& document,
                    std::span<const std::string_view> supplied, bool collects, NodeId root) {
  Evaluator evaluator(program, document, supplied);
  return collects ? evaluator.run<true>(root) : evaluator.run<false>(root);
}

}  // namespace proclint
