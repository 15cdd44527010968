#include "core/print/exchange.h"

#include <array>

namespace proclint {
namespace {

constexpr std::array kExchanges{
    Exchange{"jsonld", ".jsonld", write_jsonld},
    Exchange{"fhir", ".fhir.json", write_fhir},
};

}  // namespace

std::span<const Exchange> exchanges() { return kExchanges; }

const Exchange* exchange_named(std::string_view name) {
  for (const Exchange& exchange : kExchanges) {
    if (exchange.name == name) return &exchange;
  }
  return nullptr;
}

}  // namespace proclint
