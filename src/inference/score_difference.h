// SPDX-License-Identifier: MIT
// The score statistic of a risk difference; see proportions.h.
#pragma once

#include "inference/proportions.h"

namespace fatigue {

/// p0 that maximises the likelihood under p1 - p0 = difference, by the closed form of the cubic. Farrington and Manning
/// 1990, Stat Med 9:1447, appendix. In [max(0, -difference), min(1, 1 - difference)].
double RestrictedRate(const Proportion& arm, const Proportion& reference, double difference);

/// (p1 - p0 - difference) / sqrt(V); infinite where V is 0 and the numerator is not.
double DifferenceScore(const Proportion& arm, const Proportion& reference, double difference);

}  // namespace fatigue
