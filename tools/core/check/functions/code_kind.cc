#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/check/check_digit.h"
#include "core/check/code_value.h"
#include "core/check/options.h"
#include "core/check/quote.h"

namespace proclint {
namespace {

using System = CodeSystems::System;

// More primary codes than this are not compared with each other.
constexpr std::size_t kMostPrimaries = 16;

// Codes that stand for something else than a procedure: a whole system, or a part of it.
struct OtherKind {
  const System* system = nullptr;
  std::string_view from;
  std::string_view to;
  std::string_view words;     // "a diagnosis"
  std::string_view category;  // of documents that they are right for; empty: of none

  bool covers(const System& other, std::string_view value) const {
    if (&other != system && other.of != system->key) return false;
    return from.empty() || (value.size() == from.size() && value >= from && value <= to);
  }
};

std::string_view text_of(Value map, std::string_view key) {
  const Value value = map.find(key);
  return value && value.is(Kind::string) ? value.text() : std::string_view();
}

std::optional<OptionError> read_kind(Value entry, const CodeSystems& systems,
                                     std::vector<OtherKind>& out) {
  static constexpr std::string_view kShape =
      "a kind is a map of \"system\", \"kind\" and perhaps \"from\", \"to\" and \"unless\"";
  if (!entry.is(Kind::map)) return OptionError{entry, std::string(kShape)};
  for (const Value member : entry.children()) {
    const std::string_view name = member.key().text();
    const bool is_known =
        name == "system" || name == "kind" || name == "from" || name == "to" || name == "unless";
    if (!is_known || text_of(entry, name).empty()) return OptionError{member, std::string(kShape)};
  }
  OtherKind kind{systems.find(text_of(entry, "system")), text_of(entry, "from"),
                 text_of(entry, "to"), text_of(entry, "kind"), text_of(entry, "unless")};
  if (kind.words.empty() || kind.from.empty() != kind.to.empty()) {
    return OptionError{entry, std::string(kShape)};
  }
  if (kind.system == nullptr) {
    return OptionError{entry.find("system") ? entry.find("system") : entry,
                       "this is no code system that is known"};
  }
  out.push_back(kind);
  return std::nullopt;
}

struct Primary {
  const System* system = nullptr;
  Value value;
};

class CodeKinds {
 public:
  CodeKinds(std::vector<OtherKind> kinds, const CodeSystems& systems)
      : kinds_(std::move(kinds)), systems_(systems) {}

  void operator()(Value codes, Sink& sink) const {
    if (!codes.is(Kind::list)) return;
    std::array<Primary, kMostPrimaries> primaries;
    std::size_t count = 0;
    for (const Value code : codes.children()) {
      const Value value = code.find("value");
      if (!value || !value.is(Kind::string)) continue;
      const std::string_view role = text_of(code, "role");
      const bool is_only = role.empty() && codes.size() == 1;
      const bool is_primary = role == "primary" || is_only;
      // Most codes are neither, so that their system need not be looked up.
      const bool is_description = may_be_description(value.text());
      if (!is_primary && !is_description) continue;
      const System* system = systems_.find(text_of(code, "system"));
      if (system == nullptr) continue;
      if (is_description) check_snomed(*system, value, sink);
      if (!is_primary) continue;
      check_kind(*system, value, is_only, sink);
      if (count == primaries.size()) continue;
      primaries[count++] = {system, value};
      check_second({primaries.data(), count}, sink);
    }
  }

 private:
  // Whether the value is the identifier of a description, if it is one of SNOMED CT.
  static bool may_be_description(std::string_view value) {
    return value.size() >= 3 && snomed_id(value).partition == SnomedPartition::description;
  }

  // A description's identifier is well-formed, but is a name of the concept that has the code.
  static void check_snomed(const System& system, Value value, Sink& sink) {
    if (system.check_digit != CodeSystems::CheckDigit::snomed ||
        judge(system, value.text()) != CodeVerdict::ok) {
      return;
    }
    sink.at(value, "the " + system.label + " code " + quoted(value.text()) +
                       " stands for a description, which is one of the names of a concept; write "
                       "the code of the concept");
  }

  void check_kind(const System& system, Value value, bool is_only, Sink& sink) const {
    if (is_placeholder(value.text())) return;
    for (const OtherKind& kind : kinds_) {
      if (!kind.covers(system, value.text())) continue;
      const Value root = value.parent().parent().parent();
      if (!kind.category.empty() && text_of(root, "category") == kind.category) continue;
      std::string message = is_only ? "the only code, " : "the primary code ";
      message += quoted(value.text()) + (is_only ? "," : "") + " stands for " +
                 std::string(kind.words) + ", not for a procedure; ";
      message += is_only ? "add the code of the procedure"
                         : "make the code of the procedure the primary one";
      sink.at(value, std::move(message));
      return;
    }
  }

  static void check_second(std::span<const Primary> primaries, Sink& sink) {
    const Primary& last = primaries.back();
    for (const Primary& first : primaries.first(primaries.size() - 1)) {
      if (first.system != last.system) continue;
      auto& found = sink.at(last.value, quoted(last.value.text()) +
                                            " is a second primary code of " + last.system->label +
                                            "; keep one of them, and make the other secondary");
      found.notes.push_back({{}, first.value.place(), {}, "the first one"});
      return;
    }
  }

  std::vector<OtherKind> kinds_;
  const CodeSystems& systems_;
};

}  // namespace

/// The primary code of a document stands for a procedure, and each code system has one at most. For
/// the list of codes. Option `kinds`: codes that stand for something else, each {system, kind} with
/// `from` and `to` for a part of the system and `unless` for a category of documents that they are
/// right for. The only code is the primary one when it has no role. Besides, no SNOMED CT code is
/// that of a description.
BoundCheck code_kind(Value options, const Vocabulary& vocabulary) {
  std::vector<OtherKind> kinds;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "kinds") return unknown_option(option, "kinds");
      if (!option.is(Kind::list)) return OptionError{option, "\"kinds\" is a list"};
      for (const Value entry : option.children()) {
        if (auto error = read_kind(entry, vocabulary.code_systems, kinds)) return *std::move(error);
      }
    }
  }
  return Check(CodeKinds(std::move(kinds), vocabulary.code_systems));
}

}  // namespace proclint
