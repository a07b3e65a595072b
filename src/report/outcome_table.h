// SPDX-License-Identifier: MIT
// The long table one outcome is analysed on: one row per participant and visit with all the model needs.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "report/course.h"
#include "report/report.h"
#include "report/schedule.h"
#include "table/table.h"

namespace fatigue {

/// The column of record weights in an outcome's table: no column a plan is likely to name.
constexpr char kWeightColumn[] = "record_weight";

struct OutcomeTable {
  /// Columns id, arm, visit (mmrm), day (random_effects, sp_exp), baseline and change or percent_change, or value, then
  /// the covariates and the weights.
  Table table;
  std::vector<int> participant_of_row;       // place in the roster
  std::vector<int> visit_of_row;             // place in `visits`
  std::vector<std::string> arms;             // with a row in the table, reference first
  std::vector<std::string> visits;           // with a row in the table, in order
  std::vector<double> days;                  // of the visits; only where the model uses days
  std::map<std::string, double> known_days;  // of the visits whose day is known
  std::string baseline_visit;                // empty where the response is the value, or a rule makes the baseline
  std::vector<std::string> covariates;       // column names in the table
  std::vector<Excluded> excluded;
  std::vector<ObservedRow> observed;  // the score itself, by arm and every visit that has it
  std::optional<ResponderTable> responders;
  OutcomeFlow flow;

  /// Participants with a row, by arm, and by arm and visit.
  std::map<std::string, int> participants;
  std::map<std::pair<std::string, std::string>, int> participants_at;
};

/// Rows analysed are those at an analysed visit with a value, every covariate and, for a change, a baseline value; the
/// others are counted with the first reason that applies. Default visits: all that have a value (after the baseline,
/// for a change). `direction` is that of the score, for responders. Throws unknown_visit, baseline_analysed, no_data,
/// one_arm, day_not_a_number (models that use days), unknown_column and not_numeric (weights), what CovariateColumn
/// throws and what baselines and summaries do; warns of planned visits and of arms without data.
OutcomeTable BuildOutcomeTable(const PlanOutcome& outcome, Direction direction, const std::string& roster_id,
                               const Roster& roster, const Schedule& schedule, std::vector<Warning>* warnings);
/// By the outcome's own schedule.
OutcomeTable BuildOutcomeTable(const PlanOutcome& outcome, Direction direction, const std::string& roster_id,
                               const Roster& roster, const Records& records, const ScoreColumn& score,
                               std::vector<Warning>* warnings);

}  // namespace fatigue
