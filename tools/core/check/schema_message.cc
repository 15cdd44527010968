#include "core/check/schema_message.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/check/schema_nearest.h"
#include "core/check/schema_words.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// A list of names helps up to this many; beyond it, it hides the message.
constexpr std::size_t kMaxNamesShown = 12;

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

// "schemaVersion" and "schema-version" are read as "schema version".
std::string as_words(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    if (c == '-' || c == '_') {
      out += ' ';
    } else if (is_upper && !out.empty() && out.back() != ' ') {
      out += ' ';
      out += static_cast<char>(c + ('a' - 'A'));
    } else {
      out += c;
    }
  }
  return out;
}

bool is_plain_word(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  });
}

bool is_plural(std::string_view name) {
  return name.ends_with('s') && !name.ends_with("ss") && !name.ends_with("us") &&
         !name.ends_with("is");
}

// A page has no keys that its author could add; empty if nothing else can be said.
std::string_view missing_on_page(std::string_view key) {
  if (key == "title") {
    return "the page has no name; write it below the heading \"Name of the Procedure\"";
  }
  if (key == "codes") {
    return "the page has no code line; write one above its name: the code system, the word "
           "\"code\" and the code";
  }
  if (key == "sections") return "the page has no sections; write each below its heading";
  if (key == "system") {
    return "the code line does not name its code system; write it before the word \"code\"";
  }
  return {};
}

// In Markdown some members have no keys either. Of the root only.
std::string_view missing_in_markdown(std::string_view key) {
  if (key == "title") return "the document has no title; write it on a line behind \"# \"";
  if (key == "codes") {
    return "the codes are missing; name them between two lines of three hyphens at the begin of "
           "the "
           "file, as in codes: [{ system: cpt, value: \"36415\" }]";
  }
  if (key == "sections") {
    return "the document has no sections; write each below a heading behind \"## \"";
  }
  return {};
}

std::string_view missing_in_form(Value at, std::string_view key) {
  switch (at.document().form) {
    case Form::page:
      return missing_on_page(key);
    case Form::markdown:
      return at.parent() ? std::string_view() : missing_in_markdown(key);
    default:
      return {};
  }
}

}  // namespace

// Who writes rules gets the pointer and the keyword.
std::string SchemaMessages::led(const Failure& failure, const std::string& text) const {
  if (wording_ == Wording::author) return text;
  const std::string pointer = positions_.pointer_of(value(failure));
  return (pointer.empty() ? "(root)" : pointer) + ": " + std::string(name(failure.keyword)) + ": " +
         text;
}

Span SchemaMessages::place(const Failure& failure) const {
  const Value at = value(failure);
  switch (failure.keyword) {
    case Keyword::additional_properties:
    case Keyword::unevaluated_properties:
    case Keyword::property_names: {
      const Value key = at.is(Kind::key) ? at : at.key();
      if (key && !key.span().empty()) return key.span();
      const Value owner = at.is(Kind::key) ? Value(document_, at.id() + 1) : at;
      return owner.place();
    }
    case Keyword::required:
    case Keyword::dependencies:
    case Keyword::dependent_required: {
      if (at.parent()) return at.place();
      // Of something that the document lacks, its title speaks; else the first node that it shows.
      if (const Value title = at.find("title"); title && !title.span().empty())
        return title.place();
      for (const Value child : at.children()) {
        const Value key = child.key();
        return key && !key.span().empty() ? key.span() : child.place();
      }
      return at.place();
    }
    default:
      return at.place();
  }
}

std::string_view SchemaMessages::missing(const Failure& failure) const {
  if (failure.keyword != Keyword::required || failure.detail == kNone) return {};
  return schema_.program.properties[failure.detail].name;
}

std::string_view SchemaMessages::meant(const Failure& failure) const {
  if (failure.keyword != Keyword::additional_properties) return {};
  const Value at = value(failure);
  const Program::Object& object = schema_.program.objects[instruction(failure).a];
  std::vector<std::string_view> names;
  for (std::uint32_t i = object.first_property; i < object.last_property; ++i) {
    const Program::Property& property = schema_.program.properties[i];
    if (property.schema != kNone && !positions_.has_member(at.parent(), property.name)) {
      names.push_back(property.name);
    }
  }
  return near_name(at.key().text(), names);
}

std::vector<Value> SchemaMessages::allowed(const Failure& failure) const {
  const Value values = schema_.schema(failure.schema).find(name(failure.keyword));
  if (failure.keyword == Keyword::constant) return {values};
  return {values.children().begin(), values.children().end()};
}

std::string_view SchemaMessages::near_name(std::string_view word,
                                           std::span<const std::string_view> candidates) const {
  const std::size_t cost = candidates.size() * word.size();
  if (cost > near_budget_) return {};
  near_budget_ -= cost;
  return nearest(word, candidates);
}

std::string SchemaMessages::reason(const Failure& failure) const {
  if (failure.keyword == Keyword::dependent_schemas || failure.keyword == Keyword::dependencies) {
    return "because " + in_quotes(schema_.program.names[instruction(failure).a]) + " is there";
  }
  if (failure.keyword != Keyword::condition) return {};
  const Instruction& in = instruction(failure);
  const bool holds = failure.detail == in.b;
  const Value condition = schema_.schema(in.a);
  // What kind of value stands there is seen without being told.
  const bool is_of_kind =
      condition.is(Kind::map) && condition.size() == 1 && condition.find("type");
  if (is_of_kind) return {};
  const Value properties = condition.is(Kind::map) ? condition.find("properties") : Value();
  const Value required = condition.is(Kind::map) ? condition.find("required") : Value();
  if (properties && properties.is(Kind::map) && properties.size() == 1) {
    const Value member = *properties.children().begin();
    const Value constant = member.is(Kind::map) ? member.find("const") : Value();
    const Value values = member.is(Kind::map) ? member.find("enum") : Value();
    const std::string key = in_quotes(member.key().text());
    if (constant) return "because " + key + (holds ? " is " : " is not ") + shown(constant);
    if (values && values.is(Kind::list)) {
      std::vector<std::string> parts;
      for (const Value one : values.children()) parts.push_back(shown(one));
      return "because " + key + (holds ? " is " : " is not ") + joined(parts, " or ");
    }
  } else if (required && required.is(Kind::list) && required.size() == 1 && !properties) {
    const Value key = *required.children().begin();
    return "because " + in_quotes(key.text()) + (holds ? " is there" : " is missing");
  }
  return std::string("because the condition at ") +
         schema_.location(failure.schema, Keyword::condition) +
         (holds ? " holds" : " does not hold");
}

// What the schema asks for in its own words, where it has some.
std::string SchemaMessages::expected(const Failure& failure) const {
  return std::string(phrase(schema_.schema(failure.schema)));
}

std::string SchemaMessages::body(const Failure& failure) const {
  const Value at = value(failure);
  switch (failure.keyword) {
    case Keyword::type:
      return wrong_types(failure, instruction(failure).a);
    case Keyword::enumeration:
    case Keyword::constant:
      return wrong_value(failure, allowed(failure));
    case Keyword::minimum:
    case Keyword::maximum:
    case Keyword::exclusive_minimum:
    case Keyword::exclusive_maximum:
    case Keyword::multiple_of:
      return limit(failure);
    case Keyword::min_length:
    case Keyword::max_length:
    case Keyword::min_items:
    case Keyword::max_items:
    case Keyword::min_properties:
    case Keyword::max_properties:
      return size(failure);
    case Keyword::pattern:
      return pattern(failure);
    case Keyword::pattern_properties:
      if (failure.detail == kPatternLimit) return pattern(failure);
      break;
    case Keyword::format: {
      const std::string words_of_schema = expected(failure);
      const auto format = static_cast<Format>(instruction(failure).a);
      return name_of(at) + " is " + shown(at) + ", but must be " +
             (words_of_schema.empty() ? std::string(words(format)) : words_of_schema);
    }
    case Keyword::additional_properties:
    case Keyword::unevaluated_properties:
      return unknown_member(failure);
    case Keyword::required:
    case Keyword::dependencies:
    case Keyword::dependent_required:
      return missing_member(failure);
    case Keyword::additional_items:
    case Keyword::items:
    case Keyword::unevaluated_items:
      return name_of(at) + " is one too many; remove it";
    case Keyword::unique_items:
      return name_of(at) + " is the same as item " +
             std::to_string(positions_.index_of(Value(document_, failure.detail_2)) + 1) +
             "; remove one of them";
    case Keyword::contains:
    case Keyword::min_contains:
    case Keyword::max_contains: {
      const Program::Containment& containment =
          schema_.program.containments[instruction(failure).a];
      const std::string_view words_of_schema = phrase(schema_.schema(containment.schema));
      const std::string what =
          words_of_schema.empty() ? "as the schema asks" : std::string(words_of_schema);
      if (failure.keyword == Keyword::max_contains) {
        return name_of(at) + " has too many items that are " + what + "; at most " +
               std::to_string(containment.most) + " may be";
      }
      if (containment.least == 1) return name_of(at) + " has no item that is " + what + "; add one";
      return name_of(at) + " has " + counted(failure.detail, "item that is ", "items that are ") +
             what + ", but needs " + std::to_string(containment.least);
    }
    case Keyword::property_names: {
      std::string out = in_quotes(at.text()) + " cannot be a name here";
      if (!failure.branches.empty() && !failure.branches.front().empty()) {
        const SchemaMessages author(schema_, document_, Wording::author, positions_);
        out += ": " + author.message(failure.branches.front().front());
      }
      return out;
    }
    case Keyword::one_of:
    case Keyword::any_of:
      return too_many(failure);
    case Keyword::negation: {
      const std::string_view not_this = phrase(schema_.schema(instruction(failure).a));
      if (!not_this.empty()) return name_of(at) + " must not be " + std::string(not_this);
      return name_of(at) + " is " + shown(at) + ", which is not allowed here";
    }
    default:
      break;
  }
  return name_of(at) + " is not allowed here; remove it";
}

std::string SchemaMessages::wrong_types(const Failure& failure, std::uint32_t types) const {
  const Value at = value(failure);
  if (wording_ == Wording::engineer) {
    return "expected " + type_names(types) + ", found " + std::string(type_name(at));
  }
  std::string expects = expected(failure);
  if (expects.empty()) expects = words_for_types(types);
  const bool is_fraction = at.is(Kind::number) && (types & kIntegerType) != 0;
  return name_of(at) + " should be " + expects + ", but is " +
         (is_fraction ? shown(at) : words_for_kind(at));
}

std::string SchemaMessages::wrong_value(const Failure& failure,
                                        std::span<const Value> values) const {
  const Value at = value(failure);
  std::string out = name_of(at) + " is " + shown(at) + ", but must be ";
  if (values.size() == 1) return out + shown(values.front());
  std::vector<std::string> parts;
  std::vector<std::string_view> candidates;
  for (const Value one : values) {
    if (one.is(Kind::string)) candidates.push_back(one.text());
    if (parts.size() == kMaxNamesShown) continue;
    const std::string text = shown(one);
    parts.push_back(one.is(Kind::string) && text.size() > 2 ? text.substr(1, text.size() - 2)
                                                            : text);
  }
  out += "one of " + joined(parts, ", ");
  if (values.size() > parts.size()) {
    out += " and " + std::to_string(values.size() - parts.size()) + " more";
  }
  if (at.is(Kind::string)) {
    const std::string_view near = near_name(at.text(), candidates);
    if (!near.empty()) out += "; did you mean " + in_quotes(near) + "?";
  }
  return out;
}

std::string SchemaMessages::limit(const Failure& failure) const {
  const Value at = value(failure);
  const Value holder = schema_.schema(failure.schema);
  const auto number = [&](std::string_view inclusive) {
    const Value limit = holder.find(name(failure.keyword));
    // Draft 4 has a boolean there, and the number at the other keyword.
    return shown(limit && limit.is(Kind::number) ? limit : holder.find(inclusive));
  };
  std::string out = name_of(at) + " is " + shown(at) + ", but must be ";
  switch (failure.keyword) {
    case Keyword::minimum:
      return out + "at least " + number("minimum");
    case Keyword::maximum:
      return out + "at most " + number("maximum");
    case Keyword::exclusive_minimum:
      return out + "above " + number("minimum");
    case Keyword::exclusive_maximum:
      return out + "below " + number("maximum");
    default:
      return out + "a multiple of " + number("multipleOf");
  }
}

std::string SchemaMessages::size(const Failure& failure) const {
  const Value at = value(failure);
  const bool is_text = at.is(Kind::string) || at.is(Kind::key);
  const std::uint64_t limit = instruction(failure).a;
  const Keyword keyword = failure.keyword;
  const bool is_least = keyword == Keyword::min_length || keyword == Keyword::min_items ||
                        keyword == Keyword::min_properties;
  const std::uint64_t count = is_text ? utf8::count_codepoints(at.text()) : at.size();
  const auto things = [&](std::uint64_t n) {
    if (is_text) return counted(n, "character", "characters");
    return at.is(Kind::list) ? counted(n, "item", "items") : counted(n, "field", "fields");
  };
  if (is_least && count == 0) return name_of(at) + " is empty, but needs at least " + things(limit);
  return name_of(at) + " has " + things(count) +
         (is_least ? ", but needs at least " : ", but may have at most ") + std::to_string(limit);
}

std::string SchemaMessages::pattern(const Failure& failure) const {
  const Value at = value(failure);
  const Value holder = schema_.schema(failure.schema);
  if (failure.detail == kPatternLimit) {
    return name_of(at) +
           " is too long or too intricate to be checked against a pattern of the schema";
  }
  const std::string words_of_schema = expected(failure);
  if (!words_of_schema.empty()) {
    return name_of(at) + " is " + shown(at) + ", but must be " + words_of_schema;
  }
  return name_of(at) + " is " + shown(at) + ", but must match the pattern " +
         std::string(holder.find("pattern").text());
}

std::string SchemaMessages::unknown_member(const Failure& failure) const {
  const Value at = value(failure);
  const std::string key = in_quotes(at.key().text());
  const bool is_section = is_section_map(at.parent());
  std::string out =
      key + (is_section ? " is no name of a section" : " is no field of " + name_of(at.parent()));
  if (const std::string_view near = meant(failure); !near.empty()) {
    return out + "; did you mean " + in_quotes(near) + "?";
  }
  if (failure.keyword == Keyword::unevaluated_properties) return out + "; remove it";
  const Program::Object& object = schema_.program.objects[instruction(failure).a];
  bool has_own = false;
  for (std::uint32_t i = object.first_pattern; i < object.last_pattern; ++i) {
    const std::uint32_t pattern = schema_.program.pattern_properties[i].pattern;
    has_own = has_own || schema_.program.patterns[pattern].source() == "^x-";
  }
  if (has_own) return out + "; remove it, or begin a name of your own with \"x-\"";
  std::vector<std::string> names;
  for (std::uint32_t i = object.first_property; i < object.last_property; ++i) {
    const Program::Property& property = schema_.program.properties[i];
    if (property.schema != kNone) names.push_back(property.name);
    if (names.size() > kMaxNamesShown) break;
  }
  if (names.empty() || names.size() > kMaxNamesShown) return out + "; remove it";
  return out + "; its fields are " + joined(names, " and ");
}

std::string SchemaMessages::missing_member(const Failure& failure) const {
  const Value at = value(failure);
  if (failure.keyword != Keyword::required) {
    const Program::Dependency& dependency = schema_.program.dependencies[instruction(failure).a];
    const std::string need = in_quotes(dependency.needs[failure.detail]);
    return in_quotes(dependency.name) + " needs " + need + " beside it; add " + need;
  }
  const std::string_view key = missing(failure);
  if (wording_ == Wording::author) {
    if (const std::string_view here = missing_in_form(at, key); !here.empty()) {
      return std::string(here);
    }
  }
  std::string out = is_plain_word(key) ? "the " + as_words(key) : in_quotes(key);
  out += is_plain_word(key) && is_plural(key) ? " are missing" : " is missing";
  if (at.parent()) out += " in " + name_of(at);
  return out + "; add " + in_quotes(key);
}

std::string SchemaMessages::none_of(const Failure& failure,
                                    std::span<const std::string> names) const {
  const Value at = value(failure);
  const std::string_view what = noun(schema_.schema(failure.schema));
  const std::string subject = what.empty() ? name_of(at) : "the " + std::string(what);
  return subject + " has none of " + joined(names, " and ") + "; add one of them";
}

// More than one branch of a oneOf is valid, or none and there is no more to say.
std::string SchemaMessages::too_many(const Failure& failure) const {
  const Value at = value(failure);
  const Value schema = schema_.schema(failure.schema);
  if (failure.detail == kNone) {
    const std::string words_of_schema = expected(failure);
    if (!words_of_schema.empty()) return name_of(at) + " should be " + words_of_schema;
    return name_of(at) + " fits none of the forms that are allowed here";
  }
  // Branches that only ask for a member: tell which of them are there.
  const Value branches = schema.find(name(failure.keyword));
  std::vector<std::string> present;
  std::vector<std::string> all;
  for (const Value branch : branches.children()) {
    const Value required = branch.is(Kind::map) ? branch.find("required") : Value();
    if (!required || !required.is(Kind::list) || required.size() != 1) {
      all.clear();
      break;
    }
    const std::string_view key = (*required.children().begin()).text();
    all.push_back(in_quotes(key));
    if (at.is(Kind::map) && at.find(key)) present.push_back(in_quotes(key));
  }
  const std::string_view what = noun(schema);
  const std::string subject = what.empty() ? name_of(at) : "the " + std::string(what);
  if (!all.empty()) {
    return subject + " has " + joined(present, " and ") + ", but may have only one of " +
           joined(all, ", ");
  }
  return subject + " fits two of the forms that are allowed here, number " +
         std::to_string(failure.detail + 1) + " and number " +
         std::to_string(failure.detail_2 + 1) + ", but must fit exactly one";
}

}  // namespace proclint
