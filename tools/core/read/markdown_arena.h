#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include <cmark.h>

namespace proclint {

/// The memory of one cmark tree, given back in one piece: a third of cmark's time goes into malloc
/// and free of single nodes. What cmark frees is used again for what has about the same size.
///
/// cmark's allocator functions get no context, so the arena of the thread is found through a
/// variable: between constructor and destructor of an arena its thread may make no other.
class MarkdownArena {
 public:
  MarkdownArena();
  ~MarkdownArena();
  MarkdownArena(const MarkdownArena&) = delete;
  MarkdownArena& operator=(const MarkdownArena&) = delete;

  /// Parses `text` into a tree that lives as long as the arena; it is not freed. Null if the tree
  /// might need more than `most` bytes: a byte of text can need 250, and cmark ends the program
  /// when memory does.
  cmark_node* parse(std::string_view text, std::size_t most = kMost);

  static constexpr std::size_t kMost = std::size_t{4} << 30U;

 private:
  struct Head;  // before each piece

  void* take(std::size_t size);
  void give(void* piece);
  void* resize(void* piece, std::size_t size);
  std::byte* fresh(std::size_t size);

  static constexpr std::size_t kStep = 16;          // sizes are rounded up to it
  static constexpr std::size_t kSmall = 1024;       // larger pieces are not used again
  static constexpr std::size_t kBlock = 64 * 1024;  // of the first block

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t block_size_ = kBlock;
  std::size_t total_ = 0;                           // of all blocks
  std::array<void*, kSmall / kStep + 1> unused_{};  // lists of freed pieces by size
};

}  // namespace proclint
