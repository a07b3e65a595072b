// SPDX-License-Identifier: MIT
// Given the margins, the events of one arm have the noncentral hypergeometric distribution: P(x) is proportional to
// C(n1, x) C(n0, m - x) ratio^x, m the events of both.
#include <algorithm>
#include <cmath>
#include <vector>

#include "base/constants.h"
#include "inference/proportions.h"

namespace fatigue {
namespace {

struct Hypergeometric {
  int lowest = 0;                   // fewest events the arm can have
  std::vector<double> log_weights;  // by events from `lowest` on, for ratio 1

  Hypergeometric(const Proportion& arm, const Proportion& reference) {
    const int both = arm.events + reference.events;
    lowest = std::max(0, both - reference.total);
    const int highest = std::min(arm.total, both);
    const auto choose = [](int n, int k) {
      return std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0);
    };
    for (int x = lowest; x <= highest; ++x) {
      log_weights.push_back(choose(arm.total, x) + choose(reference.total, both - x));
    }
  }

  std::vector<double> Probabilities(double log_ratio) const {
    std::vector<double> probabilities;
    double largest = -kInfinity;
    for (std::size_t i = 0; i < log_weights.size(); ++i) {
      probabilities.push_back(log_weights[i] + log_ratio * static_cast<double>(i));
      largest = std::max(largest, probabilities.back());
    }
    double sum = 0;
    for (double& each : probabilities) sum += each = std::exp(each - largest);
    for (double& each : probabilities) each /= sum;
    return probabilities;
  }
};

/// The log ratio at which the increasing `f` is 0.
template <class Function>
double Solve(const Function& f) {
  double a = -1, b = 1;
  while (f(a) > 0 && a > -700) a *= 2;
  while (f(b) < 0 && b < 700) b *= 2;
  for (int step = 0; step < 200; ++step) {
    const double middle = a + (b - a) / 2;
    if (middle == a || middle == b) break;
    (f(middle) < 0 ? a : b) = middle;
  }
  return a + (b - a) / 2;
}

}  // namespace

IntervalEstimate ConditionalOddsRatio(const Proportion& arm, const Proportion& reference, double confidence) {
  const Hypergeometric distribution(arm, reference);
  const std::size_t size = distribution.log_weights.size();
  if (arm.total <= 0 || reference.total <= 0 || size < 2) return {};
  const std::size_t at = static_cast<std::size_t>(arm.events - distribution.lowest);
  const double tail = (1 - confidence) / 2;
  const auto sum = [&](double log_ratio, std::size_t from, std::size_t to, bool of_values) {
    const std::vector<double> probabilities = distribution.Probabilities(log_ratio);
    double total = 0;
    for (std::size_t i = from; i < to; ++i) total += probabilities[i] * (of_values ? static_cast<double>(i) : 1);
    return total;
  };
  IntervalEstimate result{0, 0, kInfinity};
  if (at + 1 == size) {
    result.estimate = kInfinity;
  } else if (at > 0) {
    const double observed = static_cast<double>(at);
    result.estimate = std::exp(Solve([&](double ratio) { return sum(ratio, 0, size, true) - observed; }));
  }
  if (at > 0) result.lower = std::exp(Solve([&](double ratio) { return sum(ratio, at, size, false) - tail; }));
  if (at + 1 < size) result.upper = std::exp(Solve([&](double ratio) { return tail - sum(ratio, 0, at + 1, false); }));
  return result;
}

double FisherExactP(const Proportion& arm, const Proportion& reference) {
  if (arm.total <= 0 || reference.total <= 0) return kNaN;
  const Hypergeometric distribution(arm, reference);
  const std::vector<double> probabilities = distribution.Probabilities(0);
  const double bound = probabilities[static_cast<std::size_t>(arm.events - distribution.lowest)] * (1 + 1e-7);
  double p = 0;
  for (const double each : probabilities) p += each <= bound ? each : 0;
  return std::min(1.0, p);
}

}  // namespace fatigue
