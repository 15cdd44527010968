#pragma once

#include <rapidjson/writer.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "core/report/json_text.h"
#include "core/report/output.h"

namespace proclint {

/// RapidJSON's Writer with texts that may hold anything; each call writes one member.
class SarifWriter {
 public:
  explicit SarifWriter(Output& out) : json_(out) {}

  void key(std::string_view name) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void begin_object() { json_.StartObject(); }
  void begin_object(std::string_view name) {
    key(name);
    json_.StartObject();
  }
  void end_object() { json_.EndObject(); }
  void begin_array(std::string_view name) {
    key(name);
    json_.StartArray();
  }
  void end_array() { json_.EndArray(); }
  void text(std::string_view value) {
    buffer_.clear();
    append_json_text(buffer_, value);
    json_.RawValue(buffer_.data(), buffer_.size(), rapidjson::kStringType);
  }
  void text(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  void number(std::string_view name, std::size_t value) {
    key(name);
    json_.Uint64(value);
  }
  void truth(std::string_view name, bool value) {
    key(name);
    json_.Bool(value);
  }
  /// `name: {"text": value}`, SARIF's form of most texts for people.
  void message(std::string_view name, std::string_view value) {
    begin_object(name);
    text("text", value);
    end_object();
  }

 private:
  rapidjson::Writer<Output> json_;
  std::string buffer_;
};

}  // namespace proclint
