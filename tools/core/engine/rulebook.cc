#include "core/engine/rulebook.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/check/suggest.h"
#include "core/engine/boundary.h"
#include "core/engine/configs.h"
#include "core/engine/embedded.h"
#include "core/engine/headings_file.h"
#include "core/engine/meta_schemas.h"
#include "core/engine/shape.h"

namespace proclint {
namespace {

// A chain of files that nobody could follow; keeps the recursion small.
constexpr std::size_t kMaxDepth = 16;
constexpr std::string_view kBuiltin = "builtin:";

using Row = std::pair<std::string_view, const char*>;
constexpr std::array<Row, 5> kRulesets{{
    {"builtin:recommended", "rules/profiles/recommended"},
    {"builtin:strict", "rules/profiles/strict"},
    {"builtin:structure-only", "rules/profiles/structure-only"},
    {"builtin:patient", "rules/profiles/patient"},
    {"builtin:procedure", "rules/procedure"},
}};

std::string folder_of(const std::string& absolute) {
  return absolute.substr(0, absolute.rfind('/'));
}

bool is_builtin(const OurFile& file) { return file.path.starts_with(kBuiltin); }

class RulebookMaker {
 public:
  // `is_free`: the user named the configuration, which may lead out of the repository.
  RulebookMaker(Rulebook& book, bool is_free, Documentation documentation)
      : book_(book), is_free_(is_free), documentation_(documentation) {}

  // The rulesets that `names`, a text or a list of texts in `by`, names.
  void extend(Value names, OurFile& by, std::string_view rule) {
    if (names.is(Kind::string)) return extend_one(names, by, rule);
    for (const Value name : names.children()) {
      if (name.is(Kind::string)) extend_one(name, by, rule);
    }
  }

  // False: there is none of that name.
  bool add_builtin(std::string_view name) {
    const auto row = std::find_if(kRulesets.begin(), kRulesets.end(),
                                  [name](const Row& each) { return each.first == name; });
    if (row == kRulesets.end()) return false;
    const bool is_full = documentation_ == Documentation::present;
    const std::string file = std::string(row->second) + (is_full ? ".json" : ".run.json");
    if (!done_.contains(std::string(kBuiltin) + file)) add(read_embedded(file));
    return true;
  }

  void add(std::unique_ptr<OurFile> read) {
    OurFile& file = *book_.files.emplace_back(std::move(read));
    const std::string key = key_of(file.path);
    done_.insert(key);
    if (!file.diagnostics.empty()) return;
    const Value root = Value::root(file.document);
    open_.push_back(key);
    const Value extends = root.is(Kind::map) ? root.find("extends") : Value();
    if (extends) extend(extends, file, "ruleset-invalid");
    open_.pop_back();
    book_.ruleset.add(root, book_.vocabulary, file.diagnostics,
                      is_builtin(file) ? documentation_ : Documentation::present);
    if (is_builtin(file)) return;
    check_shape(file, "schemas/ruleset.schema.json", "ruleset-invalid");
  }

 private:
  static std::string key_of(const std::string& path) {
    return path.starts_with(kBuiltin) ? path : absolute_path(path);
  }

  void extend_one(Value name, OurFile& by, std::string_view rule) {
    const std::string text(name.text());
    if (text.empty()) return;  // the reader of rules, or the configuration's schema, says so
    const auto mistake = [&](std::string message) {
      by.mistake(name.place(), std::string(rule), std::move(message));
    };
    if (open_.size() >= kMaxDepth) {
      return mistake("rules files extend one another more than " + std::to_string(kMaxDepth) +
                     " deep; name the last one directly");
    }
    if (text.starts_with(kBuiltin)) {
      if (!add_builtin(text)) mistake(no_builtin_ruleset(text));
      return;
    }
    const std::string folder = folder_of(absolute_path(by.path));
    const std::string path = absolute_path(text.starts_with('/') ? text : folder + "/" + text);
    if (const auto first = std::find(open_.begin(), open_.end(), path); first != open_.end()) {
      std::string circle;
      for (auto each = first; each != open_.end(); ++each) circle += shown_path(*each) + " -> ";
      return mistake("this file extends itself: " + circle + shown_path(path));
    }
    if (done_.contains(path)) return;
    if (auto reason = refused(path, folder, is_free_)) return mistake(*std::move(reason));
    Result<std::unique_ptr<OurFile>> read = read_our_file(shown_path(path));
    if (!read) return mistake(read.error().message);
    add(*std::move(read));
  }

  Rulebook& book_;
  bool is_free_;
  Documentation documentation_;
  std::vector<std::string> open_;  // the files that are being read, each extending the next
  std::set<std::string> done_;
};

Value add_table(Rulebook& book, std::unique_ptr<OurFile> file) {
  book.files.push_back(std::move(file));
  return Value::root(book.files.back()->document);
}

void load_vocabulary(Rulebook& book, const Config* config, bool is_free) {
  if (config != nullptr && config->headings) {
    HeadingsFile own = read_headings(*config, is_free);
    if (own.file != nullptr) book.files.push_back(std::move(own.file));
    if (own.headings) book.vocabulary.headings = *std::move(own.headings);
  } else {
    // Tables of our own, which tests check: a mistake in them is a mistake of the program.
    const Value table = add_table(book, read_embedded("rules/headings.json"));
    book.vocabulary.headings = Headings::from_ours(table);
  }
  book.vocabulary.code_systems =
      CodeSystems::from_ours(add_table(book, read_embedded("rules/code-systems.json")));
  book.vocabulary.meta_schema = standard_meta_schema;
  static constexpr const char* kSpelling = "rules/spelling-variants.json";
  book.vocabulary.spelling =
      SpellingVariants(add_table(book, read_embedded(kSpelling)), embedded(kSpelling).forms);
}

}  // namespace

bool Rulebook::is_broken() const {
  return std::any_of(files.begin(), files.end(),
                     [](const auto& file) { return !file->diagnostics.empty(); });
}

std::string no_builtin_ruleset(std::string_view name) {
  std::vector<std::string_view> names;
  std::string all;
  for (const Row& row : kRulesets) {
    names.push_back(row.first);
    all.append(all.empty() ? "" : ", ").append(row.first);
  }
  return "there is no ruleset \"" + std::string(name) + "\"; " +
         did_you_mean(name, names, "there are " + all);
}

bool needs_own_rulebook(const Config& config, const std::string& rules) {
  return config.headings || (config.extends && rules.empty());
}

Result<std::unique_ptr<Rulebook>> make_rulebook(const RulebookOrder& order) {
  auto book = std::make_unique<Rulebook>();
  const Config* const config = order.config;
  const bool is_named_by_user = config != nullptr && config->is_named_by_user;
  load_vocabulary(*book, config, is_named_by_user);
  if (order.rules == "none") return book;
  RulebookMaker maker(*book, is_named_by_user, order.documentation);
  if (order.rules.starts_with(kBuiltin)) {
    if (!maker.add_builtin(order.rules)) return Error{no_builtin_ruleset(order.rules)};
  } else if (!order.rules.empty()) {
    Result<std::unique_ptr<OurFile>> file = read_our_file(order.rules);
    if (!file) return file.error();
    maker.add(*std::move(file));
  } else if (config != nullptr && config->extends) {
    maker.extend(config->extends, *config->file, "config-invalid");
  } else {
    maker.add_builtin(kDefaultRules);
  }
  book->vocabulary.sought->close();
  for (std::size_t i = 0; i < book->ruleset.rules().size(); ++i) {
    if (!book->ruleset.rules()[i].files.empty()) book->limited_rules.push_back(i);
  }
  return book;
}

}  // namespace proclint
