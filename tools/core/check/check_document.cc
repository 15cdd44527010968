#include "core/check/check_document.h"

#include <algorithm>
#include <utility>

#include "core/check/rebound.h"
#include "core/document/pointer.h"
#include "core/document/positions.h"

namespace proclint {
namespace {

class DocumentCheck {
 public:
  DocumentCheck(const Document& document, const Ruleset& ruleset, const Settings& settings,
                Wording wording, std::vector<Diagnostic>& out)
      : document_(document),
        ruleset_(ruleset),
        settings_(settings),
        wording_(wording),
        out_(out),
        sink_(settings.surroundings) {}

  void run(const Ruleset::Selector& selector) {
    const auto applies = [this](std::uint32_t rule) { return is_on(rule); };
    if (std::none_of(selector.rules.begin(), selector.rules.end(), applies)) return;
    selector.path.select(Value::root(document_), [&](Value target) {
      for (const std::uint32_t rule : selector.rules) {
        if (is_on(rule)) check(rule, target);
      }
    });
  }

 private:
  bool is_on(std::uint32_t rule) const {
    return settings_.severities[rule].has_value() &&
           ruleset_.rules()[rule].applies_to(document_.form);
  }

  void check(std::uint32_t rule, Value target) {
    const auto& rebound = settings_.rebound[rule];
    for (const Check& check : rebound ? rebound->checks : ruleset_.rules()[rule].checks) {
      check(target, sink_);
    }
    if (sink_.found().empty()) return;
    for (Sink::Found& found : sink_.found()) report(rule, found);
    sink_.found().clear();
  }

  void report(std::uint32_t index, Sink::Found& found) {
    const Rule& rule = ruleset_.rules()[index];
    Diagnostic finding;
    finding.rule = rule.id;
    finding.severity = *settings_.severities[index];
    const std::uint8_t steps = settings_.raised[index];
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
    out_.push_back(std::move(finding));
  }

  const Document& document_;
  const Ruleset& ruleset_;
  const Settings& settings_;
  Wording wording_;
  std::vector<Diagnostic>& out_;
  Sink sink_;
  Positions positions_;
};

}  // namespace

void check_document(const Document& document, const Ruleset& ruleset, const Settings& settings,
                    Wording wording, std::vector<Diagnostic>& out) {
  DocumentCheck check(document, ruleset, settings, wording, out);
  for (const Ruleset::Selector& selector : ruleset.selectors()) check.run(selector);
}

}  // namespace proclint
