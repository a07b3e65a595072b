// SPDX-License-Identifier: MIT
// The score each participant is compared with.
//
//   a visit       the score at it; default the visit called baseline, else the first with a score
//   last_before   the last score up to and with a day
//   window_mean   the mean of the scores from a day to a day, where there are at least so many
//   column        a column of the records file that repeats it
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/course.h"
#include "report/plan.h"

namespace fatigue {

struct Baseline {
  std::vector<double> value;      // by participant of the roster; NaN: none
  std::string visit;              // the visit that is the baseline; empty where a rule makes it
  std::vector<bool> is_baseline;  // by visit of the course: the baseline's own, which a change is not analysed at
  std::optional<double> until;    // the last day of the baseline, where its visits are days
};

/// The model's baseline from records that are not condensed. `with_values` are the visits at which there is a score, in
/// the order of time (not empty). For a rule `column`, the first visits are the baseline's own as long as they are of a
/// day up to 0 or every score there equals its baseline; a warning names them.
/// Throws unknown_visit, day_not_a_number and same_day (last_before, window_mean), unknown_column, not_numeric and
/// baseline_varies naming the rows (column), and no_baseline when nobody has one.
Baseline FindBaseline(const PlanModel& model, const Course& course, const std::vector<int>& with_values,
                      const Roster& roster, std::vector<Warning>* warnings);

}  // namespace fatigue
