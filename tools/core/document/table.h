#pragma once

#include <cstddef>
#include <cstdlib>
#include <initializer_list>
#include <new>
#include <span>
#include <type_traits>
#include <utility>

namespace proclint {

/// A growing array of plain values, in one piece. Unlike a std::vector it grows through realloc(),
/// which the system does for large blocks by moving pages, not bytes: memory never holds the old
/// and the new array, and what was not written yet takes none. Constants of the program serve as
/// one without being copied.
template <class T>
class Table {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  Table() = default;
  Table(std::initializer_list<T> values) {
    for (const T& value : values) push_back(value);
  }
  /// The values stay where they are, and outlive the table. They are copied when it grows; until
  /// then nobody may write to them.
  static Table borrowed(std::span<const T> values) {
    Table out;
    out.data_ = const_cast<T*>(values.data());
    out.size_ = values.size();
    return out;
  }
  Table(const Table& other) : Table() { append(other); }
  Table(Table&& other) noexcept : Table() { swap(other); }
  Table& operator=(Table other) noexcept {
    swap(other);
    return *this;
  }
  ~Table() {
    if (capacity_ > 0) std::free(data_);
  }

  std::size_t size() const { return size_; }
  std::size_t capacity() const { return capacity_; }
  bool empty() const { return size_ == 0; }
  T* data() { return data_; }
  const T* data() const { return data_; }
  T& operator[](std::size_t i) { return data_[i]; }
  const T& operator[](std::size_t i) const { return data_[i]; }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }

  /// A new value at the end, to be filled by the caller.
  T& emplace_back() {
    if (size_ >= capacity_) grow();
    return *new (data_ + size_++) T;
  }
  void push_back(T value) { emplace_back() = value; }
  /// Forgets the values but keeps the memory.
  void clear() { size_ = 0; }
  void swap(Table& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

 private:
  void append(const Table& other) {
    for (const T& value : other) push_back(value);
  }

  // Out of the way of emplace_back, which is called for each node.
  __attribute__((noinline)) void grow() {
    if (capacity_ == 0 && size_ > 0) {
      Table own(*this);
      swap(own);
      if (size_ < capacity_) return;
    }
    // Large ones by half only, since also address space can be short.
    const std::size_t wanted = capacity_ < 128       ? 128
                               : capacity_ < 1 << 16 ? capacity_ * 2
                                                     : capacity_ + capacity_ / 2;
    void* const grown =
        std::realloc(capacity_ > 0 ? data_ : nullptr, wanted * sizeof(T));  // NOLINT
    if (grown == nullptr) throw std::bad_alloc();
    data_ = static_cast<T*>(grown);
    capacity_ = wanted;
  }

  T* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;  // 0 with values: they are borrowed
};

}  // namespace proclint
