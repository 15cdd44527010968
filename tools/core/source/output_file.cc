#include "core/source/output_file.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>

namespace proclint {
namespace {

Error cannot_write(const std::string& path, int reason) {
  return Error{"cannot write " + path + ": " + std::strerror(reason)};
}

mode_t default_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

}  // namespace

Result<std::unique_ptr<OutputFile>> OutputFile::open(const std::string& path) {
  std::unique_ptr<OutputFile> output(new OutputFile);
  output->stream_ = &std::cout;
  if (path.empty()) return output;
  output->stream_ = &output->file_;
  std::error_code error;
  output->path_ = std::filesystem::weakly_canonical(path, error)
                      .string();  // a link is kept, its target written
  if (error) return cannot_write(path, error.value());
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return cannot_write(path, EISDIR);
  if (exists && !S_ISREG(status.st_mode)) {
    output->file_.open(path, std::ios::binary);
    if (!output->file_) return cannot_write(path, errno);
    return output;
  }
  std::string temporary = output->path_ + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) return cannot_write(path, errno);
  // Who may not give files away keeps this one. Setting the mode comes last: this can clear bits.
  if (exists && ::fchown(descriptor, status.st_uid, status.st_gid) != 0) errno = 0;
  ::fchmod(descriptor, exists ? status.st_mode & 07777U : default_mode());
  ::close(descriptor);
  output->temporary_ = std::move(temporary);
  output->file_.open(output->temporary_, std::ios::binary);
  if (!output->file_) return cannot_write(path, errno);
  return output;
}

Result<std::unique_ptr<OutputFile>> OutputFile::replace(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || ::access(path.c_str(), W_OK) != 0) {
    return cannot_write(path, errno);
  }
  if (!S_ISREG(status.st_mode)) return Error{"cannot write " + path + ": it is no ordinary file"};
  return open(path);
}

std::unique_ptr<OutputFile> OutputFile::standard_error() {
  std::unique_ptr<OutputFile> output(new OutputFile);
  output->stream_ = &std::cerr;
  return output;
}

OutputFile::~OutputFile() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<bool> OutputFile::commit() {
  errno = 0;
  stream_->flush();
  const std::string name = path_.empty() ? "standard output" : path_;
  if (!*stream_) return cannot_write(name, errno == 0 ? EIO : errno);
  if (temporary_.empty()) return true;
  file_.close();
  if (!file_ || ::rename(temporary_.c_str(), path_.c_str()) != 0) return cannot_write(name, errno);
  temporary_.clear();
  return true;
}

}  // namespace proclint
