#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/report/output.h"
#include "core/report/places.h"
#include "core/report/reporters.h"
#include "core/report/sarif_rule.h"
#include "core/report/sarif_writer.h"
#include "core/report/visible.h"
#include "core/source/uri.h"

namespace proclint {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view kHome = "https://github.com/proclint/proclint";
// A snippet of a minified document would repeat the document in each of its findings.
constexpr std::uint32_t kMaxSnippet = 1000;
constexpr std::size_t kMaxNotes = 1000;  // GitHub: locations per result

struct Artifact {
  std::string uri;
  std::size_t length = 0;
};

// Literal brackets in the text of a link (SARIF 2.1.0, 3.11.6).
std::string link_text(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

// A message may quote a document that wrote `[click](https://...)`: no link of ours.
std::string without_links(std::string text) {
  for (std::size_t at = 0; (at = text.find("](", at)) != std::string::npos; at += 3) {
    text.insert(at, 1, '\\');
  }
  return text;
}

// GitHub shows a related location only where the message links to it.
std::string message_text(const Diagnostic& finding) {
  std::string text = without_links(visible(finding.message));
  const std::size_t count = std::min(finding.notes.size(), kMaxNotes);
  for (std::size_t i = 0; i < count; ++i) {
    if (finding.notes[i].message.empty()) continue;
    text += " ([" + link_text(finding.notes[i].message) + "](" + std::to_string(i + 1) + "))";
  }
  return text;
}

// SARIF 2.1.0. Written front to back: the results as they come, then what is only known at the end,
// the files (which results name by index) and the invocation. Only paths and failures are kept.
// All results are written; more than 25,000 in a run is for GitHub to refuse, not for us to hide.
class SarifReporter : public Reporter {
 public:
  explicit SarifReporter(std::ostream& out) : out_(out), json_(out_) {}

  void begin(const RunInfo& run) override {
    // SARIF 2.1.0 knows no column that counts bytes.
    columns_ = run.columns == Columns::utf16 ? Columns::utf16 : Columns::codepoint;
    folder_ = run.folder;
    today_ = run.today;
    command_line_ = run.command_line;
    json_.begin_object();
    json_.text("$schema", kSchema);
    json_.text("version", "2.1.0");
    json_.begin_array("runs");
    json_.begin_object();
    write_tool(run);
    json_.begin_object("automationDetails");
    json_.text("id", "proclint/");  // GitHub's category is what stands before the last slash
    json_.end_object();
    json_.text("columnKind", columns_ == Columns::utf16 ? "utf16CodeUnits" : "unicodeCodePoints");
    json_.begin_array("results");
  }

  void file(const Source& source, std::span<const Diagnostic> findings) override {
    artifacts_.push_back({artifact_uri(source.path(), folder_), source.text().size()});
    Places begins(source, columns_);
    Places ends(source, columns_);
    File file{source, begins, ends};
    for (const Diagnostic& finding : findings) {
      out_ << '\n';  // a result a line, so that reports can be compared
      write_result(file, finding);
    }
  }

  void failure(std::string_view path, std::string_view message) override {
    failures_.emplace_back(path, message);
  }

  void end(const Summary& summary) override {
    json_.end_array();
    write_artifacts();
    write_invocation(summary);
    json_.end_object();
    json_.end_array();
    json_.end_object();
    out_ << '\n';
    out_.finish();
  }

 private:
  // Begins and ends apart: each goes forward through a long line, together they would jump.
  struct File {
    const Source& source;
    Places& begins;
    Places& ends;
  };

  void write_tool(const RunInfo& run) {
    json_.begin_object("tool");
    json_.begin_object("driver");
    json_.text("name", "proclint");
    if (!run.version.empty()) {
      json_.text("version", run.version);
      json_.text("semanticVersion", run.version);
    }
    json_.text("informationUri", kHome);
    json_.begin_array("rules");
    rules_.reserve(run.rules.size());
    for (const RuleInfo& rule : run.rules) {
      rules_.push_back(rule.id);
      out_ << '\n';
      write_sarif_rule(json_, rule);
    }
    json_.end_array();
    json_.end_object();
    json_.end_object();
  }

  void write_result(File& file, const Diagnostic& finding) {
    json_.begin_object();
    json_.text("ruleId", finding.rule);
    const auto rule = std::lower_bound(rules_.begin(), rules_.end(), finding.rule);
    if (rule != rules_.end() && *rule == finding.rule) {
      json_.number("ruleIndex", static_cast<std::size_t>(rule - rules_.begin()));
    }
    json_.text("level", sarif_level(finding.severity));
    json_.message("message", message_text(finding));
    json_.begin_array("locations");
    json_.begin_object();
    json_.begin_object("physicalLocation");
    write_this_file();
    write_region("region", file, finding.span);
    write_snippet(file.source, finding.span);
    json_.end_object();
    write_context(file.source, finding.span);
    json_.end_object();
    json_.end_object();
    json_.end_array();
    if (!finding.identity.empty()) {
      json_.begin_object("partialFingerprints");
      json_.text("proclintIdentity/v1", finding.identity);
      // The only one that GitHub reads; its own, a hash of the line, is the same for all findings
      // of a minified document.
      json_.text("primaryLocationLineHash", finding.identity);
      json_.end_object();
    }
    if (!finding.notes.empty()) write_notes(file, finding.notes);
    if (finding.fix && !finding.fix->edits.empty()) write_fix(file, *finding.fix);
    write_properties(finding);
    json_.end_object();
  }

  void write_this_file() {
    json_.begin_object("artifactLocation");
    json_.text("uri", artifacts_.back().uri);
    json_.number("index", artifacts_.size() - 1);
    json_.end_object();
  }

  // Leaves the region open.
  void write_region(std::string_view name, File& file, Span span) {
    const Place begin = file.begins.at(span.begin);
    const Place end = span.empty() ? begin : file.ends.at(span.end);
    json_.begin_object(name);
    json_.number("startLine", begin.line);
    json_.number("startColumn", begin.column);
    json_.number("endLine", end.line);
    json_.number("endColumn", end.column);
    json_.number("byteOffset", span.begin);
    json_.number("byteLength", span.size());
  }

  void write_snippet(const Source& source, Span span) {
    if (span.empty() || span.size() > kMaxSnippet) return;
    json_.message("snippet", source.slice(span));
  }

  // The lines of the span, when they are short.
  void write_context(const Source& source, Span span) {
    const std::size_t first = source.line_index(span.begin);
    const std::size_t last = source.line_index(span.end);
    const Span lines{source.line(first).begin, source.line(last).end};
    // A superset of the region: not where the span takes in the last line end.
    if (lines.empty() || lines.size() > kMaxSnippet || !lines.contains(span)) return;
    json_.begin_object("contextRegion");
    json_.number("startLine", first + 1);
    json_.number("endLine", last + 1);
    json_.message("snippet", source.slice(lines));
    json_.end_object();
  }

  void write_notes(File& file, const std::vector<Note>& notes) {
    json_.begin_array("relatedLocations");
    for (std::size_t i = 0; i < std::min(notes.size(), kMaxNotes); ++i) {
      const Note& note = notes[i];
      json_.begin_object();
      json_.number("id", i + 1);
      json_.begin_object("physicalLocation");
      if (note.path == file.source.path()) {
        write_this_file();
        write_region("region", file, note.span);
        write_snippet(file.source, note.span);
        json_.end_object();
      } else {
        write_other_place(note);
      }
      json_.end_object();
      if (!note.message.empty()) json_.message("message", visible(note.message));
      json_.end_object();
    }
    json_.end_array();
  }

  // Another file's text is not at hand: only where the place begins, which counts code points.
  void write_other_place(const Note& note) {
    json_.begin_object("artifactLocation");
    json_.text("uri", artifact_uri(note.path, folder_));
    json_.end_object();
    json_.begin_object("region");
    json_.number("startLine", note.place.line);
    if (columns_ == Columns::codepoint) json_.number("startColumn", note.place.column);
    json_.end_object();
  }

  void write_fix(File& file, const Fix& fix) {
    json_.begin_array("fixes");
    json_.begin_object();
    if (!fix.title.empty()) json_.message("description", visible(fix.title));
    json_.begin_array("artifactChanges");
    json_.begin_object();
    write_this_file();
    json_.begin_array("replacements");
    for (const Edit& edit : fix.edits) {
      json_.begin_object();
      write_region("deletedRegion", file, edit.span);
      json_.end_object();
      if (!edit.text.empty()) json_.message("insertedContent", edit.text);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.begin_object("properties");
    json_.text("safety", name(fix.safety));
    json_.end_object();
    json_.end_object();
    json_.end_array();
  }

  void write_properties(const Diagnostic& finding) {
    if (finding.pointer.empty() && finding.keyword.empty() && finding.schema_location.empty()) {
      return;
    }
    json_.begin_object("properties");
    if (!finding.pointer.empty()) json_.text("pointer", finding.pointer);
    if (!finding.keyword.empty()) json_.text("keyword", finding.keyword);
    if (!finding.schema_location.empty()) {
      json_.text("absoluteKeywordLocation", finding.schema_location);
    }
    json_.end_object();
  }

  void write_artifacts() {
    json_.begin_array("artifacts");
    for (const Artifact& artifact : artifacts_) {
      out_ << '\n';
      json_.begin_object();
      json_.begin_object("location");
      json_.text("uri", artifact.uri);
      json_.end_object();
      json_.number("length", artifact.length);
      json_.begin_array("roles");
      json_.text("analysisTarget");
      json_.end_array();
      json_.end_object();
    }
    json_.end_array();
  }

  void write_invocation(const Summary& summary) {
    json_.begin_array("invocations");
    json_.begin_object();
    // 2 is the exit code of a run that could not do its work.
    json_.truth("executionSuccessful", failures_.empty() && summary.exit_code < 2);
    json_.number("exitCode", static_cast<std::size_t>(std::max(summary.exit_code, 0)));
    if (!command_line_.empty()) json_.text("commandLine", visible(command_line_));
    if (!failures_.empty()) write_notifications();
    if (!today_.empty()) {
      json_.begin_object("properties");
      json_.text("today", today_);
      json_.end_object();
    }
    json_.end_object();
    json_.end_array();
  }

  void write_notifications() {
    json_.begin_array("toolExecutionNotifications");
    for (const auto& [path, message] : failures_) {
      json_.begin_object();
      json_.text("level", "error");
      json_.message("message", visible(message));
      if (!path.empty()) {
        json_.begin_array("locations");
        json_.begin_object();
        json_.begin_object("physicalLocation");
        json_.begin_object("artifactLocation");
        json_.text("uri", artifact_uri(path, folder_));
        json_.end_object();
        json_.end_object();
        json_.end_object();
        json_.end_array();
      }
      json_.end_object();
    }
    json_.end_array();
  }

  Output out_;
  SarifWriter json_;
  Columns columns_ = Columns::codepoint;
  std::string folder_;
  std::string today_;
  std::string command_line_;
  std::vector<std::string> rules_;
  std::vector<Artifact> artifacts_;
  std::vector<std::pair<std::string, std::string>> failures_;
};

}  // namespace

std::unique_ptr<Reporter> make_sarif_reporter(std::ostream& out) {
  return std::make_unique<SarifReporter>(out);
}

}  // namespace proclint
