#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/check/code_edit.h"
#include "core/check/code_slip.h"
#include "core/check/code_value.h"
#include "core/check/invisible.h"
#include "core/check/options.h"
#include "core/check/text_edit.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

using System = CodeSystems::System;

// A message shows the begin of a longer value.
constexpr std::size_t kShown = 40;

std::string quoted(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < kShown; ++count) {
    end += utf8::decode(text.substr(end)).size;
  }
  return '"' + std::string(text.substr(0, end)) + (end < text.size() ? "...\"" : "\"");
}

// A code of the document with its system. `system` is null when the name is unknown and is no
// misspelling of exactly one system: then the value cannot be judged.
struct Code {
  Value map;
  Value name;   // null if absent or no text: the schema's matter
  Value value;  // null if absent
  const System* system = nullptr;
  bool is_misspelt = false;  // the name is none of a system's
};

bool is_text(Value value) { return value && value.is(Kind::string); }

bool is_missing(Value value) {
  return !value || value.is(Kind::null) || (is_text(value) && is_placeholder(value.text()));
}

Code read_code(Value map, const CodeSystems& systems) {
  Code out{map, map.find("system"), map.find("value")};
  if (!is_text(out.name) || out.name.text().empty()) {
    out.name = Value();
    return out;
  }
  out.system = systems.find(out.name.text());
  out.is_misspelt = out.system == nullptr;
  if (!out.is_misspelt) return out;
  const auto meant = systems.meant_by(out.name.text());
  if (meant.size() == 1) out.system = meant.front();
  return out;
}

// The label of a page's code line as written; null if the code has none.
const Mark* label_of(Value map) {
  const std::vector<Mark>& marks = map.document().marks;
  // The label opens the code's line, as the code's map does: its mark is the first one there.
  const auto at = std::partition_point(marks.begin(), marks.end(), [&](const Mark& mark) {
    return mark.span.begin < map.span().begin;
  });
  const bool is_label =
      at != marks.end() && at->kind == MarkKind::code_label && at->node == map.id();
  return is_label ? &*at : nullptr;
}

// "CPT code", or "code" when the system is unknown.
std::string noun(const Code& code) {
  return code.system == nullptr ? "code" : code.system->label + " code";
}

void check_missing(const Code& code, const CodeSystems& /*systems*/, Sink& sink) {
  if (!is_missing(code.value)) return;
  if (const Mark* label = label_of(code.map); label != nullptr) {
    const std::string written(code.map.document().source->slice(label->span));
    auto& found =
        sink.at(code.value ? code.value : code.map, label->span,
                "the code label " + quoted(written) + " has no value; write the code behind it");
    if (!code.value) found.absent = "value";
    return;
  }
  if (!code.value) {
    sink.at(code.map, "the " + noun(code) + " has no value; write the code itself").absent =
        "value";
    return;
  }
  std::string message = "the " + noun(code) + " has no value; write the code itself";
  if (is_text(code.value) && !code.value.text().empty()) {
    message = quoted(code.value.text()) + " keeps the place of a code; write the " + noun(code) +
              " itself";
  }
  sink.at(code.value, std::move(message));
}

Span whole(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

// Another name for the system; a page has it in a label, as written.
std::optional<Fix> rewording(Value name, Span written, const std::string& by) {
  std::string title = "Write \"" + by + '"';
  if (name.document().form == Form::page) {
    return Fix{std::move(title), {{written, by}}, Safety::meaning};
  }
  return replacement(name, whole(name.text()), by, std::move(title), Safety::meaning);
}

void check_not_string(const Code& code, const CodeSystems& /*systems*/, Sink& sink) {
  if (!code.value || (!code.value.is(Kind::number) && !code.value.is(Kind::boolean))) return;
  const std::string text(code.value.text());
  const bool is_number = code.value.is(Kind::number);
  auto& found =
      sink.at(code.value, "the " + noun(code) + ' ' + text + " is written as a " +
                              (is_number ? "number, which loses zeros and rounds long codes"
                                         : "yes or no value, not as a text") +
                              "; put it in quotes: \"" + text + '"');
  const Span span = code.value.span();
  // As it stands in the source: a parsed number has lost what makes it a code. A tag says more.
  if (code.map.document().source->slice(span) != text) return;
  found.fix = Fix{"Put the code in quotes",
                  {{{span.begin, span.begin}, "\""}, {{span.end, span.end}, "\""}},
                  Safety::layout};
}

std::string spelling(const System& system, const Document& document) {
  return document.form == Form::page ? system.label : system.key;
}

// A page with several codes behind one label gives each of them the same name: one finding.
bool is_told(Value name) {
  const Value map = name.parent();
  const Value list = map.parent();
  if (!list || !list.is(Kind::list) || map.id() == list.id() + 1) return false;
  Value before(map.document(), map.id() - 1);
  while (before.parent() != list) before = before.parent();
  const Value other = before.find("system");
  return other && other.span() == name.span();
}

void check_system(const Code& code, const CodeSystems& systems, Sink& sink) {
  if (!code.is_misspelt || is_told(code.name)) return;
  const std::string_view name = code.name.text();
  std::vector<const System*> meant = systems.meant_by(name);
  const bool is_known = meant.size() == 1;
  if (meant.size() > 1 && is_text(code.value)) {
    std::vector<const System*> fitting;
    for (const System* system : meant) {
      if (judge(*system, code.value.text()) == CodeVerdict::ok) fitting.push_back(system);
    }
    if (!fitting.empty()) meant = std::move(fitting);
  }
  if (meant.empty()) meant = systems.nearest(name);
  std::vector<std::string> names;
  names.reserve(meant.size());
  for (const System* system : meant) names.push_back(spelling(*system, code.map.document()));
  std::string message = quoted(name) + " is not the name of a code system";
  if (is_known) {
    message += "; write " + alternatives(names);
  } else if (!names.empty()) {
    message += "; did you mean " + alternatives(names) + '?';
  } else {
    message += " that can be checked; correct it if it is a slip";
  }
  auto& found = sink.at(code.name, code.name.locate({0, static_cast<std::uint32_t>(name.size())}),
                        std::move(message));
  if (is_known) found.fix = rewording(code.name, found.span, names.front());
}

// The system when the value is a text that is judged by it.
const System* judging(const Code& code) {
  return is_text(code.value) && !is_missing(code.value) ? code.system : nullptr;
}

// What tells `value` apart from the code that it looks like.
std::string deception(std::string_view value) {
  const Invisible hidden = find_invisible(value, 0, true);
  if (hidden.kind == InvisibleKind::none) return "characters that look like others";
  return "the hidden character " + full_name(hidden);
}

void check_lookalike(const Code& code, const CodeSystems& /*systems*/, Sink& sink) {
  const System* system = judging(code);
  if (system == nullptr || judge(*system, code.value.text()) != CodeVerdict::lookalike) return;
  const std::string_view value = code.value.text();
  const std::vector<std::string> candidates = lookalikes(*system, value);
  auto& found =
      sink.at(code.value, "the " + noun(code) + ' ' + quoted(value) + " has " + deception(value) +
                              "; if the source agrees, write " + alternatives(candidates));
  if (candidates.size() > 1) return;
  found.fix =
      replacement(code.value, whole(value), candidates.front(),
                  "Write \"" + candidates.front() + "\", if the source agrees", Safety::meaning);
}

void check_digit(const Code& code, const CodeSystems& /*systems*/, Sink& sink) {
  const System* system = judging(code);
  if (system == nullptr || judge(*system, code.value.text()) != CodeVerdict::check_digit) return;
  const std::string_view value = code.value.text();
  sink.at(code.value, "the " + noun(code) + ' ' + quoted(value) + ' ' +
                          describe_check_digit(*system, value) + "; compare it with the source");
}

// A value of the wrong form, with what it most likely is; `text` is empty for any other.
struct Malformed {
  std::string_view text;
  SlippedCode slipped;
};

Malformed malformed(const Code& code, const CodeSystems& systems) {
  const System* system = judging(code);
  if (system == nullptr || system->has_form(code.value.text()) ||
      judge(*system, code.value.text()) != CodeVerdict::format) {
    return {};
  }
  return {code.value.text(), find_slip(systems, *system, code.value.text())};
}

Sink::Found& report(const Code& code, const Malformed& wrong, Sink& sink) {
  return sink.at(code.value, "the " + noun(code) + ' ' + quoted(wrong.text) + ' ' +
                                 describe_format(*code.system, wrong.slipped, wrong.text));
}

std::optional<Fix> respelling(Value text, const std::vector<std::string>& candidates) {
  if (candidates.size() != 1) return std::nullopt;
  return replacement(text, whole(text.text()), candidates.front(),
                     "Write \"" + candidates.front() + '"', Safety::meaning);
}

// Reports the modifiers of a code that are not well-formed and whose slip `is_meant` accepts.
template <class IsMeant>
void check_modifiers(const Code& code, const CodeSystems& systems, Sink& sink, IsMeant is_meant) {
  const Value list = code.map.find("modifiers");
  if (!list || code.system == nullptr) return;
  const System* system = systems.find(code.system->modifiers);
  if (system == nullptr) return;
  for (const Value modifier : list.children()) {
    if (!is_text(modifier) || system->has_form(modifier.text())) continue;
    const SlippedCode slipped = find_slip(systems, *system, modifier.text());
    if (!is_meant(slipped.slip)) continue;
    auto& found = sink.at(modifier, "the " + system->label + ' ' + quoted(modifier.text()) + ' ' +
                                        describe_format(*system, slipped, modifier.text()));
    found.fix = respelling(modifier, slipped.candidates);
  }
}

void check_format(const Code& code, const CodeSystems& systems, Sink& sink) {
  const auto is_meant = [](CodeSlip slip) {
    return slip == CodeSlip::form || slip == CodeSlip::several;
  };
  if (const Malformed wrong = malformed(code, systems);
      !wrong.text.empty() && is_meant(wrong.slipped.slip)) {
    report(code, wrong, sink);
  }
  check_modifiers(code, systems, sink, [](CodeSlip slip) { return slip != CodeSlip::letter_case; });
}

void check_case(const Code& code, const CodeSystems& systems, Sink& sink) {
  if (const Malformed wrong = malformed(code, systems);
      !wrong.text.empty() && wrong.slipped.slip == CodeSlip::letter_case) {
    report(code, wrong, sink).fix = respelling(code.value, wrong.slipped.candidates);
  }
  check_modifiers(code, systems, sink, [](CodeSlip slip) { return slip == CodeSlip::letter_case; });
}

void check_separator(const Code& code, const CodeSystems& systems, Sink& sink) {
  const Malformed wrong = malformed(code, systems);
  if (wrong.text.empty() || wrong.slipped.slip != CodeSlip::separator) return;
  report(code, wrong, sink).fix = respelling(code.value, wrong.slipped.candidates);
}

void check_range(const Code& code, const CodeSystems& systems, Sink& sink) {
  const Malformed wrong = malformed(code, systems);
  if (!wrong.text.empty() && wrong.slipped.slip == CodeSlip::range) report(code, wrong, sink);
}

void check_modifier_in_value(const Code& code, const CodeSystems& systems, Sink& sink) {
  const Malformed wrong = malformed(code, systems);
  if (wrong.text.empty() || wrong.slipped.slip != CodeSlip::modifier) return;
  auto& found = report(code, wrong, sink);
  std::vector<Edit> edits = modifiers_moved(code.value, wrong.slipped);
  if (!edits.empty()) {
    found.fix = Fix{"Move it to the modifiers of the code", std::move(edits), Safety::meaning};
  }
}

// On a page several codes may stand behind one name.
bool is_shared(const Code& code) {
  const Value list = code.map.parent();
  if (!list || !list.is(Kind::list)) return false;
  for (const Value other : list.children()) {
    const Value name = other.is(Kind::map) ? other.find("system") : Value();
    if (name && name != code.name && name.span() == code.name.span()) return true;
  }
  return false;
}

void check_mismatch(const Code& code, const CodeSystems& systems, Sink& sink) {
  const Malformed wrong = malformed(code, systems);
  if (wrong.text.empty() || wrong.slipped.slip != CodeSlip::other_system) return;
  auto& found = report(code, wrong, sink);
  found.notes.push_back({{}, code.name.place(), {}, "the system"});
  // A misspelt name is mended first.
  if (code.is_misspelt || is_shared(code)) return;
  const std::string name = spelling(*wrong.slipped.other, code.map.document());
  const Span span = code.name.locate(whole(code.name.text()));
  found.fix = rewording(code.name, span, name);
}

// Whether no part finds anything, which holds for nearly all codes.
[[gnu::noinline]] bool is_clean(Value map, const CodeSystems& systems) {
  const Code code = read_code(map, systems);
  const System* system = judging(code);
  return system != nullptr && !code.is_misspelt &&
         judge(*system, code.value.text()) == CodeVerdict::ok && !code.map.find("modifiers");
}

using Part = void (*)(const Code&, const CodeSystems&, Sink&);

[[gnu::noinline]] void check(Part part, Value map, const CodeSystems& systems, Sink& sink) {
  part(read_code(map, systems), systems, sink);
  for (Sink::Found& found : sink.found()) found.tells_all = true;
}

struct Verdict {
  std::string_view name;
  Part check;
};

constexpr std::array kVerdicts{
    Verdict{"value-missing", check_missing},
    Verdict{"value-not-string", check_not_string},
    Verdict{"system-unknown", check_system},
    Verdict{"system-mismatch", check_mismatch},
    Verdict{"lookalike", check_lookalike},
    Verdict{"check-digit", check_digit},
    Verdict{"modifier-in-value", check_modifier_in_value},
    Verdict{"range-as-value", check_range},
    Verdict{"case", check_case},
    Verdict{"separator", check_separator},
    Verdict{"format", check_format},
};

constexpr std::string_view kVerdictNames =
    "\"verdict\" is value-missing, value-not-string, system-unknown, system-mismatch, lookalike, "
    "check-digit, modifier-in-value, range-as-value, case, separator or format";

}  // namespace

/// A code {system, value, modifiers} is what its system asks for. All rules about one code share
/// one classification, so that a value has one finding: option `verdict` names the class that the
/// rule reports. A value is never guessed, and never made from a parsed number.
BoundCheck code(Value options, const Vocabulary& vocabulary) {
  Part part = nullptr;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "verdict") return unknown_option(option, "verdict");
      for (const Verdict& verdict : kVerdicts) {
        if (is_text(option) && option.text() == verdict.name) part = verdict.check;
      }
      if (part == nullptr) return OptionError{option, std::string(kVerdictNames)};
    }
  }
  if (part == nullptr) return OptionError{options, std::string(kVerdictNames)};
  return [part, &systems = vocabulary.code_systems](Value target, Sink& sink) {
    if (!target.is(Kind::map)) return;
    const auto look = [&] { return is_clean(target, systems); };
    if (!sink.recall(&systems, target, look)) check(part, target, systems, sink);
  };
}

}  // namespace proclint
