#include "core/read/yaml_parser.h"

#include <algorithm>
#include <cstddef>

#include <libfyaml.h>

namespace proclint {
namespace {

// Without it every fault is printed.
void print_nothing(fy_diag* /*diag*/, void* /*user*/, const char* /*text*/, std::size_t /*size*/) {}

fy_diag* silent_diag() {
  fy_diag_cfg config;
  fy_diag_cfg_default(&config);
  config.fp = nullptr;
  config.output_fn = &print_nothing;
  fy_diag* const diag = fy_diag_create(&config);
  if (diag != nullptr) fy_diag_set_collect_errors(diag, true);
  return diag;
}

YamlStyle style_of(fy_token* token) {
  if (token == nullptr) return YamlStyle::absent;
  switch (fy_token_scalar_style(token)) {
    case FYSS_SINGLE_QUOTED:
      return YamlStyle::single_quoted;
    case FYSS_DOUBLE_QUOTED:
      return YamlStyle::double_quoted;
    case FYSS_LITERAL:
      return YamlStyle::literal;
    case FYSS_FOLDED:
      return YamlStyle::folded;
    default:
      return YamlStyle::plain;
  }
}

// Offset of a place that is given as line and column (both from 1, in characters). Line ends are
// those of YAML 1.2: LF, CR, CRLF.
std::uint32_t offset_of(std::string_view text, int line, int column) {
  std::size_t at = 0;
  for (int i = 1; i < line && at < text.size(); ++i) {
    at = std::min(text.find_first_of("\r\n", at), text.size());
    if (at < text.size()) at += text.substr(at, 2) == "\r\n" ? 2 : 1;
  }
  const auto is_continuation = [text](std::size_t i) {
    return (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80;
  };
  for (int i = 1; i < column && at < text.size() && text[at] != '\n' && text[at] != '\r'; ++i) {
    ++at;
    while (at < text.size() && is_continuation(at)) ++at;
  }
  return static_cast<std::uint32_t>(at);
}

}  // namespace

YamlParser::YamlParser(std::string_view text) : text_(text), diag_(silent_diag()) {
  fy_parse_cfg config{};
  config.flags = static_cast<fy_parse_cfg_flags>(
      FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_ALLOW_DUPLICATE_KEYS | FYPCF_DEFAULT_VERSION_1_2);
  config.diag = diag_;
  parser_ = fy_parser_create(&config);
  if (parser_ != nullptr) fy_parser_set_string(parser_, text.data(), text.size());
}

YamlParser::~YamlParser() {
  if (event_ != nullptr) fy_parser_event_free(parser_, event_);
  if (parser_ != nullptr) fy_parser_destroy(parser_);
  if (diag_ != nullptr) fy_diag_destroy(diag_);
}

Span YamlParser::marked(fy_token* token) const {
  const fy_mark* const begin = token == nullptr ? nullptr : fy_token_start_mark(token);
  const fy_mark* const end = token == nullptr ? nullptr : fy_token_end_mark(token);
  if (begin == nullptr || end == nullptr) return {};
  const std::size_t last = std::min(end->input_pos, text_.size());
  return {static_cast<std::uint32_t>(std::min(begin->input_pos, last)),
          static_cast<std::uint32_t>(last)};
}

// With the sign before it: libfyaml leaves it out.
Span YamlParser::span(fy_token* token) const {
  Span result = marked(token);
  if (token != nullptr && result.begin > 0) --result.begin;
  return result;
}

YamlEvent YamlParser::next() {
  if (parser_ == nullptr) return {};
  if (event_ != nullptr) fy_parser_event_free(parser_, event_);
  event_ = fy_parser_parse(parser_);
  if (event_ != nullptr && event_->type == FYET_STREAM_START) {
    fy_parser_event_free(parser_, event_);
    event_ = fy_parser_parse(parser_);
  }
  YamlEvent result;
  if (event_ == nullptr) return result;
  fy_token* tag = nullptr;
  switch (event_->type) {
    case FYET_STREAM_END:
      result.kind = YamlEventKind::end;
      break;
    case FYET_DOCUMENT_START:
      result.kind = YamlEventKind::document_begin;
      result.token = marked(event_->document_start.document_start);
      break;
    case FYET_DOCUMENT_END:
      result.kind = YamlEventKind::document_end;
      result.token = marked(event_->document_end.document_end);
      break;
    case FYET_SEQUENCE_START:
      result.kind = YamlEventKind::list_begin;
      result.token = marked(event_->sequence_start.sequence_start);
      result.style =
          fy_event_get_node_style(event_) == FYNS_FLOW ? YamlStyle::flow : YamlStyle::block;
      result.anchor = span(event_->sequence_start.anchor);
      tag = event_->sequence_start.tag;
      break;
    case FYET_SEQUENCE_END:
      result.kind = YamlEventKind::list_end;
      result.token = marked(event_->sequence_end.sequence_end);
      break;
    case FYET_MAPPING_START:
      result.kind = YamlEventKind::map_begin;
      result.token = marked(event_->mapping_start.mapping_start);
      result.style =
          fy_event_get_node_style(event_) == FYNS_FLOW ? YamlStyle::flow : YamlStyle::block;
      result.anchor = span(event_->mapping_start.anchor);
      tag = event_->mapping_start.tag;
      break;
    case FYET_MAPPING_END:
      result.kind = YamlEventKind::map_end;
      result.token = marked(event_->mapping_end.mapping_end);
      break;
    case FYET_ALIAS:
      result.kind = YamlEventKind::alias;
      result.token = span(event_->alias.anchor);
      break;
    case FYET_SCALAR: {
      result.kind = YamlEventKind::scalar;
      fy_token* const value = event_->scalar.value;
      result.style = style_of(value);
      result.token = marked(value);
      if (result.style == YamlStyle::single_quoted || result.style == YamlStyle::double_quoted) {
        --result.token.begin;
        ++result.token.end;
      }
      if (result.style == YamlStyle::plain && result.token.empty()) {
        result.style = YamlStyle::absent;
      }
      result.anchor = span(event_->scalar.anchor);
      tag = event_->scalar.tag;
      break;
    }
    default:
      break;
  }
  if (tag != nullptr) {
    result.tag = marked(tag);
    std::size_t size = 0;
    const char* const name = fy_token_get_text(tag, &size);
    if (name != nullptr) result.tag_name = {name, size};
  }
  return result;
}

std::string_view YamlParser::text() const {
  if (event_ == nullptr || event_->type != FYET_SCALAR || event_->scalar.value == nullptr) {
    return {};
  }
  std::size_t size = 0;
  const char* const text = fy_token_get_text(event_->scalar.value, &size);
  return text == nullptr ? std::string_view() : std::string_view(text, size);
}

YamlStop YamlParser::fault() const {
  void* previous = nullptr;
  while (fy_diag_error* const error =
             diag_ == nullptr ? nullptr : fy_diag_errors_iterate(diag_, &previous)) {
    if (error->type != FYET_ERROR) continue;
    return {error->msg == nullptr ? std::string() : std::string(error->msg),
            offset_of(text_, error->line, error->column)};
  }
  return {"", static_cast<std::uint32_t>(text_.size())};
}

}  // namespace proclint
