#include "core/check/mistakes.h"

#include <algorithm>
#include <utility>

#include "core/source/utf8.h"

namespace proclint {

void Mistakes::at(Value node, std::string message) { at(node, node.place(), std::move(message)); }

void Mistakes::inside(Value string, std::size_t offset, std::string message) {
  const std::string_view text = string.text();
  offset = std::min(offset, text.size());
  // At the end there is no byte to underline: the last one stands for it.
  if (offset == text.size() && offset > 0) --offset;
  const std::size_t size = std::max<std::size_t>(utf8::decode(text.substr(offset)).size, 1);
  const Span decoded{static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset + size)};
  const Span span = text.empty() ? string.place() : string.locate(decoded);
  at(string, span, std::move(message));
}

void Mistakes::inside(Value string, Span decoded, std::string message) {
  if (decoded.empty()) return inside(string, decoded.begin, std::move(message));
  at(string, string.locate(decoded), std::move(message));
}

void Mistakes::at(Value node, Span span, std::string message) {
  Diagnostic mistake;
  mistake.rule = rule_;
  mistake.span = span;
  mistake.message = std::move(message);
  mistake.pointer = node.pointer();
  out_.push_back(std::move(mistake));
  ++count_;
}

}  // namespace proclint
