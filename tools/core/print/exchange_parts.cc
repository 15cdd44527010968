#include "core/print/exchange_parts.h"

#include <algorithm>
#include <charconv>

#include "core/print/members.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// What belongs to the form, not to the content.
constexpr std::string_view kOfTheForm[] = {"$schema", "schemaVersion", "layout", "sections"};

bool is_of_the_form(std::string_view key) {
  return std::find(std::begin(kOfTheForm), std::end(kOfTheForm), key) != std::end(kOfTheForm);
}

// An item is a text, or a map of a text and the list below it.
std::string_view text_of(Value item) {
  return item.is(Kind::string) ? item.text() : text_member(item, "text");
}

struct Elements {
  Value list;
  bool are_steps = false;
};

Elements elements_of(Value holder) {
  for (const bool are_steps : {false, true}) {
    const Value list = holder.find(are_steps ? "steps" : "items");
    if (list && list.is(Kind::list)) return {list, are_steps};
  }
  return {};
}

void append_elements(Elements elements, std::size_t indent, std::string& out) {
  std::size_t number = 0;
  for (const Value element : elements.list.children()) {
    if (!out.empty() && out.back() != '\n') out += '\n';
    out.append(indent, ' ');
    out += elements.are_steps ? std::to_string(++number) + ". " : "- ";
    out += text_of(element);
    // The schema knows one level below; more would be no procedure document.
    if (element.is(Kind::map) && indent == 0) {
      const Elements below = elements_of(element);
      if (below.list) append_elements(below, 2, out);
    }
  }
}

}  // namespace

ExchangeJson& ExchangeJson::key(std::string_view name) {
  key_ = name;
  return *this;
}

void ExchangeJson::begin(bool is_map) {
  begun_.push_back({std::move(key_), is_map});
  key_.clear();
}

void ExchangeJson::end(bool is_map) {
  if (!begun_.empty()) {
    begun_.pop_back();
  } else if (is_map) {
    writer_.EndObject();
  } else {
    writer_.EndArray();
  }
}

void ExchangeJson::write_begun() {
  const auto write_key = [this](const std::string& name) {
    if (!name.empty()) writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  };
  for (const Begun& one : begun_) {
    write_key(one.key);
    one.is_map ? writer_.StartObject() : writer_.StartArray();
  }
  begun_.clear();
  write_key(key_);
  key_.clear();
}

void ExchangeJson::number(std::uint64_t value) {
  write_begun();
  writer_.Uint64(value);
}

void ExchangeJson::text(std::string_view value) {
  write_begun();
  const std::string valid = utf8::repaired(value);
  writer_.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}

void ExchangeJson::member(std::string_view name, std::string_view value) {
  if (value.empty()) return;
  key(name);
  text(value);
}

ExchangeSource::ExchangeSource(const Document& document, const ExchangeOptions& options)
    : document_(document),
      options_(options),
      root_(Value::root(document)),
      losses_(document, found_) {
  if (!root_) return;
  for (const Mark& mark : document.marks) {
    if (mark.kind == MarkKind::heading) headings_.emplace(mark.node, mark.span);
  }
  taken_.resize(root_.size());
  const Value sections = root_.find("sections");
  if (sections) sections_taken_.resize(sections.size());
}

Value ExchangeSource::take(std::string_view key) {
  if (!root_ || !root_.is(Kind::map)) return {};
  const Value supplied = options_.write.supplied ? options_.write.supplied.find(key) : Value();
  std::size_t i = 0;
  for (const Value member : root_.children()) {
    if (member.key().text() == key && !taken_[i]) {
      taken_[i] = true;
      return supplied ? supplied : member;
    }
    ++i;
  }
  return supplied;
}

std::string_view ExchangeSource::take_text(std::string_view key) {
  const Value value = take(key);
  if (!value) return {};
  if (value.is(Kind::string)) return value.text();
  lose(value, "it is no text");
  return {};
}

Descriptor ExchangeSource::take_descriptor() {
  const Value descriptor = take("descriptor");
  if (!descriptor) return {};
  const Descriptor out{text_member(descriptor, "text"), text_member(descriptor, "rights")};
  if (!out.text.empty() && !out.rights.empty()) return out;
  lose(descriptor, "its owner wants a notice to go with it; write that under \"rights\"");
  return {};
}

std::vector<Value> ExchangeSource::take_sections(std::string_view key) {
  std::vector<Value> out;
  const Value sections = root_ ? root_.find("sections") : Value();
  if (!sections || !sections.is(Kind::map)) return out;
  std::size_t i = 0;
  for (const Value section : sections.children()) {
    const bool is_meant = section.key().text() == key && !sections_taken_[i];
    if (is_meant) {
      sections_taken_[i] = true;
      out.push_back(section);
    }
    ++i;
  }
  return out;
}

std::vector<Value> ExchangeSource::take_other_sections() {
  std::vector<Value> out;
  const Value sections = root_ ? root_.find("sections") : Value();
  if (!sections || !sections.is(Kind::map)) return out;
  std::size_t i = 0;
  for (const Value section : sections.children()) {
    if (!sections_taken_[i]) out.push_back(section);
    sections_taken_[i++] = true;
  }
  return out;
}

CodeSystemName ExchangeSource::code_system(Value of) const {
  const std::string_view system = text_member(of, "system");
  const CodeSystemName name =
      options_.code_system ? options_.code_system(system) : CodeSystemName();
  return name.key.empty() ? CodeSystemName{{}, system, {}} : name;
}

std::string ExchangeSource::heading(Value section) const {
  const std::string_view key = section.key().text();
  if (const auto written = headings_.find(section.key().id()); written != headings_.end()) {
    return std::string(without_final_mark(document_.source->slice(written->second)));
  }
  const Headings::Entry* const entry =
      options_.write.headings != nullptr ? options_.write.headings->find_key(key) : nullptr;
  return entry != nullptr ? entry->heading : std::string(key);
}

void ExchangeSource::lose(Value lost, std::string_view why) {
  const Value key = lost.key();
  const std::string name = key ? "\"" + std::string(key.text()) + "\"" : "this";
  losses_.add(lost, name + " is left out: " + std::string(why));
}

void ExchangeSource::finish(std::string_view vocabulary, std::vector<Diagnostic>& losses) {
  if (!root_ || !root_.is(Kind::map)) return;
  const std::string no_place = std::string(vocabulary) + " has no place for it";
  std::size_t i = 0;
  for (const Value member : root_.children()) {
    const std::string_view key = member.key().text();
    if (!taken_[i++] && !is_of_the_form(key)) lose(member, no_place);
  }
  for (const Value section : take_other_sections()) lose(section, no_place);
  report_source_losses(document_, Form::json, losses_);
  std::stable_sort(found_.begin(), found_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return a.span.begin < b.span.begin;
  });
  std::move(found_.begin(), found_.end(), std::back_inserter(losses));
}

std::string_view text_member(Value map, std::string_view key) {
  const Value text = map ? map.find(key) : Value();
  return text && text.is(Kind::string) ? text.text() : std::string_view();
}

std::string_view person_name(Value person) {
  return person.is(Kind::string) ? person.text() : text_member(person, "name");
}

std::string section_text(Value section) {
  std::string out;
  for (const Value block : section.children()) {
    std::string text(text_of(block));
    const Elements elements = elements_of(block);
    if (elements.list) append_elements(elements, 0, text);
    if (text.empty()) continue;
    if (!out.empty()) out += "\n\n";
    out += text;
  }
  return out;
}

std::string sections_text(const std::vector<Value>& sections) {
  std::string out;
  for (const Value section : sections) {
    const std::string text = section_text(section);
    if (!out.empty() && !text.empty()) out += "\n\n";
    out += text;
  }
  return out;
}

std::vector<std::string> section_elements(Value section) {
  std::vector<std::string> out;
  for (const Value block : section.children()) {
    const Elements elements = elements_of(block);
    if (!elements.list) continue;
    for (const Value element : elements.list.children()) {
      std::string text(text_of(element));
      const Elements below = element.is(Kind::map) ? elements_of(element) : Elements();
      if (below.list) append_elements(below, 2, text);
      out.push_back(std::move(text));
    }
  }
  return out;
}

std::optional<std::uint64_t> minutes(std::string_view duration) {
  if (!duration.starts_with('P')) return std::nullopt;
  duration.remove_prefix(1);
  bool is_time = false;
  bool has_part = false;
  std::uint64_t total = 0;
  while (!duration.empty()) {
    if (duration.front() == 'T' && !is_time) {
      is_time = true;
      duration.remove_prefix(1);
      continue;
    }
    std::uint32_t count = 0;
    const auto [end, error] =
        std::from_chars(duration.data(), duration.data() + duration.size(), count);
    const auto digits = static_cast<std::size_t>(end - duration.data());
    if (error != std::errc() || digits >= duration.size()) return std::nullopt;
    const char unit = duration[digits];
    std::uint64_t factor = 0;
    if (!is_time && unit == 'D') factor = std::uint64_t{24} * 60;
    if (is_time && unit == 'H') factor = 60;
    if (is_time && unit == 'M') factor = 1;
    if (factor == 0) return std::nullopt;
    total += count * factor;
    has_part = true;
    duration.remove_prefix(digits + 1);
  }
  return has_part ? std::optional(total) : std::nullopt;
}

bool is_date(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == 'd' ? !is_digit : text[i] != '-') return false;
  }
  return true;
}

}  // namespace proclint
