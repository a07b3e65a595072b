// SPDX-License-Identifier: MIT
#include "report/multiplicity.h"

#include <algorithm>
#include <cmath>

namespace fatigue {
namespace {

/// Positions of the p values there are, smallest first.
std::vector<std::size_t> Ordered(const std::vector<double>& p_values) {
  std::vector<std::size_t> order;
  for (std::size_t k = 0; k < p_values.size(); ++k) {
    if (!std::isnan(p_values[k])) order.push_back(k);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  return order;
}

std::vector<double> Bonferroni(std::vector<double> p_values) {
  const auto m = static_cast<double>(Ordered(p_values).size());
  for (double& p : p_values) p = std::isnan(p) ? p : std::min(1.0, m * p);
  return p_values;
}

std::vector<double> Holm(std::vector<double> p_values) {
  const std::vector<std::size_t> order = Ordered(p_values);
  double largest = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    double& p = p_values[order[i]];
    p = largest = std::max(largest, std::min(1.0, static_cast<double>(order.size() - i) * p));
  }
  return p_values;
}

std::vector<double> Hochberg(std::vector<double> p_values) {
  const std::vector<std::size_t> order = Ordered(p_values);
  double smallest = 1;
  for (std::size_t i = order.size(); i-- > 0;) {
    double& p = p_values[order[i]];
    p = smallest = std::min(smallest, static_cast<double>(order.size() - i) * p);
  }
  return p_values;
}

}  // namespace

std::vector<double> AdjustPValues(const std::vector<double>& p_values, Multiplicity method) {
  switch (method) {
    case Multiplicity::none:
      return p_values;
    case Multiplicity::bonferroni:
      return Bonferroni(p_values);
    case Multiplicity::holm:
      return Holm(p_values);
    case Multiplicity::hochberg:
      return Hochberg(p_values);
    case Multiplicity::dunnett:
      throw Error("unsupported", "dunnett's adjustment of p values is not offered yet", {},
                  "choose holm, which needs no distribution");
  }
  return p_values;
}

}  // namespace fatigue
