// SPDX-License-Identifier: MIT
#include "inference/blinding_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/distributions.h"

namespace fatigue {
namespace {

int Sum(const std::vector<int>& counts) { return std::accumulate(counts.begin(), counts.end(), 0); }

BlindingIndex WithLimits(double estimate, double variance, double confidence) {
  BlindingIndex index;
  index.estimate = estimate;
  index.se = std::sqrt(std::max(variance, 0.0));
  // The variance of answers that are all alike is 0 but for rounding, and an interval without width would mislead.
  if (index.se < 1e-7) {
    index.se = 0;
    return index;
  }
  const double half = NormalQuantile((1 + confidence) / 2) * index.se;
  index.lower = estimate - half;
  index.upper = estimate + half;
  return index;
}

}  // namespace

std::optional<BlindingIndex> JamesIndex(const std::vector<std::vector<int>>& counts, double confidence) {
  const std::size_t arms = counts.size();
  double n = 0, unknown = 0;
  for (const std::vector<int>& row : counts) {
    if (Sum(row) == 0) return std::nullopt;
    n += Sum(row);
    unknown += row[arms];
  }
  const double d = unknown / n, q = 1 - d;
  if (unknown == n) return WithLimits(1, 0, confidence);
  std::vector<double> r(arms), c(arms);  // guesses of an arm, guesses for an arm
  double O = 0, E = 0;
  for (std::size_t i = 0; i < arms; ++i) {
    for (std::size_t j = 0; j < arms; ++j) {
      r[i] += counts[i][j] / n;
      c[j] += counts[i][j] / n;
      if (i != j) O += counts[i][j] / n;
    }
  }
  const double guesses = std::accumulate(r.begin(), r.end(), 0.0);
  for (std::size_t i = 0; i < arms; ++i) E += r[i] * (guesses - c[i]);
  if (!(E > 1e-12)) return std::nullopt;

  // Derivatives of the index by each proportion; the variance is that of one answer's derivative, over n.
  double mean = d * (1 - q * O / E), square = d * (1 - q * O / E) * (1 - q * O / E);
  for (std::size_t i = 0; i < arms; ++i) {
    for (std::size_t j = 0; j < arms; ++j) {
      const double of_expected = (guesses - r[j]) + (guesses - c[i]);
      const double derivative = q * q / (2 * E) * ((i != j ? 1 : 0) - O / E * of_expected);
      mean += counts[i][j] / n * derivative;
      square += counts[i][j] / n * derivative * derivative;
    }
  }
  return WithLimits(d + q * q * O / (2 * E), (square - mean * mean) / n, confidence);
}

std::optional<BlindingIndex> BangIndex(const std::vector<std::vector<int>>& counts, int arm, double confidence) {
  const std::vector<int>& row = counts[static_cast<std::size_t>(arm)];
  const double n = Sum(row);
  if (n == 0) return std::nullopt;
  const double right = row[static_cast<std::size_t>(arm)];
  const double wrong = n - right - row.back();
  const double others = static_cast<double>(counts.size()) - 1;
  const double estimate = (right - wrong / others) / n;
  return WithLimits(estimate, ((right + wrong / (others * others)) / n - estimate * estimate) / n, confidence);
}

}  // namespace fatigue
