#include "core/read/yaml_cursor.h"

#include <algorithm>
#include <cstddef>

#include "core/read/json_fault.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }

constexpr std::uint32_t kNoIndent = 0xFFFFFFFF;

}  // namespace

bool YamlCursor::follows_blank(std::uint32_t at) const {
  return at == 0 || is_blank(text_[at - 1]) || is_line_end(text_[at - 1]);
}

std::uint32_t YamlCursor::line_end(std::uint32_t at) const {
  return static_cast<std::uint32_t>(std::min(text_.find_first_of("\r\n", at), text_.size()));
}

std::uint32_t YamlCursor::column(std::uint32_t at) const {
  const std::size_t before = at == 0 ? std::string_view::npos : text_.find_last_of("\r\n", at - 1);
  return at - (before == std::string_view::npos ? 0 : static_cast<std::uint32_t>(before) + 1);
}

bool YamlCursor::ends_indicator(std::uint32_t at, bool is_flow) const {
  if (at >= text_.size() || is_blank(text_[at]) || is_line_end(text_[at])) return true;
  return is_flow && std::string_view(",[]{}").find(text_[at]) != std::string_view::npos;
}

void YamlCursor::comment() {
  const std::uint32_t end = line_end(at_);
  comments_->push_back({at_, end});
  at_ = end;
}

// The two that YAML knows concern only its syntax.
void YamlCursor::directive() {
  const std::uint32_t end = line_end(at_);
  const std::string_view line = text_.substr(at_, end - at_);
  const std::string_view name = line.substr(0, line.find_first_of(" \t"));
  if (name != "%YAML" && name != "%TAG") {
    const Span span{at_, at_ + static_cast<std::uint32_t>(name.size())};
    findings_.unsupported(Severity::warning, span,
                          "the directive " + json_excerpt(text_, span) +
                              " has no meaning and is ignored; remove the line, or write \"%\" in "
                              "quotes if it is text");
  }
  skip_to(end);
}

void YamlCursor::skip_blank(bool over_commas) {
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (is_blank(c) || is_line_end(c) || (c == ',' && over_commas)) {
      ++at_;
    } else if (c == '#' && follows_blank(at_)) {
      comment();
    } else {
      return;
    }
  }
}

void YamlCursor::skip_to(std::uint32_t offset) {
  while (at_ < offset) {
    if (text_[at_] == '#' && follows_blank(at_)) {
      comment();
    } else {
      ++at_;
    }
  }
}

void YamlCursor::skip_directives(std::uint32_t offset) {
  if (at_ == 0 && text_.starts_with(kByteOrderMark)) {
    at_ = static_cast<std::uint32_t>(kByteOrderMark.size());
    if (peek() == '%') directive();
  }
  while (at_ < offset) {
    if (text_[at_] == '%' && (at_ == 0 || is_line_end(text_[at_ - 1]))) {
      directive();
    } else if (text_[at_] == '#' && follows_blank(at_)) {
      comment();
    } else {
      ++at_;
    }
  }
}

void YamlCursor::skip_prelude() {
  if (at_ == 0 && text_.starts_with(kByteOrderMark)) {
    at_ = static_cast<std::uint32_t>(kByteOrderMark.size());
  }
  for (;;) {
    skip_blank(false);
    if (peek() == '%') {
      directive();
    } else if (text_.substr(at_).starts_with("...") && ends_indicator(at_ + 3, false)) {
      at_ += 3;
    } else {
      return;
    }
  }
}

// The blanks before the first line below the header that has another character.
std::uint32_t YamlCursor::first_indent(std::uint32_t header_end, std::uint32_t end) const {
  for (std::uint32_t at = header_end; at < end;) {
    at += text_.substr(at, 2) == "\r\n" ? 2U : 1U;
    std::uint32_t stop = at;
    while (stop < end && text_[stop] == ' ') ++stop;
    if (stop < end && !is_line_end(text_[stop])) return stop - at;
    at = std::min(line_end(stop), end);
  }
  return kNoIndent;
}

Span YamlCursor::skip_block_scalar(std::uint32_t token_end) {
  const std::uint32_t begin = at_;
  const std::uint32_t header_end = line_end(begin);
  const std::string_view header = text_.substr(begin, header_end - begin);
  const std::string_view signs = header.substr(0, header.find_first_of(" \t"));
  skip_to(header_end);
  std::uint32_t end = std::max(token_end, header_end);
  // libfyaml's mark may lie in the line behind, before a comment or a key.
  std::uint32_t line = end;
  while (line > header_end && is_blank(text_[line - 1])) --line;
  if (line > header_end && is_line_end(text_[line - 1]) && end < text_.size() &&
      !is_line_end(text_[end])) {
    end = line;
  }
  // Of blank lines at the end only those are text that are longer than the indentation.
  const std::uint32_t indent = first_indent(header_end, end);
  while (end > header_end && signs.find('+') == std::string_view::npos) {
    std::uint32_t stop = end;
    if (is_line_end(text_[stop - 1])) {
      stop -= stop >= 2 && text_.substr(stop - 2, 2) == "\r\n" ? 2U : 1U;
    }
    std::uint32_t first = stop;
    while (first > header_end && !is_line_end(text_[first - 1])) --first;
    const std::string_view content = text_.substr(first, stop - first);
    if (content.find_first_not_of(' ') != std::string_view::npos || content.size() > indent) {
      if (signs.find('-') != std::string_view::npos) end = stop;
      break;
    }
    end = first == header_end ? header_end : first;
  }
  at_ = end;
  return {begin, end};
}

}  // namespace proclint
