#include "core/print/yaml.h"

#include <unordered_set>
#include <vector>

#include "core/print/losses.h"
#include "core/print/members.h"
#include "core/print/writer.h"
#include "core/print/yaml_comments.h"
#include "core/print/yaml_printer.h"

namespace proclint {
namespace {

// Those of members that are not written.
void report_lost_comments(const Document& document, const YamlComments& comments,
                          const std::vector<Member>& members, Losses& losses) {
  std::unordered_set<NodeId> written;
  for (const Member& member : members) {
    if (&member.value.document() == &document) written.insert(member.value.id());
  }
  std::vector<Value> lost;
  for (const Value value : Value::root(document).children()) {
    if (!written.contains(value.id())) lost.push_back(value);
  }
  for (const Span span : comments.of_members(lost)) {
    losses.add(Value::root(document), span, "the comment is lost with what it stands at");
  }
}

}  // namespace

void write_yaml_value(Value value, std::size_t indent, std::string& out) {
  if (value) YamlPrinter(value.document(), nullptr, out).value(value.id(), indent);
}

void write_yaml_member(Value value, std::size_t indent, std::string& out) {
  if (value) YamlPrinter(value.document(), nullptr, out).member(value.id() - 1, indent);
}

void write_yaml(const Document& document, std::string& out) {
  if (document.empty()) return;
  const YamlComments comments(document);
  YamlPrinter printer(document, document.form == Form::yaml ? &comments : nullptr, out);
  printer.top();
  printer.value(0, 0);
}

void write_yaml_document(const Document& document, const WriteOptions& options, std::string& out,
                         std::vector<Diagnostic>& found) {
  if (document.empty()) return;
  const YamlComments comments(document);
  const bool keeps = document.form == Form::yaml && options.keeps_comments;
  YamlPrinter printer(document, keeps ? &comments : nullptr, out);
  printer.top();
  const std::vector<Member> members = root_members(document, options);
  for (const Member& member : members) {
    const NodeId key = member.value.id() - 1;
    if (&member.value.document() == &document) {
      printer.member(key, 0);
    } else {
      YamlPrinter(member.value.document(), nullptr, out).member(key, 0);
    }
  }
  if (members.empty()) printer.value(0, 0);
  Losses losses(document, found);
  if (keeps && !members.empty()) report_lost_comments(document, comments, members, losses);
  report_source_losses(document, Form::yaml, losses);
}

}  // namespace proclint
