#include "core/engine/line_difference.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/check/quote.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kLookAhead = 50;  // lines; bounds the search for where both go on alike

struct Line {
  Span whole;         // without its line end
  Span text;          // without blanks around it
  std::size_t blank;  // blank lines before it
};

std::vector<Line> lines_of(const Source& source) {
  std::vector<Line> lines;
  std::size_t blank = 0;
  for (std::size_t i = 0; i < source.line_count(); ++i) {
    Span whole = source.line(i);
    if (i == 0 && source.text().starts_with(kByteOrderMark)) whole.begin += 3;
    const std::string_view written = source.slice(whole);
    const std::size_t first = written.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) {
      ++blank;
      continue;
    }
    const std::size_t last = written.find_last_not_of(" \t\r");
    const Span text{whole.begin + static_cast<std::uint32_t>(first),
                    whole.begin + static_cast<std::uint32_t>(last) + 1};
    lines.push_back({whole, text, blank});
    blank = 0;
  }
  return lines;
}

class LineComparer {
 public:
  LineComparer(const Source& source, const Source& printed, std::vector<Diagnostic>& losses)
      : source_(source),
        printed_(printed),
        losses_(losses),
        old_(lines_of(source)),
        new_(lines_of(printed)) {}

  void run() {
    const std::size_t before = losses_.size();
    while (i_ < old_.size() && k_ < new_.size()) step();
    for (; i_ < old_.size(); ++i_) tell(old_[i_].text, "this line gets lost");
    if (k_ < new_.size()) tell_end("printed again, the page has more lines than stand here");
    if (losses_.size() == before && source_.text() != printed_.text()) bytes();
  }

 private:
  std::string_view old_text(std::size_t i) const { return source_.slice(old_[i].text); }
  std::string_view new_text(std::size_t k) const { return printed_.slice(new_[k].text); }

  void tell(Span span, std::string message) {
    Diagnostic& loss = losses_.emplace_back();
    loss.rule = "conversion-loss";
    loss.severity = Severity::warning;
    loss.span = span;
    loss.message = std::move(message);
  }
  void tell_end(std::string message) {
    const auto size = static_cast<std::uint32_t>(source_.text().size());
    tell({size, size}, std::move(message));
  }

  void step() {
    const Line& was = old_[i_];
    const Line& is = new_[k_];
    if (was.blank != is.blank) {
      tell(was.text, std::to_string(was.blank) + (was.blank == 1 ? " blank line" : " blank lines") +
                         " before this line, but printed again there would be " +
                         std::to_string(is.blank));
    }
    if (old_text(i_) == new_text(k_)) {
      if (source_.slice(was.whole) != printed_.slice(is.whole)) {
        tell(was.whole,
             "the blanks at the begin or end of this line change when it is printed again");
      }
      ++i_;
      ++k_;
      return;
    }
    if (const std::size_t joined = joined_lines(); joined > 1) {
      tell(was.text,
           "this line and the ones that go on with it are joined to one when they are "
           "printed again");
      i_ += joined;
      ++k_;
      return;
    }
    skip_or_replace();
  }

  // The number of lines from the current one on whose texts, with one blank between them, are the
  // current new line, apart from the first one's marker; 0 if they are not.
  std::size_t joined_lines() const {
    std::string_view rest = new_text(k_);
    const std::string_view first = old_text(i_);
    const std::size_t begin = rest.find(without_marker(first));
    if (begin == std::string_view::npos || begin > rest.find(' ') + 1) return 0;
    rest.remove_prefix(begin + without_marker(first).size());
    std::size_t count = 1;
    while (!rest.empty()) {
      if (i_ + count == old_.size()) return 0;
      const std::string_view next = old_text(i_ + count);
      if (!rest.starts_with(' ') || !rest.substr(1).starts_with(next)) return 0;
      rest.remove_prefix(next.size() + 1);
      ++count;
    }
    return count;
  }
  static std::string_view without_marker(std::string_view line) {
    const std::size_t blank = line.find(' ');
    const bool is_marker = blank != std::string_view::npos && blank <= 4 && blank > 0;
    return is_marker ? line.substr(blank + 1) : line;
  }

  // The lines part: one of them may be missing on either side.
  void skip_or_replace() {
    for (std::size_t ahead = 1; ahead <= kLookAhead; ++ahead) {
      if (i_ + ahead < old_.size() && old_text(i_ + ahead) == new_text(k_)) {
        for (; ahead > 0; --ahead) tell(old_[i_++].text, "this line gets lost");
        return;
      }
      if (k_ + ahead < new_.size() && new_text(k_ + ahead) == old_text(i_)) {
        tell(old_[i_].text,
             "printed again, " + quoted(new_text(k_)) + " would stand before this line");
        k_ += ahead;
        return;
      }
    }
    tell(old_[i_].text, "printed again, this line would be " + quoted(new_text(k_)));
    ++i_;
    ++k_;
  }

  // All lines are the same, so it is what stands at their ends or before the first one.
  void bytes() {
    const std::string_view was = source_.text();
    const std::string_view is = printed_.text();
    const auto at = static_cast<std::uint32_t>(
        std::mismatch(was.begin(), was.end(), is.begin(), is.end()).first - was.begin());
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(at + 1, was.size()));
    tell({at, end},
         "the line ends, or blank lines at the end, change from here on when the page is "
         "printed again");
  }

  const Source& source_;
  const Source& printed_;
  std::vector<Diagnostic>& losses_;
  std::vector<Line> old_;
  std::vector<Line> new_;
  std::size_t i_ = 0;  // in old_
  std::size_t k_ = 0;  // in new_
};

}  // namespace

void compare_lines(const Source& source, std::string_view printed,
                   std::vector<Diagnostic>& losses) {
  if (source.text() == printed) return;
  const Source other(source.path(), printed);
  LineComparer(source, other, losses).run();
}

}  // namespace proclint
