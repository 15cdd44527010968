#include "core/engine/convert.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "core/engine/line_difference.h"
#include "core/engine/supplement.h"
#include "core/engine/tree_difference.h"
#include "core/print/losses.h"
#include "core/print/members.h"
#include "core/print/page_layout.h"
#include "core/read/reader.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

WriteOptions options_for(const Vocabulary& vocabulary, std::string_view id,
                         const Supplement& supplement) {
  WriteOptions options;
  options.headings = &vocabulary.headings;
  options.id = id;
  options.supplied = supplement.members();
  return options;
}

/// A text that was written, and what is read from it.
struct ReadAgain {
  ReadAgain(std::string_view path, std::string_view text, Form form, const Vocabulary& vocabulary)
      : source(path, text) {
    ReadOptions options;
    options.headings = &vocabulary.headings;
    reader_for(form).read(source, options, document, findings);
  }
  ReadAgain(const ReadAgain&) = delete;
  ReadAgain& operator=(const ReadAgain&) = delete;

  Source source;
  Document document;
  std::vector<Diagnostic> findings;
};

void add_root_loss(const Document& document, std::string message, std::vector<Diagnostic>& losses) {
  const Value root = Value::root(document);
  Losses(document, losses).add(root, root.place(), std::move(message));
}

// A layout is one thing: what differs in it is told once.
void compare_layouts(const Document& document, const Document& again, const Vocabulary& vocabulary,
                     std::vector<Diagnostic>& losses) {
  if (full_layout(document, vocabulary) == full_layout(again, vocabulary)) return;
  const Value root = Value::root(document);
  const Value layout = root.is(Kind::map) ? root.find("layout") : Value();
  const Value place = layout ? layout : root;
  Losses(document, losses)
      .add(place, place.place(),
           "the layout that the page should be printed in is not kept in full");
}

std::string write_back(const Document& again, std::string_view id, Form form,
                       const Vocabulary& vocabulary) {
  const Supplement supplement(again, id, form, vocabulary);
  std::string text;
  std::vector<Diagnostic> losses;
  writer_for(form)->write(again, options_for(vocabulary, id, supplement), text, losses);
  return text;
}

// What the name of a page says.
void drop_implied(std::vector<Member>& members) {
  std::erase_if(members, [](const Member& member) {
    return member.key == "id" || member.key == "schemaVersion";
  });
}

void sort_by_place(std::vector<Diagnostic>& losses) {
  std::stable_sort(losses.begin(), losses.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.span.begin, a.span.end) < std::tie(b.span.begin, b.span.end);
  });
}

}  // namespace

Conversion convert(const Document& document, std::string_view id, const Writer& to,
                   const Vocabulary& vocabulary) {
  Conversion conversion;
  std::vector<Diagnostic>& losses = conversion.losses;
  const Supplement supplement(document, id, to.form, vocabulary);
  const WriteOptions options = options_for(vocabulary, id, supplement);
  to.write(document, options, conversion.text, losses);
  // Pages and Markdown copy what stands in a source of their form, bytes that are no text included.
  if (utf8::find_invalid(conversion.text) != std::string::npos) {
    conversion.text = utf8::repaired(conversion.text);
  }
  const ReadAgain again(document.source->path(), conversion.text, to.form, vocabulary);
  if (again.document.empty()) {
    add_root_loss(document,
                  "what is written cannot be read again; this document has no text that " +
                      std::string(to.name) + " can hold",
                  losses);
    return conversion;
  }
  if (Value::root(document).is(Kind::map)) {
    const bool is_other = document.form != to.form;
    std::vector<Member> expected = root_members(document, options);
    std::vector<Member> actual = root_members(again.document, {});
    std::optional<Supplement> keys;
    if (is_other && to.form == Form::page) {
      // The systems of codes are named by their keys on both sides; whether a page says the rest,
      // the writer knows.
      keys.emplace(again.document, id, Form::json, vocabulary);
      actual = root_members(again.document, options_for(vocabulary, id, *keys));
      drop_implied(expected);
      drop_implied(actual);
    }
    const std::size_t told = losses.size();
    compare_trees({document, expected, actual}, losses);
    if (is_other && document.form == Form::page) {
      compare_lines(*document.source, write_back(again.document, id, Form::page, vocabulary),
                    losses);
    } else if (is_other && losses.size() == told) {
      compare_layouts(document, again.document, vocabulary, losses);
    }
  }
  sort_by_place(losses);
  return conversion;
}

Conversion convert(const Document& document, std::string_view id, const Exchange& to,
                   const Vocabulary& vocabulary) {
  const Supplement supplement(document, id, Form::json, vocabulary);
  ExchangeOptions options;
  options.write = options_for(vocabulary, id, supplement);
  options.code_system = [&vocabulary](std::string_view name) {
    const CodeSystems::System* const system = vocabulary.code_systems.find(name);
    return system ? CodeSystemName{system->key, system->label, system->uri} : CodeSystemName{};
  };
  Conversion conversion;
  to.write(document, options, conversion.text, conversion.losses);
  sort_by_place(conversion.losses);
  return conversion;
}

void check_way_back(const Document& document, std::string_view id, const Writer& to,
                    const Vocabulary& vocabulary, Conversion& conversion) {
  // Of a page all that changes is known already.
  if (document.form == Form::page || !conversion.losses.empty()) return;
  const Writer* const own = writer_for(document.form);
  std::string canonical;
  std::vector<Diagnostic> ignored;
  WriteOptions options;
  options.headings = &vocabulary.headings;
  options.id = id;
  own->write(document, options, canonical, ignored);
  if (canonical != document.source->text()) return;
  const ReadAgain again(document.source->path(), conversion.text, to.form, vocabulary);
  compare_lines(*document.source, write_back(again.document, id, document.form, vocabulary),
                conversion.losses);
  sort_by_place(conversion.losses);
}

}  // namespace proclint
