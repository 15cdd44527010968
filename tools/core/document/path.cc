#include "core/document/path.h"

#include <algorithm>
#include <utility>

#include "core/document/path_evaluation.h"
#include "core/document/path_parser.h"

namespace proclint {

std::variant<Path, PathError> Path::parse(std::string_view query) {
  PathParser parser(query);
  auto parsed = parser.parse();
  if (auto* error = std::get_if<PathError>(&parsed)) return std::move(*error);
  return Path(std::make_shared<const PathQuery>(std::get<PathQuery>(std::move(parsed))),
              std::move(parser.doubts()));
}

std::uint64_t Path::max_steps(const Document& document) {
  // Descendants of descendants multiply the nodes by the depth, a filter by what it looks at; the
  // first number is for small documents, where more is still over in a moment.
  constexpr std::uint64_t kAlways = 20'000'000;
  constexpr std::uint64_t kANode = 200;
  return std::max(kAlways, kANode * document.nodes.size());
}

bool Path::select(Value root, void* context, void (*call)(void* context, Value match)) const {
  if (!root) return true;
  PathEvaluation evaluation(root, max_steps(root.document()));
  evaluation.select(*query_, root, [context, call](Value match) {
    call(context, match);
    return true;
  });
  return !evaluation.is_exhausted();
}

}  // namespace proclint
