#include "procconv/options.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <optional>
#include <span>
#include <sstream>
#include <string_view>

namespace proclint {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage =
    R"(Usage: procconv [OPTIONS] --to FORM PATH...

Writes procedure documents in another form: JSON, YAML, Markdown or a page of
plain text (.txt); or for others, as a schema.org MedicalProcedure (jsonld) or
as FHIR R4 resources (fhir). A PATH is a document, a folder of documents, or -
for standard input. What the other form cannot hold is reported with its place.
)";

constexpr std::string_view kClosing =
    R"(
Several documents, or a folder, need --out-dir (or --check). The folders below
a folder are kept, and a file is named NAME.procedure.json, .yaml, .md or .txt,
NAME.jsonld or NAME.fhir.json.

Exit code: 0 all is kept, 1 something is lost or a document has mistakes in its
syntax, 2 something could not be done (usage, a file that cannot be read or
written).
)";

// What the option parser fills in, as text where we check it ourselves.
struct Raw {
  std::string from;
  std::string to;
};

// "a, b or c".
std::string listed(const std::vector<std::string_view>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
    out += names[i];
  }
  return out;
}

template <class Row>
void add_names(std::span<const Row> table, std::vector<std::string_view>& names) {
  for (const Row& row : table) names.push_back(row.name);
}

std::string forms_read() {
  std::vector<std::string_view> names;
  add_names(readers(), names);
  return listed(names);
}

std::string forms_written() {
  std::vector<std::string_view> names;
  add_names(writers(), names);
  add_names(exchanges(), names);
  return listed(names);
}

po::options_description visible_options(ConvertOptions& options, Raw& raw) {
  const std::string readers_help = forms_read() + "; default: as the file's extension says";
  po::options_description all("Options", 80, 44);
  auto add = all.add_options();
  add("to,t", po::value(&raw.to)->value_name("FORM"), forms_written().c_str());
  add("from,f", po::value(&raw.from)->value_name("FORM"), readers_help.c_str());
  add("output,o", po::value(&options.output)->value_name("FILE"),
      "write the one document to FILE, not to standard output");
  add("out-dir", po::value(&options.out_dir)->value_name("FOLDER"), "write into this folder");
  add("check", po::bool_switch(&options.is_check),
      "write nothing; convert there and back and report what is lost or differs");
  add("stdin-filename", po::value(&options.stdin_filename)->value_name("NAME"),
      "what standard input is the text of");
  add("help,h", "print this");
  add("version", "print the version");
  return all;
}

const Reader* reader_named(std::string_view name) {
  for (const Reader& reader : readers()) {
    if (reader.name == name) return &reader;
  }
  return nullptr;
}

Error bad_form(std::string_view option, std::string_view value, const std::string& expected) {
  return Error{"--" + std::string(option) + " is \"" + std::string(value) + "\", but must be " +
               expected};
}

std::optional<Error> interpret(const Raw& raw, ConvertOptions& options) {
  if (raw.to.empty())
    return Error{"--to is missing; it says the form to write: " + forms_written()};
  options.to = writer_named(raw.to);
  options.exchange = exchange_named(raw.to);
  if (options.to == nullptr && options.exchange == nullptr) {
    return bad_form("to", raw.to, forms_written());
  }
  if (!raw.from.empty()) {
    options.from = reader_named(raw.from);
    if (options.from == nullptr) return bad_form("from", raw.from, forms_read());
  }
  if (options.is_check && options.exchange != nullptr) {
    return Error{"--check goes there and back, and there is no way back from " + raw.to};
  }
  if (options.arguments.empty()) return Error{"no document is named"};
  const bool has_input = std::count(options.arguments.begin(), options.arguments.end(), "-") > 0;
  if (has_input && options.stdin_filename.empty()) {
    return Error{"standard input needs --stdin-filename NAME: the name says the document's id"};
  }
  const bool has_target = !options.output.empty() || !options.out_dir.empty();
  if (options.is_check && has_target)
    return Error{"--check writes nothing; leave out -o and --out-dir"};
  if (!options.output.empty() && !options.out_dir.empty()) {
    return Error{"-o and --out-dir both say where to write; leave out one of them"};
  }
  return std::nullopt;
}

}  // namespace

Result<ConvertOptions> parse_convert_options(int argc, const char* const* argv) {
  ConvertOptions options;
  Raw raw;
  po::options_description all = visible_options(options, raw);
  all.add_options()("argument", po::value(&options.arguments));
  po::positional_options_description positional;
  positional.add("argument", -1);
  try {
    po::variables_map found;
    // No guessing: a misspelt option must not become another one.
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(
        po::command_line_parser(argc, argv).options(all).positional(positional).style(style).run(),
        found);
    po::notify(found);
    if (found.count("help") != 0) options.command = ConvertOptions::Command::help;
    if (found.count("version") != 0) options.command = ConvertOptions::Command::version;
  } catch (const po::error& error) {
    return Error{error.what()};
  }
  if (options.command != ConvertOptions::Command::convert) return options;
  if (const std::optional<Error> error = interpret(raw, options)) return *error;
  return options;
}

std::string convert_help_text() {
  ConvertOptions options;
  Raw raw;
  std::ostringstream out;
  out << kUsage << '\n' << visible_options(options, raw) << kClosing;
  return out.str();
}

}  // namespace proclint
