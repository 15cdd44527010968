#include <array>
#include <optional>

#include "core/check/formats_detail.h"

namespace proclint::formats {
namespace {

// Takes what it reads from the front of a text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  bool is_at_end() const { return text_.empty(); }
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool take_either(char a, char b) { return take(a) || take(b); }
  // Exactly `count` digits.
  std::optional<int> digits(std::size_t count) {
    if (text_.size() < count) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_digit(text_[i])) return std::nullopt;
      value = value * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(count);
    return value;
  }
  // One digit or more, whatever they mean.
  bool skip_digits() {
    std::size_t count = 0;
    while (count < text_.size() && is_digit(text_[count])) ++count;
    text_.remove_prefix(count);
    return count > 0;
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  std::string_view text_;
};

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && is_leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool take_date(Cursor& at) {
  const auto year = at.digits(4);
  if (!year || !at.take('-')) return false;
  const auto month = at.digits(2);
  if (!month || *month < 1 || *month > 12 || !at.take('-')) return false;
  const auto day = at.digits(2);
  return day && *day >= 1 && *day <= days_in(*year, *month);
}

bool take_time(Cursor& at) {
  const auto hour = at.digits(2);
  if (!hour || *hour > 23 || !at.take(':')) return false;
  const auto minute = at.digits(2);
  if (!minute || *minute > 59 || !at.take(':')) return false;
  const auto second = at.digits(2);
  if (!second || *second > 60) return false;
  if (at.take('.') && !at.skip_digits()) return false;
  int utc = *hour * 60 + *minute;
  if (!at.take_either('Z', 'z')) {
    const bool is_ahead = at.take('+');
    if (!is_ahead && !at.take('-')) return false;
    const auto hours = at.digits(2);
    if (!hours || *hours > 23 || !at.take(':')) return false;
    const auto minutes = at.digits(2);
    if (!minutes || *minutes > 59) return false;
    const int offset = *hours * 60 + *minutes;
    utc += is_ahead ? -offset : offset;
  }
  constexpr int kDay = 24 * 60;
  return *second < 60 || (utc + 2 * kDay) % kDay == kDay - 1;
}

// The parts of a duration, each with its unit, in this order and without a gap.
bool take_parts(Cursor& at, std::string_view units, bool& has_any) {
  std::size_t next = 0;
  bool is_first = true;
  while (next < units.size()) {
    Cursor ahead = at;
    if (!ahead.skip_digits()) break;
    std::size_t unit = next;
    while (unit < units.size() && !ahead.take(units[unit])) ++unit;
    if (unit == units.size() || (!is_first && unit != next)) return false;
    at = ahead;
    next = unit + 1;
    is_first = false;
    has_any = true;
  }
  return true;
}

}  // namespace

bool is_date(std::string_view text) {
  Cursor at(text);
  return take_date(at) && at.is_at_end();
}

bool is_time(std::string_view text) {
  Cursor at(text);
  return take_time(at) && at.is_at_end();
}

bool is_date_time(std::string_view text) {
  Cursor at(text);
  return take_date(at) && at.take_either('T', 't') && take_time(at) && at.is_at_end();
}

bool is_duration(std::string_view text) {
  Cursor at(text);
  if (!at.take('P')) return false;
  Cursor weeks = at;
  if (weeks.skip_digits() && weeks.take('W')) return weeks.is_at_end();
  bool has_any = false;
  if (!take_parts(at, "YMD", has_any)) return false;
  if (at.take('T')) {
    bool has_time = false;
    if (!take_parts(at, "HMS", has_time) || !has_time) return false;
    has_any = true;
  }
  return has_any && at.is_at_end();
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = text[i];
    const bool is_hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (is_hyphen ? c != '-' : !is_hex) return false;
  }
  return true;
}

}  // namespace proclint::formats
