#include "core/check/schema_matcher.h"

namespace proclint {
namespace {

constexpr std::string_view kSpecial = R"(^$\.*+?()[]{}|/)";

}  // namespace

Result<Matcher> Matcher::parse(std::string_view ecma) {
  Result<Pattern> pattern = Pattern::parse(ecma, Strictness::lenient);
  if (!pattern) return pattern.error();
  Matcher out(*std::move(pattern));
  if (!ecma.starts_with('^')) return out;
  std::string_view literal = ecma.substr(1);
  const bool is_whole = literal.ends_with('$');
  if (is_whole) literal.remove_suffix(1);
  if (literal.empty() || literal.find_first_of(kSpecial) != std::string_view::npos) return out;
  out.shape_ = is_whole ? Shape::whole : Shape::prefix;
  out.literal_ = literal;
  return out;
}

Pattern::Match Matcher::search(std::string_view text) const {
  switch (shape_) {
    case Shape::prefix:
      return text.starts_with(literal_) ? Pattern::Match::yes : Pattern::Match::no;
    case Shape::whole:
      return text == literal_ ? Pattern::Match::yes : Pattern::Match::no;
    case Shape::any:
      break;
  }
  return pattern_.search(text);
}

}  // namespace proclint
