#include "core/engine/fix.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <iterator>
#include <map>
#include <new>
#include <set>
#include <span>
#include <utility>

namespace proclint {
namespace {

constexpr int kRounds = 10;
// Checks of one document beyond those of the rounds: enough to find several fixes that do harm.
constexpr int kAttempts = 100;

using Findings = std::vector<Diagnostic>;
using Fixes = std::vector<const Diagnostic*>;  // findings with a fix

bool is_unreadable(const Diagnostic& finding) {
  return finding.rule == "syntax-error" || finding.rule == "too-deep" ||
         finding.rule == "too-large";
}

// A fix keeps its key while others change the text around it.
std::string key_of(const Diagnostic& finding) {
  std::string out = finding.rule + '\n' + finding.identity;
  for (const Edit& edit : finding.fix->edits) out += '\n' + edit.text;
  return out;
}

// Whether the document has become worse: it cannot be read, or has an error that it had not. An
// error at one of `places`, where one was mended, stood behind that: a code in quotes is judged as
// a code. Only what `counts` is looked at.
template <class Counts>
bool is_worse(const Findings& before, const Findings& after, const std::set<std::string>& places,
              Counts counts) {
  if (std::any_of(after.begin(), after.end(), is_unreadable) &&
      std::none_of(before.begin(), before.end(), is_unreadable)) {
    return true;
  }
  // A violation of the schema is one whatever the configuration makes of it.
  const auto is_error = [&](const Diagnostic& finding) {
    return (finding.severity == Severity::error || finding.rule == "schema-violation") &&
           counts(finding);
  };
  std::map<std::string_view, std::ptrdiff_t> excess;  // errors of each rule beyond those before
  for (const Diagnostic& finding : before) excess[finding.rule] -= is_error(finding) ? 1 : 0;
  for (const Diagnostic& finding : after) excess[finding.rule] += is_error(finding) ? 1 : 0;
  for (const Diagnostic& finding : after) {
    if (!is_error(finding) || finding.rule == "schema-violation") continue;
    if (excess[finding.rule] > 0 && places.contains(finding.pointer)) --excess[finding.rule];
  }
  return std::any_of(excess.begin(), excess.end(),
                     [](const auto& rule) { return rule.second > 0; });
}

// Spans that edits of a round have taken.
class Taken {
 public:
  // Takes all the edits, or none of them.
  bool take(const std::vector<Edit>& edits) {
    const auto is_free = [this](const Edit& edit) { return this->is_free(edit.span); };
    if (!std::all_of(edits.begin(), edits.end(), is_free)) return false;
    for (const Edit& edit : edits) spans_[edit.span.begin] = edit.span;
    return true;
  }

 private:
  // Spans that only touch are apart, but where one is an insertion nothing says which comes first.
  bool is_free(Span span) const {
    auto behind = spans_.lower_bound(span.begin);
    if (behind != spans_.end() && touches(behind->second, span)) return false;
    return behind == spans_.begin() || !touches(std::prev(behind)->second, span);
  }
  static bool touches(Span a, Span b) {
    if (a.empty() || b.empty()) return a.begin <= b.end && b.begin <= a.end;
    return a.begin < b.end && b.begin < a.end;
  }

  std::map<std::uint32_t, Span> spans_;  // by their begin
};

class Fixer {
 public:
  Fixer(const Engine& engine, const Plan& plan, std::string path, Form form, Safety level)
      : engine_(engine), plan_(plan), path_(std::move(path)), form_(form), level_(level) {}

  // Mends `text`, whose findings are given; both are then those of the mended text.
  void run(std::string& text, Findings& findings, Fixed& out) {
    const std::string first_text = text;
    const Findings first_findings = findings;
    run_rounds(text, findings, out);
    const auto all = [](const Diagnostic&) { return true; };
    if (!is_worse(first_findings, findings, places_, all)) return;
    text = first_text;
    findings = first_findings;
    out.mended = 0;
    problems_.push_back(path_ +
                        ": all its fixes were left out, because together they would make it "
                        "worse; please report it");
  }

  std::vector<std::string>& problems() { return problems_; }

 private:
  struct Attempt {
    std::string text;
    Findings findings;
  };
  struct Before {
    const std::string* text = nullptr;
    const Findings* findings = nullptr;
  };

  void run_rounds(std::string& text, Findings& findings, Fixed& out) {
    std::set<std::size_t> seen{std::hash<std::string>()(text)};
    for (int round = 0; round < kRounds; ++round) {
      const Fixes chosen = choose(text, findings);
      if (chosen.empty()) return;
      before_ = {&text, &findings};
      add(chosen);
      if (accepted_.empty()) continue;
      out.mended += accepted_.size();
      add_places(accepted_, places_);
      accepted_.clear();
      text = std::exchange(best_.text, {});
      findings = std::exchange(best_.findings, {});
      if (!seen.insert(std::hash<std::string>()(text)).second) break;
    }
    const Fixes left = choose(text, findings);
    if (left.empty()) return;
    problems_.push_back(path_ + ": the fixes of " + left.front()->rule +
                        " come to no end, and some were left out; please report it");
  }

  // Findings are sorted by place, then rule, and so are fixes taken.
  Fixes choose(const std::string& text, const Findings& findings) const {
    Fixes out;
    Taken taken;
    for (const Diagnostic& finding : findings) {
      if (!is_allowed(finding) || !are_apart(finding.fix->edits, text.size())) continue;
      if (dropped_.contains(key_of(finding)) || !taken.take(finding.fix->edits)) continue;
      out.push_back(&finding);
    }
    return out;
  }

  // Accepts those of the fixes that do no harm, by halves: most often all of them at once.
  void add(std::span<const Diagnostic* const> fixes) {
    if (attempts_ == 0) return drop(fixes);
    Fixes all = accepted_;
    all.insert(all.end(), fixes.begin(), fixes.end());
    Attempt attempt = apply(all);
    if (!does_harm(attempt, all)) {
      accepted_ = std::move(all);
      best_ = std::move(attempt);
      return;
    }
    --attempts_;
    if (fixes.size() == 1) return drop(fixes);
    add(fixes.first(fixes.size() / 2));
    add(fixes.subspan(fixes.size() / 2));
  }

  void drop(std::span<const Diagnostic* const> fixes) {
    const Source source(path_, *before_.text);
    for (const Diagnostic* finding : fixes) {
      dropped_.insert(key_of(*finding));
      const Place place = source.place(finding->span.begin, Columns::codepoint);
      problems_.push_back(path_ + ':' + std::to_string(place.line) + ':' +
                          std::to_string(place.column) + ": the fix of " + finding->rule + " (" +
                          finding->fix->title +
                          ") was left out, because the document would be worse with it");
    }
  }

  Attempt apply(const Fixes& fixes) {
    std::vector<Edit> edits;
    for (const Diagnostic* finding : fixes) {
      edits.insert(edits.end(), finding->fix->edits.begin(), finding->fix->edits.end());
    }
    std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
      return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
    });
    Attempt out;
    out.text = apply_edits(*before_.text, edits);
    const Source source(path_, out.text);
    out.findings = engine_.check(source, form_, plan_, document_);
    return out;
  }

  bool is_allowed(const Diagnostic& finding) const {
    return finding.fix && finding.fix->safety <= level_ && !finding.fix->edits.empty();
  }

  bool is_mended_next(const Diagnostic& finding) const {
    return is_allowed(finding) && !dropped_.contains(key_of(finding));
  }

  // Within the rounds an error that the next one mends does not count: a blank line makes a list of
  // lines, whose numbers may be wrong.
  bool does_harm(const Attempt& attempt, const Fixes& applied) const {
    std::set<std::string> places = places_;
    add_places(applied, places);
    return is_worse(*before_.findings, attempt.findings, places,
                    [this](const Diagnostic& finding) { return !is_mended_next(finding); });
  }

  // Where errors were mended.
  static void add_places(const Fixes& applied, std::set<std::string>& places) {
    for (const Diagnostic* finding : applied) {
      if (finding->severity == Severity::error) places.insert(finding->pointer);
    }
  }

  const Engine& engine_;
  const Plan& plan_;
  std::string path_;
  Form form_;
  Safety level_;
  Document document_;
  Before before_;   // the round's begin
  Fixes accepted_;  // of this round
  Attempt best_;    // what they lead to
  int attempts_ = kAttempts;
  std::set<std::string> dropped_;
  std::set<std::string> places_;  // where errors were mended in earlier rounds
  std::vector<std::string> problems_;
};

// Mends what was checked.
void mend(const Engine& engine, const Plan& plan, const std::string& path, Form form, Safety level,
          Fixed& out) {
  Checked& checked = out.checked;
  const bool is_fixable =
      std::any_of(checked.findings.begin(), checked.findings.end(), [level](const Diagnostic& f) {
        return f.fix && f.fix->safety <= level && !f.fix->edits.empty();
      });
  if (!is_fixable) return;
  std::string text = checked.text;
  Findings findings = checked.findings;
  Fixer fixer(engine, plan, path, form, level);
  fixer.run(text, findings, out);
  out.problems = std::move(fixer.problems());
  if (!out.is_changed()) return;
  out.before = std::exchange(checked.text, text);
  out.after = std::move(text);
  checked.findings = std::move(findings);
}

}  // namespace

Fixed fix(const Engine& engine, const Input& input, const Plan& plan, Safety level,
          Workspace& workspace) {
  Fixed out;
  out.checked = engine.check(input, plan, workspace);
  if (out.checked.failure) return out;
  try {
    mend(engine, plan, input.path, workspace.document.form, level, out);
  } catch (const std::bad_alloc&) {
    out = Fixed();
    out.checked.failure = "internal error: there is not enough memory to mend " + input.path;
  } catch (const std::exception& error) {
    out = Fixed();
    out.checked.failure = "internal error: cannot mend " + input.path + ": " + error.what();
  }
  return out;
}

Fixed fix(const Engine& engine, const Source& source, Form form, const Plan& plan, Safety level) {
  Fixed out;
  Document document;
  out.checked.findings = engine.check(source, form, plan, document);
  out.checked.text = source.text();
  mend(engine, plan, std::string(source.path()), form, level, out);
  return out;
}

}  // namespace proclint
