#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/check/fold.h"
#include "core/check/options.h"

namespace proclint {
namespace {

using System = CodeSystems::System;

bool is_text(Value value) { return value && value.is(Kind::string); }

bool is_blank(Value value) { return !is_text(value) || trimmed(value.text()).empty(); }

// A notice anywhere in the text holds for all of it; a page has no other place for one.
bool has_notice(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kSigns{
      "\xC2\xA9", "\\u00a9", "\\u00A9", "opyright", "ll rights reserved", "sed with permission"};
  for (const std::string_view sign : kSigns) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

// "Excision of lesion(s); arm (eg, wart)": no author writes so, only a code book does.
bool looks_like_descriptor(std::string_view text) {
  if (text.find("(s);") != std::string_view::npos) return true;
  const std::size_t semicolon = text.find("; ");
  return semicolon != std::string_view::npos &&
         text.find(" (eg, ", semicolon) != std::string_view::npos;
}

bool is_same_text(std::string_view a, std::string_view b) {
  if (a == b) return true;
  std::string first;
  std::string second;
  append_folded(first, a);
  append_folded(second, b);
  return first == second;
}

template <class Visit>
void for_each_text_block(Value sections, Visit visit) {
  if (!sections || !sections.is(Kind::map)) return;
  for (const Value section : sections.children()) {
    for (const Value block : section.children()) {
      const Value text = block.is(Kind::map) ? block.find("text") : Value();
      if (is_text(text)) visit(text);
    }
  }
}

class LicensedText {
 public:
  LicensedText(std::vector<const System*> licensed, const CodeSystems& systems)
      : licensed_(std::move(licensed)), systems_(systems) {}

  void operator()(Value document, Sink& sink) const {
    if (!document.is(Kind::map)) return;
    const Value descriptor = document.find("descriptor");
    const Value text = descriptor ? descriptor.find("text") : Value();
    if (!is_blank(text)) {
      if (is_blank(descriptor.find("rights"))) check_descriptor(document, descriptor, text, sink);
      return;
    }
    if (!sink.texts(document.document()).may_have(kHasSemicolon)) return;
    const Value title = document.find("title");
    if (is_text(title) && looks_like_descriptor(title.text())) {
      check_unmarked(document, title, sink);
    }
    const Value sections = sink.sections(document);
    const Value summary = sections ? sections.find("summary") : Value();
    if (!summary) return;
    for (const Value block : summary.children()) {
      const Value words = block.is(Kind::map) ? block.find("text") : Value();
      if (is_text(words) && looks_like_descriptor(words.text())) {
        check_unmarked(document, words, sink);
      }
    }
  }

 private:
  const System* licensed(Value name) const {
    if (!is_text(name)) return nullptr;
    const System* system = systems_.find(name.text());
    if (system == nullptr) {
      const auto meant = systems_.meant_by(name.text());
      if (meant.size() == 1) system = meant.front();
    }
    if (system == nullptr) return nullptr;
    for (const System* each : licensed_) {
      if (each == system || each->key == system->of) return each;
    }
    return nullptr;
  }

  // The licensed system of one of the codes; null if there is none.
  const System* licensed_code(Value document) const {
    const Value codes = document.find("codes");
    if (!codes) return nullptr;
    for (const Value code : codes.children()) {
      if (const System* system = code.is(Kind::map) ? licensed(code.find("system")) : nullptr) {
        return system;
      }
    }
    return nullptr;
  }

  void check_descriptor(Value document, Value descriptor, Value text, Sink& sink) const {
    const Value name = descriptor.find("system");
    const System* system = name ? licensed(name) : licensed_code(document);
    if (system == nullptr || has_notice(document.document().source->text())) return;
    auto& found = sink.at(text, text.span(),
                          "this descriptor of " + system->label +
                              " has no rights notice; add the notice that its owner asks for, or "
                              "say it in your own words");
    for_each_text_block(document.find("sections"), [&](Value block) {
      constexpr std::size_t kMostNotes = 4;
      if (found.notes.size() == kMostNotes || !is_same_text(block.text(), text.text())) return;
      found.notes.push_back({{}, block.span(), {}, "the same text"});
    });
  }

  void check_unmarked(Value document, Value text, Sink& sink) const {
    const System* system = licensed_code(document);
    if (system == nullptr || has_notice(document.document().source->text())) return;
    sink.at(text, text.span(),
            "this reads like a descriptor of " + system->label +
                ", which belongs to its owner; say it in your own words, or give it as the "
                "descriptor with its rights notice");
  }

  std::vector<const System*> licensed_;
  const CodeSystems& systems_;
};

}  // namespace

/// The wording of a code book that is licensed does not stand without its owner's notice: neither
/// as the descriptor nor as a title or summary. Option `systems`: those with licensed wording. For
/// the whole document. A notice anywhere in the text counts.
BoundCheck licensed_text(Value options, const Vocabulary& vocabulary) {
  std::vector<const System*> licensed;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "systems") return unknown_option(option, "systems");
      std::vector<std::string_view> names;
      if (auto error = read_texts(option, names)) return *std::move(error);
      for (const Value name : option.children()) {
        licensed.push_back(vocabulary.code_systems.find(name.text()));
        if (licensed.back() == nullptr) {
          return OptionError{name, "this is no code system that is known"};
        }
      }
    }
  }
  return Check(LicensedText(std::move(licensed), vocabulary.code_systems));
}

}  // namespace proclint
