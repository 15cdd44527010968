#include <algorithm>
#include <string>

#include "core/check/line_end.h"
#include "core/check/options.h"

namespace proclint {
namespace {

std::string lines(std::size_t count, std::string_view kind) {
  return std::to_string(count) + ' ' + std::string(kind) + (count == 1 ? "line" : "lines");
}

std::string line_end(std::string_view text) { return std::string(line_end_of(text)); }

Fix removal(Span span, std::string_view what) {
  return Fix{"Remove the " + std::string(what), {{span, ""}}, Safety::layout};
}

class Checker {
 public:
  Checker(Value root, Sink& sink)
      : root_(root),
        source_(*root.document().source),
        text_(source_.text()),
        begin_(text_.starts_with("\xEF\xBB\xBF") ? 3 : 0),
        sink_(sink) {}

  void run() {
    for (const Mark& mark : root_.document().marks) {
      switch (mark.kind) {
        case MarkKind::blank_lines:
          check_run(mark);
          break;
        case MarkKind::missing_blank_line:
          missing(mark.span);
          break;
        case MarkKind::trailing_blanks:
          if (!is_line_break(mark)) trailing(mark.span);
          break;
        case MarkKind::line_end:
          mixed(mark.span);
          break;
        default:
          break;
      }
    }
    check_end();
  }

 private:
  void check_run(const Mark& mark) {
    const std::string_view run = source_.slice(mark.span);
    // A last line of blanks without a line end is a line too.
    const auto count = static_cast<std::size_t>(std::count(run.begin(), run.end(), '\n')) +
                       (run.back() == '\n' ? 0U : 1U);
    const bool is_one = count == 1;
    if (mark.node != 0) {
      found(mark.span, lines(count, "blank ") + " between the items of one list; remove " +
                           (is_one ? "it" : "them"))
          .fix = removal(mark.span, is_one ? "blank line" : "blank lines");
    } else if (mark.span.begin == begin_) {
      found(mark.span,
            lines(count, "blank ") + " before the first line; remove " + (is_one ? "it" : "them"))
          .fix = removal(mark.span, is_one ? "blank line" : "blank lines");
    } else if (mark.span.end == text_.size()) {
      found(mark.span,
            lines(count, "blank ") + " at the end of the file; remove " + (is_one ? "it" : "them"))
          .fix = removal(mark.span, is_one ? "blank line" : "blank lines");
    } else if (count > 1) {
      const auto first = static_cast<std::uint32_t>(run.find('\n') + 1);
      const Span extra{mark.span.begin + first, mark.span.end};
      found(extra, lines(count, "blank ") + " where one is enough; remove " +
                       (count == 2 ? "the second" : "all but the first"))
          .fix = removal(extra, count == 2 ? "second blank line" : "other blank lines");
    }
  }

  void missing(Span line) {
    // The line itself is shown: an empty place cannot be underlined.
    auto& finding = found(line,
                          "no blank line before this line, which begins a part of its own; "
                          "insert one");
    const std::size_t feed = text_.rfind('\n', line.begin);
    const auto at = static_cast<std::uint32_t>(feed == std::string_view::npos ? 0 : feed + 1);
    finding.fix = Fix{"Insert a blank line", {{{at, at}, line_end(text_)}}, Safety::layout};
  }

  // In Markdown two blanks at the end of a line inside of a text break the line.
  bool is_line_break(const Mark& blanks) const {
    const auto& marks = root_.document().marks;
    const auto* const end = marks.data() + marks.size();
    for (const Mark* mark = &blanks + 1; mark != end && mark->span.begin == blanks.span.begin;
         ++mark) {
      if (mark->kind == MarkKind::markup) return true;
    }
    return false;
  }

  void trailing(Span blanks) {
    found(blanks, "blanks at the end of the line; remove them").fix = removal(blanks, "blanks");
  }

  // One finding for the file, with every line end in its fix.
  void mixed(Span first) {
    const std::string usual = line_end(text_);
    const bool is_usual_crlf = usual.size() == 2;
    auto& finding =
        found(first, is_usual_crlf ? "this line ends with LF, but the first one with CRLF; end "
                                     "all lines alike"
                                   : "this line ends with CRLF, but the first one with LF; end "
                                     "all lines alike");
    Fix fix{"End all lines like the first", {}, Safety::layout};
    for (std::size_t at = 0; (at = text_.find('\n', at)) != std::string_view::npos; ++at) {
      const bool is_crlf_here = at > 0 && text_[at - 1] == '\r';
      if (is_crlf_here == is_usual_crlf) continue;
      const auto end = static_cast<std::uint32_t>(at + 1);
      fix.edits.push_back({{is_crlf_here ? end - 2 : end - 1, end}, usual});
    }
    finding.fix = std::move(fix);
  }

  void check_end() {
    if (text_.empty() || text_.back() == '\n') return;
    const auto end = static_cast<std::uint32_t>(text_.size());
    const auto& marks = root_.document().marks;
    const bool ends_in_blank_line =
        std::any_of(marks.begin(), marks.end(), [end](const Mark& mark) {
          return mark.kind == MarkKind::blank_lines && mark.span.end == end;
        });
    if (ends_in_blank_line) return;  // reported as such
    found({end, end}, "the last line has no line end; add one").fix =
        Fix{"Add a line end", {{{end, end}, line_end(text_)}}, Safety::layout};
  }

  Sink::Found& found(Span span, std::string message) {
    return sink_.at(root_, span, std::move(message));
  }

  Value root_;
  const Source& source_;
  std::string_view text_;
  std::uint32_t begin_;
  Sink& sink_;
};

}  // namespace

/// Blocks are parted by exactly one blank line, items of a list by none; no blanks stand at the end
/// of a line; the file begins with text and ends with one line end, and all its line ends are of
/// one kind. Each place is a finding of its own. Reads the marks of pages and Markdown.
BoundCheck blank_lines(Value options, const Vocabulary& /*vocabulary*/) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [](Value target, Sink& sink) {
    // JSON and YAML have a layout of their own.
    const Form form = target.document().form;
    if (form == Form::page || form == Form::markdown) Checker(target, sink).run();
  };
}

}  // namespace proclint
