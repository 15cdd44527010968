#include "core/check/examples.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/source/utf8.h"

namespace proclint {
namespace {

// The text of an example, and how it is to be read.
struct Example {
  std::string text;
  Form form = Form::json;
};

// Each character below 256 as one byte; null if there is a greater one.
std::optional<std::string> latin1(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const utf8::Step step = utf8::decode(text);
    if (step.codepoint > 0xFF) return std::nullopt;
    out.push_back(static_cast<char>(static_cast<unsigned char>(step.codepoint)));
    text.remove_prefix(step.size);
  }
  return out;
}

std::optional<Example> read_example(Value document, const WriteJson& write_json,
                                    Mistakes& mistakes) {
  const Source& source = *document.document().source;
  Value text;
  Form form = Form::json;
  for (const Form known : {Form::json, Form::yaml, Form::markdown, Form::page}) {
    const Value written = document.find(name(known));
    if (written && written.is(Kind::string)) {
      text = written;
      form = known;
    }
  }
  if (!text && document.document().form == Form::json) {
    return Example{std::string(source.slice(document.span())), Form::json};
  }
  if (!text) {
    Example out;
    write_json(document, out.text);
    return out;
  }
  Example out{std::string(text.text()), form};
  const Value encoding = document.find("encoding");
  if (document.size() != (encoding ? 2U : 1U)) {
    mistakes.at(document, "beside the text of an example stands nothing but its \"encoding\"");
    return std::nullopt;
  }
  if (!encoding) return out;
  auto bytes = latin1(out.text);
  if (!encoding.is(Kind::string) || encoding.text() != "latin-1" || !bytes) {
    mistakes.at(encoding, "the only encoding is \"latin-1\", for characters up to U+00FF");
    return std::nullopt;
  }
  out.text = *std::move(bytes);
  return out;
}

// The text with the edits of all fixes; those that overlap an earlier one are left out.
std::string with_fixes(std::string text, const std::vector<Diagnostic>& findings) {
  std::vector<Edit> edits;
  for (const Diagnostic& finding : findings) {
    if (finding.fix)
      edits.insert(edits.end(), finding.fix->edits.begin(), finding.fix->edits.end());
  }
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  std::string out;
  std::uint32_t done = 0;
  for (const Edit& edit : edits) {
    if (edit.span.begin < done) continue;
    out.append(text, done, edit.span.begin - done).append(edit.text);
    done = edit.span.end;
  }
  return out.append(text, done);
}

class ExampleRun {
 public:
  ExampleRun(const Ruleset& ruleset, std::size_t rule, const Lint& lint,
             const WriteJson& write_json, Mistakes& mistakes)
      : rule_(ruleset.rules()[rule]),
        index_(rule),
        lint_(lint),
        write_json_(write_json),
        mistakes_(mistakes) {}

  void run(Value example) {
    const Value bad = example.find("bad");
    const Value document = bad ? bad : example.find("good");
    const auto read = read_example(document, write_json_, mistakes_);
    if (!read) return;
    const auto findings = find(*read);
    if (bad) {
      compare(example.find("finds"), findings, read->text);
      if (const Value fixed = example.find("fixed")) compare_fixed(fixed, *read, findings);
    } else if (!findings.empty()) {
      mistakes_.at(document, "the good example has a finding: " + line(findings.front()));
    }
  }

 private:
  static std::string line(const Diagnostic& finding) {
    return finding.pointer + ": " + finding.message;
  }

  std::vector<Diagnostic> find(const Example& example) const {
    const Source source("example", example.text);
    auto findings = lint_(source, example.form, index_);
    std::erase_if(findings, [this](const Diagnostic& each) { return each.rule != rule_.id; });
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    return findings;
  }

  void compare(Value finds, const std::vector<Diagnostic>& findings, std::string_view text) {
    auto found = findings.begin();
    for (const Value expected : finds.children()) {
      if (found == findings.end()) {
        mistakes_.at(expected.is(Kind::map) ? expected.find("finding") : expected,
                     "the bad example does not have this finding");
      } else {
        compare_one(expected, *found, text);
      }
      if (found != findings.end()) ++found;
    }
    for (; found != findings.end(); ++found) {
      mistakes_.at(finds, "the bad example has one more finding: " + line(*found));
    }
  }

  void compare_one(Value expected, const Diagnostic& found, std::string_view text) {
    const Value finding = expected.is(Kind::map) ? expected.find("finding") : expected;
    if (line(found) != finding.text()) {
      mistakes_.at(finding, "the bad example has another finding: " + line(found));
    }
    const Value span = expected.is(Kind::map) ? expected.find("span") : Value();
    const std::string_view marked = text.substr(found.span.begin, found.span.size());
    if (span && (!span.is(Kind::string) || span.text() != marked)) {
      mistakes_.at(span, "the finding underlines " + std::string(marked));
    }
  }

  void compare_fixed(Value fixed, const Example& bad, const std::vector<Diagnostic>& findings) {
    const auto expected = read_example(fixed, write_json_, mistakes_);
    if (!expected) return;
    const std::string found = with_fixes(bad.text, findings);
    if (found != expected->text) mistakes_.at(fixed, "the fixed example reads: " + found);
  }

  const Rule& rule_;
  std::size_t index_;
  const Lint& lint_;
  const WriteJson& write_json_;
  Mistakes& mistakes_;
};

}  // namespace

void run_examples(const Ruleset& ruleset, std::size_t rule, const Lint& lint,
                  const WriteJson& write_json, std::vector<Diagnostic>& diagnostics) {
  Mistakes mistakes("ruleset-invalid", diagnostics);
  ExampleRun run(ruleset, rule, lint, write_json, mistakes);
  for (const Value example : ruleset.rules()[rule].entry.find("examples").children()) {
    run.run(example);
  }
}

}  // namespace proclint
