// SPDX-License-Identifier: MIT
#include "inference/group_summary.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fatigue {
namespace {

/// `sorted` is not empty.
double Quantile(const std::vector<double>& sorted, double p) {
  const double at = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const double part = at - std::floor(at);
  return part > 0 ? sorted[below] + part * (sorted[below + 1] - sorted[below]) : sorted[below];
}

}  // namespace

NumberSummary SummaryOfNumbers(std::vector<double> values) {
  NumberSummary summary;
  const auto missing = std::remove_if(values.begin(), values.end(), [](double value) { return std::isnan(value); });
  summary.missing = static_cast<int>(values.end() - missing);
  values.erase(missing, values.end());
  summary.n = static_cast<int>(values.size());
  if (values.empty()) return summary;
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  summary.min = values.front();
  summary.max = values.back();
  // The mean of equal values is that value, whatever their sum rounds to.
  summary.mean = summary.min == summary.max ? summary.min : std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - summary.mean) * (value - summary.mean);
  if (n > 1) summary.sd = std::sqrt(squares / (n - 1));
  summary.q1 = Quantile(values, 0.25);
  summary.median = Quantile(values, 0.5);
  summary.q3 = Quantile(values, 0.75);
  return summary;
}

CategorySummary SummaryOfCodes(const std::vector<int>& codes, std::size_t levels) {
  CategorySummary summary;
  summary.counts.resize(levels);
  for (const int code : codes) {
    if (code < 0) {
      ++summary.missing;
    } else {
      ++summary.n;
      ++summary.counts[static_cast<std::size_t>(code)];
    }
  }
  return summary;
}

}  // namespace fatigue
