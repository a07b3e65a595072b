// SPDX-License-Identifier: MIT
// Outcomes tested in a fixed sequence: each at the full level, but only while every one before it was rejected. The
// chance of any false rejection stays below the level (Westfall and Krishen 2001, J Stat Plan Inference 99:25).
#pragma once

#include <vector>

#include "report/report.h"

namespace fatigue {

/// Fills the gate of every outcome: primary outcomes first, then the secondary ones, each in the plan's order. An open
/// outcome is rejected when the p value of each of its effects (the adjusted one where the outcome asks for it) is at
/// most `alpha`; the first that is not, a failed one included, closes all after it.
void TestInOrder(double alpha, std::vector<OutcomeResult>* outcomes);

}  // namespace fatigue
