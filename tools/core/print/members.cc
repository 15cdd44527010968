#include "core/print/members.h"

#include <algorithm>
#include <array>
#include <utility>

namespace proclint {
namespace {

// The order of schemas/procedure.schema.json and of document-model.md.
constexpr std::array<std::string_view, 21> kOrder{
    "$schema",      "schemaVersion", "id",         "language", "status",        "audience",
    "title",        "names",         "descriptor", "codes",    "procedureType", "category",
    "bodySites",    "specialties",   "anesthesia", "duration", "settings",      "sections",
    "similarCodes", "provenance",    "layout"};

std::size_t rank(std::string_view key) {
  return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), key) - kOrder.begin());
}

}  // namespace

std::vector<Member> root_members(const Document& document, const WriteOptions& options) {
  std::vector<Member> members;
  const Value root = Value::root(document);
  if (!root || !root.is(Kind::map)) return members;
  const Value supplied = options.supplied;
  for (const Value value : root.children()) {
    const std::string_view key = value.key().text();
    if (!supplied || !supplied.find(key)) members.push_back({key, value});
  }
  if (supplied) {
    for (const Value value : supplied.children()) {
      if (!value.is(Kind::null)) members.push_back({value.key().text(), value});
    }
  }
  std::stable_sort(members.begin(), members.end(),
                   [](const Member& a, const Member& b) { return rank(a.key) < rank(b.key); });
  return members;
}

}  // namespace proclint
