#include <iostream>

#include "core/report/visible.h"
#include "proclint/explain.h"
#include "proclint/lint.h"
#include "proclint/options.h"
#include "proclint/rules_list.h"
#include "proclint/rules_test.h"
#include "proclint/schema_check.h"
#include "proclint/select.h"
#include "proclint/tree.h"

namespace {

int run(int argc, char** argv) {
  using proclint::Options;
  const proclint::Result<Options> options = proclint::parse_options(argc, argv);
  if (!options) {
    std::cerr << "proclint: " << proclint::visible(options.error().message)
              << "\nproclint --help lists the options\n";
    return 2;
  }
  switch (options->command) {
    case Options::Command::help:
      std::cout << proclint::help_text();
      return 0;
    case Options::Command::version:
      std::cout << "proclint " PROCLINT_VERSION "\n";
      return 0;
    case Options::Command::explain:
      return proclint::explain(*options);
    case Options::Command::rules_list:
      return proclint::rules_list(*options);
    case Options::Command::rules_test:
      return proclint::rules_test(*options);
    case Options::Command::schema_check:
      return proclint::schema_check(*options);
    case Options::Command::tree:
      return proclint::tree(*options);
    case Options::Command::select:
      return proclint::select(*options);
    case Options::Command::lint:
      break;
  }
  return proclint::lint(*options);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "proclint: internal error: " << error.what() << '\n';
    return 2;
  }
}
