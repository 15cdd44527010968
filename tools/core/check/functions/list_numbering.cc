#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/check/options.h"

namespace proclint {
namespace {

struct Number {
  Value item;
  Span digits;
  Span mark;  // "." or ")"
  std::uint32_t value = 0;
};

// The numbers of one list, in order.
struct NumberedList {
  NodeId list = kNoNode;
  std::vector<Number> numbers;
};

Number read_number(const Document& document, const Mark& mark) {
  Number out{Value(document, mark.node), mark.span, {}, 0};
  const std::string_view text = document.source->slice(mark.span);
  std::uint32_t size = 0;
  // Nine digits at most fit, and a reader takes no more for a number.
  while (size < text.size() && size < 9 && text[size] >= '0' && text[size] <= '9') {
    out.value = out.value * 10 + static_cast<std::uint32_t>(text[size++] - '0');
  }
  out.digits.end = out.digits.begin + size;
  out.mark = {out.digits.end, mark.span.end};
  return out;
}

// The lists with numbers. Lists nest one level deep, so one that is interrupted by another is
// found again close to the end.
std::vector<NumberedList> collect(const Document& document) {
  std::vector<NumberedList> lists;
  std::vector<std::size_t> open;  // indexes into `lists`, innermost last
  for (const Mark& mark : document.marks) {
    if (mark.kind != MarkKind::number) continue;
    const Value list = Value(document, mark.node).parent();
    if (!list) continue;
    while (!open.empty() && lists[open.back()].list != list.id() &&
           document.node(lists[open.back()].list).next <= mark.node) {
      open.pop_back();
    }
    if (open.empty() || lists[open.back()].list != list.id()) {
      open.push_back(lists.size());
      lists.push_back({list.id(), {}});
    }
    lists[open.back()].numbers.push_back(read_number(document, mark));
  }
  return lists;
}

Note note_at(const Source& source, Span span, std::string message) {
  return Note{std::string(source.path()), span, source.place(span.begin, Columns::codepoint),
              std::move(message)};
}

// "1, 2, 3" and so on, at most five of them.
std::string counted(std::size_t count) {
  std::string out = "1";
  constexpr std::size_t kMost = 5;
  for (std::size_t i = 2; i <= std::min(count, kMost); ++i) out += ", " + std::to_string(i);
  return count > kMost ? out + " and so on" : out;
}

Fix renumbering(const std::vector<Number>& numbers) {
  Fix fix{"Number the steps from 1", {}, Safety::layout};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i].value != i + 1) fix.edits.push_back({numbers[i].digits, std::to_string(i + 1)});
  }
  return fix;
}

// In Markdown "1." before each step means that the reader's program counts.
bool is_left_to_reader(const std::vector<Number>& numbers) {
  return numbers.front().item.document().form == Form::markdown &&
         std::all_of(numbers.begin(), numbers.end(),
                     [](const Number& number) { return number.value == 1; });
}

// In Markdown the lines of an item stand below its text, which a longer number moves.
bool can_renumber(const std::vector<Number>& numbers, const Fix& fix) {
  if (numbers.front().item.document().form != Form::markdown) return true;
  const Source& source = *numbers.front().item.document().source;
  for (const Edit& edit : fix.edits) {
    if (edit.text.size() == edit.span.size()) continue;
    const auto number = std::find_if(numbers.begin(), numbers.end(), [&](const Number& one) {
      return one.digits.begin == edit.span.begin;
    });
    const std::string_view item = source.slice(number->item.span());
    if (item.find('\n') != std::string_view::npos) return false;
  }
  return true;
}

// One finding a list: what follows a wrong number is wrong only because of it.
void check_order(const NumberedList& list, const NumberedList* before, Sink& sink) {
  const std::vector<Number>& numbers = list.numbers;
  std::size_t i = 0;
  while (i < numbers.size() && numbers[i].value == i + 1) ++i;
  if (i == numbers.size() || is_left_to_reader(numbers)) return;
  const Number& wrong = numbers[i];
  const Document& document = wrong.item.document();
  std::string message = "the number " + std::to_string(wrong.value);
  if (i == 0) {
    const bool goes_on = before != nullptr && !before->numbers.empty() &&
                         before->numbers.back().value + 1 == wrong.value;
    if (goes_on) {
      message += " goes on from a list that has ended; join the two lists, or begin with 1";
      auto& found = sink.at(wrong.item, wrong.digits, std::move(message));
      found.notes.push_back(
          note_at(*document.source, before->numbers.back().digits, "the other list ends here"));
      return;  // which of the two is meant only the author knows
    }
    message += " begins the list; begin with 1";
  } else {
    message += " follows " + std::to_string(numbers[i - 1].value);
    message += wrong.value == numbers[i - 1].value ? " once more" : "";
    message += "; number the steps " + counted(numbers.size());
  }
  auto& found = sink.at(wrong.item, wrong.digits, std::move(message));
  found.offer("expected", std::to_string(i + 1));
  Fix fix = renumbering(numbers);
  if (can_renumber(numbers, fix)) found.fix = std::move(fix);
}

void check_marks(const NumberedList& list, const Source& source, Sink& sink) {
  const std::string usual(source.slice(list.numbers.front().mark));
  const auto is_other = [&](const Number& number) { return source.slice(number.mark) != usual; };
  const auto first = std::find_if(list.numbers.begin(), list.numbers.end(), is_other);
  if (first == list.numbers.end()) return;
  auto& found =
      sink.at(first->item, first->mark,
              "this number is written with \"" + std::string(source.slice(first->mark)) +
                  "\", but the first of the list with \"" + usual + "\"; write all of them alike");
  Fix fix{"Write \"" + usual + "\" throughout", {}, Safety::layout};
  for (const Number& number : list.numbers) {
    if (is_other(number)) fix.edits.push_back({number.mark, usual});
  }
  found.fix = std::move(fix);
}

// The section, or whatever else holds the block of a list.
Value holder(const Document& document, NodeId list) {
  const Value block = Value(document, list).parent();
  return block ? block.parent() : Value();
}

}  // namespace

/// Steps are numbered 1, 2, 3 without gap or repeat, and with the same sign behind each number. One
/// finding a list and kind, at the first place; its fix mends the whole list.
BoundCheck list_numbering(Value options, const Vocabulary& /*vocabulary*/) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [](Value target, Sink& sink) {
    const Document& document = target.document();
    const std::vector<NumberedList> lists = collect(document);
    for (std::size_t i = 0; i < lists.size(); ++i) {
      const bool has_neighbour =
          i > 0 && holder(document, lists[i].list) == holder(document, lists[i - 1].list);
      check_order(lists[i], has_neighbour ? &lists[i - 1] : nullptr, sink);
      check_marks(lists[i], *document.source, sink);
    }
  };
}

}  // namespace proclint
