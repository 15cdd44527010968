#pragma once

#include <fstream>
#include <memory>
#include <ostream>
#include <string>

#include "core/source/result.h"

namespace proclint {

/// Where a report goes. A file is written beside its place and takes it only when it is complete,
/// so that a run that fails leaves the old one; its mode and owner are kept. A device or pipe is
/// written directly.
class OutputFile {
 public:
  /// `path` "" is standard output. Error: the path and the system's reason.
  static Result<std::unique_ptr<OutputFile>> open(const std::string& path);
  /// The same for a file that is there, may be written and is an ordinary one.
  static Result<std::unique_ptr<OutputFile>> replace(const std::string& path);
  static std::unique_ptr<OutputFile> standard_error();
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  std::ostream& stream() { return *stream_; }
  /// Puts what was written in its place. Error: it could not be written completely.
  Result<bool> commit();

 private:
  OutputFile() = default;

  std::string path_;
  std::string temporary_;  // "" when written directly
  std::ofstream file_;
  std::ostream* stream_ = nullptr;
};

}  // namespace proclint
