#include "core/check/schema_evaluate.h"

#include <algorithm>
#include <utility>

#include "core/check/schema_assertion.h"
#include "core/check/schema_limits.h"
#include "core/document/equal.h"
#include "core/source/same_text.h"

namespace proclint {
namespace {

// A map of this size is searched faster than hashed.
constexpr std::uint32_t kFewMembers = 8;
constexpr std::uint64_t kAllSeen = 1ULL << kSeenBits;

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
    std::size_t first_mark = 0;
    std::uint64_t seen = 0;     // the members that are there, as bits; kAllSeen among them if known
    bool is_uncertain = false;  // a branch failed, so what it would have evaluated is not known
  };

  const Node& node(NodeId id) const { return document_.nodes[id]; }
  Value value(NodeId id) const { return Value(document_, id); }

  template <bool kCollects>
  [[gnu::always_inline]] bool visit(std::uint32_t schema, NodeId at, bool marks,
                                    std::uint32_t in_place) {
    if (schema == kNone) return true;
    const Program::Node& here = program_.nodes[schema];
    const KindSet kind = kind_bit(node(at).kind);
    if ((here.unasked & kind) != 0) return true;
    if (!kCollects && (here.possible & kind) == 0) return false;
    return enter<kCollects>(schema, kind, at, marks, in_place);
  }

  // Runs the instructions of a schema about a value of that kind.
  template <bool kCollects>
  [[gnu::noinline]] bool enter(std::uint32_t schema, KindSet kind, NodeId at, bool marks,
                               std::uint32_t in_place) {
    if (!limits_.enter(in_place)) [[unlikely]]
      return false;
    const Program::Node& here = program_.nodes[schema];
    Frame frame{schema, at, marks || here.has_unevaluated, in_place};
    if (here.has_unevaluated) [[unlikely]]
      frame.first_mark = marks_.size();
    const bool enters_scope = program_.has_dynamic_references && enter_scope(here.resource);
    bool is_valid = true;
    const Instruction* const end = program_.code.data() + here.last;
    for (const Instruction* in = program_.code.data() + here.first; in < end; ++in) {
      if ((in->kinds & kind) == 0 || execute<kCollects>(*in, frame)) continue;
      is_valid = false;
      if (!kCollects || in->op <= Op::equal_to_one) break;
    }
    limits_.leave();
    if (enters_scope) [[unlikely]]
      scope_.pop_back();
    // Nobody else wants them.
    if (here.has_unevaluated && !marks) [[unlikely]]
      marks_.resize(frame.first_mark);
    return is_valid;
  }

  [[gnu::cold]] bool enter_scope(std::uint32_t resource) {
    if (!scope_.empty() && scope_.back() == resource) return false;
    scope_.push_back(resource);
    return true;
  }

  // Out of line, so that the way without it is short.
  [[gnu::noinline]] void mark(NodeId at) { marks_.push_back(at); }

  // Records a failure; always false.
  template <bool kCollects>
  bool fail(const Instruction& in, const Frame& frame, Keyword keyword, NodeId at,
            std::uint32_t detail = kNone, std::uint32_t detail_2 = kNone) {
    if constexpr (kCollects) {
      failures_.push_back({frame.schema, number(in), keyword, at, detail, detail_2});
    }
    return false;
  }

  std::uint32_t number(const Instruction& in) const {
    return static_cast<std::uint32_t>(&in - program_.code.data());
  }

  template <bool kCollects>
  [[gnu::always_inline]] bool execute(const Instruction& in, Frame& frame) {
    switch (in.op) {
      case Op::object:
        return object<kCollects>(in, frame);
      case Op::property_names:
        return property_names<kCollects>(in, frame);
      case Op::items:
        return items<kCollects>(in, frame);
      case Op::contains:
        return contains<kCollects>(in, frame);
      case Op::reference:
        return visit<kCollects>(in.a, frame.at, frame.marks, frame.in_place + 1);
      case Op::dynamic_reference:
        return visit<kCollects>(dynamic_target(in), frame.at, frame.marks, frame.in_place + 1);
      case Op::all_of:
        return all_of<kCollects>(in, frame);
      case Op::any_of:
        return any_of<kCollects>(in, frame);
      case Op::one_of:
        return one_of<kCollects>(in, frame);
      case Op::negation:
        return !tries(in.a, frame, false) || fail<kCollects>(in, frame, in.keyword, frame.at);
      case Op::conditional:
        return conditional<kCollects>(in, frame);
      case Op::dependent_schema:
        return !has_member(frame.at, program_.names[in.a]) || inside<kCollects>(in, in.b, frame);
      case Op::unevaluated_items:
      case Op::unevaluated_properties:
        return unevaluated<kCollects>(in, frame);
      case Op::pattern:
        return pattern<kCollects>(in, frame);
      case Op::dependent_names:
        return dependent_names<kCollects>(in, frame);
      case Op::unique_items:
        return unique_items<kCollects>(in, frame);
      case Op::min_items:
      case Op::min_properties:
        return count(frame.at) >= in.a || fail<kCollects>(in, frame, in.keyword, frame.at);
      case Op::max_items:
      case Op::max_properties:
        return count(frame.at) <= in.a || fail<kCollects>(in, frame, in.keyword, frame.at);
      default:
        return holds(program_, program_.nodes[frame.schema], in, value(frame.at)) ||
               fail<kCollects>(in, frame, in.keyword, frame.at);
    }
  }

  // Members that are supplied count too.
  [[gnu::noinline]] std::size_t count(NodeId at) const {
    std::size_t out = node(at).size;
    if (at != 0 || supplied_.empty() || node(at).kind != Kind::map) return out;
    for (const std::string_view name : supplied_) {
      if (!value(at).find(name)) ++out;
    }
    return out;
  }

  bool may_be_supplied(NodeId at) const { return at == 0 && !supplied_.empty(); }

  bool is_supplied(NodeId at, std::string_view name) const {
    return may_be_supplied(at) &&
           std::find(supplied_.begin(), supplied_.end(), name) != supplied_.end();
  }

  bool has_member(NodeId at, std::string_view name) {
    limits_.add_steps(node(at).size);  // one after the other is looked at
    return value(at).find(name) || is_supplied(at, name);
  }

  template <bool kCollects>
  [[gnu::noinline]] bool pattern(const Instruction& in, const Frame& frame) {
    switch (program_.patterns[in.a].search(document_.text(frame.at))) {
      case Pattern::Match::yes:
        return true;
      case Pattern::Match::no:
        return fail<kCollects>(in, frame, in.keyword, frame.at);
      case Pattern::Match::limit:
        break;
    }
    return fail<kCollects>(in, frame, in.keyword, frame.at, kPatternLimit);
  }

  // Evaluates a schema for a child of the value. Where it is simply false, the failure is that of
  // the keyword that says so.
  template <bool kCollects>
  [[gnu::always_inline]] bool child(const Instruction& in, const Frame& frame, Keyword keyword,
                                    std::uint32_t schema, NodeId at) {
    if (frame.marks) [[unlikely]]
      mark(at);
    if constexpr (kCollects) {
      if (schema != kNone && program_.nodes[schema].is_false)
        return fail<true>(in, frame, keyword, at);
    }
    return visit<kCollects>(schema, at, false, 0);
  }

  [[gnu::always_inline]] const Program::Property* find_property(const Program::Object& object,
                                                                std::string_view name) const {
    const std::uint64_t hash = hash_name(name);
    for (std::uint64_t at = hash;; ++at) {
      const std::uint32_t slot = program_.slots[object.first_slot + (at & object.slot_mask)];
      if (slot == 0) return nullptr;
      const Program::Property& property = program_.properties[slot - 1];
      if (property.hash == hash && property.name.size() == name.size() &&
          (is_short(name) || is_same_text(property.name, name))) {
        return &property;
      }
    }
  }

  // properties, patternProperties, additionalProperties and required in one pass.
  template <bool kCollects>
  [[gnu::noinline]] bool object(const Instruction& in, Frame& frame) {
    const Program::Object& object = program_.objects[in.a];
    if (!kCollects && object.has_only_required && node(frame.at).size <= kFewMembers) {
      return has_required(object, frame.at);
    }
    bool is_valid = true;
    std::uint64_t seen = 0;
    const NodeId end = node(frame.at).next;
    for (NodeId key = frame.at + 1; key < end; key = node(key + 1).next) {
      const Program::Property* property = find_property(object, document_.text(key));
      bool is_simple = false;
      if (property != nullptr) [[likely]] {
        seen |= property->seen;
        is_simple = property->schema != kNone && property->first_match == property->last_match;
      }
      if (is_simple ? child<kCollects>(in, frame, Keyword::properties, property->schema, key + 1)
                    : member<kCollects>(in, property, key, frame)) {
        continue;
      }
      is_valid = false;
      if (!kCollects) return false;
    }
    if (!may_be_supplied(frame.at)) [[likely]]
      frame.seen = seen | kAllSeen;
    if (object.required_count <= kSeenBits) [[likely]] {
      const std::uint64_t all = (1ULL << object.required_count) - 1;
      if ((seen & all) == all) return is_valid;
    }
    return required<kCollects>(in, frame) && is_valid;
  }

  // The same for a small map of which only some names are asked.
  [[gnu::noinline]] bool has_required(const Program::Object& object, NodeId at) const {
    for (std::uint32_t i = object.first_property; i < object.last_property; ++i) {
      const std::string& name = program_.properties[i].name;
      if (!value(at).find(name) && !is_supplied(at, name)) return false;
    }
    return true;
  }

  // A member that may be of several schemas, or of that for additional ones.
  template <bool kCollects>
  [[gnu::noinline]] bool member(const Instruction& in, const Program::Property* property,
                                NodeId key, const Frame& frame) {
    const Program::Object& object = program_.objects[in.a];
    bool is_valid = true;
    bool is_known = false;
    const auto apply = [&](Keyword keyword, std::uint32_t schema) {
      is_known = true;
      if (!child<kCollects>(in, frame, keyword, schema, key + 1)) is_valid = false;
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
          return fail<kCollects>(in, frame, Keyword::pattern_properties, key + 1, kPatternLimit);
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
  [[gnu::noinline]] bool required(const Instruction& in, const Frame& frame) {
    const Program::Object& object = program_.objects[in.a];
    if (!kCollects && (frame.seen & kAllSeen) != 0 && object.required_count <= kSeenBits) {
      return false;
    }
    std::vector<bool> seen(object.required_count);
    const NodeId end = node(frame.at).next;
    for (NodeId key = frame.at + 1; key < end; key = node(key + 1).next) {
      const Program::Property* property = find_property(object, document_.text(key));
      if (property != nullptr && property->required != kNone) seen[property->required] = true;
    }
    bool is_valid = true;
    for (std::uint32_t i = object.first_property; i < object.last_property; ++i) {
      const Program::Property& property = program_.properties[i];
      if (property.required == kNone || seen[property.required]) continue;
      if (is_supplied(frame.at, property.name)) continue;
      is_valid = fail<kCollects>(in, frame, Keyword::required, frame.at, i);
      if (!kCollects) return false;
    }
    return is_valid;
  }

  template <bool kCollects>
  [[gnu::noinline]] bool property_names(const Instruction& in, const Frame& frame) {
    bool is_valid = true;
    const NodeId end = node(frame.at).next;
    for (NodeId key = frame.at + 1; key < end; key = node(key + 1).next) {
      if (visit<false>(in.a, key, false, 0)) continue;
      is_valid = false;
      if constexpr (!kCollects) return false;
      Failure failure{frame.schema, number(in), in.keyword, key};
      failure.branches.push_back(collected(in.a, key, false, 0));
      failures_.push_back(std::move(failure));
    }
    return is_valid;
  }

  template <bool kCollects>
  [[gnu::noinline]] bool dependent_names(const Instruction& in, const Frame& frame) {
    const Program::Dependency& dependency = program_.dependencies[in.a];
    if (!has_member(frame.at, dependency.name)) return true;
    bool is_valid = true;
    for (std::uint32_t i = 0; i < dependency.needs.size(); ++i) {
      if (has_member(frame.at, dependency.needs[i])) continue;
      is_valid = fail<kCollects>(in, frame, in.keyword, frame.at, i);
    }
    return is_valid;
  }

  template <bool kCollects>
  [[gnu::noinline]] bool items(const Instruction& in, const Frame& frame) {
    bool is_valid = true;
    const NodeId end = node(frame.at).next;
    NodeId item = frame.at + 1;
    const auto apply = [&](std::uint32_t schema) {
      if (!child<kCollects>(in, frame, in.keyword, schema, item)) is_valid = false;
      item = node(item).next;
      return kCollects || is_valid;
    };
    for (std::uint32_t i = in.a; i < in.b && item < end; ++i) {
      if (!apply(program_.lists[i])) return false;
    }
    if (in.c == kNone) return is_valid;
    while (item < end) {
      if (!apply(in.c)) return false;
    }
    return is_valid;
  }

  template <bool kCollects>
  [[gnu::noinline]] bool contains(const Instruction& in, Frame& frame) {
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
      return fail<kCollects>(in, frame, has_limit ? Keyword::min_contains : in.keyword, frame.at,
                             static_cast<std::uint32_t>(found));
    }
    if (found <= containment.most) return true;
    return fail<kCollects>(in, frame, Keyword::max_contains, frame.at);
  }

  template <bool kCollects>
  [[gnu::noinline]] bool unique_items(const Instruction& in, const Frame& frame) {
    if (node(frame.at).size < 2) return true;
    const auto duplicate = first_duplicate(value(frame.at));
    if (!duplicate) return true;
    return fail<kCollects>(in, frame, in.keyword, duplicate->first.id(), kNone,
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

  // Whether the value itself is valid against another schema; what it marks counts only if so.
  [[gnu::always_inline]] bool tries(std::uint32_t schema, const Frame& frame,
                                    bool keeps_marks = true) {
    const std::uint32_t alone = program_.nodes[schema].only_required;
    const Node& at = node(frame.at);
    if (alone != kNone && at.kind == Kind::map && at.size <= kFewMembers) {
      return has_required(program_.objects[alone], frame.at);
    }
    if (!frame.marks) return visit<false>(schema, frame.at, false, frame.in_place + 1);
    return tries_marking(schema, frame, keeps_marks);
  }

  // The same of a branch of an anyOf or oneOf.
  [[gnu::always_inline]] bool tries_branch(const Instruction& in, std::uint32_t branch,
                                           const Frame& frame) {
    if (in.c != kNone && frame.seen != 0) {
      return (program_.asked[in.c + branch - in.a] & ~frame.seen) == 0;
    }
    return tries(program_.lists[branch], frame);
  }

  [[gnu::noinline]] bool tries_marking(std::uint32_t schema, const Frame& frame, bool keeps_marks) {
    const std::size_t marks = marks_.size();
    const bool is_valid = visit<false>(schema, frame.at, keeps_marks, frame.in_place + 1);
    if (!is_valid) marks_.resize(marks);
    return is_valid;
  }

  // Branches that are not entered count for little, but they count.
  void count_branches(const Instruction& in) { limits_.add_steps((in.b - in.a) / 8); }

  // What a schema has against a value.
  std::vector<Failure> collected(std::uint32_t schema, NodeId at, bool marks,
                                 std::uint32_t in_place) {
    std::vector<Failure> outer = std::exchange(failures_, {});
    visit<true>(schema, at, marks, in_place);
    return std::exchange(failures_, std::move(outer));
  }

  template <bool kCollects>
  [[gnu::noinline]] bool all_of(const Instruction& in, const Frame& frame) {
    count_branches(in);
    bool is_valid = true;
    for (std::uint32_t i = in.a; i < in.b; ++i) {
      if (visit<kCollects>(program_.lists[i], frame.at, frame.marks, frame.in_place + 1)) continue;
      is_valid = false;
      if (!kCollects) break;
    }
    return is_valid;
  }

  template <bool kCollects>
  [[gnu::noinline]] bool any_of(const Instruction& in, Frame& frame) {
    count_branches(in);
    bool is_valid = false;
    for (std::uint32_t i = in.a; i < in.b; ++i) {
      if (tries_branch(in, i, frame)) is_valid = true;
      if (is_valid && !frame.marks) break;  // with marks, every branch has its say
    }
    return is_valid || fail_branches<kCollects>(in, frame);
  }

  template <bool kCollects>
  [[gnu::noinline]] bool one_of(const Instruction& in, Frame& frame) {
    count_branches(in);
    std::uint32_t first = kNone;
    for (std::uint32_t i = in.a; i < in.b; ++i) {
      if (!tries_branch(in, i, frame)) continue;
      if (first != kNone) {
        frame.is_uncertain = true;
        return fail<kCollects>(in, frame, in.keyword, frame.at, first - in.a, i - in.a);
      }
      first = i;
    }
    return first != kNone || fail_branches<kCollects>(in, frame);
  }

  // No branch is valid: records what each has against the value.
  template <bool kCollects>
  [[gnu::noinline]] bool fail_branches(const Instruction& in, Frame& frame) {
    frame.is_uncertain = true;
    if constexpr (kCollects) {
      if (limits_.gave_up()) return false;
      Failure failure{frame.schema, number(in), in.keyword, frame.at};
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
  [[gnu::noinline]] bool inside(const Instruction& in, std::uint32_t schema, Frame& frame) {
    if constexpr (!kCollects) {
      return visit<false>(schema, frame.at, frame.marks, frame.in_place + 1);
    } else {
      std::vector<Failure> failures = collected(schema, frame.at, frame.marks, frame.in_place + 1);
      if (failures.empty()) return !limits_.gave_up();
      Failure failure{frame.schema, number(in), in.keyword, frame.at};
      failure.detail = schema;
      failure.branches.push_back(std::move(failures));
      failures_.push_back(std::move(failure));
      return false;
    }
  }

  template <bool kCollects>
  [[gnu::noinline]] bool conditional(const Instruction& in, Frame& frame) {
    const std::uint32_t next = tries(in.a, frame) ? in.b : in.c;
    return next == kNone || inside<kCollects>(in, next, frame);
  }

  template <bool kCollects>
  [[gnu::noinline]] bool unevaluated(const Instruction& in, Frame& frame) {
    if (kCollects && frame.is_uncertain) return false;
    std::vector<NodeId> done(marks_.begin() + static_cast<std::ptrdiff_t>(frame.first_mark),
                             marks_.end());
    std::sort(done.begin(), done.end());
    const NodeId skip = in.op == Op::unevaluated_properties ? 1 : 0;
    bool is_valid = true;
    const NodeId end = node(frame.at).next;
    for (NodeId id = frame.at + 1; id < end; id = node(id + skip).next) {
      if (std::binary_search(done.begin(), done.end(), id + skip)) continue;
      if (!child<kCollects>(in, frame, in.keyword, in.a, id + skip)) is_valid = false;
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
