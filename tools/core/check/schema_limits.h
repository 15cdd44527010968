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

  /// A step, which leave() ends: a schema is asked about a value, `in_place` schemas after the
  /// value was entered. False where it gives up; then there is nothing to leave.
  bool enter(std::uint32_t in_place) {
    const auto stack = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    if (in_place > max_in_place_ || stack < least_stack_ || depth_ >= kMaxDepth ||
        steps_ >= max_steps_) [[unlikely]] {
      return give_up(in_place);
    }
    ++steps_;
    ++depth_;
    return true;
  }
  void leave() { --depth_; }
  void add_steps(std::uint64_t steps) { steps_ += steps; }

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

  static std::uintptr_t max_stack();
  // Always false, and enter() from now on.
  bool give_up(std::uint32_t in_place);

  // The stack grows downwards.
  std::uintptr_t least_stack_ =
      reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)) - max_stack();
  std::uint64_t max_steps_;
  std::uint32_t max_in_place_;
  std::uint64_t steps_ = 0;
  std::uint32_t depth_ = 0;
  bool gave_up_ = false;
  bool has_loop_ = false;
};

}  // namespace proclint
