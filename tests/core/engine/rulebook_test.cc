#include "core/engine/rulebook.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>

#include "core/check/functions.h"
#include "core/read/reader.h"

namespace proclint {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> rules_files() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(PROCLINT_PROJECT_DIR "/rules/profiles")) {
    out.push_back(entry.path().string());
  }
  for (const auto& entry : fs::directory_iterator(PROCLINT_PROJECT_DIR "/rules")) {
    if (entry.path().stem() == "procedure") out.push_back(entry.path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string mistakes(const Rulebook& book) {
  std::string out;
  for (const auto& file : book.files) {
    for (const Diagnostic& each : file->diagnostics) {
      out += std::to_string(file->source.place(each.span.begin, Columns::codepoint).line) + ": " +
             each.message + "\n";
    }
  }
  return out;
}

// Its severity as the ruleset has it.
std::string_view severity_of(const Ruleset& ruleset, std::size_t rule) {
  const std::optional<Severity>& severity = ruleset.defaults().severities[rule];
  return severity ? name(*severity) : "off";
}

BOOST_AUTO_TEST_SUITE(rulebook)

BOOST_DATA_TEST_CASE(a_ruleset_of_the_project_is_sound_by_its_schema,
                     boost::unit_test::data::make(rules_files()), path) {
  const auto book = make_rulebook({nullptr, path});
  BOOST_REQUIRE(book.has_value());
  BOOST_TEST(mistakes(**book) == "");
}

BOOST_AUTO_TEST_CASE(every_profile_is_built_in) {
  for (const std::string& path : rules_files()) {
    const auto book = make_rulebook({nullptr, "builtin:" + fs::path(path).stem().string()});
    BOOST_REQUIRE(book.has_value());
    BOOST_TEST((*book)->ruleset.rules().size() >= 30U);
  }
}

BOOST_AUTO_TEST_CASE(the_rules_of_a_run_are_those_with_documentation) {
  for (const std::string& path : rules_files()) {
    const std::string name = "builtin:" + fs::path(path).stem().string();
    const auto full = make_rulebook({nullptr, name, Documentation::present});
    const auto run = make_rulebook({nullptr, name, Documentation::absent});
    const Ruleset& documented = (*full)->ruleset;
    const Ruleset& bare = (*run)->ruleset;
    BOOST_TEST(mistakes(**run) == "");
    BOOST_REQUIRE(documented.rules().size() == bare.rules().size());
    for (std::size_t i = 0; i < bare.rules().size(); ++i) {
      const RuleInfo with = documented.info(i, documented.defaults());
      const RuleInfo without = bare.info(i, bare.defaults());
      BOOST_TEST(with.id == without.id);
      BOOST_TEST(with.category == without.category);
      BOOST_TEST(severity_of(documented, i) == severity_of(bare, i));
      BOOST_TEST(!with.why.empty());
      BOOST_TEST(without.why.empty());
    }
  }
}

// "there is no option "?"; there are A, B" names them all.
std::set<std::string> options_of(const Function& function) {
  const Source source("options.json", R"({"?": 0})");
  Document document;
  std::vector<Diagnostic> diagnostics;
  read_json(source, {}, document, diagnostics);
  const BoundCheck bound = function.make(Value::root(document), {});
  std::set<std::string> out;
  const auto* const error = std::get_if<OptionError>(&bound);
  if (error == nullptr) return out;
  const std::string begin = "; there are ";
  const std::size_t at = error->message.find(begin);
  if (at == std::string::npos) return out;
  std::string_view rest = std::string_view(error->message).substr(at + begin.size());
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(", "), rest.size());
    if (rest.substr(0, comma) != "none") out.emplace(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 2, rest.size()));
  }
  return out;
}

BOOST_AUTO_TEST_CASE(the_schema_describes_every_function_and_option) {
  const auto schema = read_embedded("schemas/ruleset.schema.json");
  const Value all =
      Value::root(schema->document).find("definitions").find("functions").find("properties");
  for (const Function& function : functions()) {
    const Value described = all.find(function.name);
    BOOST_TEST(bool(described), function.name << " is not described");
    if (!described) continue;
    std::set<std::string> names;
    if (const Value options = described.find("properties")) {
      for (const Value option : options.children()) {
        names.emplace(option.key().text());
        BOOST_TEST(bool(option.find("description")), option.pointer());
      }
    }
    const std::set<std::string> known = options_of(function);
    BOOST_TEST(names == known, "the options of " << function.name << " are not all described");
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
