#include "core/check/check_document.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/check/rebound.h"
#include "core/document/pointer.h"
#include "core/document/positions.h"

namespace proclint {
namespace {

class DocumentCheck {
 public:
  DocumentCheck(const Document& document, const Ruleset& ruleset, const Settings& settings,
                Wording wording, CheckMemory& memory, std::vector<Diagnostic>& out)
      : document_(document),
        ruleset_(ruleset),
        settings_(settings),
        wording_(wording),
        out_(out),
        sink_(ruleset.sought(), settings.surroundings, &memory.texts) {
    memory.texts.clear();
  }

  // What Ruleset::paths() asks and tells.
  bool wants(std::uint32_t selector) const {
    const std::vector<std::uint32_t>& rules = ruleset_.selectors()[selector].rules;
    return std::any_of(rules.begin(), rules.end(),
                       [this](std::uint32_t rule) { return is_on(rule); });
  }
  void match(std::uint32_t selector, Value target) {
    for (const std::uint32_t rule : ruleset_.selectors()[selector].rules) {
      if (is_on(rule)) check(rule, target);
    }
  }

  void run() {
    const auto too_dear = ruleset_.paths().walk(Value::root(document_), *this);
    if (too_dear) give_up(ruleset_.selectors()[*too_dear]);
  }

 private:
  bool is_on(std::uint32_t rule) const {
    return settings_.severities[rule].has_value() &&
           ruleset_.rules()[rule].applies_to(document_.form);
  }

  // A limit that is hit is a finding: what was not looked at must not pass for sound.
  void give_up(const Ruleset::Selector& selector) {
    const auto rule = std::find_if(selector.rules.begin(), selector.rules.end(),
                                   [this](std::uint32_t each) { return is_on(each); });
    const Value root = Value::root(document_);
    Diagnostic finding;
    finding.rule = ruleset_.rules()[rule == selector.rules.end() ? selector.rules[0] : *rule].id;
    finding.span = root.place();
    finding.message = "the document was not checked to its end: the path \"" +
                      std::string(selector.text) +
                      "\" of this rule looks at it again and again; mend the rule, or split the "
                      "document";
    out_.push_back(std::move(finding));
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
    finding.tells_all = found.tells_all;
    finding.is_detail = found.is_detail;
    finding.keyword = std::move(found.keyword);
    finding.schema_location = std::move(found.schema_location);
    finding.meant = std::move(found.meant);
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
                    Wording wording, CheckMemory& memory, std::vector<Diagnostic>& out) {
  DocumentCheck(document, ruleset, settings, wording, memory, out).run();
}

void check_document(const Document& document, const Ruleset& ruleset, const Settings& settings,
                    Wording wording, std::vector<Diagnostic>& out) {
  CheckMemory memory;
  check_document(document, ruleset, settings, wording, memory, out);
}

}  // namespace proclint
