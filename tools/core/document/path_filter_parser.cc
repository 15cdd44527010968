#include <algorithm>
#include <utility>

#include "core/document/path_parser.h"

namespace proclint {
namespace {

using Comparison = FilterNode::Comparison;
using NodeKind = FilterNode::Kind;

// Whether the value depends on "@" neither itself nor in its parts. A filter inside a query that
// begins with "$" has an "@" of its own.
bool has_no_current(const FilterNode& node) {
  if (node.kind == NodeKind::query) return !node.query.is_relative;
  return std::all_of(node.children.begin(), node.children.end(), has_no_current);
}

// A literal is as cheap as looking up what it came to.
void mark_constant(FilterNode& node) {
  node.is_constant = node.kind != NodeKind::literal && has_no_current(node);
}

std::string function_names() {
  std::string out;
  for (const PathFunction& function : path_functions()) {
    if (!out.empty()) out += ", ";
    out += function.name;
  }
  return out;
}

}  // namespace

// Counts a level of parentheses, filters and calls, which recursion follows.
bool PathParser::enter(std::size_t begin) {
  if (++nesting_ <= Path::kMaxNesting) return true;
  return fail(begin, "filters, parentheses and calls are nested more than " +
                         std::to_string(Path::kMaxNesting) + " deep");
}

bool PathParser::filter(PathSelector& selector) {
  if (!enter(at_)) return false;
  ++at_;
  selector.kind = PathSelector::Kind::filter;
  skip_blanks();
  if (!any(selector.filter.emplace_back())) return false;
  --nesting_;
  return true;
}

// logical-or-expr = logical-and-expr *(S "||" S logical-and-expr)
bool PathParser::any(FilterNode& out) {
  FilterNode first;
  if (!all(first)) return false;
  out.kind = NodeKind::any;
  out.children.push_back(std::move(first));
  for (;;) {
    const std::size_t before = at_;
    skip_blanks();
    if (!take("||")) {
      if (peek() == '|') return fail(at_, R"("or" is written "||")");
      at_ = before;
      break;
    }
    skip_blanks();
    if (!all(out.children.emplace_back())) return false;
  }
  if (out.children.size() == 1) out = FilterNode(std::move(out.children.front()));
  mark_constant(out);
  return true;
}

// logical-and-expr = basic-expr *(S "&&" S basic-expr)
bool PathParser::all(FilterNode& out) {
  FilterNode first;
  if (!basic(first)) return false;
  out.kind = NodeKind::all;
  out.children.push_back(std::move(first));
  for (;;) {
    const std::size_t before = at_;
    skip_blanks();
    if (!take("&&")) {
      if (peek() == '&') return fail(at_, R"("and" is written "&&")");
      at_ = before;
      break;
    }
    skip_blanks();
    if (!basic(out.children.emplace_back())) return false;
  }
  if (out.children.size() == 1) out = FilterNode(std::move(out.children.front()));
  mark_constant(out);
  return true;
}

bool PathParser::basic(FilterNode& out) {
  if (peek() == '!') return negation(out);
  if (peek() == '(') return parentheses(out);
  return comparison_or_test(out);
}

bool PathParser::negation(FilterNode& out) {
  ++at_;
  skip_blanks();
  out.kind = NodeKind::negation;
  FilterNode& inner = out.children.emplace_back();
  if (peek() == '(') {
    if (!parentheses(inner)) return false;
  } else {
    const std::size_t begin = at_;
    if (!operand(inner) || !check_test(inner, since(begin))) return false;
    const std::size_t behind = at_;
    skip_blanks();
    Comparison ignored{};
    if (comparison(ignored)) {
      return fail(behind, at_, "\"!\" stands before a test; write !(...) around a comparison");
    }
    if (error_) return false;
    at_ = behind;
  }
  mark_constant(inner);
  mark_constant(out);
  return true;
}

bool PathParser::parentheses(FilterNode& out) {
  const std::size_t begin = at_;
  if (!enter(begin)) return false;
  ++at_;
  skip_blanks();
  if (!any(out)) return false;
  skip_blanks();
  if (!take(")")) {
    if (at_end()) return fail(begin, "the parenthesis is not closed");
    return fail(at_, "expected \"&&\", \"||\" or \")\" here");
  }
  --nesting_;
  const std::size_t behind = at_;
  skip_blanks();
  const std::size_t sign = at_;
  Comparison ignored{};
  if (comparison(ignored)) {
    return fail(sign, at_, "what stands in parentheses is true or false, and is not compared");
  }
  if (error_) return false;
  at_ = behind;
  return true;
}

// comparison-expr or test-expr
bool PathParser::comparison_or_test(FilterNode& out) {
  const std::size_t begin = at_;
  FilterNode first;
  if (!operand(first)) return false;
  const Span left = since(begin);
  skip_blanks();
  if (!comparison(out.comparison)) {
    if (error_) return false;
    at_ = left.end;
    out = std::move(first);
    if (!check_test(out, left)) return false;
    mark_constant(out);
    return true;
  }
  if (!check_comparable(first, left)) return false;
  skip_blanks();
  const std::size_t second_begin = at_;
  FilterNode second;
  if (!operand(second) || !check_comparable(second, since(second_begin))) return false;
  mark_constant(first);
  mark_constant(second);
  out.kind = NodeKind::comparison;
  out.children.push_back(std::move(first));
  out.children.push_back(std::move(second));
  return true;
}

// False, and nothing is read, if no comparison stands here.
bool PathParser::comparison(Comparison& out) {
  static constexpr std::pair<std::string_view, Comparison> kSigns[] = {
      {"==", Comparison::equal},         {"!=", Comparison::not_equal},
      {"<=", Comparison::less_or_equal}, {">=", Comparison::greater_or_equal},
      {"<", Comparison::less},           {">", Comparison::greater}};
  if (query_.substr(at_).starts_with("=~")) {
    return fail(at_, at_ + 2, R"("=~" is written match(value, 'pattern'))");
  }
  for (const auto& [sign, comparison] : kSigns) {
    if (!take(sign)) continue;
    if (peek() == '=') return fail(at_ - sign.size(), at_ + 1, "there is no such comparison");
    out = comparison;
    return true;
  }
  if (peek() == '=') return fail(at_, R"("is equal" is written "==")");
  return false;
}

// A literal, a query or a call.
bool PathParser::operand(FilterNode& out) {
  const char c = peek();
  if (c == '@' || c == '$') return query(out);
  if (c == '\'' || c == '"') {
    out.literal_kind = Kind::string;
    return quoted(out.text);
  }
  if (starts_integer()) {
    out.literal_kind = Kind::number;
    return number(out.text);
  }
  if (at_end()) return fail(at_, "the filter ends here, but expected a test such as @.name");
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') return literal_or_call(out);
  if (c == '!') return fail(at_, "\"!\" stands before one test, and not before another \"!\"");
  return fail(at_, R"(expected "@", "$", a text in quotes, a number or a function)");
}

bool PathParser::query(FilterNode& out) {
  out.kind = NodeKind::query;
  out.query.is_relative = query_[at_++] == '@';
  return segments(out.query);
}

bool PathParser::literal_or_call(FilterNode& out) {
  const std::size_t begin = at_;
  const std::string_view name = word();
  if (peek() == '(') return call(out, begin, name);
  if (name == "null") {
    out.literal_kind = Kind::null;
  } else if (name == "true" || name == "false") {
    out.literal_kind = Kind::boolean;
  } else if (find_path_function(name) != nullptr) {
    return fail(begin, at_, "\"(\" follows directly behind the name of a function");
  } else {
    const std::string word(name);
    return fail(begin, at_,
                "\"" + word + "\" is no value; a member of the node is @." + word +
                    ", a text stands in quotes, true, false and null are lower case");
  }
  out.text = name;
  return true;
}

bool PathParser::call(FilterNode& out, std::size_t begin, std::string_view name) {
  out.kind = NodeKind::call;
  out.function = find_path_function(name);
  if (out.function == nullptr) {
    return fail(
        begin, at_,
        "there is no function \"" + std::string(name) + "\"; there are " + function_names());
  }
  if (!enter(begin) || !arguments(out, begin)) return false;
  --nesting_;
  return true;
}

bool PathParser::arguments(FilterNode& out, std::size_t begin) {
  const PathFunction& function = *out.function;
  const std::size_t open = at_++;
  Span last;
  skip_blanks();
  while (peek() != ')') {
    if (!out.children.empty()) {
      if (at_end()) return fail(open, "the parenthesis is not closed");
      if (!take(",")) return fail(at_, "expected \",\" or \")\" here");
      skip_blanks();
    }
    if (out.children.size() == function.parameter_count) break;
    const std::size_t argument_begin = at_;
    FilterNode argument;
    if (!operand(argument)) return false;
    last = since(argument_begin);
    if (!check_argument(out, argument, function.parameters[out.children.size()], last)) {
      return false;
    }
    mark_constant(argument);
    out.children.push_back(std::move(argument));
    skip_blanks();
  }
  if (out.children.size() != function.parameter_count || !take(")")) {
    while (!at_end() && peek() != ')') ++at_;
    return fail(begin, std::min(at_ + 1, query_.size()),
                std::string(function.name) + "() takes " +
                    (function.parameter_count == 1 ? "one argument"
                                                   : "two arguments, a value and a pattern"));
  }
  fix_pattern(out, last);
  return true;
}

// RFC 9535, 2.4.3.
bool PathParser::check_argument(const FilterNode& call, const FilterNode& argument, PathType wanted,
                                Span span) {
  const std::string name = std::string(call.function->name) + "()";
  if (wanted == PathType::nodes) {
    if (argument.kind == NodeKind::query) return true;
    return fail(span.begin, span.end,
                name + " takes a path, such as " + std::string(call.function->name) + "(@.items)");
  }
  if (argument.kind == NodeKind::query && !argument.query.is_singular()) {
    return fail(span.begin, span.end,
                name +
                    " takes one value, and this path may select several; use names and indexes "
                    "only, or value()");
  }
  if (argument.kind == NodeKind::call && argument.function->result != PathType::value) {
    return fail(span.begin, span.end,
                name + " takes a value, and " + std::string(argument.function->name) +
                    "() is true or false");
  }
  return true;
}

bool PathParser::check_test(const FilterNode& test, Span span) {
  if (test.kind == NodeKind::literal) {
    return fail(span.begin, span.end, "a value alone is no test; compare it, as in @.name == 'a'");
  }
  if (test.kind == NodeKind::call && test.function->result == PathType::value) {
    const std::string name(test.function->name);
    return fail(span.begin, span.end,
                name + "() gives a value; compare it, as in " + name + "(...) > 1");
  }
  return true;
}

bool PathParser::check_comparable(const FilterNode& operand, Span span) {
  if (operand.kind == NodeKind::query && !operand.query.is_singular()) {
    return fail(span.begin, span.end,
                "this path may select several values, and one is compared; use names and indexes "
                "only, or value()");
  }
  if (operand.kind == NodeKind::call && operand.function->result == PathType::logical) {
    return fail(span.begin, span.end,
                std::string(operand.function->name) + "() is true or false, and is not compared");
  }
  return true;
}

// RFC 9535, 2.4.6: a malformed pattern matches nothing; when it stands here, that is known now.
void PathParser::fix_pattern(FilterNode& call, Span span) {
  const std::optional<Extent> extent = pattern_extent(*call.function);
  if (!extent || call.children[1].kind != NodeKind::literal) return;
  const FilterNode& pattern = call.children[1];
  call.has_fixed_pattern = true;
  if (pattern.literal_kind != Kind::string) {
    doubts_.push_back({span, "the pattern is no text in quotes, so nothing matches it"});
    return;
  }
  const Result<Pattern> parsed = parse_i_regexp(pattern.text, *extent);
  if (parsed) {
    call.pattern = *parsed;
  } else {
    doubts_.push_back({span, "nothing matches this pattern: " + parsed.error().message});
  }
}

}  // namespace proclint
