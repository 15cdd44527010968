#include "core/check/element_index.h"

#include <vector>

#include "core/document/pointer.h"

namespace proclint {

// Where the last question about `list` ended; at first its first element.
ElementIndex::Stop& ElementIndex::stop(Value list) {
  return stops_.try_emplace(list.id(), Stop{list.id() + 1, 0}).first->second;
}

std::size_t ElementIndex::index(Value element) {
  const Document& document = element.document();
  Stop& last = stop(element.parent());
  if (last.element > element.id()) last = {element.parent().id() + 1, 0};
  while (last.element < element.id()) {
    last.element = document.node(last.element).next;
    ++last.index;
  }
  return last.index;
}

Value ElementIndex::element(Value list, std::size_t index) {
  if (!list.is(Kind::list) || index >= list.size()) return {};
  const Document& document = list.document();
  Stop& last = stop(list);
  if (last.index > index) last = {list.id() + 1, 0};
  while (last.index < index) {
    last.element = document.node(last.element).next;
    ++last.index;
  }
  return {document, last.element};
}

std::string ElementIndex::pointer(Value value) {
  if (value.is(Kind::key)) value = Value(value.document(), value.id() + 1);
  std::vector<Value> steps;
  for (Value at = value; at.parent(); at = at.parent()) steps.push_back(at);
  std::string out;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (const Value key = step->key()) {
      append_pointer_token(out, key.text());
    } else {
      append_pointer_token(out, std::to_string(index(*step)));
    }
  }
  return out;
}

}  // namespace proclint
