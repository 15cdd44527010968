#include "core/document/path_value.h"

#include <array>
#include <charconv>

#include "core/document/equal.h"
#include "core/document/number.h"

namespace proclint {
namespace {

constexpr std::uint64_t kBytesAStep = 64;

bool is_true(std::string_view boolean) {
  return boolean.starts_with('t') || boolean.starts_with('T');
}

}  // namespace

PathValue::PathValue(Value node) {
  if (!node) return;
  is_nothing_ = false;
  kind_ = node.kind() == Kind::key ? Kind::string : node.kind();
  if (kind_ == Kind::list || kind_ == Kind::map) {
    node_ = node;
    return;
  }
  text_ = node.text();
  if (kind_ == Kind::number && !compare_numbers(text_, text_)) kind_ = Kind::string;
}

PathValue PathValue::scalar(Kind kind, std::string_view text) {
  PathValue out;
  out.is_nothing_ = false;
  out.kind_ = kind;
  out.text_ = text;
  return out;
}

PathValue PathValue::count(std::uint64_t count) {
  PathValue out = scalar(Kind::number, {});
  out.is_count_ = true;
  out.count_ = count;
  return out;
}

std::uint64_t PathValue::weight() const {
  return node_ ? node_.node().next - node_.id() : 1 + text_.size() / kBytesAStep;
}

std::optional<int> PathValue::compare_as_numbers(const PathValue& a, const PathValue& b) {
  std::array<char, 20> buffers[2];  // digits of the largest count
  const auto text = [](const PathValue& value, std::array<char, 20>& buffer) {
    if (!value.is_count_) return value.text_;
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value.count_);
    return std::string_view(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
  };
  return compare_numbers(text(a, buffers[0]), text(b, buffers[1]));
}

bool is_equal(const PathValue& a, const PathValue& b) {
  if (a.is_nothing_ || b.is_nothing_) return a.is_nothing_ && b.is_nothing_;
  if (a.kind_ != b.kind_) return false;
  switch (a.kind_) {
    case Kind::null:
      return true;
    case Kind::boolean:
      return is_true(a.text_) == is_true(b.text_);
    case Kind::number:
      return PathValue::compare_as_numbers(a, b) == 0;
    case Kind::list:
    case Kind::map:
      return is_equal(a.node_, b.node_);
    default:
      return a.text_ == b.text_;
  }
}

bool is_less(const PathValue& a, const PathValue& b) {
  if (a.is_nothing_ || b.is_nothing_ || a.kind_ != b.kind_) return false;
  // The order of bytes in UTF-8 is that of code points.
  if (a.kind_ == Kind::string) return a.text_ < b.text_;
  return a.kind_ == Kind::number && PathValue::compare_as_numbers(a, b).value_or(0) < 0;
}

bool compare(const PathValue& a, FilterNode::Comparison comparison, const PathValue& b) {
  switch (comparison) {
    case FilterNode::Comparison::equal:
      return is_equal(a, b);
    case FilterNode::Comparison::not_equal:
      return !is_equal(a, b);
    case FilterNode::Comparison::less:
      return is_less(a, b);
    case FilterNode::Comparison::less_or_equal:
      return is_less(a, b) || is_equal(a, b);
    case FilterNode::Comparison::greater:
      return is_less(b, a);
    case FilterNode::Comparison::greater_or_equal:
      return is_less(b, a) || is_equal(a, b);
  }
  return false;
}

}  // namespace proclint
