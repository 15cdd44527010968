#include "core/document/value.h"

#include <vector>

#include "core/document/pointer.h"
#include "core/source/same_text.h"

namespace proclint {

Value Value::find(std::string_view key) const {
  if (!is(Kind::map)) return {};
  const Document& all = *document_;
  const NodeId end = all.node(id_).next;
  for (NodeId at = id_ + 1; at < end; at = all.node(at + 1).next) {
    // The sizes tell most keys apart without a look at them.
    if (all.node(at).size == key.size() && is_same_text(all.text(at), key)) {
      return Value(all, at + 1);
    }
  }
  return {};
}

std::size_t Value::index() const {
  std::size_t count = 0;
  for (const Value child : parent().children()) {
    if (child.id() >= id_) break;
    ++count;
  }
  return count;
}

std::string Value::pointer() const {
  if (is(Kind::key)) return Value(*document_, id_ + 1).pointer();
  std::vector<Value> steps;
  for (Value at = *this; at.parent(); at = at.parent()) steps.push_back(at);
  std::string out;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    const Value key = step->key();
    append_pointer_token(out, key ? key.text() : std::string_view(std::to_string(step->index())));
  }
  return out;
}

Span Value::place() const {
  if (!is(Kind::list) && !is(Kind::map)) return span();
  if (const Value owner = key(); owner && !owner.span().empty()) return owner.span();
  return {span().begin, span().begin + (span().empty() ? 0U : 1U)};
}

Span Value::locate(Span decoded) const {
  const Node& self = node();
  if (!self.is_decoded) return {self.text + decoded.begin, self.text + decoded.end};
  return document_->locate == nullptr ? span() : document_->locate(*document_, id_, decoded);
}

}  // namespace proclint
