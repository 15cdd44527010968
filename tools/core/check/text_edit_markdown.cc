#include "core/check/text_edit_markdown.h"

#include <algorithm>
#include <string>

#include "core/check/text_lines.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// What CommonMark 0.30 gives a meaning inside a line.
constexpr std::string_view kSigns = "\\`*_[]<>&!";
// And at the begin of a block, beside numbers.
constexpr std::string_view kBlockSigns = "#>+-*=_~`<[|\\&!";

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Whether the source bytes decode to `old`, one piece of text without markup.
bool reads_as(std::string_view written, std::string_view old) {
  while (!written.empty() && !old.empty()) {
    if (const std::size_t size = line_end_size(written); size > 0) {
      if (old.front() != ' ') return false;
      written.remove_prefix(size);
      old.remove_prefix(1);
      continue;
    }
    const std::size_t reference = written.front() == '&' ? written.find(';') + 1 : 0;
    if (reference > 0 && reference < 40 && !old.starts_with(written.substr(0, reference))) {
      written.remove_prefix(reference);
      old.remove_prefix(utf8::decode(old).size);
      continue;
    }
    if (written.front() == '\\' && written.size() > 1 && written[1] == old.front()) {
      written.remove_prefix(1);
    }
    if (written.front() != old.front()) return false;
    written.remove_prefix(1);
    old.remove_prefix(1);
  }
  return written.empty() && old.empty();
}

std::string escaped(std::string_view text, char left, char right) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char before = i == 0 ? left : text[i - 1];
    const char behind = i + 1 == text.size() ? right : text[i + 1];
    bool is_sign = c == '\\' || c == '`' || c == '*' || c == '[' || c == ']' || c == '<';
    if (c == '_') is_sign = !is_letter_or_digit(before) || !is_letter_or_digit(behind);
    if (c == '&') is_sign = is_letter_or_digit(behind) || behind == '#';
    if (c == '#') is_sign = before == ' ' || before == '\t';  // could close a heading
    if (is_sign) out += '\\';
    out += c;
  }
  return out;
}

// Code has no escapes, links and what is as written have a syntax of their own.
bool is_in_special(const TextChange& change) {
  constexpr int kMost = 1000;  // marks in one text; nobody writes more
  const Document& document = change.node.document();
  const Span node = change.node.span();
  int count = 0;
  for (auto mark = std::lower_bound(
           document.marks.begin(), document.marks.end(), node.begin,
           [](const Mark&each, std::uint32_t begin) { return each.span.begin < begin; });
       mark != document.marks.end() && mark->span.begin <= change.span.begin; ++mark) {
    if (++count > kMost) return true;
    if (mark->span.end < change.span.end) continue;
    if (mark->kind == MarkKind::foreign || mark->kind == MarkKind::foreign_inline) return true;
    const char first = mark->span.empty() ? '\0' : change.source[mark->span.begin];
    if (mark->kind == MarkKind::markup && first != '*' && first != '_') return true;
  }
  return false;
}

}  // namespace

std::optional<Edit> edit_markdown(const TextChange& change, std::string_view old) {
  if (change.node.is(Kind::key) || has_control(change.by) || !change.keeps_lines()) {
    return std::nullopt;
  }
  if (change.leaves_bare_end()) return std::nullopt;
  const auto is_sign = [](char c) { return kSigns.find(c) != std::string_view::npos; };
  if (is_sign(change.left()) || is_sign(change.right())) return std::nullopt;
  if (!reads_as(change.source.substr(change.span.begin, change.span.size()), old)) {
    return std::nullopt;
  }
  if (is_in_special(change)) return std::nullopt;
  std::string by = escaped(change.by, change.left(), change.right());
  if (change.span.begin == change.node.span().begin || change.begins_line()) {
    const std::string line = by + std::string(change.source.substr(change.span.end, 12));
    if (begins_with_number(line)) return std::nullopt;
    const bool is_block = kBlockSigns.find(change.next()) != std::string_view::npos;
    if (is_block && by.empty()) return std::nullopt;
    if (is_block && by.front() != '\\') by.insert(0, 1, '\\');
  }
  return Edit{change.span, std::move(by)};
}

}  // namespace proclint
