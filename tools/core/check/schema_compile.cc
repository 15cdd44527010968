#include "core/check/schema_compile.h"

#include <algorithm>
#include <bit>
#include <exception>
#include <map>
#include <unordered_map>
#include <valijson/constraint_builder.hpp>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/constraints/constraint_visitor.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>

#include "core/check/schema_adapter.h"
#include "core/check/schema_flat_writer.h"
#include "core/check/schema_quicken.h"
#include "core/check/schema_shorten.h"
#include "core/document/equal.h"

namespace proclint {
namespace {

namespace constraints = valijson::constraints;
using valijson::Subschema;

// A keyword of ours with its value, carried through valijson unread.
class OwnConstraint : public constraints::PolyConstraint {
 public:
  OwnConstraint(std::string_view keyword, Value value) : keyword_(keyword), value_(value) {}

  std::string_view keyword() const { return keyword_; }
  Value value() const { return value_; }
  bool validate(const valijson::adapters::Adapter&, const std::vector<std::string>&,
                valijson::ValidationResults*) const override {
    return false;
  }

 private:
  constraints::Constraint* cloneInto(void* memory) const override {
    return new (memory) OwnConstraint(*this);
  }
  std::size_t sizeOf() const override { return sizeof *this; }

  std::string_view keyword_;
  Value value_;
};

class OwnBuilder : public valijson::ConstraintBuilder {
 public:
  explicit OwnBuilder(std::string_view keyword) : keyword_(keyword) {}
  constraints::Constraint* make(const valijson::adapters::Adapter& adapter) const override {
    return new OwnConstraint(keyword_, dynamic_cast<const SchemaAdapter&>(adapter).value());
  }

 private:
  std::string_view keyword_;
};

std::uint64_t number_of(Value value) {
  std::uint64_t out = 0;
  std::from_chars(value.text().data(), value.text().data() + value.text().size(), out);
  return out;
}

std::uint32_t clamp(std::uint64_t count) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(count, kNone));
}

// An enum with more values is searched by hash.
constexpr std::size_t kFewValues = 16;

std::uint32_t size_of(const auto& table) { return static_cast<std::uint32_t>(table.size()); }

// Turns the constraints of one schema after the other into instructions.
class Compiler : public constraints::ConstraintVisitor {
 public:
  Compiler(const NormalisedSchema& schema, bool assert_formats,
           std::vector<Diagnostic>& diagnostics)
      : schema_(schema), assert_formats_(assert_formats), diagnostics_(diagnostics) {}
  virtual ~Compiler() = default;

  Program run(valijson::Schema& parsed) {
    empty_ = parsed.emptySubschema();
    std::vector<const Subschema*> all;
    collect_ = &all;
    visit_all(parsed);  // the root's allOf: node i is the i-th
    collect_ = nullptr;
    for (std::size_t i = 0; i < all.size(); ++i) {
      numbers_.emplace(all[i], static_cast<std::uint32_t>(i));
    }
    program_.root = schema_.root;
    for (const Subschema* node : all) compile(*node);
    for (const NormalisedSchema::DynamicAnchor& anchor : schema_.dynamic_anchors) {
      program_.dynamic_anchors.push_back({name_number(anchor.name), anchor.resource, anchor.node});
    }
    shorten(program_);
    quicken(program_);
    return std::move(program_);
  }

  bool visit(const AllOfConstraint& constraint) override {
    if (collect_ != nullptr) {
      constraint.applyToSubschemas([this](unsigned, const Subschema* schema) {
        collect_->push_back(schema);
        return true;
      });
      return true;
    }
    return branches(Op::all_of, Keyword::all_of, constraint);
  }
  bool visit(const AnyOfConstraint& constraint) override {
    return branches(Op::any_of, Keyword::any_of, constraint);
  }
  bool visit(const OneOfConstraint& constraint) override {
    return branches(Op::one_of, Keyword::one_of, constraint);
  }
  bool visit(const NotConstraint& constraint) override {
    return add(Op::negation, Keyword::negation, kAllKinds, number(constraint.getSubschema()));
  }
  bool visit(const ConditionalConstraint& constraint) override {
    return add(Op::conditional, Keyword::condition, kAllKinds, number(constraint.getIfSubschema()),
               number(constraint.getThenSubschema()), number(constraint.getElseSubschema()));
  }

  bool visit(const ConstConstraint&) override {
    const std::uint32_t first = size_of(program_.values);
    program_.values.push_back(source(Keyword::constant));
    return add(Op::equal_to_one, Keyword::constant, kAllKinds, first, first + 1);
  }
  bool visit(const EnumConstraint&) override {
    const Value list = source(Keyword::enumeration);
    std::vector<Value> values(list.children().begin(), list.children().end());
    std::uint32_t first_hash = kNone;
    if (values.size() > kFewValues) {
      std::vector<std::pair<std::uint64_t, Value>> hashed;
      for (const Value value : values) hashed.emplace_back(hash_of(value), value);
      std::stable_sort(hashed.begin(), hashed.end(),
                       [](const auto& a, const auto& b) { return a.first < b.first; });
      first_hash = size_of(program_.hashes);
      for (std::size_t i = 0; i < hashed.size(); ++i) {
        values[i] = hashed[i].second;
        program_.hashes.push_back(hashed[i].first);
      }
    }
    const std::uint32_t first = size_of(program_.values);
    program_.values.insert(program_.values.end(), values.begin(), values.end());
    return add(Op::equal_to_one, Keyword::enumeration, kAllKinds, first, size_of(program_.values),
               first_hash);
  }
  bool visit(const TypeConstraint& constraint) override {
    using Type = TypeConstraint::JsonType;
    std::uint32_t types = 0;
    constraint.applyToNamedTypes([&types](Type type) {
      switch (type) {
        case Type::kAny:
          types |= kAllKinds;
          break;
        case Type::kArray:
          types |= kind_bit(Kind::list);
          break;
        case Type::kBoolean:
          types |= kind_bit(Kind::boolean);
          break;
        case Type::kInteger:
          types |= kIntegerType;
          break;
        case Type::kNull:
          types |= kind_bit(Kind::null);
          break;
        case Type::kNumber:
          types |= kind_bit(Kind::number);
          break;
        case Type::kObject:
          types |= kind_bit(Kind::map);
          break;
        case Type::kString:
          types |= kind_bit(Kind::string);
          break;
      }
      return true;
    });
    // Whatever is of one of the types need not be looked at.
    return add(Op::type, Keyword::type, static_cast<KindSet>(kAllKinds & ~types), types);
  }

  bool visit(const MinimumConstraint& constraint) override {
    const bool is_above = constraint.getExclusiveMinimum();
    return limit(is_above ? Op::above : Op::at_least,
                 is_above ? Keyword::exclusive_minimum : Keyword::minimum, Keyword::minimum);
  }
  bool visit(const MaximumConstraint& constraint) override {
    const bool is_below = constraint.getExclusiveMaximum();
    return limit(is_below ? Op::below : Op::at_most,
                 is_below ? Keyword::exclusive_maximum : Keyword::maximum, Keyword::maximum);
  }
  bool visit(const MultipleOfDoubleConstraint&) override { return multiple_of(); }
  bool visit(const MultipleOfIntConstraint&) override { return multiple_of(); }

  bool visit(const MinLengthConstraint& constraint) override {
    return count(Op::min_length, Keyword::min_length, Kind::string, constraint.getMinLength());
  }
  bool visit(const MaxLengthConstraint& constraint) override {
    return count(Op::max_length, Keyword::max_length, Kind::string, constraint.getMaxLength());
  }
  bool visit(const MinItemsConstraint& constraint) override {
    return count(Op::min_items, Keyword::min_items, Kind::list, constraint.getMinItems());
  }
  bool visit(const MaxItemsConstraint& constraint) override {
    return count(Op::max_items, Keyword::max_items, Kind::list, constraint.getMaxItems());
  }
  bool visit(const MinPropertiesConstraint& constraint) override {
    return count(Op::min_properties, Keyword::min_properties, Kind::map,
                 constraint.getMinProperties());
  }
  bool visit(const MaxPropertiesConstraint& constraint) override {
    return count(Op::max_properties, Keyword::max_properties, Kind::map,
                 constraint.getMaxProperties());
  }

  bool visit(const PatternConstraint& constraint) override {
    std::string text;
    constraint.getPattern(text);
    const std::uint32_t pattern = pattern_number(unflat_text(text), source(Keyword::pattern));
    return add(Op::pattern, Keyword::pattern, kind_bit(Kind::string), pattern);
  }
  bool visit(const FormatConstraint& constraint) override {
    Format format = format_named(constraint.getFormat());
    const bool is_old = node().dialect.draft < Draft::draft7;
    if (is_old && format == Format::hostname) format = Format::plain_hostname;
    const bool is_asserted = assert_formats_ || node().dialect.has_format_assertion;
    if (format == Format::unknown || !is_asserted) return true;
    return add(Op::format, Keyword::format, kind_bit(Kind::string),
               static_cast<std::uint32_t>(format));
  }

  bool visit(const SingularItemsConstraint& constraint) override {
    return add(Op::items, Keyword::items, kind_bit(Kind::list), 0, 0,
               number(constraint.getItemsSubschema()));
  }
  bool visit(const LinearItemsConstraint& constraint) override {
    const std::uint32_t first = size_of(program_.lists);
    constraint.applyToItemSubschemas([this](unsigned, const Subschema* schema) {
      program_.lists.push_back(number(schema));
      return true;
    });
    const bool is_new = node().dialect.draft == Draft::draft2020;
    return add(Op::items, is_new ? Keyword::items : Keyword::additional_items, kind_bit(Kind::list),
               first, size_of(program_.lists), number(constraint.getAdditionalItemsSubschema()));
  }
  bool visit(const ContainsConstraint& constraint) override {
    program_.containments.push_back({number(constraint.getSubschema()), 1, kNone, false});
    return add(Op::contains, Keyword::contains, kind_bit(Kind::list),
               size_of(program_.containments) - 1);
  }
  bool visit(const UniqueItemsConstraint&) override {
    return add(Op::unique_items, Keyword::unique_items, kind_bit(Kind::list));
  }

  bool visit(const PropertiesConstraint& constraint) override {
    constraint.applyToProperties([this](const auto& name, const Subschema* schema) {
      properties_[unflat_text({name.data(), name.size()})].schema = number(schema);
      return true;
    });
    constraint.applyToPatternProperties([this](const auto& text, const Subschema* schema) {
      const std::string pattern = unflat_text({text.data(), text.size()});
      const Value at = source(Keyword::pattern_properties).find(pattern);
      patterns_.push_back({pattern_number(pattern, at.key()), number(schema)});
      return true;
    });
    additional_ = number(constraint.getAdditionalPropertiesSubschema());
    has_object_ = true;
    return true;
  }
  bool visit(const RequiredConstraint& constraint) override {
    constraint.applyToRequiredProperties([this](const auto& name) {
      properties_[unflat_text({name.data(), name.size()})].required = required_count_++;
      return true;
    });
    has_object_ = true;
    return true;
  }
  bool visit(const PropertyNamesConstraint& constraint) override {
    return add(Op::property_names, Keyword::property_names, kind_bit(Kind::map),
               number(constraint.getSubschema()));
  }
  bool visit(const DependenciesConstraint& constraint) override {
    constraint.applyToPropertyDependencies([this](const auto& name, const auto& needs) {
      Program::Dependency dependency;
      dependency.name = unflat_text({name.data(), name.size()});
      for (const auto& need : needs) {
        dependency.needs.push_back(unflat_text({need.data(), need.size()}));
      }
      const Value newer = source(Keyword::dependent_required);
      dependency.keyword = newer && newer.find(dependency.name) ? Keyword::dependent_required
                                                                : Keyword::dependencies;
      const Keyword keyword = dependency.keyword;
      program_.dependencies.push_back(std::move(dependency));
      add(Op::dependent_names, keyword, kind_bit(Kind::map), size_of(program_.dependencies) - 1);
      return true;
    });
    return true;
  }

  bool visit(const PolyConstraint& constraint) override {
    const auto& own = dynamic_cast<const OwnConstraint&>(constraint);
    const Value value = own.value();
    if (own.keyword() == kFlatRef) {
      add(Op::reference, Keyword::ref, kAllKinds, index(value));
    } else if (own.keyword() == kFlatDynamicRef) {
      dynamic_reference(value);
    } else if (own.keyword() == kFlatContains) {
      contains(value);
    } else if (own.keyword() == kFlatDependent) {
      dependent_schemas(value);
    } else if (own.keyword() == kFlatUnevaluatedItems) {
      add(Op::unevaluated_items, Keyword::unevaluated_items, kind_bit(Kind::list), index(value));
    } else {
      add(Op::unevaluated_properties, Keyword::unevaluated_properties, kind_bit(Kind::map),
          index(value));
    }
    return true;
  }

 private:
  const NormalisedSchema::Node& node() const { return schema_.nodes[program_.nodes.size()]; }
  Value source(Keyword keyword) const { return node().schema.find(name(keyword)); }

  void visit_all(const Subschema& subschema) {
    Subschema::ApplyFunction function = [this](const constraints::Constraint& constraint) {
      return constraint.accept(*this);
    };
    subschema.apply(function);
  }

  void compile(const Subschema& subschema) {
    code_.clear();
    properties_.clear();
    patterns_.clear();
    additional_ = kNone;
    required_count_ = 0;
    has_object_ = false;
    visit_all(subschema);
    if (subschema.getAlwaysInvalid()) add(Op::never, Keyword::none, kAllKinds);
    if (has_object_) add_object();
    std::stable_sort(code_.begin(), code_.end(),
                     [](const Instruction& a, const Instruction& b) { return a.op < b.op; });
    Program::Node out;
    out.first = size_of(program_.code);
    program_.code.insert(program_.code.end(), code_.begin(), code_.end());
    out.last = size_of(program_.code);
    out.resource = node().resource;
    out.has_strict_integers = node().dialect.draft == Draft::draft4;
    out.is_false = subschema.getAlwaysInvalid();
    out.unasked = kAllKinds;
    for (const Instruction& in : code_) {
      out.unasked &= static_cast<KindSet>(~in.kinds);
      if (in.op == Op::never) out.possible = 0;
      if (in.op == Op::type && (in.a & kIntegerType) == 0) {
        out.possible &= static_cast<KindSet>(~in.kinds);
      } else if (in.op == Op::type) {
        out.possible &= static_cast<KindSet>(~in.kinds | kind_bit(Kind::number));
      }
    }
    const bool is_object = code_.size() == 1 && code_.front().op == Op::object;
    if (is_object && program_.objects.back().has_only_required) {
      out.only_required = code_.front().a;
    }
    out.has_unevaluated = !code_.empty() && code_.back().op >= Op::unevaluated_items;
    program_.nodes.push_back(out);
  }

  bool add(Op op, Keyword keyword, KindSet kinds, std::uint32_t a = kNone, std::uint32_t b = kNone,
           std::uint32_t c = kNone) {
    code_.push_back({op, keyword, kinds, a, b, c});
    return true;
  }

  std::uint32_t number(const Subschema* schema) const {
    if (schema == nullptr || schema == empty_) return kNone;
    return numbers_.at(schema);
  }
  static std::uint32_t index(Value value) { return clamp(number_of(value)); }

  template <class Constraint>
  bool branches(Op op, Keyword keyword, const Constraint& constraint) {
    const std::uint32_t first = size_of(program_.lists);
    constraint.applyToSubschemas([this](unsigned, const Subschema* schema) {
      program_.lists.push_back(number(schema));
      return true;
    });
    return add(op, keyword, kAllKinds, first, size_of(program_.lists));
  }

  bool limit(Op op, Keyword keyword, Keyword inclusive) {
    // Draft 4 keeps the number at the inclusive keyword.
    const Keyword holder = node().dialect.draft == Draft::draft4 ? inclusive : keyword;
    return numeric(op, keyword, source(holder));
  }
  bool multiple_of() {
    return numeric(Op::multiple_of, Keyword::multiple_of, source(Keyword::multiple_of));
  }
  bool numeric(Op op, Keyword keyword, Value value) {
    program_.limits.emplace_back(value);
    return add(op, keyword, kind_bit(Kind::number), size_of(program_.limits) - 1);
  }
  bool count(Op op, Keyword keyword, Kind kind, std::uint64_t count) {
    return add(op, keyword, kind_bit(kind), clamp(count));
  }

  std::uint32_t pattern_number(const std::string& text, Value at) {
    const auto [known, is_new] = pattern_numbers_.emplace(text, size_of(program_.patterns));
    if (!is_new) return known->second;
    Result<Matcher> matcher = Matcher::parse(text);
    if (!matcher) {
      Diagnostic& out = diagnostics_.emplace_back();
      out.rule = "schema-invalid";
      out.span = at.place();
      out.pointer = at.pointer();
      out.keyword = "pattern";
      out.message = "the pattern cannot be read: " + matcher.error().message;
      matcher = Matcher::parse("");
    }
    program_.patterns.push_back(*std::move(matcher));
    return known->second;
  }

  std::uint32_t name_number(std::string_view text) {
    const auto at = std::find(program_.names.begin(), program_.names.end(), text);
    if (at != program_.names.end()) {
      return static_cast<std::uint32_t>(at - program_.names.begin());
    }
    program_.names.emplace_back(text);
    return size_of(program_.names) - 1;
  }

  void dynamic_reference(Value value) {
    const Keyword keyword = node().dialect.draft == Draft::draft2019   ? Keyword::recursive_ref
                            : node().dialect.draft == Draft::draft2020 ? Keyword::dynamic_ref
                                                                       : Keyword::ref;
    auto at = value.children().begin();
    const std::uint32_t target = index(*at);
    if (value.size() == 1) {
      add(Op::reference, keyword, kAllKinds, target);
      return;
    }
    ++at;
    program_.has_dynamic_references = true;
    add(Op::dynamic_reference, keyword, kAllKinds, target, name_number(unflat_text((*at).text())));
  }

  void contains(Value value) {
    std::vector<std::uint64_t> parts;
    for (const Value part : value.children()) parts.push_back(number_of(part));
    const bool marks = node().dialect.draft == Draft::draft2020;
    program_.containments.push_back({clamp(parts[0]), parts[1], parts[2], marks});
    add(Op::contains, Keyword::contains, kind_bit(Kind::list), size_of(program_.containments) - 1);
  }

  void dependent_schemas(Value value) {
    for (const Value entry : value.children()) {
      auto at = entry.children().begin();
      const std::string key = unflat_text((*at).text());
      ++at;
      const Value newer = source(Keyword::dependent_schemas);
      const bool is_new = newer && newer.find(key);
      program_.names.push_back(key);
      add(Op::dependent_schema, is_new ? Keyword::dependent_schemas : Keyword::dependencies,
          kind_bit(Kind::map), size_of(program_.names) - 1, index(*at));
    }
  }

  void add_object() {
    Program::Object object;
    object.additional = additional_;
    object.required_count = required_count_;
    object.first_pattern = size_of(program_.pattern_properties);
    program_.pattern_properties.insert(program_.pattern_properties.end(), patterns_.begin(),
                                       patterns_.end());
    object.last_pattern = size_of(program_.pattern_properties);
    object.first_property = size_of(program_.properties);
    for (auto& [key, property] : properties_) {
      property.name = key;
      property.hash = hash_name(key);
      if (property.required < kSeenBits) property.seen = 1ULL << property.required;
      // Which patterns match a known name is known now.
      property.first_match = size_of(program_.lists);
      for (const Program::PatternProperty& pattern : patterns_) {
        if (program_.patterns[pattern.pattern].search(key) == Pattern::Match::yes) {
          program_.lists.push_back(pattern.schema);
        }
      }
      property.last_match = size_of(program_.lists);
      program_.properties.push_back(property);
    }
    object.last_property = size_of(program_.properties);
    object.has_only_required =
        object.additional == kNone && patterns_.empty() &&
        std::all_of(properties_.begin(), properties_.end(),
                    [](const auto& entry) { return entry.second.schema == kNone; });
    hash_properties(object);
    program_.objects.push_back(object);
    add(Op::object, Keyword::properties, kind_bit(Kind::map), size_of(program_.objects) - 1);
  }

  void hash_properties(Program::Object& object) {
    const std::uint32_t count = object.last_property - object.first_property;
    const std::uint32_t size = std::bit_ceil(4 * count + 1);
    object.first_slot = size_of(program_.slots);
    object.slot_mask = size - 1;
    program_.slots.resize(program_.slots.size() + size, 0);
    for (std::uint32_t i = object.first_property; i < object.last_property; ++i) {
      std::uint64_t at = program_.properties[i].hash;
      while (program_.slots[object.first_slot + (at & object.slot_mask)] != 0) ++at;
      program_.slots[object.first_slot + (at & object.slot_mask)] = i + 1;
    }
  }

  const NormalisedSchema& schema_;
  bool assert_formats_;
  std::vector<Diagnostic>& diagnostics_;
  Program program_;
  const Subschema* empty_ = nullptr;
  std::vector<const Subschema*>* collect_ = nullptr;
  std::unordered_map<const Subschema*, std::uint32_t> numbers_;
  std::unordered_map<std::string, std::uint32_t> pattern_numbers_;

  // Of the schema at work.
  std::vector<Instruction> code_;
  std::map<std::string, Program::Property> properties_;
  std::vector<Program::PatternProperty> patterns_;
  std::uint32_t additional_ = kNone;
  std::uint32_t required_count_ = 0;
  bool has_object_ = false;
};

}  // namespace

std::optional<Program> compile_program(const NormalisedSchema& schema, bool assert_formats,
                                       std::vector<Diagnostic>& diagnostics) {
  const std::size_t mistakes = diagnostics.size();
  try {
    valijson::Schema parsed;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    for (const std::string_view keyword : {kFlatRef, kFlatDynamicRef, kFlatContains, kFlatDependent,
                                           kFlatUnevaluatedItems, kFlatUnevaluatedProperties}) {
      parser.addConstraintBuilder(std::string(keyword), new OwnBuilder(keyword));
    }
    parser.populateSchema(SchemaAdapter({Value(schema.flat, 0), &schema.definitions}), parsed);
    Program program = Compiler(schema, assert_formats, diagnostics).run(parsed);
    if (diagnostics.size() > mistakes) return std::nullopt;
    return program;
  } catch (const std::exception& error) {
    // The flat form is ours, so valijson refuses nothing; should it all the same, say so.
    Diagnostic& out = diagnostics.emplace_back();
    out.rule = "schema-invalid";
    out.message = std::string("the schema cannot be read: ") + error.what();
    return std::nullopt;
  }
}

}  // namespace proclint
