// SPDX-License-Identifier: MIT
// What describes one group: numbers by mean, SD (n - 1) and quartiles, categories by counts.
//
// Quartiles are R's type 7: with x sorted and h = (n - 1) p, x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h]),
// counting from 0 (Hyndman and Fan 1996, Am Stat 50:361-365).
#pragma once

#include <vector>

#include "base/constants.h"

namespace fatigue {

/// NaN where there are too few values: none, or for the SD fewer than two.
struct NumberSummary {
  int n = 0, missing = 0;
  double mean = kNaN, sd = mean;
  double median = mean, q1 = mean, q3 = mean, min = mean, max = mean;
};

struct CategorySummary {
  int n = 0, missing = 0;
  std::vector<int> counts;  // by level
};

/// NaN among the values is missing.
NumberSummary SummaryOfNumbers(std::vector<double> values);

/// A code below 0 is missing.
CategorySummary SummaryOfCodes(const std::vector<int>& codes, std::size_t levels);

}  // namespace fatigue
