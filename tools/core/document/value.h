#pragma once

#include <cassert>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include "core/document/document.h"

namespace proclint {

/// A node of a document, by value: two words. The null Value stands for "there is none". Must not
/// outlive its document.
class Value {
 public:
  class Children;

  Value() = default;
  Value(const Document& document, NodeId id) : document_(&document), id_(id) {}
  /// The root; the null Value if the document could not be read.
  static Value root(const Document& document) {
    return document.empty() ? Value() : Value(document, 0);
  }

  explicit operator bool() const { return document_ != nullptr; }
  friend bool operator==(Value, Value) = default;

  const Document& document() const {
    assert(document_ != nullptr);
    return *document_;
  }
  NodeId id() const { return id_; }
  const Node& node() const { return document().node(id_); }
  Kind kind() const { return node().kind; }
  bool is(Kind kind) const { return node().kind == kind; }
  Span span() const { return node().span; }

  /// Decoded text of a string or key; number, true, false and null as written. Not for lists and
  /// maps.
  std::string_view text() const { return document().text(id_); }
  /// Number of elements or members; 0 for a scalar.
  std::size_t size() const { return is(Kind::list) || is(Kind::map) ? node().size : 0; }

  /// The elements of a list, the values of a map (each knows its key()); empty for a scalar.
  Children children() const;
  /// The first member with that key; null Value if there is none or this is no map.
  Value find(std::string_view key) const;
  /// The list or map that holds this node; null Value for the root.
  Value parent() const {
    return node().parent == kNoNode ? Value() : Value(*document_, node().parent);
  }
  /// The key node of a map's value; null Value for others.
  Value key() const {
    const Value holder = parent();
    return holder && holder.is(Kind::map) && !is(Kind::key) ? Value(*document_, id_ - 1) : Value();
  }
  /// Position among the elements of the list, from 0. Linear in it: for findings only.
  std::size_t index() const;

  /// JSON Pointer (RFC 6901) from the root; of a key: that of its value. For findings only.
  std::string pointer() const;
  /// What a finding about this node underlines: a scalar itself, a list or map its key; without a
  /// key its first byte.
  Span place() const;
  /// Where the bytes `decoded` of text() stand in the source, through escapes and joined lines; the
  /// whole node if its reader cannot tell. For findings only.
  Span locate(Span decoded) const;

 private:
  const Document* document_ = nullptr;
  NodeId id_ = 0;
};

class Value::Children {
 public:
  class Iterator {
   public:
    using value_type = Value;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    using pointer = const Value*;
    using reference = Value;

    Iterator() = default;
    Iterator(const Document* document, NodeId id, NodeId skip)
        : document_(document), id_(id), skip_(skip) {}
    Value operator*() const { return Value(*document_, id_ + skip_); }
    Iterator& operator++() {
      id_ = document_->node(id_ + skip_).next;
      return *this;
    }
    Iterator operator++(int) {
      Iterator old = *this;
      ++*this;
      return old;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.id_ == b.id_; }

   private:
    const Document* document_ = nullptr;
    NodeId id_ = 0;
    NodeId skip_ = 0;  // 1 in a map: from the key to its value
  };

  Children(const Document* document, NodeId begin, NodeId end, NodeId skip)
      : document_(document), begin_(begin), end_(end), skip_(skip) {}
  Iterator begin() const { return {document_, begin_, skip_}; }
  Iterator end() const { return {document_, end_, skip_}; }

 private:
  const Document* document_;
  NodeId begin_;
  NodeId end_;
  NodeId skip_;
};

inline Value::Children Value::children() const {
  const Node& self = node();
  if (self.kind != Kind::list && self.kind != Kind::map) return {document_, id_, id_, 0};
  return {document_, id_ + 1, self.next, self.kind == Kind::map ? 1U : 0U};
}

}  // namespace proclint
