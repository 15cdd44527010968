#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/print/format_forms.h"
#include "core/print/yaml.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\r'; }

// What may mean something between scalars that the tree does not keep.
constexpr std::array<bool, 256> kSigns = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("#&*!%")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

// What stands between the scalars of a document: signs of its layout, comments, and what the tree
// does not keep.
class Gaps {
 public:
  explicit Gaps(const Document& document) : document_(document), text_(document.source->text()) {}

  // The first sign of something that the tree does not keep.
  std::optional<Span> find() {
    if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
    for (NodeId id = 0; id < document_.nodes.size(); ++id) {
      const Node& node = document_.node(id);
      if ((node.kind == Kind::list || node.kind == Kind::map) && node.size != 0) continue;
      if (const auto found = gap(node.span.begin)) return found;
      if (const auto found = properties(node.span)) return found;
      if (node.span.end > at_) at_ = node.span.end;
    }
    return gap(text_.size());
  }

 private:
  std::optional<Span> gap(std::size_t end) {
    for (; at_ < end; ++at_) {
      const char c = text_[at_];
      if (!kSigns[static_cast<unsigned char>(c)]) continue;
      if (c == '#' && (at_ == 0 || is_space(text_[at_ - 1]))) {
        at_ = std::min(text_.find_first_of("\r\n", at_), text_.size()) - 1;
      } else if (c != '#') {
        return word(c == '%' ? "\r\n" : " \t\r\n,[]{}");
      }
    }
    return std::nullopt;
  }

  // An anchor behind the tag of a scalar.
  std::optional<Span> properties(Span scalar) {
    if (scalar.empty() || text_[scalar.begin] != '!') return std::nullopt;
    const std::size_t old = at_;
    at_ = scalar.begin;
    while (at_ < scalar.end && !is_space(text_[at_])) ++at_;
    while (at_ < scalar.end && is_space(text_[at_])) ++at_;
    if (at_ < scalar.end && text_[at_] == '&') return word(" \t\r\n");
    at_ = old;
    return std::nullopt;
  }

  Span word(std::string_view ends) const {
    const std::size_t end = std::min(text_.find_first_of(ends, at_ + 1), text_.size());
    return {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
  }

  const Document& document_;
  std::string_view text_;
  std::size_t at_ = 0;
};

std::string reason(char sign) {
  switch (sign) {
    case '%':
      return "this directive is about the file as it is written, so the file is left as it is";
    case '!':
      return "this tag would be lost, so the file is left as it is; remove the tag";
    default:
      return "what is marked here and repeated elsewhere would have to be written out, so the file "
             "is left as it is; write it out yourself where it belongs";
  }
}

}  // namespace

bool format_yaml(const Document& document, const FormatOptions& options, std::string& out,
                 std::vector<Diagnostic>& kept) {
  if (const auto found = Gaps(document).find()) {
    add_kept(kept, *found, reason(document.source->text()[found->begin]));
    return false;
  }
  Document sorted;
  const bool is_moved = options.order != nullptr && options.order->sort(document, sorted);
  write_yaml(is_moved ? sorted : document, out);
  return true;
}

}  // namespace proclint
