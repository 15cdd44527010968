#include "core/document/headings.h"

#include <algorithm>
#include <array>
#include <bit>
#include <mutex>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "core/document/pointer.h"

namespace proclint {
namespace {

constexpr std::uint32_t kTitle = 0xFFFFFFFF;
constexpr std::size_t kLongest = 96;  // longer than any heading; bounds every comparison
constexpr std::size_t kMostFolded = kLongest + 8;  // room for "and" in place of "&"
constexpr std::size_t kShortestMisspelled = 6;     // handbook 5, heading-variant
constexpr std::size_t kMostMistakes = 2;
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr std::string_view kApostrophe = "\xE2\x80\x99";

using Buffer = std::array<char, kMostFolded + kLongest>;  // a word may follow the last check

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// What a byte is in the form that spellings are compared in, if it means no more than itself; 0: it
// must be looked at.
constexpr std::array<char, 256> kFolded = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = lower(static_cast<char>(c));
  for (const char c : {' ', '\t', '\r', '-', '&', kNoBreakSpace[0], kApostrophe[0]}) {
    table[static_cast<unsigned char>(c)] = 0;
  }
  return table;
}();

// Writes the form that spellings are compared in; empty if it is longer than `longest`, which most
// lines of a page are.
std::string_view fold(std::string_view text, Buffer& buffer, std::size_t longest = kLongest) {
  text = without_final_mark(text);
  if (text.size() > kLongest) return {};
  std::size_t size = 0;
  std::size_t word = 0;  // where the word at the end begins
  const auto end_word = [&] {
    const bool is_plural = size - word >= 4 && buffer[size - 1] == 's' && buffer[size - 2] != 's';
    if (is_plural) --size;
  };
  const auto separate = [&] {
    if (size == word) return;
    end_word();
    buffer[size++] = ' ';
    word = size;
  };
  for (std::size_t i = 0; i < text.size();) {
    if (size >= longest) return {};
    const char c = text[i];
    if (char folded = kFolded[static_cast<unsigned char>(c)]; folded != 0) {
      do {
        buffer[size++] = folded;
      } while (++i < text.size() && (folded = kFolded[static_cast<unsigned char>(text[i])]) != 0);
    } else if (is_blank(c) || c == '-') {
      separate();
      ++i;
    } else if (c == '&') {
      separate();
      for (const char letter : std::string_view("and")) buffer[size++] = letter;
      separate();
      ++i;
    } else if (c == kNoBreakSpace[0] && text.substr(i).starts_with(kNoBreakSpace)) {
      separate();
      i += kNoBreakSpace.size();
    } else if (c == kApostrophe[0] && text.substr(i).starts_with(kApostrophe)) {
      buffer[size++] = '\'';
      i += kApostrophe.size();
    } else {
      buffer[size++] = lower(text[i++]);
    }
  }
  if (size == word && size > 0) --size;
  if (size > word) end_word();
  if (size > kMostFolded) return {};
  return {buffer.data(), size};
}

std::uint64_t letters_of(std::string_view folded) {
  std::uint64_t letters = 0;
  for (const char c : folded) letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63U);
  return letters;
}

// Wrong, missing, extra and swapped letters (optimal string alignment) between two folded texts;
// more than `limit` may come out as any greater number.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit) return gap;
  using Row = std::array<std::size_t, kMostFolded + 1>;
  std::array<Row, 3> rows;
  std::iota(rows[0].begin(), rows[0].begin() + static_cast<std::ptrdiff_t>(b.size()) + 1,
            std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const Row& before = rows[(i + 1) % 3];  // i - 2
    const Row& last = rows[(i - 1) % 3];
    Row& row = rows[i % 3];
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > limit) return least;
  }
  return rows[a.size() % 3][b.size()];
}

Result<Headings::Entry> read_entry(Value map, std::string_view key) {
  if (!map || !map.is(Kind::map)) return Error{"a heading must be a map with \"heading\""};
  Headings::Entry entry;
  entry.key = key;
  if (key.empty()) {
    const Value given = map.find("key");
    if (!given || !given.is(Kind::string)) return Error{map.pointer() + " needs a \"key\""};
    entry.key = given.text();
  }
  const Value heading = map.find("heading");
  if (!heading || !heading.is(Kind::string)) return Error{map.pointer() + " needs a \"heading\""};
  entry.heading = heading.text();
  const Value aliases = map.find("aliases");
  if (!aliases) return entry;
  if (!aliases.is(Kind::list)) return Error{aliases.pointer() + " must be a list"};
  for (const Value alias : aliases.children()) {
    if (!alias.is(Kind::string)) return Error{alias.pointer() + " must be a string"};
    entry.aliases.emplace_back(alias.text());
  }
  return entry;
}

}  // namespace

std::string_view without_final_mark(std::string_view heading) {
  while (!heading.empty() && is_blank(heading.front())) heading.remove_prefix(1);
  const auto trim = [&heading] {
    while (!heading.empty() && is_blank(heading.back())) heading.remove_suffix(1);
  };
  trim();
  if (!heading.empty() && (heading.back() == ':' || heading.back() == '.')) {
    heading.remove_suffix(1);
    trim();
  }
  return heading;
}

bool have_same_words(std::string_view heading, std::string_view other) {
  heading = without_final_mark(heading);
  other = without_final_mark(other);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < heading.size() && j < other.size()) {
    if (is_blank(heading[i]) != is_blank(other[j])) return false;
    if (is_blank(heading[i])) {
      while (is_blank(heading[i])) ++i;
      while (is_blank(other[j])) ++j;
    } else if (lower(heading[i++]) != lower(other[j++])) {
      return false;
    }
  }
  return i == heading.size() && j == other.size();
}

// All spellings of the entries, to be asked by their words and by their sizes.
class Headings::Index {
 public:
  std::once_flag once;
  std::vector<Spelling> spellings;
  std::unordered_map<std::string_view, std::uint32_t> by_words;  // indices
  std::vector<Shape> by_size;
  std::size_t longest = 0;  // of them, in bytes

  Result<bool> fill(const std::vector<Entry>& entries, const Entry& title) {
    std::size_t count = 1 + title.aliases.size();
    for (const Entry& entry : entries) count += 1 + entry.aliases.size();
    spellings.reserve(count);  // what `by_words` refers to must stay where it is
    by_words.reserve(count);
    by_size.reserve(count);
    if (auto added = add_all(title, kTitle); !added) return added;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
      if (auto added = add_all(entries[i], i); !added) return added;
    }
    std::sort(by_size.begin(), by_size.end(),
              [](const Shape& a, const Shape& b) { return a.size < b.size; });
    return true;
  }

 private:
  Result<bool> add_all(const Entry& entry, std::uint32_t index) {
    if (auto added = add(entry.heading, index); !added) return added;
    for (const std::string& alias : entry.aliases) {
      if (auto added = add(alias, index); !added) return added;
    }
    return true;
  }

  Result<bool> add(const std::string& spelling, std::uint32_t entry) {
    Buffer buffer;
    const std::string_view folded = fold(spelling, buffer);
    if (folded.empty()) return Error{"\"" + spelling + "\" is empty or too long for a heading"};
    if (const auto found = by_words.find(folded); found != by_words.end()) {
      if (spellings[found->second].entry == entry) return true;
      return Error{"\"" + spelling + "\" is a heading of two sections"};
    }
    longest = std::max(longest, folded.size());
    const auto index = static_cast<std::uint32_t>(spellings.size());
    spellings.push_back(Spelling{std::string(folded), entry});
    by_words.emplace(spellings.back().folded, index);
    by_size.push_back({letters_of(folded), static_cast<std::uint32_t>(folded.size()), index});
    return true;
  }
};

Headings::Headings() : Headings({}, {"title", "Name of the Procedure", {}}) {}

Headings::Headings(std::vector<Entry> entries, Entry title)
    : entries_(std::move(entries)), title_(std::move(title)), index_(std::make_shared<Index>()) {}

const std::vector<Headings::Spelling>& Headings::spellings() const {
  std::call_once(index_->once, [this] { static_cast<void>(index_->fill(entries_, title_)); });
  return index_->spellings;
}

Result<Headings> Headings::from(Value table) {
  auto headings = read(table);
  if (!headings) return headings;
  return from(std::move(headings->entries_), std::move(headings->title_));
}

Result<Headings> Headings::from(std::vector<Entry> entries, Entry title) {
  Headings headings(std::move(entries), std::move(title));
  Result<bool> filled = true;
  std::call_once(headings.index_->once,
                 [&] { filled = headings.index_->fill(headings.entries_, headings.title_); });
  if (!filled) return filled.error();
  return headings;
}

Headings Headings::from_ours(Value table) { return *read(table); }

Result<Headings> Headings::read(Value table) {
  if (!table || !table.is(Kind::map)) return Error{"the table of headings must be a map"};
  Entry title = Headings().title_;
  if (const Value map = table.find("title")) {
    auto entry = read_entry(map, title.key);
    if (!entry) return entry.error();
    title = std::move(*entry);
  }
  const Value list = table.find("headings");
  if (!list || !list.is(Kind::list)) return Error{"the table needs a list \"headings\""};
  std::vector<Entry> entries;
  entries.reserve(list.size());
  for (const Value map : list.children()) {
    auto entry = read_entry(map, {});
    if (!entry) return entry.error();
    entries.push_back(std::move(*entry));
  }
  return Headings(std::move(entries), std::move(title));
}

const Headings::Spelling* Headings::spelled(std::string_view text) const {
  Buffer buffer;
  const std::vector<Spelling>& all = spellings();
  const std::string_view folded = fold(text, buffer, longest(0));
  if (folded.empty()) return nullptr;
  const auto found = index_->by_words.find(folded);
  return found == index_->by_words.end() ? nullptr : &all[found->second];
}

// Of a text that is `mistakes` away from a spelling; a blank or a plural "s" may go at its end.
std::size_t Headings::longest(std::size_t mistakes) const {
  static_cast<void>(spellings());
  return std::min(index_->longest + mistakes + 2, kLongest);
}

const Headings::Spelling* Headings::nearly_spelled(std::string_view text) const {
  Buffer buffer;
  const std::string_view folded = fold(text, buffer, longest(kMostMistakes));
  if (folded.size() + kMostMistakes < kShortestMisspelled) return nullptr;
  const std::uint64_t letters = letters_of(folded);
  const Spelling* best = nullptr;
  std::size_t least = kMostMistakes + 1;
  bool is_tied = false;
  // Most are told apart by their size alone.
  const std::size_t shortest = std::max(folded.size() - kMostMistakes, kShortestMisspelled);
  const std::vector<Spelling>& all = spellings();
  auto shape = std::partition_point(index_->by_size.begin(), index_->by_size.end(),
                                    [&](const Shape& one) { return one.size < shortest; });
  for (; shape != index_->by_size.end() && shape->size <= folded.size() + kMostMistakes; ++shape) {
    // A mistake changes at most two letters of the set.
    if (std::popcount(letters ^ shape->letters) > 2 * static_cast<int>(kMostMistakes)) continue;
    const Spelling& spelling = all[shape->index];
    const std::size_t mistakes = distance(folded, spelling.folded, kMostMistakes);
    if (mistakes > kMostMistakes) continue;
    // "Testing" is no "Setting": typing mistakes rarely hit the first letter.
    if (mistakes == kMostMistakes && folded[0] != spelling.folded[0]) continue;
    if (mistakes < least) {
      best = &spelling;
      least = mistakes;
      is_tied = false;
    } else if (mistakes == least && spelling.entry != best->entry) {
      is_tied = true;
    }
  }
  return is_tied ? nullptr : best;
}

const Headings::Entry* Headings::find(std::string_view text) const {
  const Spelling* spelling = spelled(text);
  return spelling && spelling->entry != kTitle ? &entries_[spelling->entry] : nullptr;
}

const Headings::Entry* Headings::find_near(std::string_view text) const {
  const Spelling* spelling = nearly_spelled(text);
  return spelling && spelling->entry != kTitle ? &entries_[spelling->entry] : nullptr;
}

bool Headings::is_title(std::string_view text) const {
  const Spelling* spelling = spelled(text);
  return spelling && spelling->entry == kTitle;
}

bool Headings::is_nearly_title(std::string_view text) const {
  const Spelling* spelling = nearly_spelled(text);
  return spelling && spelling->entry == kTitle;
}

std::vector<const Headings::Entry*> Headings::nearest(std::string_view text,
                                                      std::size_t count) const {
  Buffer buffer;
  const std::string_view folded = fold(text.substr(0, kLongest), buffer);
  std::vector<std::size_t> mistakes(entries_.size(), kLongest);
  for (const Spelling& spelling : spellings()) {
    if (spelling.entry == kTitle) continue;
    std::size_t& least = mistakes[spelling.entry];
    least = std::min(least, distance(folded, spelling.folded, kLongest));
  }
  std::vector<const Entry*> out;
  for (const Entry& entry : entries_) out.push_back(&entry);
  const auto of = [&](const Entry* entry) {
    return mistakes[static_cast<std::size_t>(entry - entries_.data())];
  };
  std::stable_sort(out.begin(), out.end(),
                   [&](const Entry* a, const Entry* b) { return of(a) < of(b); });
  out.resize(std::min(count, out.size()));
  return out;
}

const Headings::Entry* Headings::find_key(std::string_view key) const {
  for (const Entry& entry : entries_) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

}  // namespace proclint
