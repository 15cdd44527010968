#include "proclint/select.h"

#include <iostream>
#include <string>
#include <utility>
#include <variant>

#include "core/document/normalized_path.h"
#include "core/document/path.h"
#include "core/print/json.h"
#include "core/report/excerpt.h"
#include "core/report/json_text.h"
#include "core/report/visible.h"
#include "proclint/print_documents.h"

namespace proclint {
namespace {

// What is wrong with the path, with carets below that part of it.
void explain(const std::string& path, const PathError& error, std::string_view what) {
  constexpr std::size_t kRoom = 76;  // of 80 columns
  const Source source("", path);
  Excerpter excerpter;
  const Excerpt& excerpt = excerpter.cut(source, error.span, kRoom);
  std::cerr << "proclint: " << what << visible(error.reason) << "\n  " << excerpt.text << "\n  "
            << std::string(excerpt.indent, ' ') << std::string(excerpt.length, '^') << '\n';
}

// Writes the matches in one document, one after the other.
class Printer {
 public:
  Printer(const Document& document, bool is_json, std::string& out)
      : document_(document), is_json_(is_json), out_(out) {}

  void print(Value match) {
    const std::string path = normalized_path(match, positions_);
    is_json_ ? begin_json(path) : begin_line(match, path);
    json_.clear();
    write_json(match, json_);
    append_safe_json(out_, json_);
    out_ += is_json_ ? "}" : "\n";
    is_first_ = false;
    // Matches may be as many as the document is long, and each as long.
    if (out_.size() > kMany) {
      std::cout << out_;
      out_.clear();
    }
  }

  void end() {
    if (is_json_) out_ += is_first_ ? "[]\n" : "]\n";
  }

 private:
  static constexpr std::size_t kMany = std::size_t{1} << 20U;

  void begin_json(const std::string& path) {
    out_ += is_first_ ? R"([{"path":)" : R"(,{"path":)";
    append_json_text(out_, path);
    out_ += R"(,"value":)";
  }

  void begin_line(Value match, const std::string& path) {
    const Source& source = *document_.source;
    const Place place = source.place(match.place().begin, Columns::codepoint);
    append_visible(out_, source.path());
    out_ += ':' + std::to_string(place.line) + ':' + std::to_string(place.column) + ": ";
    append_visible(out_, path);
    out_ += ' ';
  }

  const Document& document_;
  bool is_json_;
  std::string& out_;
  Positions positions_;
  std::string json_;
  bool is_first_ = true;
};

}  // namespace

int select(const Options& options) {
  const std::string& text = options.arguments[0];
  const auto parsed = Path::parse(text);
  if (const auto* error = std::get_if<PathError>(&parsed)) {
    explain(text, *error, "no JSONPath: ");
    return 2;
  }
  const Path& path = std::get<Path>(parsed);
  for (const PathError& doubt : path.doubts()) explain(text, doubt, "warning: ");
  bool is_complete = true;
  const int code = print_documents(
      options, options.arguments[1], true, [&](const Document& document, std::string& out) {
        Printer printer(document, options.print_format == "json", out);
        is_complete = path.select(Value::root(document), [&](Value match) {
          printer.print(match);
        }) && is_complete;
        printer.end();
      });
  if (is_complete) return code;
  return give_up(
      "gave up: this path looks at the document again and again, and the matches above are not "
      "all; name more of the way, or select less inside the filter");
}

}  // namespace proclint
