// SPDX-License-Identifier: MIT
// The parts of a report on who took part: baseline table and blinding. What is wrong with one of them is listed in the
// report's errors, and the rest goes on.
#pragma once

#include "report/report.h"
#include "report/trial_data.h"

namespace fatigue {

/// Writes the columns used into the report's plan.
void DescribeBaseline(const TrialData& trial, Report* report);

/// Leaves the report without blinding where the plan names no column of guesses.
void CountBlinding(const TrialData& trial, Report* report);

}  // namespace fatigue
