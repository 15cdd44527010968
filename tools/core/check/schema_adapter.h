#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <utility>
#include <valijson/internal/adapter.hpp>
#include <valijson/internal/basic_adapter.hpp>
#include <valijson/internal/frozen_value.hpp>
#include <vector>

#include "core/document/value.h"

namespace proclint {

/// valijson's view of the flat schema (see NormalisedSchema): what its SchemaParser asks for, over
/// our node table. Types are strict. Only the one file that calls the parser includes this.
class SchemaAdapter;

struct SchemaView {
  Value value;
  const std::vector<NodeId>* definitions = nullptr;  ///< the entries of "d", to get at one at once
};

/// The values of `enum` and `const` are compared by ours, so nothing is kept.
class SchemaFrozenValue : public valijson::adapters::FrozenValue {
 public:
  FrozenValue* clone() const override { return new SchemaFrozenValue(); }
  bool equalTo(const valijson::adapters::Adapter&, bool) const override { return false; }
};

using SchemaMember = std::pair<std::string, SchemaAdapter>;

/// An iterator over elements or members. `Element` is SchemaAdapter or SchemaMember.
template <class Element>
class SchemaIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = Element;
  using difference_type = std::ptrdiff_t;
  using pointer = Element*;
  using reference = Element;

  SchemaIterator(SchemaView list, Value::Children::Iterator at) : list_(list), at_(at) {}

  Element operator*() const;
  valijson::adapters::DerefProxy<Element> operator->() const {
    return valijson::adapters::DerefProxy<Element>(**this);
  }
  bool operator==(const SchemaIterator& other) const { return at_ == other.at_; }
  bool operator!=(const SchemaIterator& other) const { return !(at_ == other.at_); }
  SchemaIterator& operator++() {
    ++at_;
    return *this;
  }
  SchemaIterator operator++(int) {
    SchemaIterator old = *this;
    ++at_;
    return old;
  }
  void advance(std::ptrdiff_t count) {
    const auto& all = *list_.definitions;
    if (!all.empty() && list_.value.id() + 1 == all.front()) {
      at_ = {&list_.value.document(), all[static_cast<std::size_t>(count)], 0};
      return;
    }
    while (count-- > 0) ++at_;
  }

 private:
  SchemaView list_;
  Value::Children::Iterator at_;
};

template <class Element>
class SchemaChildren {
 public:
  using const_iterator = SchemaIterator<Element>;
  using iterator = const_iterator;

  SchemaChildren() = default;
  explicit SchemaChildren(SchemaView list) : list_(list) {}

  const_iterator begin() const { return {list_, begin_of(list_)}; }
  const_iterator end() const { return {list_, end_of(list_)}; }
  std::size_t size() const { return list_.value ? list_.value.size() : 0; }

 protected:
  static Value::Children::Iterator begin_of(const SchemaView& list) {
    return list.value ? list.value.children().begin() : Value::Children::Iterator();
  }
  static Value::Children::Iterator end_of(const SchemaView& list) {
    return list.value ? list.value.children().end() : Value::Children::Iterator();
  }

  SchemaView list_;
};

using SchemaArray = SchemaChildren<SchemaAdapter>;

class SchemaObject : public SchemaChildren<SchemaMember> {
 public:
  SchemaObject() = default;
  explicit SchemaObject(SchemaView map) : SchemaChildren(map) {
    for (const Value member : map.value.children()) letters_ |= letter_of(member.key().text());
  }

  const_iterator find(const std::string& key) const {
    // The parser asks each schema for forty keywords, of which it has two or three.
    if ((letters_ & letter_of(key)) == 0) return end();
    auto at = list_.value.children().begin();
    const auto last = list_.value.children().end();
    while (!(at == last) && (*at).key().text() != key) ++at;
    return {list_, at};
  }

 private:
  static std::uint64_t letter_of(std::string_view key) {
    const std::size_t last = key.empty() ? 0 : static_cast<unsigned char>(key.back());
    return 1ULL << ((last + 7 * key.size()) % 64);
  }

  std::uint64_t letters_ = 0;  // which last letters and lengths its keys have
};

/// What BasicAdapter needs of a value.
class SchemaValue {
 public:
  SchemaValue() = default;
  explicit SchemaValue(SchemaView view) : view_(view) {}

  const SchemaView& view() const { return view_; }
  valijson::adapters::FrozenValue* freeze() const { return new SchemaFrozenValue(); }
  static bool hasStrictTypes() { return true; }

  bool isArray() const { return is(Kind::list); }
  bool isBool() const { return is(Kind::boolean); }
  bool isNull() const { return is(Kind::null); }
  bool isObject() const { return is(Kind::map); }
  bool isString() const { return is(Kind::string); }
  bool isNumber() const { return is(Kind::number); }
  bool isInteger() const {
    std::int64_t ignored = 0;
    return getInteger(ignored);
  }
  bool isDouble() const { return isNumber() && !isInteger(); }

  opt::optional<SchemaArray> getArrayOptional() const {
    if (!isArray()) return {};
    return opt::optional<SchemaArray>(SchemaArray(view_));
  }
  opt::optional<SchemaObject> getObjectOptional() const {
    if (!isObject()) return {};
    return opt::optional<SchemaObject>(SchemaObject(view_));
  }
  bool getArraySize(std::size_t& result) const { return size(Kind::list, result); }
  bool getObjectSize(std::size_t& result) const { return size(Kind::map, result); }
  bool getBool(bool& result) const {
    if (!isBool()) return false;
    result = view_.value.text() == "true";
    return true;
  }
  bool getInteger(std::int64_t& result) const { return parse(result); }
  // Only for valijson's own fields: the exact number is taken from the source.
  bool getDouble(double& result) const {
    result = 0;
    if (!isNumber()) return false;
    parse(result);
    return true;
  }
  bool getString(std::string& result) const {
    if (!isString()) return false;
    result = view_.value.text();
    return true;
  }

 private:
  bool is(Kind kind) const { return view_.value && view_.value.is(kind); }
  bool size(Kind kind, std::size_t& result) const {
    if (!is(kind)) return false;
    result = view_.value.size();
    return true;
  }
  template <class T>
  bool parse(T& result) const {
    if (!isNumber()) return false;
    const std::string_view text = view_.value.text();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    return error == std::errc() && end == text.data() + text.size();
  }

  SchemaView view_;
};

class SchemaAdapter
    : public valijson::adapters::BasicAdapter<SchemaAdapter, SchemaArray, SchemaMember,
                                              SchemaObject, SchemaValue> {
 public:
  explicit SchemaAdapter(SchemaView view) : BasicAdapter(SchemaValue(view)), view_(view) {}

  Value value() const { return view_.value; }

 private:
  SchemaView view_;
};

template <>
inline SchemaAdapter SchemaIterator<SchemaAdapter>::operator*() const {
  return SchemaAdapter({*at_, list_.definitions});
}
template <>
inline SchemaMember SchemaIterator<SchemaMember>::operator*() const {
  const Value member = *at_;
  return {std::string(member.key().text()), SchemaAdapter({member, list_.definitions})};
}

}  // namespace proclint

namespace valijson::adapters {

template <>
struct AdapterTraits<proclint::SchemaAdapter> {
  using DocumentType = proclint::SchemaView;
  static std::string adapterName() { return "proclint"; }
};

}  // namespace valijson::adapters
