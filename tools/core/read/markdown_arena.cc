#include "core/read/markdown_arena.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace proclint {

struct MarkdownArena::Head {
  std::size_t size;
};

namespace {

thread_local MarkdownArena* current = nullptr;

constexpr std::size_t kLargestBlock = std::size_t{16} << 20U;
constexpr std::size_t kChunk = std::size_t{1} << 20U;
constexpr std::size_t kSignSize = 250;  // a sign can be a text of its own, and a delimiter

// What the texts of `text` need at the most, beside their blocks.
std::size_t inline_size(std::string_view text) {
  std::array<bool, 256> is_sign{};
  for (const char c : std::string_view("*_[]!<&\\`\"'\n\r"))
    is_sign[static_cast<unsigned char>(c)] = true;
  std::size_t signs = 0;
  for (const char c : text) signs += is_sign[static_cast<unsigned char>(c)] ? 1 : 0;
  return 2 * text.size() + kSignSize * signs;
}

}  // namespace

MarkdownArena::MarkdownArena() {
  assert(current == nullptr);
  current = this;
}

MarkdownArena::~MarkdownArena() { current = nullptr; }

std::byte* MarkdownArena::fresh(std::size_t size) {
  if (size > left_) {
    const std::size_t block = std::max(size, block_size_);
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
    total_ += block;
    block_size_ = std::min(2 * block_size_, kLargestBlock);
    // A big piece has a block of its own, and the block before goes on to be filled.
    if (block == size) return blocks_.back().get();
    next_ = blocks_.back().get();
    left_ = block;
  }
  std::byte* const piece = next_;
  next_ += size;
  left_ -= size;
  return piece;
}

void* MarkdownArena::take(std::size_t size) {
  size = (size + kStep - 1) / kStep * kStep;
  if (size <= kSmall && unused_[size / kStep] != nullptr) {
    void* const piece = unused_[size / kStep];
    std::memcpy(&unused_[size / kStep], piece, sizeof(void*));
    return piece;
  }
  std::byte* const begin = fresh(kStep + size);
  const Head head{size};
  std::memcpy(begin, &head, sizeof head);
  return begin + kStep;
}

void MarkdownArena::give(void* piece) {
  Head head;
  std::memcpy(&head, static_cast<std::byte*>(piece) - kStep, sizeof head);
  if (head.size > kSmall) return;
  std::memcpy(piece, &unused_[head.size / kStep], sizeof(void*));
  unused_[head.size / kStep] = piece;
}

void* MarkdownArena::resize(void* piece, std::size_t size) {
  if (piece == nullptr) return take(size);
  Head head;
  std::memcpy(&head, static_cast<std::byte*>(piece) - kStep, sizeof head);
  if (size <= head.size) return piece;
  void* const moved = take(size);
  std::memcpy(moved, piece, head.size);
  give(piece);
  return moved;
}

cmark_node* MarkdownArena::parse(std::string_view text, std::size_t most) {
  static cmark_mem memory{
      [](std::size_t count, std::size_t each) {
        void* const piece = current->take(count * each);
        std::memset(piece, 0, count * each);
        return piece;
      },
      [](void* piece, std::size_t bytes) { return current->resize(piece, bytes); },
      [](void* piece) {
        if (piece != nullptr) current->give(piece);
      }};
  cmark_parser* const parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
  // The blocks are made now and the texts in them at the end.
  for (std::size_t at = 0; at < text.size() && total_ <= most; at += kChunk) {
    const std::string_view chunk = text.substr(at, kChunk);
    cmark_parser_feed(parser, chunk.data(), chunk.size());
  }
  const bool may_fit = text.size() <= most / kSignSize || total_ + inline_size(text) <= most;
  if (total_ > most || !may_fit) return nullptr;
  cmark_node* const root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return root;
}

}  // namespace proclint
