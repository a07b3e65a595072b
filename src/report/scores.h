// SPDX-License-Identifier: MIT
// The scores of one instrument of the plan: computed from items, or given in the file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "instrument/score.h"
#include "report/outcome_table.h"
#include "report/plan.h"
#include "report/report.h"
#include "table/table.h"

namespace fatigue {

struct PlanScores {
  std::vector<std::string> items;              // the item columns used; empty for given scores
  std::map<std::string, ScoreColumn> scales;   // by scale
  std::vector<ScoreSummary> summaries;         // over all rows of the file
  std::optional<InstrumentScores> from_items;  // none for given scores
};

/// Throws what ScoreTable throws, and for given scores score_out_of_range with every place outside the scale's range.
PlanScores ScoresOf(const PlanInstrument& instrument, const Table& table);

}  // namespace fatigue
