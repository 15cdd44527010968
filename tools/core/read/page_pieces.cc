#include "core/read/page_pieces.h"

#include <algorithm>

#include "core/document/boilerplate.h"
#include "core/read/page_code_line.h"

namespace proclint {

// Whether line `i` begins something of its own before the first section.
bool PagePieces::is_front_matter(std::size_t i) const {
  return headings_.title(i) || headings_.known(i) || parse_code_line(text_, lines_[i].span());
}

// Whether nothing before the first section goes on behind line `i`.
bool PagePieces::ends_block(std::size_t i) const {
  return i + 1 == lines_.size() || lines_[i + 1].is_after_blank || is_front_matter(i + 1);
}

std::size_t PagePieces::find(std::vector<PagePiece>& pieces) const {
  bool has_title = false;
  std::size_t i = 0;
  while (i < lines_.size()) {
    if (!has_title) {
      if (const auto name = headings_.title(i)) {
        has_title = true;
        pieces.push_back({PagePiece::Kind::name, i, i});
        i = find_title(i + 1, !name->value.empty(), pieces);
        continue;
      }
    }
    if (lines_[i].kind == LineKind::text) {
      if (const auto code = parse_code_line(text_, lines_[i].span())) {
        pieces.push_back({PagePiece::Kind::code, i, i});
        ++i;
        const bool is_value_below = code->values.empty() && i < lines_.size() && ends_block(i) &&
                                    !lines_[i].is_marked() &&
                                    !parse_code_values(text_, lines_[i].span()).empty();
        if (is_value_below) pieces.push_back({PagePiece::Kind::code_values, i, i++});
        continue;
      }
      if (headings_.known(i) || (has_title && headings_.is_unknown(i))) return i;
      if (!pieces.empty() && pieces.back().kind != PagePiece::Kind::free &&
          headings_.with_value(i)) {
        return i;
      }
    }
    const std::size_t first = i++;
    while (i < lines_.size() && !lines_[i].is_after_blank && !is_front_matter(i)) ++i;
    pieces.push_back({PagePiece::Kind::free, first, i - 1});
  }
  return i;
}

// The title below its heading, and the list of other names below the title.
std::size_t PagePieces::find_title(std::size_t i, bool has_value,
                                   std::vector<PagePiece>& pieces) const {
  const auto is_heading = [this](std::size_t at) {
    return at < lines_.size() && headings_.known(at).has_value();
  };
  if (!has_value && i < lines_.size() && !lines_[i].is_marked()) {
    const bool is_title =
        !parse_code_line(text_, lines_[i].span()) && (!is_heading(i) || is_heading(i + 1));
    if (is_title) {
      const std::size_t first = i++;
      while (i < lines_.size() && !lines_[i].is_after_blank && !lines_[i].is_marked() &&
             !is_front_matter(i)) {
        ++i;
      }
      pieces.push_back({PagePiece::Kind::title, first, i - 1});
    }
  }
  if (i == lines_.size() || !lines_[i].is_marked()) return i;
  const std::size_t first = i;
  i = lists_.list_end(i);
  pieces.push_back({PagePiece::Kind::names, first, i - 1});
  return i;
}

std::size_t PagePieces::find_descriptor(const std::vector<PagePiece>& pieces) const {
  const auto index_of = [&pieces](PagePiece::Kind kind) {
    std::size_t i = 0;
    while (i < pieces.size() && pieces[i].kind != kind) ++i;
    return i;
  };
  const std::size_t none = pieces.size();
  const std::size_t code = index_of(PagePiece::Kind::code);
  const std::size_t name = index_of(PagePiece::Kind::name);
  const auto is_candidate = [&](const PagePiece& piece) {
    if (piece.kind != PagePiece::Kind::free || lines_[piece.first].is_marked()) return false;
    return !is_boilerplate(
        text_.substr(lines_[piece.first].begin, lines_[piece.first].span().size()));
  };
  const std::size_t limit = std::min(code, name);
  if (limit == none) return none;
  for (std::size_t i = limit; i-- > 0;) {
    if (is_candidate(pieces[i])) return i;
  }
  for (std::size_t i = limit; i < std::max(code, name) && i < none; ++i) {
    if (name < none && code < name && is_candidate(pieces[i])) return i;
  }
  return none;
}

}  // namespace proclint
