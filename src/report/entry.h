// SPDX-License-Identifier: MIT
// The questions the core answers, JSON in and JSON out; those about single participants: report/participant_answers.h.
// Shapes: web/contract/engine.ts, report.ts and check.ts.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "table/table.h"

namespace fatigue {

/// Version of the software, as in package.json.
std::string Version();

/// Where a long calculation is. `outcome`: the plan's, empty for a single model.
struct Progress {
  std::string outcome;
  int iteration = 0;
  double objective = 0;  // -2 log-likelihood
};
using ProgressCallback = std::function<void(const Progress&)>;

/// One model on one table (FitRequest -> fit result). Throws Error.
std::string FitJson(const std::string& request, const Table& table, const ProgressCallback& on_progress = {});

/// One instrument on one table (ScoreRequest -> scores by row). Throws Error.
std::string ScoreJson(const std::string& request, const Table& table);

/// A whole plan on the trial's tables (Plan -> Report). Throws Error only where nothing at all can be reported.
std::string AnalyzeJson(const std::string& plan, const std::vector<Table>& tables,
                        const ProgressCallback& on_progress = {});

/// What the data hold and what is wrong with them (Plan -> DataCheck of web/contract/check.ts). Throws Error only where
/// the plan itself cannot be read.
std::string CheckJson(const std::string& plan, const std::vector<Table>& tables);

}  // namespace fatigue
