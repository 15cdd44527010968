#include "core/pattern/pattern.h"

#include <re2/re2.h>

#include <atomic>
#include <mutex>

#include "core/pattern/automaton.h"
#include "core/pattern/backtracker.h"
#include "core/pattern/syntax.h"
#include "core/pattern/translate.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::int64_t kMaxRe2Memory = std::int64_t{8} << 20U;

re2::RE2::Options re2_options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(kMaxRe2Memory);
  return options;
}

}  // namespace

class Pattern::Program {
 public:
  Program(std::string_view source, Syntax syntax) : source_(source), syntax_(std::move(syntax)) {}

  const std::string& source() const { return source_; }

  Match search(std::string_view text) const {
    if (!ready_.load(std::memory_order_acquire)) std::call_once(once_, [this] { compile(); });
    if (automaton_) return automaton_->search(text) ? Match::yes : Match::no;
    if (utf8::find_invalid(text) != std::string_view::npos) return run(utf8::repaired(text));
    return run(text);
  }

 private:
  void compile() const {
    automaton_ = Automaton::build(syntax_);
    if (!automaton_) compile_engine();
    syntax_ = {};
    ready_.store(true, std::memory_order_release);
  }

  void compile_engine() const {
    if (const std::optional<std::string> re2 = to_re2(syntax_)) {
      re2_ = std::make_unique<re2::RE2>(*re2, re2_options());
      if (!re2_->ok()) re2_ = nullptr;  // larger than the memory it may use
    }
    if (!re2_) {
      if (Result<std::string> pcre2 = to_pcre2(syntax_)) {
        if (Result<Backtracker> compiled = Backtracker::compile(*pcre2)) backtracker_ = *compiled;
      }
    }
  }

  Match run(std::string_view text) const {
    if (re2_) {
      return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *re2_) ? Match::yes
                                                                                       : Match::no;
    }
    return backtracker_ ? backtracker_->search(text) : Match::limit;
  }

  std::string source_;
  mutable Syntax syntax_;  // until it is compiled
  mutable std::once_flag once_;
  mutable std::atomic<bool> ready_ = false;
  mutable std::optional<Automaton> automaton_;  // or one of the two below; none: too large for all
  mutable std::unique_ptr<re2::RE2> re2_;
  mutable std::optional<Backtracker> backtracker_;
};

Result<Pattern> Pattern::parse(std::string_view ecma, Strictness strictness) {
  Result<Syntax> syntax = parse_syntax(ecma, strictness);
  if (!syntax) return syntax.error();
  if (syntax->is_unusual) {
    // The last engine alone knows whether it can do it; better said now than at a first match.
    const Result<std::string> pcre2 = to_pcre2(*syntax);
    if (!pcre2) return pcre2.error();
    const Result<Backtracker> compiled = Backtracker::compile(*pcre2);
    if (!compiled) return compiled.error();
  }
  return Pattern(std::make_shared<const Program>(ecma, std::move(*syntax)));
}

Pattern::Match Pattern::search(std::string_view text) const { return program_->search(text); }

const std::string& Pattern::source() const { return program_->source(); }

std::optional<Error> check_pattern_syntax(std::string_view text) {
  const Result<Syntax> syntax = parse_syntax(text, Strictness::strict);
  if (syntax) return std::nullopt;
  return syntax.error();
}

}  // namespace proclint
