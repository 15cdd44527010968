#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

#include "core/source/result.h"

namespace proclint {

/// Reads the whole of `path` (a regular file, or a pipe that the user named) into `text`, whose
/// memory is used again. Error: the path and the system's reason; a folder, a device or a socket is
/// refused. More than `max_size` bytes is `too_large`, with what was read thrown away.
enum class ReadOutcome { ok, too_large };
Result<ReadOutcome> read_file(const std::string& path, std::size_t max_size, std::string& text);

/// Reads files one after the other, for one thread. Those that it is told of before are opened
/// ahead, so that the system fetches them from the disk while others are checked; files in one
/// folder after the other are opened relative to it.
class FileReader {
 public:
  FileReader() = default;
  FileReader(FileReader&& other) noexcept { swap(other); }
  FileReader& operator=(FileReader&& other) noexcept {
    swap(other);
    return *this;
  }
  ~FileReader();

  /// `path` will be read, behind those that were expected before. It outlives that.
  void expect(const std::string& path);
  std::size_t expected() const { return ahead_.size(); }
  /// As read_file(). What was expected before it and not read is forgotten.
  Result<ReadOutcome> read(const std::string& path, std::size_t max_size, std::string& text);

 private:
  struct Ahead {
    std::string_view path;
    int descriptor;  // below 0: it could not be opened
  };

  int open(const std::string& path);
  void close_folder();
  void swap(FileReader& other) noexcept {
    ahead_.swap(other.ahead_);
    folder_.swap(other.folder_);
    std::swap(descriptor_, other.descriptor_);
  }

  std::deque<Ahead> ahead_;
  std::string folder_;   // of the last file, with the slash
  int descriptor_ = -1;  // the folder's, when two files in a row were in it
};

/// The same for standard input.
Result<ReadOutcome> read_standard_input(std::size_t max_size, std::string& text);

}  // namespace proclint
