#include "core/engine/user_data.h"

#include <chrono>
#include <string>
#include <utility>

#include "core/source/file.h"

namespace proclint {
namespace {

// As for our other files.
constexpr std::size_t kMaxSize = std::size_t{64} << 20U;

}  // namespace

Result<const UserData::Table*> UserData::read(const std::string& path, const CodeSystems& systems) {
  if (const auto known = tables_.find(path); known != tables_.end()) return &known->second;
  std::string text;
  const Result<ReadOutcome> outcome = read_file(path, kMaxSize, text);
  if (!outcome) return outcome.error();
  if (*outcome == ReadOutcome::too_large) {
    return Error{"cannot read " + path + ": it is larger than 64 MiB"};
  }
  Table table;
  table.file = std::make_unique<OurFile>(path, std::move(text));
  table.codes = RetiredCodes::parse(table.file->source, systems, table.file->diagnostics);
  return &tables_.emplace(path, std::move(table)).first->second;
}

const Surroundings* UserData::of(const Config& config, const CodeSystems& systems,
                                 std::optional<Error>& failure) {
  Surroundings made{today_, nullptr};
  if (!config.retired.empty()) {
    const Result<const Table*> table = read(config.retired, systems);
    if (!table) {
      failure = table.error();
      return nullptr;
    }
    if (!(*table)->file->diagnostics.empty()) return nullptr;
    made.retired = &(*table)->codes;
  }
  return &surroundings_.emplace(config.retired, std::move(made)).first->second;
}

std::vector<const OurFile*> UserData::broken_files() const {
  std::vector<const OurFile*> out;
  for (const auto& [path, table] : tables_) {
    if (!table.file->diagnostics.empty()) out.push_back(table.file.get());
  }
  return out;
}

std::string date_today() {
  // Not by gmtime(), which reads the file of the time zone.
  using std::chrono::days;
  using std::chrono::system_clock;
  const std::chrono::year_month_day today(std::chrono::floor<days>(system_clock::now()));
  const auto two_digits = [](unsigned number) {
    return std::string(number < 10 ? "-0" : "-") + std::to_string(number);
  };
  return std::to_string(static_cast<int>(today.year())) +
         two_digits(static_cast<unsigned>(today.month())) +
         two_digits(static_cast<unsigned>(today.day()));
}

}  // namespace proclint
