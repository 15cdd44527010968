// Patterns, the byte 0x1E, a text to match: whatever they are, there is a pattern or a reason, and
// a match ends. What is compiled also passes as format "regex".
#include <cstdint>
#include <string_view>

#include "core/check/schema_matcher.h"
#include "core/pattern/pattern.h"
#include "fuzz/invariants.h"

namespace proclint::fuzz {
namespace {

void run(std::string_view pattern, std::string_view text) {
  const bool is_well_formed = !check_pattern_syntax(pattern);
  for (const Strictness strictness : {Strictness::strict, Strictness::lenient}) {
    const Result<Pattern> parsed = Pattern::parse(pattern, strictness);
    if (!parsed) {
      expect(!parsed.error().message.empty());
      continue;
    }
    expect(strictness == Strictness::lenient || is_well_formed);
    const Pattern::Match first = parsed->search(text);
    expect(parsed->search(text) == first);
    // The shortcuts of schemas are no other language.
    const Result<Matcher> matcher = Matcher::parse(pattern);
    if (matcher && strictness == Strictness::strict) expect(matcher->search(text) == first);
  }
}

}  // namespace
}  // namespace proclint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t at = all.find('\x1E');
  const bool is_alone = at == std::string_view::npos;
  proclint::fuzz::run(all.substr(0, at), is_alone ? all : all.substr(at + 1));
  return 0;
}
