#include "procconv/targets.h"

#include <map>
#include <string_view>

#include "core/engine/engine.h"

namespace proclint {
namespace {

// Where a document that `argument` means lies below --out-dir: of a folder the folders below it are
// kept.
std::string below_out_dir(std::string_view argument, std::string_view path,
                          const std::string& extension) {
  std::string_view folder;
  while (argument.ends_with('/')) argument.remove_suffix(1);
  if (path.size() > argument.size() + 1 && path.starts_with(argument) &&
      path[argument.size()] == '/') {
    folder = path.substr(argument.size() + 1);
    const std::size_t slash = folder.rfind('/');
    folder = folder.substr(0, slash == std::string_view::npos ? 0 : slash + 1);
  }
  return std::string(folder).append(id_from(path)).append(extension);
}

// Documents that would be written to one place, or over one that is read.
void refuse_clashes(Targets& targets) {
  std::map<std::string, const Target*> places;
  std::map<std::string, const Target*> sources;  // by absolute path
  for (const Target& target : targets.documents) {
    if (!target.input.is_standard_input) sources.emplace(absolute_path(target.input.path), &target);
  }
  for (const Target& target : targets.documents) {
    if (target.path.empty()) continue;
    const std::string place = absolute_path(target.path);
    const auto [other, is_new] = places.emplace(place, &target);
    if (!is_new) {
      targets.failures.push_back(
          {target.input.path,
           target.path + " is where " + other->second->input.path + " is written to already"});
    } else if (const auto source = sources.find(place); source != sources.end()) {
      const bool is_itself = source->second == &target;
      targets.failures.push_back(
          {target.input.path, (is_itself ? "it would be written over itself"
                                         : "it would be written over " + source->first) +
                                  "; name another folder"});
    }
  }
}

}  // namespace

Targets find_targets(const ConvertOptions& options, Configs& configs) {
  Targets targets;
  const std::string extension = options.exchange
                                    ? std::string(options.exchange->extension)
                                    : ".procedure" + std::string(options.to->extension);
  for (const std::string& argument : options.arguments) {
    Inputs inputs = collect_inputs({&argument, 1}, options.stdin_filename, false, configs);
    for (Unreadable& failure : inputs.failures) targets.failures.push_back(std::move(failure));
    for (Input& input : inputs.documents) {
      std::string path = options.output;
      if (!options.out_dir.empty()) {
        path = options.out_dir + "/" + below_out_dir(argument, input.path, extension);
      }
      targets.documents.push_back({std::move(input), std::move(path)});
    }
  }
  if (options.is_check) return targets;
  if (targets.documents.size() > 1 && options.out_dir.empty()) {
    targets.failures.push_back(
        {targets.documents[0].input.path, "several documents need --out-dir FOLDER"});
  }
  if (targets.failures.empty()) refuse_clashes(targets);
  return targets;
}

}  // namespace proclint
