#include "core/check/truth.h"

#include "core/check/schema_words.h"
#include "core/document/number.h"

namespace proclint {

bool is_truthy(Value value) {
  switch (value.kind()) {
    case Kind::null:
      return false;
    case Kind::boolean:
      return value.text().front() == 't' || value.text().front() == 'T';
    case Kind::number:
      return compare_numbers(value.text(), "0") != 0;
    case Kind::list:
    case Kind::map:
      return value.size() > 0;
    default:
      return !value.text().empty();
  }
}

std::string content_in_words(Value value) {
  const bool can_be_empty = value.is(Kind::list) || value.is(Kind::map) || value.is(Kind::string);
  return can_be_empty && !is_truthy(value) ? "empty" : shown(value);
}

}  // namespace proclint
