#pragma once

#include <cstddef>
#include <cstdint>

namespace proclint {

/// What one evaluation of a schema may take: steps, nested schemas and of the thread's stack.
/// Beyond that it gives up, for good.
class EvaluationLimits {
 public:
  /// Made where the evaluation begins, for a program and a document with so many nodes.
  EvaluationLimits(std::size_t schemas, std::size_t values)
      : max_steps_(kMaxSteps + kStepsForNode * values),
        max_in_place_(static_cast<std::uint32_t>(schemas + 1)) {}

  /// Counts a step: a schema is asked about a value, `in_place` schemas after the value was
  /// entered.
  bool may_go_on(std::uint32_t in_place) {
    if (gave_up_) return false;
    if (in_place > max_in_place_) has_loop_ = true;
    const std::ptrdiff_t used = stack_ - static_cast<const char*>(__builtin_frame_address(0));
    const bool is_deep = depth_ >= kMaxDepth || used > max_stack_;
    if (has_loop_ || is_deep || ++steps_ > max_steps_) gave_up_ = true;
    return !gave_up_;
  }
  void add_steps(std::uint64_t steps) { steps_ += steps; }
  void enter() { ++depth_; }
  void leave() { --depth_; }

  bool gave_up() const { return gave_up_; }
  /// It gave up because a schema has led to itself.
  bool has_loop() const { return has_loop_; }

 private:
  // Schemas nested in schemas, whatever the reason: eight for each of the 512 levels that a
  // document may have.
  static constexpr std::uint32_t kMaxDepth = 4096;
  // A schema whose branches multiply is stopped here: a second of work, and never for a real one.
  static constexpr std::uint64_t kMaxSteps = 5'000'000;
  static constexpr std::uint64_t kStepsForNode = 200;

  static std::ptrdiff_t max_stack();

  const char* stack_ = static_cast<const char*>(__builtin_frame_address(0));
  std::ptrdiff_t max_stack_ = max_stack();
  std::uint64_t max_steps_;
  std::uint32_t max_in_place_;
  std::uint64_t steps_ = 0;
  std::uint32_t depth_ = 0;
  bool gave_up_ = false;
  bool has_loop_ = false;
};

}  // namespace proclint
