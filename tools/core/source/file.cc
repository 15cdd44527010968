#include "core/source/file.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace proclint {
namespace {

Error system_error(const std::string& what, const std::string& path) {
  return Error{what + " " + path + ": " + std::strerror(errno)};
}

// Reads until the end or until more than `max_size` bytes came. `expected` is a hint. With
// `is_exact`, as for a regular file, its end is where it was expected when no more came than that.
Result<ReadOutcome> read_all(int descriptor, const std::string& path, std::size_t expected,
                             bool is_exact, std::size_t max_size, std::string& text) {
  text.resize(expected + 1);  // one more, so that the end of a regular file is seen without growing
  std::size_t used = 0;
  for (bool is_end = false; !is_end;) {
    if (used == text.size()) text.resize(text.size() + text.size() / 2 + 65536);
    const ssize_t got = ::read(descriptor, text.data() + used, text.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error("cannot read", path);
    used += static_cast<std::size_t>(got);
    // Not when nothing was expected: the files of /proc have no size and come in pieces.
    is_end = got == 0 || (is_exact && used == expected && used != 0);
    if (used > max_size) {
      text.clear();
      return ReadOutcome::too_large;
    }
  }
  text.resize(used);
  return ReadOutcome::ok;
}

// Not blocking, so that a pipe without a writer, or a device, cannot hang the open.
constexpr int kOpenFlags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;

Error open_error(const std::string& path) {
  const int reason = errno;
  struct stat link {};
  if (reason == ENOENT && ::lstat(path.c_str(), &link) == 0) {
    return Error{"cannot open " + path + ": the link leads to no file"};
  }
  errno = reason;
  return system_error("cannot open", path);
}

// Reads an open file and closes it.
Result<ReadOutcome> read_open(int descriptor, const std::string& path, std::size_t max_size,
                              std::string& text) {
  struct Closer {
    int descriptor;
    ~Closer() { ::close(descriptor); }
  } closer{descriptor};
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return system_error("cannot read", path);
  if (S_ISDIR(status.st_mode)) return Error{"cannot read " + path + ": it is a folder"};
  if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode)) {
    return Error{"cannot read " + path + ": it is a device or a socket, not a file"};
  }
  if (S_ISREG(status.st_mode)) {
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > max_size) {
      text.clear();
      return ReadOutcome::too_large;
    }
    return read_all(descriptor, path, size, true, max_size, text);
  }
  // Opened before its writer, a pipe would read as empty: wait until one has come.
  pollfd ready{descriptor, POLLIN, 0};
  while (::poll(&ready, 1, -1) < 0 && errno == EINTR) {
  }
  ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
  return read_all(descriptor, path, 65536, false, max_size, text);
}

}  // namespace

Result<ReadOutcome> read_file(const std::string& path, std::size_t max_size, std::string& text) {
  const int descriptor = ::open(path.c_str(), kOpenFlags);
  if (descriptor < 0) return open_error(path);
  return read_open(descriptor, path, max_size, text);
}

FileReader::~FileReader() {
  close_folder();
  for (const Ahead& ahead : ahead_) {
    if (ahead.descriptor >= 0) ::close(ahead.descriptor);
  }
}

void FileReader::close_folder() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

int FileReader::open(const std::string& path) {
  const std::size_t name = path.rfind('/') + 1;
  if (name == 0) return ::open(path.c_str(), kOpenFlags);
  const std::string_view folder = std::string_view(path).substr(0, name);
  if (folder != folder_) {
    close_folder();
    folder_ = folder;
    return ::open(path.c_str(), kOpenFlags);
  }
  if (descriptor_ < 0) descriptor_ = ::open(folder_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (descriptor_ < 0) return ::open(path.c_str(), kOpenFlags);
  return ::openat(descriptor_, path.c_str() + name, kOpenFlags);
}

void FileReader::expect(const std::string& path) {
  const int descriptor = open(path);
  if (descriptor >= 0) ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_WILLNEED);
  ahead_.push_back({path, descriptor});
}

Result<ReadOutcome> FileReader::read(const std::string& path, std::size_t max_size,
                                     std::string& text) {
  int descriptor = -1;
  while (!ahead_.empty() && descriptor < 0) {
    const Ahead first = ahead_.front();
    ahead_.pop_front();
    if (first.path == path) {
      descriptor = first.descriptor;
      break;
    }
    if (first.descriptor >= 0) ::close(first.descriptor);
  }
  // Too many may have been open, or it has come into being since.
  if (descriptor < 0) descriptor = open(path);
  if (descriptor < 0) return open_error(path);
  return read_open(descriptor, path, max_size, text);
}

Result<ReadOutcome> read_standard_input(std::size_t max_size, std::string& text) {
  return read_all(STDIN_FILENO, "standard input", 65536, false, max_size, text);
}

}  // namespace proclint
