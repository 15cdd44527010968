#include "core/document/pointer.h"

#include <algorithm>
#include <charconv>

namespace proclint {
namespace {

// Decodes "~1" and "~0" (RFC 6901, section 4); false for any other "~".
bool unescape(std::string_view token, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] != '~') {
      out.push_back(token[i]);
      continue;
    }
    ++i;
    if (i == token.size() || (token[i] != '0' && token[i] != '1')) return false;
    out.push_back(token[i] == '0' ? '~' : '/');
  }
  return true;
}

Value element(Value list, std::string_view token) {
  if (token.empty() || (token.size() > 1 && token.front() == '0')) return {};
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
  if (error != std::errc() || end != token.data() + token.size() || index >= list.size()) return {};
  auto at = list.children().begin();
  while (index-- > 0) ++at;
  return *at;
}

}  // namespace

void append_pointer_token(std::string& out, std::string_view token) {
  out.push_back('/');
  for (const char c : token) {
    if (c == '~') {
      out.append("~0");
    } else if (c == '/') {
      out.append("~1");
    } else {
      out.push_back(c);
    }
  }
}

Result<Value> resolve(Value root, std::string_view pointer) {
  const Error malformed{"\"" + std::string(pointer) + "\" is no JSON Pointer"};
  Value at = root;
  std::string token;
  while (!pointer.empty()) {
    if (pointer.front() != '/') return malformed;
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    if (!unescape(pointer.substr(0, end), token)) return malformed;
    pointer.remove_prefix(end);
    if (!at) continue;
    at = at.is(Kind::list) ? element(at, token) : at.find(token);
  }
  return at;
}

}  // namespace proclint
