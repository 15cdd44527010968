// Runs when the project is built: writes the C++ file that holds what the programs carry.
//
//   embed OUTPUT ROOT FILE...
//
// A FILE (relative to ROOT) in rules/ becomes JSON, whatever it was written in: rules/a.yaml is
// carried as "rules/a.json". Of a ruleset there is a second text, "rules/a.run.json", without what
// only people read. Other files are JSON and carried as they are. With each goes the node table of
// its document, with a schema its compiled program and with spelling variants a table of all forms,
// so that none of the programs parses or compiles anything to start.
#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/check/schema_carried.h"
#include "core/check/spelling_variants.h"
#include "core/print/json.h"
#include "core/read/reader.h"
#include "core/source/file.h"

namespace proclint {
namespace {

constexpr std::size_t kMaxSize = std::size_t{64} << 20U;

// A file as the programs carry it; see core/engine/embedded.h.
struct File {
  std::string name;
  std::string text;
  std::vector<Node> nodes;
  std::string decoded;
  std::string program;
  std::vector<std::uint64_t> forms;
};
using Carried = std::vector<File>;

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void write_key(Value key, std::string& out) {
  if (out.back() != '{') out += ',';
  write_json(key, out);
  out += ':';
}

// A rule without its documentation.
void write_rule(Value rule, std::string& out) {
  static constexpr std::array<std::string_view, 5> kForPeople{"summary", "why", "help", "sources",
                                                              "examples"};
  if (!rule.is(Kind::map)) return write_json(rule, out);
  out += '{';
  for (const Value member : rule.children()) {
    if (is_one_of(member.key().text(), kForPeople)) continue;
    write_key(member.key(), out);
    write_json(member, out);
  }
  out += '}';
}

// What a run needs of a ruleset.
std::string for_the_run(Value ruleset) {
  static constexpr std::array<std::string_view, 3> kForPeople{"$schema", "name", "summary"};
  std::string out = "{";
  for (const Value member : ruleset.children()) {
    const std::string_view name = member.key().text();
    if (is_one_of(name, kForPeople)) continue;
    write_key(member.key(), out);
    if (name != "rules") {
      write_json(member, out);
      continue;
    }
    out += '{';
    for (const Value rule : member.children()) {
      write_key(rule.key(), out);
      write_rule(rule, out);
    }
    out += '}';
  }
  return out + '}';
}

void complain(const std::string& message) { std::cerr << "embed: " << message << '\n'; }

// Whether nothing is wrong with a file; else tells what is.
bool is_good(const Source& source, const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& each : diagnostics) {
    const Place place = source.place(each.span.begin, Columns::codepoint);
    complain(std::string(source.path()) + ":" + std::to_string(place.line) + ":" +
             std::to_string(place.column) + ": " + each.message);
  }
  return diagnostics.empty();
}

bool read(const Reader& reader, const Source& source, Document& document) {
  std::vector<Diagnostic> diagnostics;
  reader.read(source, {}, document, diagnostics);
  return is_good(source, diagnostics);
}

// A schema of ours. Those in schemas/dialects/ are compiled with the schemas that users write in
// them.
bool has_program(std::string_view name) {
  return name.starts_with("schemas/") && name.find('/', 8) == std::string_view::npos;
}

// Carries a JSON text. Of the decoded texts only those that differ from their source bytes are
// kept.
bool carry(std::string name, std::string text, Carried& out) {
  const Source source(name, text);
  Document document;
  if (!read(reader_for(Form::json), source, document)) return false;
  File file;
  if (has_program(name)) {
    std::vector<Diagnostic> diagnostics;
    file.program = carried_program(document, diagnostics);
    if (!is_good(source, diagnostics)) return false;
  }
  if (name == "rules/spelling-variants.json") {
    file.forms = SpellingVariants(Value::root(document)).carried_forms();
  }
  file.nodes.assign(document.nodes.begin(), document.nodes.end());
  for (NodeId id = 0; id < file.nodes.size(); ++id) {
    Node& node = file.nodes[id];
    if (!node.is_decoded) continue;
    node.text = static_cast<std::uint32_t>(file.decoded.size());
    file.decoded += document.text(id);
  }
  file.name = std::move(name);
  file.text = std::move(text);
  out.push_back(std::move(file));
  return true;
}

// Reads a file of rules/ and carries it as JSON.
bool carry_rules(const std::string& name, const std::string& text, Carried& out) {
  const Reader* const reader = reader_for(name);
  if (reader == nullptr) {
    complain(name + " is neither JSON nor YAML");
    return false;
  }
  const Source source(name, text);
  Document document;
  if (!read(*reader, source, document)) return false;
  const Value root = Value::root(document);
  const std::string stem = name.substr(0, name.rfind('.'));
  std::string json;
  write_json(root, json);
  if (!carry(stem + ".json", std::move(json), out)) return false;
  const bool is_ruleset = root.find("rules") || root.find("extends");
  return !is_ruleset || carry(stem + ".run.json", for_the_run(root), out);
}

// As hexadecimal, which needs no thought about quotes and line ends.
std::string literal(const std::string& text) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "\"";
  out.reserve(4 * text.size() + 2);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += "\\x";
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out + "\"sv";
}

std::string table_name(std::size_t i) { return "kNodes" + std::to_string(i); }
std::string forms_name(std::size_t i) { return "kForms" + std::to_string(i); }

// {{begin, end}, parent, next, text, size, kind, is_decoded}
std::string aggregate(const Node& node) {
  const auto number = [](auto value) { return std::to_string(std::uint32_t{value}); };
  return "{{" + number(node.span.begin) + ',' + number(node.span.end) + "}," + number(node.parent) +
         ',' + number(node.next) + ',' + number(node.text) + ',' + number(node.size) + ",Kind{" +
         number(static_cast<std::underlying_type_t<Kind>>(node.kind)) + "}," +
         (node.is_decoded ? "true" : "false") + '}';
}

std::string source_file(const Carried& carried) {
  std::string out =
      "#include \"core/engine/embedded.h\"\n\n#include <array>\n\n"
      "namespace proclint {\nnamespace {\n\nusing namespace std::string_view_literals;\n\n";
  for (std::size_t i = 0; i < carried.size(); ++i) {
    out += "constexpr std::array<Node, " + std::to_string(carried[i].nodes.size()) + "> " +
           table_name(i) + "{{\n";
    for (const Node& node : carried[i].nodes) out += "    " + aggregate(node) + ",\n";
    out += "}};\n";
    if (carried[i].forms.empty()) continue;
    out += "constexpr std::array<std::uint64_t, " + std::to_string(carried[i].forms.size()) + "> " +
           forms_name(i) + "{{";
    for (const std::uint64_t number : carried[i].forms) out += std::to_string(number) + "U,\n";
    out += "}};\n";
  }
  out += "constexpr std::array<Embedded, " + std::to_string(carried.size()) + "> kFiles{{\n";
  for (std::size_t i = 0; i < carried.size(); ++i) {
    out += "    {\"" + carried[i].name + "\", " + literal(carried[i].text) + ", " + table_name(i) +
           ", " + literal(carried[i].decoded) + ", " + literal(carried[i].program) + ", " +
           (carried[i].forms.empty() ? "{}" : forms_name(i)) + "},\n";
  }
  return out +
         "}};\n\n}  // namespace\n\n"
         "std::span<const Embedded> embedded_files() { return kFiles; }\n\n}  // namespace "
         "proclint\n";
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2) {
    complain("usage: embed OUTPUT ROOT FILE...");
    return 2;
  }
  Carried carried;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    std::string text;
    const Result<ReadOutcome> read = read_file(arguments[1] + "/" + arguments[i], kMaxSize, text);
    if (!read) {
      complain(read.error().message);
      return 2;
    }
    const bool is_carried = arguments[i].starts_with("rules/")
                                ? carry_rules(arguments[i], text, carried)
                                : carry(arguments[i], std::move(text), carried);
    if (!is_carried) return 2;
  }
  std::ofstream file(arguments[0], std::ios::binary);
  file << source_file(carried);
  file.close();
  return file ? 0 : 2;
}

}  // namespace
}  // namespace proclint

int main(int argc, char** argv) {
  return proclint::run(std::vector<std::string>(argv + 1, argv + argc));
}
