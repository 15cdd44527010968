#include "core/document/dump.h"

#include <array>

#include "core/document/value.h"

namespace proclint {
namespace {

void append_text(std::string& out, std::string_view text) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\\') {
      out += "\\\\";
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    } else {
      out += c;
    }
  }
}

void append_span(std::string& out, Span span) {
  out += '[' + std::to_string(span.begin) + ',' + std::to_string(span.end) + ')';
}

std::size_t depth(Value value) {
  std::size_t count = 0;
  while ((value = value.parent())) ++count;
  return count;
}

}  // namespace

std::string dump(const Document& document, bool indented) {
  std::string out;
  const auto separate = [&](std::size_t level) {
    if (!out.empty()) out += indented ? '\n' : ' ';
    if (indented) out.append(2 * level, ' ');
  };
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Value value(document, id);
    separate(indented ? depth(value) : 0);
    out += name(value.kind());
    append_span(out, value.span());
    if (value.is(Kind::list) || value.is(Kind::map)) continue;
    out += '=';
    append_text(out, value.text());
  }
  for (const Mark& mark : document.marks) {
    separate(0);
    out += '#';
    out += name(mark.kind);
    append_span(out, mark.span);
    out += "@" + std::to_string(mark.node) + '=';
    append_text(out, document.source->slice(mark.span));
  }
  for (const Span comment : document.comments) {
    separate(0);
    out += "#comment";
    append_span(out, comment);
    out += '=';
    append_text(out, document.source->slice(comment));
  }
  return out;
}

}  // namespace proclint
