// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace fatigue {

struct QuadratureRule {
  std::vector<double> nodes, weights;  // on (0, 1)
};

/// The rule of n points that is exact for polynomials of degree 2 n - 1, n above 1.
QuadratureRule GaussLegendre(int n);

}  // namespace fatigue
