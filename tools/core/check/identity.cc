#include "core/check/identity.h"

#include <nettle/sha2.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/check/fold.h"
#include "core/document/positions.h"

namespace proclint {
namespace {

constexpr std::size_t kHashBytes = 8;  // of SHA-256: enough to tell a million findings apart

std::string hash(std::string_view text) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()));
  std::array<std::uint8_t, kHashBytes> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  static constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : digest) {
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

class Identities {
 public:
  Identities(const Document& document, std::string_view document_id)
      : document_(document), document_id_(document_id) {}

  std::string of(const Diagnostic& finding) {
    // NUL parts what is joined: none of them has one.
    std::string text = finding.rule;
    text.append(1, '\0').append(document_id_).append(1, '\0');
    append_stable_pointer(text, finding);
    const std::string name = hash(text);
    return name + ':' + std::to_string(++count_[name]);
  }

 private:
  // The finding's pointer without positions: the innermost element of a list is named by its text,
  // those around it by "*", since their texts change whenever a neighbour does. What the document
  // does not have (a member that is missing) stays as it is.
  void append_stable_pointer(std::string& out, const Diagnostic& finding) {
    Value at = Value::root(document_);
    Value innermost;
    std::size_t innermost_at = 0;
    std::string_view rest = finding.pointer;
    while (!rest.empty()) {
      rest.remove_prefix(1);
      const std::size_t end = std::min(rest.find('/'), rest.size());
      const std::string_view token = rest.substr(0, end);
      rest.remove_prefix(end);
      out.push_back('/');
      Value next;
      if (at && at.is(Kind::list)) next = element(at, token);
      if (next) {
        innermost = next;
        innermost_at = out.size();
        out.push_back('*');
      } else {
        if (at) next = member(at, token, finding.span);
        out.append(token);
      }
      at = next;
    }
    if (innermost) out.replace(innermost_at, 1, name(innermost));
  }

  Value element(Value list, std::string_view token) {
    std::size_t index = 0;
    const auto [end, problem] = std::from_chars(token.data(), token.data() + token.size(), index);
    if (problem != std::errc() || end != token.data() + token.size()) return {};
    return positions_.element(list, index);
  }

  // The member with that key; of several the one that the finding lies in, else the first.
  Value member(Value map, std::string_view token, Span place) {
    if (!map.is(Kind::map)) return {};
    const Members& all = members(map);
    const auto known = all.find(unescaped(token));
    if (known == all.end()) return {};
    // They stand in document order. Thousands of equal keys must not cost their square.
    const std::vector<NodeId>& equal = known->second;
    const auto behind = std::partition_point(equal.begin(), equal.end(), [&](NodeId id) {
      return Value(document_, id).key().span().begin <= place.begin;
    });
    if (behind == equal.begin()) return {document_, equal.front()};
    const Value value(document_, *(behind - 1));
    const bool is_around = value.span().contains(place) || value.key().span().contains(place);
    return is_around ? value : Value(document_, equal.front());
  }

  using Members = std::unordered_map<std::string_view, std::vector<NodeId>>;

  // Kept, since each finding below the map asks for one of them.
  const Members& members(Value map) {
    const auto [known, is_new] = members_.try_emplace(map.id());
    if (is_new) {
      for (const Value each : map.children()) known->second[each.key().text()].push_back(each.id());
    }
    return known->second;
  }

  static std::string unescaped(std::string_view token) {
    std::string out;
    for (std::size_t i = 0; i < token.size(); ++i) {
      const bool is_escape = token[i] == '~' && i + 1 < token.size();
      out.push_back(!is_escape ? token[i] : token[++i] == '1' ? '/' : '~');
    }
    return out;
  }

  // The hash of an element's texts. Kept, since many findings may lie in one block.
  const std::string& name(Value element) {
    const auto [known, is_new] = names_.try_emplace(element.id());
    if (is_new) {
      std::string text;
      for (NodeId id = element.id(); id < element.node().next; ++id) {
        const Kind kind = document_.node(id).kind;
        if (kind == Kind::list || kind == Kind::map || kind == Kind::key) continue;
        append_folded(text, document_.text(id));
      }
      known->second = hash(text);
    }
    return known->second;
  }

  const Document& document_;
  std::string_view document_id_;
  Positions positions_;
  std::unordered_map<NodeId, Members> members_;
  std::unordered_map<NodeId, std::string> names_;
  std::unordered_map<std::string, std::size_t> count_;
};

}  // namespace

void identify(const Document& document, std::string_view document_id,
              std::vector<Diagnostic>& findings) {
  Identities identities(document, document_id);
  for (Diagnostic& finding : findings) finding.identity = identities.of(finding);
}

}  // namespace proclint
