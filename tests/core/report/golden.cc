#include "core/report/golden.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "core/report/visible.h"

namespace proclint::testing {
namespace {

constexpr int kMaxShown = 10;

}  // namespace

std::string golden_difference(std::string_view name, const std::string& actual) {
  const std::string path =
      std::string(PROCLINT_PROJECT_DIR "/tests/golden/report/") + std::string(name) + ".golden";
  const char* update = std::getenv("PROCLINT_UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    std::ofstream(path, std::ios::binary) << actual;
    return "";
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) return "cannot open " + path;
  const std::string expected(std::istreambuf_iterator<char>(in), {});
  if (expected == actual) return "";
  std::istringstream wanted(expected);
  std::istringstream written(actual);
  std::string out = path + "\n";
  std::string want;
  std::string got;
  int shown = 0;
  for (int line = 1; shown < kMaxShown; ++line) {
    const bool has_want = static_cast<bool>(std::getline(wanted, want));
    const bool has_got = static_cast<bool>(std::getline(written, got));
    if (!has_want && !has_got) break;
    if (has_want && has_got && want == got) continue;
    ++shown;
    if (has_want) out += "-" + std::to_string(line) + ": " + visible(want) + "\n";
    if (has_got) out += "+" + std::to_string(line) + ": " + visible(got) + "\n";
  }
  // Lines are equal and the texts are not: only the last line end can differ.
  return shown > 0 ? out : out + "one of them has no line end at its end\n";
}

}  // namespace proclint::testing
