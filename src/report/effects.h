// SPDX-License-Identifier: MIT
// From a fitted model to the numbers a trial reports: LS means, differences, slopes, and the effect the plan asks for.
#pragma once

#include "report/fit_chain.h"
#include "report/outcome_table.h"
#include "report/report.h"

namespace fatigue {

/// The arm an estimate (arm minus reference, of a score, a change or a slope) points to: `arm` for a negative one where
/// lower is better, `reference` for a positive one, and the other way round where higher is better. None for exactly 0
/// and for NaN.
std::optional<std::string> Favours(double estimate, Direction direction, const std::string& arm,
                                   const std::string& reference);

/// Fills means, differences, slopes and effects of `result`, whose direction is set.
///   means and differences   by visit (mmrm) or at every day analysed (random_effects), and averaged over them with
///                           equal weights
///   slopes                  per day (random_effects); over the window: window x (estimate, lower, upper)
///   adjusted p values       for each family of contrasts, of all arms with the reference: the differences at the
///                           visits, the averaged differences, the slope differences
/// Throws unknown_visit when the effect's visit is not among those analysed.
void AddEstimates(const FittedModel& fit, const PlanOutcome& outcome, const OutcomeTable& data, OutcomeResult* result);

}  // namespace fatigue
