#include "core/read/yaml_scan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

#include "core/source/byte_window.h"

namespace proclint {
namespace {

enum ByteClass : std::uint8_t {
  kEnds = 1,      // may end a plain scalar
  kEndsFlow = 2,  // the same in brackets
  kFirst = 4,     // may begin one
  kHexadecimal = 8
};

constexpr std::array<std::uint8_t, 256> byte_classes() {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = '!'; c < table.size(); ++c) table[c] = kFirst;
  // The last two may begin one, but not before a blank; "-" is looked at apart.
  for (const char c : std::string_view(",[]{}#&*!|>'\"%@`:?"))
    table[static_cast<unsigned char>(c)] = 0;
  for (const char c : std::string_view("\r\n:#"))
    table[static_cast<unsigned char>(c)] |= kEnds | kEndsFlow;
  for (const char c : std::string_view(",[]{}")) table[static_cast<unsigned char>(c)] |= kEndsFlow;
  for (const char c : std::string_view("0123456789ABCDEFabcdef")) {
    table[static_cast<unsigned char>(c)] |= kHexadecimal;
  }
  return table;
}

constexpr std::array<std::uint8_t, 256> kClasses = byte_classes();

bool is_of(char c, unsigned classes) {
  return (kClasses[static_cast<unsigned char>(c)] & classes) != 0;
}

}  // namespace

// Over bytes of a plain scalar that mean nothing else, window by window.
std::uint32_t YamlScan::skip_common(std::uint32_t at) const {
  while (at + ByteWindow::kSize <= size_) {
    const ByteWindow window(text_.data() + at);
    const unsigned stops = window.is_any_of<':', '#', '\n', '\r'>();
    if (stops != 0) return at + static_cast<std::uint32_t>(std::countr_zero(stops));
    at += ByteWindow::kSize;
  }
  return at;
}

std::uint32_t YamlScan::line_end(std::uint32_t at) const {
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\n', at), size_));
  return end > at && text_[end - 1] == '\r' ? end - 1 : end;
}

std::uint32_t YamlScan::next_line(std::uint32_t line_end) const {
  if (line_end < size_ && text_[line_end] == '\r') ++line_end;
  return std::min(line_end + 1, size_);
}

bool YamlScan::is_document_mark(std::uint32_t at) const {
  const std::string_view sign = text_.substr(at, 3);
  return (sign == "---" || sign == "...") && ends_indicator(at + 3);
}

bool YamlScan::plain(std::uint32_t at, bool is_flow, YamlScalar& scalar) const {
  const char first = peek(at);
  if (!is_of(first, kFirst) || (first == '-' && !is_of(peek(at + 1), kFirst))) return false;
  const unsigned stops = is_flow ? kEndsFlow : kEnds;
  std::uint32_t stop = at + 1;
  for (;; ++stop) {
    if (!is_flow) stop = skip_common(stop);
    while (stop < size_ && !is_of(text_[stop], stops)) ++stop;
    if (stop == size_) break;
    const char c = text_[stop];
    if (c == ':') {
      if (ends_indicator(stop + 1)) break;
      if (is_flow && is_of(text_[stop + 1], kEndsFlow)) return false;
    } else if (c != '#' || text_[stop - 1] == ' ') {
      break;
    }
  }
  std::uint32_t end = stop;
  while (text_[end - 1] == ' ') --end;
  scalar.span = {at, end};
  scalar.next = stop;
  scalar.quote = '\0';
  return true;
}

bool YamlScan::plain_lines(std::uint32_t column, YamlScalar& scalar) const {
  while (ends_line(scalar.next)) {
    std::uint32_t begin = next_line(scalar.next);
    std::uint32_t at = skip_blanks(begin);
    while (at < size_ && ends_line(at)) {
      begin = next_line(at);
      at = skip_blanks(begin);
    }
    if (at == size_ || at - begin <= column || text_[at] == '#') return true;
    YamlScalar more;
    if (!plain(at, false, more) || peek(more.next) == ':') return false;
    scalar.span.end = more.span.end;
    scalar.next = more.next;
    scalar.is_verbatim = false;
    scalar.has_line_end = true;
  }
  return true;
}

// Over the sign behind a "\" that needs more than one.
bool YamlScan::escape(std::uint32_t& at) const {
  const char c = peek(at);
  if (ends_line(at)) return at < size_;
  if (std::string_view("0abefnrtvNLP_ \"/\\").find(c) != std::string_view::npos) {
    ++at;
    return true;
  }
  if (c != 'x' && c != 'u') return false;
  const std::uint32_t end = at + (c == 'x' ? 3 : 5);
  // A surrogate is half a character at best.
  if (c == 'u' && (peek(at + 1) == 'd' || peek(at + 1) == 'D') && peek(at + 2) > '7') return false;
  for (++at; at < end; ++at) {
    if (!is_of(peek(at), kHexadecimal)) return false;
  }
  return true;
}

bool YamlScan::quoted(std::uint32_t at, std::uint32_t column, YamlScalar& scalar) const {
  const char quote = text_[at];
  scalar.span.begin = at;
  scalar.quote = quote;
  for (++at; at < size_;) {
    const char c = text_[at];
    if (c == quote) {
      if (quote == '"' || peek(at + 1) != quote) {
        scalar.span.end = at + 1;
        scalar.next = skip_blanks(at + 1);
        return true;
      }
      scalar.is_verbatim = false;
      at += 2;
    } else if (c == '\\' && quote == '"') {
      scalar.is_verbatim = false;
      if (!escape(++at)) return false;
    } else if (c == '\n' || c == '\r') {
      scalar.is_verbatim = false;
      scalar.has_line_end = true;
      const std::uint32_t begin = next_line(at);
      at = skip_blanks(begin);
      if (!ends_line(at) && at - begin <= column) return false;
    } else {
      ++at;
    }
  }
  return false;
}

bool YamlScan::block(std::uint32_t at, std::uint32_t column, YamlScalar& scalar,
                     Span& comment) const {
  scalar.span.begin = at;
  scalar.quote = text_[at];
  scalar.is_verbatim = false;
  const bool is_stripped = peek(at + 1) == '-';
  at += is_stripped ? 2 : 1;
  if (!ends_indicator(at)) return false;
  at = skip_blanks(at);
  std::uint32_t end = line_end(at);
  if (at < end) {
    if (text_[at] != '#') return false;
    comment = {at, end};
  }
  std::uint32_t indent = 0;  // of the first line that has text
  std::uint32_t longest_blank = 0;
  for (;;) {
    const std::uint32_t begin = next_line(end);
    scalar.next = begin;
    if (begin == size_) break;
    at = skip_blanks(begin);
    if (ends_line(at)) {
      // Blanks of a line that has more of them than the others are text.
      if (indent != 0 && at - begin > indent) return false;
      longest_blank = std::max(longest_blank, at - begin);
      end = at;
      continue;
    }
    if (indent == 0) {
      indent = at - begin;
      if (indent <= column || longest_blank > indent) return false;
    } else if (at - begin < indent) {
      if (at - begin > column) return false;
      break;
    }
    end = line_end(at);
    scalar.span.end = is_stripped ? end : next_line(end);
  }
  return indent != 0;
}

}  // namespace proclint
