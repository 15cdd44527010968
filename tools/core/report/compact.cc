#include <string>

#include "core/report/output.h"
#include "core/report/places.h"
#include "core/report/reporters.h"
#include "core/report/visible.h"

namespace proclint {
namespace {

// `path:line:col: severity: message [RULE]`, the form of compilers, which Vim, Emacs and grep know.
class CompactReporter : public Reporter {
 public:
  explicit CompactReporter(std::ostream& out) : out_(out) {}

  void begin(const RunInfo& run) override { columns_ = run.columns; }

  void file(const Source& source, std::span<const Diagnostic> findings) override {
    if (findings.empty()) return;
    const std::string path = visible(source.path());
    Places places(source, columns_);
    for (const Diagnostic& finding : findings) {
      const Place place = places.at(finding.span.begin);
      text_.clear();
      append_visible(text_, finding.message);
      text_ += " [";
      append_visible(text_, finding.rule);
      text_ += "]\n";
      out_ << path << ':';
      out_.number(place.line) << ':';
      out_.number(place.column) << ": " << name(finding.severity) << ": " << text_;
    }
  }

  void failure(std::string_view /*path*/, std::string_view /*message*/) override {}

  void end(const Summary& /*summary*/) override { out_.finish(); }

 private:
  Output out_;
  Columns columns_ = Columns::codepoint;
  std::string text_;
};

}  // namespace

std::unique_ptr<Reporter> make_compact_reporter(std::ostream& out) {
  return std::make_unique<CompactReporter>(out);
}

}  // namespace proclint
