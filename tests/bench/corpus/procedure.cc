#include "bench/corpus/procedure.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace proclint::corpus {
namespace {

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void member(Writer& out, const char* key, const std::string& value) {
  out.Key(key);
  out.String(value);
}

void texts(Writer& out, const std::vector<std::string>& values) {
  out.StartArray();
  for (const std::string& value : values) out.String(value);
  out.EndArray();
}

void codes(Writer& out, const std::vector<Code>& list) {
  out.Key("codes");
  out.StartArray();
  for (const Code& code : list) {
    out.StartObject();
    member(out, "system", code.system);
    out.Key("value");
    if (!code.value) {
      out.Null();
    } else if (code.is_number) {
      out.RawValue(code.value->data(), code.value->size(), rapidjson::kNumberType);
    } else {
      out.String(*code.value);
    }
    member(out, "role", code.role);
    out.EndObject();
  }
  out.EndArray();
}

void sections(Writer& out, const std::vector<Section>& list) {
  out.Key("sections");
  out.StartObject();
  for (const Section& section : list) {
    out.Key(section.key);
    out.StartArray();
    for (const Block& block : section.blocks) {
      out.StartObject();
      out.Key(block.kind);
      if (block.kind == "text") {
        out.String(block.texts.front());
      } else {
        texts(out, block.texts);
      }
      out.EndObject();
    }
    out.EndArray();
  }
  out.EndObject();
}

void provenance(Writer& out, const Procedure& procedure) {
  out.Key("provenance");
  out.StartObject();
  out.Key("authors");
  texts(out, {procedure.author});
  out.Key("reviewers");
  out.StartArray();
  out.StartObject();
  member(out, "name", procedure.reviewer);
  member(out, "role", procedure.reviewer_role);
  out.EndObject();
  out.EndArray();
  member(out, "created", procedure.created);
  member(out, "lastReviewed", procedure.last_reviewed);
  member(out, "reviewDue", procedure.review_due);
  out.Key("references");
  out.StartArray();
  out.StartObject();
  member(out, "text", procedure.reference);
  member(out, "url", "https://example.org/" + procedure.id);
  out.EndObject();
  out.EndArray();
  out.EndObject();
}

}  // namespace

std::string to_json(const Procedure& procedure) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.SetIndent(' ', 2);
  out.StartObject();
  member(out, "schemaVersion", "1.0");
  member(out, "id", procedure.id);
  member(out, "language", "en");
  member(out, "status", procedure.status);
  member(out, "audience", "patient");
  member(out, "title", procedure.title);
  out.Key("names");
  out.StartObject();
  out.Key("common");
  texts(out, procedure.common_names);
  out.EndObject();
  codes(out, procedure.codes);
  member(out, "procedureType", procedure.type);
  member(out, "category", procedure.category);
  out.Key("bodySites");
  out.StartArray();
  out.StartObject();
  member(out, "text", procedure.body_site);
  out.EndObject();
  out.EndArray();
  out.Key("specialties");
  texts(out, {procedure.specialty});
  member(out, "anesthesia", procedure.anesthesia);
  out.Key("duration");
  out.StartObject();
  member(out, "min", procedure.shortest);
  member(out, "max", procedure.longest);
  out.Key("approximate");
  out.Bool(true);
  out.EndObject();
  out.Key("settings");
  texts(out, {procedure.setting});
  sections(out, procedure.sections);
  if (!procedure.similar_codes.empty()) {
    out.Key("similarCodes");
    out.StartArray();
    for (const SimilarCode& code : procedure.similar_codes) {
      out.StartObject();
      member(out, "system", code.system);
      member(out, "value", code.value);
      member(out, "document", code.document);
      member(out, "relation", "similar");
      out.EndObject();
    }
    out.EndArray();
  }
  provenance(out, procedure);
  out.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace proclint::corpus
