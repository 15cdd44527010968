#include "core/check/schema_limits.h"

#include <sys/resource.h>

#include <algorithm>

namespace proclint {

// Of the usual 8 MB more than kMaxDepth needs, unless a build with sanitizers makes each frame
// larger. Without a limit glibc gives a thread 2 MB.
std::ptrdiff_t EvaluationLimits::max_stack() {
  static const std::ptrdiff_t size = [] {
    rlimit limit{};
    constexpr rlim_t kUsual = 8U << 20U;
    constexpr rlim_t kUnlimited = 2U << 20U;
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
      limit.rlim_cur = kUnlimited;
    }
    return static_cast<std::ptrdiff_t>(std::min(limit.rlim_cur, kUsual) / 8 * 5);
  }();
  return size;
}

}  // namespace proclint
