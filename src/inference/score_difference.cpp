// SPDX-License-Identifier: MIT
#include "inference/score_difference.h"

#include <algorithm>
#include <cmath>

#include "base/constants.h"

namespace fatigue {

double RestrictedRate(const Proportion& arm, const Proportion& reference, double difference) {
  const double x1 = arm.events, n1 = arm.total, x0 = reference.events, n0 = reference.total, d = difference;
  const double n = n1 + n0;
  const double l2 = (n1 + 2 * n0) * d - n - (x1 + x0);
  const double l1 = (n0 * d - n - 2 * x0) * d + x1 + x0;
  const double l0 = x0 * d * (1 - d);
  const double third = l2 / (3 * n);
  const double q = third * third * third - l1 * l2 / (6 * n * n) + l0 / (2 * n);
  const double size = std::sqrt(std::max(0.0, third * third - l1 / (3 * n)));
  const double p = q < 0 ? -size : size;
  double rate = -third;
  if (p != 0) {
    const double angle = (M_PI + std::acos(std::clamp(q / (p * p * p), -1.0, 1.0))) / 3;
    rate += 2 * p * std::cos(angle);
  }
  return std::clamp(rate, std::max(0.0, -d), std::min(1.0, 1 - d));
}

double DifferenceScore(const Proportion& arm, const Proportion& reference, double difference) {
  const double p0 = RestrictedRate(arm, reference, difference);
  const double p1 = std::clamp(p0 + difference, 0.0, 1.0);
  const double distance = static_cast<double>(arm.events) / arm.total -
                          static_cast<double>(reference.events) / reference.total - difference;
  const double variance = p1 * (1 - p1) / arm.total + p0 * (1 - p0) / reference.total;
  if (std::abs(distance) < 1e-14) return 0;
  return variance > 0 ? distance / std::sqrt(variance) : std::copysign(kInfinity, distance);
}

}  // namespace fatigue
