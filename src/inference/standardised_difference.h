// SPDX-License-Identifier: MIT
// How far two groups are apart in units of their spread: no test, and no dependence on how many there are.
//
//   numbers      (m1 - m0) / sqrt((s1^2 + s0^2) / 2), m and s the mean and SD of a group
//                (Austin 2009, Stat Med 28:3083-3107)
//   categories   sqrt((p1 - p0)' S^-1 (p1 - p0)), p the proportions of all levels but one, S the mean of the two
//                groups' multinomial covariances diag(p) - p p' (Yang and Dalton 2012, SAS Global Forum, paper 335)
#pragma once

#include "inference/group_summary.h"

namespace fatigue {

/// NaN where a group has fewer than two values or neither varies.
double StandardisedDifference(const NumberSummary& group, const NumberSummary& reference);

/// Never negative, whichever level is left out. NaN where a group is empty, where no level occurs in both groups
/// (their distance is then without bound), or where only one level occurs.
double StandardisedDifference(const CategorySummary& group, const CategorySummary& reference);

}  // namespace fatigue
