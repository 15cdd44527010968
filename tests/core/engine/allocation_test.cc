// A program of its own: it counts what is asked of operator new.
#include <stdlib.h>

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <new>

#include "bench/corpus/compose.h"
#include "core/engine/engine.h"

namespace {

std::atomic<std::size_t> allocations = 0;

void* counted(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
// All that the deletes below free: a memory checker sees to it that they fit.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept {
  return operator new(size, tag);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace proclint;
namespace fs = std::filesystem;

// Clean documents on the disk for as long as the test lasts; every other one names its schema.
class Corpus {
 public:
  explicit Corpus(std::size_t count) {
    std::string name = (fs::temp_directory_path() / "proclint-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
    for (std::size_t i = 0; i < count; ++i) {
      const corpus::Procedure procedure = corpus::compose(1, i, count);
      std::string json = corpus::to_json(procedure);
      if (i % 2 == 0) json.insert(1, R"("$schema": "../schemas/procedure.schema.json",)");
      std::ofstream(path_ / (procedure.id + ".procedure.json")) << json;
    }
  }
  ~Corpus() { fs::remove_all(path_); }
  Corpus(const Corpus&) = delete;
  Corpus& operator=(const Corpus&) = delete;

  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

// The most that one document of the corpus asks for when all have been checked before, and so the
// memory that is kept from one document to the next is large enough.
std::size_t most_allocations(const EngineOptions& options) {
  const Corpus corpus(64);
  const std::unique_ptr<Engine> engine = *Engine::create(options);
  const std::vector<std::string> arguments{corpus.path()};
  const Inputs inputs = collect_inputs(arguments, "", false, engine->configs());
  BOOST_REQUIRE(inputs.documents.size() == 64U);
  Workspace workspace;
  std::size_t most = 0;
  for (const bool is_warm : {false, true}) {
    for (const Input& input : inputs.documents) {
      std::optional<Error> failure;
      const Plan* const plan = engine->plan(input, failure);
      const std::size_t before = allocations;
      const Checked checked = engine->check(input, *plan, workspace);
      const std::size_t made = allocations - before;
      BOOST_REQUIRE(checked.findings.empty());
      if (is_warm) most = std::max(most, made);
    }
  }
  return most;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(allocation)

BOOST_AUTO_TEST_CASE(a_clean_document_asks_for_memory_at_most_twice) {
  BOOST_TEST(most_allocations({}) <= 2U);
}

BOOST_AUTO_TEST_CASE(so_does_one_without_rules) {
  EngineOptions options;
  options.rules = "none";
  BOOST_TEST(most_allocations(options) <= 2U);
}

BOOST_AUTO_TEST_SUITE_END()
