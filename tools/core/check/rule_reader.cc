#include "core/check/rule_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/check/suggest.h"

namespace proclint {
namespace {

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

// "a, b, c" of things that have a name.
template <class List, class Name>
std::string joined(const List& list, Name name) {
  std::string out;
  for (const auto& each : list) {
    if (!out.empty()) out += ", ";
    out += name(each);
  }
  return out;
}

bool is_blank(Value text) { return text.text().find_first_not_of(" \t\r\n") == std::string::npos; }

class RuleReader {
 public:
  RuleReader(Value entry, const Vocabulary& vocabulary, Mistakes& mistakes,
             std::span<const std::string_view> known_paths)
      : entry_(entry), vocabulary_(vocabulary), mistakes_(mistakes), known_paths_(known_paths) {}

  std::optional<ReadRule> read(Documentation documentation) {
    const std::size_t before = mistakes_.count();
    out_.rule.id = entry_.key().text();
    out_.rule.entry = entry_;
    check_id();
    if (!entry_.is(Kind::map)) {
      mistakes_.at(entry_, "a rule is a map with summary, why, severity, then and examples");
      return std::nullopt;
    }
    for (const Value value : entry_.children()) member(value);
    if (documentation == Documentation::present) check_complete();
    if (mistakes_.count() != before) return std::nullopt;
    return std::move(out_);
  }

  // A member of a change: `files` or `forms`.
  void read_limit(Value value, Rule& rule) {
    if (value.key().text() == "files") {
      files(value);
      rule.files = std::move(out_.rule.files);
    } else {
      forms(value);
      rule.forms = out_.rule.forms;
    }
  }

 private:
  using Handler = void (RuleReader::*)(Value value);
  struct Member {
    std::string_view name;
    Handler read;
    bool is_required;
  };

  static const std::array<Member, 12> kMembers;

  void check_id() {
    const std::string_view id = out_.rule.id;
    const auto is_plain = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (id.empty() || !std::all_of(id.begin(), id.end(), is_plain)) {
      mistakes_.at(entry_.key(), "the id of a rule is made of a to z, 0 to 9 and \"-\"");
    }
  }

  void member(Value value) {
    const std::string_view name = value.key().text();
    const auto known = std::find_if(kMembers.begin(), kMembers.end(),
                                    [name](const Member& each) { return each.name == name; });
    if (known == kMembers.end()) {
      std::array<std::string_view, kMembers.size()> names;
      std::transform(kMembers.begin(), kMembers.end(), names.begin(),
                     [](const Member& each) { return each.name; });
      const std::string all =
          joined(names, [](std::string_view each) { return std::string(each); });
      mistakes_.at(value.key(), "a rule has no " + quoted(name) + "; " +
                                    did_you_mean(name, names, "it has " + all));
      return;
    }
    const unsigned bit = 1U << static_cast<unsigned>(known - kMembers.begin());
    if ((present_ & bit) != 0) {
      mistakes_.at(value.key(), quoted(name) + " stands here twice; keep one");
      return;
    }
    present_ |= bit;
    (this->*known->read)(value);
  }

  bool has(std::string_view name) const {
    for (std::size_t i = 0; i < kMembers.size(); ++i) {
      if (kMembers[i].name == name) return ((present_ >> i) & 1U) != 0;
    }
    return false;
  }

  void check_complete() {
    for (std::size_t i = 0; i < kMembers.size(); ++i) {
      if (kMembers[i].is_required && ((present_ >> i) & 1U) == 0) {
        mistakes_.at(entry_.key(), "the rule has no " + quoted(kMembers[i].name) + "; write it");
      }
    }
    const bool wants_given = out_.rule.finder == Rule::Finder::functions;
    if (has("then") && wants_given && !has("given")) {
      mistakes_.at(entry_.key(), "the rule has no \"given\"; write the path of what it looks at");
    }
    if (!wants_given && has("given")) {
      mistakes_.at(entry_.find("given"), "only a rule with functions looks at a path; drop it");
    }
  }

  void text(Value value) {
    if (!value.is(Kind::string) || is_blank(value)) {
      mistakes_.at(value, quoted(value.key().text()) + " is a text, and not blank");
    }
  }

  void texts(Value value) {
    for_each_text(value, [](Value) {});
  }

  // Calls `use` for a text, or for each text in a list of them.
  template <class Use>
  void for_each_text(Value value, Use use) {
    const auto one = [&](Value each) {
      if (each.is(Kind::string) && !is_blank(each)) return use(each);
      mistakes_.at(each, "expected a text that is not blank");
    };
    if (!value.is(Kind::list)) return one(value);
    if (value.size() == 0) mistakes_.at(value, "the list is empty; name at least one");
    for (const Value each : value.children()) one(each);
  }

  void severity(Value value) {
    if (const auto severity = read_severity(value, mistakes_)) out_.rule.severity = *severity;
  }

  void given(Value value) {
    for_each_text(value, [this](Value text) {
      if (std::find(known_paths_.begin(), known_paths_.end(), text.text()) != known_paths_.end()) {
        out_.given.push_back({text, std::nullopt});
        return;
      }
      auto path = Path::parse(text.text());
      if (const auto* error = std::get_if<PathError>(&path)) {
        mistakes_.inside(text, error->span, "no path: " + error->reason);
        return;
      }
      for (const PathError& doubt : std::get<Path>(path).doubts()) {
        mistakes_.inside(text, doubt.span, doubt.reason);
      }
      out_.given.push_back({text, std::get<Path>(std::move(path))});
    });
  }

  void then(Value value) {
    if (value.is(Kind::string) && value.text() == "reading") {
      out_.rule.finder = Rule::Finder::reading;
    } else if (value.is(Kind::string) && value.text() == "schema") {
      out_.rule.finder = Rule::Finder::schema;
    } else if (value.is(Kind::map) && value.size() > 0) {
      for (const Value options : value.children()) {
        auto check = bind_function(options.key(), options, vocabulary_, mistakes_);
        if (check) out_.rule.checks.push_back(*std::move(check));
      }
    } else {
      mistakes_.at(value,
                   "\"then\" is a map from functions to their options, \"reading\" or \"schema\"");
    }
  }

  void message(Value value) {
    MessageTemplate& message = out_.rule.message;
    if (value.is(Kind::string)) {
      message.author = template_text(value);
      return;
    }
    if (!value.is(Kind::map) || !value.find("author")) {
      mistakes_.at(value, "\"message\" is a text, or a map with \"author\" and \"engineer\"");
      return;
    }
    for (const Value wording : value.children()) {
      const std::string_view name = wording.key().text();
      if (name == "author") {
        message.author = template_text(wording);
      } else if (name == "engineer") {
        message.engineer = template_text(wording);
      } else {
        mistakes_.at(wording.key(),
                     "there is no wording " + quoted(name) + "; there are author and engineer");
      }
    }
  }

  std::string_view template_text(Value value) {
    text(value);
    if (!value.is(Kind::string)) return {};
    if (const auto error = find_template_error(value.text())) {
      mistakes_.inside(value, error->offset, error->reason);
    }
    return value.text();
  }

  void files(Value value) {
    for_each_text(value, [this](Value text) {
      auto glob = Glob::parse(text.text());
      if (glob) {
        out_.rule.files.push_back(*std::move(glob));
      } else {
        mistakes_.at(text, "no file pattern: " + glob.error().message);
      }
    });
  }

  void forms(Value value) {
    static constexpr std::array kForms{Form::json, Form::yaml, Form::markdown, Form::page};
    out_.rule.forms = 0;
    for_each_text(value, [this](Value text) {
      const auto form = std::find_if(kForms.begin(), kForms.end(),
                                     [text](Form each) { return name(each) == text.text(); });
      if (form == kForms.end()) {
        mistakes_.at(text, "there is no form " + quoted(text.text()) + "; there are " +
                               joined(kForms, [](Form each) { return std::string(name(each)); }));
        return;
      }
      out_.rule.forms =
          static_cast<std::uint8_t>(out_.rule.forms | 1U << static_cast<unsigned>(*form));
    });
  }

  // The examples are executed by check/examples.h; here only their shape counts.
  void examples(Value value) {
    bool has_bad = false;
    bool has_good = false;
    for (const Value each : value.children()) {
      if (!value.is(Kind::list)) break;
      has_bad = has_bad || each.find("bad");
      has_good = has_good || each.find("good");
      example(each);
    }
    if (!has_bad || !has_good) {
      mistakes_.at(value, "\"examples\" is a list with at least one bad and one good example");
    }
  }

  void example(Value value) {
    if (!value.is(Kind::map) || bool(value.find("bad")) == bool(value.find("good"))) {
      mistakes_.at(value, "an example is a map with either \"bad\" or \"good\"");
      return;
    }
    const bool is_bad = bool(value.find("bad"));
    for (const Value each : value.children()) {
      const std::string_view name = each.key().text();
      if (name == "finds" && is_bad) {
        if (!each.is(Kind::list)) mistakes_.at(each, "\"finds\" is a list of texts");
        if (each.is(Kind::list)) finds(each);
      } else if (name != "bad" && name != "good" && !(name == "fixed" && is_bad)) {
        mistakes_.at(each.key(), std::string("a ") + (is_bad ? "bad" : "good") +
                                     " example has no " + quoted(name));
      }
    }
    if (is_bad && !value.find("finds")) {
      mistakes_.at(value, "the bad example does not say what is found; write \"finds\"");
    }
  }

  void finds(Value list) {
    if (list.size() == 0) mistakes_.at(list, "the list is empty; name at least one");
    for (const Value each : list.children()) {
      const Value finding = each.is(Kind::map) ? each.find("finding") : each;
      if (!finding || !finding.is(Kind::string) || is_blank(finding)) {
        mistakes_.at(each,
                     "a finding is \"POINTER: message\", or a map with \"finding\" and \"span\"");
      } else if (each.is(Kind::map) && each.size() != (each.find("span") ? 2U : 1U)) {
        mistakes_.at(each, "a finding has nothing but \"finding\" and \"span\"");
      }
    }
  }

  Value entry_;
  const Vocabulary& vocabulary_;
  Mistakes& mistakes_;
  std::span<const std::string_view> known_paths_;
  ReadRule out_;
  unsigned present_ = 0;
};

const std::array<RuleReader::Member, 12> RuleReader::kMembers{{
    {"category", &RuleReader::text, false},
    {"summary", &RuleReader::text, true},
    {"why", &RuleReader::text, true},
    {"help", &RuleReader::text, false},
    {"severity", &RuleReader::severity, true},
    {"given", &RuleReader::given, false},
    {"then", &RuleReader::then, true},
    {"message", &RuleReader::message, false},
    {"sources", &RuleReader::texts, false},
    {"files", &RuleReader::files, false},
    {"forms", &RuleReader::forms, false},
    {"examples", &RuleReader::examples, true},
}};

}  // namespace

std::optional<ReadRule> read_rule(Value entry, const Vocabulary& vocabulary, Mistakes& mistakes,
                                  Documentation documentation,
                                  std::span<const std::string_view> known_paths) {
  return RuleReader(entry, vocabulary, mistakes, known_paths).read(documentation);
}

bool is_change(Value entry) {
  if (entry.is(Kind::string)) return true;
  if (!entry.is(Kind::map) || entry.size() == 0) return false;
  for (const Value member : entry.children()) {
    const std::string_view name = member.key().text();
    if (name != "severity" && name != "options" && name != "files" && name != "forms") return false;
  }
  return true;
}

void read_limit(Value value, const Vocabulary& vocabulary, Rule& rule, Mistakes& mistakes) {
  RuleReader(value, vocabulary, mistakes, {}).read_limit(value, rule);
}

std::optional<std::optional<Severity>> read_severity(Value value, Mistakes& mistakes) {
  if (value.is(Kind::string)) {
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
      if (value.text() == name(severity)) return severity;
    }
    if (value.text() == "off") return std::optional<Severity>();
  }
  mistakes.at(value, "a severity is \"error\", \"warning\", \"info\" or \"off\"");
  return std::nullopt;
}

std::optional<Check> bind_function(Value key, Value options, const Vocabulary& vocabulary,
                                   Mistakes& mistakes) {
  const Function* function = find_function(key.text());
  if (function == nullptr) {
    std::vector<std::string_view> names;
    for (const Function& each : functions()) names.push_back(each.name);
    const std::string all = joined(names, [](std::string_view each) { return std::string(each); });
    mistakes.at(key, "there is no function " + quoted(key.text()) + "; " +
                         did_you_mean(key.text(), names, "there are " + all));
    return std::nullopt;
  }
  if (!options.is(Kind::map) && !options.is(Kind::null)) {
    mistakes.at(options, "the options of a function are a map, or null for none");
    return std::nullopt;
  }
  BoundCheck bound = function->make(options.is(Kind::map) ? options : Value(), vocabulary);
  if (const auto* error = std::get_if<OptionError>(&bound)) {
    tell(
        *error, [key](Value at) { return at ? at : key; }, mistakes);
    return std::nullopt;
  }
  return std::get<Check>(std::move(bound));
}

void tell(const OptionError& error, const std::function<Value(Value)>& written,
          Mistakes& mistakes) {
  const Value at = written(error.at);
  mistakes.at(at, error.span.value_or(at.place()), error.message);
  for (const OptionError& other : error.others) tell(other, written, mistakes);
}

}  // namespace proclint
