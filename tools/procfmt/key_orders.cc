#include "procfmt/key_orders.h"

#include <algorithm>
#include <optional>

#include "core/engine/boundary.h"
#include "core/engine/our_file.h"

namespace proclint {
namespace {

std::string schema_name(const Input& input) {
  const std::string absolute = absolute_path(input.path);
  const std::string_view path = relative(*input.config, absolute);
  for (const Config::SchemaChoice& choice : input.config->schemas) {
    const bool applies = std::any_of(choice.files.begin(), choice.files.end(),
                                     [&](const Glob& glob) { return glob.matches(path); });
    if (applies) return choice.schema;
  }
  return std::string(kBuiltinSchema);
}

Result<std::unique_ptr<OurFile>> read_schema(const std::string& name, const Config& config) {
  if (name == kBuiltinSchema) return read_embedded("schemas/procedure.schema.json");
  if (auto reason = refused(name, config.folder, config.is_named_by_user)) {
    return Error{"cannot read " + name + ": " + *reason};
  }
  return read_our_file(shown_path(name));
}

}  // namespace

Result<const KeyOrder*> KeyOrders::of(const Input& input, const Headings& headings) {
  std::string name = schema_name(input);
  std::unique_ptr<KeyOrder>& order = orders_[{name, &headings}];
  if (order != nullptr) return order.get();
  const Result<std::unique_ptr<OurFile>> schema = read_schema(name, *input.config);
  if (!schema) return schema.error();
  if (!(*schema)->diagnostics.empty()) {
    return Error{"the schema " + name + " has mistakes; proclint schema check shows them"};
  }
  order = std::make_unique<KeyOrder>(KeyOrder::from(Value::root((*schema)->document), headings));
  return order.get();
}

}  // namespace proclint
