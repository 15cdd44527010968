#include "core/check/item_edit.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace proclint {
namespace {

std::string_view source_of(Value value) { return value.document().source->text(); }

bool is_braced(Value map) { return source_of(map)[map.span().begin] == '{'; }

// What stands before `at` on its line, when that is blanks and list markers only; else nothing.
std::string line_prefix(std::string_view text, std::uint32_t at) {
  const std::size_t line = at == 0 ? 0 : text.find_last_of('\n', at - 1) + 1;
  const std::string_view prefix = text.substr(line, at - line);
  const bool is_marker = prefix.find_first_of("\"'{[:0123456789") == std::string_view::npos &&
                         !prefix.empty() && prefix.back() == ' ';
  return is_marker ? std::string(prefix) : std::string();
}

std::string blanks_before(std::string_view text, std::uint32_t at) {
  const std::size_t begin = at == 0 ? 0 : text.find_last_not_of(" \t\r\n", at - 1) + 1;
  return std::string(text.substr(begin, at - begin));
}

// The white space that parts `element` from the one before, with which a new neighbour is laid out,
// too. The first of a list on one line shows none, so that of the list's colon counts.
std::string blanks_between(Value element, std::string_view text) {
  std::string blanks = blanks_before(text, element.span().begin);
  const Value list = element.parent();
  const bool is_first = element.id() == list.id() + 1;
  if (is_first && blanks.find('\n') == std::string::npos) {
    blanks = blanks_before(text, list.span().begin);
  }
  return blanks;
}

struct Parted {
  Span gap;   // in the source
  Span rest;  // behind it, without a closing quote
};

Parted part(Value item, Span gap) {
  const auto size = static_cast<std::uint32_t>(item.text().size());
  return {item.locate(gap), item.locate({gap.end, size})};
}

bool is_one_line(Value item) {
  return item.document().source->slice(item.span()).find('\n') == std::string_view::npos;
}

// "" for a plain scalar.
std::string quote_of(Value item) {
  const char first = source_of(item)[item.span().begin];
  const bool is_quoted = item.document().form == Form::json || item.document().form == Form::yaml;
  return is_quoted && (first == '"' || first == '\'') ? std::string(1, first) : std::string();
}

std::vector<Edit> below_in_json(Value block, const Parted& parted, std::string_view text) {
  const std::string rest(text.substr(parted.rest.begin, parted.rest.size()));
  const std::uint32_t end = block.span().end;
  const Value list = *block.children().begin();
  const std::string colon = ":" + blanks_before(text, list.span().begin);
  // As the block itself stands on its line, or with the blanks of a line of its own.
  const std::string inside = text[block.span().begin + 1] == '"' || colon.size() == 1 ? "" : " ";
  return {{{parted.gap.begin, parted.rest.end}, ""},
          {{end, end},
           "," + blanks_between(block, text) + "{" + inside + "\"text\"" + colon + "\"" + rest +
               "\"" + inside + "}"}};
}

std::vector<Edit> below_in_yaml(Value item, Value block, const Parted& parted,
                                std::string_view text) {
  const Value key = (*block.children().begin()).key();
  const std::string prefix = line_prefix(text, key.span().begin);
  if (prefix.empty()) return {};
  const std::string quote = quote_of(item);
  const std::string rest(text.substr(parted.rest.begin, parted.rest.size()));
  const auto end = static_cast<std::uint32_t>(
      std::min(text.find_first_of("\r\n", item.span().end), text.size()));
  return {{{parted.gap.begin, parted.rest.end}, ""},
          {{end, end}, "\n" + prefix + "text: " + quote + rest + quote}};
}

}  // namespace

Value item_of(Value text) {
  const Value parent = text.parent();
  return parent && parent.is(Kind::map) ? parent : text;
}

Value item_text(Value item) {
  const Value text = item.is(Kind::map) ? item.find("text") : item;
  return text && text.is(Kind::string) ? text : Value();
}

std::vector<Edit> moved_below_list(Value item, Span gap) {
  const Value list = item.parent();
  const Value block = list && list.is(Kind::list) ? list.parent() : Value();
  const bool is_last = list && item.node().next == list.node().next;
  if (!block || !is_last || block.size() != 1 || !item.is(Kind::string) || !is_one_line(item)) {
    return {};
  }
  // A nested list stands in an item: what holds that is a list of items, too.
  const Value holder = block.parent();
  if (!holder || !holder.key() || holder.key().text() == "items" ||
      holder.key().text() == "steps") {
    return {};
  }
  const Parted parted = part(item, gap);
  const std::string_view text = source_of(item);
  switch (item.document().form) {
    case Form::json:
      return below_in_json(block, parted, text);
    case Form::yaml:
      if (is_braced(block) || text[list.span().begin] == '[') return {};
      return below_in_yaml(item, block, parted, text);
    case Form::markdown:
    case Form::page:
      break;
  }
  return {{parted.gap, "\n\n"}};
}

std::vector<Edit> split_item(Value item, Span gap) {
  const Value list = item.parent();
  const bool is_item = list && list.is(Kind::list) && list.key() && list.key().text() == "items";
  if (!is_item || !item.is(Kind::string) || !is_one_line(item)) return {};
  const std::string_view text = source_of(item);
  const Parted parted = part(item, gap);
  if (parted.rest.size() == 0) return {};
  std::string first(1, text[parted.rest.begin]);
  if (first.front() >= 'a' && first.front() <= 'z') first.front() ^= 0x20;
  const Span cut{parted.gap.begin, parted.rest.begin + 1};
  const std::string quote = quote_of(item);
  const bool is_flow = item.document().form == Form::json ||
                       (item.document().form == Form::yaml && text[list.span().begin] == '[');
  if (is_flow) {
    if (quote.empty()) return {};
    return {{cut, quote + "," + blanks_between(item, text) + quote + first}};
  }
  const std::string prefix = line_prefix(text, item.span().begin);
  if (prefix.empty()) return {};
  return {{cut, quote + "\n" + prefix + quote + first}};
}

}  // namespace proclint
