#include "bench/corpus_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace proclint::bench {
namespace {

using Use = std::function<void(char*, std::size_t)>;

[[noreturn]] void give_up(const std::string& path) {
  std::perror(("bench: cannot read " + path).c_str());
  std::exit(2);
}

void read_one(int folder, const char* name, std::vector<char>& buffer, const Use& use) {
  const int file = ::openat(folder, name, O_RDONLY | O_CLOEXEC);
  if (file < 0) give_up(name);
  // The corpus has no file this large, so one read takes all.
  const ssize_t size = ::read(file, buffer.data(), buffer.size() - 1);
  ::close(file);
  if (size < 0 || static_cast<std::size_t>(size) == buffer.size() - 1) give_up(name);
  use(buffer.data(), static_cast<std::size_t>(size));
}

std::size_t walk(int folder, const std::string& path, std::vector<char>& buffer, const Use& use) {
  constexpr std::string_view kEnding = ".procedure.json";
  DIR* const entries = folder < 0 ? nullptr : ::fdopendir(folder);
  if (entries == nullptr) give_up(path);
  std::size_t count = 0;
  while (const dirent* const entry = ::readdir(entries)) {
    const std::string_view name = entry->d_name;
    if (entry->d_type == DT_DIR && name.front() != '.') {
      const int inner = ::openat(folder, entry->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      count += walk(inner, path + "/" + entry->d_name, buffer, use);
    } else if (name.size() > kEnding.size() &&
               name.substr(name.size() - kEnding.size()) == kEnding) {
      read_one(folder, entry->d_name, buffer, use);
      ++count;
    }
  }
  ::closedir(entries);
  return count;
}

}  // namespace

std::size_t for_each_file(const std::string& folder, const Use& use) {
  std::vector<char> buffer(std::size_t{1} << 16U);
  return walk(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC), folder, buffer, use);
}

}  // namespace proclint::bench
