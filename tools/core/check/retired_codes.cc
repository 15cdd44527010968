#include "core/check/retired_codes.h"

#include <algorithm>
#include <utility>

#include "core/check/code_value.h"
#include "core/check/fold.h"
#include "core/check/formats.h"
#include "core/check/quote.h"

namespace proclint {
namespace {

using System = CodeSystems::System;

// A file with more is no such list at all.
constexpr std::size_t kMostMistakes = 50;
constexpr std::size_t kMostColumns = 5;

std::string_view key_of(const System& system) {
  const bool is_category = !system.of.empty() && !system.modifiers.empty();
  return is_category ? system.of : system.key;
}

std::string no_code(const System& system, std::string_view value) {
  return quoted(value) + " is no code of " + system.label + "; expected " + system.shape;
}

// The parts of `text` between `separator`, at most `most`; the last one holds the rest.
std::vector<std::string_view> parts(std::string_view text, char separator, std::size_t most) {
  std::vector<std::string_view> out;
  while (out.size() + 1 < most) {
    const std::size_t end = text.find(separator);
    if (end == std::string_view::npos) break;
    out.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(end + 1);
  }
  out.push_back(trimmed(text));
  return out;
}

// One line of a list.
class Line {
 public:
  Line(const Source& table, std::string_view text) : table_(table) {
    columns_ = parts(text, '\t', kMostColumns);
  }

  std::string_view column(std::size_t i) const {
    return i < columns_.size() ? columns_[i] : std::string_view();
  }
  std::size_t size() const { return columns_.size(); }
  Span span(std::size_t i) const {
    const std::string_view text = column(i).empty() ? columns_.front() : column(i);
    const auto begin = static_cast<std::uint32_t>(text.data() - table_.text().data());
    return {begin, begin + static_cast<std::uint32_t>(text.size())};
  }

 private:
  const Source& table_;
  std::vector<std::string_view> columns_;
};

RetiredCodes::Entry entry_of(const Line& line) {
  RetiredCodes::Entry entry;
  entry.date = line.column(2);
  entry.note = line.column(4);
  // More than this many codes for one are a mistake that the form of the last one shows.
  constexpr std::size_t kMostReplacements = 32;
  if (!line.column(3).empty()) {
    for (const std::string_view code : parts(line.column(3), ',', kMostReplacements)) {
      entry.replaced.emplace_back(code);
    }
  }
  return entry;
}

// The column that a mistake of add() is about.
std::size_t column_of(const Line& line, const CodeSystems& systems) {
  const System* system = systems.find(line.column(0));
  if (system == nullptr) return 0;
  if (judge(*system, line.column(1)) != CodeVerdict::ok) return 1;
  return has_format(line.column(2), Format::date) ? 3 : 2;
}

}  // namespace

std::optional<std::string> RetiredCodes::add(const CodeSystems& systems, std::string_view name,
                                             std::string_view value, Entry entry) {
  const System* system = systems.find(name);
  if (system == nullptr) return quoted(name) + " is not the name of a code system";
  if (judge(*system, value) != CodeVerdict::ok) return no_code(*system, value);
  if (!has_format(entry.date, Format::date)) {
    return quoted(entry.date) + " is no date; write it as 2026-01-31";
  }
  for (const std::string& code : entry.replaced) {
    if (judge(*system, code) != CodeVerdict::ok) return no_code(*system, code);
    if (code == value) return quoted(value) + " cannot be replaced by itself";
  }
  if (listed(key_of(*system), value) != nullptr) {
    return quoted(value) + " is in the list already; keep one of the two";
  }
  entries_.emplace(value, Listed{std::string(key_of(*system)), std::move(entry)});
  return std::nullopt;
}

RetiredCodes RetiredCodes::parse(const Source& table, const CodeSystems& systems,
                                 std::vector<Diagnostic>& diagnostics) {
  RetiredCodes out;
  const std::size_t before = diagnostics.size();
  const auto mistake = [&](Span span, std::string message) {
    Diagnostic& finding = diagnostics.emplace_back();
    finding.rule = "config-invalid";
    finding.span = span;
    finding.message = std::move(message);
  };
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  bool is_first = true;
  std::size_t at = table.text().starts_with(kMark) ? kMark.size() : 0;
  for (std::size_t end = at; at < table.text().size(); at = end + 1) {
    end = std::min(table.text().find('\n', at), table.text().size());
    const std::string_view text = table.text().substr(at, end - at);
    if (trimmed(text).empty() || text.front() == '#') continue;
    const Line line(table, text);
    const bool is_header = std::exchange(is_first, false) && line.column(0) == "system";
    if (is_header) continue;
    if (diagnostics.size() - before == kMostMistakes) break;
    if (line.size() < 3) {
      mistake(line.span(0),
              "a line of retired codes has a system, a code and a date with tabs between them");
    } else if (auto problem = out.add(systems, line.column(0), line.column(1), entry_of(line))) {
      mistake(line.span(column_of(line, systems)), *std::move(problem));
    }
  }
  return out;
}

const RetiredCodes::Listed* RetiredCodes::listed(std::string_view system,
                                                 std::string_view value) const {
  const auto [first, last] = entries_.equal_range(value);
  const auto found =
      std::find_if(first, last, [&](const auto& each) { return each.second.system == system; });
  return found != last ? &found->second : nullptr;
}

const RetiredCodes::Entry* RetiredCodes::find(const System& system, std::string_view value) const {
  const Listed* found = listed(key_of(system), value);
  return found != nullptr ? &found->entry : nullptr;
}

}  // namespace proclint
