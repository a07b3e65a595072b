// SPDX-License-Identifier: MIT
// Side effects by arm: participants with at least one event, their percentage of the arm, and events; compared between
// arms, by body system, by grade, and over time.
#pragma once

#include <vector>

#include "report/report.h"
#include "report/roster.h"

namespace fatigue {

struct SafetyOptions {
  DifferenceInterval interval = DifferenceInterval::miettinen_nurminen;
  double confidence = 0.95;
  int day_of_start = 0;
};

/// Denominators are all participants with an arm, with or without records. The first row is any event; terms follow by
/// the number of participants over all arms, most first, then by name. Terms that differ only in surrounding blanks or
/// in the case of ASCII letters are one term, shown as first written, with a warning. Rows without a term count as no
/// event, with a warning. Throws unknown_column and no_matching_ids.
/// By grade, a participant counts once, at the worst, where the values are of a known order (report/event_grades.h),
/// and once for each value otherwise. An empty cell is "not stated". Days come from a column of days, or from dates.
SafetyTable CountEvents(const PlanFile& file, const Table& table, const Roster& roster, const SafetyOptions& options,
                        std::vector<Warning>* warnings);

}  // namespace fatigue
