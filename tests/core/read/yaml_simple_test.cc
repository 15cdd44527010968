#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/read/reader_agreement.h"
#include "core/read/yaml_cases.h"
#include "core/source/file.h"

namespace proclint {
namespace {

BOOST_AUTO_TEST_SUITE(yaml_simple)

bool is_read(std::string_view text) {
  const Agreement both = yaml_agreement(text);
  BOOST_TEST(both.problem == "", text << ": " << both.problem);
  return both.is_simple;
}

BOOST_AUTO_TEST_CASE(what_authors_write_is_read_without_the_library) {
  const std::vector<std::string_view> texts{
      "a: b\n",
      "a: b",
      "a: b\r\nc: d\r\n",
      "---\na: b\n",
      "# first\n--- # second\n# third\na: b # fourth\n  # fifth\n",
      "- a\n- b\n",
      "- - a\n  - b\n-\n  - c\n",
      "- a: b\n  c: d\n-\n  e: f\n-   g: h\n    i: j\n",
      "a:\n- b\n- c\nd:\n  - e\n",
      "a:\nb:\n  c:\n  d:\ne:\n  - \n  -\nf:\n",
      "a: # behind a key\n  b: c\nd: --e\nf: #\n",
      "a: http://b.c/#d\ne:f: g#h\n",
      "a: -1\nb: -c\n",
      "a: 'b'\n'c': \"d\"\n\"e\" : f\n",
      "a: 'it''s'\nb: \"\\\"\\\\\\u00e9\\x41\\n\"\n",
      "a: |\n  b\n\n    c\n  d\n\n\ne: >-\n  f\n  g\n",
      "a: |  # comment\n  b",
      "- |\n b\n- >\n   c\n",
      "a: b\n  c\n\n  d\ne: 'f\n  g'\nh: \"i \\\n  \\ j\n\n  k\"\n",
      "a:\n  b\n  c\n",
      "a: []\nb: {}\nc: [d, 'e', \"f\"]\ng: {h: i, \"j\": [k]} # l\n",
      "a: [1, [2, 3], {b: c d}]\n",
      "a: 00100\nb: NO\nc: 12:30\nd: ~\ne: null\nf: true\ng: .inf\n",
      "\xC3\xA9: \xE2\x82\xAC \xF0\x9F\x98\x80\n",
      "a: b\na: c\n",
      "a: b, c] d} & * ! % @ `\n",
  };
  for (const std::string_view text : texts) BOOST_TEST(is_read(text), text);
}

BOOST_AUTO_TEST_CASE(what_is_rare_or_wrong_is_left_to_the_library) {
  const std::vector<std::string_view> texts{
      "",
      "# nothing\n",
      "---\n",
      "text\n",
      "'text'\n",
      "[a, b]\n",
      "|\n  text\n",
      "a: &b c\n",
      "a: *b\n",
      "a: !!str b\n",
      "<<: a\n",
      "? a\n: b\n",
      "~: a\n",
      "null: a\n",
      ": a\n",
      "%YAML 1.2\n---\na: b\n",
      "--- a\n",
      "--- a: b\n",
      "a: b\n...\n",
      "a: b\n---\nc: d\n",
      "---\n---\na: b\n",
      "\xEF\xBB\xBF"
      "a: b\n",
      "a:\tb\n",
      "a: b\tc\n",
      "a: b\rc: d\n",
      "a: \xC2\x85\n",
      "a: \xE2\x80\xA8\n",
      "a: \xFF\n",
      std::string_view("a: \0\n", 5),
      "a: \x7F\n",
      "a: b: c\n",
      "a: b:\n",
      "a: - b\n",
      "a: - \n",
      "a:\n- \n",
      "a: 'b' c\n",
      "a: 'b'# c\n",
      "'a':b\n",
      "a: 'b\n",
      "a: 'b\nc'\n",
      "a: \"\\q\"\n",
      "a: \"\\ud800\"\n",
      "a: \"\\u12\"\n",
      "a: \"\\x4\"\n",
      "a: b\n c: d\n",
      "a: b\n # c\n d\n",
      "a:\n    b: c\n  d: e\n",
      "- a\nb: c\n",
      "a: b\n- c\n",
      "a: b\nc\n",
      "a: |+\n  b\n",
      "a: |2\n  b\n",
      "a: |\nb: c\n",
      "a: |\n   \n  b\n",
      "a: |\n   b\n  c\n",
      "a: | b\n",
      "a:\n   |\n b\n\n  c\n",
      "a: [b\n",
      "a: [b,\n  c]\n",
      "a: [b: c]\n",
      "a: [b, ]\n",
      "a: [, b]\n",
      "a: {b}\n",
      "a: {b: }\n",
      "a: [b]: c\n",
      "[a]: b\n",
      "a: @b\n",
      "a: `b\n",
      "a: %b\n",
      "- ? a\n",
  };
  for (const std::string_view text : texts) BOOST_TEST(!is_read(text), text);
  BOOST_TEST(!is_read(std::string(1025, 'a') + ": b\n"));
  BOOST_TEST(!is_read("a: " + std::string(300'000, ',') + "\n"));
}

BOOST_AUTO_TEST_CASE(lists_and_maps_deeper_than_allowed_are_left_to_the_library) {
  BOOST_TEST(yaml_agreement("a:\n  - b\n", 2).is_simple);
  BOOST_TEST(!yaml_agreement("a:\n  - b\n", 1).is_simple);
  BOOST_TEST(!yaml_agreement("a: [b]\n", 1).is_simple);
}

BOOST_AUTO_TEST_CASE(cases_of_the_suite_are_read_the_same) {
  int all = 0;
  int simple = 0;
  for_each_yaml_case([&](const YamlCase& one) {
    ++all;
    const Agreement both = yaml_agreement(one.yaml);
    BOOST_TEST(both.problem == "", one.id << ": " << both.problem);
    if (both.is_simple) ++simple;
    BOOST_TEST(!(both.is_simple && one.must_fail), one.id);
  });
  if (all != 0) std::cout << "yaml suite: " << simple << " of " << all << " cases are simple\n";
}

void check_files(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    std::string text;
    BOOST_TEST_REQUIRE(read_file(entry.path().string(), std::size_t{1} << 24U, text).has_value());
    BOOST_TEST(yaml_agreement(text).problem == "", entry.path());
  }
}

BOOST_AUTO_TEST_CASE(files_of_ours_are_read_the_same) {
  check_files(std::filesystem::path(PROCLINT_PROJECT_DIR) / "sample-data");
  check_files(std::filesystem::path(PROCLINT_PROJECT_DIR) / "rules");
}

// Documents of every sort that the simple reader takes, and what is near to them.
class Composer {
 public:
  explicit Composer(std::uint32_t seed) : random_(seed) {}

  std::string document() {
    out_.clear();
    if (one_in(8)) out_ += "---\n";
    comments(0);
    if (one_in(3)) {
      list(0, 0);
    } else {
      map(0, 0);
    }
    if (one_in(8)) out_.pop_back();
    if (one_in(8)) replace_all(out_, "\n", "\r\n");
    return out_;
  }

  // The same with a few mistakes, or what looks like some.
  std::string mutated(std::string text) {
    for (std::size_t i = 0; i <= below(3) && !text.empty(); ++i) {
      const std::size_t at = below(text.size());
      switch (below(6)) {
        case 0:
          text.resize(at);
          break;
        case 1:
          text[at] = kSigns[below(kSigns.size())];
          break;
        case 2:
          text.insert(at, 1, kSigns[below(kSigns.size())]);
          break;
        case 3:
          text.erase(at, 1 + below(3));
          break;
        case 4:  // another indentation
          text.insert(text.rfind('\n', at) + 1, 1 + below(4), ' ');
          break;
        default: {
          const std::size_t begin = text.rfind('\n', at) + 1;
          if (text[begin] == ' ') text.erase(begin, 1 + below(2));
        }
      }
    }
    return text;
  }

 private:
  static constexpr std::string_view kSigns = " \n\r\t:-#,[]{}'\"\\|>?&*!%@`~<0ax.\x85\xC2\xA0";

  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  std::string_view any(const std::vector<std::string_view>& texts) {
    return texts[below(texts.size())];
  }

  void indent(std::size_t column) { out_.append(column, ' '); }
  void comments(std::size_t column) {
    if (one_in(10)) out_ += "\n";
    if (!one_in(10)) return;
    indent(one_in(2) ? column : below(6));
    out_ += "# note\n";
  }
  void end_line() {
    if (one_in(12)) out_ += ' ';
    if (one_in(12)) out_ += " # note";
    out_ += '\n';
  }

  void word() {
    out_ += any({"a",
                 "text",
                 "1",
                 "-1.5",
                 "00100",
                 "true",
                 "NO",
                 "~",
                 "null",
                 "12:30",
                 "a#b",
                 "a:b",
                 "e\xCC\x81t\xC3\xA9",
                 "\xE2\x82\xAC",
                 "-x",
                 "x-",
                 "a, b",
                 "(c)",
                 "a]b",
                 "0x1F",
                 "1e5",
                 ".5",
                 "..",
                 "--",
                 "---",
                 "?x",
                 ":x",
                 "<<",
                 "=",
                 "\xF0\x9F\x98\x80"});
  }
  void words() {
    word();
    while (one_in(2)) {
      out_ += ' ';
      word();
    }
  }
  void quoted(std::size_t column) {
    const bool is_double = one_in(2);
    out_ += is_double ? '"' : '\'';
    for (std::size_t i = below(4); i > 0; --i) {
      word();
      out_ += any({" ", " ", "  ", ": ", " #"});
      if (one_in(6)) out_ += is_double ? any({"\\n", "\\\"", "\\u00e9", "\\x41", "\\\\"}) : "''";
      if (column != 0 && one_in(8)) lines_between(column);
      if (column != 0 && is_double && one_in(8)) {
        out_ += '\\';
        lines_between(column);
      }
    }
    out_ += is_double ? '"' : '\'';
  }
  void lines_between(std::size_t column) {
    out_ += '\n';
    if (one_in(4)) out_ += '\n';
    indent(column + below(2));
  }
  void block(std::size_t column) {
    out_ += any({"|", ">", "|-", ">-", "|", ">-", "|+", "|1", ">2-"});
    end_line();
    const std::size_t deeper = column + below(3);
    for (std::size_t i = 1 + below(4); i > 0; --i) {
      if (one_in(4)) {
        indent(below(deeper + 2));
        out_ += '\n';
      }
      indent(deeper + (one_in(5) ? 1 + below(2) : 0));
      words();
      out_ += one_in(8) ? " \n" : "\n";
    }
    if (one_in(3)) out_ += "\n";
  }
  void flow(std::size_t depth) {
    const bool is_map = one_in(2);
    out_ += is_map ? "{" : "[";
    for (std::size_t i = below(3); i > 0; --i) {
      if (is_map) {
        if (one_in(3)) {
          quoted(0);
        } else {
          word();
        }
        out_ += any({": ", ": ", ":", " : "});
      }
      if (depth < 2 && one_in(4)) {
        flow(depth + 1);
      } else if (one_in(3)) {
        quoted(0);
      } else {
        word();
      }
      if (i > 1 || one_in(8)) out_ += any({", ", ",", " , "});
    }
    out_ += is_map ? "}" : "]";
  }

  // Behind a key or dash; `column` is that of lines that go on with it.
  void value(std::size_t column, std::size_t depth) {
    switch (below(depth > 4 ? 6 : 9)) {
      case 0:
        end_line();
        break;
      case 1:
        out_ += ' ';
        quoted(column);
        end_line();
        break;
      case 2:
        out_ += ' ';
        block(column);
        break;
      case 3:
        out_ += ' ';
        flow(0);
        end_line();
        break;
      case 4:
        out_ += one_in(4) ? "  " : " ";
        words();
        if (one_in(3)) {
          lines_between(column);
          words();
        }
        end_line();
        break;
      case 5:
        out_ += ' ';
        words();
        end_line();
        break;
      default:
        end_line();
        comments(column);
        if (one_in(3)) {
          list(column - (one_in(3) ? 1 : 0), depth + 1);
        } else {
          map(column, depth + 1);
        }
    }
  }

  void map(std::size_t column, std::size_t depth, bool is_in_line = false) {
    for (std::size_t i = 1 + below(3); i > 0; --i) {
      if (!is_in_line) {
        comments(column);
        indent(column);
      }
      is_in_line = false;
      if (one_in(6)) {
        quoted(0);
      } else {
        words();
      }
      out_ += one_in(10) ? " :" : ":";
      value(column + 1 + below(3), depth);
    }
  }
  void list(std::size_t column, std::size_t depth, bool is_in_line = false) {
    for (std::size_t i = 1 + below(3); i > 0; --i) {
      if (!is_in_line) {
        comments(column);
        indent(column);
      }
      is_in_line = false;
      out_ += '-';
      const std::size_t blanks = 1 + (one_in(6) ? below(3) : 0);
      if (depth < 4 && one_in(3)) {
        out_.append(blanks, ' ');
        if (one_in(3)) {
          list(column + 1 + blanks, depth + 1, true);
        } else {
          map(column + 1 + blanks, depth + 1, true);
        }
      } else {
        value(column + 1 + below(2), depth);
      }
    }
  }

  std::mt19937 random_;
  std::string out_;
};

BOOST_AUTO_TEST_CASE(random_documents_are_read_the_same) {
  constexpr std::uint32_t kDocuments = 4000;
  int simple = 0;
  for (std::uint32_t seed = 0; seed < kDocuments; ++seed) {
    Composer composer(seed);
    const std::string text = composer.document();
    const Agreement both = yaml_agreement(text);
    BOOST_TEST_REQUIRE(both.problem == "", both.problem << ", seed " << seed << ":\n" << text);
    if (both.is_simple) ++simple;
    for (int i = 0; i < 4; ++i) {
      const std::string other = composer.mutated(text);
      const std::string problem = yaml_agreement(other).problem;
      BOOST_TEST_REQUIRE(problem == "", problem << ", mutated " << seed << ":\n" << other);
    }
  }
  // Else nothing is compared.
  std::cout << "yaml: " << simple << " of " << kDocuments << " random documents are simple\n";
  BOOST_TEST(simple > static_cast<int>(kDocuments) / 8);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
