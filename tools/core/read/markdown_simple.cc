#include "core/read/markdown_simple.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "core/read/section_key.h"
#include "core/source/byte_window.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// Deeper than hand-written lists are; what is limited is how deep build() recurses.
constexpr std::size_t kMaxLists = 16;

// Bytes that a text may hold without meaning more than themselves, and line feeds.
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> table{};
  for (std::size_t c = ' '; c < table.size(); ++c) table[c] = true;
  for (const char c : std::string_view("\\`*_[]<&\x7F")) {
    table[static_cast<unsigned char>(c)] = false;
  }
  table['\n'] = true;
  return table;
}

constexpr std::array<bool, 256> kPlain = plain_bytes();

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return kPlain[static_cast<unsigned char>(c)]; });
}

// Most windows hold only ASCII, and are decided together.
bool is_all_plain(std::string_view text) {
  std::size_t at = 0;
  for (; at + ByteWindow::kSize <= text.size(); at += ByteWindow::kSize) {
    const ByteWindow window(text.data() + at);
    const unsigned doubtful = (window.is_uncommon() & ~window.equal('\n')) |
                              window.is_any_of<'\\', '`', '*', '_', '[', ']', '<', '&', '\x7F'>();
    if (doubtful != 0 && !is_plain(text.substr(at, ByteWindow::kSize))) return false;
  }
  return is_plain(text.substr(at));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

// ---- Lines ----

bool SimpleMarkdown::find() {
  const std::uint32_t body = lines_.starts.front();
  if (text_.substr(body).starts_with(kByteOrderMark)) return false;
  if (!is_all_plain(text_.substr(body))) return false;
  blocks_.reserve(lines_.count());
  for (std::uint32_t i = 0; i < lines_.count(); ++i) {
    if (!line(i)) return false;
  }
  return true;
}

bool SimpleMarkdown::line(std::uint32_t index) {
  const std::uint32_t begin = lines_.starts[index];
  std::uint32_t end = lines_.starts[index + 1];
  if (end > begin && text_[end - 1] == '\n') --end;
  while (end > begin && text_[end - 1] == ' ') --end;
  std::uint32_t at = begin;
  while (at < end && text_[at] == ' ') ++at;
  if (at == end) {
    is_behind_blank_ = true;
    return true;
  }
  Block block;
  block.line = index;
  if (text_[at] == '#') {
    if (at != begin || !heading(at, end, block)) return false;
    open_.clear();
  } else if (text_[at] == '-' || behind_number(at, end) != 0) {
    if (!item(at, end, block) || !place(at - begin, block)) return false;
  } else {
    // Else it would go on with what stands before.
    if (at != begin || !begins_text(at, end)) return false;
    if (!is_behind_blank_ && blocks_.back().sign != Sign::heading) return false;
    block.content = {at, end};
    open_.clear();
  }
  blocks_.push_back(block);
  is_behind_blank_ = false;
  return true;
}

// Behind "12." or "12)"; 0 if there is none, or it is no sign of a list.
std::uint32_t SimpleMarkdown::behind_number(std::uint32_t at, std::uint32_t end) const {
  const std::uint32_t begin = at;
  while (at < end && is_digit(text_[at])) ++at;
  if (at == begin || at == end || (text_[at] != '.' && text_[at] != ')')) return 0;
  ++at;
  return at == end || text_[at] == ' ' ? at : 0;
}

// Whether a text begins there, and not another block.
bool SimpleMarkdown::begins_text(std::uint32_t at, std::uint32_t end) const {
  return at < end && std::string_view(" #-+=~>").find(text_[at]) == std::string_view::npos &&
         behind_number(at, end) == 0;
}

bool SimpleMarkdown::heading(std::uint32_t at, std::uint32_t end, Block& block) const {
  constexpr std::uint32_t kMostSigns = 6;
  block.sign = Sign::heading;
  while (at < end && text_[at] == '#') {
    ++at;
    ++block.level;
  }
  if (block.level > kMostSigns || at == end || text_[at] != ' ') return false;
  while (text_[at] == ' ') ++at;
  block.content = {at, end};
  return text_[end - 1] != '#';
}

bool SimpleMarkdown::item(std::uint32_t at, std::uint32_t end, Block& block) const {
  constexpr std::uint32_t kMostDigits = 9;
  const bool is_bullet = text_[at] == '-';
  const std::uint32_t behind = is_bullet ? at + 1 : behind_number(at, end);
  if (behind - at > kMostDigits + 1 || behind == end || text_[behind] != ' ') return false;
  block.sign = is_bullet ? Sign::bullet : text_[behind - 1] == '.' ? Sign::dot : Sign::parenthesis;
  block.mark = {at, behind};
  block.content = {behind + 1, end};
  return begins_text(behind + 1, end);
}

// Finds the list that an item in `column` belongs to.
bool SimpleMarkdown::place(std::uint32_t column, Block& block) {
  while (!open_.empty() && open_.back().column > column) open_.pop_back();
  const bool is_sibling = !open_.empty() && open_.back().column == column;
  if (is_sibling && open_.back().sign != block.sign) {
    if (open_.size() > 1) return false;  // a second list in an item
    open_.pop_back();
  }
  if (open_.empty() || open_.back().column != column) {
    if (column != (open_.empty() ? 0 : open_.back().inside) || open_.size() == kMaxLists) {
      return false;
    }
    // Only a list that begins with 1 may follow a text directly.
    const bool is_first = block.sign == Sign::bullet || text_.substr(block.mark.begin, 1) == "1";
    if (!is_sibling && !is_behind_blank_ && (!is_first || block.mark.size() > 2)) return false;
    open_.push_back({block.sign, column, 0});
  }
  open_.back().inside = column + block.mark.size() + 1;
  block.level = static_cast<std::uint32_t>(open_.size());
  return true;
}

// ---- Nodes ----

class SimpleMarkdown::Builder {
 public:
  Builder(const SimpleMarkdown& found, const Headings& table, PageTree& tree)
      : found_(found), blocks_(found.blocks_), table_(table), tree_(tree) {}

  void run() {
    while (next_ < blocks_.size()) {
      const Block& block = blocks_[next_];
      mark_missing_blank(block);
      const bool is_heading = block.sign == Sign::heading;
      if (is_heading && block.level == 1 && !has_title_ && !is_open_) {
        has_title_ = true;
        tree_.implied_key("title", block.content.begin);
        string();
      } else if (is_heading && block.level <= 2) {
        section();
      } else if (!is_open_) {
        unplaced();
      } else if (is_heading || block.sign == Sign::none) {
        text_block();
      } else {
        list_block();
      }
    }
    if (is_open_) {
      tree_.close(end_);  // the last section
      tree_.close(end_);  // the map of sections
    }
  }

 private:
  static bool is_item(const Block& block) {
    return block.sign != Sign::none && block.sign != Sign::heading;
  }
  static bool is_numbered(const Block& block) { return block.sign != Sign::bullet; }
  // Whether the next block is an item of the list, or of one in it.
  bool goes_on(const Block& list) const {
    if (next_ == blocks_.size() || !is_item(blocks_[next_])) return false;
    const Block& block = blocks_[next_];
    return block.level > list.level || (block.level == list.level && block.sign == list.sign);
  }

  void mark_missing_blank(const Block& block) {
    const bool is_first = block.line == 0 && found_.lines_.starts.front() <= kByteOrderMark.size();
    if (is_first || (block.line > 0 && found_.lines_.is_blank(block.line - 1))) return;
    tree_.mark(MarkKind::missing_blank_line, 0, found_.lines_.content(block.line));
  }

  void string() {
    const Span content = blocks_[next_++].content;
    tree_.string(content);
    end_ = content.end;
  }

  void unplaced() {
    const Block& first = blocks_[next_++];
    std::uint32_t begin = first.content.begin;
    if (is_item(first)) {
      begin = first.mark.begin;
      while (goes_on(first)) ++next_;
    } else if (first.sign == Sign::heading) {
      begin = found_.lines_.starts[first.line];
    }
    tree_.mark(MarkKind::unplaced, 0, {begin, blocks_[next_ - 1].content.end});
  }

  void section() {
    const Block& block = blocks_[next_++];
    if (is_open_) {
      tree_.close(end_);
    } else {
      tree_.implied_key("sections", block.content.begin);
      tree_.open(Kind::map, block.content.begin);
    }
    is_open_ = true;
    const NodeId key = tree_.next();
    tree_.mark(MarkKind::heading, key, block.content);
    if (block.level == 1) tree_.mark(MarkKind::second_title, key, block.content);
    const std::string_view written = found_.text_.substr(block.content.begin, block.content.size());
    const Headings::Entry* entry = table_.find(written);
    if (entry == nullptr) entry = table_.find_near(written);
    tree_.heading_key(block.content,
                      entry != nullptr ? entry->key : unknown_section_key(std::string(written)));
    end_ = block.content.end;
    tree_.open(Kind::list, end_);
  }

  void text_block() {
    const Block& block = blocks_[next_];
    tree_.open(Kind::map, block.content.begin);
    tree_.implied_key("text", block.content.begin);
    if (block.sign == Sign::heading) tree_.mark(MarkKind::subheading, tree_.next(), block.content);
    string();
    tree_.close(end_);
  }

  void list_block() {
    const Block& first = blocks_[next_];
    tree_.open(Kind::map, first.mark.begin);
    tree_.implied_key(is_numbered(first) ? "steps" : "items", first.mark.begin);
    list(0);
    tree_.close(end_);
  }

  // Blank lines before the first item belong to `blanks_of`.
  void list(NodeId blanks_of) {
    const Block& first = blocks_[next_];
    const NodeId list = tree_.next();
    tree_.open(Kind::list, first.mark.begin);
    do {
      const Block& block = blocks_[next_];
      tree_.mark(is_numbered(block) ? MarkKind::number : MarkKind::bullet, tree_.next(), block.mark,
                 blanks_of);
      item(list);
      blanks_of = list;
    } while (goes_on(first));
    tree_.close(end_);
  }

  void item(NodeId list_of_item) {
    const Block& block = blocks_[next_];
    const bool is_nested = next_ + 1 < blocks_.size() && is_item(blocks_[next_ + 1]) &&
                           blocks_[next_ + 1].level > block.level;
    if (!is_nested) return string();
    const Block& first = blocks_[next_ + 1];
    tree_.open(Kind::map, block.content.begin);
    tree_.implied_key("text", block.content.begin);
    string();
    tree_.implied_key(is_numbered(first) ? "steps" : "items", first.mark.begin);
    list(list_of_item);
    tree_.close(end_);
  }

  const SimpleMarkdown& found_;
  const std::vector<Block>& blocks_;
  const Headings& table_;
  PageTree& tree_;
  std::size_t next_ = 0;  // the block that is not built yet
  std::uint32_t end_ = 0;
  bool has_title_ = false;
  bool is_open_ = false;  // a section is
};

void SimpleMarkdown::build(const Headings& table, PageTree& tree) const {
  Builder(*this, table, tree).run();
}

}  // namespace proclint
