#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "core/print/format.h"
#include "core/read/page_sample.h"
#include "core/read/reading.h"

// What tests of the formatter share.

namespace proclint {

/// The order of the schema that is shipped.
inline const KeyOrder& procedure_order() {
  static const KeyOrder order = [] {
    const JsonReading schema(
        sample::file_text(PROCLINT_PROJECT_DIR "/schemas/procedure.schema.json"));
    return KeyOrder::from(Value::root(schema.document), sample::headings());
  }();
  return order;
}

/// A text that was read and formatted.
struct Formatting {
  Formatting(Form given_form, std::string given)
      : text(std::move(given)), source("test", text), form(given_form) {
    const bool is_good = read(source, document);
    const FormatOptions options{&procedure_order(), [this](const Source& again, Document& other) {
                                  return read(again, other, &document);
                                }};
    if (is_good) formatted = format(document, options);
    is_read = is_good;
  }
  Formatting(const Formatting&) = delete;
  Formatting& operator=(const Formatting&) = delete;

  bool read(const Source& from, Document& to, const Document* before = nullptr) const {
    std::vector<Diagnostic> findings;
    ReadOptions options;
    options.before = before;
    options.headings = &sample::headings();
    reader_for(form).read(from, options, to, findings);
    return findings.empty();
  }

  std::string text;
  Source source;
  Form form;
  Document document;
  Formatted formatted;
  bool is_read = false;
};

inline std::string formatted(Form form, std::string_view text) {
  const Formatting formatting(form, std::string(text));
  BOOST_TEST_REQUIRE(formatting.is_read, text);
  return formatting.formatted.text;
}

/// What must hold of any text: formatting does not fail, changes no value and no comment, and a
/// second time changes nothing. Whether the text could be formatted.
inline bool check_formatting(Form form, const std::string& text, std::string_view of) {
  const Formatting once(form, text);
  if (!once.is_read) return false;
  const std::string& result = once.formatted.text;
  BOOST_TEST(!once.formatted.is_failed, of << " fails:\n" << text);
  Document again;
  const Source source("again", result);
  BOOST_TEST_REQUIRE(once.read(source, again), of << ":\n" << text << "\nbecomes\n" << result);
  BOOST_TEST(say_the_same(once.document, again), of << ":\n" << text << "\nbecomes\n" << result);
  if (!once.formatted.kept.empty()) return false;
  const Formatting twice(form, result);
  BOOST_TEST(twice.formatted.text == result, of << ":\n"
                                                << text << "\nbecomes\n"
                                                << result << "\nand then\n"
                                                << twice.formatted.text);
  return true;
}

}  // namespace proclint
