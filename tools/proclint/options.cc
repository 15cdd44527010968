#include "proclint/options.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <span>
#include <sstream>
#include <utility>

#include "core/check/formats.h"
#include "core/report/reporter.h"

namespace proclint {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage =
    R"(Usage: proclint [OPTIONS] PATH...
       proclint explain RULE
       proclint rules list [--format markdown]
       proclint rules test [--documents PATH] [--format json] [FILE...]
       proclint schema check FILE...
       proclint tree [--format json] FILE
       proclint select [--format json] JSONPATH FILE

Checks procedure documents: JSON, YAML, Markdown and pages of plain text (.txt).
A PATH is a document, a folder of documents, or - for standard input.
)";

constexpr std::string_view kClosing =
    R"(
Exit code: 0 nothing at or above --fail-on, 1 findings, 2 something could not
be done (usage, configuration, rules, a file that cannot be read). select exits
with 0 also when the path selects nothing, and with 2 when it is no JSONPath.

The nearest proclint.yaml (or .yml, .json) above a document says what applies
to it.
)";

// What the option parser fills in, as text where we check it ourselves.
struct Raw {
  std::vector<std::string> formats;
  std::string output;
  std::string fail_on;
  std::string columns;
  std::string wording;
  std::string color;
  std::string max_size;
  std::string fix_level;
};

std::string formats_help() {
  std::string out = "NAME or NAME:FILE, may be repeated:";
  for (const ReporterInfo& reporter : reporters()) {
    out += "\n  " + std::string(reporter.name) + ": " + std::string(reporter.summary);
  }
  return out;
}

po::options_description visible_options(Options& options, Raw& raw) {
  po::options_description all("Options", 80, 44);
  auto add = all.add_options();
  add("format,f", po::value(&raw.formats)->value_name("FORMAT"), formats_help().c_str());
  add("output,o", po::value(&raw.output)->value_name("FILE"), "write the one report to FILE");
  add("schema", po::value(&options.engine.schema)->value_name("FILE"),
      "check against this JSON Schema");
  add("assert-formats", po::bool_switch(&options.engine.asserts_formats),
      "check format in schemas that are not built in");
  add("rules", po::value(&options.engine.rules)->value_name("FILE|NAME|none"),
      "use these rules: a file, builtin:strict, builtin:structure-only, builtin:patient, or none");
  add("documents", po::value(&options.documents)->value_name("PATH"),
      "what rules test damages; default: two of ours");
  add("config", po::value(&options.engine.config)->value_name("FILE"),
      "use this configuration, not the nearest");
  add("today", po::value(&options.engine.today)->value_name("YYYY-MM-DD"),
      "the date that rules compare with; default: now, UTC");
  add("fix", po::bool_switch(&options.fixes),
      "mend what can be mended, report what is left; with -, the text goes to standard output and "
      "the report to standard error");
  add("diff", po::bool_switch(&options.shows_diff),
      "only show what --fix would change; exit code 1 if something");
  add("fix-level", po::value(&raw.fix_level)->value_name("LEVEL")->default_value("layout"),
      "layout or wording: the most that --fix and --diff change. What touches the meaning is only "
      "ever shown");
  add("fail-on", po::value(&raw.fail_on)->value_name("SEVERITY")->default_value("error"),
      "error, warning, info or never: what makes the exit code 1");
  add("columns", po::value(&raw.columns)->value_name("UNIT")->default_value("codepoint"),
      "codepoint, byte or utf16: what a column counts");
  add("wording", po::value(&raw.wording)->value_name("FOR")->default_value("author"),
      "author or engineer: whom messages speak to");
  add("color", po::value(&raw.color)->value_name("WHEN")->default_value("auto"),
      "auto, always or never; auto heeds NO_COLOR");
  add("quiet,q", po::bool_switch(&options.quiet), "no summary");
  add("statistics", po::bool_switch(&options.statistics), "count the findings of each rule");
  add("stdin-filename", po::value(&options.stdin_filename)->value_name("NAME"),
      "what standard input is the text of");
  add("allow-empty", po::bool_switch(&options.allow_empty), "a folder may hold no documents");
  add("jobs,j", po::value(&options.jobs)->value_name("N"), "threads; default: as many as help");
  add("max-depth", po::value(&options.engine.max_depth)->value_name("N")->default_value(512),
      "how deep lists and maps may nest");
  add("max-size", po::value(&raw.max_size)->value_name("BYTES")->default_value("100M"),
      "how large a document may be; K, M, G");
  add("help,h", "print this");
  add("version", "print the version");
  return all;
}

Error bad_value(std::string_view option, std::string_view value, std::string_view expected) {
  return Error{"--" + std::string(option) + " is \"" + std::string(value) + "\", but must be " +
               std::string(expected)};
}

// The value of `named` that `text` names; nullopt if none does.
template <class T, std::size_t N>
std::optional<T> choice(std::string_view text, const std::pair<std::string_view, T> (&named)[N]) {
  for (const auto& [name, value] : named) {
    if (name == text) return value;
  }
  return std::nullopt;
}

std::optional<std::size_t> size_named(std::string_view text) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || count == 0) return std::nullopt;
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  constexpr std::pair<std::string_view, unsigned> kUnits[] = {
      {"", 0}, {"K", 10}, {"M", 20}, {"G", 30}};
  const std::optional<unsigned> shift = choice(unit, kUnits);
  // Places are 32 bits wide.
  if (!shift || count > (std::size_t{0xFFFFFFF0} >> *shift)) return std::nullopt;
  return count << *shift;
}

// "sarif:out.sarif": the first colon splits.
Result<std::vector<Destination>> outputs(const Raw& raw) {
  std::vector<Destination> out;
  for (const std::string& format : raw.formats) {
    const std::size_t colon = format.find(':');
    out.push_back(
        {format.substr(0, colon), colon == std::string::npos ? "" : format.substr(colon + 1)});
    if (find_reporter(out.back().format) == nullptr) {
      std::string names;
      for (const ReporterInfo& reporter : reporters())
        names.append(names.empty() ? "" : ", ").append(reporter.name);
      return bad_value("format", out.back().format, "one of " + names);
    }
    if (colon != std::string::npos && out.back().file.empty()) {
      return Error{"--format " + format + " names no file behind the colon"};
    }
  }
  if (out.empty()) out.push_back({"text", ""});
  if (!raw.output.empty()) {
    if (out.size() != 1 || !out.front().file.empty()) {
      return Error{"-o goes with exactly one --format that has no file of its own"};
    }
    out.front().file = raw.output;
  }
  if (std::count_if(out.begin(), out.end(), [](const Destination& o) { return o.file.empty(); }) >
      1) {
    return Error{
        "only one --format can go to standard output; write --format NAME:FILE for the others"};
  }
  return out;
}

// What a command that reports nothing prints in, beside its own form.
std::span<const std::string_view> print_formats(Options::Command command) {
  static constexpr std::string_view kJson[] = {"json"};
  static constexpr std::string_view kMarkdown[] = {"markdown"};
  switch (command) {
    case Options::Command::rules_list:
      return kMarkdown;
    case Options::Command::rules_test:
    case Options::Command::select:
    case Options::Command::tree:
      return kJson;
    default:
      return {};
  }
}

bool is_reporting(Options::Command command) {
  return command == Options::Command::lint || command == Options::Command::schema_check;
}

std::optional<Error> find_formats(const Raw& raw, Options& options) {
  if (is_reporting(options.command)) {
    Result<std::vector<Destination>> parsed = outputs(raw);
    if (!parsed) return parsed.error();
    options.outputs = *std::move(parsed);
    return std::nullopt;
  }
  if (!options.documents.empty() && options.command != Options::Command::rules_test) {
    return Error{"--documents goes with rules test"};
  }
  if (!raw.output.empty()) return Error{"-o goes with reports; this command writes none"};
  if (raw.formats.empty()) return std::nullopt;
  options.print_format = raw.formats.back();
  std::string names;
  for (const std::string_view name : print_formats(options.command)) {
    if (raw.formats.size() == 1 && name == options.print_format) return std::nullopt;
    names.append(names.empty() ? "" : " or ").append(name);
  }
  if (names.empty()) return Error{"--format goes with reports; this command writes none"};
  return bad_value("format", options.print_format, names);
}

std::optional<Error> interpret(const Raw& raw, Options& options) {
  if (!options.engine.today.empty() && !has_format(options.engine.today, Format::date)) {
    return bad_value("today", options.engine.today, "a date such as 2026-01-31");
  }

  using Threshold = std::optional<Severity>;
  constexpr std::pair<std::string_view, Threshold> kThresholds[] = {{"error", Severity::error},
                                                                    {"warning", Severity::warning},
                                                                    {"info", Severity::info},
                                                                    {"never", std::nullopt}};
  const std::optional<Threshold> threshold = choice(raw.fail_on, kThresholds);
  if (!threshold) return bad_value("fail-on", raw.fail_on, "error, warning, info or never");
  options.fail_on = *threshold;

  constexpr std::pair<std::string_view, Columns> kColumns[] = {
      {"codepoint", Columns::codepoint}, {"byte", Columns::byte}, {"utf16", Columns::utf16}};
  const std::optional<Columns> columns = choice(raw.columns, kColumns);
  if (!columns) return bad_value("columns", raw.columns, "codepoint, byte or utf16");
  options.columns = *columns;

  constexpr std::pair<std::string_view, Wording> kWordings[] = {{"author", Wording::author},
                                                                {"engineer", Wording::engineer}};
  const std::optional<Wording> wording = choice(raw.wording, kWordings);
  if (!wording) return bad_value("wording", raw.wording, "author or engineer");
  options.engine.wording = *wording;

  constexpr std::pair<std::string_view, Color> kColors[] = {
      {"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}};
  const std::optional<Color> color = choice(raw.color, kColors);
  if (!color) return bad_value("color", raw.color, "auto, always or never");
  options.color = *color;

  constexpr std::pair<std::string_view, Safety> kLevels[] = {{"layout", Safety::layout},
                                                             {"wording", Safety::wording}};
  const std::optional<Safety> level = choice(raw.fix_level, kLevels);
  if (!level) {
    const bool is_meaning = raw.fix_level == name(Safety::meaning);
    return bad_value("fix-level", raw.fix_level,
                     is_meaning ? "layout or wording: what changes the meaning is for the author"
                                : "layout or wording");
  }
  options.fix_level = *level;
  if (options.command != Options::Command::lint && (options.fixes || options.shows_diff)) {
    return Error{"--fix and --diff go with documents to check; this command mends none"};
  }
  if (options.shows_diff && (!raw.formats.empty() || !raw.output.empty())) {
    return Error{"--diff prints a diff and no report; leave --format and -o away"};
  }

  const std::optional<std::size_t> size = size_named(raw.max_size);
  if (!size) return bad_value("max-size", raw.max_size, "a number of bytes below 4G, such as 100M");
  options.engine.max_size = *size;
  // Later walks over a tree recurse; this keeps them within a thread's stack.
  if (options.engine.max_depth == 0 || options.engine.max_depth > 10000) {
    return bad_value("max-depth", std::to_string(options.engine.max_depth), "between 1 and 10000");
  }
  return std::nullopt;
}

// The first word may be a command; a file of that name is ./explain.
std::optional<Error> find_command(Options& options) {
  std::vector<std::string>& words = options.arguments;
  if (words.empty()) return Error{"no document is named"};
  const std::string first = words.front();
  if (first != "explain" && first != "rules" && first != "schema" && first != "tree" &&
      first != "select")
    return std::nullopt;
  words.erase(words.begin());
  if (first == "rules") {
    const std::string second = words.empty() ? "" : words.front();
    if (second != "test" && words != std::vector<std::string>{"list"}) {
      return Error{"rules is followed by list, or by test and the rules files to test"};
    }
    words.erase(words.begin());
    options.command =
        second == "test" ? Options::Command::rules_test : Options::Command::rules_list;
    return std::nullopt;
  }
  if (first == "schema") {
    if (words.size() < 2 || words.front() != "check") {
      return Error{"schema is followed by check and the schemas to check"};
    }
    words.erase(words.begin());
    options.command = Options::Command::schema_check;
    return std::nullopt;
  }
  if (first == "select") {
    if (words.size() != 2) return Error{"select is followed by a JSONPath and one file"};
    options.command = Options::Command::select;
    return std::nullopt;
  }
  if (words.size() != 1) {
    return Error{first == "tree" ? "tree is followed by one file"
                                 : "explain is followed by the name of one rule"};
  }
  options.command = first == "tree" ? Options::Command::tree : Options::Command::explain;
  return std::nullopt;
}

}  // namespace

Result<Options> parse_options(int argc, const char* const* argv) {
  Options options;
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
    if (found.count("help") != 0) options.command = Options::Command::help;
    if (found.count("version") != 0) options.command = Options::Command::version;
  } catch (const po::error& error) {
    return Error{error.what()};
  }
  if (options.command != Options::Command::lint) return options;
  if (const std::optional<Error> error = find_command(options)) return *error;
  if (const std::optional<Error> error = find_formats(raw, options)) return *error;
  if (const std::optional<Error> error = interpret(raw, options)) return *error;
  return options;
}

std::string help_text() {
  Options options;
  Raw raw;
  std::ostringstream out;
  out << kUsage << '\n' << visible_options(options, raw) << kClosing;
  return out.str();
}

}  // namespace proclint
