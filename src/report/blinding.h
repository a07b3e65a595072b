// SPDX-License-Identifier: MIT
// What participants thought they were given, against what they were. The indices: inference/blinding_index.h.
#pragma once

#include <vector>

#include "report/plan.h"
#include "report/report.h"
#include "report/roster.h"

namespace fatigue {

/// Guesses of everyone with an arm, from the file's column `guess`: by the plan's `guesses`, else by name of the arm;
/// what is neither counts as "don't know", with a warning that lists it. An empty cell is no answer. Of a participant
/// with several rows the rows that have an answer must have the same.
/// Throws unknown_column, guess_varies, no_matching_ids, and unknown_arm where `guesses` name an arm that is none.
Blinding CountGuesses(const PlanFile& file, const Table& table, const Roster& roster, double confidence,
                      std::vector<Warning>* warnings);

}  // namespace fatigue
