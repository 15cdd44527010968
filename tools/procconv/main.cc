#include <iostream>

#include "core/report/visible.h"
#include "procconv/conversions.h"
#include "procconv/options.h"

namespace {

int run(int argc, char** argv) {
  using proclint::ConvertOptions;
  const proclint::Result<ConvertOptions> options = proclint::parse_convert_options(argc, argv);
  if (!options) {
    std::cerr << "procconv: " << proclint::visible(options.error().message)
              << "\nprocconv --help lists the options\n";
    return 2;
  }
  switch (options->command) {
    case ConvertOptions::Command::help:
      std::cout << proclint::convert_help_text();
      return 0;
    case ConvertOptions::Command::version:
      std::cout << "procconv " PROCLINT_VERSION "\n";
      return 0;
    case ConvertOptions::Command::convert:
      break;
  }
  return proclint::run_conversions(*options);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "procconv: internal error: " << error.what() << '\n';
    return 2;
  }
}
