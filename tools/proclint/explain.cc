#include "proclint/explain.h"

#include <algorithm>
#include <iostream>

#include "core/engine/engine.h"
#include "core/report/visible.h"

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
      out.append(indent).append(line.substr(0, cut)).append("\n");
      line.remove_prefix(std::min(cut + 1, line.size()));
    }
    out.append(indent).append(line).append("\n");
  }
  return out;
}

std::string indented(std::string_view text, std::string_view indent) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end != 0) out.append(indent).append(text.substr(0, end));
    out.append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// A JSON value on one line, blanks between tokens folded.
std::string compact_json(Value value) {
  std::string out;
  bool in_string = false;
  const std::string_view text = value.document().source->slice(value.span());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!in_string && is_blank) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    out += c;
    if (in_string && c == '\\') out += text[++i];
    if (c == '"') in_string = !in_string;
  }
  return out;
}

std::string document_of(Value example) {
  const bool may_be_text = example.is(Kind::map) && example.size() == 1;
  for (const Form form : {Form::page, Form::markdown, Form::yaml}) {
    const Value text = may_be_text ? example.find(name(form)) : Value();
    if (text) return indented(text.text(), "    ");
  }
  return folded(compact_json(example), "    ");
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
    for (const Value found : finds.children()) {
      // Of the whole document the pointer is empty: ": the message".
      std::string_view text = found.text();
      if (text.starts_with(": ")) text.remove_prefix(2);
      std::cout << folded("finds " + std::string(text), "  ");
    }
  }
}

void print_sources(Value rule) {
  const Value sources = rule.find("sources");
  if (!sources || sources.size() == 0) return;
  std::cout << "\nSources\n";
  for (const Value source : sources.children()) std::cout << folded(source.text(), "  ");
}

Result<std::unique_ptr<Engine>> engine_for(const Options& options) {
  EngineOptions documented = options.engine;
  documented.documentation = Documentation::present;
  Result<std::unique_ptr<Engine>> engine = Engine::create(documented);
  if (engine && (*engine)->rules_are_broken()) {
    return Error{"the rules have mistakes; check any document to see them"};
  }
  return engine;
}

int give_up(const std::string& message) {
  std::cerr << "proclint: " << visible(message) << '\n';
  return 2;
}

}  // namespace

int explain(const Options& options) {
  const Result<std::unique_ptr<Engine>> engine = engine_for(options);
  if (!engine) return give_up(engine.error().message);
  const std::string& id = options.arguments.front();
  const Ruleset& ruleset = (*engine)->ruleset();
  const std::optional<std::size_t> index = ruleset.find(id);
  if (!index) return give_up("there is no rule \"" + id + "\"; proclint rules list names them all");
  const Value rule = ruleset.rules()[*index].entry;
  std::cout << id << ": " << rule.find("summary").text() << " (" << rule.find("severity").text()
            << ")\n";
  print_text(rule, "why", "Why");
  print_text(rule, "help", "How to mend it");
  print_examples(rule);
  print_sources(rule);
  std::cout << "\nTo switch it off\n  in proclint.yaml: rules: { " << id << ": off }\n";
  return 0;
}

int list_rules(const Options& options) {
  const Result<std::unique_ptr<Engine>> engine = engine_for(options);
  if (!engine) return give_up(engine.error().message);
  std::vector<Value> rules;
  std::size_t width = 0;
  for (const Rule& rule : (*engine)->ruleset().rules()) {
    rules.push_back(rule.entry);
    width = std::max(width, rule.id.size());
  }
  std::sort(rules.begin(), rules.end(),
            [](Value a, Value b) { return a.key().text() < b.key().text(); });
  for (const Value rule : rules) {
    const std::string_view id = rule.key().text();
    const std::string_view severity = rule.find("severity").text();
    std::cout << id << std::string(width + 2 - id.size(), ' ') << severity
              << std::string(9 - std::min<std::size_t>(severity.size(), 8), ' ')
              << rule.find("summary").text() << '\n';
  }
  return 0;
}

}  // namespace proclint
