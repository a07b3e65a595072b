// SPDX-License-Identifier: MIT
// The three questions the core answers, JSON in and JSON out. Shapes: web/contract/engine.ts and report.ts.
#pragma once

#include <string>
#include <vector>

#include "table/table.h"

namespace fatigue {

/// Version of the software, as in package.json.
std::string Version();

/// One model on one table (FitRequest -> fit result). Throws Error.
std::string FitJson(const std::string& request, const Table& table);

/// One instrument on one table (ScoreRequest -> scores by row). Throws Error.
std::string ScoreJson(const std::string& request, const Table& table);

/// A whole plan on the trial's tables (Plan -> Report). Throws Error only where nothing at all can be reported.
std::string AnalyzeJson(const std::string& plan, const std::vector<Table>& tables);

}  // namespace fatigue
