// The documents in sample-data/four-forms stand there in all four forms, and the same rule finds
// the same defect at the same place in each of them.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <optional>

#include "core/document/pointer.h"
#include "core/engine/convert.h"
#include "core/engine/engine.h"
#include "core/read/reader.h"

using namespace proclint;

namespace {

namespace fs = std::filesystem;

const fs::path kFolder = PROCLINT_PROJECT_DIR "/sample-data/four-forms";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Engine& engine() {
  static const std::unique_ptr<Engine> kEngine = *Engine::create({});
  return *kEngine;
}

// The names of the documents: "chest-x-ray".
std::vector<std::string> stems() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".txt") out.emplace_back(id_from(entry.path().native()));
  }
  std::sort(out.begin(), out.end());
  return out;
}

fs::path path_of(const std::string& stem, const Writer& form) {
  return kFolder / (stem + ".procedure" + std::string(form.extension));
}

/// A text in one form, and what is read from it. Stays where it is.
struct InForm {
  InForm(std::string path_of_file, std::string content, Form form_of_it)
      : path(std::move(path_of_file)), text(std::move(content)), source(path, text) {
    ReadOptions options;
    options.headings = &engine().vocabulary().headings;
    reader_for(form_of_it).read(source, options, document, mistakes);
  }
  InForm(const InForm&) = delete;
  InForm& operator=(const InForm&) = delete;

  std::string path;
  std::string text;
  Source source;
  Document document;
  std::vector<Diagnostic> mistakes;
};

Conversion converted(const InForm& from, const std::string& stem, const Writer& to) {
  return convert(from.document, stem, to, engine().vocabulary());
}

// What a finding underlines: a key by its name, since a page has a heading for it; a text decoded.
std::string underlined(const Document& document, const Diagnostic& finding) {
  const Span span = finding.span;
  const Result<Value> meant = resolve(Value::root(document), finding.pointer);
  if (meant && *meant && (*meant).is(Kind::null)) return "nothing";
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Value node(document, id);
    if (node.span() != span || span.empty()) continue;
    if (node.is(Kind::key)) return "key " + std::string(node.text());
    if (node.is(Kind::string)) return std::string(node.text());
  }
  return std::string(document.source->slice(span));
}

// "rule pointer: what is underlined", one finding a line, sorted.
std::string findings(const std::string& path, const std::string& text, Form form) {
  const Input input{path, *engine().configs().for_folder(kFolder.string()), false};
  std::optional<Error> failure;
  const Plan* const plan = engine().plan(input, failure);
  BOOST_REQUIRE(plan != nullptr);
  const Source source(path, text);
  Document document;
  std::vector<std::string> lines;
  for (const Diagnostic& finding : engine().check(source, form, *plan, document)) {
    lines.push_back(finding.rule + " " + finding.pointer + ": " + underlined(document, finding) +
                    "\n");
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

// One change of a document, and what must be found then.
struct Defect {
  const char* what;
  const char* pointer;
  std::optional<std::string> json;  // in the node's place; nothing: the member is taken away
  const char* found;
};

std::ostream& operator<<(std::ostream& out, const Defect& defect) { return out << defect.what; }

// The defects are those of one document, written in JSON.
const std::string kStem = "chest-x-ray";

std::string with_defect(const Defect& defect) {
  const InForm json(kStem, read(path_of(kStem, *writer_for(Form::json))), Form::json);
  const Result<Value> node = resolve(Value::root(json.document), defect.pointer);
  BOOST_REQUIRE(node && *node);
  std::string text = json.text;
  const Span span = node->span();
  if (defect.json) return text.replace(span.begin, span.size(), *defect.json);
  const std::uint32_t begin = node->key().span().begin;
  const std::size_t comma = text.find(',', span.end);
  return text.erase(begin, comma + 1 - begin);
}

const std::vector<Defect> kDefects{
    {"a section is missing", "/sections/risks", std::nullopt,
     "missing-required-section /sections/risks: Chest X-ray\n"},
    {"a section is empty", "/sections/risks", "[]", "empty-section /sections/risks: key risks\n"},
    {"a section says nothing", "/sections/risks", R"([{"text":"TBD"}])",
     "empty-section /sections/risks: key risks\n"},
    {"a code has a wrong form", "/codes/0/value", R"("ZBQK02")",
     "code-format /codes/0/value: ZBQK02\n"},
    {"a code has a letter for a digit", "/codes/0/value", R"("ZBQKO02")",
     "code-lookalike /codes/0/value: ZBQKO02\n"},
    {"a code has no value", "/codes/0/value", "null",
     "code-value-missing /codes/0/value: nothing\n"},
    {"a code's system is unknown", "/codes/0/system", R"("XYZ")",
     "code-system-unknown /codes/0/system: XYZ\n"},
    {"an item stands twice", "/sections/indications/0/items/1",
     R"("A cough that hangs on for 3 weeks")",
     "duplicate-item /sections/indications/0/items/1: A cough that hangs on for 3 weeks\n"},
    {"a word is doubled", "/sections/summary/0/text", R"("This is is a picture of the chest.")",
     "doubled-word /sections/summary/0/text: is\n"},
    {"an item alone ends in a full stop", "/sections/indications/0/items/1", R"("A cough.")",
     "list-punctuation /sections/indications/0/items/1: .\n"},
    {"the title is a code's descriptor", "/title",
     R"x("Excision of lesion(s); simple (eg, wart)")x",
     "title-quality /title: Excision of lesion(s); simple (eg, wart)\n"},
    {"a character cannot be seen", "/sections/summary/0/text", "\"A pic\u200bture of the chest.\"",
     "invisible-character /sections/summary/0/text: \u200b\n"},
    {"a line is a web page's", "/sections/summary/0/text", R"("Back to top")",
     "boilerplate-line /sections/summary/0/text: Back to top\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(four_forms)

BOOST_AUTO_TEST_CASE(there_are_five_documents_at_least) { BOOST_TEST(stems().size() >= 5U); }

BOOST_DATA_TEST_CASE(a_document_has_no_finding_in_any_form, boost::unit_test::data::make(stems()),
                     stem) {
  for (const Writer& form : writers()) {
    const fs::path path = path_of(stem, form);
    BOOST_TEST(findings(path.string(), read(path), form.form) == "", path << " has findings");
  }
}

// After a change: procconv --to FORM sample-data/four-forms/*.txt --out-dir sample-data/four-forms
BOOST_DATA_TEST_CASE(the_other_forms_are_what_the_page_says, boost::unit_test::data::make(stems()),
                     stem) {
  const fs::path path = path_of(stem, *writer_for(Form::page));
  const InForm page(path.string(), read(path), Form::page);
  for (const Writer& form : writers()) {
    const Conversion conversion = converted(page, stem, form);
    BOOST_TEST(conversion.losses.empty());
    BOOST_TEST(conversion.text == read(path_of(stem, form)));
  }
}

BOOST_DATA_TEST_CASE(the_same_rule_finds_the_same_defect_in_each_form,
                     boost::unit_test::data::make(kDefects), defect) {
  const InForm json(kStem + ".procedure.json", with_defect(defect), Form::json);
  BOOST_REQUIRE(json.mistakes.empty());
  const std::string first = findings(json.path, json.text, Form::json);
  for (const Writer& form : writers()) {
    const std::string path = kStem + ".procedure" + std::string(form.extension);
    const Conversion conversion = converted(json, kStem, form);
    BOOST_TEST(conversion.losses.empty(), form.name << " cannot hold this");
    const std::string found = findings(path, conversion.text, form.form);
    BOOST_TEST(found.find(defect.found) != std::string::npos, form.name << " gives\n" << found);
    BOOST_TEST(found == first, form.name << " gives\n" << found << "but JSON\n" << first);
  }
}

BOOST_AUTO_TEST_SUITE_END()
