#include "core/engine/defective.h"

#include <array>
#include <string_view>

namespace proclint::testing {
namespace {

struct Block {
  std::string kind;  // text, items or steps
  std::vector<std::string> texts;
};

struct Section {
  std::string key;
  std::string heading;
  std::vector<Block> blocks;
};

// What a text may hold beside words, and what is wrong with some of it.
constexpr std::array<std::string_view, 26> kPieces{
    "the arm",
    "a nurse",
    "blood pressure",
    "you may feel pain",
    "10 mg",
    "the the",
    "is is",
    "a: b",
    "c #d",
    "it's",
    "\"so\"",
    "*not*",
    "_here_",
    "[x]",
    "&amp;",
    "<b>",
    "back\\slash",
    "to\xC2\xA0go",
    "ze\xE2\x80\x8Bro",
    "soft\xC2\xADly",
    "{brace",
    "12",
    "x - y",
    "\xC3\xA4lter",
    "and and and",
    "1. first",
};

class Composer {
 public:
  explicit Composer(std::mt19937& random) : random_(random) {}

  std::string run(Form form) {
    compose();
    if (form == Form::json) return json();
    if (form == Form::yaml) return line_ends(yaml());
    return line_ends(form == Form::markdown ? markdown() : page());
  }

 private:
  bool chance(unsigned percent) { return random_() % 100 < percent; }

  template <class List>
  auto& one_of(const List& list) {
    return list[random_() % list.size()];
  }

  std::string text(std::size_t most) {
    std::string out = chance(70) ? "Some" : std::string(one_of(kPieces));
    for (std::size_t i = random_() % most; i > 0; --i) {
      out += ' ';
      out += one_of(kPieces);
    }
    if (chance(50)) out += '.';
    return out;
  }

  void compose() {
    static const std::array<std::pair<std::string_view, std::string_view>, 5> kSections{
        {{"summary", "Summary"},
         {"procedure", "Procedure Description"},
         {"risks", "Risks and Complications"},
         {"recovery", "Recovery"},
         {"alternatives", "Alternatives"}}};
    title_ = "Blood draw " + text(3);
    for (const auto& [key, heading] : kSections) {
      if (chance(20)) continue;
      Section section{std::string(key), std::string(heading), {}};
      const std::size_t blocks = 1 + random_() % 3;
      for (std::size_t i = 0; i < blocks; ++i) {
        static const std::array<std::string_view, 3> kKinds{"text", "items", "steps"};
        Block block{std::string(one_of(kKinds)), {}};
        const std::size_t count = block.kind == "text" ? 1 : 1 + random_() % 5;
        for (std::size_t j = 0; j < count; ++j) {
          const bool is_again = !block.texts.empty() && chance(10);
          block.texts.push_back(is_again ? block.texts.front() : text(6));
        }
        section.blocks.push_back(std::move(block));
      }
      sections_.push_back(std::move(section));
    }
  }

  std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '"' || text[i] == '\\') out += '\\';
      if (text.substr(i, 2) == "\xC2\xA0" && chance(50)) {
        out += "\\u00a0";
        ++i;
      } else {
        out += text[i];
      }
    }
    return out + '"';
  }

  std::string code() { return chance(30) ? "00100" : chance(50) ? "64616" : "O0100"; }

  std::string json() {
    std::string value = code();
    if (value != "64616" || chance(50)) value = '"' + value + '"';
    const std::string line = chance(70) ? "\n  " : " ";
    std::string out = "{" + line + "\"schemaVersion\": \"1.0\"," + line + "\"id\": \"a\"," + line +
                      "\"title\": " + json_string(title_) + "," + line +
                      "\"codes\": [{\"system\": \"cpt\", \"value\": " + value + "}]," + line +
                      "\"sections\": {";
    const char* comma = "";
    for (const Section& section : sections_) {
      out += comma + line + "\"" + section.key + "\": [";
      comma = ",";
      const char* between = "";
      for (const Block& block : section.blocks) {
        out += between + line + "{\"" + block.kind + "\": ";
        between = ",";
        if (block.kind == "text") {
          out += json_string(block.texts.front()) + "}";
          continue;
        }
        out += "[";
        for (std::size_t i = 0; i < block.texts.size(); ++i) {
          out += (i == 0 ? "" : ", ") + json_string(block.texts[i]);
        }
        out += "]}";
      }
      out += "]";
    }
    return out + line + "}}" + (chance(80) ? "\n" : "");
  }

  // In some style that can hold it.
  std::string yaml_string(std::string_view text, const std::string& indent) {
    const bool is_plain = text.find_first_of(":#\"'*[]{}&<>\\_") == text.npos && text[0] >= 'A';
    if (is_plain && chance(60)) return std::string(text);
    if (chance(30)) {
      std::string out = "'";
      for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
      return out + "'";
    }
    if (chance(30)) {
      std::string out = chance(50) ? "|-\n" : ">-\n";
      out += indent + "  ";
      bool is_folded = out[0] == '>';
      for (const char c : text) {
        const bool is_fold = c == ' ' && is_folded && chance(20);
        out += is_fold ? "\n" + indent + "  " : std::string(1, c);
      }
      return out;
    }
    return json_string(text);
  }

  std::string comment() { return chance(15) ? " # a comment" : ""; }

  std::string yaml_head(bool has_names) {
    std::string out;
    if (has_names) out += "schemaVersion: \"1.0\"\nid: a\ntitle: " + yaml_string(title_, "") + "\n";
    std::string value = code();
    if (chance(50)) value = '"' + value + '"';
    out += chance(50) ? "codes: [{system: cpt, value: " + value + "}]" + comment() + "\n"
                      : "codes:\n  - system: cpt\n    value: " + value + comment() + "\n";
    return out;
  }

  std::string yaml() {
    std::string out = (chance(10) ? "\xEF\xBB\xBF" : "") + yaml_head(true) + "sections:\n";
    if (sections_.empty()) out += "  summary: []\n";
    for (const Section& section : sections_) {
      out += "  " + section.key + ":" + comment() + "\n";
      for (const Block& block : section.blocks) {
        if (block.kind == "text") {
          out += "    - text: " + yaml_string(block.texts.front(), "      ") + "\n";
          continue;
        }
        out += "    - " + block.kind + ":\n";
        for (const std::string& each : block.texts) {
          out += "        - " + yaml_string(each, "        ") + "\n";
          if (chance(10)) out += "        # between two items\n";
        }
      }
    }
    return out;
  }

  static std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (std::string_view("\\*_[<").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
    return out;
  }

  // Some of the signs stay what they are in Markdown.
  std::string markdown_text(std::string_view text) {
    std::string out = chance(50) ? escaped(text) : std::string(text);
    if (out[0] >= '0' && out[0] <= '9') out.insert(0, "At ");
    if (const std::size_t blank = out.find(' ', 4); blank != out.npos && chance(20)) {
      out[blank] = '\n';
    }
    return out;
  }

  std::string markdown() {
    std::string out = "---\n" + yaml_head(false) + "---\n\n# " + escaped(title_) + "\n";
    for (const Section& section : sections_) {
      out += "\n## " + section.heading + "\n";
      for (const Block& block : section.blocks) {
        out += '\n';
        if (chance(10)) out += "<!-- a comment -->\n\n";
        std::size_t number = 1;
        for (const std::string& each : block.texts) {
          const std::string marker = block.kind == "text"    ? ""
                                     : block.kind == "items" ? "- "
                                                             : std::to_string(number++) + ". ";
          out += marker + markdown_text(each) + "\n";
        }
      }
    }
    return out;
  }

  std::string blank_lines() {
    return chance(5) ? "" : chance(90) ? "\n" : chance(50) ? "\n\n" : "  \n";
  }

  std::string page() {
    std::string out = chance(10) ? "\xEF\xBB\xBF" : "";
    out += (chance(80) ? "CPT code " : "CPT4 code ") + code() + "\n\nName of the Procedure" +
           (chance(20) ? ":" : "") + "\n\n" + title_ + "\n";
    for (const Section& section : sections_) {
      std::string heading = section.heading;
      if (heading[0] == 'R' && chance(30)) heading = section.key == "risks" ? "Risks" : "Aftercare";
      out += blank_lines() + heading + (chance(10) ? ":" : "") + "\n";
      for (const Block& block : section.blocks) {
        out += blank_lines();
        std::size_t number = chance(10) ? 2 : 1;
        for (const std::string& each : block.texts) {
          if (block.kind == "items") out += chance(95) ? "  \xE2\x80\xA2 " : "- ";
          if (block.kind == "steps")
            out += "  " + std::to_string(number) + (chance(95) ? ". " : ") ");
          if (chance(92)) ++number;
          out += each + (chance(5) ? "  \n" : "\n");
        }
      }
    }
    if (chance(20)) out.pop_back();
    return out;
  }

  // All of one kind, or mixed.
  std::string line_ends(const std::string& text) {
    const unsigned returns = chance(80) ? 0 : chance(70) ? 100 : 20;
    std::string out;
    for (const char c : text) {
      if (c == '\n' && chance(returns)) out += '\r';
      out += c;
    }
    return out;
  }

  std::mt19937& random_;
  std::string title_;
  std::vector<Section> sections_;
};

}  // namespace

std::string defective(Form form, std::mt19937& random) { return Composer(random).run(form); }

}  // namespace proclint::testing
