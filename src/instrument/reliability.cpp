// SPDX-License-Identifier: MIT
#include "instrument/reliability.h"

#include <numeric>

#include "base/distributions.h"

namespace fatigue {
namespace {

double Variance(const std::vector<double>& values) {
  const double n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / (n - 1);
}

}  // namespace

std::optional<Alpha> CronbachAlpha(const std::vector<std::vector<double>>& forms, double confidence) {
  if (forms.size() < 3 || forms.front().size() < 2) return std::nullopt;
  const std::size_t items = forms.front().size();
  std::vector<double> sums;
  for (const std::vector<double>& form : forms) sums.push_back(std::accumulate(form.begin(), form.end(), 0.0));
  double item_variance = 0;
  for (std::size_t item = 0; item < items; ++item) {
    std::vector<double> values;
    for (const std::vector<double>& form : forms) values.push_back(form[item]);
    item_variance += Variance(values);
  }
  const double variance = Variance(sums);
  if (!(variance > 0)) return std::nullopt;
  const double k = static_cast<double>(items), n = static_cast<double>(forms.size());
  Alpha alpha;
  alpha.estimate = k / (k - 1) * (1 - item_variance / variance);
  alpha.forms = static_cast<int>(forms.size());
  alpha.confidence = confidence;
  const double tail = (1 - confidence) / 2, num_df = n - 1, den_df = (n - 1) * (k - 1);
  alpha.lower = 1 - (1 - alpha.estimate) * FisherQuantile(1 - tail, num_df, den_df);
  alpha.upper = 1 - (1 - alpha.estimate) * FisherQuantile(tail, num_df, den_df);
  return alpha;
}

}  // namespace fatigue
