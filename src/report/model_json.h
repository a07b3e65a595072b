// SPDX-License-Identifier: MIT
// What a fitted model estimates, as JSON; the same in a fit result and in a report.
#pragma once

#include "report/json_values.h"
#include "report/model_run.h"

namespace fatigue {

/// Sets estimate, se, df, t, pValue, lower and upper.
void AddEstimate(const Estimate& estimate, Json* row);

/// [{term, estimate, se, ...}]
Json CoefficientsJson(const FittedModel& model);

/// {groups: [{group, terms, covariance}], sigma}; null without random effects.
Json RandomJson(const FittedModel& model);

}  // namespace fatigue
