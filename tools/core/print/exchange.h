#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/value.h"
#include "core/print/writer.h"

namespace proclint {

/// A code system as other vocabularies name it; views of texts that outlive the conversion.
struct CodeSystemName {
  std::string_view key;    ///< "snomed-ct"; empty: the system is not known
  std::string_view label;  ///< "SNOMED CT"
  std::string_view uri;    ///< http://snomed.info/sct
};

/// What a writer for another vocabulary is told beside the document.
struct ExchangeOptions {
  WriteOptions write;
  std::function<CodeSystemName(std::string_view name)> code_system;  ///< by key, label or name
};

/// A vocabulary of others that documents are exported to; there is no way back. What it has no
/// place for is left out and reported, as by a Writer. schemas/mapping.md says what becomes of
/// what.
struct Exchange {
  std::string_view name;
  std::string_view extension;  ///< with the dot
  void (*write)(const Document& document, const ExchangeOptions& options, std::string& out,
                std::vector<Diagnostic>& losses);
};

std::span<const Exchange> exchanges();
/// By Exchange::name; null if there is none.
const Exchange* exchange_named(std::string_view name);

/// A JSON-LD document with one schema.org MedicalProcedure (version 30; no property that schema.org
/// has removed).
void write_jsonld(const Document&, const ExchangeOptions&, std::string&, std::vector<Diagnostic>&);
/// A FHIR R4 (4.0.1) Bundle of an ActivityDefinition and a PlanDefinition.
void write_fhir(const Document&, const ExchangeOptions&, std::string&, std::vector<Diagnostic>&);

}  // namespace proclint
