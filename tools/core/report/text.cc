#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/report/excerpt.h"
#include "core/report/fold.h"
#include "core/report/output.h"
#include "core/report/places.h"
#include "core/report/reporters.h"
#include "core/report/visible.h"

namespace proclint {
namespace {

constexpr std::size_t kWidth = 80;         // where no terminal says otherwise
constexpr std::size_t kMinWidth = 40;      // below, folding would leave a word a line
constexpr std::size_t kColumnWidth = 4;    // of the column in line:col
constexpr std::size_t kSeverityWidth = 7;  // "warning"
constexpr std::size_t kMaxNotes = 8;       // more places than a person looks up

// Select Graphic Rendition (ECMA-48, 8.3.117).
constexpr std::string_view kBold = "1";
constexpr std::string_view kFaint = "2";
constexpr std::string_view kHint = "32";
constexpr std::string_view kNote = "36";

std::string_view color_of(Severity severity) {
  if (severity == Severity::error) return "1;31";
  return severity == Severity::warning ? "1;33" : "1;36";
}

std::size_t digits(std::size_t number) { return std::to_string(number).size(); }

std::string counted(std::size_t count, std::string_view one) {
  std::string text = std::to_string(count);
  text += ' ';
  text += one;
  if (count != 1) text += 's';
  return text;
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

// The number of the last line (from 1) that a span has text in.
std::size_t last_line(const Source& source, Span span) {
  return source.line_index(span.empty() ? span.begin : span.end - 1) + 1;
}

class TextReporter : public Reporter {
 public:
  explicit TextReporter(std::ostream& out) : out_(out) {}

  void begin(const RunInfo& run) override {
    is_colored_ = run.color;
    is_quiet_ = run.quiet;
    has_statistics_ = run.statistics;
    columns_ = run.columns;
    fix_level_ = run.fix_level;
    is_folding_ = run.width > 0;
    width_ = is_folding_ ? std::max(run.width, kMinWidth) : kWidth;
  }

  void file(const Source& source, std::span<const Diagnostic> findings) override {
    if (findings.empty()) return;
    ++files_with_findings_;
    paint(kBold, visible(source.path()));
    out_ << '\n';
    gutter_ = 2 + digits(largest_line(source, findings));
    Places places(source, columns_);
    for (const Diagnostic& finding : findings) {
      if (has_statistics_) ++counts_[finding.rule];
      write_heading(finding, places.at(finding.span.begin));
      write_line(source, finding.span, color_of(finding.severity), '^');
      write_notes(source, finding, places);
      if (finding.fix) write_fix(*finding.fix);
      out_ << '\n';
    }
  }

  void failure(std::string_view /*path*/, std::string_view /*message*/) override { ++failures_; }

  void end(const Summary& summary) override {
    if (!is_quiet_) write_summary(summary);
    if (has_statistics_) write_statistics();
    out_.finish();
  }

 private:
  static std::size_t largest_line(const Source& source, std::span<const Diagnostic> findings) {
    std::size_t largest = source.line_index(findings.back().span.begin);
    for (const Diagnostic& finding : findings) {
      for (const Note& note : finding.notes) {
        if (note.path == source.path()) {
          largest = std::max(largest, source.line_index(note.span.begin));
        }
      }
    }
    return largest + 1;
  }

  void paint(std::string_view rendition, std::string_view text) {
    if (is_colored_) out_ << "\x1b[" << rendition << 'm';
    out_ << text;
    if (is_colored_) out_ << "\x1b[0m";
  }

  // `line:col severity message rule`; the line number stands over those of the gutter.
  void write_heading(const Diagnostic& finding, Place place) {
    out_.repeat(gutter_ - digits(place.line), ' ').number(place.line) << ':';
    out_ << padded(std::to_string(place.column), kColumnWidth) << ' ';
    paint(color_of(finding.severity), name(finding.severity));
    out_.repeat(kSeverityWidth + 2 - name(finding.severity).size(), ' ');
    const std::size_t indent = gutter_ + 1 + kColumnWidth + 1 + kSeverityWidth + 2;
    const std::string rule = visible(finding.rule);
    const std::size_t used = write_folded(indent, visible(finding.message));
    if (is_folding_ && used + 2 + rule.size() > width_) {
      (out_ << '\n').repeat(indent, ' ');
    } else {
      out_ << "  ";
    }
    paint(kFaint, rule);
    out_ << '\n';
  }

  // Writes from column `indent` on, further lines below; the column where it ends.
  std::size_t write_folded(std::size_t indent, const std::string& text) {
    if (!is_folding_) {
      out_ << text;
      return indent;
    }
    const auto lines = fold(text, indent + 20 < width_ ? width_ - indent : 20);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0) (out_ << '\n').repeat(indent, ' ');
      out_ << lines[i];
    }
    return indent + display_width(lines.back());
  }

  void write_gutter(std::string_view number, char sign) {
    out_.repeat(gutter_ - number.size(), ' ');
    std::string text(number);
    text += ' ';
    text += sign;
    paint(kFaint, text);
  }

  void write_line(const Source& source, Span span, std::string_view rendition, char mark) {
    const std::size_t line = source.line_index(span.begin) + 1;
    const Excerpt& excerpt = excerpter_.cut(source, span, width_ - gutter_ - 3);
    write_gutter(std::to_string(line), '|');
    const std::size_t size = excerpt.text.find_last_not_of(' ') + 1;
    if (size > 0) out_ << ' ' << std::string_view(excerpt.text).substr(0, size);
    out_ << '\n';
    write_gutter("", '|');
    out_.repeat(excerpt.indent + 1, ' ');
    paint(rendition, std::string(excerpt.length, mark));
    out_ << '\n';
    const std::size_t last = last_line(source, span);
    if (last == line) return;
    write_gutter("", '=');
    (out_ << " goes on to line ").number(last) << '\n';
  }

  void write_remark(std::string_view rendition, std::string_view kind, const std::string& text) {
    write_gutter("", '=');
    out_ << ' ';
    paint(rendition, kind);
    out_ << ": ";
    write_folded(gutter_ + 3 + kind.size() + 2, text);
    out_ << '\n';
  }

  // What --fix would do is "fixable", what only the author can decide a "fix".
  void write_fix(const Fix& fix) {
    const bool has_edits = !fix.edits.empty();  // else it is only advice
    const bool is_fixable = has_edits && fix.safety <= fix_level_;
    if (is_fixable) ++fixable_;
    if (has_edits && !is_fixable && fix.safety == Safety::wording) ++fixable_wording_;
    if (!fix.title.empty()) write_remark(kHint, is_fixable ? "fixable" : "fix", visible(fix.title));
  }

  void write_notes(const Source& source, const Diagnostic& finding, Places& places) {
    const std::size_t count = std::min(finding.notes.size(), kMaxNotes);
    for (std::size_t i = 0; i < count; ++i) {
      const Note& note = finding.notes[i];
      const bool is_here = note.path == source.path();
      const Place place = is_here ? places.at(note.span.begin) : note.place;
      std::string text = is_here ? "" : visible(note.path) + ":";
      text += std::to_string(place.line) + ":" + std::to_string(place.column) + " ";
      append_visible(text, note.message);
      write_remark(kNote, "note", text);
      if (is_here) write_line(source, note.span, kNote, '-');
    }
    if (count < finding.notes.size()) {
      write_remark(kNote, "note", "and " + counted(finding.notes.size() - count, "more place"));
    }
  }

  void write_summary(const Summary& summary) {
    const std::size_t left = summary.errors + summary.warnings + summary.infos;
    if (summary.mended > 0) {
      out_.number(summary.mended) << " mended, ";
      if (left > 0) out_.number(left) << " left: ";
    }
    auto part = [this, is_first = true](std::size_t count, std::string_view one,
                                        std::string_view rendition) mutable {
      if (count == 0) return;
      if (!std::exchange(is_first, false)) out_ << ", ";
      paint(rendition, counted(count, one));
    };
    part(summary.errors, "error", color_of(Severity::error));
    part(summary.warnings, "warning", color_of(Severity::warning));
    part(summary.infos, "note", color_of(Severity::info));
    write_files(summary);
    if (failures_ > 0) {
      out_ << "; ";
      paint(color_of(Severity::error), counted(failures_, "path"));
      out_ << " could not be checked";
    }
    write_fixable();
    out_ << '\n';
  }

  void write_files(const Summary& summary) {
    if (summary.errors + summary.warnings + summary.infos == 0) {
      out_ << (summary.mended > 0 ? "none left in " : "no findings in ")
           << counted(summary.files, "file");
    } else if (files_with_findings_ >= summary.files) {
      out_ << " in " << counted(files_with_findings_, "file");
    } else {
      (out_ << " in ").number(files_with_findings_) << " of " << counted(summary.files, "file");
    }
  }

  // What another run of the program would mend.
  void write_fixable() {
    if (fixable_ > 0) {
      (out_ << "; ").number(fixable_) << " fixable with --fix";
      if (fix_level_ == Safety::wording) out_ << " --fix-level wording";
    }
    if (fixable_wording_ == 0) return;
    (out_ << (fixable_ > 0 ? ", " : "; ")).number(fixable_wording_)
        << (fixable_ > 0 ? " more with" : " fixable with --fix") << " --fix-level wording";
  }

  void write_statistics() {
    std::vector<std::pair<std::size_t, std::string_view>> sorted;
    sorted.reserve(counts_.size());
    for (const auto& [rule, count] : counts_) sorted.emplace_back(count, rule);
    // A map is sorted by rule; equal counts stay so.
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    const std::size_t width = sorted.empty() ? 0 : digits(sorted.front().first);
    for (const auto& [count, rule] : sorted) {
      out_.repeat(2 + width - digits(count), ' ').number(count) << "  " << visible(rule) << '\n';
    }
  }

  Output out_;
  Excerpter excerpter_;
  bool is_colored_ = false;
  bool is_quiet_ = false;
  bool has_statistics_ = false;
  bool is_folding_ = false;
  Columns columns_ = Columns::codepoint;
  Safety fix_level_ = Safety::layout;
  std::size_t width_ = kWidth;
  std::size_t gutter_ = 0;  ///< columns up to the end of the line number
  std::size_t files_with_findings_ = 0;
  std::size_t failures_ = 0;
  std::size_t fixable_ = 0;          ///< findings that --fix would mend
  std::size_t fixable_wording_ = 0;  ///< and those that it would with --fix-level wording
  std::map<std::string, std::size_t, std::less<>> counts_;
};

}  // namespace

std::unique_ptr<Reporter> make_text_reporter(std::ostream& out) {
  return std::make_unique<TextReporter>(out);
}

}  // namespace proclint
