#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/document/positions.h"
#include "core/document/value.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// The losses of one document, added to a list of them. Thousands in one long list do not cost
/// their square.
class Losses {
 public:
  Losses(const Document& document, std::vector<Diagnostic>& found)
      : document_(document), found_(found) {}

  /// Adds the loss of a value. One of WriteOptions::supplied has the place of the value of the
  /// document that it stands for: the nearest at or above it.
  void add(Value lost, std::string message);
  /// Adds the loss of what stands at `place` of `lost`'s document.
  void add(Value lost, Span place, std::string message);
  /// Value::pointer().
  std::string pointer_of(Value value);
  std::size_t size() const { return found_.size(); }

 private:
  Value in_document(Value value) const;

  const Document& document_;
  std::vector<Diagnostic>& found_;
  Positions positions_;
};

/// Reports what `document` has beside its tree and no other form than its own can hold: comments,
/// and of Markdown emphasis, links, images, tables and the like. Nothing where `target` is the form
/// that it was read from. What a page has beside its tree is layout, and goes into the member of
/// that name.
void report_source_losses(const Document& document, Form target, Losses& losses);

}  // namespace proclint
