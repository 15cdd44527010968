#include "core/pattern/backtracker.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <utility>

namespace proclint {
namespace {

constexpr std::uint32_t kMatchLimit = 2'000'000;  // some 20 ms
constexpr std::uint32_t kHeapKibibytes = 16 * 1024;
constexpr std::uint32_t kDepthLimit = 100'000;
constexpr std::uint32_t kMaxNesting = 1000;  // the parser's depth, and what the translator adds

struct Deleter {
  void operator()(pcre2_code* p) const { pcre2_code_free(p); }
  void operator()(pcre2_compile_context* p) const { pcre2_compile_context_free(p); }
  void operator()(pcre2_match_context* p) const { pcre2_match_context_free(p); }
  void operator()(pcre2_match_data* p) const { pcre2_match_data_free(p); }
};
template <class T>
using Owned = std::unique_ptr<T, Deleter>;

std::string message(int code) {
  std::array<PCRE2_UCHAR, 256> text{};
  pcre2_get_error_message(code, text.data(), text.size());
  return reinterpret_cast<const char*>(text.data());
}

}  // namespace

class Backtracker::Code {
 public:
  Owned<pcre2_code> code;
  Owned<pcre2_match_context> limits;
};

Result<Backtracker> Backtracker::compile(const std::string& pcre2) {
  const Owned<pcre2_compile_context> context(pcre2_compile_context_create(nullptr));
  if (!context) return Error{"out of memory"};
  pcre2_set_parens_nest_limit(context.get(), kMaxNesting);
  int error = 0;
  PCRE2_SIZE offset = 0;
  auto out = std::make_shared<Code>();
  out->code.reset(pcre2_compile(
      reinterpret_cast<PCRE2_SPTR>(pcre2.data()), pcre2.size(),
      PCRE2_UTF | PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C | PCRE2_NO_UTF_CHECK, &error,
      &offset, context.get()));
  if (!out->code) return Error{message(error)};
  out->limits.reset(pcre2_match_context_create(nullptr));
  if (!out->limits) return Error{"out of memory"};
  pcre2_set_match_limit(out->limits.get(), kMatchLimit);
  pcre2_set_heap_limit(out->limits.get(), kHeapKibibytes);
  pcre2_set_depth_limit(out->limits.get(), kDepthLimit);
  // Without the just-in-time compiler, or where it gives up, PCRE2 interprets: slower, as right.
  pcre2_jit_compile(out->code.get(), PCRE2_JIT_COMPLETE);
  return Backtracker(std::move(out));
}

Pattern::Match Backtracker::search(std::string_view text) const {
  const Owned<pcre2_match_data> data(pcre2_match_data_create(1, nullptr));
  if (!data) return Pattern::Match::limit;
  const auto run = [&](std::uint32_t options) {
    return pcre2_match(code_->code.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0,
                       PCRE2_NO_UTF_CHECK | options, data.get(), code_->limits.get());
  };
  int result = run(0);
  if (result == PCRE2_ERROR_JIT_STACKLIMIT) result = run(PCRE2_NO_JIT);
  if (result >= 0) return Pattern::Match::yes;  // 0: matched, more groups than asked for
  return result == PCRE2_ERROR_NOMATCH ? Pattern::Match::no : Pattern::Match::limit;
}

}  // namespace proclint
