#include "core/pattern/automaton.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "core/source/utf8.h"

namespace proclint {
namespace {

// Limits beyond which RE2, which makes its states only when a text needs them, is the better
// engine.
constexpr std::size_t kMaxInstructions = 3000;
constexpr std::size_t kMaxStates = 2000;
constexpr std::size_t kMaxTransitions = 16'384;
constexpr std::size_t kMaxWork = 20'000;  // steps of the construction, some 3 ns each

constexpr std::size_t kCategoryCount = 30;

using Index = std::uint16_t;
using Letters = std::uint64_t;  // a set of letters, or of the pattern's character sets

constexpr std::size_t kMaxLetters = 64;

// Bits of a property's general categories (UAX #44), numbered as utf8proc does; 0 for a property
// that is not made of categories.
std::uint32_t categories(const ClassProperty& member) {
  static constexpr std::string_view kNames[] = {
      "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps",
      "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co"};
  static_assert(std::size(kNames) == kCategoryCount);
  constexpr std::uint32_t kAll = (1U << kCategoryCount) - 1;
  const auto [kind, name] = member.property;
  std::uint32_t out = 0;
  if (kind == Property::Kind::category) {
    for (std::size_t i = 0; i < kCategoryCount; ++i) {
      const bool is_cased = name == "LC" && i >= 1 && i <= 3;
      if (is_cased || kNames[i].starts_with(name)) out |= 1U << i;
    }
  } else if (name == "Assigned") {
    out = kAll & ~1U;
  } else {
    return 0;
  }
  return member.negated ? kAll & ~out : out;
}

struct Instruction {
  enum class Kind : std::uint8_t { characters, split, begin, end, match };
  Kind kind = Kind::match;
  Index next = 0;
  Index other = 0;  // split
  Letters letters =
      0;  // characters: those that lead on; while the code is written, the set's number
};

// The pattern as a nondeterministic automaton (Thompson's construction), written from its end.
class Instructions {
 public:
  explicit Instructions(const Syntax& syntax) : syntax_(syntax) {
    start = compile(syntax.root, add({}));
    if (!too_large) find_letters();
  }

  std::vector<Instruction> code;
  Index start = 0;
  bool too_large = false;
  std::vector<Automaton::Stretch> stretches;
  std::vector<std::uint8_t> letters;
  std::size_t letter_count = 0;
  bool uses_categories = false;

 private:
  using Range = CodepointSet::Range;
  struct Set {
    std::size_t begin = 0;  // in ranges_
    std::size_t size = 0;
    std::uint32_t categories = 0;
    bool negated = false;
  };

  Index add(const Instruction& instruction) {
    if (code.size() >= kMaxInstructions) {
      too_large = true;
      return 0;
    }
    code.push_back(instruction);
    return static_cast<Index>(code.size() - 1);
  }
  Index split(Index one, Index other) { return add({Instruction::Kind::split, one, other}); }

  // `node` and then `next`.
  Index compile(const PatternNode& node, Index next) {
    if (too_large) return 0;
    switch (node.kind) {
      case PatternNode::Kind::empty:
        return next;
      case PatternNode::Kind::character: {
        const Range range{node.codepoint, node.codepoint};
        const bool is_surrogate = node.codepoint >= 0xD800 && node.codepoint <= 0xDFFF;
        return characters({&range, is_surrogate ? 0U : 1U}, 0, false, next);
      }
      case PatternNode::Kind::character_class: {
        const CharacterClass& members = syntax_.classes[node.number];
        std::uint32_t properties = 0;
        for (const ClassProperty& member : members.properties) {
          const std::uint32_t bits = categories(member);
          too_large |= bits == 0;
          properties |= bits;
        }
        return characters(members.set.ranges(), properties, members.negated, next);
      }
      case PatternNode::Kind::begin:
        return add({Instruction::Kind::begin, next});
      case PatternNode::Kind::end:
        return add({Instruction::Kind::end, next});
      case PatternNode::Kind::sequence:
        for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) {
          next = compile(*child, next);
        }
        return next;
      case PatternNode::Kind::either: {
        Index any = compile(node.children.back(), next);
        for (auto child = node.children.rbegin() + 1; child != node.children.rend(); ++child) {
          any = split(compile(*child, next), any);
        }
        return any;
      }
      case PatternNode::Kind::repeat:
        return repeat(node, next);
      case PatternNode::Kind::group:
        return compile(node.children.front(), next);
      case PatternNode::Kind::boundary:
      case PatternNode::Kind::back_reference:
      case PatternNode::Kind::look:
        break;
    }
    too_large = true;
    return 0;
  }

  Index repeat(const PatternNode& node, Index next) {
    const PatternNode& child = node.children.front();
    const std::uint32_t copies = node.max == PatternNode::kUnbounded ? node.min : node.max;
    if (copies > kMaxInstructions) {
      too_large = true;
      return 0;
    }
    Index out = next;
    if (node.max == PatternNode::kUnbounded) {
      out = split(0, next);
      const Index body = compile(child, out);
      if (too_large) return 0;
      code[out].next = body;
    } else {
      for (std::uint32_t i = node.min; i < node.max; ++i) out = split(compile(child, out), next);
    }
    for (std::uint32_t i = 0; i < node.min; ++i) out = compile(child, out);
    return out;
  }

  Index characters(std::span<const Range> ranges, std::uint32_t categories, bool negated,
                   Index next) {
    uses_categories |= categories != 0;
    std::size_t set = 0;
    for (; set < sets_.size(); ++set) {
      const Set& known = sets_[set];
      if (known.size == ranges.size() && known.categories == categories &&
          known.negated == negated &&
          std::equal(ranges.begin(), ranges.end(), ranges_.data() + known.begin)) {
        break;
      }
    }
    if (set == sets_.size()) {
      too_large |= set == kMaxLetters;
      sets_.push_back({ranges_.size(), ranges.size(), categories, negated});
      ranges_.insert(ranges_.end(), ranges.begin(), ranges.end());
    }
    return add({Instruction::Kind::characters, next, 0, set});
  }

  // Code points that are in the same sets are one letter. Cuts them where a set begins or ends;
  // within a stretch only the general category tells them apart.
  void find_letters() {
    std::vector<char32_t> cuts{0};
    for (const Range range : ranges_) {
      cuts.push_back(range.first);
      cuts.push_back(range.last + 1);
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::vector<Letters> in_ranges(cuts.size(), 0);  // by stretch: sets whose ranges hold it
    std::vector<Letters> in_category(kCategoryCount, 0);
    Letters negated = 0;
    for (std::size_t i = 0; i < sets_.size(); ++i) {
      const Set& set = sets_[i];
      const Letters bit = Letters{1} << i;
      if (set.negated) negated |= bit;
      for (std::size_t category = 0; category < kCategoryCount; ++category) {
        if ((set.categories >> category & 1U) != 0) in_category[category] |= bit;
      }
      for (std::size_t at = set.begin; at < set.begin + set.size; ++at) {
        auto cut = std::lower_bound(cuts.begin(), cuts.end(), ranges_[at].first);
        for (; cut != cuts.end() && *cut <= ranges_[at].last; ++cut) {
          in_ranges[static_cast<std::size_t>(cut - cuts.begin())] |= bit;
        }
      }
    }
    const std::size_t width = uses_categories ? kCategoryCount : 1;
    std::vector<Letters> sets_of;  // by letter
    for (std::size_t stretch = 0; stretch < cuts.size(); ++stretch) {
      stretches.push_back({cuts[stretch], static_cast<std::uint32_t>(letters.size())});
      for (std::size_t category = 0; category < width; ++category) {
        const Letters sets = (in_ranges[stretch] | in_category[category]) ^ negated;
        const auto found = std::find(sets_of.begin(), sets_of.end(), sets);
        letters.push_back(static_cast<std::uint8_t>(found - sets_of.begin()));
        if (found == sets_of.end()) sets_of.push_back(sets);
      }
      if (sets_of.size() > kMaxLetters) {
        too_large = true;
        return;
      }
    }
    letter_count = sets_of.size();
    for (Instruction& one : code) {
      if (one.kind != Instruction::Kind::characters) continue;
      const std::uint64_t set = one.letters;
      one.letters = 0;
      for (std::size_t i = 0; i < sets_of.size(); ++i) {
        one.letters |= (sets_of[i] >> set & 1U) << i;
      }
    }
  }

  const Syntax& syntax_;
  std::vector<Set> sets_;
  std::vector<Range> ranges_;
};

}  // namespace

// The subset construction: a state is the set of instructions that a text may have led to.
class AutomatonBuilder {
 public:
  explicit AutomatonBuilder(const Instructions& instructions)
      : instructions_(instructions),
        code_(instructions.code),
        entry_(instructions.start),
        seen_(code_.size(), 0) {}

  std::optional<Automaton> build() {
    take_letters();
    // A pattern that no place but the text's beginning can start needs no second try.
    begin_set();
    follow(entry_, false, false);
    anchored_ = set_.empty() && !matched_;

    add_state();  // nothing can match
    add_state();  // has matched
    out_.accepts_at_end_[Automaton::kMatched] = 1;
    begin_set();
    follow(entry_, true, false);
    // The beginning is a state of its own, never met again: "^" holds nowhere else.
    const Index start = matched_ ? Automaton::kMatched : keep_set(true);
    for (Index state = start; state > Automaton::kMatched && state < states_.size(); ++state) {
      if (!expand(state)) return std::nullopt;
    }
    const auto scale = [this](Index state) {
      return static_cast<std::uint16_t>(state * out_.letter_count_);
    };
    for (std::uint16_t& next : out_.next_) next = scale(next);
    std::fill_n(out_.next_.begin() + out_.letter_count_, out_.letter_count_,
                scale(Automaton::kMatched));
    out_.start_ = scale(start);
    return std::move(out_);
  }

 private:
  struct State {
    std::uint32_t begin = 0;  // in pool_
    std::uint32_t size = 0;
  };

  void take_letters() {
    out_.letter_count_ = static_cast<std::uint16_t>(instructions_.letter_count);
    out_.stretches_ = instructions_.stretches;
    out_.letters_ = instructions_.letters;
    out_.uses_categories_ = instructions_.uses_categories;
    for (char32_t byte = 0; byte < 128; ++byte) out_.ascii_[byte] = out_.letter(byte);
  }

  void begin_set() {
    set_.clear();
    matched_ = false;
    ++round_;
  }

  // Adds to the set what can be reached from `from` without a byte.
  void follow(Index from, bool at_begin, bool at_end) {
    stack_.push_back(from);
    while (!stack_.empty()) {
      const Index index = stack_.back();
      stack_.pop_back();
      if (seen_[index] == round_) continue;
      seen_[index] = round_;
      ++work_;
      const Instruction& one = code_[index];
      switch (one.kind) {
        case Instruction::Kind::characters:
          set_.push_back(index);
          break;
        case Instruction::Kind::split:
          stack_.push_back(one.other);
          stack_.push_back(one.next);
          break;
        case Instruction::Kind::begin:
          if (at_begin) stack_.push_back(one.next);
          break;
        case Instruction::Kind::end:
          at_end ? stack_.push_back(one.next) : set_.push_back(index);
          break;
        case Instruction::Kind::match:
          matched_ = true;
          break;
      }
    }
  }

  Index add_state() {
    states_.push_back({static_cast<std::uint32_t>(pool_.size()), 0});
    out_.accepts_at_end_.push_back(0);
    out_.next_.resize(out_.next_.size() + out_.letter_count_);
    return static_cast<Index>(states_.size() - 1);
  }

  // The state of the current set.
  Index keep_set(bool is_begin) {
    if (matched_) return Automaton::kMatched;
    if (set_.empty() && anchored_) return 0;
    std::sort(set_.begin(), set_.end());
    std::uint32_t hash = 2166136261U;
    for (const Index index : set_) hash = (hash ^ index) * 16777619U;
    std::size_t slot = hash % table_.size();
    if (!is_begin) {
      for (; table_[slot] != 0; slot = (slot + 1) % table_.size()) {
        const State& other = states_[table_[slot]];
        if (std::equal(set_.begin(), set_.end(), pool_.begin() + other.begin,
                       pool_.begin() + other.begin + other.size)) {
          return table_[slot];
        }
      }
    }
    const Index state = add_state();
    if (!is_begin) table_[slot] = state;
    hashes_.resize(states_.size());
    hashes_[state] = is_begin ? 0 : hash;
    if (states_.size() * 2 > table_.size()) grow_table();
    states_[state].size = static_cast<std::uint32_t>(set_.size());
    pool_.insert(pool_.end(), set_.begin(), set_.end());

    // Whether the pattern matches if the text ends here.
    begin_set();
    for (const Index index : kept(state)) {
      if (code_[index].kind == Instruction::Kind::end) follow(index, is_begin, true);
    }
    out_.accepts_at_end_[state] = matched_ ? 1 : 0;
    return state;
  }

  void grow_table() {
    std::vector<Index> larger(table_.size() * 4);
    for (const Index state : table_) {
      if (state == 0) continue;
      std::size_t slot = hashes_[state] % larger.size();
      while (larger[slot] != 0) slot = (slot + 1) % larger.size();
      larger[slot] = state;
    }
    table_ = std::move(larger);
  }

  std::vector<Index> kept(Index state) const {
    const auto begin = pool_.begin() + states_[state].begin;
    return {begin, begin + states_[state].size};
  }

  // Where each letter leads from `state`. False if the automaton becomes too large.
  bool expand(Index state) {
    const std::vector<Index> members = kept(state);
    for (std::size_t letter = 0; letter < out_.letter_count_; ++letter) {
      begin_set();
      for (const Index index : members) {
        const Instruction& one = code_[index];
        if ((one.letters >> letter & 1U) != 0) follow(one.next, false, false);
      }
      if (!anchored_) follow(entry_, false, false);
      work_ += members.size() + 1;
      const Index next = keep_set(false);
      out_.next_[state * std::size_t{out_.letter_count_} + letter] = next;
      if (states_.size() > kMaxStates || out_.next_.size() > kMaxTransitions || work_ > kMaxWork) {
        return false;
      }
    }
    return true;
  }

  const Instructions& instructions_;
  const std::vector<Instruction>& code_;
  Index entry_;
  bool anchored_ = false;
  Automaton out_;

  std::vector<Index> set_;
  bool matched_ = false;  // whether the set holds the pattern's end
  std::vector<Index> stack_;
  std::vector<std::uint32_t> seen_;  // the round in which an instruction was met
  std::uint32_t round_ = 0;
  std::size_t work_ = 0;

  std::vector<State> states_;
  std::vector<std::uint32_t> hashes_;  // by state
  std::vector<Index> pool_;
  std::vector<Index> table_ = std::vector<Index>(256);  // open addressing
};

std::optional<Automaton> Automaton::build(const Syntax& syntax) {
  if (syntax.has_look || syntax.has_boundary || !syntax.references.empty()) return std::nullopt;
  const Instructions instructions(syntax);
  if (instructions.too_large) return std::nullopt;
  return AutomatonBuilder(instructions).build();
}

std::uint8_t Automaton::letter(char32_t codepoint) const {
  const auto after = std::upper_bound(
      stretches_.begin(), stretches_.end(), codepoint,
      [](char32_t wanted, const Stretch& stretch) { return wanted < stretch.first; });
  std::size_t at = (after - 1)->letters;
  if (uses_categories_) {
    at += static_cast<std::size_t>(utf8proc_category(static_cast<utf8proc_int32_t>(codepoint)));
  }
  return letters_[at];
}

bool Automaton::search(std::string_view text) const {
  const std::uint16_t* const next = next_.data();
  const std::uint16_t matched = letter_count_;  // state 1
  std::uint16_t state = start_;
  for (std::size_t at = 0; at < text.size() && state > matched;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 128) {
      state = next[state + ascii_[byte]];
      ++at;
    } else {
      const utf8::Step step = utf8::decode(text.substr(at));
      state = next[state + letter(step.codepoint)];
      at += step.size;
    }
  }
  return accepts_at_end_[state / letter_count_] != 0;
}

}  // namespace proclint
