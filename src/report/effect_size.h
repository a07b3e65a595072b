// SPDX-License-Identifier: MIT
// An effect in standard deviations, and against the difference that matters (MCID).
//
// Standardised: the estimate and its limits divided by an SD that is taken as known,
//   baseline_sd   where the response is a change in points: of the baseline scores of the participants analysed, within
//                 arms, sqrt(sum_a sum_i (b_ai - b_a)^2 / (N - arms))
//   model_sd      else: the model's SD of the response (of a record of weight 1) at the effect's visit; for an average
//                 the square root of the visits' mean variance; for a slope that at the last day analysed.
//                 With one covariance matrix per arm, of the mean of the two arms' variances.
// A slope is taken over its window; without a window there is neither.
//
// Against the MCID m: with gain g the estimate in the direction that is better, SE and df the row's own, T Student's t,
//   beyond: the whole interval of g is at least m; short: all of it is below m; compatible: else
//   besides, what the interval holds of: g in (0, m), g = 0, g in (-m, 0), g <= -m
//   confidence beyond = P(T >= (m - g) / SE), better = P(T >= -g / SE): the confidence distribution (Schweder and Hjort
//   2002, Scand J Stat 29:309-332) at m and at 0.
#pragma once

#include "report/outcome_table.h"
#include "report/plan.h"
#include "report/report.h"

namespace fatigue {

/// NaN where no arm has two participants.
double PooledBaselineSd(const OutcomeTable& data);

/// `estimate` on the scale of the response, `scale` what to multiply it with (the window of a slope, else 1). None for
/// an estimate, standard error or interval that is not there.
std::optional<AgainstMcid> CompareWithMcid(const Mcid& mcid, Direction direction, const Estimate& estimate,
                                           double scale);

/// Fills `standardised` and `mcid` of the result's effects.
void RateEffects(const FittedModel& fit, const PlanOutcome& outcome, const OutcomeTable& data, OutcomeResult* result);

}  // namespace fatigue
