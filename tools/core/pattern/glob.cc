#include "core/pattern/glob.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "core/pattern/codepoint_set.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kMaxGlobSize = 4096;      // the longest path that Linux takes
constexpr std::size_t kMaxAlternatives = 256;   // of all braces together
constexpr std::string_view kAnything = "[^]*";  // in ECMA-262: also "/" and line ends

// The end of the bracket expression that opens at `open`: the offset of its "]".
std::optional<std::size_t> bracket_end(std::string_view glob, std::size_t open) {
  std::size_t i = open + 1;
  if (i < glob.size() && (glob[i] == '!' || glob[i] == '^')) ++i;
  if (i < glob.size() && glob[i] == ']') ++i;  // the first one is a member
  while (i < glob.size() && glob[i] != ']') {
    if (glob[i] == '\\') {
      i += 2;
    } else if (glob.substr(i, 2) == "[:") {
      const std::size_t close = glob.find(":]", i + 2);
      i = close == std::string_view::npos ? i + 1 : close + 2;
    } else {
      ++i;
    }
  }
  if (i >= glob.size()) return std::nullopt;
  return i;
}

struct Brace {
  std::size_t open = 0;
  std::size_t close = 0;
  std::vector<std::size_t> commas;
};

// Whether what stands between braces can stay where it is: "{json,yaml}" is a part of a name. A
// pattern for each alternative would be several times as large.
bool is_plain(std::string_view inside) {
  const bool has_empty = inside.empty() || inside.front() == ',' || inside.back() == ',' ||
                         inside.find(",,") != std::string_view::npos;
  return !has_empty && inside.find_first_of("/*?[\\{") == std::string_view::npos;
}

// The first brace that is neither escaped nor in a bracket expression nor plain, if there is one.
Result<std::optional<Brace>> first_brace(std::string_view glob) {
  std::optional<Brace> brace;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < glob.size(); ++i) {
    switch (glob[i]) {
      case '\\':
        ++i;
        break;
      case '[': {
        const std::optional<std::size_t> end = bracket_end(glob, i);
        if (!end) return Error{"\"[\" is never closed; add \"]\", or write \"\\[\" for itself"};
        i = *end;
        break;
      }
      case '{':
        if (depth++ == 0) brace = Brace{i, 0, {}};
        break;
      case ',':
        if (depth == 1) brace->commas.push_back(i);
        break;
      case '}':
        if (depth == 0) return Error{"\"}\" closes no brace; write \"\\}\" for itself"};
        if (--depth > 0) break;
        brace->close = i;
        if (!is_plain(glob.substr(brace->open + 1, i - brace->open - 1))) return brace;
        break;
      default:
        break;
    }
  }
  if (depth > 0) return Error{"\"{\" is never closed; add \"}\", or write \"\\{\" for itself"};
  return std::optional<Brace>();
}

// The globs without other braces than plain ones that `glob` stands for.
Result<std::vector<std::string>> alternatives(std::string_view glob) {
  std::vector<std::string> open{std::string(glob)};
  std::vector<std::string> done;
  while (!open.empty()) {
    const std::string current = std::move(open.back());
    open.pop_back();
    const Result<std::optional<Brace>> brace = first_brace(current);
    if (!brace) return brace.error();
    if (!*brace) {
      done.push_back(current);
    } else {
      std::size_t begin = (*brace)->open + 1;
      std::vector<std::size_t> ends = (*brace)->commas;
      ends.push_back((*brace)->close);
      for (const std::size_t end : ends) {
        open.push_back(current.substr(0, (*brace)->open) + current.substr(begin, end - begin) +
                       current.substr((*brace)->close + 1));
        begin = end + 1;
      }
    }
    if (open.size() + done.size() > kMaxAlternatives) {
      return Error{"the braces stand for more than " + std::to_string(kMaxAlternatives) +
                   " patterns; split them into several globs"};
    }
  }
  return done;
}

void append_codepoint(std::string& out, char32_t c) {
  if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
    out += static_cast<char>(c);
    return;
  }
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "\\u{%X}", static_cast<unsigned>(c));
  out += text.data();
}

// POSIX character classes, as `[[:alpha:]]`, of ASCII.
bool add_named_class(CodepointSet& set, std::string_view name) {
  struct Named {
    std::string_view name;
    std::string_view ranges;  // pairs: first, last
  };
  static constexpr std::string_view kControls("\0\x1F\x7F\x7F", 4);
  static constexpr Named kNamed[] = {
      {"alnum", "09AZaz"}, {"alpha", "AZaz"},     {"blank", "\t\t  "}, {"cntrl", kControls},
      {"digit", "09"},     {"graph", "!~"},       {"lower", "az"},     {"print", " ~"},
      {"space", "\t\r  "}, {"punct", "!/:@[`{~"}, {"upper", "AZ"},     {"xdigit", "09AFaf"}};
  for (const Named& entry : kNamed) {
    if (entry.name != name) continue;
    for (std::size_t i = 0; i + 1 < entry.ranges.size(); i += 2) {
      set.add(static_cast<unsigned char>(entry.ranges[i]),
              static_cast<unsigned char>(entry.ranges[i + 1]));
    }
    return true;
  }
  return false;
}

// Appends the bracket expression glob[open..close], which never matches "/".
std::optional<Error> append_class(std::string& out, std::string_view glob, std::size_t open,
                                  std::size_t close) {
  std::size_t i = open + 1;
  const bool negated = glob[i] == '!' || glob[i] == '^';
  if (negated) ++i;
  CodepointSet set;
  const auto character = [&] {
    if (glob[i] == '\\') ++i;
    const utf8::Step step = utf8::decode(glob.substr(i));
    i += step.size;
    return step.codepoint;
  };
  while (i < close) {
    if (glob.substr(i, 2) == "[:") {
      const std::size_t end = glob.find(":]", i + 2);
      if (end != std::string_view::npos && end < close) {
        const std::string_view name = glob.substr(i + 2, end - i - 2);
        if (!add_named_class(set, name)) {
          return Error{"there is no character class \"[:" + std::string(name) + ":]\""};
        }
        i = end + 2;
        continue;
      }
    }
    const std::size_t begin = i;
    const char32_t first = character();
    char32_t last = first;
    if (i + 1 < close && glob[i] == '-') {
      ++i;
      last = character();
    }
    if (last < first) {
      return Error{"the range \"" + std::string(glob.substr(begin, i - begin)) +
                   "\" is out of order: the smaller character comes first"};
    }
    set.add(first, last);
  }
  set.normalise();
  CodepointSet others = negated ? set : set.complement();
  others.add('/', '/');
  others.normalise();
  out += '[';
  const CodepointSet members = others.complement();
  for (const CodepointSet::Range range : members.ranges()) {
    append_codepoint(out, range.first);
    out += '-';
    append_codepoint(out, range.last);
  }
  out += ']';
  return std::nullopt;
}

// A glob without other braces than plain ones as a pattern of ECMA-262.
Result<std::string> to_pattern(std::string_view glob) {
  const bool folder = glob.ends_with('/');
  if (folder) glob.remove_suffix(1);
  const bool anchored = glob.find('/') != std::string_view::npos;
  if (glob.starts_with('/')) glob.remove_prefix(1);
  if (glob.empty()) return Error{"a glob must name something; to match every file, write \"**\""};

  std::string out;
  if (!anchored) out += "(?:[^]*\\/)?";
  bool is_in_brace = false;
  for (std::size_t i = 0; i < glob.size();) {
    const bool begins_name = i == 0 || glob[i - 1] == '/';
    if (glob[i] == '*') {
      const std::size_t after = std::min(glob.find_first_not_of('*', i), glob.size());
      const bool crosses_folders = begins_name && after - i >= 2;
      i = after;
      if (crosses_folders && i == glob.size()) {
        out += "[^]+";
      } else if (crosses_folders && glob[i] == '/') {
        out += "(?:[^]*\\/)?";
        ++i;
      } else {
        out += "[^/]*";
      }
    } else if (glob[i] == '?') {
      out += "[^/]";
      ++i;
    } else if (glob[i] == '[') {
      const std::optional<std::size_t> close = bracket_end(glob, i);
      if (!close) return Error{"\"[\" is never closed; add \"]\", or write \"\\[\" for itself"};
      if (std::optional<Error> error = append_class(out, glob, i, *close)) return *error;
      i = *close + 1;
    } else if (glob[i] == '{' || glob[i] == '}' || (glob[i] == ',' && is_in_brace)) {
      if (glob[i] != ',') is_in_brace = glob[i] == '{';
      out += glob[i] == '{' ? "(?:" : glob[i] == '}' ? ")" : "|";
      ++i;
    } else {
      if (glob[i] == '\\' && ++i == glob.size()) {
        return Error{"the glob ends after \"\\\"; write \"\\\\\" for the character itself"};
      }
      const utf8::Step step = utf8::decode(glob.substr(i));
      append_codepoint(out, step.codepoint);
      i += step.size;
    }
  }
  out += folder ? "\\/" : "(?:\\/";
  out += kAnything;
  return folder ? out : out + ")?";
}

}  // namespace

Result<Glob> Glob::parse(std::string_view glob) {
  if (glob.size() > kMaxGlobSize) {
    return Error{"the glob is longer than " + std::to_string(kMaxGlobSize) + " bytes"};
  }
  if (glob.starts_with('!')) {
    return Error{
        "\"!\" would turn the glob round, which is not possible here; write \"\\!\" for the "
        "character itself"};
  }
  const Result<std::vector<std::string>> globs = alternatives(glob);
  if (!globs) return globs.error();
  std::string ecma = "^(?:";
  for (const std::string& each : *globs) {
    if (&each != &globs->front()) ecma += '|';
    const Result<std::string> pattern = to_pattern(each);
    if (!pattern) return pattern.error();
    ecma += *pattern;
  }
  const Result<Pattern> pattern = Pattern::parse(ecma + ")$");
  if (!pattern) return Error{"the glob is too large"};
  return Glob(*pattern);
}

bool Glob::matches(std::string_view path) const {
  return pattern_.search(path) == Pattern::Match::yes;
}

}  // namespace proclint
