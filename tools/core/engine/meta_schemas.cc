#include "core/engine/meta_schemas.h"

#include <array>
#include <cassert>
#include <memory>
#include <mutex>
#include <utility>

#include "core/engine/our_file.h"

namespace proclint {
namespace {

// URI, and the file that the program carries.
using Row = std::pair<std::string_view, std::string_view>;
constexpr std::array<Row, 19> kRows{{
    {"http://json-schema.org/draft-04/schema", "schemas/dialects/draft-04.json"},
    {"http://json-schema.org/draft-06/schema", "schemas/dialects/draft-06.json"},
    {"http://json-schema.org/draft-07/schema", "schemas/dialects/draft-07.json"},
    {"https://json-schema.org/draft/2019-09/schema", "schemas/dialects/2019-09.schema.json"},
    {"https://json-schema.org/draft/2019-09/meta/core", "schemas/dialects/2019-09.meta-core.json"},
    {"https://json-schema.org/draft/2019-09/meta/applicator",
     "schemas/dialects/2019-09.meta-applicator.json"},
    {"https://json-schema.org/draft/2019-09/meta/validation",
     "schemas/dialects/2019-09.meta-validation.json"},
    {"https://json-schema.org/draft/2019-09/meta/meta-data",
     "schemas/dialects/2019-09.meta-meta-data.json"},
    {"https://json-schema.org/draft/2019-09/meta/format",
     "schemas/dialects/2019-09.meta-format.json"},
    {"https://json-schema.org/draft/2019-09/meta/content",
     "schemas/dialects/2019-09.meta-content.json"},
    {"https://json-schema.org/draft/2020-12/schema", "schemas/dialects/2020-12.schema.json"},
    {"https://json-schema.org/draft/2020-12/meta/core", "schemas/dialects/2020-12.meta-core.json"},
    {"https://json-schema.org/draft/2020-12/meta/applicator",
     "schemas/dialects/2020-12.meta-applicator.json"},
    {"https://json-schema.org/draft/2020-12/meta/unevaluated",
     "schemas/dialects/2020-12.meta-unevaluated.json"},
    {"https://json-schema.org/draft/2020-12/meta/validation",
     "schemas/dialects/2020-12.meta-validation.json"},
    {"https://json-schema.org/draft/2020-12/meta/meta-data",
     "schemas/dialects/2020-12.meta-meta-data.json"},
    {"https://json-schema.org/draft/2020-12/meta/format-annotation",
     "schemas/dialects/2020-12.meta-format-annotation.json"},
    {"https://json-schema.org/draft/2020-12/meta/format-assertion",
     "schemas/dialects/2020-12.meta-format-assertion.json"},
    {"https://json-schema.org/draft/2020-12/meta/content",
     "schemas/dialects/2020-12.meta-content.json"},
}};

struct Standard {
  std::once_flag once;
  std::unique_ptr<OurFile> file;
};

}  // namespace

const Document* standard_meta_schema(std::string_view uri) {
  static std::array<Standard, kRows.size()> standards;
  if (uri.ends_with('#')) uri.remove_suffix(1);
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (kRows[i].first != uri) continue;
    Standard& standard = standards[i];
    std::call_once(standard.once, [&] {
      standard.file = read_embedded(std::string(kRows[i].second));
      assert(standard.file->diagnostics.empty());
    });
    return &standard.file->document;
  }
  return nullptr;
}

}  // namespace proclint
