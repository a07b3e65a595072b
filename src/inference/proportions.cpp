// SPDX-License-Identifier: MIT
#include "inference/proportions.h"

#include <algorithm>
#include <cmath>

#include "base/constants.h"
#include "base/distributions.h"
#include "inference/score_difference.h"

namespace fatigue {
namespace {

double Rate(const Proportion& proportion) { return static_cast<double>(proportion.events) / proportion.total; }

bool IsDefined(const Proportion& arm, const Proportion& reference) { return arm.total > 0 && reference.total > 0; }

/// Where the monotone `f` changes sign between a and b, to the last bits.
template <class Function>
double Root(const Function& f, double a, double b) {
  const bool is_negative_at_a = f(a) < 0;
  for (int step = 0; step < 200 && std::abs(b - a) > 1e-16 * std::max(std::abs(a), std::abs(b)); ++step) {
    const double middle = a + (b - a) / 2;
    if (middle == a || middle == b) break;
    ((f(middle) < 0) == is_negative_at_a ? a : b) = middle;
  }
  return a + (b - a) / 2;
}

}  // namespace

IntervalEstimate MiettinenNurminen(const Proportion& arm, const Proportion& reference, double confidence) {
  if (!IsDefined(arm, reference)) return {};
  const double total = arm.total + reference.total;
  const double critical = ChiSquaredQuantile(confidence, 1) * total / (total - 1);
  const double estimate = Rate(arm) - Rate(reference);
  const auto excess = [&](double difference) {
    const double score = DifferenceScore(arm, reference, difference);
    return score * score - critical;
  };
  IntervalEstimate result{estimate, -1, 1};
  if (excess(-1) > 0) result.lower = Root(excess, -1, estimate);
  if (excess(1) > 0) result.upper = Root(excess, 1, estimate);
  return result;
}

IntervalEstimate Newcombe(const Proportion& arm, const Proportion& reference, double confidence) {
  if (!IsDefined(arm, reference)) return {};
  const double z2 = ChiSquaredQuantile(confidence, 1);
  // Wilson 1927: the roots of (p - events / n)^2 = z^2 p (1 - p) / n.
  const auto wilson = [z2](const Proportion& proportion) {
    const double n = proportion.total, p = Rate(proportion);
    const double middle = (2 * n * p + z2) / (2 * (n + z2));
    const double half = std::sqrt(z2 * (z2 + 4 * n * p * (1 - p))) / (2 * (n + z2));
    return IntervalEstimate{p, std::max(0.0, middle - half), std::min(1.0, middle + half)};
  };
  const IntervalEstimate first = wilson(arm), second = wilson(reference);
  const double estimate = first.estimate - second.estimate;
  return {estimate, estimate - std::hypot(first.estimate - first.lower, second.upper - second.estimate),
          estimate + std::hypot(first.upper - first.estimate, second.estimate - second.lower)};
}

IntervalEstimate Koopman(const Proportion& arm, const Proportion& reference, double confidence) {
  if (!IsDefined(arm, reference) || (arm.events == 0 && reference.events == 0)) return {};
  const double x1 = arm.events, n1 = arm.total, x0 = reference.events, n0 = reference.total;
  const double critical = ChiSquaredQuantile(confidence, 1);
  // Of the logarithm of the ratio. The root of the quadratic is written so that it does not cancel.
  const auto excess = [&](double log_ratio) {
    const double ratio = std::exp(log_ratio);
    const double a = (n1 + n0) * ratio, b = n1 * ratio + x1 + n0 + x0 * ratio, c = x1 + x0;
    const double p0 = std::min(2 * c / (b + std::sqrt(std::max(0.0, b * b - 4 * a * c))), std::min(1.0, 1 / ratio));
    const double p1 = std::min(1.0, ratio * p0);
    const auto part = [](double x, double n, double p) {
      const double distance = x - n * p, variance = n * p * (1 - p);
      return variance > 0 ? distance * distance / variance : (std::abs(distance) < 1e-9 ? 0.0 : kInfinity);
    };
    return part(x1, n1, p1) + part(x0, n0, p0) - critical;
  };
  IntervalEstimate result{x0 == 0 ? kInfinity : Rate(arm) / Rate(reference), 0, kInfinity};
  const double far = 60;
  const double middle = x1 == 0 ? -far : x0 == 0 ? far : std::log(result.estimate);
  if (x1 > 0) result.lower = std::exp(Root(excess, -far, middle));
  if (x0 > 0) result.upper = std::exp(Root(excess, far, middle));
  return result;
}

}  // namespace fatigue
