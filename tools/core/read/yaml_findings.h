#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/source/diagnostic.h"

namespace proclint {

/// Where the parts of the YAML reader report to.
class YamlFindings {
 public:
  explicit YamlFindings(std::vector<Diagnostic>& findings) : findings_(findings) {}

  /// What a document of ours cannot hold (rule yaml-unsupported). A thousand of them are listed: a
  /// file with more was not written for us.
  void unsupported(Severity severity, Span span, std::string message) {
    constexpr std::size_t kMax = 1000;
    if (++count_ > kMax) return;
    if (count_ == kMax) message += "; more places follow and are not listed";
    add("yaml-unsupported", severity, span, std::move(message));
  }
  /// Why the document has no nodes.
  void error(std::string_view rule, Span span, std::string message) {
    add(rule, Severity::error, span, std::move(message));
  }

 private:
  void add(std::string_view rule, Severity severity, Span span, std::string message) {
    Diagnostic& finding = findings_.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    finding.span = span;
    finding.message = std::move(message);
  }

  std::vector<Diagnostic>& findings_;
  std::size_t count_ = 0;
};

}  // namespace proclint
