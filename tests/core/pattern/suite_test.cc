// The official JSON Schema suite's optional tests about patterns, where the schema is no more than
// a pattern: {"pattern"}, {"patternProperties"} or {"format": "regex"}.

#include <rapidjson/document.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "core/pattern/pattern.h"

namespace proclint {
namespace {

std::string_view text(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

// Whether `pattern`, which must be one, occurs in `subject`.
bool occurs(std::string_view pattern, std::string_view subject) {
  const Result<Pattern> parsed = Pattern::parse(pattern);
  BOOST_TEST_REQUIRE(parsed.has_value());
  return parsed->search(subject) == Pattern::Match::yes;
}

bool has_type(const rapidjson::Value& value, std::string_view type) {
  return type != "integer" || value.IsInt();
}

// Whether `value` fits the schema true, {} or {"type"}.
bool is_valid_property(const rapidjson::Value& schema, const rapidjson::Value& value) {
  return !schema.IsObject() || !schema.HasMember("type") || has_type(value, text(schema["type"]));
}

bool is_valid_object(const rapidjson::Value& schema, const rapidjson::Value& object) {
  for (const auto& member : object.GetObject()) {
    bool is_known = !schema.HasMember("additionalProperties");
    for (const auto& pattern : schema["patternProperties"].GetObject()) {
      if (!occurs(text(pattern.name), text(member.name))) continue;
      is_known = true;
      if (!is_valid_property(pattern.value, member.value)) return false;
    }
    if (!is_known) return false;
  }
  return true;
}

// Nothing for a schema that says more than a pattern.
std::optional<bool> is_valid(const rapidjson::Value& schema, const rapidjson::Value& data) {
  if (schema.HasMember("pattern")) {
    return !data.IsString() || occurs(text(schema["pattern"]), text(data));
  }
  if (schema.HasMember("patternProperties")) {
    return !data.IsObject() || is_valid_object(schema, data);
  }
  if (schema.HasMember("format") && text(schema["format"]) == "regex") {
    return !data.IsString() || !check_pattern_syntax(text(data)).has_value();
  }
  return std::nullopt;
}

struct Counts {
  int passed = 0;
  int failed = 0;
  int skipped = 0;
};

void run(const std::filesystem::path& file, Counts& counts) {
  std::ifstream in(file, std::ios::binary);
  const std::string json(std::istreambuf_iterator<char>(in), {});
  rapidjson::Document groups;
  groups.Parse(json.data(), json.size());
  BOOST_TEST_REQUIRE(groups.IsArray());
  for (const rapidjson::Value& group : groups.GetArray()) {
    for (const rapidjson::Value& test : group["tests"].GetArray()) {
      const std::optional<bool> valid = is_valid(group["schema"], test["data"]);
      if (!valid) {
        ++counts.skipped;
        continue;
      }
      const bool is_right = *valid == test["valid"].GetBool();
      ++(is_right ? counts.passed : counts.failed);
      BOOST_TEST(is_right, file.string() << ": " << group["description"].GetString() << ": "
                                         << test["description"].GetString());
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(suite)

BOOST_AUTO_TEST_CASE(the_official_tests_of_patterns_pass) {
  const char* const suites = std::getenv("PROCLINT_SUITES");
  if (suites == nullptr) {
    BOOST_TEST_MESSAGE("skipped: PROCLINT_SUITES is not set");
    return;
  }
  for (const std::string draft : {"draft4", "draft6", "draft7", "draft2019-09", "draft2020-12"}) {
    const std::filesystem::path optional =
        std::filesystem::path(suites) / "json-schema" / "tests" / draft / "optional";
    Counts counts;
    for (const std::string_view name : {"ecmascript-regex.json", "non-bmp-regex.json",
                                        "format/ecmascript-regex.json", "format/regex.json"}) {
      if (std::filesystem::exists(optional / name)) run(optional / name, counts);
    }
    BOOST_TEST_MESSAGE(draft << ": " << counts.passed << " passed, " << counts.failed << " failed, "
                             << counts.skipped << " skipped");
    BOOST_TEST(counts.passed >= 86);
    BOOST_TEST(counts.skipped == 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
