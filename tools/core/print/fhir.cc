#include <nettle/base64.h>

#include <algorithm>

#include "core/print/exchange_parts.h"

namespace proclint {
namespace {

constexpr std::string_view kVocabulary = "FHIR";
// FHIR R4, 2.24.0.1: an id has at most 64 letters, digits, "-" and "."; "-plan" takes five.
constexpr std::size_t kLongestId = 59;

std::string base64(std::string_view text) {
  std::string out(BASE64_ENCODE_RAW_LENGTH(text.size()), '\0');
  base64_encode_raw(out.data(), text.size(), reinterpret_cast<const std::uint8_t*>(text.data()));
  return out;
}

constexpr std::string_view kBefore = "preparation";
constexpr std::string_view kDuring = "procedure";
constexpr std::string_view kAfter[] = {"recovery", "follow-up"};

// The type of a related artifact that a relation between codes is (RelatedArtifactType).
std::string_view artifact_type(std::string_view relation) {
  if (relation == "replaced-by") return "successor";
  if (relation == "replaces") return "predecessor";
  return "documentation";
}

class Export {
 public:
  Export(const Document& document, const ExchangeOptions& options) : source_(document, options) {}

  void write(std::string& out, std::vector<Diagnostic>& losses) {
    id_ = source_.take_text("id");
    title_ = source_.take_text("title");
    status_ = source_.take_text("status");
    language_ = source_.take_text("language");
    before_ = source_.take_sections(kBefore);
    during_ = source_.take_sections(kDuring);
    for (const std::string_view key : kAfter) {
      for (const Value section : source_.take_sections(key)) after_.push_back(section);
    }
    json_.begin_map();
    json_.member("resourceType", "Bundle");
    json_.member("type", "collection");
    json_.key("entry").begin_list();
    entry("activity", [this] { activity(); });
    entry("plan", [this] { plan(); });
    json_.end_list();
    json_.end_map();
    out += json_.written();
    out += '\n';
    source_.finish(kVocabulary, losses);
  }

 private:
  std::string url(std::string_view part) const {
    return "urn:proclint:" + std::string(part) + ":" + std::string(id_.empty() ? "unnamed" : id_);
  }

  template <class Write>
  void entry(std::string_view part, Write write) {
    json_.begin_map();
    json_.member("fullUrl", url(part));
    json_.key("resource").begin_map();
    write();
    json_.end_map();
    json_.end_map();
  }

  // The elements that both resources share, in the order of the specification.
  void head(std::string_view type, std::string_view part, std::string_view suffix) {
    json_.member("resourceType", type);
    if (!id_.empty() && id_.size() <= kLongestId) {
      json_.member("id", std::string(id_) + std::string(suffix));
    }
    json_.member("language", language_);
    json_.member("url", url(part));
    if (!id_.empty()) {
      json_.key("identifier").begin_list();
      json_.begin_map();
      json_.member("value", id_);
      json_.end_map();
      json_.end_list();
    }
    json_.member("title", title_);
  }

  void status() {
    const bool is_known = status_ == "draft" || status_ == "active" || status_ == "retired";
    json_.member("status", is_known ? status_ : "unknown");
  }

  void activity() {
    head("ActivityDefinition", "activity", "");
    json_.member("subtitle", subtitle());
    status();
    json_.member("description", sections_text(source_.take_sections("summary")));
    contexts();
    json_.member("purpose", sections_text(source_.take_sections("purpose")));
    json_.member("usage", sections_text(source_.take_sections("indications")));
    const Descriptor descriptor = source_.take_descriptor();
    copyright(descriptor);
    provenance();
    topics();
    people();
    artifacts();
    json_.member("kind", "ServiceRequest");
    codes(descriptor);
    timing();
    location();
    participants();
    body_sites();
  }

  // One name fits; the others are lost.
  std::string_view subtitle() {
    const Value names = source_.take("names");
    std::string_view first;
    if (!names || !names.is(Kind::map)) return first;
    for (const Value group : names.children()) {
      for (const Value name : group.children()) {
        if (first.empty() && name.is(Kind::string)) {
          first = name.text();
        } else {
          source_.lose(name, "an ActivityDefinition has one further name only");
        }
      }
    }
    return first;
  }

  void contexts() {
    const Value audience = source_.take("audience");
    const Value settings = source_.take("settings");
    const bool has_settings = settings && settings.size() > 0;
    if (!audience && !has_settings) return;
    json_.key("useContext").begin_list();
    if (audience && audience.is(Kind::string)) context("user", audience.text());
    if (has_settings) {
      for (const Value setting : settings.children()) {
        if (setting.is(Kind::string)) context("venue", setting.text());
      }
    }
    json_.end_list();
  }

  void context(std::string_view code, std::string_view text) {
    json_.begin_map();
    json_.key("code").begin_map();
    json_.member("system", "http://terminology.hl7.org/CodeSystem/usage-context-type");
    json_.member("code", code);
    json_.end_map();
    json_.key("valueCodeableConcept");
    concept_of(text);
    json_.end_map();
  }

  void concept_of(std::string_view text) {
    json_.begin_map();
    json_.member("text", text);
    json_.end_map();
  }

  void copyright(const Descriptor& descriptor) {
    provenance_ = source_.take("provenance");
    const std::string_view license = text_member(provenance_, "license");
    std::string out(descriptor.rights);
    if (!out.empty() && !license.empty()) out += "\n\n";
    json_.member("copyright", out.append(license));
  }

  void provenance() {
    if (!provenance_ || !provenance_.is(Kind::map)) return;
    const std::string_view reviewed = text_member(provenance_, "lastReviewed");
    if (is_date(reviewed)) json_.member("lastReviewDate", reviewed);
    for (const Value member : provenance_.children()) {
      const std::string_view key = member.key().text();
      constexpr std::string_view kWritten[] = {"license", "authors", "reviewers", "references",
                                               "lastReviewed"};
      if (std::find(std::begin(kWritten), std::end(kWritten), key) == std::end(kWritten)) {
        source_.lose(member, "FHIR has no place for it");
      }
    }
  }

  void topics() {
    std::vector<std::string_view> topics;
    for (const std::string_view key : {"category", "procedureType"}) {
      const std::string_view text = source_.take_text(key);
      if (!text.empty()) topics.push_back(text);
    }
    const Value specialties = source_.take("specialties");
    if (specialties && specialties.is(Kind::list)) {
      for (const Value specialty : specialties.children()) {
        if (specialty.is(Kind::string)) topics.push_back(specialty.text());
      }
    }
    if (topics.empty()) return;
    json_.key("topic").begin_list();
    for (const std::string_view topic : topics) concept_of(topic);
    json_.end_list();
  }

  void people() {
    contacts("author", provenance_ ? provenance_.find("authors") : Value());
    contacts("reviewer", provenance_ ? provenance_.find("reviewers") : Value());
  }

  void contacts(std::string_view name, Value people) {
    if (!people || people.size() == 0) return;
    json_.key(name).begin_list();
    for (const Value person : people.children()) {
      json_.begin_map();
      json_.member("name", person_name(person));
      json_.end_map();
      const Value role = person.find("role");
      if (role) source_.lose(role, "a contact of FHIR has a name only");
    }
    json_.end_list();
  }

  // References, similar codes, and the sections that FHIR has no element for.
  void artifacts() {
    const Value references = provenance_ ? provenance_.find("references") : Value();
    const Value similar = source_.take("similarCodes");
    personnel_ = source_.take_sections("personnel");
    setting_ = source_.take_sections("setting");
    const std::vector<Value> sections = source_.take_other_sections();
    const bool has_references = references && references.size() > 0;
    const bool has_similar = similar && similar.size() > 0;
    if (!has_references && !has_similar && sections.empty()) return;
    json_.key("relatedArtifact").begin_list();
    if (has_references) {
      for (const Value reference : references.children()) citation(reference);
    }
    if (has_similar) {
      for (const Value code : similar.children()) similar_code(code);
    }
    for (const Value section : sections) documentation(section);
    json_.end_list();
  }

  void citation(Value reference) {
    json_.begin_map();
    json_.member("type", "citation");
    json_.member("citation", text_member(reference, "text"));
    json_.member("url", text_member(reference, "url"));
    json_.end_map();
  }

  void similar_code(Value code) {
    const std::string_view document = text_member(code, "document");
    json_.begin_map();
    json_.member("type", artifact_type(text_member(code, "relation")));
    json_.member("label", text_member(code, "relation"));
    json_.member("display", std::string(source_.code_system(code).label) + " " +
                                std::string(text_member(code, "value")));
    if (!document.empty())
      json_.member("resource", "urn:proclint:activity:" + std::string(document));
    json_.end_map();
  }

  void documentation(Value section) {
    const std::string text = section_text(section);
    json_.begin_map();
    json_.member("type", "documentation");
    json_.member("display", source_.heading(section));
    if (!text.empty()) {
      json_.key("document").begin_map();
      json_.member("contentType", "text/markdown; charset=utf-8");
      json_.member("language", language_);
      json_.member("data", base64(text));
      json_.end_map();
    }
    json_.end_map();
  }

  void codes(const Descriptor& descriptor) {
    const Value codes = source_.take("codes");
    json_.key("code").begin_map();
    if (codes && codes.size() > 0) {
      json_.key("coding").begin_list();
      for (const Value code : codes.children()) coding(code);
      json_.end_list();
    }
    json_.member("text", descriptor.text.empty() ? title_ : descriptor.text);
    json_.end_map();
  }

  void coding(Value code) {
    const CodeSystemName system = source_.code_system(code);
    const std::string_view value = text_member(code, "value");
    if (system.uri.empty() || value.empty()) {
      return source_.lose(code, "FHIR wants a code system with an address, and a value");
    }
    json_.begin_map();
    json_.member("system", system.uri);
    json_.member("version", text_member(code, "version"));
    json_.member("code", value);
    json_.end_map();
  }

  void timing() {
    const Value duration = source_.take("duration");
    if (!duration || !duration.is(Kind::map)) return;
    const std::optional<std::uint64_t> low = minutes(text_member(duration, "min"));
    const std::optional<std::uint64_t> high = minutes(text_member(duration, "max"));
    if (!low && !high) return source_.lose(duration, "it has no minutes, hours or days to count");
    json_.key("timingRange").begin_map();
    if (low) quantity("low", *low);
    if (high) quantity("high", *high);
    json_.end_map();
    for (const Value member : duration.children()) {
      const std::string_view key = member.key().text();
      if (key != "min" && key != "max") source_.lose(member, "FHIR has no place for it");
    }
  }

  void quantity(std::string_view name, std::uint64_t value) {
    json_.key(name).begin_map();
    json_.key("value").number(value);
    json_.member("unit", "minutes");
    json_.member("system", "http://unitsofmeasure.org");
    json_.member("code", "min");
    json_.end_map();
  }

  void location() {
    const std::string text = sections_text(setting_);
    if (text.empty()) return;
    json_.key("location").begin_map();
    json_.member("display", text);
    json_.end_map();
  }

  void participants() {
    std::vector<std::string> roles;
    for (const Value section : personnel_) {
      for (std::string& role : section_elements(section)) roles.push_back(std::move(role));
      if (roles.empty()) roles.push_back(section_text(section));
    }
    if (roles.empty()) return;
    json_.key("participant").begin_list();
    for (const std::string& role : roles) {
      json_.begin_map();
      json_.member("type", "practitioner");
      json_.key("role");
      concept_of(role);
      json_.end_map();
    }
    json_.end_list();
  }

  void body_sites() {
    const Value sites = source_.take("bodySites");
    if (!sites || sites.size() == 0) return;
    json_.key("bodySite").begin_list();
    for (const Value site : sites.children()) concept_of(text_member(site, "text"));
    json_.end_list();
  }

  void plan() {
    head("PlanDefinition", "plan", "-plan");
    json_.key("type").begin_map();
    json_.key("coding").begin_list();
    json_.begin_map();
    json_.member("system", "http://terminology.hl7.org/CodeSystem/plan-definition-type");
    json_.member("code", "clinical-protocol");
    json_.end_map();
    json_.end_list();
    json_.end_map();
    status();
    if (before_.empty() && during_.empty() && after_.empty()) return;
    json_.key("action").begin_list();
    for (const Value section : before_) action(section, false);
    for (const Value section : during_) action(section, true);
    for (const Value section : after_) action(section, false);
    json_.end_list();
  }

  // A section as an action; its steps and items are actions within.
  void action(Value section, bool is_the_activity) {
    const std::vector<std::string> elements = section_elements(section);
    json_.begin_map();
    json_.member("title", source_.heading(section));
    json_.member("description", section_text(section));
    if (is_the_activity) json_.member("definitionCanonical", url("activity"));
    if (!elements.empty()) {
      json_.key("action").begin_list();
      for (std::size_t i = 0; i < elements.size(); ++i) {
        json_.begin_map();
        json_.member("prefix", std::to_string(i + 1));
        json_.member("description", elements[i]);
        json_.end_map();
      }
      json_.end_list();
    }
    json_.end_map();
  }

  ExchangeSource source_;
  ExchangeJson json_;
  std::string_view id_;
  std::string_view title_;
  std::string_view status_;
  std::string_view language_;
  Value provenance_;
  std::vector<Value> before_;
  std::vector<Value> during_;
  std::vector<Value> after_;
  std::vector<Value> personnel_;
  std::vector<Value> setting_;
};

}  // namespace

void write_fhir(const Document& document, const ExchangeOptions& options, std::string& out,
                std::vector<Diagnostic>& losses) {
  Export(document, options).write(out, losses);
}

}  // namespace proclint
