// SPDX-License-Identifier: MIT
// A trial from its tables to its report: check, join, score, analyse each outcome, count side effects.
#pragma once

#include <vector>

#include "report/entry.h"
#include "report/plan.h"
#include "report/report.h"
#include "table/table.h"

namespace fatigue {

/// Tables go with the plan's files by name. What is wrong with one file or one outcome fails the outcomes it concerns
/// and is listed in `errors`. Throws where nothing can be analysed: no outcome and no events asked for, the
/// participants or their arms unusable (BuildRoster), or every outcome failed and there is no side-effect table.
Report Analyze(const Plan& plan, const std::vector<Table>& given, const ProgressCallback& on_progress = {});

}  // namespace fatigue
