#include "core/report/sarif_rule.h"

#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kMaxName = 255;          // GitHub: rules[].name
constexpr std::size_t kMaxDescription = 1024;  // GitHub: shortDescription, fullDescription

// `text` cut to `limit` UTF-16 units, with an ellipsis where something is missing.
std::string limited(const std::string& text, std::size_t limit) {
  if (text.size() <= limit || utf8::count_utf16(text) <= limit) return text;
  std::size_t used = 1;  // the ellipsis
  std::size_t at = 0;
  for (;;) {
    const utf8::Step step = utf8::decode(std::string_view(text).substr(at, 4));
    used += step.codepoint > 0xFFFF ? 2 : 1;
    if (used > limit) break;
    at += step.size;
  }
  return text.substr(0, at) + "\u2026";
}

// empty-section -> EmptySection. An id of one word gets a second one: a name must be more than the
// id in capitals (SARIF1001).
std::string pascal_case(std::string_view id) {
  std::string out;
  bool starts_word = true;
  for (const char c : id) {
    const bool is_lower = c >= 'a' && c <= 'z';
    const bool is_other = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!is_lower && !is_other) {
      starts_word = true;
      continue;
    }
    out += is_lower && starts_word ? static_cast<char>(c - 'a' + 'A') : c;
    starts_word = false;
  }
  if (out.size() == id.size()) out += "Rule";
  return out.substr(0, kMaxName);
}

// A sentence: rules are written lower case and without a full stop, as messages are.
std::string sentence(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  if (std::string_view(".!?").find(text.back()) == std::string_view::npos) text += '.';
  return text;
}

// Paragraphs: what holds, why, how to mend it, where it comes from.
std::string help(const RuleInfo& rule, bool is_markdown) {
  std::string out;
  const auto paragraph = [&](std::string_view title, const std::string& text) {
    if (text.empty()) return;
    if (!out.empty()) out += "\n\n";
    if (!title.empty()) {
      out += is_markdown ? "**" : "";
      out += title;
      out += is_markdown ? ":** " : ": ";
    }
    out += text;
  };
  paragraph("", sentence(rule.summary));
  paragraph("Why", sentence(rule.why));
  paragraph("How to mend it", sentence(rule.help));
  std::string sources;
  for (const std::string& source : rule.sources) {
    if (!sources.empty()) sources += ", ";
    sources += source;
  }
  paragraph("Sources", sources);
  return out.empty() ? rule.id : out;
}

// How GitHub orders alerts of one severity: what is certain before what is a matter of taste.
std::string_view precision(Severity severity) {
  if (severity == Severity::error) return "very-high";
  return severity == Severity::warning ? "high" : "medium";
}

std::string_view problem_severity(Severity severity) {
  return severity == Severity::info ? "recommendation" : name(severity);
}

}  // namespace

std::string_view sarif_level(Severity severity) {
  return severity == Severity::info ? "note" : name(severity);
}

void write_sarif_rule(SarifWriter& json, const RuleInfo& rule) {
  const std::string summary = sentence(rule.summary.empty() ? rule.id : rule.summary);
  const std::string name = pascal_case(rule.id);
  json.begin_object();
  json.text("id", rule.id);
  if (!name.empty()) json.text("name", name);
  json.message("shortDescription", limited(summary, kMaxDescription));
  json.message("fullDescription",
               limited(rule.why.empty() ? summary : sentence(rule.why), kMaxDescription));
  json.begin_object("help");
  json.text("text", help(rule, false));
  json.text("markdown", help(rule, true));
  json.end_object();
  json.begin_object("defaultConfiguration");
  json.text("level", sarif_level(rule.severity));
  json.end_object();
  json.begin_object("properties");
  if (!rule.category.empty()) {
    json.begin_array("tags");
    json.text(rule.category);
    json.end_array();
  }
  json.text("precision", precision(rule.severity));
  json.text("problem.severity", problem_severity(rule.severity));
  json.end_object();
  json.end_object();
}

}  // namespace proclint
