#include "bench/valijson_validator.h"

// valijson's adapter changes RAPIDJSON_ASSERT, which makes parsing many times slower, and the
// linker would take its functions for the yardstick's, too. So here RapidJSON has a name of its
// own, and is read before the adapter can change anything.
#define RAPIDJSON_NAMESPACE rapidjson_for_valijson
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
namespace rapidjson = rapidjson_for_valijson;
#undef RAPIDJSON_ASSERT

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace proclint::bench {

struct ValijsonValidator::State {
  valijson::Schema schema;
  valijson::Validator validator{valijson::Validator::kStrongTypes};
};

ValijsonValidator::ValijsonValidator(std::string_view schema) : state_(std::make_unique<State>()) {
  rapidjson::Document document;
  document.Parse(schema.data(), schema.size());
  try {
    const valijson::adapters::RapidJsonAdapter adapter(document);
    valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(adapter, state_->schema);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench: valijson cannot read the schema: %s\n", error.what());
    std::exit(2);
  }
}

ValijsonValidator::~ValijsonValidator() = default;

bool ValijsonValidator::accepts(char* bytes, std::size_t size) {
  bytes[size] = '\0';
  rapidjson::Document document;
  document.ParseInsitu(bytes);
  if (document.HasParseError()) return false;
  const valijson::adapters::RapidJsonAdapter adapter(document);
  return state_->validator.validate(state_->schema, adapter, nullptr);
}

}  // namespace proclint::bench
