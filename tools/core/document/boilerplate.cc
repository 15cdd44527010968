#include "core/document/boilerplate.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>

namespace proclint {
namespace {

constexpr std::size_t kLongest = 200;  // longer ones are prose; bounds the work for each text
constexpr std::size_t kMostWords = 8;  // of a link

// The first words of a line; one more than a link may have, so that a longer line is known as such.
class Words {
 public:
  explicit Words(std::string_view line) {
    for (std::size_t at = 0; at < line.size() && size_ < words_.size();) {
      const std::size_t end = std::min(line.find(' ', at), line.size());
      if (end > at) words_[size_++] = line.substr(at, end - at);
      at = end + 1;
    }
  }

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  std::string_view operator[](std::size_t i) const { return words_[i]; }
  const std::string_view* begin() const { return words_.data(); }

 private:
  std::array<std::string_view, kMostWords + 1> words_;
  std::size_t size_ = 0;
};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// First words of all forms below, but for those that are known by what stands inside of them;
// sorted.
constexpr std::array<std::string_view, 32> kFirstWords{
    "about", "advertisement", "back",    "contact", "cookie",    "copyright", "download", "follow",
    "go",    "home",          "join",    "log",     "login",     "main",      "menu",     "next",
    "page",  "previous",      "print",   "privacy", "read",      "return",    "search",   "share",
    "sign",  "site",          "sitemap", "skip",    "subscribe", "table",     "terms",    "top"};

// Words of the forms that are known by what stands inside of them.
constexpr std::array<std::string_view, 3> kInnerWords{"cookie", "cookies", "reserved"};

constexpr std::string_view kArrows[] = {" > ", " \xC2\xBB ", " \xE2\x80\xBA "};

// Lines that are nothing but this.
constexpr std::array<std::string_view, 28> kWholeLines{
    "advertisement",   "terms of service",
    "about us",        "contact us",
    "cookie policy",   "cookie settings",
    "download pdf",    "home",
    "log in",          "login",
    "main menu",       "menu",
    "next page",       "previous page",
    "print page",      "print this page",
    "privacy policy",  "read more",
    "share",           "share this article",
    "share this page", "sign in",
    "site map",        "sitemap",
    "subscribe",       "table of contents",
    "terms of use",    "terms and conditions",
};

bool starts(const Words& words, std::initializer_list<std::string_view> first) {
  return words.size() >= first.size() && std::equal(first.begin(), first.end(), words.begin());
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_folded(std::string_view text, std::string_view part) {
  return text.size() >= part.size() &&
         std::equal(part.begin(), part.end(), text.begin(),
                    [](char wanted, char c) { return wanted == small(c); });
}

// By the first letter: a bit for each second letter of kFirstWords, and where the words with it
// are.
struct Beginning {
  std::uint32_t second_letters = 0;
  std::uint8_t first = 0;
  std::uint8_t last = 0;
};

constexpr std::array<Beginning, 26> make_beginnings() {
  std::array<Beginning, 26> out{};
  for (std::size_t i = 0; i < kFirstWords.size(); ++i) {
    Beginning& beginning = out[static_cast<std::size_t>(kFirstWords[i][0] - 'a')];
    if (beginning.last == 0) beginning.first = static_cast<std::uint8_t>(i);
    beginning.last = static_cast<std::uint8_t>(i + 1);
    beginning.second_letters |= 1U << static_cast<unsigned>(kFirstWords[i][1] - 'a');
  }
  return out;
}

// Whether the first word may be one of kFirstWords, or a copyright sign.
bool begins_like_boilerplate(std::string_view line) {
  static constexpr std::array<Beginning, 26> kBeginnings = make_beginnings();
  if (line.size() < 2) return false;
  if (line[0] == '\xC2') return true;
  const unsigned first = (static_cast<unsigned char>(line[0]) | 0x20U) - 'a';
  const unsigned second = (static_cast<unsigned char>(line[1]) | 0x20U) - 'a';
  if (first >= 26 || second >= 26) return false;
  const Beginning& beginning = kBeginnings[first];
  if (((beginning.second_letters >> second) & 1U) == 0) return false;
  return std::any_of(kFirstWords.begin() + beginning.first, kFirstWords.begin() + beginning.last,
                     [line](std::string_view word) { return starts_with_folded(line, word); });
}

// Whether `text` has `part`, which is in lower case, in any case; `rare` is the place of its rarest
// byte, which is looked for.
bool contains_folded(std::string_view text, std::string_view part, std::size_t rare) {
  const auto has = [=](char c) {
    for (std::size_t at = text.find(c); at != std::string_view::npos; at = text.find(c, at + 1)) {
      if (at >= rare && starts_with_folded(text.substr(at - rare), part)) return true;
    }
    return false;
  };
  const char c = part[rare];
  return has(c) || (c >= 'a' && c <= 'z' && has(static_cast<char>(c - 'a' + 'A')));
}

// "Back to top", "Return to the home page", "Top of page"; not "Back to normal activities".
bool is_way_back(const Words& words) {
  static constexpr std::array<std::string_view, 14> kTargets{
      "top",  "home", "homepage", "index", "search",   "list", "results",
      "main", "menu", "start",    "all",   "previous", "site", "overview"};
  if (starts(words, {"top", "of", "page"}) || starts(words, {"top", "of", "the", "page"})) {
    return true;
  }
  if (words.size() < 3 || words[1] != "to") return false;
  if (words[0] != "back" && words[0] != "return" && words[0] != "go") return false;
  const std::size_t target = words[2] == "the" || words[2] == "our" ? 3 : 2;
  return target < words.size() && is_one_of(words[target], kTargets);
}

// "Privacy Policy | Terms of Use".
bool is_row_of_links(std::string_view line) {
  static constexpr std::string_view kBetween = " | ";
  if (!contains(line, kBetween)) return false;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(kBetween, at), line.size());
    if (!is_one_of(line.substr(at, end - at), kWholeLines)) return false;
    at = end + kBetween.size();
  }
  return true;
}

// "Home > Codes", "Home / Codes", "Codes > Surgery > Neck".
bool is_breadcrumb(std::string_view line) {
  if (line.starts_with("home / ")) return true;
  for (const std::string_view arrow : kArrows) {
    std::size_t count = 0;
    for (std::size_t at = line.find(arrow); at != std::string_view::npos;
         at = line.find(arrow, at + arrow.size())) {
      const char next = at + arrow.size() < line.size() ? line[at + arrow.size()] : '0';
      if (next >= '0' && next <= '9') return false;  // a comparison: "pressure > 140"
      ++count;
    }
    if (count >= 2 || (count == 1 && line.starts_with("home"))) return true;
  }
  return false;
}

bool is_cookie_notice(std::string_view line) {
  if (!contains(line, "cookie")) return false;
  return contains(line, "we use") || contains(line, "site uses") || line.starts_with("accept");
}

bool is_rights_notice(std::string_view line, const Words& words) {
  if (line.starts_with("\xC2\xA9") || contains(line, "all rights reserved")) return true;
  if (words[0] != "copyright" || words.size() < 2) return false;
  return words[1] == "(c)" || words[1] == "\xC2\xA9" || words[1] == "by" || is_number(words[1]);
}

bool is_invitation(const Words& words) {
  static constexpr std::array<std::string_view, 6> kObjects{"all", "our",  "the",
                                                            "by",  "this", "for"};
  if (words.size() > kMostWords || words.size() < 2) return false;
  if (words[0] == "search") return is_one_of(words[1], kObjects);
  if (words[0] == "skip") return words[1] == "to";
  if (words[0] == "share") return words[1] == "on" || words[1] == "via";
  if (words[0] == "subscribe") return words[1] == "to";
  if (words[0] == "follow") return words[1] == "us";
  return starts(words, {"sign", "up", "for"}) || starts(words, {"join", "our"});
}

// Whether the line has a mark that stands inside of such lines: a cookie, reserved rights, an
// arrow.
bool has_boilerplate_inside(std::string_view line) {
  return contains_folded(line, kArrows[0], 1) || contains_folded(line, kArrows[1], 2) ||
         contains_folded(line, kArrows[2], 3) || contains_folded(line, "cookie", 3) ||
         contains_folded(line, "all rights reserved", 16);
}

// False for almost every line that is no boilerplate, at the cost of a look at its first letters.
bool may_be_boilerplate(std::string_view line) {
  if (line.empty() || line.size() > kLongest) return false;
  return begins_like_boilerplate(line) || has_boilerplate_inside(line);
}

}  // namespace

std::span<const std::string_view> boilerplate_first_words() { return kFirstWords; }
std::span<const std::string_view> boilerplate_inner_words() { return kInnerWords; }

bool is_boilerplate(std::string_view line) {
  if (!may_be_boilerplate(line)) return false;
  std::array<char, kLongest> buffer;
  std::transform(line.begin(), line.end(), buffer.begin(), small);
  std::string_view lower(buffer.data(), line.size());
  const bool is_sentence = lower.back() == '.';
  while (!lower.empty() && (lower.back() == '.' || lower.back() == ':')) lower.remove_suffix(1);
  const Words words(lower);
  if (words.empty()) return false;
  if (is_cookie_notice(lower) || is_rights_notice(lower, words)) return true;
  if (is_sentence) return false;
  if (is_one_of(lower, kWholeLines) || is_row_of_links(lower) || is_breadcrumb(lower)) return true;
  if (words.size() <= kMostWords && is_way_back(words)) return true;
  if (words.size() == 4 && words[0] == "page" && words[2] == "of") {
    return is_number(words[1]) && is_number(words[3]);
  }
  return is_invitation(words);
}

}  // namespace proclint
