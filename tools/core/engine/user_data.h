#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/check/retired_codes.h"
#include "core/check/surroundings.h"
#include "core/engine/config.h"
#include "core/engine/our_file.h"

namespace proclint {

/// The tables that configurations name under `data`, each read once, and the day.
class UserData {
 public:
  /// `today` is the date as YYYY-MM-DD.
  explicit UserData(std::string today) : today_(std::move(today)) {}

  /// What rules may ask when `config` applies. Null with `failure` set if a table cannot be read;
  /// null alone if it has mistakes, which broken_files() then holds.
  const Surroundings* of(const Config& config, const CodeSystems& systems,
                         std::optional<Error>& failure);

  std::vector<const OurFile*> broken_files() const;
  const std::string& today() const { return today_; }

 private:
  struct Table {
    std::unique_ptr<OurFile> file;
    RetiredCodes codes;
  };
  Result<const Table*> read(const std::string& path, const CodeSystems& systems);

  std::string today_;
  std::map<std::string, Table> tables_;               // by path
  std::map<std::string, Surroundings> surroundings_;  // the same; "" without a table
};

/// The date now, in UTC, as YYYY-MM-DD.
std::string date_today();

}  // namespace proclint
