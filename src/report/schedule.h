// SPDX-License-Identifier: MIT
// What of a score's course an outcome analyses: its baseline, its summary and its visits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/baseline.h"
#include "report/course.h"
#include "report/plan.h"

namespace fatigue {

struct Schedule {
  Course course;                     // condensed where the plan has a summary
  std::vector<int> with_values;      // visits at which an analysed participant has a value, in the order of time
  std::vector<int> analysed;         // in the order of time
  std::vector<bool> is_analysed;     // by visit of the course
  std::vector<bool> is_baseline;     // by visit: the baseline's own, where the response is a change from it
  std::optional<Baseline> baseline;  // where the outcome needs one
};

/// Visits at which an analysed participant has a value, in the order of time.
std::vector<int> VisitsWithValues(const Course& course);

/// The visits analysed at which a score can be compared with its baseline: of those analysed as values, the ones after
/// it. For outcomes that need a baseline.
std::vector<int> VisitsAfterBaseline(const PlanOutcome& outcome, const Schedule& schedule);

/// Throws unknown_visit, baseline_analysed, no_data, and what FindBaseline and Condense throw.
Schedule PlanSchedule(const PlanOutcome& outcome, Course course, const Roster& roster, std::vector<Warning>* warnings);

}  // namespace fatigue
