#include "core/print/exchange.h"

#include <nettle/base64.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "core/document/pointer.h"
#include "core/print/exchange_sample.h"
#include "core/read/reader.h"

namespace {

using namespace proclint;

struct Exported {
  explicit Exported(std::string_view vocabulary, std::string_view text = test::kFullDocument)
      : source("knee.json", text) {
    std::vector<Diagnostic> mistakes;
    read_json(source, {}, document, mistakes);
    BOOST_TEST_REQUIRE(mistakes.empty());
    ExchangeOptions options;
    options.code_system = [](std::string_view name) {
      if (name == "snomed-ct") return CodeSystemName{name, "SNOMED CT", "http://snomed.info/sct"};
      if (name == "loinc") return CodeSystemName{name, "LOINC", "http://loinc.org"};
      return CodeSystemName{};
    };
    exchange_named(vocabulary)->write(document, options, out, losses);
    const Source written("out.json", out);
    read_json(written, {}, result, mistakes);
    BOOST_TEST(mistakes.empty(), out);
    result.source = nullptr;
  }

  bool has(std::string_view text) const { return out.find(text) != std::string::npos; }
  std::vector<std::string> lost() const {
    std::vector<std::string> pointers;
    for (const Diagnostic& loss : losses) pointers.push_back(loss.pointer);
    return pointers;
  }

  Source source;
  Document document;
  std::string out;
  std::vector<Diagnostic> losses;
  Document result;
};

// What a FHIR attachment holds, below the rest of the text.
std::string with_decoded_attachments(const std::string& out) {
  std::string all = out;
  constexpr std::string_view kData = "\"data\": \"";
  for (std::size_t at = out.find(kData); at != std::string::npos; at = out.find(kData, at + 1)) {
    const std::size_t begin = at + kData.size();
    const std::size_t size = out.find('"', begin) - begin;
    std::string text(BASE64_DECODE_LENGTH(size), '\0');
    std::size_t decoded = text.size();
    base64_decode_ctx context;
    base64_decode_init(&context);
    base64_decode_update(&context, &decoded, reinterpret_cast<std::uint8_t*>(text.data()), size,
                         out.data() + begin);
    all += text.substr(0, decoded);
  }
  return all;
}

bool is_below(const std::string& pointer, const std::string& lost) {
  return pointer == lost || pointer.starts_with(lost + "/");
}

// Texts that are spelt otherwise in the result: durations as minutes, enumerations as addresses.
bool is_translated(const std::string& pointer) {
  constexpr std::string_view kTranslated[] = {
      "/schemaVersion",         "/duration/",        "/procedureType", "/category", "/codes/0/",
      "/similarCodes/0/system", "/descriptor/system"};
  return std::any_of(std::begin(kTranslated), std::end(kTranslated),
                     [&](std::string_view known) { return pointer.starts_with(known); });
}

void check_that_nothing_is_dropped_silently(std::string_view vocabulary) {
  const Exported exported(vocabulary);
  const std::string all = with_decoded_attachments(exported.out);
  const std::vector<std::string> lost = exported.lost();
  for (NodeId id = 0; id < exported.document.nodes.size(); ++id) {
    const Value node(exported.document, id);
    if (!node.is(Kind::string)) continue;
    const std::string pointer = node.pointer();
    const bool is_reported = std::any_of(lost.begin(), lost.end(), [&](const std::string& other) {
      return is_below(pointer, other);
    });
    const bool is_written = all.find(node.text()) != std::string::npos;
    BOOST_TEST((is_reported || is_written || is_translated(pointer)),
               vocabulary << " drops " << pointer);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exchange)

BOOST_AUTO_TEST_CASE(nothing_is_dropped_silently) {
  for (const Exchange& vocabulary : exchanges())
    check_that_nothing_is_dropped_silently(vocabulary.name);
}

BOOST_AUTO_TEST_CASE(a_vocabulary_is_found_by_its_name) {
  BOOST_TEST(exchange_named("fhir")->name == "fhir");
  BOOST_TEST(exchange_named("hl7") == nullptr);
}

// FHIR R4, 2.6.2: properties are never null or empty.
BOOST_AUTO_TEST_CASE(no_list_and_no_map_is_empty) {
  constexpr std::string_view kDocument = R"({"codes": [{"system": "loinc", "value": null}],
    "names": {"common": []}, "bodySites": [{}], "settings": [], "audience": 3,
    "provenance": {"authors": [{}], "references": [{}]},
    "sections": {"summary": [], "procedure": [{"steps": []}], "x-more": []}})";
  for (const Exchange& vocabulary : exchanges()) {
    const Exported exported(vocabulary.name, kDocument);
    for (const std::string_view empty : {"[]", "{}", "[\n", "{\n"}) {
      for (std::size_t at = exported.out.find(empty); at != std::string::npos;
           at = exported.out.find(empty, at + 1)) {
        const std::size_t next = exported.out.find_first_not_of(" \n", at + 1);
        BOOST_TEST((exported.out[next] != ']' && exported.out[next] != '}'), exported.out);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(each_section_is_headed_as_written) {
  std::string text = "# Knee\n";
  for (int i = 0; i < 5'000; ++i) text += "\n## Fact " + std::to_string(i) + ":\n\nBone.\n";
  const Source source("knee.md", text);
  Document document;
  std::vector<Diagnostic> mistakes;
  read_markdown(source, {}, document, mistakes);
  std::string out;
  exchange_named("jsonld")->write(document, {}, out, mistakes);
  BOOST_TEST(out.find("\"name\": \"Fact 0\"") != std::string::npos);
  BOOST_TEST(out.find("\"name\": \"Fact 4999\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_code_of_an_unknown_system_is_lost_and_reported) {
  for (const Exchange& vocabulary : exchanges()) {
    if (vocabulary.name == "jsonld") continue;  // there a system's name will do
    const Exported exported(vocabulary.name);
    const std::vector<std::string> lost = exported.lost();
    BOOST_TEST((std::find(lost.begin(), lost.end(), "/codes/1") != lost.end()));
  }
}

BOOST_AUTO_TEST_CASE(a_descriptor_without_its_notice_stays_at_home) {
  constexpr std::string_view kDocument =
      R"({"title": "Knee", "descriptor": {"text": "Owned wording", "system": "cpt"}})";
  for (const Exchange& vocabulary : exchanges()) {
    const Exported exported(vocabulary.name, kDocument);
    BOOST_TEST(!exported.has("Owned wording"));
    BOOST_TEST_REQUIRE(exported.losses.size() == 1);
    BOOST_TEST(exported.losses.front().message ==
               "\"descriptor\" is left out: its owner wants a notice to go with it; write that "
               "under \"rights\"");
  }
}

BOOST_AUTO_TEST_CASE(a_comment_is_lost_and_reported) {
  const Source source("knee.yaml", "title: Knee # its name\n");
  Document document;
  std::vector<Diagnostic> mistakes;
  read_yaml(source, {}, document, mistakes);
  for (const Exchange& vocabulary : exchanges()) {
    std::string out;
    std::vector<Diagnostic> losses;
    vocabulary.write(document, {}, out, losses);
    BOOST_TEST_REQUIRE(losses.size() == 1);
    BOOST_TEST(source.slice(losses.front().span) == "# its name");
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_map_of_texts_is_survived) {
  for (const std::string_view text :
       {"[]", "1", R"({"sections": [1], "codes": {"a": 1}, "provenance": [], "names": 1})",
        R"({"sections": {"risks": "x", "procedure": [{"steps": [[1]]}]}, "title": {}})"}) {
    for (const Exchange& vocabulary : exchanges()) Exported(vocabulary.name, text);
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(jsonld)

BOOST_AUTO_TEST_CASE(a_minimal_document_becomes_a_medical_procedure) {
  const Exported exported(
      "jsonld",
      R"({"id": "knee", "title": "Knee", "codes": [{"system": "loinc", "value": "2951-2"}]})");
  BOOST_TEST(exported.out == R"({
  "@context": "https://schema.org",
  "@type": "MedicalProcedure",
  "@id": "knee",
  "name": "Knee",
  "code": [
    {
      "@type": "MedicalCode",
      "codeValue": "2951-2",
      "codingSystem": "LOINC",
      "inCodeSet": {
        "@type": "CategoryCodeSet",
        "@id": "http://loinc.org",
        "name": "LOINC"
      }
    }
  ],
  "mainEntityOfPage": {
    "@type": "MedicalWebPage"
  }
}
)");
}

BOOST_AUTO_TEST_CASE(properties_that_schema_org_removed_are_not_used) {
  const Exported exported("jsonld");
  for (const std::string_view removed :
       {"\"indication\"", "\"outcome\"", "\"purpose\"", "\"subTest\"", "\"procedure\""}) {
    BOOST_TEST(!exported.has(removed), removed);
  }
}

BOOST_AUTO_TEST_CASE(a_type_of_procedure_is_the_address_of_its_member) {
  BOOST_TEST(
      Exported("jsonld").has("\"procedureType\": \"https://schema.org/PercutaneousProcedure\""));
}

BOOST_AUTO_TEST_CASE(risks_of_what_is_no_therapy_go_to_the_page) {
  const Exported exported(
      "jsonld", R"({"category": "screening", "sections": {"risks": [{"items": ["Pain"]}]}})");
  BOOST_TEST(!exported.has("adverseOutcome"));
  BOOST_TEST(exported.has("\"text\": \"- Pain\""));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(fhir)

BOOST_AUTO_TEST_CASE(a_minimal_document_becomes_two_resources) {
  const Exported exported("fhir", R"({"id": "knee", "title": "Knee", "status": "draft"})");
  BOOST_TEST(exported.out == R"({
  "resourceType": "Bundle",
  "type": "collection",
  "entry": [
    {
      "fullUrl": "urn:proclint:activity:knee",
      "resource": {
        "resourceType": "ActivityDefinition",
        "id": "knee",
        "url": "urn:proclint:activity:knee",
        "identifier": [
          {
            "value": "knee"
          }
        ],
        "title": "Knee",
        "status": "draft",
        "kind": "ServiceRequest",
        "code": {
          "text": "Knee"
        }
      }
    },
    {
      "fullUrl": "urn:proclint:plan:knee",
      "resource": {
        "resourceType": "PlanDefinition",
        "id": "knee-plan",
        "url": "urn:proclint:plan:knee",
        "identifier": [
          {
            "value": "knee"
          }
        ],
        "title": "Knee",
        "type": {
          "coding": [
            {
              "system": "http://terminology.hl7.org/CodeSystem/plan-definition-type",
              "code": "clinical-protocol"
            }
          ]
        },
        "status": "draft"
      }
    }
  ]
}
)");
}

BOOST_AUTO_TEST_CASE(a_status_that_fhir_does_not_know_is_unknown) {
  BOOST_TEST(Exported("fhir", R"({"title": "Knee"})").has("\"status\": \"unknown\""));
}

BOOST_AUTO_TEST_CASE(a_duration_is_counted_in_minutes) {
  const Exported exported("fhir");
  BOOST_TEST(exported.has("\"value\": 20"));
  BOOST_TEST(exported.has("\"value\": 60"));
}

BOOST_AUTO_TEST_CASE(an_id_that_is_too_long_for_fhir_stays_the_identifier) {
  const std::string id(64, 'k');
  const Exported exported("fhir", R"({"id": ")" + id + R"(", "title": "Knee"})");
  BOOST_TEST(!exported.has("\"id\": "));
  BOOST_TEST(exported.has("\"value\": \"" + id + "\""));
}

BOOST_AUTO_TEST_CASE(steps_are_actions_within_the_action_of_their_section) {
  const Exported exported("fhir");
  BOOST_TEST(exported.has("\"prefix\": \"2\""));
  BOOST_TEST(exported.has("\"description\": \"She cleans the skin.\""));
}

BOOST_AUTO_TEST_SUITE_END()
