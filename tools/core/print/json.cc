#include "core/print/json.h"

#include <vector>

#include <rapidjson/writer.h>

#include "core/document/json_number.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// What rapidjson::Writer writes to.
class Stream {
 public:
  using Ch = char;
  explicit Stream(std::string& out) : out_(out) {}
  void Put(char c) { out_ += c; }
  void Flush() {}

 private:
  std::string& out_;
};

using Writer = rapidjson::Writer<Stream, rapidjson::UTF8<>, rapidjson::UTF8<>,
                                 rapidjson::CrtAllocator, rapidjson::kWriteNoFlags>;

void write_text(Writer& writer, std::string_view text, bool is_key) {
  std::string repaired;
  if (utf8::find_invalid(text) != std::string_view::npos) {
    repaired = utf8::repaired(text);
    text = repaired;
  }
  const auto size = static_cast<rapidjson::SizeType>(text.size());
  const char* const data = text.empty() ? "" : text.data();
  if (is_key) {
    writer.Key(data, size);
  } else {
    writer.String(data, size);
  }
}

void write_scalar(Writer& writer, Value value) {
  const std::string_view text = value.text();
  switch (value.kind()) {
    case Kind::null:
      writer.Null();
      return;
    case Kind::boolean:
      writer.Bool(text.starts_with('t') || text.starts_with('T'));
      return;
    case Kind::number: {
      const std::string number = json_number(text);
      if (number.empty()) {
        write_text(writer, text, false);
      } else {
        writer.RawValue(number.data(), number.size(), rapidjson::kNumberType);
      }
      return;
    }
    default:
      write_text(writer, text, value.is(Kind::key));
      return;
  }
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out;
  Stream stream(out);
  Writer writer(stream);
  write_text(writer, text, false);
  return out;
}

void write_json(Value value, std::string& out) {
  if (!value) return;
  Stream stream(out);
  Writer writer(stream);
  const Document& document = value.document();
  std::vector<NodeId> open;  // the lists and maps around the next node
  const NodeId stop = value.node().next;
  for (NodeId id = value.id(); id < stop; ++id) {
    const Value node(document, id);
    if (node.is(Kind::list)) {
      writer.StartArray();
      open.push_back(id);
    } else if (node.is(Kind::map)) {
      writer.StartObject();
      open.push_back(id);
    } else {
      write_scalar(writer, node);
    }
    while (!open.empty() && document.node(open.back()).next == id + 1) {
      if (document.node(open.back()).kind == Kind::list) {
        writer.EndArray();
      } else {
        writer.EndObject();
      }
      open.pop_back();
    }
  }
}

}  // namespace proclint
