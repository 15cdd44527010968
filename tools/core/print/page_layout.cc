#include "core/print/page_layout.h"

#include <algorithm>
#include <charconv>

#include "core/print/json.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kMostIndent = 40;  // as the schema has it

bool is_inline(const Document& document, NodeId key) {
  return std::any_of(document.marks.begin(), document.marks.end(), [key](const Mark& mark) {
    return mark.kind == MarkKind::inline_value && mark.node == key;
  });
}

// The number of values on the first code line.
std::size_t first_values(const Document& page) {
  const Value codes = Value::root(page).find("codes");
  std::size_t count = 0;
  NodeId next = kNoNode;  // the first code of the second line
  std::size_t lines = 0;
  for (const Mark& mark : page.marks) {
    if (mark.kind == MarkKind::code_label && ++lines == 2) next = mark.node;
  }
  if (!codes) return 0;
  for (const Value code : codes.children()) {
    if (code.id() >= next) break;
    const Value value = code.find("value");
    if (value && !value.is(Kind::null)) ++count;
  }
  return count;
}

std::size_t column(const Source& source, std::uint32_t at) {
  const std::string_view before = source.text().substr(0, at);
  const std::size_t line = before.rfind('\n');
  return before.size() - (line == std::string_view::npos ? 0 : line + 1);
}

std::string text_of(Value map, std::string_view key) {
  const Value member = map.find(key);
  return member && member.is(Kind::string) ? std::string(member.text()) : std::string();
}

// `otherwise` unless the member is a boolean.
bool flag(Value map, std::string_view key, bool otherwise) {
  const Value member = map.find(key);
  return member && member.is(Kind::boolean) ? member.text() == "true" : otherwise;
}

}  // namespace

std::string heading_text(const Document& document, const Mark& mark) {
  const std::string_view written = document.source->slice(mark.span);
  const bool has_value = written.ends_with(':') && is_inline(document, mark.node);
  return std::string(has_value ? without_final_mark(written) : written);
}

std::string_view written_label(const Source& source, const Mark& label) {
  const std::string_view behind = source.text().substr(label.span.end);
  return source.slice({label.span.begin, label.span.end + (behind.starts_with(':') ? 1U : 0U)});
}

std::map<std::string, std::string, std::less<>> headings_written(const Document& document,
                                                                 const Headings& headings) {
  std::map<std::string, std::string, std::less<>> out;
  std::map<std::string_view, bool> seen;  // the first of two sections with one key counts
  for (const Mark& mark : document.marks) {
    if (mark.kind != MarkKind::heading) continue;
    const std::string_view key = document.text(mark.node);
    if (!seen.emplace(key, true).second) continue;
    std::string written = heading_text(document, mark);
    if (written != section_heading(key, headings)) out.emplace(key, std::move(written));
  }
  return out;
}

PageLayout layout_of_page(const Document& page, const Headings& headings, std::string_view system) {
  const Source& source = *page.source;
  PageLayout layout;
  bool has_label = false;
  bool has_list = false;
  bool has_bullet = false;
  for (const Mark& mark : page.marks) {
    const std::string_view written = source.slice(mark.span);
    if (mark.kind == MarkKind::navigation) {
      layout.nav.emplace_back(written);
    } else if (mark.kind == MarkKind::code_label && !has_label) {
      has_label = true;
      layout.code_label = written_label(source, mark);
    } else if (mark.kind == MarkKind::name_heading && layout.name_heading.empty()) {
      layout.name_heading = written;
    } else if (mark.kind == MarkKind::bullet || mark.kind == MarkKind::number) {
      if (!has_list) layout.indent = std::min(column(source, mark.span.begin), kMostIndent);
      has_list = true;
      if (mark.kind == MarkKind::bullet && !has_bullet) {
        has_bullet = true;
        layout.bullet = written;
      }
    }
  }
  if (layout.code_label == code_label(system, first_values(page))) {
    layout.code_label.clear();
  }
  if (layout.name_heading == headings.title().heading) layout.name_heading.clear();
  layout.headings = headings_written(page, headings);
  const std::string_view text = source.text();
  const std::size_t line_end = text.find('\n');
  layout.has_crlf =
      line_end != std::string_view::npos && line_end > 0 && text[line_end - 1] == '\r';
  layout.has_final_newline = text.ends_with('\n');
  layout.has_bom = text.starts_with(kByteOrderMark);
  return layout;
}

PageLayout layout_of(Value value) {
  PageLayout layout;
  if (!value || !value.is(Kind::map)) return layout;
  if (const Value nav = value.find("nav")) {
    for (const Value line : nav.children()) {
      if (line.is(Kind::string)) layout.nav.emplace_back(line.text());
    }
  }
  layout.code_label = text_of(value, "codeLabel");
  layout.name_heading = text_of(value, "nameHeading");
  if (const Value headings = value.find("headings"); headings && headings.is(Kind::map)) {
    for (const Value heading : headings.children()) {
      if (heading.is(Kind::string)) layout.headings.emplace(heading.key().text(), heading.text());
    }
  }
  if (std::string bullet = text_of(value, "bullet"); !bullet.empty()) {
    layout.bullet = std::move(bullet);
  }
  if (const Value indent = value.find("indent"); indent && indent.is(Kind::number)) {
    const std::string_view digits = indent.text();
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    const bool is_whole = error == std::errc() && end == digits.data() + digits.size();
    if (is_whole && count <= kMostIndent) layout.indent = count;
  }
  layout.has_final_newline = flag(value, "finalNewline", true);
  layout.has_crlf = text_of(value, "eol") == "crlf";
  layout.has_bom = flag(value, "bom", false);
  return layout;
}

std::string layout_json(const PageLayout& layout) {
  std::string out = "{";
  const auto member = [&out](std::string_view key, const std::string& json) {
    if (out.size() > 1) out += ',';
    out.append("\"").append(key).append("\":").append(json);
  };
  if (!layout.nav.empty()) {
    std::string list = "[";
    for (const std::string& line : layout.nav) {
      list += (list.size() > 1 ? "," : "") + json_string(line);
    }
    member("nav", list + "]");
  }
  if (!layout.code_label.empty()) member("codeLabel", json_string(layout.code_label));
  if (!layout.name_heading.empty()) member("nameHeading", json_string(layout.name_heading));
  if (!layout.headings.empty()) {
    std::string map = "{";
    for (const auto& [key, heading] : layout.headings) {
      map += (map.size() > 1 ? "," : "") + json_string(key) + ":" + json_string(heading);
    }
    member("headings", map + "}");
  }
  const PageLayout defaults;
  if (layout.bullet != defaults.bullet) member("bullet", json_string(layout.bullet));
  if (layout.indent != defaults.indent) member("indent", std::to_string(layout.indent));
  if (!layout.has_final_newline) member("finalNewline", "false");
  if (layout.has_crlf) member("eol", "\"crlf\"");
  if (layout.has_bom) member("bom", "true");
  return out + "}";
}

std::string section_heading(std::string_view key, const Headings& headings) {
  if (const Headings::Entry* entry = headings.find_key(key)) return entry->heading;
  if (key.starts_with("x-")) key.remove_prefix(2);
  std::string out(key);
  std::replace(out.begin(), out.end(), '-', ' ');
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') {
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  }
  return out;
}

std::string code_label(std::string_view system, std::size_t values) {
  std::string out(system);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  out += out.empty() ? "Code" : " code";
  if (values > 1) out += 's';
  if (values > 0 || system.empty()) out += ':';
  return out;
}

}  // namespace proclint
