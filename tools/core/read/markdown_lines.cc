#include "core/read/markdown_lines.h"

#include <algorithm>

#include "core/read/markdown_syntax.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// cmark visits every open container at every line: about 40 ns each. This many visits a byte, and
// at the least, keep that below a few times the cost of the text; hand-written lists need one.
constexpr std::uint64_t kVisitsPerByte = 4;
constexpr std::uint64_t kFreeVisits = 1'000'000;

// And every open "![" at every link that closes: about 10 ns each.
constexpr std::uint64_t kFreeBrackets = 20'000'000;

constexpr auto kMarkSize = static_cast<std::uint32_t>(kByteOrderMark.size());

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The blanks and the markers of lists and quotes at the begin of a line.
struct Prefix {
  std::uint32_t blanks = 0;
  std::uint32_t markers = 0;
};

// Size of the marker at `at`; 0 if there is none.
std::uint32_t marker_size(std::string_view line, std::uint32_t at) {
  const auto size = static_cast<std::uint32_t>(line.size());
  const char c = line[at];
  if (c == '>') return 1;
  std::uint32_t end = at + 1;
  if (is_digit(c)) {
    while (end < size && is_digit(line[end])) ++end;
    if (end == size || (line[end] != '.' && line[end] != ')')) return 0;
    ++end;
  } else if (c != '-' && c != '*' && c != '+') {
    return 0;
  }
  return end == size || is_markdown_blank(line[end]) ? end - at : 0;
}

Prefix prefix_of(std::string_view line) {
  constexpr std::uint32_t kTabColumns = 4;
  Prefix prefix;
  for (std::uint32_t at = 0; at < line.size();) {
    if (is_markdown_blank(line[at])) {
      prefix.blanks += line[at] == '\t' ? kTabColumns : 1;
      ++at;
      continue;
    }
    const std::uint32_t size = marker_size(line, at);
    if (size == 0) break;
    ++prefix.markers;
    at += size;
  }
  return prefix;
}

class Splitter {
 public:
  Splitter(std::string_view text, std::uint32_t body)
      : text_(text), has_return_(text.find('\r') != std::string_view::npos), body_(body) {}

  MarkdownLines run() {
    constexpr std::size_t kTypicalLine = 40;
    const auto size = static_cast<std::uint32_t>(text_.size());
    lines_.text = text_;
    lines_.starts.reserve((size - body_) / kTypicalLine + 2);
    lines_.page.layout.reserve(lines_.starts.capacity());
    // Line 1 begins behind a byte order mark. Before the body only line ends matter, which are
    // equal without a carriage return.
    for (std::uint32_t at = has_return_ ? std::min(body_, kMarkSize) : body_; at < size;) {
      const std::uint32_t end = line_end(at);
      std::uint32_t next = end;
      if (next < size) next += has_return_ && text_.substr(end, 2) == "\r\n" ? 2 : 1;
      if (at >= body_) line(at, end, next);
      if (has_return_ && next > end) note_line_end({end, next});
      at = next;
    }
    lines_.starts.push_back(size);
    return std::move(lines_);
  }

 private:
  std::uint32_t line_end(std::uint32_t at) const {
    if (text_[at] == '\n') return at;  // as half of the lines are
    const std::size_t found = has_return_ ? text_.find_first_of("\r\n", at) : text_.find('\n', at);
    return static_cast<std::uint32_t>(std::min(found, text_.size()));
  }

  void line(std::uint32_t begin, std::uint32_t end, std::uint32_t next) {
    lines_.starts.push_back(begin);
    std::vector<Mark>& layout = lines_.page.layout;
    std::uint32_t last = end;
    while (last > begin && is_markdown_blank(text_[last - 1])) --last;
    const bool is_blank = last == begin;
    if (is_blank) {
      if (run_ == kNoRun) {
        run_ = layout.size();
        layout.push_back({0, MarkKind::blank_lines, {begin, begin}});
      }
      layout[run_].span.end = next;
    } else {
      measure(begin, last);
      run_ = kNoRun;
    }
    if (last < end) layout.push_back({0, MarkKind::trailing_blanks, {last, end}});
    visits_ += depth_;
    if (visits_ > kFreeVisits + kVisitsPerByte * next && !lines_.too_deep) {
      lines_.too_deep = Span{begin, end};
    }
  }

  // How many containers may be open behind the line, at most.
  void measure(std::uint32_t begin, std::uint32_t end) {
    const Prefix prefix = prefix_of(text_.substr(begin, end - begin));
    if (prefix.markers > 0) {
      depth_ = std::min(depth_ + prefix.markers, prefix.markers + prefix.blanks / 2);
    } else if (prefix.blanks == 0 && run_ != kNoRun) {
      depth_ = 0;  // behind a blank line nothing goes on at the margin
    }
  }

  void note_line_end(Span end) {
    const std::string_view written = text_.substr(end.begin, end.size());
    if (first_end_.empty()) first_end_ = written;
    if (written == first_end_ || is_mixed_) return;
    is_mixed_ = true;
    lines_.page.layout.push_back({0, MarkKind::line_end, end});
  }

  static constexpr std::size_t kNoRun = static_cast<std::size_t>(-1);

  std::string_view text_;
  MarkdownLines lines_;
  std::string_view first_end_;
  std::uint64_t visits_ = 0;
  std::size_t run_ = kNoRun;  // the mark of the run of blank lines that may go on
  std::uint32_t depth_ = 0;
  bool has_return_;
  bool is_mixed_ = false;
  std::uint32_t body_;
};

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + 1)) {
    ++found;
  }
  return found;
}

std::size_t find_blank_line(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('\n', from); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const std::string_view next = text.substr(at + 1, 2);
    if (next.starts_with('\n') || next == "\r\n") return at;
  }
  return text.size();
}

}  // namespace

Span MarkdownLines::content(std::size_t i) const {
  std::uint32_t begin = starts[i];
  std::uint32_t end = starts[i + 1];
  while (end > begin && is_markdown_space(text[end - 1])) --end;
  while (begin < end && is_markdown_blank(text[begin])) ++begin;
  return {begin, end};
}

std::size_t MarkdownLines::index(std::uint32_t offset) const {
  const auto last = starts.end() - 1;
  const auto behind = std::upper_bound(starts.begin(), last, offset);
  return behind == starts.begin() ? 0 : static_cast<std::size_t>(behind - starts.begin()) - 1;
}

MarkdownLines split_markdown(std::string_view text, std::uint32_t body) {
  return Splitter(text, body).run();
}

std::optional<Span> find_costly_brackets(std::string_view text) {
  std::uint64_t cost = 0;
  for (std::size_t image = text.find("!["); image != std::string_view::npos;) {
    // A paragraph ends at a blank line at the latest.
    const std::size_t end = find_blank_line(text, image);
    const std::string_view paragraph = text.substr(image, end - image);
    const std::uint64_t images = count(paragraph, "![");
    cost += images * (images < 2 ? 1 : count(paragraph, "]"));
    if (cost > kFreeBrackets + text.size()) {
      return Span{static_cast<std::uint32_t>(image), static_cast<std::uint32_t>(image + 2)};
    }
    image = text.find("![", end);
  }
  return std::nullopt;
}

}  // namespace proclint
