#include "core/engine/inputs.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <numeric>

#include "core/read/reader.h"

namespace proclint {
namespace {

// Enough to recognise what was meant.
constexpr std::size_t kMaxCandidates = 3;

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  while (path.size() > 2 && path.starts_with("./")) path.erase(0, path.find_first_not_of('/', 1));
  return path;
}

std::string joined(const std::string& folder, std::string_view name) {
  if (folder == ".") return std::string(name);
  std::string out;
  out.reserve(folder.size() + 1 + name.size());
  out = folder;
  if (!out.ends_with('/')) out += '/';
  return out.append(name);
}

bool is_candidate(std::string_view name) {
  return reader_for(name) != nullptr && !name.starts_with("proclint.") && name != "package.json" &&
         name != "package-lock.json" && !name.ends_with(".schema.json");
}

struct Entry {
  std::string name;
  bool is_folder;
};

// The files and folders in `path`, sorted by name; neither links nor devices. Empty and errno set
// if it cannot be read.
std::vector<Entry> entries(const std::string& path) {
  std::vector<Entry> out;
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), &::closedir);
  if (!folder) return out;
  errno = 0;
  while (const dirent* entry = ::readdir(folder.get())) {
    const std::string_view name = entry->d_name;
    unsigned char type = entry->d_type;
    if (type == DT_UNKNOWN) {  // some file systems do not tell
      struct stat status {};
      if (::fstatat(::dirfd(folder.get()), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        continue;
      type = S_ISDIR(status.st_mode) ? DT_DIR : S_ISREG(status.st_mode) ? DT_REG : DT_LNK;
      errno = 0;
    }
    const bool is_folder = type == DT_DIR;
    if (name == "." || name == ".." || (!is_folder && type != DT_REG)) continue;
    out.push_back({std::string(name), is_folder});
  }
  std::sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return out;
}

class Collector {
 public:
  Collector(bool allow_empty, Configs& configs) : allow_empty_(allow_empty), configs_(configs) {}

  void argument(const std::string& argument) {
    struct stat status {};
    if (::stat(argument.c_str(), &status) != 0) {
      const bool dangling = errno == ENOENT && ::lstat(argument.c_str(), &status) == 0;
      fail(argument,
           dangling ? "the link leads to no file" : std::strerror(errno == 0 ? ENOENT : errno));
    } else if (S_ISDIR(status.st_mode)) {
      folder_argument(without_slashes(argument));
    } else {
      file_argument(without_slashes(argument));
    }
  }

  void standard_input(const std::string& name) {
    const std::size_t before = inputs_.documents.size();
    file_argument(name.empty() ? "<stdin>" : without_slashes(name));
    if (inputs_.documents.size() > before) inputs_.documents.back().is_standard_input = true;
  }

  Inputs take() { return std::move(inputs_); }

 private:
  void fail(const std::string& path, const std::string& reason) {
    inputs_.failures.push_back({path, "cannot read " + path + ": " + reason});
  }

  const Config* config_for(const std::string& folder) {
    const Result<const Config*> config = configs_.for_folder(folder);
    if (config) return *config;
    inputs_.failures.push_back({folder, config.error().message});
    return nullptr;
  }

  void add(std::string path, const Config* config) {
    inputs_.documents.push_back({std::move(path), config});
  }

  void file_argument(const std::string& path) {
    const std::string absolute = absolute_path(path);
    const Config* config = config_for(absolute.substr(0, absolute.rfind('/')));
    if (config == nullptr || config->is_excluded(relative(*config, absolute))) return;
    add(path, config);
  }

  void folder_argument(const std::string& path) {
    const std::string absolute = absolute_path(path);
    const Config* config = config_for(absolute);
    if (config == nullptr) return;
    candidates_.clear();
    const std::size_t before = inputs_.documents.size() + inputs_.failures.size();
    found_documents_ = false;
    walk(path, absolute, config);
    const bool silent = found_documents_ || allow_empty_ ||
                        inputs_.documents.size() + inputs_.failures.size() != before;
    if (!silent) inputs_.failures.push_back({path, without_documents(path, *config)});
  }

  struct Folder {
    std::string path;
    std::string absolute;
    const Config* config;
  };

  void walk(const std::string& path, const std::string& absolute, const Config* config) {
    // A stack of our own: how deep the folders lie is up to whoever made them.
    std::vector<Folder> open{{path, absolute, config}};
    while (!open.empty()) {
      Folder folder = std::move(open.back());
      open.pop_back();
      errno = 0;
      const std::vector<Entry> content = entries(folder.path);
      if (content.empty() && errno != 0) {
        fail(folder.path, std::strerror(errno));
        continue;
      }
      const bool may_differ = std::any_of(content.begin(), content.end(), [](const Entry& entry) {
        return entry.name.starts_with("proclint.") || entry.name == ".git";
      });
      if (may_differ) folder.config = config_for(folder.absolute);
      if (folder.config == nullptr) continue;
      visit(folder, content, open);
    }
  }

  void visit(const Folder& folder, const std::vector<Entry>& content, std::vector<Folder>& open) {
    std::string absolute = folder.absolute + "/";
    const std::size_t stem = absolute.size();
    for (const Entry& entry : content) {
      if (entry.is_folder) continue;
      absolute.replace(stem, std::string::npos, entry.name);
      const std::string_view below = relative(*folder.config, absolute);
      if (folder.config->is_excluded(below)) continue;
      if (folder.config->is_document(below)) {
        found_documents_ = true;
        add(joined(folder.path, entry.name), folder.config);
      } else if (candidates_.size() < kMaxCandidates && is_candidate(entry.name)) {
        candidates_.emplace_back(below);
      }
    }
    // The last on the stack is the next to be read: push in reverse, so that the order is that of
    // the names.
    for (auto entry = content.rbegin(); entry != content.rend(); ++entry) {
      if (!entry->is_folder || entry->name.starts_with('.') || entry->name == "node_modules")
        continue;
      open.push_back(
          {joined(folder.path, entry->name), folder.absolute + "/" + entry->name, folder.config});
    }
  }

  std::string without_documents(const std::string& path, const Config& config) const {
    std::string out = "no documents in " + path;
    if (config.file == nullptr) out += ": no file is named " + std::string(kDefaultDocuments);
    if (candidates_.empty()) return out;
    out += "; the nearest are ";
    for (const std::string& candidate : candidates_) {
      out += (&candidate == &candidates_.front() ? "" : ", ") + candidate;
    }
    const std::string& first = candidates_.front();
    const std::size_t slash = first.rfind('/');
    const std::string glob = (slash == std::string::npos ? "" : first.substr(0, slash + 1)) +
                             "**/*" + first.substr(first.rfind('.'));
    const std::string file =
        config.file != nullptr ? config.file->path : config.folder + "/proclint.yaml";
    const std::string_view quote = file.ends_with(".json") ? "\"" : "";
    return out.append("; to check them, write in ")
        .append(file)
        .append(":\n  ")
        .append(quote)
        .append("documents")
        .append(quote)
        .append(": [\"")
        .append(glob)
        .append("\"]");
  }

  bool allow_empty_;
  Configs& configs_;
  Inputs inputs_;
  std::vector<std::string> candidates_;
  bool found_documents_ = false;
};

// Leaves the first of those with the same path. Nothing is kept for it while folders are walked:
// one folder has no file twice.
void remove_repeated(std::vector<Input>& documents) {
  std::vector<std::uint32_t> order(documents.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int compared = documents[a].path.compare(documents[b].path);
    return compared != 0 ? compared < 0 : a < b;
  });
  std::vector<bool> is_repeated(documents.size());
  for (std::size_t i = 1; i < order.size(); ++i) {
    is_repeated[order[i]] = documents[order[i]].path == documents[order[i - 1]].path;
  }
  std::size_t index = 0;
  std::erase_if(documents, [&](const Input&) { return is_repeated[index++]; });
}

}  // namespace

Inputs collect_inputs(std::span<const std::string> arguments, const std::string& stdin_filename,
                      bool allow_empty, Configs& configs) {
  Collector collector(allow_empty, configs);
  for (const std::string& argument : arguments) {
    if (argument == "-") {
      collector.standard_input(stdin_filename);
    } else {
      collector.argument(argument);
    }
  }
  Inputs inputs = collector.take();
  if (arguments.size() > 1) remove_repeated(inputs.documents);
  return inputs;
}

}  // namespace proclint
