// Writes documents for the bench: seeded, so that two machines measure the same bytes.
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "bench/corpus/compose.h"
#include "bench/corpus/defects.h"

namespace {

namespace fs = std::filesystem;
using namespace proclint::corpus;

constexpr std::string_view kUsage =
    R"(Usage: make-corpus FOLDER [--count N] [--seed N] [--broken PERCENT]

Writes N (10000) procedure documents of about 4.8 KB into FOLDER, a hundred a
folder. The same seed (1) gives the same bytes everywhere. PERCENT (0) of them
have one mistake each, of many kinds; FOLDER/broken.tsv names file and mistake.

FOLDER is new, empty or an earlier corpus, which is replaced.
)";

// Only a folder with this file is ever removed.
constexpr std::string_view kMarker = "corpus.tsv";

struct Wish {
  fs::path folder;
  std::uint64_t count = 10000;
  std::uint64_t seed = 1;
  std::uint64_t broken = 0;
};

int fail(std::string_view message) {
  std::fprintf(stderr, "make-corpus: %.*s\n", static_cast<int>(message.size()), message.data());
  return 2;
}

bool read_number(std::string_view text, std::uint64_t limit, std::uint64_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && out <= limit;
}

// What is wrong with the command line; empty if nothing is.
std::string read_wish(int argc, const char* const* argv, Wish& wish) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    std::uint64_t* number = argument == "--count"    ? &wish.count
                            : argument == "--seed"   ? &wish.seed
                            : argument == "--broken" ? &wish.broken
                                                     : nullptr;
    if (number != nullptr) {
      const std::uint64_t limit = argument == "--broken" ? 100 : 10'000'000;
      if (i + 1 == argc || !read_number(argv[++i], limit, *number)) {
        return std::string(argument) + " is followed by a number up to " + std::to_string(limit);
      }
    } else if (argument.substr(0, 1) == "-" || !wish.folder.empty()) {
      return "unexpected argument " + std::string(argument);
    } else {
      wish.folder = argument;
    }
  }
  return wish.folder.empty() ? "no folder is named" : "";
}

bool write(const fs::path& path, std::string_view text) {
  std::ofstream out(path, std::ios::binary);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  return static_cast<bool>(out.flush());
}

int make(const Wish& wish) {
  if (fs::exists(wish.folder) && !fs::is_empty(wish.folder)) {
    if (!fs::exists(wish.folder / kMarker)) {
      return fail(wish.folder.string() + " holds something else; name a new folder");
    }
    fs::remove_all(wish.folder);
  }
  fs::create_directories(wish.folder);
  if (!write(wish.folder / kMarker, "count\t" + std::to_string(wish.count) + "\nseed\t" +
                                        std::to_string(wish.seed) + "\nbroken percent\t" +
                                        std::to_string(wish.broken) + "\n")) {
    return fail("cannot write into " + wish.folder.string());
  }
  std::string mistakes;
  std::uint64_t broken = 0;
  std::uint64_t bytes = 0;
  for (std::uint64_t i = 0; i < wish.count; ++i) {
    char part[24];
    std::snprintf(part, sizeof part, "%04u", static_cast<unsigned>(i / 100));
    if (i % 100 == 0) fs::create_directory(wish.folder / part);
    Procedure procedure = compose(wish.seed, i, wish.count);
    const std::string name = std::string(part) + "/" + procedure.id + ".procedure.json";
    // Spread evenly, whatever the percentage.
    const bool is_broken = (i + 1) * wish.broken / 100 > i * wish.broken / 100;
    const Defect* defect = is_broken ? &defects()[broken++ % defects().size()] : nullptr;
    if (defect != nullptr && defect->in_procedure != nullptr) defect->in_procedure(procedure);
    std::string json = to_json(procedure);
    if (defect != nullptr && defect->in_bytes != nullptr) defect->in_bytes(json);
    if (defect != nullptr) mistakes.append(name).append("\t").append(defect->name).append("\n");
    if (!write(wish.folder / name, json)) return fail("cannot write " + name);
    bytes += json.size();
  }
  if (!write(wish.folder / "broken.tsv", mistakes)) return fail("cannot write broken.tsv");
  std::printf("%s: %llu documents, %llu with a mistake, %.2f KB each\n", wish.folder.c_str(),
              static_cast<unsigned long long>(wish.count), static_cast<unsigned long long>(broken),
              wish.count == 0
                  ? 0.0
                  : static_cast<double>(bytes) / 1000.0 / static_cast<double>(wish.count));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == "--help") {
    std::fwrite(kUsage.data(), 1, kUsage.size(), stdout);
    return 0;
  }
  Wish wish;
  const std::string wrong = read_wish(argc, argv, wish);
  if (!wrong.empty()) return fail(wrong + "; --help tells more");
  try {
    return make(wish);
  } catch (const fs::filesystem_error& error) {
    return fail(error.what());
  }
}
