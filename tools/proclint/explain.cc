#include "proclint/explain.h"

#include <algorithm>
#include <iostream>

#include "core/check/configure.h"
#include "core/engine/engine.h"
#include "core/print/json.h"
#include "core/report/visible.h"
#include "proclint/rules_here.h"

namespace proclint {
namespace {

constexpr std::size_t kWidth = 80;

// `text` in lines of at most 80 columns, each behind `indent`; its own line ends are kept.
std::string folded(std::string_view text, std::string_view indent) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (line.size() + indent.size() > kWidth) {
      std::size_t cut = line.rfind(' ', kWidth - indent.size());
      if (cut == std::string_view::npos || cut == 0) cut = std::min(line.find(' '), line.size());
      out.append(indent).append(visible(line.substr(0, cut))).append("\n");
      line.remove_prefix(std::min(cut + 1, line.size()));
    }
    out.append(indent).append(visible(line)).append("\n");
  }
  return out;
}

std::string indented(std::string_view text, std::string_view indent) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end != 0) out.append(indent).append(visible(text.substr(0, end)));
    out.append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// A JSON value on one line, with blanks to fold it at.
std::string spaced_json(Value value) {
  std::string json;
  write_json(value, json);
  std::string out;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    out += json[i];
    if (in_string && json[i] == '\\') {
      out += json[++i];
      continue;
    }
    if (json[i] == '"') in_string = !in_string;
    if (!in_string && (json[i] == ',' || json[i] == ':')) out += ' ';
  }
  return out;
}

std::string document_of(Value example) {
  const bool may_be_text = example.is(Kind::map) && example.size() == 1;
  for (const Form form : {Form::page, Form::markdown, Form::yaml}) {
    const Value text = may_be_text ? example.find(name(form)) : Value();
    if (text) return indented(text.text(), "    ");
  }
  return folded(spaced_json(example), "    ");
}

void print_text(Value rule, std::string_view member, std::string_view title) {
  const Value text = rule.find(member);
  if (!text || !text.is(Kind::string)) return;
  std::cout << '\n' << title << '\n' << folded(text.text(), "  ");
}

void print_examples(Value rule) {
  const Value examples = rule.find("examples");
  if (!examples) return;
  for (const Value example : examples.children()) {
    const Value bad = example.find("bad");
    const Value good = example.find("good");
    if (bad) std::cout << "\nBad\n" << document_of(bad);
    if (good) std::cout << "\nGood\n" << document_of(good);
    const Value finds = example.find("finds");
    if (!finds || !finds.is(Kind::list)) continue;
    for (const Value each : finds.children()) {
      const Value found = each.is(Kind::map) ? each.find("finding") : each;
      // Of the whole document the pointer is empty: ": the message".
      std::string_view text = found.text();
      if (text.starts_with(": ")) text.remove_prefix(2);
      std::cout << folded("finds " + std::string(text), "  ");
    }
  }
}

void print_sources(Value rule) {
  const Value sources = rule.find("sources");
  if (!sources) return;
  std::cout << "\nSources\n";
  if (sources.is(Kind::string)) std::cout << folded(sources.text(), "  ");
  for (const Value source : sources.children()) std::cout << folded(source.text(), "  ");
}

// The options of the functions that the rule is made of, as the schema of rulesets describes them.
void print_options(Value rule) {
  const Value then = rule.find("then");
  if (!then || !then.is(Kind::map)) return;
  const std::unique_ptr<OurFile> schema = read_embedded("schemas/ruleset.schema.json");
  const Value functions =
      Value::root(schema->document).find("definitions").find("functions").find("properties");
  for (const Value function : then.children()) {
    const std::string_view name = function.key().text();
    const Value described = functions.find(name);
    if (!described) continue;
    std::cout << "\nFunction " << name << '\n'
              << folded(described.find("description").text(), "  ");
    const Value options = described.find("properties");
    if (!options) continue;
    for (const Value option : options.children()) {
      std::cout << "  Option " << option.key().text() << '\n'
                << folded(option.find("description").text(), "    ");
      const Value own = function.find(option.key().text());
      if (own) std::cout << folded("here: " + spaced_json(own), "    ");
    }
  }
}

void print_changes(const RulesHere& here, std::string_view id) {
  const std::string file =
      here.config->file != nullptr ? here.config->file->path : std::string("proclint.yaml");
  std::cout << "\nTo switch it off, or let it weigh more or less (in " << visible(file)
            << ")\n  rules: { " << id << ": off }\n"
            << "\nTo let it pass in some files\n  overrides: [{ files: [\"drafts/**\"], rules: { "
            << id << ": off } }]\n";
}

int give_up(const std::string& message) {
  std::cerr << "proclint: " << visible(message) << '\n';
  return 2;
}

}  // namespace

int explain(const Options& options) {
  const Result<RulesHere> here = find_rules_here(options.engine);
  if (!here) return give_up(here.error().message);
  if (here->engine == nullptr) return 2;
  const std::string& id = options.arguments.front();
  const Ruleset& ruleset = here->book().ruleset;
  const std::optional<std::size_t> index = ruleset.find(id);
  if (!index) {
    return give_up(no_such_rule(ruleset, id, "proclint rules list names them all"));
  }
  const Value rule = ruleset.rules()[*index].entry;
  const std::optional<Severity>& severity = here->settings.severities[*index];
  std::cout << id << ": " << visible(rule.find("summary").text()) << " ("
            << (severity ? name(*severity) : "off") << ")\n";
  print_text(rule, "why", "Why");
  print_text(rule, "help", "How to mend it");
  print_examples(rule);
  print_sources(rule);
  print_options(rule);
  print_changes(*here, id);
  return 0;
}

}  // namespace proclint
