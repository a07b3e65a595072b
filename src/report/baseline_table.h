// SPDX-License-Identifier: MIT
// Characteristics at the start, by arm and in all, over everyone with an arm. No tests: chance is what made the
// differences (CONSORT 2010, item 15); their size is the standardised difference.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/join.h"
#include "report/outcome_table.h"
#include "report/plan.h"
#include "report/report.h"
#include "report/roster.h"

namespace fatigue {

/// The baseline of one score, by participant of the roster; NaN: none.
struct BaselineScore {
  std::string score, label;
  std::vector<double> value;
};

/// The columns of the table: the plan's, else those of the participants file that play no other part (identifier, arm,
/// dates, guesses) and have at most 10 levels where they are no numbers. Of a single-file trial those that have one
/// value per participant and are no item, score, visit, weight or baseline.
/// Throws unknown_column and covariate_varies for those the plan names.
std::vector<std::string> BaselineColumns(const Plan& plan, const Roster& roster);

/// The outcome's baseline as its model has it. An outcome that needs none has one where its plan names it, or where its
/// first visit with a score is called baseline or is of no later day than the start. None where nobody has one.
std::optional<std::vector<double>> BaselineScoreOf(const PlanOutcome& outcome, const Records& records,
                                                   const ScoreColumn& score, const Roster& roster, int day_of_start);

/// `columns` as BaselineColumns gives them. Throws unknown_column.
BaselineTable MakeBaselineTable(const std::vector<std::string>& columns, bool standardised_differences,
                                const Roster& roster, const std::vector<BaselineScore>& scores);

}  // namespace fatigue
