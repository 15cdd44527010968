// Runs when the project is built: writes the C++ file that holds what the programs carry.
//
//   embed OUTPUT ROOT FILE...
//
// A FILE (relative to ROOT) in rules/ becomes JSON, whatever it was written in, so that no program
// parses YAML to start: rules/a.yaml is carried as "rules/a.json". Of a ruleset there is a second
// text, "rules/a.run.json", without what only people read. Other files are carried as they are.
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/print/json.h"
#include "core/read/reader.h"
#include "core/source/file.h"

namespace proclint {
namespace {

constexpr std::size_t kMaxSize = std::size_t{64} << 20U;

using Carried = std::vector<std::pair<std::string, std::string>>;  // name and text

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

// Reads a file of rules/ and carries it as JSON.
bool carry_rules(const std::string& name, const std::string& text, Carried& out) {
  const Reader* const reader = reader_for(name);
  if (reader == nullptr) {
    complain(name + " is neither JSON nor YAML");
    return false;
  }
  const Source source(name, text);
  Document document;
  std::vector<Diagnostic> diagnostics;
  reader->read(source, {}, document, diagnostics);
  for (const Diagnostic& each : diagnostics) {
    const Place place = source.place(each.span.begin, Columns::codepoint);
    complain(name + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " +
             each.message);
  }
  if (!diagnostics.empty()) return false;
  const Value root = Value::root(document);
  const std::string stem = name.substr(0, name.rfind('.'));
  std::string json;
  write_json(root, json);
  out.emplace_back(stem + ".json", std::move(json));
  const bool is_ruleset = root.find("rules") || root.find("extends");
  if (is_ruleset) out.emplace_back(stem + ".run.json", for_the_run(root));
  return true;
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
  return out + '"';
}

std::string source_file(const Carried& carried) {
  std::string out =
      "#include \"core/engine/embedded.h\"\n\n#include <array>\n#include <cassert>\n"
      "#include <utility>\n\nnamespace proclint {\nnamespace {\n\n"
      "using File = std::pair<std::string_view, std::string_view>;\n"
      "constexpr std::array<File, " +
      std::to_string(carried.size()) + "> kFiles{{\n";
  for (const auto& [name, text] : carried) {
    out += "    {\"" + name + "\", std::string_view(" + literal(text) + ", " +
           std::to_string(text.size()) + ")},\n";
  }
  return out +
         "}};\n\n}  // namespace\n\nstd::string_view embedded(std::string_view name) {\n"
         "  for (const File& file : kFiles) {\n    if (file.first == name) return file.second;\n"
         "  }\n  assert(false);\n  return {};\n}\n\n}  // namespace proclint\n";
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
    if (!arguments[i].starts_with("rules/")) {
      carried.emplace_back(arguments[i], std::move(text));
    } else if (!carry_rules(arguments[i], text, carried)) {
      return 2;
    }
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
