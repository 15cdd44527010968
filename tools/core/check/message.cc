#include "core/check/message.h"

#include <algorithm>

#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kMaxValue = 60;  // code points; with the words around it about a line

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '_'; }

// Size of the "{name}" at the beginning of `text`; 0 if none stands there.
std::size_t gap_size(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && is_name_character(text[end])) ++end;
  return end > 1 && end < text.size() && text[end] == '}' ? end + 1 : 0;
}

std::string_view nearest_key(Value at) {
  for (; at; at = at.parent()) {
    if (at.is(Kind::key)) return at.text();
    if (const Value key = at.key()) return key.text();
  }
  return {};
}

// What fills the gap `name`; nothing if nobody knows it.
std::optional<std::string> filling(std::string_view name, const Sink::Found& found,
                                   std::string_view pointer) {
  const auto offer = std::find_if(found.offers.begin(), found.offers.end(),
                                  [name](const auto& each) { return each.first == name; });
  if (offer != found.offers.end()) return offer->second;
  if (name == "path") return std::string(pointer);
  if (name == "key") {
    return found.absent.empty() ? std::string(nearest_key(found.target)) : found.absent;
  }
  const bool has_text = found.target.kind() != Kind::list && found.target.kind() != Kind::map;
  if (name == "value" && has_text) return excerpt(found.target.text());
  return std::nullopt;
}

std::string fill(std::string_view text, const Sink::Found& found, std::string_view pointer) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    out.append(text.substr(0, open));
    text.remove_prefix(open);
    if (text.empty()) break;
    const std::size_t size = std::max<std::size_t>(gap_size(text), 1);
    const auto piece = size > 1 ? filling(text.substr(1, size - 2), found, pointer) : std::nullopt;
    out.append(piece ? std::string_view(*piece) : text.substr(0, size));
    text.remove_prefix(size);
  }
  return out;
}

}  // namespace

std::optional<TemplateError> find_template_error(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '}') return TemplateError{at, R"(there is no "{" before this "}")"};
    if (text[at] != '{') continue;
    const std::size_t size = gap_size(text.substr(at));
    if (size == 0) {
      return TemplateError{at, R"(a "{" begins a name such as {value}, with "}" behind it)"};
    }
    at += size - 1;
  }
  return std::nullopt;
}

std::string compose(const MessageTemplate& message, const Sink::Found& found,
                    std::string_view pointer, Wording wording) {
  if (wording == Wording::engineer && !message.engineer.empty()) {
    return fill(message.engineer, found, pointer);
  }
  std::string out = message.author.empty() ? found.message : fill(message.author, found, pointer);
  if (wording == Wording::engineer) out.append(" (").append(pointer).append(")");
  return out;
}

std::string excerpt(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++count) {
    if (count == kMaxValue) return std::string(text.substr(0, at)) + "…";
    at += utf8::decode(text.substr(at)).size;
  }
  return std::string(text);
}

}  // namespace proclint
