#include "core/check/schema_explain.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/check/schema_message.h"
#include "core/check/schema_words.h"
#include "core/document/pointer.h"

namespace proclint {
namespace {

// A failure that will be told, with the reason why its schema applies.
struct Told {
  const Failure* failure;
  std::string message;  // if it is not that of the failure itself
  std::string reason;
  std::vector<const Failure*> others = {};     // what other branches have against the value
  std::vector<std::string_view> missing = {};  // names of which one is asked for
  std::string_view meant = {};                 // the name that is misspelt
};

// Of several things that are wrong with a value itself, one is told: the first of these.
constexpr int kNotOfValue = 100;
int rank(Keyword keyword) {
  switch (keyword) {
    case Keyword::type:
      return 0;
    case Keyword::constant:
    case Keyword::enumeration:
      return 1;
    case Keyword::any_of:
    case Keyword::one_of:
    case Keyword::negation:
      return 2;
    case Keyword::min_length:
    case Keyword::max_length:
      return 3;
    case Keyword::format:
      return 4;
    case Keyword::pattern:
      return 5;
    case Keyword::minimum:
    case Keyword::maximum:
    case Keyword::exclusive_minimum:
    case Keyword::exclusive_maximum:
      return 6;
    case Keyword::multiple_of:
      return 7;
    default:
      return kNotOfValue;
  }
}

using Branches = std::vector<const std::vector<Failure>*>;

class Explainer {
 public:
  Explainer(const CompiledSchema& schema, const Document& document, Wording wording)
      : schema_(schema), document_(document), messages_(schema, document, wording, positions_) {}

  std::vector<Value> run(const std::vector<Failure>& failures,
                         std::vector<Diagnostic>& diagnostics) {
    std::vector<Value> about;
    tell_all(failures, {});
    drop_echoes();
    std::set<std::pair<std::uint64_t, std::string>> done;
    // By place, then as told. A place may have to be looked for, so each is asked for once.
    std::vector<std::pair<std::uint32_t, std::size_t>> order;
    for (std::size_t i = 0; i < told_.size(); ++i) order.emplace_back(place(told_[i]).begin, i);
    std::sort(order.begin(), order.end());
    for (const auto& [begin, i] : order) {
      Diagnostic out = diagnostic(told_[i]);
      const std::uint64_t span = static_cast<std::uint64_t>(out.span.begin) << 32U | out.span.end;
      if (!done.emplace(span, out.message).second) continue;
      diagnostics.push_back(std::move(out));
      about.emplace_back(document_, told_[i].failure->at);
    }
    return about;
  }

 private:
  void tell_all(const std::vector<Failure>& failures, const std::string& reason) {
    for (const Failure& failure : failures) tell(failure, reason);
  }

  void tell(const Failure& failure, const std::string& reason) {
    const bool is_alternative =
        failure.keyword == Keyword::any_of || failure.keyword == Keyword::one_of;
    if (is_alternative && !failure.branches.empty()) return tell_alternatives(failure, reason);
    if (failure.keyword != Keyword::property_names && !failure.branches.empty()) {
      const std::string inner = messages_.reason(failure);
      return tell_all(failure.branches.front(), reason.empty() ? inner : reason);
    }
    told_.push_back({&failure, {}, reason});
  }

  // The top-level failure of that keyword that a branch has against the value itself.
  static const Failure* find(const std::vector<Failure>& branch, NodeId at, Keyword keyword) {
    for (const Failure& failure : branch) {
      if (failure.at == at && failure.keyword == keyword) return &failure;
    }
    return nullptr;
  }

  void tell_alternatives(const Failure& failure, const std::string& reason) {
    Branches viable;
    std::uint32_t types = 0;
    for (const std::vector<Failure>& branch : failure.branches) {
      if (const Failure* type = find(branch, failure.at, Keyword::type)) {
        types |= schema_.program.code[type->instruction].a;
      } else {
        viable.push_back(&branch);
      }
    }
    if (viable.empty()) {
      told_.push_back(
          {&failure, messages_.led(failure, messages_.wrong_types(failure, types)), reason});
      return;
    }
    if (viable.size() > 1 && tell_values(failure, viable, reason)) return;
    drop_other_values(failure, viable);
    if (viable.size() > 1) viable = chosen(failure, viable);
    if (viable.size() == 1) return tell_all(*viable.front(), reason);
    if (tell_missing(failure, viable, reason)) return;
    tell_nearest(failure, viable, reason);
  }

  // All branches name the values that are allowed: one list of them all.
  bool tell_values(const Failure& failure, const Branches& viable, const std::string& reason) {
    std::vector<Value> values;
    for (const std::vector<Failure>* branch : viable) {
      const Failure* one = find(*branch, failure.at, Keyword::constant);
      if (one == nullptr) one = find(*branch, failure.at, Keyword::enumeration);
      if (one == nullptr || branch->size() != 1) return false;
      add_values(*one, values);
    }
    told_.push_back(
        {&failure, messages_.led(failure, messages_.wrong_value(failure, values)), reason});
    return true;
  }

  void add_values(const Failure& failure, std::vector<Value>& values) const {
    const std::vector<Value> allowed = messages_.allowed(failure);
    values.insert(values.end(), allowed.begin(), allowed.end());
  }

  // A list or map is not meant as one of the words that a branch allows, if another branch takes a
  // list or map.
  void drop_other_values(const Failure& failure, Branches& viable) const {
    const Kind kind = document_.node(failure.at).kind;
    if (kind != Kind::list && kind != Kind::map) return;
    Branches left;
    for (const std::vector<Failure>* branch : viable) {
      const bool wants_other = find(*branch, failure.at, Keyword::constant) != nullptr ||
                               find(*branch, failure.at, Keyword::enumeration) != nullptr;
      if (!wants_other) left.push_back(branch);
    }
    if (!left.empty()) viable = std::move(left);
  }

  // A member whose value tells the branches apart: the branches that accept it. If none does, the
  // discriminator itself is the mistake: its failures of all branches in one.
  Branches chosen(const Failure& failure, const Branches& viable) {
    Branches accepting;
    for (const std::vector<Failure>* branch : viable) {
      if (discriminator(failure, *branch) == nullptr) accepting.push_back(branch);
    }
    return accepting.empty() ? viable : accepting;
  }

  // A const or enum that a direct member of the value fails.
  const Failure* discriminator(const Failure& alternatives,
                               const std::vector<Failure>& branch) const {
    for (const Failure& failure : branch) {
      const bool is_value =
          failure.keyword == Keyword::constant || failure.keyword == Keyword::enumeration;
      if (is_value && document_.node(failure.at).parent == alternatives.at) return &failure;
    }
    return nullptr;
  }

  // Each branch only misses one member: name them all.
  bool tell_missing(const Failure& failure, const Branches& viable, const std::string& reason) {
    std::vector<std::string> names;
    std::vector<std::string_view> missing;
    for (const std::vector<Failure>* branch : viable) {
      if (branch->size() != 1 || branch->front().at != failure.at) return false;
      const std::string_view name = messages_.missing(branch->front());
      if (name.empty()) return false;
      names.push_back(in_quotes(name));
      missing.push_back(name);
    }
    told_.push_back(
        {&failure, messages_.led(failure, messages_.none_of(failure, names)), reason, {}, missing});
    return true;
  }

  // All branches refuse the same member's value: list what they would accept.
  bool tell_discriminator(const Failure& failure, const Branches& viable,
                          const std::string& reason) {
    std::vector<Value> values;
    const Failure* first = nullptr;
    for (const std::vector<Failure>* branch : viable) {
      const Failure* one = discriminator(failure, *branch);
      if (one == nullptr || (first != nullptr && one->at != first->at)) return false;
      if (first == nullptr) first = one;
      add_values(*one, values);
    }
    if (first == nullptr) return false;
    told_.push_back({first, messages_.led(*first, messages_.wrong_value(*first, values)), reason});
    return true;
  }

  void tell_nearest(const Failure& failure, const Branches& viable, const std::string& reason) {
    if (tell_discriminator(failure, viable, reason)) return;
    // A schema that says in words what it expects says it better than any of its branches.
    const bool is_about_itself =
        std::all_of(viable.begin(), viable.end(), [&](const std::vector<Failure>* branch) {
          return std::all_of(branch->begin(), branch->end(),
                             [&](const Failure& one) { return one.at == failure.at; });
        });
    if (is_about_itself && !phrase(schema_.schema(failure.schema)).empty()) {
      told_.push_back({&failure, {}, reason});
      return;
    }
    const auto best = std::min_element(viable.begin(), viable.end(), [&](auto* a, auto* b) {
      return distance(failure, *a) < distance(failure, *b);
    });
    const std::size_t before = told_.size();
    tell(first_of(failure, **best), reason);
    if (told_.size() == before) return;
    for (const std::vector<Failure>* branch : viable) {
      if (branch != *best && !branch->empty()) {
        told_[before].others.push_back(&first_of(failure, *branch));
      }
    }
  }

  // How far a branch got: one that only finds fault further down got further; then the fewest.
  static std::pair<std::size_t, std::size_t> distance(const Failure& alternatives,
                                                      const std::vector<Failure>& branch) {
    const auto own = std::count_if(branch.begin(), branch.end(), [&](const Failure& failure) {
      return failure.at == alternatives.at;
    });
    return {static_cast<std::size_t>(own), branch.size()};
  }

  static const Failure& first_of(const Failure& alternatives, const std::vector<Failure>& branch) {
    return branch.empty() ? alternatives : branch.front();
  }

  void drop_echoes() {
    std::map<NodeId, int> best;  // by value: the rank that is told
    std::set<std::pair<NodeId, std::string>> misspelt;
    for (Told& told : told_) {
      const Failure& failure = *told.failure;
      const int own = rank(failure.keyword);
      const auto [at, is_new] = best.emplace(failure.at, own);
      if (!is_new) at->second = std::min(at->second, own);
      told.meant = messages_.meant(failure);
      if (!told.meant.empty()) misspelt.emplace(document_.node(failure.at).parent, told.meant);
    }
    std::set<NodeId> has_told;
    std::erase_if(told_, [&](const Told& told) {
      const Failure& failure = *told.failure;
      std::vector<std::string_view> missing = told.missing;
      if (missing.empty()) missing.push_back(messages_.missing(failure));
      const auto is_misspelt = [&](std::string_view name) {
        return misspelt.contains({failure.at, std::string(name)});
      };
      if (std::any_of(missing.begin(), missing.end(), is_misspelt)) return true;
      const int own = rank(failure.keyword);
      if (own == kNotOfValue) return false;
      return own > best[failure.at] || !has_told.insert(failure.at).second;
    });
  }

  Span place(const Told& told) const { return messages_.place(*told.failure); }

  Diagnostic diagnostic(const Told& told) {
    const Failure& failure = *told.failure;
    Diagnostic out;
    out.rule = "schema-violation";
    out.severity = Severity::error;
    out.span = place(told);
    out.message = told.message.empty() ? messages_.message(failure) : told.message;
    if (!told.reason.empty()) out.message += " (" + told.reason + ")";
    out.pointer = positions_.pointer_of(Value(document_, failure.at));
    if (!told.meant.empty()) {
      out.meant = positions_.pointer_of(Value(document_, failure.at).parent());
      append_pointer_token(out.meant, told.meant);
    }
    out.keyword = name(failure.keyword);
    out.schema_location = schema_.location(failure.schema, failure.keyword);
    for (const Failure* other : told.others) out.notes.push_back(note(*other));
    return out;
  }

  Note note(const Failure& failure) const {
    const Span span = messages_.place(failure);
    return {std::string(document_.source->path()), span,
            document_.source->place(span.begin, Columns::codepoint),
            "or: " + messages_.message(failure)};
  }

  const CompiledSchema& schema_;
  const Document& document_;
  Positions positions_;
  SchemaMessages messages_;
  std::vector<Told> told_;
};

}  // namespace

std::string CompiledSchema::location(std::uint32_t node, Keyword keyword) const {
  const NormalisedSchema::Node& at = source.nodes[node];
  const NormalisedSchema::Resource& resource = source.resources[at.resource];
  std::string pointer = at.schema.pointer();
  if (&resource.root.document() == &at.schema.document()) {
    const std::string above = resource.root.pointer();
    if (pointer.starts_with(above)) pointer.erase(0, above.size());
  }
  std::string out = resource.uri + "#" + pointer;
  if (keyword != Keyword::none) append_pointer_token(out, name(keyword));
  return out;
}

std::vector<Value> explain(const CompiledSchema& schema, Value root, const Evaluation& evaluation,
                           Wording wording, std::vector<Diagnostic>& diagnostics) {
  if (evaluation.gave_up) {
    Diagnostic& out = diagnostics.emplace_back();
    out.rule = "schema-violation";
    out.span = root.place();
    out.pointer = root.pointer();
    out.message = evaluation.has_loop
                      ? "the schema refers back to itself without end, so nothing can be checked"
                      : "the schema needs too many steps for this document, so it was not checked "
                        "to its end";
    out.schema_location = schema.location(schema.program.root, Keyword::none);
    return {root};
  }
  return Explainer(schema, root.document(), wording).run(evaluation.failures, diagnostics);
}

}  // namespace proclint
