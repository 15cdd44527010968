#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/source/edit.h"
#include "core/source/source.h"
#include "core/source/span.h"

namespace proclint {

enum class Severity : std::uint8_t { info, warning, error };

constexpr std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

/// The severity `steps` above; error is the highest.
constexpr Severity raised(Severity severity, unsigned steps) {
  const unsigned level = static_cast<unsigned>(severity) + steps;
  return level < static_cast<unsigned>(Severity::error) ? static_cast<Severity>(level)
                                                        : Severity::error;
}

/// A place that belongs to a finding, also in another file. `place` counts code points.
struct Note {
  std::string path;
  Span span;
  Place place;
  std::string message;
};

/// One finding. Findings are grouped by file, so it has no file name.
struct Diagnostic {
  std::string rule;
  Severity severity = Severity::error;
  Span span;
  std::string
      message;  ///< lower case, no full stop: what is there, what was expected, how to mend it
  std::string pointer;   ///< JSON Pointer (RFC 6901) of the node that is meant
  std::string identity;  ///< survives reformatting and moving; see check/identity.h
  std::vector<Note> notes;
  std::optional<Fix> fix;
  std::string keyword;          ///< schema findings: the keyword that failed
  std::string schema_location;  ///< schema findings: absolute keyword location
  std::string meant;            ///< pointer of the absent member whose name `pointer` misspells
  bool tells_all = false;       ///< mends whatever is wrong with the node
  bool is_detail = false;       ///< says nothing new beside one about the same node that tells all
};

}  // namespace proclint
