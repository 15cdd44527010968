#include "procfmt/options.h"

#include <boost/program_options.hpp>
#include <sstream>

namespace proclint {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage =
    R"(Usage: procfmt [OPTIONS] PATH...

Brings procedure documents into one layout: JSON, YAML, Markdown and pages of
plain text (.txt). No value and no comment changes. A PATH is a document, which
is written in place, a folder of documents, or - for standard input, which is
printed.
)";

constexpr std::string_view kClosing =
    R"(
Exit code: 0 done, 1 with --check or --diff: something would change, 2 something
could not be done (usage, configuration, a file that cannot be read or has
syntax errors, which is left as it is).

The nearest proclint.yaml above a document says which files are documents.
)";

po::options_description visible_options(FormatterOptions& options, std::string& color) {
  po::options_description all("Options", 80, 44);
  auto add = all.add_options();
  add("check", po::bool_switch(&options.is_check), "change nothing, list what would change");
  add("diff", po::bool_switch(&options.is_diff), "change nothing, show what would change");
  add("stdin-filename", po::value(&options.stdin_filename)->value_name("NAME"),
      "what standard input is the text of");
  add("config", po::value(&options.config)->value_name("FILE"),
      "use this configuration, not the nearest");
  add("allow-empty", po::bool_switch(&options.allow_empty), "a folder may hold no documents");
  add("color", po::value(&color)->value_name("WHEN")->default_value("auto"),
      "of --diff: auto, always or never; auto heeds NO_COLOR");
  add("help,h", "print this");
  add("version", "print the version");
  return all;
}

}  // namespace

Result<FormatterOptions> parse_formatter_options(int argc, const char* const* argv) {
  using Color = FormatterOptions::Color;
  FormatterOptions options;
  std::string color;
  po::options_description all = visible_options(options, color);
  all.add_options()("path", po::value(&options.paths));
  po::positional_options_description positional;
  positional.add("path", -1);
  try {
    po::variables_map found;
    // No guessing: a misspelt option must not become another one.
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(
        po::command_line_parser(argc, argv).options(all).positional(positional).style(style).run(),
        found);
    po::notify(found);
    if (found.count("help") != 0) options.command = FormatterOptions::Command::help;
    if (found.count("version") != 0) options.command = FormatterOptions::Command::version;
  } catch (const po::error& error) {
    return Error{error.what()};
  }
  if (options.command != FormatterOptions::Command::format) return options;
  if (color != "auto" && color != "always" && color != "never") {
    return Error{"--color is \"" + color + "\", but must be auto, always or never"};
  }
  options.color = color == "auto"     ? Color::automatic
                  : color == "always" ? Color::always
                                      : Color::never;
  if (options.paths.empty()) return Error{"no document is named"};
  return options;
}

std::string formatter_help() {
  FormatterOptions options;
  std::string color;
  std::ostringstream out;
  out << kUsage << '\n' << visible_options(options, color) << kClosing;
  return out.str();
}

}  // namespace proclint
