#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/check/check_document.h"
#include "core/read/reader.h"

namespace proclint {

/// A text and the document that was read from it.
struct JsonFile {
  explicit JsonFile(std::string_view text, std::string_view path = "test.json");
  JsonFile(const JsonFile&) = delete;
  JsonFile& operator=(const JsonFile&) = delete;
  Value root() const { return Value::root(document); }

  Source source;
  Document document;
};

/// "line:column severity pointer message", one finding a line.
std::string print(const Source& source, const std::vector<Diagnostic>& findings);

/// A rule with that id and everything that a rule must have; `parts` are its own members, as JSON.
std::string rule_text(std::string_view id, std::string_view parts);

/// A rules file with one rule "test", whose severity is error.
std::string ruleset_text(std::string_view parts);

/// What one rule finds in a JSON document; what is wrong with the rule, if something is.
std::string lint(std::string_view rule_parts, std::string_view document,
                 Wording wording = Wording::author);

/// The words that the rules of tests look up: the headings of risks and of similar-codes.
const Vocabulary& words();

}  // namespace proclint
