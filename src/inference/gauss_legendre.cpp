// SPDX-License-Identifier: MIT
#include "inference/gauss_legendre.h"

#include <cmath>
#include <numbers>

namespace fatigue {

QuadratureRule GaussLegendre(int n) {
  QuadratureRule rule;
  for (int k = 0; k < n; ++k) {
    // Newton's method on the Legendre polynomial.
    double x = std::cos(std::numbers::pi * (k + 0.75) / (n + 0.5));
    double slope = 1;
    for (int step = 0; step < 50; ++step) {
      double previous = 1, value = x;
      for (int degree = 2; degree <= n; ++degree) {
        const double next = ((2 * degree - 1) * x * value - (degree - 1) * previous) / degree;
        previous = value;
        value = next;
      }
      slope = n * (x * value - previous) / (x * x - 1);
      const double change = value / slope;
      x -= change;
      if (std::abs(change) < 1e-16) break;
    }
    rule.nodes.push_back(0.5 * (1 + x));
    rule.weights.push_back(1 / ((1 - x * x) * slope * slope));
  }
  return rule;
}

}  // namespace fatigue
