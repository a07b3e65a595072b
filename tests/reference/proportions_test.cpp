// SPDX-License-Identifier: MIT
// Two proportions against base R by other ways of computing (tests/reference/make/proportions.R). R's roots are found
// to about 1e-13 of a rate and 1e-12 of a log ratio. Published: Newcombe 1998, Stat Med 17:873, table II, method 10.
#include "inference/proportions.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "support/reference_case.h"

namespace fatigue::test {
namespace {

struct Compared {
  Proportion arm, reference;
};

Compared Counts(const Json& counts) {
  return {{counts[0].get<int>(), counts[1].get<int>()}, {counts[2].get<int>(), counts[3].get<int>()}};
}

void CheckNumber(double ours, const Json& stored, double relative, double absolute) {
  if (stored.is_null()) {
    CHECK(std::isnan(ours));
  } else if (stored.is_string()) {
    CHECK(std::isinf(ours));
  } else {
    CHECK_THAT(ours,
               Catch::WithinRel(stored.get<double>(), relative) || Catch::WithinAbs(stored.get<double>(), absolute));
  }
}

void CheckInterval(const IntervalEstimate& ours, const Json& stored, double relative, double absolute) {
  CheckNumber(ours.estimate, stored[0], relative, absolute);
  CheckNumber(ours.lower, stored[1], relative, absolute);
  CheckNumber(ours.upper, stored[2], relative, absolute);
}

TEST_CASE("intervals of two proportions are those of R") {
  const Json stored = ReadJson(FATIGUE_TEST_DIR "/reference/ship/proportions.json");
  for (const Json& table : stored["tables"]) {
    const auto [arm, reference] = Counts(table["counts"]);
    const double confidence = table["confidence"];
    CAPTURE(table["counts"].dump());
    CheckInterval(MiettinenNurminen(arm, reference, confidence), table["miettinenNurminen"], 1e-8, 1e-10);
    CheckInterval(Newcombe(arm, reference, confidence), table["newcombe"], 1e-10, 1e-12);
    CheckInterval(Koopman(arm, reference, confidence), table["koopman"], 1e-8, 1e-12);
    CheckInterval(ConditionalOddsRatio(arm, reference, confidence), table["odds"], 1e-8, 1e-12);
    CheckNumber(FisherExactP(arm, reference), table["fisher"], 1e-10, 1e-14);
    // The reference starts 1e-9 inside the ends of the range, and p jumps where tables enter the region.
    if (table.contains("agrestiMin")) {
      CheckInterval(AgrestiMin(arm, reference, confidence), table["agrestiMin"], 1e-6, 2e-9);
    }
  }
}

TEST_CASE("the published intervals of differences come out") {
  const auto rounded = [](double value) { return std::round(value * 1e4) / 1e4; };
  const IntervalEstimate a = Newcombe({56, 70}, {48, 80}, 0.95);
  CHECK(rounded(a.lower) == 0.0524);
  CHECK(rounded(a.upper) == 0.3339);
  const IntervalEstimate h = Newcombe({10, 10}, {0, 10}, 0.95);
  CHECK(rounded(h.lower) == 0.6075);
  CHECK(h.upper == 1);
  const IntervalEstimate mee = MiettinenNurminen({56, 70}, {48, 80}, 0.95);
  CHECK(rounded(mee.lower) == 0.0528);
  CHECK(rounded(mee.upper) == 0.3382);
}

TEST_CASE("changing places of the arms turns the comparison round") {
  for (const auto& [arm, reference] :
       {Compared{{4, 12}, {1, 6}}, Compared{{0, 6}, {5, 12}}, Compared{{7, 9}, {7, 9}}}) {
    for (const auto interval : {MiettinenNurminen, Newcombe, AgrestiMin}) {
      const IntervalEstimate forth = interval(arm, reference, 0.9), back = interval(reference, arm, 0.9);
      CHECK(forth.lower == Approx(-back.upper).margin(1e-8));
      CHECK(forth.upper == Approx(-back.lower).margin(1e-8));
      CHECK(forth.lower <= forth.estimate);
      CHECK(forth.upper >= forth.estimate);
    }
    CHECK(FisherExactP(arm, reference) == Approx(FisherExactP(reference, arm)).epsilon(1e-12));
  }
}

TEST_CASE("an arm of nobody has no proportion to compare") {
  for (const auto interval : {MiettinenNurminen, Newcombe, AgrestiMin, Koopman, ConditionalOddsRatio}) {
    CHECK(std::isnan(interval({0, 0}, {1, 6}, 0.95).estimate));
  }
  CHECK(std::isnan(FisherExactP({0, 0}, {1, 6})));
}

}  // namespace
}  // namespace fatigue::test
