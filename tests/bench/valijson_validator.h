#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace proclint::bench {

/// What many programs do: P_A's parse, then valijson's own Validator over the DOM, which stops at
/// the first mistake.
class ValijsonValidator {
 public:
  /// Exits with a message when valijson cannot read the schema.
  explicit ValijsonValidator(std::string_view schema);
  ~ValijsonValidator();
  ValijsonValidator(const ValijsonValidator&) = delete;
  ValijsonValidator& operator=(const ValijsonValidator&) = delete;

  /// Whether the document is JSON and valid. `bytes` as in p_a().
  bool accepts(char* bytes, std::size_t size);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace proclint::bench
