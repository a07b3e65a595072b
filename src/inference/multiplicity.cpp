// SPDX-License-Identifier: MIT
#include "inference/multiplicity.h"

#include <algorithm>
#include <cmath>

#include "base/constants.h"

namespace fatigue {

std::vector<double> AdjustPValues(const std::vector<double>& p_values, Adjust adjust) {
  if (adjust == Adjust::none) return p_values;
  std::vector<size_t> order;
  for (size_t k = 0; k < p_values.size(); ++k) {
    if (!std::isnan(p_values[k])) order.push_back(k);
  }
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return p_values[a] < p_values[b]; });
  std::vector<double> adjusted(p_values.size(), kNaN);
  const size_t m = order.size();
  double running = 0;
  for (size_t rank = 0; rank < m; ++rank) {
    const double p = p_values[order[rank]];
    const double multiplier = adjust == Adjust::bonferroni ? static_cast<double>(m) : static_cast<double>(m - rank);
    running = adjust == Adjust::holm ? std::max(running, p * multiplier) : p * multiplier;
    adjusted[order[rank]] = std::min(1.0, running);
  }
  if (adjust == Adjust::hochberg) {
    double least = 1;
    for (size_t rank = m; rank-- > 0;) {
      least = std::min(least, adjusted[order[rank]]);
      adjusted[order[rank]] = least;
    }
  }
  return adjusted;
}

}  // namespace fatigue
