#include "core/engine/convert.h"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>

#include "core/engine/engine.h"
#include "core/read/reader.h"

namespace proclint {
namespace {

namespace fs = std::filesystem;

const Vocabulary& vocabulary() {
  static const std::unique_ptr<Engine> kEngine = [] {
    EngineOptions options;
    options.rules = "none";
    return *Engine::create(options);
  }();
  return kEngine->vocabulary();
}

struct Converted {
  std::string text;
  std::string losses;  // "excerpt: message", one a line
};

Converted converted(Form from, Form to, const std::string& text, bool is_check = false,
                    std::string_view id = "test") {
  const Source source("test", text);
  Document document;
  std::vector<Diagnostic> findings;
  ReadOptions options;
  options.headings = &vocabulary().headings;
  reader_for(from).read(source, options, document, findings);
  BOOST_REQUIRE(!document.empty());
  const Writer& writer = *writer_for(to);
  Conversion conversion = convert(document, id, writer, vocabulary());
  if (is_check) check_way_back(document, id, writer, vocabulary(), conversion);
  Converted out{std::move(conversion.text), {}};
  for (const Diagnostic& loss : conversion.losses) {
    out.losses.append(source.slice(loss.span)).append(": ").append(loss.message).append("\n");
  }
  return out;
}

std::string losses(Form from, Form to, const std::string& text) {
  return converted(from, to, text).losses;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> sample_pages() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(PROCLINT_PROJECT_DIR "/sample-data")) {
    const bool is_page = entry.path().filename().string().ends_with(".procedure.txt");
    if (is_page && entry.path().parent_path().filename() != "broken") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The page after a way through all other forms.
std::string through_all_forms(const std::string& page) {
  const Converted json = converted(Form::page, Form::json, page);
  const Converted yaml = converted(Form::json, Form::yaml, json.text);
  const Converted markdown = converted(Form::yaml, Form::markdown, yaml.text);
  const Converted back = converted(Form::markdown, Form::page, markdown.text);
  BOOST_TEST(json.losses + yaml.losses + markdown.losses + back.losses == "");
  return back.text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(engine_convert)

BOOST_DATA_TEST_CASE(a_canonical_page_comes_through_all_forms_byte_by_byte,
                     boost::unit_test::data::make(sample_pages()), path) {
  const std::string page = read(path);
  BOOST_TEST(through_all_forms(page) == page);
}

BOOST_AUTO_TEST_CASE(the_real_page_comes_through_all_forms_byte_by_byte) {
  const char* const suites = std::getenv("PROCLINT_SUITES");
  if (suites == nullptr) {
    std::cout << "skipped: PROCLINT_SUITES is not set\n";
    return;
  }
  const std::string page = read(fs::path(suites) / "../domain/page.txt");
  BOOST_REQUIRE(!page.empty());
  BOOST_TEST((through_all_forms(page) == page));
}

BOOST_AUTO_TEST_CASE(a_page_with_a_layout_of_its_own_comes_through_all_forms) {
  const std::string page =
      "\xEF\xBB\xBFSearch this site\r\n\r\nHome > Codes\r\n\r\nA licensed wording\r\n\r\nHCPIC "
      "codes "
      "G0008, G0009\r\n\r\nName:\r\n\r\nFlu shot\r\n\r\n- Jab\r\n- Flu jab\r\n\r\nOverview:\r\n\r\n"
      "Duration is what this is *not* about.\r\n\r\nFun Facts for You\r\n\r\n- a\r\n  1. b\r\n\r\n"
      "Risks";
  BOOST_TEST(through_all_forms(page) == page);
}

BOOST_AUTO_TEST_CASE(what_a_page_leaves_to_its_name_and_layout_is_spelled_out) {
  BOOST_TEST(converted(Form::page, Form::json,
                       "CPT4 code 12345\n\nName of the Procedure\n\nT\n\nRisks\n\n* a\n")
                 .text == R"({
  "schemaVersion": "1.0",
  "id": "test",
  "title": "T",
  "codes": [
    {
      "system": "CPT4",
      "value": "12345"
    }
  ],
  "sections": {
    "risks": [
      {
        "items": ["a"]
      }
    ]
  },
  "layout": {
    "codeLabel": "CPT4 code",
    "headings": {
      "risks": "Risks"
    },
    "bullet": "*",
    "indent": 0
  }
}
)");
}

// Written is what was supplied: its places are none of the document's.
BOOST_AUTO_TEST_CASE(a_loss_in_what_was_supplied_has_the_place_of_the_document) {
  BOOST_TEST(losses(Form::markdown, Form::page,
                    "---\nlayout:\n  strange: 5\n---\n# Knee\n\n## Risks\n\nPain.\n") ==
             "5: a page has no place for \"strange\", which is left out\n");
  const Source source("test", "ICD-10-");
  Document document;
  std::vector<Diagnostic> findings;
  ReadOptions options;
  options.headings = &vocabulary().headings;
  reader_for(Form::page).read(source, options, document, findings);
  for (const Exchange& exchange : exchanges()) {
    for (const Diagnostic& loss : convert(document, "test", exchange, vocabulary()).losses) {
      BOOST_TEST((loss.span == Span{0, 1}), exchange.name << ": " << loss.message);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_system_that_is_known_by_another_name_gets_its_key) {
  const std::string page =
      "SNOMED CT code: 86198006\n\nName of the Procedure\n\nT\n\nSummary\n\nOne.\n";
  const std::string yaml = converted(Form::page, Form::yaml, page).text;
  BOOST_TEST(yaml.find("  - system: snomed-ct\n    value: \"86198006\"\n") != std::string::npos);
  BOOST_TEST(yaml.find("  codeLabel: \"SNOMED CT code:\"\n") != std::string::npos);
  BOOST_TEST(through_all_forms(page) == page);
}

BOOST_AUTO_TEST_CASE(of_a_page_that_is_not_canonical_each_change_is_told) {
  BOOST_TEST(losses(Form::page, Form::json, R"(CPT code: 36415
Name of the Procedure

A stray line of text, which nobody asked for.

Summary


One
line.
- a
  2. b

Risks: few
)") == R"(Name of the Procedure: 0 blank lines before this line, but printed again there would be 1
One: 2 blank lines before this line, but printed again there would be 1
One: this line and the ones that go on with it are joined to one when they are printed again
- a: 0 blank lines before this line, but printed again there would be 1
2. b: printed again, this line would be "1. b"
Risks: few: printed again, this line would be "Risks"
: printed again, the page has more lines than stand here
)");
}

BOOST_AUTO_TEST_CASE(a_line_that_belongs_to_nothing_gets_lost_and_is_told) {
  BOOST_TEST(losses(Form::page, Form::yaml,
                    "CPT code: 36415\n\nName of the Procedure\n\nT\n\nA stray line of text, which "
                    "nobody asked for.\n\nSummary\n\nOne.\n") ==
             "A stray line of text, which nobody asked for.: this line gets lost\n");
}

BOOST_AUTO_TEST_CASE(a_text_that_a_page_would_read_as_something_else_is_told) {
  const std::string before = R"({"schemaVersion":"1.0","id":"test","title":"T","sections":{)";
  const auto told = [&before](const std::string& sections) {
    return losses(Form::json, Form::page, before + sections + "}}");
  };
  BOOST_TEST(told(R"("summary":[{"text":"- no item"}])") ==
             "\"- no item\": this would be read back as a bullet list\n");
  BOOST_TEST(told(R"("summary":[{"text":"two\nlines"}])") ==
             "\"two\\nlines\": this text would be read back as \"two lines\"\n");
  BOOST_TEST(told(R"("summary":[{"text":"One."},{"text":"Risks"}])") ==
             "\"sections\": a text in it would be read as the heading of a section \"risks\"\n"
             "\"Risks\": this gets lost\n");
  BOOST_TEST(told(R"("summary":[{"items":["a"]},{"items":["b"]}])") ==
             "\"items\": what stands behind this list would be read back as a part of it\n");
}

BOOST_AUTO_TEST_CASE(a_number_that_would_become_a_text_is_told) {
  BOOST_TEST(
      losses(
          Form::json, Form::page,
          R"({"schemaVersion":"1.0","id":"test","title":"T","codes":[{"system":"cpt","value":12345}]})") ==
      "12345: this is a number, but would be read back as a text\n");
}

BOOST_AUTO_TEST_CASE(between_json_and_yaml_comments_and_spellings_of_numbers_are_lost) {
  BOOST_TEST(losses(Form::yaml, Form::json, "a: [1, ~, true, 0x1F, \"x\"]  # why\n") ==
             "0x1F: JSON has no number 0x1F; it is written as 31, so put it in quotes before if it "
             "is a code\n"
             "# why: this comment is left out: it has no place in JSON\n");
  BOOST_TEST(losses(Form::json, Form::yaml,
                    R"({"a":[1,null,true,1.50,"NO","00100"],"a":{},"":[[]]})") == "");
}

BOOST_AUTO_TEST_CASE(a_heading_as_written_in_markdown_is_kept) {
  const std::string markdown = "---\nid: a\n---\n\n# T\n\n## Side effects\n\nNone.\n";
  const std::string json = converted(Form::markdown, Form::json, markdown).text;
  BOOST_TEST(json.find(R"("risks": "Side effects")") != std::string::npos);
  BOOST_TEST(converted(Form::json, Form::markdown, json).text ==
             "---\nschemaVersion: \"1.0\"\nid: a\n---\n\n# T\n\n## Side effects\n\nNone.\n");
}

BOOST_AUTO_TEST_CASE(a_canonical_source_comes_back_with_the_same_bytes) {
  const std::string json =
      "{\n  \"schemaVersion\": \"1.0\",\n  \"id\": \"a\",\n  \"title\": \"T\",\n  \"sections\": "
      "{\n    \"risks\": []\n  }\n}\n";
  BOOST_TEST(converted(Form::json, Form::yaml, json, true).losses == "");
  BOOST_TEST(converted(Form::json, Form::markdown, json, true).losses == "");
}

BOOST_AUTO_TEST_CASE(a_document_that_is_no_procedure_is_converted_too) {
  BOOST_TEST(converted(Form::json, Form::yaml, R"([{"a":1},"b"])").text == "- a: 1\n- b\n");
  BOOST_TEST(losses(Form::json, Form::page, "[1]").find("this is no procedure") !=
             std::string::npos);
}

// Where nothing is said to be lost, the way back leads to the same text.
BOOST_AUTO_TEST_CASE(whatever_is_converted_comes_back_or_its_losses_are_told) {
  static constexpr std::string_view kPieces[] = {
      "\n",     "\n\n",       "- ",       "  ",       "1. ",     "# ",    "## ", "*",  "_", "`",
      "[a](b)", "<!-- c -->", "# c\n",    "> ",       "---\n",   "| - |", ": ",  "\"", "'", "{",
      "}",      ",",          "\\",       "&amp;",    "\xFF",    "\r\n",  "\t",  "0",  "~", "null",
      "Risks",  "Risks: ",    "CPT code", "x-a: b\n", "\u2022 ", "\u200b"};
  std::minstd_rand random(11);
  const auto below = [&random](std::size_t end) { return random() % (end + 1); };
  std::size_t kept = 0;
  for (int round = 0; round < 800; ++round) {
    const Writer& from = writers()[random() % writers().size()];
    std::string text = read(fs::path(PROCLINT_PROJECT_DIR "/sample-data/four-forms") /
                            ("chest-x-ray.procedure" + std::string(from.extension)));
    for (auto changes = random() % 4; changes > 0; --changes) {
      const std::size_t at = below(text.size());
      if (random() % 4 == 0) {
        text.erase(at, random() % 40);
      } else {
        text.insert(at, kPieces[random() % std::size(kPieces)]);
      }
    }
    const Source source("test", text);
    Document document;
    std::vector<Diagnostic> findings;
    ReadOptions options;
    options.headings = &vocabulary().headings;
    reader_for(from.form).read(source, options, document, findings);
    // What a document does not say of these, the name of a page or Markdown file says.
    const bool says_all =
        !document.empty() &&
        (from.form == Form::page || from.form == Form::markdown ||
         (Value::root(document).find("id") && Value::root(document).find("schemaVersion")));
    if (!says_all) continue;
    for (const Writer& to : writers()) {
      const Conversion conversion = convert(document, "chest-x-ray", to, vocabulary());
      for (const Diagnostic& loss : conversion.losses) {
        BOOST_REQUIRE(loss.span.begin <= loss.span.end && loss.span.end <= text.size());
        BOOST_REQUIRE(!loss.message.empty());
      }
      if (!conversion.losses.empty() || to.form == from.form) continue;
      ++kept;
      const auto canonical = [&](Form form, const std::string& content) {
        return converted(form, Form::json, content, false, "chest-x-ray").text;
      };
      BOOST_TEST(canonical(to.form, conversion.text) == canonical(from.form, text),
                 from.name << " to " << to.name << ":\n"
                           << text);
    }
  }
  BOOST_TEST(kept > 500U);
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_are_never_written) {
  const std::string page = "Name of the Procedure\n\nCaf\xE9\n";
  const std::string markdown = "# Caf\xE9\n\n## Risks\n\n| a\xE9 |\n| - |\n";
  for (const Form to : {Form::json, Form::yaml, Form::markdown, Form::page}) {
    const Converted of_page = converted(Form::page, to, page);
    BOOST_TEST(of_page.text.find("Caf\xEF\xBF\xBD") != std::string::npos);
    BOOST_TEST(of_page.losses.find("would be read back as") != std::string::npos);
    BOOST_TEST(converted(Form::markdown, to, markdown).text.find('\xE9') == std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
