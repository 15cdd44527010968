// make_seeds FOLDER: writes what the fuzzing targets begin with, a folder for each, from the
// schemas and sample documents of this project and, where PROCLINT_SUITES names them, from the
// official suites.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "core/document/value.h"
#include "core/read/reader.h"

namespace {

namespace fs = std::filesystem;
using proclint::Document;
using proclint::Kind;
using proclint::Source;
using proclint::Value;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Seeds {
 public:
  explicit Seeds(fs::path folder) : folder_(std::move(folder)) {}

  void add(const char* target, const std::string& text) {
    fs::create_directories(folder_ / target);
    std::ofstream(folder_ / target / std::to_string(++count_), std::ios::binary) << text;
  }
  std::size_t count() const { return count_; }

  // A file of sample-data or schemas.
  void add_file(const fs::path& path) {
    const std::string text = read(path);
    add_fix(path, text);
    if (path.extension() == ".yaml") return add("yaml", text);
    if (path.extension() == ".md") return add("markdown", text);
    if (path.extension() == ".txt") {
      add("page", text);
      add("document", text);
      return;
    }
    if (path.extension() != ".json") return;
    add("json", text);
    if (path.string().find("schema") == std::string::npos) return add("document", text);
    add("schema", text + "\x1E{}");
    add_patterns(text);
  }

  // A file of the official YAML suite: its cases are texts in it, "yaml".
  void add_yaml_suite(const fs::path& path) {
    const std::string text = read(path);
    add("yaml", text);
    add_texts("yaml", path.string(), text, proclint::read_yaml, "yaml");
  }

  // The examples of CommonMark: a list of maps with "markdown".
  void add_markdown_suite(const fs::path& path) {
    add_texts("markdown", path.string(), read(path), proclint::read_json, "markdown");
  }

  // A file of the official suite: a list of schemas, each with documents.
  void add_suite(const fs::path& path) {
    const std::string text = read(path);
    const Source source("suite.json", text);
    Document document;
    std::vector<proclint::Diagnostic> problems;
    proclint::read_json(source, {}, document, problems);
    if (document.empty()) return;
    for (const Value group : Value::root(document).children()) {
      const Value schema = group.find("schema");
      const Value tests = group.find("tests");
      if (!schema || !tests) continue;
      const std::string schema_text(source.slice(schema.span()));
      const Value pattern = schema.find("pattern");
      for (const Value test : tests.children()) {
        const Value data = test.find("data");
        if (!data) continue;
        add("schema", schema_text + "\x1E" + std::string(source.slice(data.span())));
        if (!pattern || !pattern.is(Kind::string) || !data.is(Kind::string)) continue;
        add("pattern", std::string(pattern.text()) + "\x1E" + std::string(data.text()));
      }
    }
  }

  // The compliance suite of JSONPath: a list of selectors, each with a document.
  void add_paths(const fs::path& path) {
    const std::string text = read(path);
    const Source source("suite.json", text);
    Document document;
    std::vector<proclint::Diagnostic> problems;
    proclint::read_json(source, {}, document, problems);
    if (document.empty()) return;
    for (const Value test : Value::root(document).find("tests").children()) {
      const Value data = test.find("document");
      add("path", std::string(test.find("selector").text()) + "\x1E" +
                      (data ? std::string(source.slice(data.span())) : "[{}]"));
    }
  }

 private:
  // A document with the letter of its form before it.
  void add_fix(const fs::path& path, const std::string& text) {
    const proclint::Reader* const reader = proclint::reader_for(path.native());
    if (reader == nullptr || path.native().find(".procedure.") == std::string::npos) return;
    const std::string form(1, reader->name.front());
    add("fix", form + text);
    for (const char* const target : {"j", "y", "m", "p"}) add("convert", form + target + text);
  }

  void add_texts(const char* target, const std::string& path, const std::string& text,
                 decltype(proclint::Reader::read) reader, std::string_view member) {
    const Source source(path, text);
    Document document;
    std::vector<proclint::Diagnostic> problems;
    reader(source, {}, document, problems);
    if (document.empty()) return;
    for (const Value one : Value::root(document).children()) {
      const Value found = one.find(member);
      if (found && found.is(Kind::string)) add(target, std::string(found.text()));
    }
  }

  void add_patterns(const std::string& text) {
    const Source source("schema.json", text);
    Document document;
    std::vector<proclint::Diagnostic> problems;
    proclint::read_json(source, {}, document, problems);
    for (proclint::NodeId id = 0; id < document.nodes.size(); ++id) {
      const Value pattern = Value(document, id).find("pattern");
      if (pattern && pattern.is(Kind::string)) {
        add("pattern", std::string(pattern.text()) + "\x1E" + std::string(pattern.text()));
      }
    }
  }

  fs::path folder_;
  std::size_t count_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: make_seeds FOLDER\n";
    return 2;
  }
  Seeds seeds(argv[1]);
  for (const char* const folder : {"sample-data", "schemas"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(PROCLINT_PROJECT_DIR) / folder)) {
      if (entry.is_regular_file()) seeds.add_file(entry.path());
    }
  }
  if (const char* const suites = std::getenv("PROCLINT_SUITES")) {
    for (const auto& entry : fs::directory_iterator(fs::path(suites) / "json-parsing")) {
      if (entry.path().extension() == ".json") seeds.add("json", read(entry.path()));
    }
    for (const auto& entry : fs::directory_iterator(fs::path(suites) / "yaml")) {
      if (entry.path().extension() == ".yaml") seeds.add_yaml_suite(entry.path());
    }
    for (const auto& entry : fs::directory_iterator(fs::path(suites) / "markdown")) {
      if (entry.path().extension() == ".json") seeds.add_markdown_suite(entry.path());
    }
    seeds.add_paths(fs::path(suites) / "jsonpath/cts.json");
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(suites) / "json-schema/tests")) {
      if (entry.path().extension() == ".json") seeds.add_suite(entry.path());
    }
  }
  std::cout << seeds.count() << " seeds\n";
}
