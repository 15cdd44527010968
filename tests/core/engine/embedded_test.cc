#include "core/engine/embedded.h"

#include <boost/test/unit_test.hpp>

#include "core/check/schema_carried.h"
#include "core/check/spelling_variants.h"
#include "core/document/dump.h"
#include "core/engine/our_file.h"
#include "core/read/reader.h"

namespace proclint {
namespace {

BOOST_AUTO_TEST_CASE(a_carried_document_is_what_reading_its_text_gives) {
  for (const Embedded& file : embedded_files()) {
    const Source source(file.name, file.text);
    Document document;
    std::vector<Diagnostic> diagnostics;
    read_json(source, {}, document, diagnostics);
    const auto carried = read_embedded(std::string(file.name));
    BOOST_TEST(dump(carried->document) == dump(document), file.name);
    BOOST_TEST(carried->document.locate == document.locate);
  }
}

BOOST_AUTO_TEST_CASE(a_carried_program_is_what_compiling_the_schema_gives) {
  int programs = 0;
  for (const Embedded& file : embedded_files()) {
    if (file.program.empty()) continue;
    ++programs;
    const auto schema = read_embedded(std::string(file.name));
    BOOST_TEST((carried_program(schema->document, schema->diagnostics) == file.program), file.name);
  }
  BOOST_TEST(programs == 4);
}

BOOST_AUTO_TEST_CASE(carried_forms_are_what_the_spelling_variants_give) {
  const std::string name = "rules/spelling-variants.json";
  const auto file = read_embedded(name);
  const auto forms = SpellingVariants(Value::root(file->document)).carried_forms();
  const auto carried = embedded(name).forms;
  BOOST_TEST(forms == std::vector<std::uint64_t>(carried.begin(), carried.end()),
             boost::test_tools::per_element());
}

}  // namespace
}  // namespace proclint
