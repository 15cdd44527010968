#include "proclint/tree.h"

#include "core/document/dump.h"
#include "core/print/json.h"
#include "proclint/print_documents.h"

namespace proclint {

int tree(const Options& options) {
  const bool is_json = options.print_format == "json";
  return print_documents(options, options.arguments.front(), is_json,
                         [is_json](const Document& document, std::string& out) {
                           if (is_json) {
                             write_json(Value(document, 0), out);
                           } else {
                             out += dump(document, true);
                           }
                           out += '\n';
                         });
}

}  // namespace proclint
