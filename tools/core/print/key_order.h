#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/document/headings.h"
#include "core/document/value.h"

namespace proclint {

/// The order in which the keys of a document are written: that of the `properties` of its schema,
/// and for sections that of the table of headings. A key of one's own ("x-...") stays behind the
/// key that it follows, any other key that the schema does not know goes to the end; equal keys
/// keep their order.
///
/// References inside of the schema and the parts of allOf, anyOf and oneOf are followed. Immutable
/// after construction, shared by threads.
class KeyOrder {
 public:
  /// No order: nothing is moved.
  KeyOrder() = default;
  static KeyOrder from(Value schema, const Headings& headings);

  /// Writes `document` with its maps in order to `sorted`, which then refers to the same source;
  /// its nodes keep their places in it. False, and `sorted` is not touched, if they are in order.
  bool sort(const Document& document, Document& sorted) const;

  /// The order of sections that have these keys: their indices.
  std::vector<std::size_t> sections(const std::vector<std::string_view>& keys) const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  struct Member {
    std::uint32_t rank = kNone;
    std::uint32_t shape = kNone;
  };
  // Names of properties differ in their sizes or ends.
  struct KeyHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const {
      if (key.empty()) return 0;
      const auto byte = [key](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(key[i]));
      };
      return key.size() +
             64 * (byte(0) + 256 * (byte(key.size() - 1) + 256 * byte(key.size() / 2)));
    }
  };
  // What the schema says of the lists and maps at one place.
  struct Shape {
    std::unordered_map<std::string, Member, KeyHash, std::equal_to<>> members;
    std::uint32_t items = kNone;
    std::uint32_t others = kNone;  // values of keys that it does not name
  };
  class SchemaReader;
  class Sorter;

  Member member(std::uint32_t shape, std::string_view key) const;
  std::uint32_t items(std::uint32_t shape) const {
    return shape == kNone ? kNone : shapes_[shape].items;
  }
  void rank_sections(const Headings& headings);
  std::vector<std::size_t> order_of(std::uint32_t shape,
                                    const std::vector<std::string_view>& keys) const;

  std::vector<Shape> shapes_;  // the first is the document's
};

}  // namespace proclint
