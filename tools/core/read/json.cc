#include "core/read/json.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <rapidjson/allocators.h>
#include <rapidjson/reader.h>

#include "core/document/builder.h"
#include "core/read/json_bytes.h"
#include "core/read/json_scalar.h"
#include "core/read/json_simple.h"
#include "core/read/json_syntax.h"
#include "core/read/no_text.h"
#include "core/read/reader.h"
#include "core/read/text_runs.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr unsigned kParseFlags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                                 rapidjson::kParseNumbersAsStringsFlag;

// RapidJSON reads whole aligned blocks of 16 bytes, so it may look this far behind the end.
constexpr std::size_t kPadding = 16;

// RapidJSON's events become nodes. In-situ, the pointer of an event points into the copy of the
// source, so its distance from the copy's begin is the offset in the source.
class Handler {
 public:
  Handler(Document& document, std::string_view text, bool is_repaired, std::uint32_t begin,
          const ReadOptions& options)
      : builder_(document, options.max_depth),
        runs_(document.runs),
        max_nodes_(options.max_nodes),
        text_(text),
        copy_(document.decoded.data()),
        stream_(document.decoded.data() + begin),
        begin_(begin),
        is_repaired_(is_repaired) {}

  rapidjson::InsituStringStream& stream() { return stream_; }
  /// Offset in the source of the byte that is read next.
  std::uint32_t tell() { return begin_ + static_cast<std::uint32_t>(stream_.Tell()); }
  bool is_too_deep() const { return is_too_deep_; }
  bool has_too_many() const { return builder_.next_node() > max_nodes_; }

  bool Null() { return word(Kind::null, 4); }
  bool Bool(bool value) { return word(Kind::boolean, value ? 4 : 5); }
  bool RawNumber(const char* at, rapidjson::SizeType size, bool /*copy*/) {
    const std::uint32_t begin = offset(at);
    builder_.scalar(Kind::number, {begin, begin + size});
    return !has_too_many();
  }
  bool String(const char* at, rapidjson::SizeType size, bool /*copy*/) {
    Span span;
    TextPiece piece;
    if (!place_text(at, size, span, piece)) return false;
    builder_.scalar(Kind::string, span, piece);
    return !has_too_many();
  }
  bool Key(const char* at, rapidjson::SizeType size, bool /*copy*/) {
    Span span;
    TextPiece piece;
    if (!place_text(at, size, span, piece)) return false;
    builder_.key(span, piece);
    return true;
  }
  bool StartObject() { return begin(Kind::map); }
  bool StartArray() { return begin(Kind::list); }
  bool EndObject(rapidjson::SizeType /*count*/) { return end(); }
  bool EndArray(rapidjson::SizeType /*count*/) { return end(); }
  // Numbers come as text; these exist because the reader names them.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

 private:
  std::uint32_t offset(const char* at) const { return static_cast<std::uint32_t>(at - copy_); }

  // The word has been read when its event comes.
  bool word(Kind kind, std::uint32_t size) {
    const std::uint32_t end = tell();
    builder_.scalar(kind, {end - size, end});
    return !has_too_many();
  }

  // The bracket has not been read when its event comes.
  bool begin(Kind kind) {
    is_too_deep_ = !builder_.begin(kind, tell());
    return !is_too_deep_ && !has_too_many();
  }
  bool end() {
    builder_.end(tell() + 1);
    return true;
  }

  // Span (with the quotes) and text of the string whose decoded bytes stand at `at`; false if it
  // holds half a surrogate pair, which RapidJSON lets pass when it is the second half.
  bool place_text(const char* at, std::uint32_t size, Span& span, TextPiece& piece) {
    const std::uint32_t begin = offset(at);
    piece = {begin, size, false};
    // Exact: an escape makes the decoded text shorter, and a quote before the closing one is
    // always preceded by its backslash.
    if (text_[begin + size] == '"' && text_[begin + size - 1] != '\\') {
      span = {begin - 1, begin + size + 1};
      piece.is_decoded = is_repaired_ && std::memcmp(at, text_.data() + begin, size) != 0;
      return true;
    }
    const std::uint32_t end = json_string_end(text_, begin, size);
    span = {begin - 1, end};
    piece.is_decoded = true;
    if (end != 0) add_json_runs(text_, {begin, end - 1}, {begin, begin + size}, runs_);
    return end != 0;
  }

  Builder builder_;
  std::vector<TextRun>& runs_;
  std::size_t max_nodes_;
  std::string_view text_;
  const char* copy_;
  rapidjson::InsituStringStream stream_;
  std::uint32_t begin_;
  bool is_repaired_;
  bool is_too_deep_ = false;
};

enum class Outcome : std::uint8_t { ok, too_deep, too_many, number_too_big, invalid };

// Parses Document::decoded, a copy of the source from which undecodable bytes were taken out.
// `stop` is where the parse ended.
Outcome parse(const Source& source, bool is_repaired, const ReadOptions& options,
              Document& document, std::uint32_t& stop) {
  const std::string_view text = source.text();
  document.decoded.append(kPadding, '\0');
  const auto begin =
      static_cast<std::uint32_t>(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  Handler handler(document, text, is_repaired, begin, options);
  // The reader keeps eight bytes a level in memory of ours, so a document costs no allocation.
  alignas(std::max_align_t) std::array<char, 2048> levels;
  using Allocator = rapidjson::MemoryPoolAllocator<>;
  Allocator allocator(levels.data(), levels.size());
  rapidjson::GenericReader<rapidjson::UTF8<>, rapidjson::UTF8<>, Allocator> reader(&allocator);
  const rapidjson::ParseResult result = reader.Parse<kParseFlags>(handler.stream(), handler);
  document.decoded.resize(text.size());
  stop = handler.tell();
  if (handler.is_too_deep()) return Outcome::too_deep;
  if (handler.has_too_many()) return Outcome::too_many;
  if (result.Code() == rapidjson::kParseErrorNumberTooBig) return Outcome::number_too_big;
  if (result.IsError()) {
    stop = begin + static_cast<std::uint32_t>(result.Offset());
    return Outcome::invalid;
  }
  // In-situ, a NUL is taken for the end of the input.
  return stop == text.size() ? Outcome::ok : Outcome::invalid;
}

Diagnostic too_deep(std::uint32_t at, std::uint32_t max_depth) {
  Diagnostic finding;
  finding.rule = "too-deep";
  finding.span = {at, at + 1};
  finding.message = "lists and maps are nested more than " + std::to_string(max_depth) +
                    " deep here; write the document flatter";
  return finding;
}

Diagnostic too_many(std::uint32_t at, std::size_t max_nodes) {
  Diagnostic finding;
  finding.rule = "too-large";
  finding.span = {at, at};
  finding.message = "the document has more than " + std::to_string(max_nodes) +
                    " keys and values; split it, or allow more with --max-size";
  return finding;
}

// Spans count bytes in 32 bits.
constexpr std::size_t kMaxSize = 0xFFFFFFFF;

Diagnostic too_large() {
  Diagnostic finding;
  finding.rule = "syntax-error";
  finding.message = "the file is larger than 4 GB; divide it";
  return finding;
}

void start(Document& document, const Source& source) {
  document.source = &source;
  document.form = Form::json;
  document.locate = &locate_json;
}

}  // namespace

void read_json(const Source& source, const ReadOptions& options, Document& document,
               std::vector<Diagnostic>& diagnostics) {
  start(document, source);
  if (source.text().size() <= kMaxSize && read_simple_json(source, options, document)) return;
  document.clear();
  read_json_by_library(source, options, document, diagnostics);
}

void read_json_by_library(const Source& source, const ReadOptions& options, Document& document,
                          std::vector<Diagnostic>& diagnostics) {
  start(document, source);
  const std::string_view text = source.text();
  if (text.size() > kMaxSize) {
    diagnostics.push_back(too_large());
    return;
  }
  document.decoded.reserve(text.size() + kPadding);
  document.decoded.assign(text);
  const bool is_repaired = replace_undecodable(document.decoded);
  if (is_repaired) {
    if (auto refused = refuse_no_text(source)) {
      document.decoded.clear();
      diagnostics.push_back(*std::move(refused));
      return;
    }
    report_undecodable(source, diagnostics);
  }

  std::uint32_t stop = 0;
  Outcome outcome = parse(source, is_repaired, options, document, stop);
  if (outcome == Outcome::number_too_big) {
    document.nodes.clear();
    document.runs.clear();
    document.decoded.assign(text);
    replace_undecodable(document.decoded);
    hide_big_numbers(document.decoded);
    outcome = parse(source, is_repaired, options, document, stop);
  }
  // RapidJSON's SSE2 scanner lets the control characters above 0x19 pass.
  if (outcome == Outcome::ok && !has_high_control(text)) return;

  document.nodes.clear();
  document.runs.clear();
  document.decoded.clear();
  if (outcome == Outcome::too_deep) {
    diagnostics.push_back(too_deep(stop, options.max_depth));
  } else if (outcome == Outcome::too_many) {
    diagnostics.push_back(too_many(stop, options.max_nodes));
  } else {
    diagnostics.push_back(explain_json_error(source, stop));
  }
}

Span locate_json(const Document& document, NodeId id, Span decoded) {
  const Node& node = document.node(id);
  if (node.kind == Kind::list || node.kind == Kind::map) return node.span;
  const std::string_view text = document.source->text();
  const bool is_quoted = node.kind == Kind::string || node.kind == Kind::key;
  const std::uint32_t quote = is_quoted ? 1 : 0;
  const Span content{node.span.begin + quote, node.span.end - quote};
  if (!node.is_decoded) {
    const std::uint32_t begin = std::min(decoded.begin, content.size());
    const std::uint32_t end = std::clamp(decoded.end, begin, content.size());
    return {content.begin + begin, content.begin + end};
  }
  Span place{content.end, content.end};
  if (decoded.begin >= node.size) return place;
  if (has_runs(document, node)) return locate_in_runs(document, node, decoded);
  if (node.size > kLongestText) return node.span;
  std::uint32_t done = 0;
  for (std::uint32_t at = content.begin; at < content.end;) {
    const JsonUnit unit = json_unit(text, at);
    if (done + unit.decoded_size > decoded.begin) place.begin = std::min(place.begin, at);
    if (done >= decoded.end) {
      place.end = at;
      break;
    }
    done += unit.decoded_size;
    at += unit.size;
  }
  return {place.begin, std::max(place.begin, place.end)};
}

}  // namespace proclint
