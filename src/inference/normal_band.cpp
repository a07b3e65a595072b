// SPDX-License-Identifier: MIT
#include "inference/normal_band.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/distributions.h"

namespace fatigue {
namespace {

constexpr double kConfidence = 0.95;
constexpr int kMostComputed = 2000;

/// Probabilities below this share of the largest are nothing beside rounding error.
constexpr double kNegligible = 1e-20;

/// Poisson probabilities of 0, 1, ... with `mean`, up to `most` or to where they no longer matter.
void PoissonProbabilities(double mean, int most, std::vector<double>* probabilities) {
  constexpr double kLarge = 500;  // exp(-mean) would have no digits left
  probabilities->assign(1, std::exp(-mean));
  for (int k = 1; k <= most; ++k) {
    const double next =
        mean < kLarge ? probabilities->back() * mean / k : std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0));
    if (k > mean && next < kNegligible) break;
    probabilities->push_back(next);
  }
}

/// P(N = n) for N Poisson with mean n.
double PoissonAtMean(int n) {
  double probability = 1;
  for (int k = 1; n < 50 && k <= n; ++k) probability *= n / (k * std::exp(1.0));
  if (n < 50) return probability;
  const double m = n;  // Stirling's series
  const double correction = (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / (1680 * m * m)) / (m * m)) / (m * m)) / m;
  return std::exp(-correction) / std::sqrt(2 * std::acos(-1.0) * m);
}

/// Lower bounds of the order statistics; the upper ones are 1 minus these in reverse.
std::vector<double> LowerBounds(int n, double eta) {
  std::vector<double> bounds;
  for (int i = 1; i <= n; ++i) bounds.push_back(BetaQuantile(eta / 2, i, n + 1.0 - i));
  return bounds;
}

double Coverage(int n, double eta) {
  const std::vector<double> lower = LowerBounds(n, eta);
  std::vector<double> upper(lower.rbegin(), lower.rend());
  for (double& bound : upper) bound = 1 - bound;
  return CoverageOfBounds(lower, upper);
}

/// eta by this file's own recursion: (n, eta). Below kMostComputed where to begin, beyond it the result.
struct Tabled {
  double n, eta;
};
constexpr std::array<Tabled, 16> kTable = {{{2, 0.0265331546269007},
                                            {5, 0.0122713795639664},
                                            {10, 0.00738498583848217},
                                            {18, 0.00507576200967678},
                                            {36, 0.00346900501109656},
                                            {144, 0.00191122998773412},
                                            {500, 0.00128425257880711},
                                            {2000, 0.000912926728970789},
                                            {5000, 0.000758957572956279},
                                            {10'000, 0.000670738337364526},
                                            {20'000, 0.000599533492047774},
                                            {50'000, 0.00052436980835934},
                                            {100'000, 0.000478179285199986},
                                            {200'000, 0.000438967631514675},
                                            {500'000, 0.000395470049783966},
                                            {1'000'000, 0.0003675530729923}}};

/// log eta is nearly linear in log log n.
double FromTable(double n) {
  if (n >= kTable.back().n) return kTable.back().eta;
  if (n <= kTable.front().n) return kTable.front().eta;
  const auto next = std::find_if(kTable.begin(), kTable.end(), [n](const Tabled& each) { return each.n >= n; });
  const auto before = next - 1;
  const auto scale = [](double size) { return std::log(std::log(size + 1)); };
  const double share = (scale(n) - scale(before->n)) / (scale(next->n) - scale(before->n));
  return before->eta * std::pow(next->eta / before->eta, share);
}

}  // namespace

double CoverageOfBounds(const std::vector<double>& lower, const std::vector<double>& upper) {
  const auto n = static_cast<int>(lower.size());
  // probability[c - low]: c points so far and no bound broken; low <= c <= high.
  std::vector<double> probability = {1}, next, step;
  int low = 0;
  double time = 0;
  std::size_t i = 0, j = 0;  // next lower bound, next upper bound
  while (i < lower.size() || j < upper.size()) {
    // Before the i-th lower bound (from 0) there are at most i points, by the j-th upper bound more than j.
    const bool is_lower = i < lower.size() && (j == upper.size() || lower[i] <= upper[j]);
    const double until = is_lower ? lower[i] : upper[j];
    const int least = static_cast<int>(j) + (is_lower ? 0 : 1);
    const int most = i < lower.size() ? static_cast<int>(i) : n;
    if (most < least) return 0;
    PoissonProbabilities(n * std::max(until - time, 0.0), most - low, &step);
    next.assign(static_cast<std::size_t>(most - least) + 1, 0);
    for (int from = low; from < low + static_cast<int>(probability.size()); ++from) {
      const double here = probability[static_cast<std::size_t>(from - low)];
      const int last = std::min(most, from + static_cast<int>(step.size()) - 1);
      for (int to = std::max(from, least); to <= last; ++to) {
        next[static_cast<std::size_t>(to - least)] += here * step[static_cast<std::size_t>(to - from)];
      }
    }
    probability.swap(next);
    low = least;
    time = until;
    ++(is_lower ? i : j);
  }
  // n points by the last bound, none after it, given n in all.
  const double all = probability[static_cast<std::size_t>(n - low)] * std::exp(-n * (1 - time));
  return all / PoissonAtMean(n);
}

double LocalLevel(int n) {
  if (n > kMostComputed) return FromTable(n);
  const double wanted = 1 - kConfidence;
  if (n == 1) return wanted;
  // 1 - coverage is nearly a multiple of eta: secant steps on the logarithms.
  const auto miss = [&](double log_eta) { return std::log((1 - Coverage(n, std::exp(log_eta))) / wanted); };
  double before = std::log(FromTable(n));
  double missed_before = miss(before);
  double at = before - missed_before;
  for (int iteration = 0; iteration < 20; ++iteration) {
    const double missed = miss(at);
    const double next = at - missed * (at - before) / (missed - missed_before);
    if (std::abs(missed) < 1e-9 || missed == missed_before) return std::exp(std::isfinite(next) ? next : at);
    before = at;
    missed_before = missed;
    at = next;
  }
  return std::exp(at);
}

std::vector<NormalPoint> NormalPlot(std::vector<double> numbers) {
  std::vector<NormalPoint> points;
  if (numbers.empty()) return points;
  std::sort(numbers.begin(), numbers.end());
  const auto n = static_cast<int>(numbers.size());
  const std::vector<double> bounds = LowerBounds(n, LocalLevel(n));
  for (int i = 0; i < n; ++i) {
    NormalPoint point;
    point.theoretical = NormalQuantile((i + 1 - 0.375) / (n + 0.25));
    point.sample = numbers[static_cast<std::size_t>(i)];
    point.lower = NormalQuantile(bounds[static_cast<std::size_t>(i)]);
    // The upper bound is 1 minus a lower one, and the normal distribution is symmetric: no digits are lost near 1.
    point.upper = -NormalQuantile(bounds[static_cast<std::size_t>(n - 1 - i)]);
    points.push_back(point);
  }
  return points;
}

}  // namespace fatigue
