#include <algorithm>
#include <array>

#include "core/read/markdown_front_matter.h"
#include "core/read/reader.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::array<std::string_view, 1> kJson{".json"};
constexpr std::array<std::string_view, 2> kMarkdown{".md", ".markdown"};
constexpr std::array<std::string_view, 1> kPage{".txt"};
constexpr std::array<std::string_view, 2> kYaml{".yaml", ".yml"};

constexpr std::array<Reader, 4> kReaders{{
    {"json", kJson, Form::json, read_json, locate_json},
    {"markdown", kMarkdown, Form::markdown, read_markdown, locate_markdown},
    {"page", kPage, Form::page, read_page, locate_page},
    {"yaml", kYaml, Form::yaml, read_yaml, locate_yaml},
}};

// In any case: "PLAN.JSON" is one, too.
bool ends_with(std::string_view path, std::string_view extension) {
  return path.size() >= extension.size() &&
         std::equal(extension.begin(), extension.end(), path.end() - extension.size(),
                    [](char wanted, char c) {
                      return wanted ==
                             (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
                    });
}

// "title:" or "title: Knee" at the begin of a line; on a page names begin with a capital letter.
bool begins_with_member(std::string_view line) {
  std::size_t colon = 0;
  while (colon < line.size() && line[colon] != ':' && line[colon] != ' ') ++colon;
  return colon > 0 && colon < line.size() && line[colon] == ':' &&
         ((line[0] >= 'a' && line[0] <= 'z') || line[0] == '$' || line[0] == '"') &&
         (colon + 1 == line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\r');
}

}  // namespace

std::span<const Reader> readers() { return kReaders; }

const Reader* reader_for(std::string_view path) {
  for (const Reader& reader : kReaders) {
    for (const std::string_view extension : reader.extensions) {
      if (ends_with(path, extension)) return &reader;
    }
  }
  return nullptr;
}

const Reader& reader_for(Form form) {
  return *std::find_if(kReaders.begin(), kReaders.end(),
                       [form](const Reader& r) { return r.form == form; });
}

Form guessed_form(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (const auto front_matter = find_front_matter(text)) {
    std::string_view body = text.substr(front_matter->body);
    body.remove_prefix(std::min(body.find_first_not_of(" \t\r\n"), body.size()));
    // Else the hyphens part the documents of a YAML stream.
    if (!body.empty() && !begins_with_member(body.substr(0, body.find('\n')))) {
      return Form::markdown;
    }
  }
  bool has_number_sign = false;  // a heading, or a comment
  for (;;) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) break;
    text.remove_prefix(first);
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.starts_with("# ")) {
      has_number_sign = true;
      text.remove_prefix(line.size());
      continue;
    }
    if (!has_number_sign && (line[0] == '{' || line[0] == '[')) return Form::json;
    if (line.starts_with("---") || line.starts_with("%YAML") || begins_with_member(line)) {
      return Form::yaml;
    }
    break;
  }
  return has_number_sign ? Form::markdown : Form::page;
}

}  // namespace proclint
