// SPDX-License-Identifier: MIT
#include "inference/normal_band.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/distributions.h"

namespace fatigue {
namespace {

/// Of 4 million samples up to n = 200, and of 8e8 numbers beyond: (n, eta).
struct Simulated {
  double n, eta;
};
constexpr Simulated kSimulated[] = {
    {4, 0.303309},       {5, 0.252857},       {6, 0.220334},       {7, 0.197428},      {8, 0.176835},
    {10, 0.144735},      {12, 0.123485},      {15, 0.102549},      {18, 0.0886857},    {22, 0.0758301},
    {27, 0.0649559},     {36, 0.0526919},     {50, 0.041859},      {70, 0.0334268},    {100, 0.0264559},
    {144, 0.0210286},    {200, 0.017253},     {300, 0.0136652},    {500, 0.0102707},   {800, 0.00805495},
    {1300, 0.00633974},  {2000, 0.00526571},  {3500, 0.00406801},  {6000, 0.00335898}, {10000, 0.00278633},
    {20000, 0.00218974}, {50000, 0.00170265}, {100000, 0.00138966}};

/// Lower bounds of the order statistics of uniform numbers; the upper ones are 1 minus these in reverse.
std::vector<double> LowerBounds(int n) {
  const double tail = LocalLevel(n) / 2;
  std::vector<double> bounds;
  for (int i = 1; i <= n; ++i) bounds.push_back(BetaQuantile(tail, i, n + 1.0 - i));
  return bounds;
}

}  // namespace

double LocalLevel(int n) {
  const auto* next =
      std::find_if(std::begin(kSimulated), std::end(kSimulated), [n](const Simulated& each) { return each.n >= n; });
  if (next == std::end(kSimulated)) return std::prev(next)->eta;
  if (next == std::begin(kSimulated)) return next->eta;
  const Simulated& before = *std::prev(next);
  const double share = std::log(n / before.n) / std::log(next->n / before.n);
  return before.eta * std::pow(next->eta / before.eta, share);
}

std::vector<NormalPoint> NormalPlot(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  const auto n = static_cast<int>(numbers.size());
  const std::vector<double> bounds = LowerBounds(n);
  std::vector<NormalPoint> points;
  for (int i = 0; i < n; ++i) {
    NormalPoint point;
    point.theoretical = NormalQuantile((i + 1 - 0.375) / (n + 0.25));
    point.sample = numbers[static_cast<std::size_t>(i)];
    point.lower = NormalQuantile(bounds[static_cast<std::size_t>(i)]);
    // The normal distribution is symmetric: no digits are lost near 1.
    point.upper = -NormalQuantile(bounds[static_cast<std::size_t>(n - 1 - i)]);
    points.push_back(point);
  }
  return points;
}

}  // namespace fatigue
