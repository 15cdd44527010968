#include "core/read/page_lines.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr std::uint32_t kShortLine = 40;  // no editor wraps here: the line ends on purpose
constexpr std::uint32_t kMostDigits = 9;  // a number fits into 32 bits

// Bullets that mean nothing else, so no blank needs to follow: • ‣ ⁃ ∙ ■ ▪ ○ ● ◦ and the
// private-use bullet of word processors.
constexpr std::array<std::string_view, 10> kBullets{
    "\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x81\x83", "\xE2\x88\x99", "\xE2\x96\xA0",
    "\xE2\x96\xAA", "\xE2\x97\x8B", "\xE2\x97\x8F", "\xE2\x97\xA6", "\xEF\x82\xB7"};
// Signs that are bullets only before a blank: hyphen, asterisk, the letter o, – and ·.
constexpr std::array<std::string_view, 5> kDoubtfulBullets{"-", "*", "o", "\xE2\x80\x93",
                                                           "\xC2\xB7"};

// Size of the blank at `at`; 0 if none stands there.
inline std::uint32_t blank_size(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return 0;
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\r') return 1;
  return c == kNoBreakSpace[0] && at + 1 < end && text[at + 1] == kNoBreakSpace[1] ? 2 : 0;
}

std::uint32_t skip_blanks(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (const std::uint32_t size = blank_size(text, at, end)) at += size;
  return at;
}

std::uint32_t trimmed_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (end > begin) {
    const char c = text[end - 1];
    if (c == ' ' || c == '\t' || c == '\r') {
      --end;
    } else if (c == kNoBreakSpace[1] && end - begin >= 2 && text[end - 2] == kNoBreakSpace[0]) {
      end -= 2;
    } else {
      break;
    }
  }
  return end;
}

std::uint16_t indent_of(std::string_view blanks) {
  constexpr std::size_t kMost = 1000;  // no page is wider; keeps the number small
  std::size_t columns = 0;
  for (const char c : blanks) {
    if (columns >= kMost) break;
    if (c == '\t') {
      columns += 2 - columns % 2;
    } else if (c != kNoBreakSpace[0]) {  // two bytes, one column
      ++columns;
    }
  }
  return static_cast<std::uint16_t>(columns);
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// By the first byte of a line: most lines have none.
constexpr std::array<bool, 256> kMayBeginMarker = [] {
  std::array<bool, 256> table{};
  for (const std::string_view bullet : kBullets)
    table[static_cast<unsigned char>(bullet[0])] = true;
  for (const std::string_view bullet : kDoubtfulBullets) {
    table[static_cast<unsigned char>(bullet[0])] = true;
  }
  for (char c = '0'; is_digit(c); ++c) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

struct Marker {
  LineKind kind = LineKind::text;
  std::uint32_t size = 0;
  bool is_doubtful = false;
};

// Whether nothing or a blank stands there.
bool ends_marker(std::string_view line, std::size_t at) {
  const auto size = static_cast<std::uint32_t>(line.size());
  return at == size || blank_size(line, static_cast<std::uint32_t>(at), size) > 0;
}

Marker bullet_of(std::string_view line) {
  for (const std::string_view bullet : kBullets) {
    if (line.starts_with(bullet)) {
      return {LineKind::bullet, static_cast<std::uint32_t>(bullet.size()), false};
    }
  }
  for (const std::string_view bullet : kDoubtfulBullets) {
    if (line.starts_with(bullet) && ends_marker(line, bullet.size())) {
      return {LineKind::bullet, static_cast<std::uint32_t>(bullet.size()), true};
    }
  }
  return {};
}

Marker number_of(std::string_view line) {
  std::uint32_t digits = 0;
  while (digits < line.size() && digits <= kMostDigits && is_digit(line[digits])) ++digits;
  if (digits == 0 || digits > kMostDigits || digits == line.size()) return {};
  if ((line[digits] != '.' && line[digits] != ')') || !ends_marker(line, digits + 1)) return {};
  const bool is_one = digits == 1 && line[0] == '1';
  return {LineKind::number, digits + 1, !is_one};
}

Marker marker_of(std::string_view line) {
  if (!kMayBeginMarker[static_cast<unsigned char>(line[0])]) return {};
  return is_digit(line[0]) ? number_of(line) : bullet_of(line);
}

bool ends_sentence(char c) { return c == '.' || c == ':' || c == ';' || c == '!' || c == '?'; }

class Splitter {
 public:
  explicit Splitter(const Source& source) : text_(source.text()) {}

  PageLines run() {
    const auto size = static_cast<std::uint32_t>(text_.size());
    auto at =
        static_cast<std::uint32_t>(text_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
    constexpr std::size_t kTypicalLine = 40;
    out_.lines.reserve(text_.size() / kTypicalLine + 1);
    out_.layout.reserve(out_.lines.capacity());
    while (at < size) {
      // Half of the lines are empty.
      const std::size_t found = text_[at] == '\n' ? at : text_.find('\n', at);
      const bool has_end = found != std::string_view::npos;
      const auto feed = has_end ? static_cast<std::uint32_t>(found) : size;
      const bool has_return = has_end && feed > at && text_[feed - 1] == '\r';
      const std::uint32_t end = has_return ? feed - 1 : feed;
      const std::uint32_t next = has_end ? feed + 1 : size;
      line(at, end, next);
      if (has_end) note_line_end({end, next});
      at = next;
    }
    settle_bare();
    return std::move(out_);
  }

 private:
  void line(std::uint32_t at, std::uint32_t end, std::uint32_t next) {
    const std::uint32_t begin = skip_blanks(text_, at, end);
    if (begin == end) {
      if (run_ == kNoRun) {
        run_ = out_.layout.size();
        out_.layout.push_back({0, MarkKind::blank_lines, {at, at}});
      }
      out_.layout[run_].span.end = next;
      is_after_blank_ = true;
      if (end > at) out_.layout.push_back({0, MarkKind::trailing_blanks, {at, end}});
      return;
    }
    const std::uint32_t last = trimmed_end(text_, begin, end);
    if (last < end) out_.layout.push_back({0, MarkKind::trailing_blanks, {last, end}});
    PageLine line{begin,          last,           begin, indent_of(text_.substr(at, begin - at)),
                  LineKind::text, is_after_blank_};
    classify(line);
    out_.lines.push_back(line);
    is_after_blank_ = false;
    run_ = kNoRun;
  }

  void classify(PageLine& line) {
    if (line.is_after_blank) {
      settle_bare();
      is_in_list_ = false;
    }
    const Marker marker = marker_of(text_.substr(line.begin, line.end - line.begin));
    if (marker.kind == LineKind::text || !counts(line, marker)) {
      settle_bare();
      return;
    }
    line.kind = marker.kind;
    line.text = skip_blanks(text_, line.begin + marker.size, line.end);
    const bool is_bare = line.text == line.end && marker.is_doubtful;
    const bool has_marked_neighbour = is_in_list_ || is_bare_pending_;
    is_bare_pending_ = is_bare && !has_marked_neighbour;
    is_in_list_ = !is_bare_pending_;
  }

  // Whether a marker in the middle of a paragraph begins a list.
  bool counts(const PageLine& line, const Marker& marker) const {
    if (line.is_after_blank || is_in_list_ || is_bare_pending_) return true;
    if (!marker.is_doubtful) return true;
    if (marker.kind == LineKind::number) return false;
    const PageLine& before = out_.lines.back();
    if (line.indent > 0 || before.span().size() <= kShortLine) return true;
    const std::uint32_t next = skip_blanks(text_, line.begin + marker.size, line.end);
    const bool begins_small = next < line.end && text_[next] >= 'a' && text_[next] <= 'z';
    return !begins_small || ends_sentence(text_[before.end - 1]);
  }

  // A lone "-" is what authors write for "nothing", not a list with an empty item.
  void settle_bare() {
    if (!is_bare_pending_) return;
    is_bare_pending_ = false;
    PageLine& bare = out_.lines.back();
    bare.kind = LineKind::text;
    bare.text = bare.begin;
  }

  void note_line_end(Span end) {
    if (first_end_ == 0) first_end_ = end.size();
    if (end.size() == first_end_ || is_mixed_) return;
    is_mixed_ = true;
    out_.layout.push_back({0, MarkKind::line_end, end});
  }

  static constexpr std::size_t kNoRun = static_cast<std::size_t>(-1);

  std::string_view text_;
  PageLines out_;
  std::size_t run_ = kNoRun;  // the mark of the run of blank lines that may go on
  std::uint32_t first_end_ = 0;
  bool is_after_blank_ = true;
  bool is_in_list_ = false;       // the block has an item already
  bool is_bare_pending_ = false;  // the last line is a marker without text, alone so far
  bool is_mixed_ = false;
};

}  // namespace

PageLines split_page(const Source& source) { return Splitter(source).run(); }

}  // namespace proclint
