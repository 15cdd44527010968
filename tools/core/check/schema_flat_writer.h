#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/check/schema_keyword.h"
#include "core/document/builder.h"

namespace proclint {

/// Texts of the flat schema hold no U+0000, at which valijson's strings would end. `room` holds the
/// result if it differs from the text.
std::string_view flat_text(std::string_view text, std::string& room);
/// The text again.
std::string unflat_text(std::string_view text);

/// Writes the flat schema's document.
class FlatWriter {
 public:
  explicit FlatWriter(Document& document) : builder_(document, kDepth) {}

  void begin(Kind kind) { builder_.begin(kind, 0); }
  void end() { builder_.end(0); }
  void key(std::string_view text) { builder_.key({}, builder_.decoded(flat_text(text, room_))); }
  void key(Keyword keyword) { key(name(keyword)); }
  void string(std::string_view text) { scalar(Kind::string, flat_text(text, room_)); }
  void number(std::string_view text) { scalar(Kind::number, text); }
  void number(std::uint64_t value) { number(std::to_string(value)); }
  void boolean(bool value) { scalar(Kind::boolean, value ? "true" : "false"); }
  void null() { scalar(Kind::null, "null"); }
  /// {"$ref": "#/d/N"}
  void ref(std::uint32_t number) {
    begin(Kind::map);
    key(Keyword::ref);
    string("#/d/" + std::to_string(number));
    end();
  }
  NodeId next_node() const { return builder_.next_node(); }

 private:
  // Root, "d", schema, keyword, member, {"$ref"}.
  static constexpr std::uint32_t kDepth = 8;

  void scalar(Kind kind, std::string_view text) {
    builder_.scalar(kind, {}, builder_.decoded(text));
  }

  Builder builder_;
  std::string room_;
};

}  // namespace proclint
