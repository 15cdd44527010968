#include "core/check/schema_assertion.h"

#include <algorithm>

#include "core/document/equal.h"
#include "core/source/same_text.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

bool is_one_of(const Program& program, const Instruction& in, Value at) {
  auto first = program.values.begin() + in.a;
  auto last = program.values.begin() + in.b;
  if (in.c != kNone) {
    const auto hashes = program.hashes.begin() + in.c;
    const auto [from, to] = std::equal_range(hashes, hashes + (last - first), hash_of(at));
    last = first + (to - hashes);
    first += from - hashes;
  } else if (at.is(Kind::string)) {
    return std::any_of(first, last, [text = at.text()](Value one) {
      return one.is(Kind::string) && is_same_text(one.text(), text);
    });
  }
  return std::any_of(first, last, [&](Value one) { return is_equal(one, at); });
}

// The value is of none of the plain types of the set; whether it is of type integer.
bool is_integer(std::uint32_t types, bool is_strict, Value at) {
  if ((types & kIntegerType) == 0 || !at.is(Kind::number)) return false;
  if (is_strict) return at.text().find_first_of(".eE") == std::string_view::npos;
  return Number(at.text()).is_integer();
}

bool has_length_of(std::uint32_t least, std::string_view text) {
  if (text.size() / 4 >= least) return true;  // of 1 to 4 bytes a code point
  return text.size() >= least && utf8::count_codepoints(text) >= least;
}

}  // namespace

bool holds(const Program& program, const Program::Node& schema, const Instruction& in, Value at) {
  const auto compare = [&] { return Number(at.text()).compare(program.limits[in.a].number); };
  switch (in.op) {
    case Op::type:
      return is_integer(in.a, schema.has_strict_integers, at);
    case Op::equal_to_one:
      return is_one_of(program, in, at);
    case Op::at_least:
      return compare() >= 0;
    case Op::at_most:
      return compare() <= 0;
    case Op::above:
      return compare() > 0;
    case Op::below:
      return compare() < 0;
    case Op::multiple_of:
      return Number(at.text()).is_multiple_of(program.limits[in.a].number);
    case Op::min_length:
      return has_length_of(in.a, at.text());
    case Op::max_length:
      return at.text().size() <= in.a || utf8::count_codepoints(at.text()) <= in.a;
    case Op::format:
      return has_format(at.text(), static_cast<Format>(in.a));
    default:
      return false;  // Op::never
  }
}

}  // namespace proclint
