// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <vector>

#include "inference/proportions.h"
#include "inference/score_difference.h"

namespace fatigue {
namespace {

/// Binomial probabilities of 0 to n events.
std::vector<double> Binomial(int n, double p) {
  std::vector<double> probabilities(static_cast<std::size_t>(n) + 1, 0.0);
  if (p <= 0 || p >= 1) {
    probabilities[p <= 0 ? 0 : static_cast<std::size_t>(n)] = 1;
    return probabilities;
  }
  const double log_odds = std::log(p) - std::log1p(-p);
  for (int x = 0; x <= n; ++x) {
    const double log_choose = std::lgamma(n + 1.0) - std::lgamma(x + 1.0) - std::lgamma(n - x + 1.0);
    probabilities[static_cast<std::size_t>(x)] = std::exp(log_choose + x * log_odds + n * std::log1p(-p));
  }
  return probabilities;
}

class ExactTest {
 public:
  ExactTest(const Proportion& arm, const Proportion& reference) : arm_(arm), reference_(reference) {}

  /// The largest probability, over p0, of a score at least as far from 0 as the one observed.
  double P(double difference) const {
    const std::vector<std::vector<int>> extreme = ExtremeTables(difference);
    const double low = std::max(0.0, -difference), high = std::min(1.0, 1 - difference);
    if (high <= low) return Probability(extreme, low, difference);
    constexpr int kGrid = 120;
    int best = 0;
    double largest = -1;
    const auto at = [&](double place) { return Probability(extreme, low + (high - low) * place / kGrid, difference); };
    for (int i = 0; i <= kGrid; ++i) {
      const double p = at(i);
      if (p > largest) {
        largest = p;
        best = i;
      }
    }
    // Golden sections around the best of the grid.
    double a = std::max(0, best - 1), b = std::min(kGrid, best + 1);
    constexpr double kGolden = 0.6180339887498949;
    double x1 = b - kGolden * (b - a), x2 = a + kGolden * (b - a), f1 = at(x1), f2 = at(x2);
    for (int step = 0; step < 40; ++step) {
      if (f1 < f2) {
        a = x1;
        x1 = x2;
        f1 = f2;
        x2 = a + kGolden * (b - a);
        f2 = at(x2);
      } else {
        b = x2;
        x2 = x1;
        f2 = f1;
        x1 = b - kGolden * (b - a);
        f1 = at(x1);
      }
      largest = std::max({largest, f1, f2});
    }
    return largest;
  }

 private:
  /// By events of the arm, the events of the reference with which the table is as extreme as the one observed.
  std::vector<std::vector<int>> ExtremeTables(double difference) const {
    const double observed = std::abs(DifferenceScore(arm_, reference_, difference)) * (1 - 1e-10);
    std::vector<std::vector<int>> extreme;
    for (int x1 = 0; x1 <= arm_.total; ++x1) {
      extreme.emplace_back();
      for (int x0 = 0; x0 <= reference_.total; ++x0) {
        const double score = DifferenceScore({x1, arm_.total}, {x0, reference_.total}, difference);
        if (std::abs(score) >= observed) extreme.back().push_back(x0);
      }
    }
    return extreme;
  }

  double Probability(const std::vector<std::vector<int>>& extreme, double p0, double difference) const {
    const std::vector<double> of_reference = Binomial(reference_.total, p0);
    const std::vector<double> of_arm = Binomial(arm_.total, std::clamp(p0 + difference, 0.0, 1.0));
    double total = 0;
    for (std::size_t x1 = 0; x1 < extreme.size(); ++x1) {
      double sum = 0;
      for (const int x0 : extreme[x1]) sum += of_reference[static_cast<std::size_t>(x0)];
      total += of_arm[x1] * sum;
    }
    return total;
  }

  Proportion arm_, reference_;
};

}  // namespace

IntervalEstimate AgrestiMin(const Proportion& arm, const Proportion& reference, double confidence) {
  if (arm.total <= 0 || reference.total <= 0) return {};
  const ExactTest test(arm, reference);
  const double alpha = 1 - confidence;
  const double estimate =
      static_cast<double>(arm.events) / arm.total - static_cast<double>(reference.events) / reference.total;
  // The p value is no monotone function: the limit is the outermost difference that is not rejected.
  const auto limit = [&](double end) {
    if (test.P(end) > alpha) return end;
    constexpr int kSteps = 100;
    double outside = end, inside = estimate;
    for (int i = 1; i <= kSteps; ++i) {
      const double next = end + (estimate - end) * i / kSteps;
      if (test.P(next) > alpha) {
        inside = next;
        break;
      }
      outside = next;
    }
    for (int step = 0; step < 30; ++step) {
      const double middle = outside + (inside - outside) / 2;
      (test.P(middle) > alpha ? inside : outside) = middle;
    }
    return inside;
  };
  return {estimate, limit(-1), limit(1)};
}

}  // namespace fatigue
