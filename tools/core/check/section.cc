#include "core/check/section.h"

namespace proclint {

std::string_view heading_of(std::string_view section_key, const Vocabulary& vocabulary) {
  const Headings::Entry* entry = vocabulary.headings.find_key(section_key);
  return entry != nullptr ? std::string_view(entry->heading) : section_key;
}

Value section_of(Value value) {
  if (value.is(Kind::key)) value = Value(value.document(), value.id() + 1);
  for (; value; value = value.parent()) {
    const Value sections = value.parent();
    if (!sections || !sections.key() || sections.key().text() != "sections") continue;
    if (const Value root = sections.parent(); root && !root.parent()) return value;
  }
  return {};
}

}  // namespace proclint
