// SPDX-License-Identifier: MIT
// Cronbach's alpha of a scale's items, with Feldt's interval.
//
// For n complete forms of k items with item variances v_i and variance V of the sums:
//   alpha = k / (k - 1) (1 - sum v_i / V)
//   interval: 1 - (1 - alpha) F, F the quantiles of the F distribution with n - 1 and (n - 1)(k - 1) degrees of freedom
// Feldt 1965, Psychometrika 30:357-370. It takes items as exchangeable and normal.
#pragma once

#include <optional>
#include <vector>

namespace fatigue {

struct Alpha {
  double estimate = 0, lower = 0, upper = 0;
  int forms = 0;
  double confidence = 0.95;
};

/// `forms` are complete: each has one number per item, reversed and recoded. None with fewer than 2 items or 3 forms,
/// or where all sums are the same.
std::optional<Alpha> CronbachAlpha(const std::vector<std::vector<double>>& forms, double confidence);

}  // namespace fatigue
