#pragma once

#include <optional>
#include <string>
#include <vector>

namespace proclint::corpus {

/// A paragraph, a bullet list or a list of steps.
struct Block {
  std::string kind;  ///< text, items or steps
  std::vector<std::string> texts;
};

struct Section {
  std::string key;
  std::vector<Block> blocks;
};

struct Code {
  std::string system;
  std::optional<std::string> value;
  std::string role;
  bool is_number = false;  ///< the value is written without quotes
};

struct SimilarCode {
  std::string system;
  std::string value;
  std::string document;
};

/// What the generator makes; to_json writes it in the JSON form of a procedure document.
struct Procedure {
  std::string id;
  std::string status;
  std::string title;
  std::vector<std::string> common_names;
  std::vector<Code> codes;
  std::string type;
  std::string category;
  std::string body_site;
  std::string specialty;
  std::string anesthesia;
  std::string shortest;  ///< ISO 8601
  std::string longest;
  std::string setting;
  std::vector<Section> sections;
  std::vector<SimilarCode> similar_codes;
  std::string author;
  std::string reviewer;
  std::string reviewer_role;
  std::string created;
  std::string last_reviewed;
  std::string review_due;
  std::string reference;
};

/// Pretty-printed, two blanks a level, one line end at the end.
std::string to_json(const Procedure& procedure);

}  // namespace proclint::corpus
