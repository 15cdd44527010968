#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/reporter.h"

namespace proclint::testing {

/// A file with its findings.
struct Sample {
  std::string path;
  std::string text;
  std::vector<Diagnostic> findings;

  /// Adds a finding about the first `excerpt` at or behind byte `from`.
  Diagnostic& find(std::string_view excerpt, Severity severity, std::string rule,
                   std::string message, std::size_t from = 0) {
    const auto begin = static_cast<std::uint32_t>(text.find(excerpt, from));
    return add({begin, begin + static_cast<std::uint32_t>(excerpt.size())}, severity,
               std::move(rule), std::move(message));
  }

  Diagnostic& add(Span span, Severity severity, std::string rule, std::string message) {
    Diagnostic& finding = findings.emplace_back();
    finding.span = span;
    finding.severity = severity;
    finding.rule = std::move(rule);
    finding.message = std::move(message);
    return finding;
  }

  std::uint32_t end() const { return static_cast<std::uint32_t>(text.size()); }
};

/// The one set of findings that every reporter is run over: each sample is a difficulty.
inline std::vector<Sample> shared_samples() {
  std::vector<Sample> all;
  const auto sample = [&all](std::string path, std::string text) -> Sample& {
    return all.emplace_back(Sample{std::move(path), std::move(text), {}});
  };

  {
    Sample& page = sample("procedures/knee injection.procedure.txt",
                          "Knee joint injection\n\nCPT code\n\nRisks:\n\n  \u2022 Bleeding.\n"
                          "  \u2022 Infection\n\nSummary\n\nAn injection into the knee joint.\n\n"
                          "Risks:\n\n  \u2022 Pain\n\nFollow-up\n");
    auto& code = page.find("CPT code", Severity::error, "code-value-missing",
                           "the code label \"CPT code\" has no value; write the code behind it");
    code.pointer = "/codes/0/value";
    code.identity = "3f9a0c21d4e5b687:1";
    auto& stop = page.find(".", Severity::info, "list-punctuation",
                           "one item of this list ends in a full stop and one does not");
    stop.fix = Fix{"Remove the full stop", {{stop.span, ""}}, Safety::wording};
    auto& twice = page.find("Risks:", Severity::warning, "duplicate-section",
                            "the section \"Risks\" is there twice; put both under one heading",
                            page.text.find("Summary"));
    const auto first = static_cast<std::uint32_t>(page.text.find("Risks:"));
    twice.notes = {{page.path, {first, first + 6}, {5, 1}, "the first one [of two] is here"},
                   {"procedures/other.procedure.txt", {10, 12}, {2, 7}, "written once here"}};
    page.add({page.end(), page.end()}, Severity::info, "blank-lines",
             "nothing follows the last heading");
  }
  {
    Sample& json = sample("procedures/schema.procedure.json",
                          "{\n  \"title\": 7,\n  \"codes\": [\n  ],\n  \"sections\": {}\n}");
    auto& title = json.find("7", Severity::error, "schema", "the title is a number, not a text");
    title.pointer = "/title";
    title.keyword = "type";
    title.schema_location =
        "https://example.org/schemas/procedure.schema.json#/properties/title/type";
    title.fix = Fix{"Write the title as a text", {{title.span, "\"7\""}}, Safety::meaning};
    json.find("[\n  ]", Severity::warning, "rule-without-table-entry", "a span over two lines");
    json.add({json.end(), json.end()}, Severity::warning, "final-newline",
             "the file does not end in a line end");
  }
  {
    Sample& tabs = sample("layout/tabs.txt", "\tone\ttwo\nab\tcd\t\tef   \n");
    tabs.find("\t", Severity::info, "tab", "a tab at the start");
    tabs.find("two", Severity::info, "tab", "a word between tabs");
    tabs.find("ef", Severity::info, "tab", "a word behind two tabs");
    tabs.find("   \n", Severity::info, "blanks", "blanks and the line end");
  }
  {
    Sample& wide = sample("wide/\u624b\u8853.txt",
                          "\u819d\u95a2\u7bc0 knee \u6ce8\u5c04\n"
                          "\U0001F600 smile \U0001F468\u200D\U0001F469\u200D\U0001F467 family "
                          "\U0001F1E9\U0001F1EA flag\n"
                          "na\u0131\u0308ve cafe\u0301 \u0301stray\n");
    wide.find("knee", Severity::warning, "wide", "a word behind CJK");
    wide.find("\u5c04", Severity::warning, "wide", "one CJK character");
    wide.find("smile", Severity::warning, "wide", "a word behind an emoji");
    wide.find("\U0001F469", Severity::warning, "wide", "a member of an emoji family");
    wide.find("flag", Severity::warning, "wide", "a word behind a flag");
    wide.find("ve", Severity::warning, "marks", "letters behind a combined one");
    wide.find("\u0301", Severity::warning, "marks", "a mark alone: its letter is underlined");
    wide.find("\u0301stray", Severity::warning, "marks", "a mark without a letter");
  }
  {
    Sample& ends = sample("layout/bom-crlf.txt",
                          "\xEF\xBB\xBF"
                          "first\r\nsecond\r\n\r\nlast");
    ends.add({0, 3}, Severity::info, "mark", "a byte order mark");
    ends.find("first", Severity::error, "mark", "the first word");
    ends.find("second\r\n", Severity::error, "crlf", "a line with its end");
    ends.find("\r\nlast", Severity::error, "crlf", "an empty line");
    ends.add({ends.end(), ends.end()}, Severity::error, "crlf", "the end of the text");
  }
  {
    // Undecodable bytes, a terminal's escape sequences (also the one-character CSI), bidirectional
    // controls, a lone CR.
    Sample& hostile = sample("hostile/\x1b[31mred\n\xff %#\u00fc.txt",
                             "bad \xff\xfe\xe2\x82 bytes\n\x1b]0;title\x07 escape \u009b31m\n"
                             "abc \u202etxt\u202c \u200bnothing\rback\n");
    hostile.find("\xff\xfe\xe2\x82", Severity::error, "invalid-utf8",
                 "bytes \xff that are no text");
    hostile.find("escape", Severity::error, "control", "behind \x1b[2J a sequence\nin two lines");
    hostile.find("\u202e", Severity::error, "control", "a \u202e control {0} [link](1)");
    hostile.find("\u200b", Severity::error, "invisible-character", "a character nobody sees");
    hostile.find("back", Severity::error, "con\x1btrol", "behind a lone carriage return");
  }
  {
    std::string line;
    while (line.size() < 10000) line += "word" + std::to_string(line.size()) + " \u00e9 ";
    Sample& cut = sample("long/line.txt", line + "\nshort\n");
    cut.find("word0", Severity::warning, "long", "at the start of a long line");
    cut.find(line.substr(4000, 12), Severity::warning, "long", "inside a long line", 4000);
    cut.add({5000, 6500}, Severity::warning, "long", "a long part of a long line");
    cut.add({static_cast<std::uint32_t>(line.size() - 4), static_cast<std::uint32_t>(line.size())},
            Severity::warning, "long",
            "at the end of a long line, with a message that is itself too long for one line of a "
            "terminal and has to be folded");
    cut.add({static_cast<std::uint32_t>(line.size()), static_cast<std::uint32_t>(line.size())},
            Severity::warning, "long", "behind a long line");
    cut.find("short", Severity::warning, "long", "in a short line");
  }
  sample("empty/file.txt", "").add({0, 0}, Severity::error, "empty", "the file is empty");
  sample("clean.txt", "nothing to say\n");
  return all;
}

/// The rules that a report's table holds; "rule-without-table-entry" is not among them.
inline std::vector<RuleInfo> shared_rules() {
  std::vector<RuleInfo> rules;
  for (const char* id : {"blank-lines", "code-value-missing", "crlf", "duplicate-section", "empty",
                         "list-punctuation", "schema"}) {
    RuleInfo& rule = rules.emplace_back();
    rule.id = id;
    rule.severity = rule.id == "list-punctuation" ? Severity::info : Severity::error;
    rule.category = "Structure";
    rule.summary = "a document is content with " + rule.id;
    rule.why = "somebody has to read it";
    rule.help = "mend what is underlined";
    rule.sources = {"Handbook 5", "Plain language 2"};
  }
  rules.back().sources.clear();
  return rules;
}

inline RunInfo shared_run() {
  RunInfo run;
  run.version = "1.2.3";
  run.rules = shared_rules();
  run.today = "2024-02-29";
  run.command_line = "proclint --format sarif procedures";
  return run;
}

/// What `reporter` writes about all samples and one file that could not be read.
inline void report(Reporter& reporter, const RunInfo& run) {
  Summary summary;
  reporter.begin(run);
  for (const Sample& sample : shared_samples()) {
    const Source source(sample.path, sample.text);
    reporter.file(source, sample.findings);
    ++summary.files;
    for (const Diagnostic& finding : sample.findings) {
      if (finding.severity == Severity::error) ++summary.errors;
      if (finding.severity == Severity::warning) ++summary.warnings;
      if (finding.severity == Severity::info) ++summary.infos;
    }
  }
  reporter.failure("secret/no access.txt", "cannot open secret/no access.txt: Permission denied");
  summary.exit_code = 2;
  reporter.end(summary);
}

}  // namespace proclint::testing
