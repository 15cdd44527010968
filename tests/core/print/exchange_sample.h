#pragma once

#include <string_view>

namespace proclint::test {

/// A document with every member that the schema knows.
inline constexpr std::string_view kFullDocument = R"({
  "schemaVersion": "1.0",
  "id": "knee-draining",
  "language": "en",
  "status": "active",
  "audience": "patient",
  "title": "Draining a swollen knee",
  "names": { "common": ["Knee tap"], "technical": ["Arthrocentesis of the knee"], "abbreviations": [] },
  "descriptor": { "text": "Needle drainage of a large joint", "system": "opcs-4", "rights": "Wording of its owner" },
  "codes": [
    { "system": "snomed-ct", "value": "73761001", "version": "2026" },
    { "system": "house-list", "value": "K7" }
  ],
  "procedureType": "percutaneous",
  "category": "therapeutic",
  "bodySites": [{ "text": "knee joint" }],
  "specialties": ["rheumatology"],
  "anesthesia": "local",
  "duration": { "min": "PT20M", "max": "PT1H", "approximate": true },
  "settings": ["outpatient-clinic"],
  "sections": {
    "summary": [{ "text": "A nurse draws fluid out of the joint." }],
    "purpose": [{ "text": "It takes away pressure." }],
    "indications": [{ "items": ["Swelling that hurts"] }],
    "contraindications": [{ "items": ["A wound over the joint"] }],
    "preparation": [{ "text": "Eat and drink as usual." }],
    "procedure": [
      { "steps": ["She cleans the skin.", { "text": "She draws the fluid:", "items": ["slowly", "with a fine needle"] }] }
    ],
    "setting": [{ "text": "A treatment room" }],
    "personnel": [{ "items": ["Trained nurse"] }],
    "risks": [{ "text": "Harm is seldom." }, { "items": ["Bleeding", "Infection"] }],
    "benefits": [{ "items": ["Less ache"] }],
    "recovery": [{ "text": "Rest for one day." }],
    "follow-up": [{ "text": "Come back after two weeks." }],
    "alternatives": [{ "text": "Cooling and tablets" }]
  },
  "similarCodes": [{ "system": "loinc", "value": "2951-2", "document": "hip-draining", "relation": "similar" }],
  "provenance": {
    "source": "House guideline 12",
    "authors": ["Ada Pen"],
    "reviewers": [{ "name": "Bo Quill", "role": "rheumatologist" }],
    "created": "2024-05-01",
    "lastReviewed": "2026-02-03",
    "reviewDue": "2029-02-03",
    "references": [{ "text": "Handbook of joints", "url": "https://example.org/joints" }],
    "license": "CC BY 4.0",
    "generatedBy": "by hand"
  },
  "x-shelf": "B4"
})";

}  // namespace proclint::test
