#include "core/report/output.h"

#include <array>
#include <charconv>

namespace proclint {

Output& Output::number(std::size_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return *this << std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

Output& Output::repeat(std::size_t count, char c) {
  buffer_.append(count, c);
  if (buffer_.size() >= kSize) pass_on();
  return *this;
}

void Output::finish() {
  pass_on();
  out_.flush();
}

void Output::pass_on() {
  out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  buffer_.clear();
}

}  // namespace proclint
