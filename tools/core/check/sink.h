#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/check/surroundings.h"
#include "core/check/texts.h"
#include "core/document/value.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// Takes what a rule function finds. The function says what is wrong in its own words; a rule with
/// a message template of its own gets that filled in instead, with what the function offers.
class Sink {
 public:
  /// `sought`: that of the vocabulary that the functions were bound with. `surroundings`: null if
  /// there are none. `texts`, which were cleared, give the memory for texts(). All outlive the
  /// sink.
  explicit Sink(const SoughtWords& sought, const Surroundings* surroundings = nullptr,
                Texts* texts = nullptr)
      : sought_(sought),
        surroundings_(surroundings != nullptr ? surroundings : &kNone),
        texts_(texts) {}

  struct Found {
    Value target;  ///< the node that is meant: gives the pointer and the identity
    Span span;
    std::string message;
    std::vector<Note> notes;
    std::optional<Fix> fix;
    std::optional<Severity>
        severity;  ///< where the function knows better than the rule ("warning for similar-codes")
    std::vector<std::pair<std::string_view, std::string>> offers;  ///< {name} in a message template
    std::string absent;        ///< key of a member that `target` lacks: the pointer ends with it
    bool tells_all = false;    ///< see Diagnostic
    bool is_detail = false;    ///< see Diagnostic
    std::string keyword = {};  ///< see Diagnostic
    std::string schema_location = {};  ///< see Diagnostic
    std::string meant = {};            ///< see Diagnostic

    Found& offer(std::string_view name, std::string text) {
      offers.emplace_back(name, std::move(text));
      return *this;
    }
  };

  /// A finding about `target`, shown at Value::place(). The reference holds until the next call.
  /// Cold, so that what leads here lies apart from what every document runs through.
  [[gnu::cold]] Found& at(Value target, std::string message) {
    return at(target, target.place(), std::move(message));
  }
  /// A finding about `target`, shown at `span`.
  [[gnu::cold]] Found& at(Value target, Span span, std::string message) {
    found_.push_back(Found{target, span, std::move(message), {}, {}, {}, {}, {}});
    return found_.back();
  }

  std::vector<Found>& found() { return found_; }
  const Surroundings& surroundings() const { return *surroundings_; }

  /// The texts of `document`, looked through when the first rule asks for them.
  const Texts& texts(const Document& document) {
    if (texts_ == nullptr) {
      own_texts_ = std::make_unique<Texts>();
      texts_ = own_texts_.get();
    }
    if (texts_->document() != &document) texts_->read(document, sought_);
    return *texts_;
  }

  /// The member `sections` of a node, looked for when the first function asks for it.
  Value sections(Value target) {
    if (target != owner_) {
      owner_ = target;
      sections_ = target.find("sections");
    }
    return sections_;
  }

  /// `look()`, whether something holds for a node, remembered for the next function that asks the
  /// same of it: rules that share a look at one node come one after the other. `topic` tells what
  /// is asked from what else may be.
  template <class Look>
  bool recall(const void* topic, Value node, Look look) {
    if (topic != topic_ || node != asked_) {
      answer_ = look();
      topic_ = topic;
      asked_ = node;
    }
    return answer_;
  }

 private:
  static inline const Surroundings kNone{};

  const SoughtWords& sought_;
  const Surroundings* surroundings_;
  Texts* texts_;
  std::unique_ptr<Texts> own_texts_;
  std::vector<Found> found_;
  Value owner_;
  Value sections_;
  const void* topic_ = nullptr;
  Value asked_;
  bool answer_ = false;
};

}  // namespace proclint
