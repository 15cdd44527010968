#include "core/read/yaml_tag.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/read/json_fault.h"
#include "core/read/yaml_scalar.h"

namespace proclint {
namespace {

constexpr std::string_view kCorePrefix = "tag:yaml.org,2002:";

struct CoreTag {
  std::string_view name;
  Kind kind;
  std::string_view wanted;  // in words
  bool (*fits)(std::string_view text);
};

bool fits_always(std::string_view /*text*/) { return true; }
bool fits_never(std::string_view /*text*/) { return false; }
bool is_number(std::string_view text) { return is_yaml_float(text) || is_yaml_integer(text); }

constexpr std::array<CoreTag, 7> kCoreTags{{
    {"str", Kind::string, "a text", fits_always},
    {"int", Kind::number, "a whole number", is_yaml_integer},
    {"float", Kind::number, "a number", is_number},
    {"bool", Kind::boolean, "true or false", is_yaml_boolean},
    {"null", Kind::null, "null", is_yaml_null},
    {"seq", Kind::list, "a list", fits_never},
    {"map", Kind::map, "a map", fits_never},
}};

const CoreTag* core_tag(std::string_view name) {
  if (!name.starts_with(kCorePrefix)) return nullptr;
  name.remove_prefix(kCorePrefix.size());
  const auto* const found = std::find_if(kCoreTags.begin(), kCoreTags.end(),
                                         [name](const CoreTag& tag) { return tag.name == name; });
  return found == kCoreTags.end() ? nullptr : found;
}

std::string shown(const YamlEvent& event, std::string_view source) {
  return "the tag " + json_excerpt(source, event.tag);
}

void report_other(const YamlEvent& event, std::string_view source, YamlFindings& findings) {
  findings.unsupported(Severity::warning, event.tag,
                       shown(event, source) + " has no meaning here and is ignored; remove it");
}

}  // namespace

void check_yaml_tag(const YamlEvent& list_or_map, std::string_view source, YamlFindings& findings) {
  if (list_or_map.tag.empty() || list_or_map.tag_name == "!") return;
  const CoreTag* const tag = core_tag(list_or_map.tag_name);
  if (tag == nullptr) {
    report_other(list_or_map, source, findings);
    return;
  }
  const bool is_list = list_or_map.kind == YamlEventKind::list_begin;
  if (tag->kind == (is_list ? Kind::list : Kind::map)) return;
  findings.unsupported(Severity::error, list_or_map.tag,
                       shown(list_or_map, source) + " stands before a " +
                           (is_list ? "list" : "map") + "; remove the tag");
}

Kind yaml_tagged_kind(const YamlEvent& scalar, std::string_view text, std::string_view source,
                      YamlFindings& findings) {
  const bool is_absent = scalar.style == YamlStyle::absent;
  const Kind untagged =
      scalar.style == YamlStyle::plain || is_absent ? yaml_kind(text) : Kind::string;
  if (scalar.tag.empty()) return untagged;
  const CoreTag* const tag = core_tag(scalar.tag_name);
  if (tag == nullptr) {
    if (scalar.tag_name != "!") report_other(scalar, source, findings);
    return is_absent ? Kind::null : Kind::string;
  }
  if (tag->fits(text)) return tag->kind;
  const std::string wanted(tag->wanted);
  findings.unsupported(Severity::error, scalar.tag,
                       shown(scalar, source) + " asks for " + wanted +
                           ", which does not follow; remove the tag, or write " + wanted);
  return untagged;
}

}  // namespace proclint
