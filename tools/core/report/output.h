#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace proclint {

/// Collects bytes and hands them to a stream in large pieces: a report makes millions of small
/// writes, and a std::ostream looks up its state at each. Also an output stream as RapidJSON's
/// Writer wants it (Ch, Put, Flush).
class Output {
 public:
  using Ch = char;

  explicit Output(std::ostream& out) : out_(out) { buffer_.reserve(kSize + kSlack); }

  void Put(char c) {
    buffer_.push_back(c);
    if (buffer_.size() >= kSize) pass_on();
  }
  /// RapidJSON calls this at the end of every complete value: nothing to do, see finish().
  void Flush() {}

  Output& operator<<(std::string_view text) {
    buffer_.append(text);
    if (buffer_.size() >= kSize) pass_on();
    return *this;
  }
  Output& operator<<(char c) {
    Put(c);
    return *this;
  }
  Output& number(std::size_t value);
  Output& repeat(std::size_t count, char c);

  /// Hands over what is left and flushes the stream.
  void finish();

 private:
  static constexpr std::size_t kSize = 64UL * 1024;
  static constexpr std::size_t kSlack = 4096;

  void pass_on();

  std::ostream& out_;
  std::string buffer_;
};

}  // namespace proclint
