#include <algorithm>
#include <array>

#include "core/read/reader.h"

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

}  // namespace proclint
