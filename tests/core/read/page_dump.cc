#include "core/read/page_dump.h"

#include <sstream>
#include <string>

#include "core/document/value.h"

namespace proclint::sample {
namespace {

void append_tree(std::string& out, Value value) {
  const bool is_map = value.is(Kind::map);
  if (is_map || value.is(Kind::list)) {
    out += is_map ? '{' : '[';
    bool is_first = true;
    for (const Value child : value.children()) {
      if (!is_first) out += ", ";
      is_first = false;
      if (is_map) out.append(child.key().text()).append(": ");
      append_tree(out, child);
    }
    out += is_map ? '}' : ']';
  } else {
    out += value.is(Kind::null) ? "null" : "'" + std::string(value.text()) + "'";
  }
}

std::string trimmed(std::string_view line) {
  std::string out(line);
  const auto is_blank_at = [&out](std::size_t i) {
    return out[i] == ' ' || out[i] == '\t' || out[i] == '\r';
  };
  for (bool again = true; again && !out.empty();) {
    again = false;
    if (is_blank_at(out.size() - 1)) {
      out.pop_back();
      again = true;
    } else if (out.ends_with("\xC2\xA0")) {
      out.resize(out.size() - 2);
      again = true;
    } else if (is_blank_at(0)) {
      out.erase(0, 1);
      again = true;
    } else if (out.starts_with("\xC2\xA0")) {
      out.erase(0, 2);
      again = true;
    }
  }
  return out;
}

// The bytes of a text, read again: lines trimmed and joined with one blank.
std::string joined_lines(std::string_view slice) {
  std::istringstream in{std::string(slice)};
  std::string out;
  std::string line;
  while (std::getline(in, line)) {
    if (!out.empty()) out += ' ';
    out += trimmed(line);
  }
  return out;
}

}  // namespace

std::string tree(std::string_view text) {
  const Page page{std::string(text)};
  std::string out;
  if (!page.document.empty()) append_tree(out, Value::root(page.document));
  for (const Diagnostic& finding : page.findings) out += " !" + finding.rule;
  return out;
}

std::string sections(std::string_view text) {
  const std::string all = tree(text);
  constexpr std::string_view kBegin = "{sections: ";
  if (!all.starts_with(kBegin)) return all;
  return all.substr(kBegin.size(), all.size() - kBegin.size() - 1);
}

std::string marks(std::string_view text) {
  const Page page{std::string(text)};
  std::string out;
  for (const Mark& mark : page.document.marks) {
    if (!out.empty()) out += ' ';
    out += name(mark.kind);
    const std::string_view slice = page.source.slice(mark.span);
    const bool is_visible = slice.find_first_not_of(" \t\r\n") != std::string_view::npos;
    out += is_visible ? "'" + std::string(slice) + "'" : "*" + std::to_string(slice.size());
  }
  return out;
}

std::string broken_places(const Page& page) {
  const Document& document = page.document;
  const auto size = static_cast<std::uint32_t>(page.text.size());
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Node& node = document.node(id);
    const std::string at = "node " + std::to_string(id) + ": ";
    if (node.span.begin > node.span.end || node.span.end > size) return at + "outside the source";
    if (node.parent != kNoNode && !document.node(node.parent).span.contains(node.span)) {
      return at + "outside its parent";
    }
    if (node.kind == Kind::string &&
        joined_lines(page.source.slice(node.span)) != std::string(document.text(id))) {
      return at + "its bytes are no '" + std::string(document.text(id)) + "'";
    }
  }
  std::uint32_t last = 0;
  for (const Mark& mark : document.marks) {
    if (mark.span.begin < last || mark.span.end > size || mark.span.begin > mark.span.end) {
      return "a mark out of order";
    }
    if (mark.node >= document.nodes.size()) return "a mark of no node";
    last = mark.span.begin;
  }
  return {};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace proclint::sample
