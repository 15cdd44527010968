#include "core/print/exchange_parts.h"

namespace proclint {
namespace {

constexpr std::string_view kVocabulary = "schema.org";

// Subtypes of MedicalProcedure by what a procedure is for. Preventive and screening procedures have
// none. contraindication belongs to MedicalTherapy, a subtype of TherapeuticProcedure.
std::string_view subtype(std::string_view category) {
  if (category == "diagnostic" || category == "evaluation") return "DiagnosticProcedure";
  if (category == "therapeutic") return "MedicalTherapy";
  if (category == "palliative") return "PalliativeProcedure";
  return {};
}

bool is_therapy(std::string_view type) {
  return type == "MedicalTherapy" || type == "PalliativeProcedure";
}

// Members of the enumeration MedicalProcedureType.
std::string_view procedure_type(std::string_view type) {
  if (type == "noninvasive") return "https://schema.org/NoninvasiveProcedure";
  if (type == "percutaneous") return "https://schema.org/PercutaneousProcedure";
  if (type == "surgical") return "https://schema.org/SurgicalProcedure";
  return {};
}

class Export {
 public:
  Export(const Document& document, const ExchangeOptions& options) : source_(document, options) {}

  void write(std::string& out, std::vector<Diagnostic>& losses) {
    const Value category = source_.take("category");
    if (category && category.is(Kind::string)) type_ = subtype(category.text());
    if (category && type_.empty()) {
      source_.lose(category, "schema.org has no type of procedure for it");
    }
    json_.begin_map();
    json_.member("@context", "https://schema.org");
    types();
    json_.member("@id", source_.take_text("id"));
    json_.member("name", source_.take_text("title"));
    names();
    json_.member("description", description());
    codes();
    procedure();
    therapy();
    json_.member("status", source_.take_text("status"));
    page();
    json_.end_map();
    out += json_.written();
    out += '\n';
    source_.finish(kVocabulary, losses);
  }

 private:
  void types() {
    if (type_.empty()) return json_.member("@type", "MedicalProcedure");
    json_.key("@type").begin_list();
    json_.text("MedicalProcedure");
    if (is_therapy(type_)) json_.text("TherapeuticProcedure");
    json_.text(type_);
    json_.end_list();
  }

  void names() {
    const Value names = source_.take("names");
    descriptor_ = source_.take_descriptor();
    if ((!names || !names.is(Kind::map)) && descriptor_.text.empty()) return;
    json_.key("alternateName").begin_list();
    if (names && names.is(Kind::map)) {
      for (const Value group : names.children()) {
        for (const Value name : group.children()) {
          if (name.is(Kind::string)) json_.text(name.text());
        }
      }
    }
    if (!descriptor_.text.empty()) json_.text(descriptor_.text);
    json_.end_list();
  }

  // schema.org has no purpose and no indication of a procedure any more: they describe it.
  std::string description() {
    std::string out;
    for (const std::string_view key : {"summary", "purpose", "indications"}) {
      const std::string text = sections_text(source_.take_sections(key));
      if (!out.empty() && !text.empty()) out += "\n\n";
      out += text;
    }
    return out;
  }

  void codes() {
    const Value codes = source_.take("codes");
    if (!codes || !codes.is(Kind::list)) return;
    json_.key("code").begin_list();
    for (const Value code : codes.children()) {
      const Value value = code.find("value");
      const CodeSystemName system = source_.code_system(code);
      if (!value || !value.is(Kind::string) || system.label.empty()) {
        source_.lose(code, "schema.org wants the system and the value of a code");
        continue;
      }
      json_.begin_map();
      json_.member("@type", "MedicalCode");
      json_.member("codeValue", value.text());
      json_.member("codingSystem", system.label);
      if (!system.uri.empty()) in_code_set(system);
      json_.end_map();
    }
    json_.end_list();
  }

  void in_code_set(const CodeSystemName& system) {
    json_.key("inCodeSet").begin_map();
    json_.member("@type", "CategoryCodeSet");
    json_.member("@id", system.uri);
    json_.member("name", system.label);
    json_.end_map();
  }

  void procedure() {
    const Value type = source_.take("procedureType");
    const std::string_view member =
        type && type.is(Kind::string) ? procedure_type(type.text()) : "";
    json_.member("procedureType", member);
    if (type && member.empty()) source_.lose(type, "schema.org has no such type of procedure");
    body_sites();
    json_.member("preparation", sections_text(source_.take_sections("preparation")));
    json_.member("howPerformed", sections_text(source_.take_sections("procedure")));
    std::vector<Value> afterwards = source_.take_sections("recovery");
    for (const Value section : source_.take_sections("follow-up")) afterwards.push_back(section);
    json_.member("followup", sections_text(afterwards));
  }

  void body_sites() {
    const Value sites = source_.take("bodySites");
    if (!sites || sites.size() == 0) return;
    json_.key("bodyLocation").begin_list();
    for (const Value site : sites.children()) {
      json_.text(text_member(site, "text"));
    }
    json_.end_list();
  }

  // Of a therapy, schema.org names risks and who should not have it; of others they go to the page.
  void therapy() {
    if (!is_therapy(type_)) return;
    json_.member("contraindication", sections_text(source_.take_sections("contraindications")));
    const std::vector<Value> risks = source_.take_sections("risks");
    if (risks.empty()) return;
    json_.key("adverseOutcome").begin_list();
    for (const Value section : risks) {
      for (const std::string& risk : section_elements(section)) outcome("name", risk);
      const std::string rest = paragraphs(section);
      if (!rest.empty()) outcome("description", rest);
    }
    json_.end_list();
  }

  void outcome(std::string_view property, std::string_view text) {
    json_.begin_map();
    json_.member("@type", "MedicalEntity");
    json_.member(property, text);
    json_.end_map();
  }

  static std::string paragraphs(Value section) {
    std::string out;
    for (const Value block : section.children()) {
      const std::string_view text = text_member(block, "text");
      if (!out.empty() && !text.empty()) out += "\n\n";
      out += text;
    }
    return out;
  }

  // What belongs to the text about the procedure, not to the procedure.
  void page() {
    json_.key("mainEntityOfPage").begin_map();
    json_.member("@type", "MedicalWebPage");
    json_.member("inLanguage", source_.take_text("language"));
    json_.member("copyrightNotice", descriptor_.rights);
    audience();
    provenance();
    const std::vector<Value> sections = source_.take_other_sections();
    if (!sections.empty()) json_.key("hasPart").begin_list();
    for (const Value section : sections) {
      json_.begin_map();
      json_.member("@type", "WebPageElement");
      json_.member("name", source_.heading(section));
      json_.member("text", section_text(section));
      json_.end_map();
    }
    if (!sections.empty()) json_.end_list();
    json_.end_map();
  }

  void audience() {
    const std::string_view audience = source_.take_text("audience");
    if (audience.empty()) return;
    json_.key("audience").begin_map();
    json_.member("@type", "MedicalAudience");
    json_.member("audienceType", audience);
    json_.end_map();
  }

  void provenance() {
    const Value provenance = source_.take("provenance");
    if (!provenance || !provenance.is(Kind::map)) return;
    for (const Value member : provenance.children()) {
      const std::string_view key = member.key().text();
      if (key == "authors") {
        people("author", member);
      } else if (key == "reviewers") {
        people("reviewedBy", member);
      } else if (key == "references") {
        citations(member);
      } else if (key == "source" && member.is(Kind::string)) {
        json_.key("isBasedOn");
        work(member.text(), "");
      } else if (!date_or_text(key, member)) {
        source_.lose(member, "schema.org has no place for it");
      }
    }
  }

  bool date_or_text(std::string_view key, Value member) {
    constexpr std::pair<std::string_view, std::string_view> kSame[] = {
        {"created", "dateCreated"},
        {"lastReviewed", "lastReviewed"},
        {"license", "license"},
        {"reviewDue", "expires"}};
    for (const auto& [ours, theirs] : kSame) {
      if (key != ours || !member.is(Kind::string)) continue;
      json_.member(theirs, member.text());
      return true;
    }
    return false;
  }

  void people(std::string_view property, Value list) {
    if (list.size() == 0) return;
    json_.key(property).begin_list();
    for (const Value person : list.children()) {
      json_.begin_map();
      json_.member("@type", "Person");
      json_.member("name", person_name(person));
      json_.member("jobTitle", text_member(person, "role"));
      json_.end_map();
    }
    json_.end_list();
  }

  void citations(Value list) {
    if (list.size() == 0) return;
    json_.key("citation").begin_list();
    for (const Value reference : list.children()) {
      work(text_member(reference, "text"), text_member(reference, "url"));
    }
    json_.end_list();
  }

  void work(std::string_view name, std::string_view url) {
    json_.begin_map();
    json_.member("@type", "CreativeWork");
    json_.member("name", name);
    json_.member("url", url);
    json_.end_map();
  }

  ExchangeSource source_;
  ExchangeJson json_;
  std::string_view type_;
  Descriptor descriptor_;
};

}  // namespace

void write_jsonld(const Document& document, const ExchangeOptions& options, std::string& out,
                  std::vector<Diagnostic>& losses) {
  Export(document, options).write(out, losses);
}

}  // namespace proclint
