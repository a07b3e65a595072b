// SPDX-License-Identifier: MIT
// Two arms compared by a proportion: responders, side effects. web/contract/proportions.ts.
#pragma once

#include <string>
#include <vector>

#include "base/json_reader.h"
#include "inference/proportions.h"

namespace fatigue {

enum class DifferenceInterval { miettinen_nurminen, newcombe, agresti_min };
std::string Name(DifferenceInterval interval);

/// `arm` against `reference`. The difference and its limits are in percentage points.
struct ProportionComparison {
  std::string arm, reference;
  DifferenceInterval method = DifferenceInterval::miettinen_nurminen;
  IntervalEstimate difference, ratio, odds;
  double p_value = 0;
  double confidence = 0.95;
};

/// Where agresti_min is asked for and the arms are too large for it (kMostTablesExact), miettinen_nurminen is used, and
/// the comparison says so by its method.
ProportionComparison CompareArms(const std::string& arm, const std::string& reference, const Proportion& of_arm,
                                 const Proportion& of_reference, DifferenceInterval method, double confidence);

/// Every arm of `arms` with the first. `counts` in their order.
std::vector<ProportionComparison> CompareWithFirst(const std::vector<std::string>& arms,
                                                   const std::vector<Proportion>& counts, DifferenceInterval method,
                                                   double confidence);

Json ToJson(const ProportionComparison& comparison);

}  // namespace fatigue
