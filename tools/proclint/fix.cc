#include "proclint/fix.h"

#include <unistd.h>

#include <iostream>
#include <optional>
#include <utility>

#include "core/report/unified_diff.h"
#include "core/report/visible.h"
#include "core/source/file.h"
#include "core/source/output_file.h"
#include "proclint/reports.h"

namespace proclint {
namespace {

// Puts `after` in the place of `before`. Error: it could not, or the file is another one by now.
std::optional<Error> replace_file(const std::string& path, const std::string& before,
                                  const std::string& after) {
  Result<std::unique_ptr<OutputFile>> file = OutputFile::replace(path);
  if (!file) return file.error();
  (*file)->stream() << after;
  std::string now;
  const Result<ReadOutcome> read = read_file(path, before.size(), now);
  if (!read) return read.error();
  if (*read == ReadOutcome::too_large || now != before) {
    return Error{path +
                 " was changed by somebody else while it was mended, and was left alone; "
                 "run proclint again"};
  }
  const Result<bool> written = (*file)->commit();
  return written ? std::nullopt : std::optional<Error>(written.error());
}

std::string counted(std::size_t count, std::string_view one) {
  return std::to_string(count) + ' ' + std::string(one) + (count == 1 ? "" : "s");
}

}  // namespace

Checked Mending::mend(std::size_t i, const Input& input, const Plan& plan, Workspace& workspace) {
  Fixed fixed = fix(engine_, input, plan, options_.fix_level, workspace);
  Outcome& result = outcomes_[i];
  result.problems = std::move(fixed.problems);
  result.mended = fixed.mended;
  if (options_.shows_diff) {
    if (fixed.is_changed()) result.output = unified_diff(input.path, fixed.before, fixed.after);
    return std::move(fixed.checked);
  }
  if (input.is_standard_input) {
    // A filter gives back what it cannot mend. A clean text has stayed in the workspace.
    const bool is_clean = fixed.checked.findings.empty() && !fixed.is_changed();
    result.output = fixed.is_changed() ? std::move(fixed.after)
                    : is_clean         ? workspace.text
                                       : fixed.checked.text;
    return std::move(fixed.checked);
  }
  if (!fixed.is_changed()) return std::move(fixed.checked);
  if (const auto error = replace_file(input.path, fixed.before, fixed.after)) {
    result.mended = 0;
    Checked failed;
    failed.failure = error->message;
    return failed;
  }
  return std::move(fixed.checked);
}

std::size_t Mending::deliver(std::size_t i, const Input& input) {
  const Outcome result = std::exchange(outcomes_[i], {});
  for (const std::string& problem : result.problems) {
    std::cerr << "proclint: internal problem: " << visible(problem) << '\n';
  }
  mended_ += result.mended;
  if (result.mended > 0) ++changed_;
  if (options_.shows_diff && is_terminal(STDOUT_FILENO)) {
    std::cout << visible_diff(result.output, wants_color(options_.color, true));
  } else if (options_.shows_diff || input.is_standard_input) {
    std::cout << result.output;
  }
  return result.mended;
}

std::string Mending::diff_summary() const {
  if (changed_ == 0) return "nothing would be mended in " + counted(outcomes_.size(), "file");
  return counted(mended_, "finding") + " would be mended in " +
         (changed_ == outcomes_.size() ? "" : std::to_string(changed_) + " of ") +
         counted(outcomes_.size(), "file");
}

}  // namespace proclint
