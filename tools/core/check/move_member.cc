#include "core/check/move_member.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "core/check/line_end.h"

namespace proclint {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

std::vector<Edit> in_order(Edit removal, Edit insertion) {
  std::vector<Edit> out{std::move(removal), std::move(insertion)};
  if (out[1].span.begin < out[0].span.begin) std::swap(out[0], out[1]);
  return out;
}

// The members around the one that moves.
struct Neighbours {
  Value last;      // of the map
  Value previous;  // null Value: it is the first
  Value next;      // null Value: it is the last
};

Neighbours neighbours_of(Value member) {
  Neighbours out;
  for (const Value each : member.parent().children()) {
    if (each.id() < member.id()) out.previous = each;
    if (each.id() > member.id() && !out.next) out.next = each;
    out.last = each;
  }
  return out;
}

// ---- Members in braces ----

// What stands between two members: blanks, line ends and one comma. Nothing if more does.
std::optional<std::string_view> separator(Value first, Value second) {
  const Document& document = first.document();
  const std::string_view between =
      document.source->slice({first.span().end, second.key().span().begin});
  const bool is_plain = between.find_first_not_of(" \t\r\n,") == std::string_view::npos &&
                        std::count(between.begin(), between.end(), ',') == 1;
  return is_plain ? std::optional(between) : std::nullopt;
}

std::vector<Edit> move_in_braces(Value member, Value before, const Neighbours& around) {
  const Source& source = *member.document().source;
  const auto between =
      around.previous ? separator(around.previous, member) : separator(member, around.next);
  if (!between || (around.next && !separator(member, around.next))) return {};
  const Span whole{member.key().span().begin, member.span().end};
  const std::string moved(source.slice(whole));
  const Span removed = around.next ? Span{whole.begin, around.next.key().span().begin}
                                   : Span{around.previous.span().end, whole.end};
  if (before) {
    const std::uint32_t at = before.key().span().begin;
    return in_order({removed, ""}, {{at, at}, moved + std::string(*between)});
  }
  const std::uint32_t at = around.last.span().end;
  return in_order({removed, ""}, {{at, at}, std::string(*between) + moved});
}

// ---- Members on lines of their own ----

class Lines {
 public:
  explicit Lines(const Document& document)
      : document_(document),
        text_(document.source->text()),
        is_yaml_(document.form == Form::yaml) {}

  // Where the lines of a member begin, comments right above it included. Nothing if something else
  // stands on its first line too.
  std::optional<std::size_t> begin_of(Value member) const {
    std::size_t begin = line_begin(member.key().span().begin);
    if (is_yaml_ && !is_blank(begin, member.key().span().begin)) return std::nullopt;
    for (std::size_t i = document_.comments.size(); i-- > 0;) {
      const Span comment = document_.comments[i];
      if (comment.begin >= begin) continue;
      if (!is_blank(comment.end, begin)) break;
      const std::size_t line = line_begin(comment.begin);
      if (!is_blank(line, comment.begin)) break;
      begin = line;
    }
    return begin;
  }

  // Where its lines end, without the blank lines behind them.
  std::size_t end_of(Value member) const {
    if (is_yaml_) return std::min(text_.find('\n', last_byte(member)), text_.size());
    const Value next = neighbours_of(member).next;
    const std::size_t end = next ? *begin_of(next) : text_.size();
    return text_.find_last_not_of(kSpace, end - 1) + 1;
  }

  std::string gap() const {
    const std::string line_end(line_end_of(text_));
    return is_yaml_ ? line_end : line_end + line_end;
  }

  std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

 private:
  std::size_t line_begin(std::size_t at) const {
    const std::size_t feed = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
    const std::size_t begin = feed == std::string_view::npos ? 0 : feed + 1;
    return begin == 0 && text_.starts_with("\xEF\xBB\xBF") ? std::min<std::size_t>(3, at) : begin;
  }
  bool is_blank(std::size_t begin, std::size_t end) const {
    return slice(begin, end).find_first_not_of(kSpace) == std::string_view::npos;
  }
  static std::size_t last_byte(Value member) {
    const Span span = member.span();
    return span.empty() ? span.begin : span.end - 1;
  }

  const Document& document_;
  std::string_view text_;
  bool is_yaml_;
};

// An anchor must stand before its aliases, and a block that keeps its final line ends shows them.
bool is_bound_to_its_place(std::string_view yaml) {
  for (const std::string_view sign : {" &", " *", "|+", ">+"}) {
    if (yaml.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

std::vector<Edit> move_lines(Value member, Value before, const Neighbours& around) {
  const Document& document = member.document();
  const Lines lines(document);
  const auto begin = lines.begin_of(member);
  const auto next = around.next ? lines.begin_of(around.next) : std::optional<std::size_t>(0);
  const auto target = before ? lines.begin_of(before) : std::optional<std::size_t>(0);
  if (!begin || !next || !target) return {};
  const std::size_t end = lines.end_of(member);
  const std::string moved(lines.slice(*begin, end));
  if (document.form == Form::yaml && is_bound_to_its_place(moved)) return {};
  const Span removed = around.next ? Span{offset(*begin), offset(*next)}
                                   : Span{offset(lines.end_of(around.previous)), offset(end)};
  if (before) {
    const std::uint32_t at = offset(*target);
    return in_order({removed, ""}, {{at, at}, moved + lines.gap()});
  }
  const std::uint32_t at = offset(lines.end_of(around.last));
  return in_order({removed, ""}, {{at, at}, lines.gap() + moved});
}

}  // namespace

std::vector<Edit> move_member(Value member, Value before) {
  const Neighbours around = neighbours_of(member);
  const bool stays = before ? before == member || before == around.next : !around.next;
  if (stays) return {};
  const Document& document = member.document();
  const bool is_in_braces =
      document.form == Form::json ||
      (document.form == Form::yaml && document.source->text()[member.parent().span().begin] == '{');
  return is_in_braces ? move_in_braces(member, before, around) : move_lines(member, before, around);
}

}  // namespace proclint
