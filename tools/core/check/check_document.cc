#include "core/check/check_document.h"

#include <string>
#include <utility>

#include "core/document/pointer.h"
#include "core/document/positions.h"

namespace proclint {
namespace {

class DocumentCheck {
 public:
  DocumentCheck(const Document& document, const AppliedRules& rules, Wording wording,
                CheckMemory& memory, std::vector<Diagnostic>& out)
      : document_(document),
        rules_(rules),
        steps_(rules.steps(document.form)),
        wording_(wording),
        out_(out),
        sink_(rules.ruleset().sought(), rules.settings().surroundings, &memory.texts) {
    memory.texts.clear();
  }

  // What Ruleset::paths() asks and tells.
  bool wants(std::uint32_t selector) const { return !steps_.of(selector).empty(); }
  void match(std::uint32_t selector, Value target) {
    for (const AppliedRules::Step& step : steps_.of(selector)) {
      (*step.check)(target, sink_);
      if (!sink_.found().empty()) report_found(step.rule);
    }
  }

  void run() {
    const auto too_dear = rules_.ruleset().paths().walk(Value::root(document_), *this);
    if (too_dear) give_up(*too_dear);
  }

 private:
  // A limit that is hit is a finding: what was not looked at must not pass for sound.
  void give_up(std::uint32_t index) {
    const Ruleset::Selector& selector = rules_.ruleset().selectors()[index];
    const auto steps = steps_.of(index);
    const Value root = Value::root(document_);
    Diagnostic finding;
    finding.rule =
        rules_.ruleset().rules()[steps.empty() ? selector.rules.front() : steps.front().rule].id;
    finding.span = root.place();
    finding.message = "the document was not checked to its end: the path \"" +
                      std::string(selector.text) +
                      "\" of this rule looks at it again and again; mend the rule, or split the "
                      "document";
    out_.push_back(std::move(finding));
  }

  [[gnu::noinline]] void report_found(std::uint32_t rule) {
    for (Sink::Found& found : sink_.found()) report(rule, found);
    sink_.found().clear();
  }

  void report(std::uint32_t index, Sink::Found& found) {
    const Rule& rule = rules_.ruleset().rules()[index];
    Diagnostic finding;
    finding.rule = rule.id;
    finding.severity = *rules_.settings().severities[index];
    const std::uint8_t steps = rules_.settings().raised[index];
    if (found.severity && steps != Settings::kOverruled) {
      finding.severity = raised(*found.severity, steps);
    }
    finding.span = found.span;
    finding.pointer = positions_.pointer_of(found.target);
    if (!found.absent.empty()) append_pointer_token(finding.pointer, found.absent);
    finding.message = compose(rule.message, found, finding.pointer, wording_);
    finding.notes = std::move(found.notes);
    for (Note& note : finding.notes) {
      note.path = document_.source->path();
      note.place = document_.source->place(note.span.begin, Columns::codepoint);
    }
    finding.fix = std::move(found.fix);
    finding.tells_all = found.tells_all;
    finding.is_detail = found.is_detail;
    finding.keyword = std::move(found.keyword);
    finding.schema_location = std::move(found.schema_location);
    finding.meant = std::move(found.meant);
    out_.push_back(std::move(finding));
  }

  const Document& document_;
  const AppliedRules& rules_;
  const AppliedRules::Steps& steps_;
  Wording wording_;
  std::vector<Diagnostic>& out_;
  Sink sink_;
  Positions positions_;
};

}  // namespace

void check_document(const Document& document, const AppliedRules& rules, Wording wording,
                    CheckMemory& memory, std::vector<Diagnostic>& out) {
  DocumentCheck(document, rules, wording, memory, out).run();
}

void check_document(const Document& document, const Ruleset& ruleset, const Settings& settings,
                    Wording wording, std::vector<Diagnostic>& out) {
  CheckMemory memory;
  check_document(document, AppliedRules(ruleset, settings), wording, memory, out);
}

}  // namespace proclint
