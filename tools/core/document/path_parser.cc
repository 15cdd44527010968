#include "core/document/path_parser.h"

#include <limits>
#include <utility>

#include "core/source/utf8.h"

namespace proclint {

std::variant<PathQuery, PathError> PathParser::parse() {
  if (query_.size() > std::numeric_limits<std::uint32_t>::max()) {
    return PathError{{}, "the path is too long"};
  }
  if (const std::size_t bad = utf8::find_invalid(query_); bad != std::string_view::npos) {
    fail(bad, "these bytes are no text in UTF-8");
    return *std::move(error_);
  }
  PathQuery query;
  if (!take("$")) {
    fail(0, R"(a path begins with "$")");
  } else if (segments(query) && !at_end()) {
    const std::size_t before = at_;
    skip_blanks();
    if (at_end()) {
      fail(before, at_, "a path ends without blanks");
    } else {
      fail(at_, R"(expected ".", ".." or "[" here)");
    }
  }
  if (error_) return *std::move(error_);
  return query;
}

// Recurses through filters, which enter() counts.
bool PathParser::segments(PathQuery& query) {
  for (;;) {
    const std::size_t before = at_;
    skip_blanks();
    if (peek() != '.' && peek() != '[') {
      at_ = before;
      return true;
    }
    const std::size_t begin = at_;
    if (++segment_count_ > Path::kMaxSegments) {
      return fail(begin, "more than " + std::to_string(Path::kMaxSegments) + " steps");
    }
    PathSegment next;
    if (!segment(next)) return false;
    next.text = query_.substr(begin, at_ - begin);
    query.segments.push_back(std::move(next));
  }
}

bool PathParser::segment(PathSegment& segment) {
  if (take("..")) {
    segment.is_descendant = true;
    return peek() == '[' ? bracket(segment) : shorthand(segment);
  }
  if (take(".")) return shorthand(segment);
  return bracket(segment);
}

bool PathParser::shorthand(PathSegment& segment) {
  PathSelector& selector = segment.selectors.emplace_back();
  if (take("*")) return true;
  selector.kind = PathSelector::Kind::name;
  return shorthand_name(selector.name);
}

bool PathParser::bracket(PathSegment& segment) {
  const std::size_t begin = at_++;
  do {
    skip_blanks();
    if (at_end()) return fail(begin, "the bracket is not closed");
    if (!selector(segment)) return false;
    skip_blanks();
  } while (take(","));
  if (take("]")) return true;
  if (at_end()) return fail(begin, "the bracket is not closed");
  return fail(at_, R"(expected "," or "]" here)");
}

bool PathParser::selector(PathSegment& segment) {
  PathSelector& selector = segment.selectors.emplace_back();
  if (take("*")) return true;
  if (peek() == '\'' || peek() == '"') {
    selector.kind = PathSelector::Kind::name;
    return quoted(selector.name);
  }
  if (starts_integer() || peek() == ':') return index_or_slice(selector);
  if (peek() == '?') return filter(selector);
  return fail(at_, "expected a name in quotes, a number, a slice, \"*\" or a filter (\"?\")");
}

bool PathParser::index_or_slice(PathSelector& selector) {
  selector.kind = PathSelector::Kind::index;
  const bool has_start = peek() != ':';
  if (has_start && !integer(selector.index)) return false;
  const std::size_t behind = at_;
  skip_blanks();
  if (!take(":")) {
    at_ = behind;
    return true;
  }
  selector.kind = PathSelector::Kind::slice;
  PathSlice& slice = selector.slice;
  if (has_start) slice.start = selector.index;
  skip_blanks();
  if (starts_integer() && !integer(slice.end.emplace())) return false;
  skip_blanks();
  if (take(":")) {
    skip_blanks();
    if (starts_integer() && !integer(slice.step)) return false;
  }
  return true;
}

}  // namespace proclint
