#include "core/check/lint.h"

#include "core/engine/meta_schemas.h"

namespace proclint {

JsonFile::JsonFile(std::string_view text, std::string_view path) : source(path, text) {
  document.source = &source;
  std::vector<Diagnostic> diagnostics;
  read_json(source, ReadOptions{}, document, diagnostics);
}

std::string print(const Source& source, const std::vector<Diagnostic>& findings) {
  std::string out;
  for (const Diagnostic& finding : findings) {
    if (!out.empty()) out += '\n';
    const Place place = source.place(finding.span.begin, Columns::codepoint);
    out += std::to_string(place.line) + ':' + std::to_string(place.column) + ' ';
    out += std::string(name(finding.severity)) + ' ' + finding.pointer + ' ' + finding.message;
  }
  return out;
}

std::string rule_text(std::string_view id, std::string_view parts) {
  return '"' + std::string(id) + R"(": {"summary": "s", "why": "w",
    "examples": [{"bad": 0, "finds": ["/: m"]}, {"good": 0}],
    )" + std::string(parts) +
         '}';
}

std::string ruleset_text(std::string_view parts) {
  return R"({"rules": {)" + rule_text("test", R"("severity": "error", )" + std::string(parts)) +
         "}}";
}

std::string lint(std::string_view rule_parts, std::string_view document, Wording wording) {
  const std::string text = ruleset_text(rule_parts);
  const JsonFile rules(text, "rules.json");
  const JsonFile checked(document);
  Ruleset ruleset;
  std::vector<Diagnostic> findings;
  Vocabulary vocabulary{words().headings, words().code_systems, words().spelling};
  vocabulary.meta_schema = standard_meta_schema;
  ruleset.add(rules.root(), vocabulary, findings);
  if (!findings.empty()) return print(rules.source, findings);
  check_document(checked.document, ruleset, ruleset.defaults(), wording, findings);
  return print(checked.source, findings);
}

const Vocabulary& words() {
  static const Vocabulary kWords = [] {
    const JsonFile headings(R"({"headings": [{"key": "risks", "heading": "Risks and Complications"},
                                             {"key": "similar-codes", "heading": "Similar Codes"}]})");
    Vocabulary out;
    out.headings = *Headings::from(headings.root());
    return out;
  }();
  return kWords;
}

}  // namespace proclint
