#include <iostream>

#include "core/report/visible.h"
#include "procfmt/format_files.h"
#include "procfmt/options.h"

namespace {

int run(int argc, char** argv) {
  using proclint::FormatterOptions;
  const proclint::Result<FormatterOptions> options = proclint::parse_formatter_options(argc, argv);
  if (!options) {
    std::cerr << "procfmt: " << proclint::visible(options.error().message)
              << "\nprocfmt --help lists the options\n";
    return 2;
  }
  switch (options->command) {
    case FormatterOptions::Command::help:
      std::cout << proclint::formatter_help();
      return 0;
    case FormatterOptions::Command::version:
      std::cout << "procfmt " PROCLINT_VERSION "\n";
      return 0;
    case FormatterOptions::Command::format:
      break;
  }
  return proclint::format_files(*options);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "procfmt: internal error: " << error.what() << '\n';
    return 2;
  }
}
