#include <string>

#include "core/check/options.h"
#include "core/check/schema_words.h"
#include "core/document/number.h"

namespace proclint {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Below 0, 0 or above 0. Numbers by value, texts letter by letter, capitals as small ones.
int order_of(Value a, Value b) {
  if (a.is(Kind::number)) return compare_numbers(a.text(), b.text()).value_or(0);
  const std::string_view left = a.text();
  const std::string_view right = b.text();
  for (std::size_t i = 0; i < left.size() && i < right.size(); ++i) {
    const int order =
        static_cast<unsigned char>(lower(left[i])) - static_cast<unsigned char>(lower(right[i]));
    if (order != 0) return order;
  }
  return left.size() == right.size() ? 0 : left.size() < right.size() ? -1 : 1;
}

}  // namespace

/// The elements of a list stand in rising order: numbers by value, texts by their letters, whatever
/// their case. Elements of other kinds are passed over. Option `by`: the member of each element
/// that is compared, else the element itself.
BoundCheck sorted(Value options, const Vocabulary& /*vocabulary*/) {
  std::string_view by;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "by") return unknown_option(option, "by");
      if (auto error = read_text(option, by)) return *std::move(error);
    }
  }
  return [by](Value target, Sink& sink) {
    if (!target.is(Kind::list)) return;
    Value before;
    for (const Value element : target.children()) {
      const Value compared = by.empty() ? element : element.find(by);
      if (!compared || (!compared.is(Kind::number) && !compared.is(Kind::string))) continue;
      if (before && before.kind() == compared.kind() && order_of(before, compared) > 0) {
        sink.at(compared, shown(compared) + " stands behind " + shown(before) + "; sort the list")
            .offer("before", shown(before));
        return;
      }
      before = compared;
    }
  };
}

}  // namespace proclint
