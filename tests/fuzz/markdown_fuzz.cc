// The Markdown reader: a tree with its places and marks inside the file, whatever the text.
#include <cstdint>

#include "fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  proclint::fuzz::expect_sound_reading(proclint::Form::markdown,
                                       {reinterpret_cast<const char*>(data), size});
  return 0;
}
