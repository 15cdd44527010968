#include "core/check/schema_limits.h"

#include <sys/resource.h>

#include <algorithm>

namespace proclint {

// Of the usual 8 MB more than kMaxDepth needs, unless a build with sanitizers makes each frame
// larger. Without a limit glibc gives a thread 2 MB.
std::uintptr_t EvaluationLimits::max_stack() {
  static const std::uintptr_t size = [] {
    rlimit limit{};
    constexpr rlim_t kUsual = 8U << 20U;
    constexpr rlim_t kUnlimited = 2U << 20U;
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
      limit.rlim_cur = kUnlimited;
    }
    return static_cast<std::uintptr_t>(std::min(limit.rlim_cur, kUsual) / 8 * 5);
  }();
  return size;
}

bool EvaluationLimits::give_up(std::uint32_t in_place) {
  if (!gave_up_) has_loop_ = in_place > max_in_place_;
  gave_up_ = true;
  max_steps_ = 0;
  return false;
}

}  // namespace proclint
