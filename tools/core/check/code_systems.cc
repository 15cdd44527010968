#include "core/check/code_systems.h"

#include <algorithm>
#include <array>
#include <utility>

namespace proclint {
namespace {

// Longer than any name of a code system; longer ones are unknown without a look at them.
constexpr std::size_t kMaxName = 64;
// The longer official names in words are not searched for slips: comparing takes the product.
constexpr std::size_t kMaxNear = 24;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

int compare_folded(std::string_view folded, std::string_view name) {
  const std::size_t common = std::min(folded.size(), name.size());
  for (std::size_t i = 0; i < common; ++i) {
    if (folded[i] != lower(name[i])) return folded[i] < lower(name[i]) ? -1 : 1;
  }
  return folded.size() == name.size() ? 0 : folded.size() < name.size() ? -1 : 1;
}

// Lower case, letters and digits only, without "code" at the end.
std::string loose(std::string_view name) {
  std::string out;
  for (const char c : name.substr(0, kMaxName)) {
    const char small = lower(c);
    if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) out += small;
  }
  for (const std::string_view word : {"codes", "code"}) {
    if (out.size() <= word.size() || !out.ends_with(word)) continue;
    out.erase(out.size() - word.size());
    break;
  }
  return out;
}

// Number of characters to insert, drop, replace or swap with their neighbour to make `b` of `a`
// (optimal string alignment). Both are at most kMaxNear long.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::array<std::array<std::size_t, kMaxNear + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i - 1) % 3];
    const auto& second = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], second[j - 2] + 1);
      }
    }
  }
  return rows[a.size() % 3][b.size()];
}

std::string text_of(Value map, std::string_view key) {
  const Value value = map.find(key);
  return value && value.is(Kind::string) ? std::string(value.text()) : std::string();
}

std::vector<std::string> texts_of(Value map, std::string_view key) {
  std::vector<std::string> out;
  const Value list = map.find(key);
  if (!list) return out;
  for (const Value element : list.children()) {
    if (element.is(Kind::string)) out.emplace_back(element.text());
  }
  return out;
}

Result<std::vector<CodeForm>> forms_of(Value system) {
  std::vector<CodeForm> out;
  const Value list = system.find("forms");
  if (!list || list.size() == 0) return Error{"the code system has no forms"};
  for (const Value element : list.children()) {
    const Value pattern = element.is(Kind::map) ? element.find("pattern") : element;
    if (!pattern || !pattern.is(Kind::string)) return Error{"a form has no pattern"};
    auto forms = CodeForm::parse(pattern.text());
    if (!forms) return forms.error();
    out.reserve(out.size() + forms->size());
    for (CodeForm& form : *forms) {
      form.from = text_of(element, "from");
      form.to = text_of(element, "to");
      out.push_back(std::move(form));
    }
  }
  return out;
}

}  // namespace

std::optional<Error> CodeSystems::System::read(Value entry, System& out) {
  out.entry_ = entry;
  out.key = text_of(entry, "key");
  out.label = text_of(entry, "label");
  out.uri = text_of(entry, "uri");
  out.shape = text_of(entry, "shape");
  if (out.key.empty() || out.label.empty() || out.shape.empty()) {
    return Error{"a code system needs a key, a label and a shape"};
  }
  out.of = text_of(entry, "of");
  out.modifiers = text_of(entry, "modifiers");
  out.valid_by_decree = texts_of(entry, "validByDecree");
  const std::string check = text_of(entry, "checkDigit");
  if (check == "snomed") {
    out.check_digit = CheckDigit::snomed;
  } else if (check == "loinc") {
    out.check_digit = CheckDigit::loinc;
  } else if (!check.empty()) {
    return Error{out.key + ": no check digit is called \"" + check + '"'};
  }
  return std::nullopt;
}

const std::vector<CodeForm>& CodeSystems::System::forms() const {
  std::call_once(once_, [this] {
    Result<std::vector<CodeForm>> forms = forms_of(entry_);
    if (forms) forms_ = *std::move(forms);
  });
  return forms_;
}

bool CodeSystems::System::has_form(std::string_view value) const {
  return std::any_of(forms().begin(), forms().end(),
                     [value](const CodeForm& form) { return form.fits(value); });
}

struct CodeSystems::Table {
  std::deque<System> systems;  // stay where they are
  std::once_flag once;
  std::optional<Index> index;
};

CodeSystems::CodeSystems() : table_(std::make_shared<Table>()) {}

const std::deque<CodeSystems::System>& CodeSystems::systems() const { return table_->systems; }

CodeSystems::Index::Index(const std::deque<System>& systems) {
  for (std::size_t i = 0; i < systems.size(); ++i) {
    systems[i].for_each_name([&](std::string_view name) {
      std::string folded(name);
      std::transform(folded.begin(), folded.end(), folded.begin(), lower);
      names.push_back({std::move(folded), i});
      loose.push_back({proclint::loose(name), i});
    });
    systems[i].for_each_misspelling([&](std::string_view name) {
      loose.push_back({proclint::loose(name), i});
    });
  }
  const auto before = [](const Name& a, const Name& b) {
    return a.text == b.text ? a.system < b.system : a.text < b.text;
  };
  std::sort(names.begin(), names.end(), before);
  std::sort(loose.begin(), loose.end(), before);
}

const CodeSystems::Index& CodeSystems::index() const {
  std::call_once(table_->once, [this] { table_->index.emplace(systems()); });
  return *table_->index;
}

Result<CodeSystems> CodeSystems::read(Value table) {
  const Value list = table && table.is(Kind::map) ? table.find("systems") : Value();
  if (!list || !list.is(Kind::list))
    return Error{"the table of code systems has no list \"systems\""};
  CodeSystems out;
  for (const Value entry : list.children()) {
    if (auto error = System::read(entry, out.table_->systems.emplace_back()))
      return *std::move(error);
  }
  return out;
}

Result<CodeSystems> CodeSystems::from(Value table) {
  auto out = read(table);
  if (!out) return out;
  const std::vector<Name>& names = out->index().names;
  for (std::size_t i = 1; i < names.size(); ++i) {
    const Name& last = names[i - 1];
    if (last.text == names[i].text && last.system != names[i].system) {
      return Error{"two code systems are called \"" + last.text + '"'};
    }
  }
  for (const Value entry : table.find("systems").children()) {
    const auto forms = forms_of(entry);
    if (!forms) return Error{text_of(entry, "key") + ": " + forms.error().message};
  }
  for (const System& system : out->systems()) {
    for (const std::string* key : {&system.of, &system.modifiers}) {
      if (!key->empty() && out->find(*key) == nullptr) {
        return Error{system.key + ": no code system is called \"" + *key + '"'};
      }
    }
  }
  return out;
}

CodeSystems CodeSystems::from_ours(Value table) { return *read(table); }

const CodeSystems::System* CodeSystems::find(std::string_view name) const {
  // Most documents write the key.
  for (const System& system : systems()) {
    if (system.key == name) return &system;
  }
  const std::vector<Name>& names = index().names;
  const auto at = std::lower_bound(names.begin(), names.end(), name,
                                   [](const Name& known, std::string_view text) {
                                     return compare_folded(known.text, text) < 0;
                                   });
  if (at == names.end() || compare_folded(at->text, name) != 0) return nullptr;
  return &systems()[at->system];
}

std::vector<const CodeSystems::System*> CodeSystems::meant_by(std::string_view name) const {
  std::vector<const System*> out;
  if (name.size() > kMaxName) return out;
  const std::string wanted = loose(name);
  const std::vector<Name>& all = index().loose;
  auto at = std::lower_bound(
      all.begin(), all.end(), wanted,
      [](const Name& known, const std::string& text) { return known.text < text; });
  for (; at != all.end() && at->text == wanted; ++at) {
    const System* system = &systems()[at->system];
    if (out.empty() || out.back() != system) out.push_back(system);
  }
  return out;
}

std::vector<const CodeSystems::System*> CodeSystems::nearest(std::string_view name) const {
  const std::string wanted = loose(name);
  // One slip in a short name, two in a longer one: more would name any system.
  std::size_t best = wanted.size() < 5 ? 2 : 3;
  std::vector<const System*> out;
  if (wanted.size() > kMaxNear) return out;
  for (const Name& known : index().loose) {
    const System& system = systems()[known.system];
    if (!system.of.empty() || known.text.size() > kMaxNear) continue;
    const std::size_t distance = edit_distance(known.text, wanted);
    if (distance >= wanted.size() || distance > best || (distance == best && out.empty())) continue;
    if (distance < best) out.clear();
    best = distance;
    if (std::find(out.begin(), out.end(), &system) == out.end()) out.push_back(&system);
  }
  return out;
}

}  // namespace proclint
