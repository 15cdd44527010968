#pragma once

#include <memory>
#include <ostream>

#include "core/report/reporter.h"

namespace proclint {

std::unique_ptr<Reporter> make_text_reporter(std::ostream& out);
std::unique_ptr<Reporter> make_compact_reporter(std::ostream& out);
std::unique_ptr<Reporter> make_sarif_reporter(std::ostream& out);

}  // namespace proclint
