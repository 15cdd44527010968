#include "core/check/list_edit.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/check/text_place.h"

namespace proclint {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_all_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::uint32_t line_begin(std::string_view source, std::uint32_t at) {
  while (at > 0 && source[at - 1] != '\n') --at;
  return at;
}

// One past the line end behind `at`; `at` itself at the begin of a line.
std::uint32_t line_end(std::string_view source, std::uint32_t at) {
  if (at > 0 && source[at - 1] == '\n') return at;
  const std::size_t feed = source.find('\n', at);
  return static_cast<std::uint32_t>(feed == std::string_view::npos ? source.size() : feed + 1);
}

// An element with its key and its neighbours in the list or map; they may be null.
struct Element {
  explicit Element(Value element) : self(element) {
    const Document& document = element.document();
    const Value holder = element.parent();
    const NodeId key = element.key() ? 1 : 0;
    if (element.id() - key > holder.id() + 1) {
      before = Value(document, element.id() - key - 1);
      while (before.parent() != holder) before = before.parent();
    }
    const NodeId behind = element.node().next;
    if (behind < holder.node().next) next = Value(document, behind + key);
  }

  // With the key, where the element stands in a map.
  static Span span(Value value) {
    const Value key = value.key();
    return key ? Span{key.span().begin, std::max(key.span().end, value.span().end)} : value.span();
  }

  Value self;
  Value before;
  Value next;
};

// The marker of an item as written; null in JSON and between brackets.
const Mark* marker_of(Value item) {
  if (!item) return nullptr;
  const std::vector<Mark>& marks = item.document().marks;
  auto at = std::upper_bound(
      marks.begin(), marks.end(), item.span().begin,
      [](std::uint32_t begin, const Mark& mark) { return begin < mark.span.begin; });
  // At most the marks of what holds the item stand between the two.
  for (int steps = 0; at != marks.begin() && steps < 8; ++steps) {
    --at;
    const bool is_marker = at->kind == MarkKind::bullet || at->kind == MarkKind::number;
    if (is_marker && at->node == item.id()) return &*at;
  }
  return nullptr;
}

class Removal {
 public:
  explicit Removal(Value element) : element_(element), source_(element.document().source->text()) {}

  std::optional<std::vector<Edit>> run() {
    const Value holder = element_.self.parent();
    const TextSyntax syntax = text_syntax(element_.self);
    if (syntax == TextSyntax::json) return between_commas();
    if (syntax == TextSyntax::yaml) {
      for (const Value each : {element_.before, element_.self, element_.next, holder}) {
        if (each && is_alias_copy(each)) return std::nullopt;
      }
      const char first = source_[holder.span().begin];
      return first == '[' || first == '{' ? between_commas() : lines();
    }
    const bool is_section = holder.key() && holder.key().text() == "sections";
    if (is_section) return section();
    // Maps of a page are nowhere written.
    return element_.self.key() ? std::nullopt : lines();
  }

 private:
  std::optional<std::vector<Edit>> between_commas() const {
    const Span self = Element::span(element_.self);
    const Span holder = element_.self.parent().span();
    Span span{holder.begin + 1, holder.end - 1};
    if (element_.before) {
      span = {Element::span(element_.before).end, self.end};
    } else if (element_.next) {
      span = {self.begin, Element::span(element_.next).begin};
      // An anchor or a tag before it would name the next one.
      if (!is_all_blank(between(holder.begin + 1, self.begin))) return std::nullopt;
      if (between(self.end, span.end).find_first_of("&!") != std::string_view::npos) {
        return std::nullopt;
      }
    }
    return checked(span, true);
  }

  // Whole lines, from the marker or key to the end of the element, and blank lines to the next one;
  // of the last one those before it.
  std::optional<std::vector<Edit>> lines() const {
    if (!element_.before && !element_.next) return std::nullopt;
    const Mark* const marker = marker_of(element_.self);
    const Value key = element_.self.key();
    if (marker == nullptr && !key) return std::nullopt;
    const std::uint32_t first = marker != nullptr ? marker->span.begin : key.span().begin;
    Span span{line_begin(source_, first), line_end(source_, Element::span(element_.self).end)};
    if (!is_all_blank(between(span.begin, first))) return std::nullopt;
    if (!ends_line()) return std::nullopt;
    if (element_.next) {
      const Mark* const next = marker_of(element_.next);
      const Value next_key = element_.next.key();
      if (next == nullptr && !next_key) return std::nullopt;
      const std::uint32_t other =
          line_begin(source_, next != nullptr ? next->span.begin : next_key.span().begin);
      if (other < span.end) return std::nullopt;
      if (is_all_blank(between(span.end, other))) span.end = other;
    } else {
      const std::uint32_t end = line_end(source_, Element::span(element_.before).end);
      if (end > span.begin) return std::nullopt;
      if (is_all_blank(between(end, span.begin))) span.begin = end;
    }
    auto edits = checked(span, false);
    const bool is_step = marker != nullptr && marker->kind == MarkKind::number;
    if (edits && is_step && !renumber(*marker, *edits)) return std::nullopt;
    return edits;
  }

  // From its heading to the next one.
  std::optional<std::vector<Edit>> section() const {
    const Span heading = element_.self.key().span();
    if (heading.empty()) return std::nullopt;
    Span span{line_begin(source_, heading.begin), static_cast<std::uint32_t>(source_.size())};
    if (element_.next) {
      span.end = line_begin(source_, element_.next.key().span().begin);
      if (span.end <= span.begin) return std::nullopt;
    } else {
      while (span.begin > 1 &&
             is_all_blank(between(line_begin(source_, span.begin - 1), span.begin))) {
        span.begin = line_begin(source_, span.begin - 1);
      }
    }
    return checked(span, false);
  }

  // Whether nothing but a comment stands behind the element on its line.
  bool ends_line() const {
    const std::uint32_t at = Element::span(element_.self).end;
    const std::string_view rest = between(at, line_end(source_, at));
    const std::size_t first = rest.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ||
           (rest[first] == '#' && text_syntax(element_.self) == TextSyntax::yaml);
  }

  // Every step behind takes the number of the one before it.
  bool renumber(const Mark& removed, std::vector<Edit>& edits) const {
    constexpr std::size_t kMost = 100;  // steps behind it; a list that people write is shorter
    std::size_t count = 0;
    std::string_view number = digits(removed);
    const Value list = element_.self.parent();
    for (NodeId id = element_.self.node().next; id < list.node().next;) {
      const Value each(list.document(), id);
      id = each.node().next;
      const Mark* const mark = marker_of(each);
      if (mark == nullptr || mark->kind != MarkKind::number) return true;
      if (++count > kMost) return false;
      const std::string_view own = digits(*mark);
      const auto end = mark->span.begin + static_cast<std::uint32_t>(own.size());
      if (own != number) edits.push_back({{mark->span.begin, end}, std::string(number)});
      number = own;
    }
    return true;
  }

  std::string_view digits(const Mark& mark) const {
    const std::string_view written = between(mark.span.begin, mark.span.end);
    return written.substr(0, written.find_first_not_of("0123456789"));
  }

  // An anchor must not go while something may refer to it, nor a comment by accident.
  std::optional<std::vector<Edit>> checked(Span span, bool is_in_line) const {
    const std::string_view text = between(span.begin, span.end);
    const bool may_have_anchor = text_syntax(element_.self) == TextSyntax::yaml;
    for (std::size_t at = 0; may_have_anchor && (at = text.find('&', at)) != text.npos; ++at) {
      const char next = at + 1 < text.size() ? text[at + 1] : ' ';
      if (!is_blank(next) && next != '\n' && next != '\r') return std::nullopt;
    }
    const std::vector<Span>& comments = element_.self.document().comments;
    const auto comment = std::partition_point(comments.begin(), comments.end(),
                                              [&](Span each) { return each.end <= span.begin; });
    const bool has_comment = comment != comments.end() && comment->begin < span.end;
    if (has_comment && is_in_line) return std::nullopt;
    return std::vector<Edit>{{span, ""}};
  }

  std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    return source_.substr(begin, end - begin);
  }

  Element element_;
  std::string_view source_;
};

}  // namespace

std::optional<Fix> removal(Value element, std::string title) {
  std::optional<std::vector<Edit>> edits = remove_element(element);
  if (!edits) return std::nullopt;
  return Fix{std::move(title), *std::move(edits), Safety::meaning};
}

std::optional<std::vector<Edit>> remove_element(Value element) {
  const Value holder = element.parent();
  if (!holder || element.is(Kind::key)) return std::nullopt;
  return Removal(element).run();
}

}  // namespace proclint
