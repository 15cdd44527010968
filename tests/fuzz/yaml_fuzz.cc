// The YAML reader: a tree with its places and marks inside the file, whatever the text, and the
// same one whether the library was asked or not.
#include <cstdint>

#include "core/read/reader_agreement.h"
#include "fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  proclint::fuzz::expect_sound_reading(proclint::Form::yaml, text);
  proclint::fuzz::expect(proclint::yaml_agreement(text).problem.empty());
  return 0;
}
