// SPDX-License-Identifier: MIT
// The band of a normal probability plot: its level against a recursion of another kind, and what a band must hold.
#include "inference/normal_band.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "base/distributions.h"

namespace fatigue {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("the local level is that of a recursion by binomial probabilities in R") {
  // tests/reference/make/normal_band.R, R 4.2.2; 200000 simulated samples of 36 were inside in 94.93 percent.
  const std::vector<std::pair<int, double>> stored = {{1, 0.05},
                                                      {2, 0.0265331546269007},
                                                      {3, 0.0186333241714234},
                                                      {5, 0.0122713795639664},
                                                      {10, 0.00738498583848217},
                                                      {18, 0.00507576200967678},
                                                      {36, 0.00346900501109656},
                                                      {144, 0.00191122998773412}};
  for (const auto& [n, level] : stored) CHECK_THAT(LocalLevel(n), WithinRel(level, 1e-10));
}

TEST_CASE("the coverage of a straight line through 0 is the one Daniels found") {
  // P(F_n(x) <= s x for all x) = 1 - 1 / s for every n (Daniels 1945, Proc R Soc A 183:405).
  for (const int n : {1, 7, 60, 1000}) {
    for (const double slope : {1.5, 4.0, 20.0}) {
      std::vector<double> lower;
      for (int i = 1; i <= n; ++i) lower.push_back(i / (n * slope));
      CHECK_THAT(CoverageOfBounds(lower, std::vector<double>(lower.size(), 1)), WithinRel(1 - 1 / slope, 1e-11));
    }
  }
}

TEST_CASE("bounds that cross, or that nothing can meet, hold nothing") {
  CHECK(CoverageOfBounds({0.5}, {0.25}) == 0);
  CHECK_THAT(CoverageOfBounds({0.25}, {0.75}), WithinRel(0.5, 1e-14));
  CHECK_THAT(CoverageOfBounds({0, 0.5}, {0.5, 1}), WithinRel(0.5, 1e-14));  // one below a half, one above
}

TEST_CASE("beyond the sizes it computes the level comes from a table, to a thousandth") {
  for (const auto& [n, exact] : std::vector<std::pair<int, double>>{
           {2001, 0.000912926728970789}, {3000, 0.000838469021595491}, {7000, 0.000713666726910828}}) {
    CHECK_THAT(LocalLevel(n), WithinRel(exact, 1e-3));
  }
  CHECK(LocalLevel(5'000'000) == LocalLevel(1'000'000));
}

TEST_CASE("the band holds all of a sample with probability 0.95, and is the same upside down") {
  for (const int n : {4, 25, 400}) {
    const std::vector<NormalPoint> points = NormalPlot(std::vector<double>(static_cast<std::size_t>(n), 0));
    std::vector<double> lower, upper;
    for (const NormalPoint& point : points) {
      lower.push_back(std::erfc(-point.lower / std::sqrt(2.0)) / 2);
      upper.push_back(std::erfc(-point.upper / std::sqrt(2.0)) / 2);
      CHECK(point.lower < point.theoretical);
      CHECK(point.theoretical < point.upper);
    }
    CHECK_THAT(CoverageOfBounds(lower, upper), WithinRel(0.95, 1e-9));
    for (std::size_t i = 0; i < points.size(); ++i) {
      CHECK_THAT(points[i].lower, WithinAbs(-points[points.size() - 1 - i].upper, 1e-13));
    }
  }
}

TEST_CASE("plotting positions are Blom's, and the sample is put in order") {
  const std::vector<NormalPoint> points = NormalPlot({0.3, -1.2, 2.5, 0.1, -0.4});
  REQUIRE(points.size() == 5);
  // R 4.2.2: qnorm(ppoints(5)), and qnorm(qbeta(0.0122713795639664 / 2, i, 6 - i)).
  const std::vector<double> theoretical = {-1.17976111761186, -0.497200570681554, 0, 0.497200570681554,
                                           1.17976111761186};
  const std::vector<double> lower = {-3.02817917381861, -1.95296334931418, -1.34713931150696, -0.85858722714046,
                                     -0.355641765876725};
  const std::vector<double> sample = {-1.2, -0.4, 0.1, 0.3, 2.5};
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK_THAT(points[i].theoretical, WithinAbs(theoretical[i], 1e-12));
    CHECK_THAT(points[i].lower, WithinAbs(lower[i], 1e-9));
    CHECK(points[i].sample == sample[i]);
  }
  CHECK(NormalPlot({}).empty());
  CHECK(NormalPlot({1}).size() == 1);
}

}  // namespace
}  // namespace fatigue
