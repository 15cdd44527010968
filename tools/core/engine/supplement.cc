#include "core/engine/supplement.h"

#include "core/print/json.h"
#include "core/read/reader.h"

namespace proclint {
namespace {

Value member_of(const Document& document, std::string_view key) {
  const Value root = Value::root(document);
  return root && root.is(Kind::map) ? root.find(key) : Value();
}

std::string as_json(Value value) {
  std::string out;
  write_json(value, out);
  return out;
}

// The key of the system that a label names; the name itself if it is unknown.
std::string_view system_key(Value system, const Vocabulary& vocabulary) {
  const CodeSystems::System* const known = vocabulary.code_systems.find(system.text());
  return known ? std::string_view(known->key) : system.text();
}

// The codes of a page, whose labels name systems as people do.
std::string codes_json(Value codes, const Vocabulary& vocabulary) {
  std::string out = "[";
  for (const Value code : codes.children()) {
    out += out.size() > 1 ? ",{" : "{";
    bool is_first = true;
    for (const Value member : code.children()) {
      if (!is_first) out += ',';
      is_first = false;
      const bool is_system = member.key().text() == "system";
      (out += as_json(member.key())) += ':';
      out += is_system ? json_string(system_key(member, vocabulary)) : as_json(member);
    }
    out += '}';
  }
  return out + "]";
}

std::string_view first_system(const Document& page, const Vocabulary& vocabulary) {
  const Value codes = member_of(page, "codes");
  if (!codes) return {};
  for (const Value code : codes.children()) {
    const Value system = code.find("system");
    return system ? system_key(system, vocabulary) : std::string_view();
  }
  return {};
}

/// Writes the members of a map, as JSON.
class Members {
 public:
  void add(std::string_view key, const std::string& json) {
    out_ += out_.empty() ? "" : ",";
    (out_ += json_string(key)) += ':';
    out_ += json;
  }
  bool empty() const { return out_.empty(); }
  std::string json() const { return "{" + out_ + "}"; }

 private:
  std::string out_;
};

// A layout with `headings` in place of its own; other members of it stay, known or not.
std::string with_headings(Value layout,
                          const std::map<std::string, std::string, std::less<>>& headings) {
  Members members;
  if (layout && layout.is(Kind::map)) {
    for (const Value member : layout.children()) {
      if (member.key().text() != "headings") members.add(member.key().text(), as_json(member));
    }
  }
  Members spelled;
  for (const auto& [key, heading] : headings) spelled.add(key, json_string(heading));
  if (!spelled.empty()) members.add("headings", spelled.json());
  return members.empty() ? "null" : members.json();
}

}  // namespace

PageLayout full_layout(const Document& document, const Vocabulary& vocabulary) {
  if (document.form == Form::page) {
    return layout_of_page(document, vocabulary.headings, first_system(document, vocabulary));
  }
  PageLayout layout = layout_of(member_of(document, "layout"));
  if (document.form == Form::markdown) {
    layout.headings = headings_written(document, vocabulary.headings);
    return layout;
  }
  const Value sections = member_of(document, "sections");
  std::erase_if(layout.headings, [&](const auto& entry) {
    const bool is_section = sections && sections.is(Kind::map) && sections.find(entry.first);
    return !is_section || entry.second.empty() ||
           entry.second == section_heading(entry.first, vocabulary.headings);
  });
  return layout;
}

Supplement::Supplement(const Document& document, std::string_view id, Form to,
                       const Vocabulary& vocabulary) {
  members_.form = Form::json;
  const Form from = document.form;
  if (from == to) return;
  Members members;
  const Value layout = member_of(document, "layout");
  if (from == Form::page || from == Form::markdown) {
    if (!member_of(document, "schemaVersion")) members.add("schemaVersion", "\"1.0\"");
    if (!member_of(document, "id")) members.add("id", json_string(id));
  }
  if (from == Form::page) {
    if (const Value codes = member_of(document, "codes")) {
      members.add("codes", codes_json(codes, vocabulary));
    }
    PageLayout own = full_layout(document, vocabulary);
    if (to == Form::markdown) own.headings.clear();  // they stand above the sections
    if (own != PageLayout()) members.add("layout", layout_json(own));
  } else if (from == Form::markdown) {
    const auto headings = headings_written(document, vocabulary.headings);
    if (layout || !headings.empty()) members.add("layout", with_headings(layout, headings));
  } else if (to == Form::markdown && layout && layout.is(Kind::map)) {
    members.add("layout", with_headings(layout, {}));
  }
  if (members.empty()) return;
  text_ = members.json();
  source_ = Source("", text_);
  std::vector<Diagnostic> findings;  // none: it is our own JSON
  read_json(source_, ReadOptions{}, members_, findings);
}

Value Supplement::members() const { return Value::root(members_); }

}  // namespace proclint
