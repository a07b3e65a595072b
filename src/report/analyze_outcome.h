// SPDX-License-Identifier: MIT
// One outcome of a plan from its records to its result: what the report shows, and what single participants are looked
// at with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/entry.h"
#include "report/fit_chain.h"
#include "report/outcome_table.h"
#include "report/report.h"
#include "report/schedule.h"
#include "report/trial_data.h"

namespace fatigue {

/// What an outcome's result was computed from. Points into the trial's data, which must outlive it.
struct OutcomeBasis {
  const Records* records = nullptr;
  const ScoreColumn* score = nullptr;
  Schedule schedule;
  OutcomeTable data;
  ChainResult chain;
};

struct AnalyzedOutcome {
  PlanOutcome outcome;  // with the visits and the baseline visit that were found
  OutcomeResult result;
  std::optional<OutcomeBasis> basis;  // none where the outcome failed: result.error says why
};

/// Never throws an Error: what keeps the outcome from being analysed is in its result.
AnalyzedOutcome AnalyzeOutcome(const TrialData& trial, const PlanOutcome& outcome,
                               const ProgressCallback& on_progress = {});

struct FailedOutcome {
  std::string outcome;
  Error error;
};

/// A trial with its tables and its outcomes, for what is told of those that could be analysed only.
struct AnalyzedTrial {
  std::vector<Table> tables;
  TrialData trial;
  std::vector<AnalyzedOutcome> outcomes;  // those that could be analysed
  std::vector<FailedOutcome> failed;

  /// Throws what ReadTrial throws.
  AnalyzedTrial(const Plan& plan, std::vector<Table> given);
};

}  // namespace fatigue
