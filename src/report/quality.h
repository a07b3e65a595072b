// SPDX-License-Identifier: MIT
// How the items of each scale were answered, visit by visit, over the participants analysed: forms, missing items,
// scores at the ends of the range, and Cronbach's alpha. Shape: QualityRow of web/contract/report.ts.
#pragma once

#include <vector>

#include "report/join.h"
#include "report/report.h"
#include "report/scores.h"

namespace fatigue {

/// One row per scale and visit with a form, scales in the instrument's order, visits in the order of time. A form is a
/// row with at least one item of the instrument answered, or a score given as such.
std::vector<QualityRow> QualityOf(const Records& records, const PlanScores& scores, double confidence);

}  // namespace fatigue
