// SPDX-License-Identifier: MIT
// Each participant's records condensed to few numbers.
//
//   weekly_mean   week k holds the days first + 7 (k - 1) to first + 7 k - 1; its value is the mean of the scores there
//   auc_per_day   with scores y_1 ... y_n at days d_1 < ... < d_n of the days asked for, the area under the straight
//                 lines between them per day: sum (d_{i+1} - d_i) (y_i + y_{i+1}) / 2  /  (d_n - d_1)
// Days without a score are not filled in: a mean is over the days there are, a line goes from score to score.
#pragma once

#include "report/baseline.h"
#include "report/course.h"

namespace fatigue {

/// One entry per participant and week that has a score, or one per participant ("auc"); with too few days it has no
/// value, and the fault too_few_days. Records that no entry is made of come after them without a visit, each with the
/// fault that says why. `baseline`: null where the response is no change from one; else its visits belong to no week,
/// and an area begins after it unless the plan says from where.
/// Throws day_not_a_number and same_day.
Course Condense(const PlanSummary& summary, const Course& course, const Baseline* baseline, const Roster& roster);

}  // namespace fatigue
