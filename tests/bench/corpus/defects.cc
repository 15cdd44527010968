#include "bench/corpus/defects.h"

#include <algorithm>
#include <utility>

namespace proclint::corpus {
namespace {

Section& section(Procedure& procedure, std::string_view key) {
  return *std::find_if(procedure.sections.begin(), procedure.sections.end(),
                       [key](const Section& section) { return section.key == key; });
}

std::vector<std::string>& list(Procedure& procedure, std::string_view key) {
  std::vector<Block>& blocks = section(procedure, key).blocks;
  return std::find_if(blocks.begin(), blocks.end(),
                      [](const Block& block) { return block.kind != "text"; })
      ->texts;
}

std::string& text(Procedure& procedure, std::string_view key) {
  return section(procedure, key).blocks.front().texts.front();
}

// Every document has `what`.
void replace(std::string& json, std::string_view what, std::string_view with) {
  json.replace(json.find(what), what.size(), with);
}

// The first blank inside the summary's text.
char& blank_in_text(std::string& json) {
  constexpr std::string_view kText = "\"text\": \"";
  return json[json.find(' ', json.find(kText, json.find("\"summary\":")) + kText.size())];
}

constexpr Defect kDefects[] = {
    {"missing section",
     [](Procedure& p) {
       p.sections.erase(std::find_if(p.sections.begin(), p.sections.end(),
                                     [](const Section& s) { return s.key == "benefits"; }));
     },
     nullptr},
    {"empty section", [](Procedure& p) { section(p, "recovery").blocks.clear(); }, nullptr},
    {"empty list", [](Procedure& p) { list(p, "risks").clear(); }, nullptr},
    {"placeholder", [](Procedure& p) { text(p, "setting") = "TBD"; }, nullptr},
    {"code without a value", [](Procedure& p) { p.codes.front().value.reset(); }, nullptr},
    {"code too short",
     [](Procedure& p) {
       p.codes.front() = {"cpt", "6461", "primary"};
     },
     nullptr},
    {"code with a letter O",
     [](Procedure& p) {
       p.codes.front() = {"cpt", "6461O", "primary"};
     },
     nullptr},
    {"wrong SNOMED check digit",
     [](Procedure& p) {
       p.codes.front() = {"snomed-ct", "73761002", "primary"};
     },
     nullptr},
    {"wrong LOINC check digit",
     [](Procedure& p) {
       p.codes.front() = {"loinc", "2951-3", "primary"};
     },
     nullptr},
    {"code as a number",
     [](Procedure& p) {
       p.codes.front() = {"cpt", "64616", "primary", true};
     },
     nullptr},
    {"unknown code system",
     [](Procedure& p) {
       p.codes.front() = {"hcpic", "G0008", "primary"};
     },
     nullptr},
    {"duplicate section", [](Procedure& p) { p.sections.push_back(section(p, "purpose")); },
     nullptr},
    {"duplicate item",
     [](Procedure& p) {
       std::vector<std::string>& items = list(p, "benefits");
       items.push_back(items.front());
     },
     nullptr},
    {"mixed list punctuation", [](Procedure& p) { list(p, "benefits").back() += "."; }, nullptr},
    {"doubled word", [](Procedure& p) { text(p, "summary") += " Ask us for the the plan."; },
     nullptr},
    {"boilerplate line", [](Procedure& p) { text(p, "purpose") = "Back to top"; }, nullptr},
    {"title of a coder",
     [](Procedure& p) {
       p.title = "Excision of lesion(s), " + p.body_site + "; simple (e.g., wart)";
     },
     nullptr},
    {"zero width space", [](Procedure& p) { text(p, "recovery").insert(4, "\xE2\x80\x8B"); },
     nullptr},
    {"unknown status", [](Procedure& p) { p.status = "activ"; }, nullptr},
    {"id with capitals", [](Procedure& p) { p.id[0] = 'X'; }, nullptr},
    {"misspelt property", nullptr,
     [](std::string& json) { replace(json, "\"specialties\":", "\"specialites\":"); }},
    {"no title", nullptr, [](std::string& json) { replace(json, "\"title\":", "\"x-title\":"); }},
    {"paragraph without its block", nullptr,
     [](std::string& json) {
       const std::size_t begin = json.find('[', json.find("\"summary\":"));
       const std::size_t end = json.find(']', begin);
       json.replace(begin, end + 1 - begin, "\"A text that stands alone\"");
     }},
    {"missing comma", nullptr,
     [](std::string& json) { replace(json, "\"language\": \"en\",", "\"language\": \"en\""); }},
    {"comma too many", nullptr,
     [](std::string& json) { json.replace(json.rfind("\n}"), 2, ",\n}"); }},
    {"cut off", nullptr, [](std::string& json) { json.resize(json.size() * 2 / 3); }},
    {"line end in a string", nullptr, [](std::string& json) { blank_in_text(json) = '\n'; }},
    {"undecodable byte", nullptr, [](std::string& json) { blank_in_text(json) = '\xE9'; }},
};

}  // namespace

std::span<const Defect> defects() { return kDefects; }

}  // namespace proclint::corpus
