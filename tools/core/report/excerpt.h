#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/cells.h"
#include "core/source/source.h"
#include "core/source/span.h"

namespace proclint {

/// One line of a source as a terminal shows it, and what to underline in it, in columns.
struct Excerpt {
  std::string text;
  std::size_t indent = 0;
  std::size_t length = 1;
};

/// Cuts the first line of a span out of its source. A line that does not fit is cut around the
/// span, with an ellipsis at each cut, and only that part of it is looked at: a document in one
/// line of megabytes costs no more than others. Keeps its memory from one excerpt to the next.
class Excerpter {
 public:
  /// `room`: columns to fill, at least 8. An empty span, or one in a line end, gets one column. The
  /// result holds until the next call.
  const Excerpt& cut(const Source& source, Span span, std::size_t room);

 private:
  /// The part of the line that was looked at, in cells.
  struct View {
    bool is_cut_left = false;
    bool is_cut_right = false;
    std::size_t width = 0;
    std::size_t mark_begin = 0;  ///< columns of the span
    std::size_t mark_end = 0;
  };

  View read(std::string_view text, Span line, Span span, std::size_t room);
  void show_all(const View& view);
  void show_part(const View& view, std::size_t room);

  std::vector<Cell> cells_;
  std::string shown_;
  Excerpt excerpt_;
};

}  // namespace proclint
