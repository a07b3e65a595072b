// SPDX-License-Identifier: MIT
// The band of a normal probability plot: that it holds what it is meant to hold, and where its points are.
#include "inference/normal_band.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "base/distributions.h"
#include "report/model_run.h"
#include "support/made_data.h"

namespace fatigue {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

/// Standard normal numbers that are the same on every machine.
class Normal {
 public:
  double Next() { return NormalQuantile((static_cast<double>(generator_()) + 0.5) / 4294967296.0); }

 private:
  std::mt19937 generator_{1};
};

bool IsInside(const std::vector<NormalPoint>& points) {
  return std::all_of(points.begin(), points.end(), [](const NormalPoint& point) {
    return point.lower <= point.sample && point.sample <= point.upper;
  });
}

TEST_CASE("the local level is the one simulated in R") {
  // tests/reference/make/normal_band.R, R 4.2.2: 1e5 samples each, so that its levels have an error of 1.4% (SE).
  const std::vector<std::pair<int, double>> stored = {{5, 0.25207},  {10, 0.14520},  {20, 0.08075},
                                                      {36, 0.05249}, {100, 0.02658}, {250, 0.01497}};
  for (const auto& [n, level] : stored) CHECK_THAT(LocalLevel(n), WithinRel(level, 0.03));
}

TEST_CASE("the level falls with the number of points, and is held beyond the table") {
  for (int n = 4; n < 200'000; n = n * 11 / 10 + 1) CHECK(LocalLevel(n + n / 5 + 1) <= LocalLevel(n));
  CHECK(LocalLevel(1) == LocalLevel(4));
  CHECK(LocalLevel(5'000'000) == LocalLevel(100'000));
}

TEST_CASE("the band holds 95 of 100 standardised samples") {
  Normal normal;
  for (const int n : {12, 60}) {
    const std::vector<NormalPoint> band = NormalPlot(std::vector<double>(static_cast<std::size_t>(n), 0));
    int inside = 0;
    constexpr int kSamples = 20'000;
    for (int k = 0; k < kSamples; ++k) {
      Vector x(n);
      for (double& number : x) number = normal.Next();
      x.array() -= x.mean();
      x /= std::sqrt(x.squaredNorm() / (n - 1));
      std::sort(x.begin(), x.end());
      std::vector<NormalPoint> points = band;
      for (int i = 0; i < n; ++i) points[static_cast<std::size_t>(i)].sample = x[i];
      inside += IsInside(points);
    }
    CHECK_THAT(static_cast<double>(inside) / kSamples, WithinAbs(0.95, 0.006));  // four standard errors
  }
}

TEST_CASE("the band holds the residuals of about 95 of 100 models that are right") {
  Normal normal;
  constexpr int kSubjects = 16, kVisits = 3, kFits = 500;
  std::vector<std::string> id, arm, visit;
  for (int i = 0; i < kSubjects * kVisits; ++i) {
    id.push_back("s" + std::to_string(i / kVisits));
    arm.push_back(i / kVisits % 2 == 0 ? "a" : "b");
    visit.push_back("v" + std::to_string(i % kVisits));
  }
  ModelSpec spec;
  spec.formula = "y ~ arm * visit + us(visit | id)";
  int inside = 0, fits = 0;
  for (int k = 0; k < kFits; ++k) {
    std::vector<double> y;
    double own = 0;
    for (int i = 0; i < kSubjects * kVisits; ++i) {
      if (i % kVisits == 0) own = normal.Next();
      y.push_back(own + (1 + i % kVisits) * normal.Next());
    }
    const FittedModel fit =
        RunModel(test::MakeTable("made.csv", {test::FactorColumn("id", id), test::FactorColumn("arm", arm),
                                              test::FactorColumn("visit", visit), test::NumberColumn("y", y)}),
                 spec);
    if (!fit.usable()) continue;
    std::vector<double> normalised;
    for (const RowPrediction& row : fit.Predictions()) normalised.push_back(row.normalized);
    inside += IsInside(NormalPlot(normalised));
    ++fits;
  }
  CHECK(fits > 490);
  CHECK_THAT(static_cast<double>(inside) / fits, WithinAbs(0.95, 0.035));
}

TEST_CASE("plotting positions are Blom's, the sample is in order, and the band is the same upside down") {
  const std::vector<NormalPoint> points = NormalPlot({0.3, -1.2, 2.5, 0.1, -0.4});
  REQUIRE(points.size() == 5);
  // R 4.2.2: qnorm(ppoints(5)).
  const std::vector<double> theoretical = {-1.17976111761186, -0.497200570681554, 0, 0.497200570681554,
                                           1.17976111761186};
  const std::vector<double> sample = {-1.2, -0.4, 0.1, 0.3, 2.5};
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK_THAT(points[i].theoretical, WithinAbs(theoretical[i], 1e-12));
    CHECK(points[i].sample == sample[i]);
    CHECK(points[i].lower < theoretical[i]);
    CHECK(points[i].lower == -points[4 - i].upper);
    // lower_i is where its beta distribution has eta / 2 below it.
    const double below = std::erfc(-points[i].lower / std::sqrt(2.0)) / 2;
    CHECK_THAT(
        below,
        WithinRel(BetaQuantile(LocalLevel(5) / 2, static_cast<double>(i) + 1, 5.0 - static_cast<double>(i)), 1e-12));
  }
  CHECK(NormalPlot({}).empty());
  CHECK(NormalPlot({1}).size() == 1);
}

}  // namespace
}  // namespace fatigue
