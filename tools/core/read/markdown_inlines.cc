#include "core/read/markdown_inlines.h"

#include <algorithm>

#include "core/read/markdown_syntax.h"

namespace proclint {
namespace {

constexpr std::string_view kCommentBegin = "<!--";

bool is_container(cmark_node_type type) {
  return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG || type == CMARK_NODE_LINK ||
         type == CMARK_NODE_IMAGE;
}

// Whether the content of a code span has a blank on each side that is no part of it, because its
// text may begin or end with a backtick.
bool is_padded(std::string_view content) {
  const auto is_space = [](char c) { return c == ' ' || is_markdown_line_end(c); };
  const std::size_t last = content.find_last_not_of(" \t");
  if (last == std::string_view::npos || !is_space(content.front())) return false;
  return (is_space(content.back()) || is_markdown_line_end(content[last])) &&
         content.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

}  // namespace

// ---- What is added to the text ----

// The next `size` source bytes as they are.
void MarkdownInlines::copy(std::uint32_t size) {
  std::string& decoded = document_.decoded;
  std::vector<TextRun>& runs = document_.runs;
  const auto begin = static_cast<std::uint32_t>(decoded.size());
  if (is_run_plain_ && runs.back().source + runs.back().size == at_) {
    runs.back().size += size;
  } else {
    runs.push_back({begin, at_, size});
    is_run_plain_ = true;
  }
  decoded.append(text_, at_, size);
  at_ += size;
  is_behind_comment_ = false;
}

// The next `size` source bytes stand for `decoded`.
void MarkdownInlines::unit(std::string_view decoded, std::uint32_t size) {
  document_.runs.push_back({static_cast<std::uint32_t>(document_.decoded.size()), at_, size});
  document_.decoded.append(decoded);
  is_run_plain_ = false;
  at_ += size;
  is_behind_comment_ = false;
}

// A blank for the next `size` source bytes, unless a comment before it has one on its other side.
void MarkdownInlines::blank(std::uint32_t size) {
  if (is_behind_comment_ && ends_blank()) {
    at_ += size;
  } else {
    unit(" ", size);
  }
}

void MarkdownInlines::drop_last_blank() {
  std::vector<TextRun>& runs = document_.runs;
  if (is_empty() || document_.decoded.back() != ' ') return;
  document_.decoded.pop_back();
  if (runs.back().text == document_.decoded.size()) {
    runs.pop_back();
    is_run_plain_ = false;
  } else {
    --runs.back().size;  // only the last byte of a plain run is a blank of its own
  }
}

// ---- Texts ----

// cmark's own table, asked once for each name: a document has few.
std::string_view MarkdownInlines::named_reference(std::uint32_t size) {
  const std::string name(text_.substr(at_, size));
  const auto [found, is_new] = references_.try_emplace(name);
  if (is_new) {
    cmark_node* root = cmark_parse_document(name.data(), name.size(), CMARK_OPT_DEFAULT);
    if (cmark_node* paragraph = cmark_node_first_child(root)) {
      if (cmark_node* text = cmark_node_first_child(paragraph)) found->second = literal_of(text);
    }
    cmark_node_free(root);
  }
  return found->second;
}

// An escape or a character reference, or the same byte without a meaning.
bool MarkdownInlines::special(std::string_view literal, std::size_t& done) {
  const char c = block_[at_];
  const std::string_view rest = literal.substr(done);
  if (c == '\\' && !is_autolink_ && at_ + 1 < block_.size() &&
      is_markdown_punctuation(block_[at_ + 1])) {
    if (rest[0] != block_[at_ + 1]) return false;
    unit(rest.substr(0, 1), 2);
    ++done;
    return true;
  }
  if (c == '&') {
    const CharacterReference reference = character_reference(block_, at_);
    std::string_view decoded = reference.decoded;
    if (reference.size > 0 && !reference.is_numeric) {
      // An unknown name stays as it is; only these two known ones begin with "&" again.
      const std::string_view name = block_.substr(at_, reference.size);
      const bool is_ampersand = name == "&amp;" || name == "&AMP;";
      if (is_ampersand || rest[0] != '&') decoded = named_reference(reference.size);
    }
    if (!decoded.empty()) {
      if (!rest.starts_with(decoded)) return false;
      const std::size_t size = decoded.size();
      unit(decoded, reference.size);
      done += size;
      return true;
    }
  }
  if (c != rest[0]) return false;
  copy(1);
  ++done;
  return true;
}

bool MarkdownInlines::text(std::string_view literal) {
  std::size_t done = 0;
  while (is_behind_comment_ && done < literal.size() && at_ < block_.size() &&
         literal[done] == ' ' && block_[at_] == ' ' && ends_blank()) {
    ++at_;
    ++done;
  }
  while (done < literal.size()) {
    const std::size_t most = std::min(literal.size() - done, block_.size() - at_);
    const char* const source = block_.data() + at_;
    const char* const wanted = literal.data() + done;
    std::uint32_t same = 0;
    while (same < most && source[same] == wanted[same] && source[same] != '\\' &&
           source[same] != '&') {
      ++same;
    }
    if (same > 0) copy(same);
    done += same;
    if (done == literal.size()) break;
    if (at_ >= block_.size() || !special(literal, done)) return false;
  }
  return true;
}

// Moves over a line end, and over the indentation behind it but for the blanks that `rest` begins
// with: where a paragraph goes on outside of its list, cmark keeps them in code, tags and behind a
// backslash.
void MarkdownInlines::skip_line_end(std::string_view rest) {
  const std::uint32_t next = markdown_line_end(block_, at_);
  at_ = next_line_text(block_, at_);
  const auto kept =
      static_cast<std::uint32_t>(std::min(rest.find_first_not_of(" \t"), rest.size()));
  at_ -= std::min(kept, at_ - next);
}

bool MarkdownInlines::code(std::string_view literal) {
  const std::uint32_t end = code_span_end(block_, at_);
  if (end == 0) return false;
  tree_.mark(MarkKind::markup, node_, {at_, end});
  const auto ticks = static_cast<std::uint32_t>(block_.find_first_not_of('`', at_)) - at_;
  const std::uint32_t close = end - ticks;
  at_ += ticks;
  bool is_padding = is_padded(block_.substr(at_, close - at_));
  std::string_view rest = literal;
  while (at_ < close && (is_padding || !rest.empty())) {
    if (is_markdown_line_end(block_[at_])) {
      const std::uint32_t begin = at_;
      skip_line_end(rest.substr(is_padding ? 0 : 1));
      if (!is_padding) {
        const std::uint32_t size = at_ - begin;
        at_ = begin;
        unit(" ", size);
        rest.remove_prefix(1);
      }
    } else if (is_padding) {
      ++at_;
    } else {
      if (block_[at_] != rest[0]) return false;
      copy(1);
      rest.remove_prefix(1);
    }
    is_padding = false;
  }
  if (!rest.empty() || skip_markdown_space(block_, at_) < close) return false;
  at_ = end;
  return true;
}

bool MarkdownInlines::line_break(cmark_node* node) {
  const bool is_hard = cmark_node_get_type(node) == CMARK_NODE_LINEBREAK;
  const std::uint32_t begin = at_;
  const bool is_backslash = is_hard && at_ < block_.size() && block_[at_] == '\\';
  if (is_backslash) ++at_;
  while (at_ < block_.size() && is_markdown_space(block_[at_]) &&
         !is_markdown_line_end(block_[at_])) {
    ++at_;
  }
  if (at_ >= block_.size() || !is_markdown_line_end(block_[at_])) return false;
  if (is_hard) tree_.mark(MarkKind::markup, node_, {begin, at_});
  cmark_node* const next = cmark_node_next(node);
  skip_line_end(is_backslash && next ? literal_of(next) : std::string_view());
  const std::uint32_t size = at_ - begin;
  at_ = begin;
  blank(size);
  return true;
}

bool MarkdownInlines::html(std::string_view literal) {
  const std::uint32_t begin = at_;
  for (std::string_view rest = literal; !rest.empty();) {
    const bool is_line_end = is_markdown_line_end(rest[0]);
    if (at_ >= block_.size()) return false;
    if (is_line_end ? !is_markdown_line_end(block_[at_]) : block_[at_] != rest[0]) return false;
    rest.remove_prefix(1);
    if (is_line_end) {
      skip_line_end(rest);
    } else {
      ++at_;
    }
  }
  if (literal.starts_with(kCommentBegin)) {
    document_.comments.push_back({begin, at_});
    is_behind_comment_ = true;
  } else {
    tree_.mark(MarkKind::foreign_inline, node_, {begin, at_});
  }
  return true;
}

// ---- The tree of a block ----

bool MarkdownInlines::enter(cmark_node* inline_node) {
  const cmark_node_type type = cmark_node_get_type(inline_node);
  if (is_container(type)) {
    const bool is_image = type == CMARK_NODE_IMAGE;
    tree_.mark(is_image ? MarkKind::foreign_inline : MarkKind::markup, node_, {at_, at_});
    open_.push_back(document_.marks.size() - 1);
  }
  const auto opens = [this](std::string_view sign) {
    if (!block_.substr(at_).starts_with(sign)) return false;
    at_ += static_cast<std::uint32_t>(sign.size());
    return true;
  };
  switch (type) {
    case CMARK_NODE_TEXT:
      return text(literal_of(inline_node));
    case CMARK_NODE_CODE:
      return code(literal_of(inline_node));
    case CMARK_NODE_HTML_INLINE:
      return html(literal_of(inline_node));
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      return line_break(inline_node);
    case CMARK_NODE_EMPH:
      return opens("*") || opens("_");
    case CMARK_NODE_STRONG:
      return opens("**") || opens("__");
    case CMARK_NODE_LINK:
      is_autolink_ = opens("<");
      return is_autolink_ || opens("[");
    case CMARK_NODE_IMAGE:
      return opens("![");
    default:
      return false;
  }
}

bool MarkdownInlines::leave(cmark_node* inline_node) {
  const cmark_node_type type = cmark_node_get_type(inline_node);
  if (!is_container(type)) return true;
  if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG) {
    const std::string_view sign = block_.substr(at_, type == CMARK_NODE_EMPH ? 1 : 2);
    if (sign.empty() || sign.find_first_not_of(sign[0] == '*' ? '*' : '_') != sign.npos)
      return false;
    at_ += static_cast<std::uint32_t>(sign.size());
  } else if (is_autolink_) {
    is_autolink_ = false;
    ++at_;
  } else {
    if (at_ >= block_.size() || block_[at_] != ']') return false;
    ++at_;
    std::uint32_t end = link_tail_end(block_, at_);
    if (end == 0) end = link_label_end(block_, at_);
    if (end != 0) at_ = end;
  }
  document_.marks[open_.back()].span.end = at_;
  open_.pop_back();
  return at_ <= block_.size();
}

bool MarkdownInlines::walk(cmark_node* block) {
  cmark_node* node = cmark_node_first_child(block);
  while (node) {
    if (!enter(node)) return false;
    if (cmark_node* child = cmark_node_first_child(node)) {
      node = child;
      continue;
    }
    if (!leave(node)) return false;
    while (cmark_node_next(node) == nullptr) {
      node = cmark_node_parent(node);
      if (node == block) return true;
      if (!leave(node)) return false;
    }
    node = cmark_node_next(node);
  }
  return true;
}

// The text as cmark has it, in one run that covers the whole content.
TextPiece MarkdownInlines::plain(cmark_node* block, Span content) {
  document_.decoded.resize(text_begin_);
  document_.runs.resize(first_run_);
  for (const std::size_t mark : open_) document_.marks[mark].span.end = content.end;
  open_.clear();
  document_.runs.push_back(
      {static_cast<std::uint32_t>(text_begin_), content.begin, content.size()});
  cmark_iter* events = cmark_iter_new(block);
  for (cmark_event_type event = cmark_iter_next(events); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(events)) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* node = cmark_iter_get_node(events);
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) document_.decoded += ' ';
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) document_.decoded += literal_of(node);
  }
  cmark_iter_free(events);
  ++lost_;
  return {static_cast<std::uint32_t>(text_begin_),
          static_cast<std::uint32_t>(document_.decoded.size() - text_begin_), true};
}

// A text that equals its source bytes needs neither a copy nor runs.
TextPiece MarkdownInlines::finish(Span content) {
  const auto begin = static_cast<std::uint32_t>(text_begin_);
  const auto size = static_cast<std::uint32_t>(document_.decoded.size() - text_begin_);
  const std::string_view decoded = std::string_view(document_.decoded).substr(begin, size);
  if (document_.source->slice(content) != decoded) return {begin, size, true};
  document_.decoded.resize(text_begin_);
  document_.runs.resize(first_run_);
  return {content.begin, size, false};
}

TextPiece MarkdownInlines::read(cmark_node* block, Span content, NodeId node) {
  block_ = text_.substr(0, content.end);
  node_ = node;
  at_ = content.begin;
  text_begin_ = document_.decoded.size();
  first_run_ = document_.runs.size();
  is_run_plain_ = false;
  is_autolink_ = false;
  is_behind_comment_ = false;

  // Most texts are one line without signs.
  cmark_node* only = cmark_node_first_child(block);
  if (only && cmark_node_get_type(only) == CMARK_NODE_TEXT && !cmark_node_next(only)) {
    const std::string_view literal = literal_of(only);
    if (document_.source->slice(content) == literal) return {content.begin, content.size(), false};
  }
  if (!walk(block) || at_ != content.end) return plain(block, content);
  if (is_behind_comment_) drop_last_blank();
  return finish(content);
}

}  // namespace proclint
