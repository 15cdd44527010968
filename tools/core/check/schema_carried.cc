#include "core/check/schema_carried.h"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/check/schema_compile.h"
#include "core/check/schema_normalise.h"

namespace proclint {
namespace {

// A number, flag or enumerator takes as many bytes as it has, the lowest first. A text and a list
// have their size before them. A value is the number of its node.
class Writer {
 public:
  template <class... Numbers>
  void numbers(const Numbers&... all) {
    (number(static_cast<std::uint64_t>(all), sizeof all), ...);
  }
  void text(const std::string& text) {
    numbers(static_cast<std::uint32_t>(text.size()));
    out_ += text;
  }
  void value(Value value) { numbers(value.id()); }
  void limit(const Program::Limit& limit) { value(limit.written); }
  template <class T, class Each>
  void list(const std::vector<T>& list, Each each) {
    numbers(static_cast<std::uint32_t>(list.size()));
    for (const T& one : list) each(*this, one);
  }

  void patterns(const std::vector<Matcher>& patterns) {
    list(patterns, [](Writer& to, const Matcher& pattern) { to.text(pattern.source()); });
  }

  std::string take() { return std::move(out_); }

 private:
  void number(std::uint64_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) out_ += static_cast<char>(value >> (8 * i) & 0xFFU);
  }

  std::string out_;
};

// Takes what Writer wrote.
class Reader {
 public:
  Reader(std::string_view bytes, const Document& schema) : bytes_(bytes), schema_(schema) {}

  template <class... Numbers>
  void numbers(Numbers&... all) {
    (number(all), ...);
  }
  void text(std::string& text) {
    const std::size_t size = count();
    text.assign(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
  }
  void value(Value& value) { value = Value(schema_, count()); }
  void limit(Program::Limit& limit) { limit = Program::Limit(Value(schema_, count())); }
  template <class T, class Each>
  void list(std::vector<T>& list, Each each) {
    list.resize(count());
    for (T& one : list) each(*this, one);
  }

  void patterns(std::vector<Matcher>& patterns) {
    std::vector<std::string> sources;
    list(sources, [](Reader& from, std::string& source) { from.text(source); });
    for (const std::string& source : sources) patterns.push_back(*Matcher::parse(source));
  }

  bool is_at_end() const { return bytes_.empty(); }

 private:
  std::uint32_t count() {
    std::uint32_t count = 0;
    number(count);
    return count;
  }

  template <class Number>
  void number(Number& number) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) {
      value |= std::uint64_t{static_cast<unsigned char>(bytes_[i])} << (8 * i);
    }
    bytes_.remove_prefix(sizeof number);
    number = static_cast<Number>(value);
  }

  std::string_view bytes_;
  const Document& schema_;
};

// All of a program, in the one order that both ways have.
template <class Way, class AnyProgram>
void carry(Way& way, AnyProgram& program) {
  const auto number = [](Way& to, auto& one) { to.numbers(one); };
  const auto text = [](Way& to, auto& one) { to.text(one); };
  way.numbers(program.root, program.has_dynamic_references);
  way.list(program.nodes, [](Way& to, auto& node) {
    to.numbers(node.first, node.last, node.resource, node.only_required, node.unasked,
               node.possible, node.is_false, node.has_unevaluated, node.has_strict_integers);
  });
  way.list(program.code,
           [](Way& to, auto& in) { to.numbers(in.op, in.keyword, in.kinds, in.a, in.b, in.c); });
  way.list(program.lists, number);
  way.list(program.slots, number);
  way.list(program.asked, number);
  way.list(program.properties, [](Way& to, auto& property) {
    to.text(property.name);
    to.numbers(property.hash, property.seen, property.schema, property.required,
               property.first_match, property.last_match);
  });
  way.list(program.pattern_properties,
           [](Way& to, auto& pattern) { to.numbers(pattern.pattern, pattern.schema); });
  way.list(program.objects, [](Way& to, auto& object) {
    to.numbers(object.first_slot, object.slot_mask, object.first_property, object.last_property,
               object.first_pattern, object.last_pattern, object.additional, object.required_count,
               object.has_only_required);
  });
  way.list(program.containments, [](Way& to, auto& containment) {
    to.numbers(containment.schema, containment.least, containment.most, containment.marks_items);
  });
  way.list(program.dependencies, [&](Way& to, auto& dependency) {
    to.text(dependency.name);
    to.list(dependency.needs, text);
    to.numbers(dependency.keyword);
  });
  way.list(program.limits, [](Way& to, auto& limit) { to.limit(limit); });
  way.list(program.values, [](Way& to, auto& value) { to.value(value); });
  way.list(program.hashes, number);
  way.patterns(program.patterns);
  way.list(program.names, text);
  way.list(program.dynamic_anchors,
           [](Way& to, auto& anchor) { to.numbers(anchor.name, anchor.resource, anchor.schema); });
}

}  // namespace

std::string carried_program(const Document& schema, std::vector<Diagnostic>& diagnostics) {
  const std::optional<NormalisedSchema> source = normalise(Value::root(schema), {}, diagnostics);
  if (!source) return {};
  const std::optional<Program> program = compile_program(*source, true, diagnostics);
  if (!program) return {};
  Writer writer;
  carry(writer, *program);
  return writer.take();
}

Program read_carried_program(std::string_view bytes, const Document& schema) {
  Program program;
  Reader reader(bytes, schema);
  carry(reader, program);
  assert(reader.is_at_end());
  return program;
}

}  // namespace proclint
