#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/check/code_value.h"
#include "core/check/options.h"
#include "core/check/quote.h"
#include "core/check/retired_codes.h"
#include "core/check/text_edit.h"

namespace proclint {
namespace {

std::string_view text_of(Value map, std::string_view key) {
  const Value value = map.find(key);
  return value && value.is(Kind::string) ? value.text() : std::string_view();
}

// A map of the option `codes`: {system, value, retired, replacedBy, note}.
std::optional<OptionError> add_code(Value entry, const CodeSystems& systems, RetiredCodes& out) {
  if (!entry.is(Kind::map)) {
    return OptionError{entry,
                       "a retired code is a map of system, value, retired, replacedBy and "
                       "note"};
  }
  RetiredCodes::Entry read{
      std::string(text_of(entry, "retired")), {}, std::string(text_of(entry, "note"))};
  for (const Value member : entry.children()) {
    const std::string_view name = member.key().text();
    if (name == "replacedBy") {
      std::vector<std::string_view> codes;
      if (auto error = read_texts(member, codes)) return error;
      read.replaced.assign(codes.begin(), codes.end());
    } else if ((name != "system" && name != "value" && name != "retired" && name != "note")) {
      return unknown_option(member, "system, value, retired, replacedBy, note");
    } else if (!member.is(Kind::string)) {
      return OptionError{member, '"' + std::string(name) + "\" is a text"};
    }
  }
  if (auto problem =
          out.add(systems, text_of(entry, "system"), text_of(entry, "value"), std::move(read))) {
    return OptionError{entry, *std::move(problem)};
  }
  return std::nullopt;
}

// Where a retired code belongs: in a document or an entry that says so itself, or among the similar
// codes as what this procedure replaces.
bool is_meant(Value code) {
  if (text_of(code, "status") == "retired" || text_of(code, "relation") == "replaces") return true;
  return text_of(Value::root(code.document()), "status") == "retired";
}

std::string replacement(const RetiredCodes::Entry& entry, bool is_past) {
  if (entry.replaced.empty()) return "; the list names no code in its place";
  std::string codes;
  for (std::size_t i = 0; i < entry.replaced.size(); ++i) {
    if (i > 0) codes += i + 1 == entry.replaced.size() ? " and " : ", ";
    codes += quoted(entry.replaced[i]);
  }
  return (is_past ? "; it was replaced by " : "; it will be replaced by ") + codes;
}

class RetiredCheck {
 public:
  RetiredCheck(std::shared_ptr<const RetiredCodes> own, const CodeSystems& systems)
      : own_(std::move(own)), systems_(systems) {}

  void operator()(Value code, Sink& sink) const {
    const RetiredCodes* list = sink.surroundings().retired;
    const Value value = code.find("value");
    if (!value || !value.is(Kind::string)) return;
    const bool is_listed = own_->has(value.text()) || (list != nullptr && list->has(value.text()));
    if (!is_listed) return;
    const CodeSystems::System* system = systems_.find(text_of(code, "system"));
    if (system == nullptr) return;
    const RetiredCodes::Entry* entry = own_->find(*system, value.text());
    if (entry == nullptr && list != nullptr) entry = list->find(*system, value.text());
    if (entry != nullptr) report(code, value, *system, *entry, sink);
  }

 private:
  static void report(Value code, Value value, const CodeSystems::System& system,
                     const RetiredCodes::Entry& entry, Sink& sink) {
    const bool is_past = entry.date <= sink.surroundings().today;
    std::string message = "the " + system.label + " code " + quoted(value.text()) +
                          (is_past ? " was retired on " : " will be retired on ") + entry.date +
                          replacement(entry, is_past);
    if (!entry.note.empty()) message += " (" + entry.note + ')';
    auto& found = sink.at(value, std::move(message));
    found.severity = is_past ? Severity::error : Severity::warning;
    if (is_meant(code)) found.severity = Severity::info;
    if (!is_past || is_meant(code) || entry.replaced.size() != 1) return;
    found.fix = replacement(value, {0, static_cast<std::uint32_t>(value.text().size())},
                            entry.replaced.front(), "Write \"" + entry.replaced.front() + '"',
                            Safety::meaning);
  }

  std::shared_ptr<const RetiredCodes> own_;
  const CodeSystems& systems_;
};

}  // namespace

/// A code {system, value} is not in the list of retired codes: that which the configuration names
/// (`data: { retired: FILE }`), and the option `codes`, maps of {system, value, retired,
/// replacedBy, note}. An error from the date on, a warning before, and info where the document or
/// the code says itself that it is retired. Option `list`: "retired".
BoundCheck code_list(Value options, const Vocabulary& vocabulary) {
  auto own = std::make_shared<RetiredCodes>();
  bool is_retired = false;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() == "list") {
        is_retired = option.is(Kind::string) && option.text() == "retired";
        if (!is_retired) return OptionError{option, "\"list\" is retired"};
      } else if (option.key().text() == "codes") {
        if (!option.is(Kind::list)) return OptionError{option, "\"codes\" is a list"};
        for (const Value entry : option.children()) {
          if (auto error = add_code(entry, vocabulary.code_systems, *own)) {
            return *std::move(error);
          }
        }
      } else {
        return unknown_option(option, "list, codes");
      }
    }
  }
  if (!is_retired) return OptionError{options, "\"list\" is retired"};
  return Check(RetiredCheck(std::move(own), vocabulary.code_systems));
}

}  // namespace proclint
