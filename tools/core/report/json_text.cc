#include "core/report/json_text.h"

#include "core/report/visible.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// One UTF-16 code unit (RFC 8259, section 7).
void append_unit(std::string& out, char32_t unit) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (unsigned shift = 16; shift > 0;) {
    shift -= 4;
    out += digits[(unit >> shift) & 0xFU];
  }
}

void append_escaped(std::string& out, char32_t codepoint) {
  if (codepoint == '\n') {
    out += "\\n";
  } else if (codepoint == '\t') {
    out += "\\t";
  } else if (codepoint == '\r') {
    out += "\\r";
  } else if (codepoint < 0x10000) {
    append_unit(out, codepoint);
  } else {
    const char32_t rest = codepoint - 0x10000;
    append_unit(out, 0xD800U + (rest >> 10U));
    append_unit(out, 0xDC00U + (rest & 0x3FFU));
  }
}

bool is_plain(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_plain(text[at])) {
      ++at;
      continue;
    }
    out.append(text, done, at - done);
    const utf8::Step step = utf8::decode(text.substr(at, 4));
    if (step.codepoint == '"' || step.codepoint == '\\') {
      out += '\\';
      out += text[at];
    } else if (may_be_unprintable(step.codepoint)) {
      append_escaped(out, step.codepoint);
    } else {
      utf8::append(out, step.codepoint);
    }
    at += step.size;
    done = at;
  }
  out.append(text, done);
  out += '"';
}

void append_safe_json(std::string& out, std::string_view json) {
  std::size_t done = 0;
  for (std::size_t at = 0; at < json.size();) {
    if (json[at] >= 0x20 && json[at] < 0x7F) {
      ++at;
      continue;
    }
    const utf8::Step step = utf8::decode(json.substr(at, 4));
    if (may_be_unprintable(step.codepoint)) {
      out.append(json, done, at - done);
      append_escaped(out, step.codepoint);
      done = at + step.size;
    }
    at += step.size;
  }
  out.append(json, done);
}

}  // namespace proclint
