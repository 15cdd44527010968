#include "core/check/text_edit_page.h"

#include <string>

#include "core/check/text_lines.h"
#include "core/document/headings.h"

namespace proclint {
namespace {

bool reads_as(std::string_view written, std::string_view old) {
  while (!written.empty() && !old.empty()) {
    const std::size_t size = line_end_size(written);
    if (size > 0 ? old.front() != ' ' : written.front() != old.front()) return false;
    written.remove_prefix(size > 0 ? size : 1);
    old.remove_prefix(1);
  }
  return written.empty() && old.empty();
}

// Whether a block with this text, or a line that begins with it, is a heading.
bool is_like_heading(std::string_view text, const Headings& headings) {
  constexpr std::size_t kLongest = 80;  // no heading is
  const std::string_view before = text.substr(0, text.find(':'));
  for (const std::string_view part : {text, before}) {
    if (part.size() > kLongest) continue;
    if (headings.find(part) != nullptr || headings.find_near(part) != nullptr ||
        headings.is_title(part) || headings.is_nearly_title(part)) {
      return true;
    }
  }
  return false;
}

// Above the sections stand a title and codes; only these may change, and a code to what is one.
bool is_fixed_line(const TextChange& change) {
  Value top = change.node;
  while (top.parent().parent()) top = top.parent();
  const std::string_view name = top.key().text();
  if (name == "sections" || name == "title") return false;
  if (name != "codes" || change.node.key().text() != "value") return true;
  constexpr std::string_view kCode =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-";
  const std::string text = change.text();
  return text.find_first_not_of(kCode) != std::string::npos ||
         text.find_first_of("0123456789") == std::string::npos;
}

// The line that the change leaves, from its begin; "" if it is longer than any heading.
std::string line_of(const TextChange& change) {
  constexpr std::uint32_t kLongest = 200;
  const std::uint32_t first = change.span.begin - std::min(change.span.begin, kLongest);
  std::string out(change.source.substr(first, change.span.begin - first));
  const std::size_t feed = out.rfind('\n');
  if (first > 0 && feed == std::string::npos) return "";
  out.erase(0, feed + 1);
  out.append(change.by).append(change.source.substr(change.span.end, kLongest));
  out.resize(std::min(out.size(), out.find_first_of("\r\n")));
  out.erase(0, std::min(out.size(), out.find_first_not_of(" \t")));
  return out;
}

}  // namespace

std::optional<Edit> edit_page(const TextChange& change, std::string_view old) {
  if (change.node.is(Kind::key) || is_fixed_line(change) || has_control(change.by) ||
      !change.keeps_lines()) {
    return std::nullopt;
  }
  if (change.leaves_bare_end()) return std::nullopt;
  if (!reads_as(change.source.substr(change.span.begin, change.span.size()), old)) {
    return std::nullopt;
  }
  if (change.span.begin == change.node.span().begin || change.begins_line()) {
    const std::string line =
        std::string(change.by) + std::string(change.source.substr(change.span.end, 12));
    if (begins_with_number(line) || begins_with_bullet(line)) return std::nullopt;
  }
  const Headings* const headings = change.node.document().headings;
  if (headings != nullptr && is_like_heading(line_of(change), *headings)) return std::nullopt;
  return Edit{change.span, std::string(change.by)};
}

}  // namespace proclint
