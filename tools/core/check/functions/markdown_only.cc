#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/options.h"

namespace proclint {
namespace {

// What is said of a mark, and the name under which it can be allowed; empty for other marks.
struct Feature {
  std::string_view name;
  std::string message;
};

bool is_table(std::string_view text) { return text.find('|') < text.find_first_of("\r\n"); }

std::string_view block_name(std::string_view text) {
  if (text.starts_with("```") || text.starts_with("~~~")) return "a block of code";
  if (text.starts_with('>')) return "a quotation";
  if (text.starts_with('<')) return "HTML";
  if (text.find_first_not_of("-*_ \t") == std::string_view::npos) return "a line across the page";
  return is_table(text) ? "a table" : "a block of code";
}

Feature feature_of(const Mark& mark, const Source& source) {
  const std::string_view text = source.slice(mark.span);
  switch (mark.kind) {
    case MarkKind::foreign:
      return {"block", std::string(block_name(text)) +
                           ", which a page or JSON cannot hold; write paragraphs or a list"};
    case MarkKind::foreign_inline:
      return {"inline", std::string(text.starts_with('!') ? "an image" : "HTML") +
                            " in a text, which a page or JSON cannot hold; say it in words"};
    case MarkKind::subheading:
      return {"subheading",
              "a heading inside of a section, which a page or JSON cannot hold; make it a "
              "sentence, or a section of its own"};
    case MarkKind::second_title:
      return {"title", "a second title, where a document has one; write \"##\" for a section"};
    default:
      return {};
  }
}

}  // namespace

/// Nothing that only Markdown can say: tables, code, quotations, HTML, images, headings inside of a
/// section, a second title. Emphasis and links may stand: without them the words stay. Option
/// `allowed`: "block", "inline", "subheading", "title".
BoundCheck markdown_only(Value options, const Vocabulary& /*vocabulary*/) {
  std::vector<std::string_view> allowed;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "allowed") return unknown_option(option, "allowed");
      if (auto error = read_texts(option, allowed)) return *std::move(error);
      for (const Value each : option.children()) {
        const std::string_view name = each.text();
        if (name == "block" || name == "inline" || name == "subheading" || name == "title")
          continue;
        return OptionError{each, R"("allowed" holds "block", "inline", "subheading" or "title")"};
      }
    }
  }
  return [allowed = std::move(allowed)](Value target, Sink& sink) {
    const Document& document = target.document();
    for (const Mark& mark : document.marks) {
      const Feature feature = feature_of(mark, *document.source);
      if (feature.name.empty()) continue;
      if (std::find(allowed.begin(), allowed.end(), feature.name) != allowed.end()) continue;
      // Its first line is enough to find it.
      const std::string_view text = document.source->slice(mark.span);
      const auto size =
          static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n"), text.size()));
      sink.at(Value(document, mark.node), {mark.span.begin, mark.span.begin + size},
              feature.message);
    }
  };
}

}  // namespace proclint
