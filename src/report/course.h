// SPDX-License-Identifier: MIT
// One score along the records of a file, in whole numbers: what baselines, summaries and outcomes are made of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/join.h"

namespace fatigue {

/// One score by row of a records file; NaN where missing.
struct ScoreColumn {
  std::vector<double> values;
  std::vector<bool> unscored;  // too few items answered
  std::vector<bool> prorated;  // empty where nothing is prorated: scores given as such
};

/// Why an entry cannot be used, whatever the outcome asks for.
enum class EntryFault {
  none,
  id_missing,
  not_a_participant,
  arm_missing,
  two_arms,
  arm_not_in_plan,
  visit_missing,
  date_missing,
  date_impossible,
  start_missing,
  outside_windows,
  other_is_nearer,
  value_missing,
  too_few_items,
  outside_summary,  // its day is none of those condensed
  too_few_days      // of a week, or for an area
};

/// As the report counts it.
std::string Text(EntryFault fault);
EntryFault FaultOf(VisitFault fault);
/// Why nothing of a participant can be used; nullptr for an identifier of nobody, `has_id` false where there is none.
EntryFault FaultOf(const Participant* participant, bool has_id);

/// A record, or what several records of a participant were condensed to.
struct Entry {
  int row = 0;           // of the records file; the first of those condensed
  int participant = -1;  // place in the roster
  int visit = -1;        // place in Course::visits
  double value = 0;      // NaN: missing
  EntryFault fault = EntryFault::none;
};

struct Course {
  const Records* records = nullptr;
  std::vector<std::string> visits;
  std::vector<std::optional<double>> days;  // of the visits
  bool in_order = false;                    // visits stand in the order of time
  std::vector<Entry> entries;

  /// Throws day_not_a_number, naming the first visit that is none and `user`, what needs days; and same_day when two
  /// labels are one day.
  std::vector<double> RequiredDays(const std::string& user) const;
};

Course CourseOf(const Records& records, const ScoreColumn& score, const Roster& roster);

}  // namespace fatigue
