// SPDX-License-Identifier: MIT
// Effects in standard deviations and against the difference that matters. Reference numbers:
// tests/reference/make/participants.R (R 4.2.2, lme4 1.1-31, nlme 3.1; tolerance of their optima 1e-6).
#include "report/effect_size.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "report/trial.h"
#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Matchers::WithinRel;
using test::TextTable;

/// Six participants to an arm, finished FSS scores at days 0, 7 and 14 as sums, and a diary of five days.
struct FinishedScores {
  Json plan = Json::parse(R"({
    "schemaVersion": 1,
    "files": [
      {"name": "people.csv", "role": "participants", "id": "id", "arm": "arm"},
      {"name": "scores.csv", "role": "records", "id": "id", "visit": "day"},
      {"name": "diary.csv", "role": "records", "id": "id", "visit": "day"}
    ],
    "arms": {"order": ["placebo", "active"]},
    "instruments": [
      {"id": "fss", "instrument": "FSS", "file": "scores.csv", "scores": {"total": "fss"}, "scoring": "sum"},
      {"id": "dfs", "instrument": "DFS", "file": "diary.csv", "scores": {"total": "dfs"}}
    ],
    "outcomes": [
      {"id": "fss", "score": "fss.total", "model": {"kind": "mmrm", "response": "change"},
       "effect": {"kind": "visit_difference", "visit": "14"}},
      {"id": "dfs", "score": "dfs.total", "model": {"kind": "random_effects", "response": "value"},
       "effect": {"kind": "slope_difference", "window": 7}}
    ]
  })");
  std::string people = "id,arm\n", scores = "id,day,fss\n", diary = "id,day,dfs\n";

  FinishedScores() {
    for (int i = 0; i < 12; ++i) {
      const std::string id = "P" + std::to_string(i + 1);
      people += id + (i % 2 == 1 ? ",active\n" : ",placebo\n");
      for (int v = 0; v < 3; ++v) {
        const int score = 45 + i * 5 % 7 + (i * i * 7 + v * 11 + i * v * 5) % 9 - (i % 2 == 1 ? 4 * v : v);
        scores += id + "," + std::to_string(7 * v) + "," + std::to_string(score) + "\n";
      }
      for (int day = 0; day < 5; ++day) {
        const double score =
            2 + i * 5 % 7 + (i * i * 3 + 2 * day * day + i * day) % 4 / 2.0 - i % 3 * day / 4.0 + i % 2 * day / 8.0;
        diary += id + "," + std::to_string(day) + "," + NumberText(score) + "\n";
      }
    }
  }
  Json& Outcome(std::size_t at) { return plan["outcomes"][at]; }
  EffectRow Effect(std::size_t at) const {
    const Report report =
        Analyze(ReadPlan(plan.dump()),
                {TextTable("people.csv", people), TextTable("scores.csv", scores), TextTable("diary.csv", diary)});
    if (report.outcomes[at].error) FAIL(report.outcomes[at].error->what());
    REQUIRE(report.outcomes[at].effects.size() == 1);
    return report.outcomes[at].effects[0];
  }
};

void CheckSd(const EffectRow& row, bool by_baseline, double sd, double tolerance) {
  REQUIRE(row.standardised);
  CHECK(row.standardised->by_baseline == by_baseline);
  CHECK_THAT(row.standardised->sd, WithinRel(sd, tolerance));
  const double estimate = row.over_window ? row.over_window->estimate : row.difference.estimate.estimate;
  const double lower = row.over_window ? row.over_window->lower : row.difference.estimate.lower;
  CHECK_THAT(row.standardised->estimate, WithinRel(estimate / sd, tolerance));
  CHECK_THAT(row.standardised->lower, WithinRel(lower / sd, tolerance));
}

TEST_CASE("a change is standardised by the baseline SD within arms") {
  FinishedScores trial;
  CheckSd(trial.Effect(0), true, 4.575295983139597, 1e-12);
  // A participant who is not analysed is not in it: P1 has the baseline only.
  const std::string without =
      trial.scores.substr(0, trial.scores.find("P1,7")) + trial.scores.substr(trial.scores.find("P2,0"));
  trial.scores = without;
  const double sd = trial.Effect(0).standardised->sd;
  CHECK(std::fabs(sd - 4.575295983139597) > 0.01);
}

TEST_CASE("values are standardised by the model's SD at the visit, or over the visits") {
  FinishedScores trial;
  trial.Outcome(0)["model"]["response"] = "value";
  CheckSd(trial.Effect(0), false, 3.0468563033614391, 1e-8);
  trial.Outcome(0)["effect"]["visit"] = "7";
  CheckSd(trial.Effect(0), false, 3.5893360574531519, 1e-8);
  trial.Outcome(0)["effect"] = {{"kind", "average_difference"}};
  CheckSd(trial.Effect(0), false, 3.7903385952532878, 1e-8);
  trial.Outcome(0)["effect"] = {{"kind", "visit_difference"}, {"visit", "14"}};
  trial.Outcome(0)["model"]["visits"] = {"14"};
  CheckSd(trial.Effect(0), false, 3.0468563033614391, 1e-12);  // one visit: independent rows
}

TEST_CASE("with one covariance per arm the SD is of the mean of both variances") {
  FinishedScores trial;
  trial.Outcome(0)["model"] = {{"kind", "mmrm"}, {"response", "value"}, {"covarianceGroups", "arm"}};
  CheckSd(trial.Effect(0), false, 3.0468563033614391, 1e-8);
}

TEST_CASE("random effects have the total SD, of a slope at the last day, times nothing but the window") {
  FinishedScores trial;
  CheckSd(trial.Effect(1), false, 1.9903097573871094, 1e-6);
  trial.Outcome(1)["model"]["random"] = "intercept_slope_uncorrelated";
  CheckSd(trial.Effect(1), false, 2.280084179578997, 1e-6);
  trial.Outcome(1)["effect"] = {{"kind", "visit_difference"}, {"visit", "2"}};
  CheckSd(trial.Effect(1), false, 2.2573391480550633, 1e-6);
  trial.Outcome(1)["effect"] = {{"kind", "average_difference"}};
  trial.Outcome(1)["model"]["random"] = "intercept_slope";
  CheckSd(trial.Effect(1), false, 2.2187082085585041, 1e-6);
  trial.Outcome(1)["model"]["random"] = "intercept";
  CheckSd(trial.Effect(1), false, 2.2175714445389505, 1e-6);
}

TEST_CASE("a residual structure beside the random effects is part of the SD") {
  FinishedScores trial;
  trial.Outcome(1)["model"]["random"] = "intercept";
  trial.Outcome(1)["model"]["residual"] = "ar1";
  const EffectRow row = trial.Effect(1);
  REQUIRE(row.standardised);
  CHECK_THAT(row.standardised->sd, WithinRel(2.2114633398199346, 1e-6));
}

TEST_CASE("percentages have the model's SD, and no default of what matters") {
  FinishedScores trial;
  trial.Outcome(0)["model"]["response"] = "percent_change";
  const EffectRow row = trial.Effect(0);
  CHECK_FALSE(row.standardised->by_baseline);
  CHECK_FALSE(row.mcid);
  trial.Outcome(0)["mcid"] = {{"value", 10}};
  CHECK(trial.Effect(0).mcid->value == 10);
}

TEST_CASE("a slope without a window is neither standardised nor compared") {
  FinishedScores trial;
  trial.Outcome(1)["effect"].erase("window");
  const EffectRow row = trial.Effect(1);
  CHECK_FALSE(row.standardised);
  CHECK_FALSE(row.mcid);
}

TEST_CASE("the instrument's first MCID for the scoring is the default, and none can be asked for") {
  FinishedScores trial;
  const EffectRow dfs = trial.Effect(1);
  REQUIRE(dfs.mcid);
  CHECK(dfs.mcid->value == 0.94);
  CHECK(dfs.mcid->threshold == -0.94);
  CHECK(dfs.mcid->source.find("Sharma 2025") == 0);
  trial.Outcome(1)["mcid"] = "none";
  CHECK_FALSE(trial.Effect(1).mcid);
}

TEST_CASE("baselines that do not vary leave the effect without a standardised one") {
  FinishedScores trial;
  std::string flat = "id,day,fss\n";
  for (int i = 0; i < 12; ++i) {
    const std::string id = "P" + std::to_string(i + 1);
    flat += id + ",0,40\n" + id + ",7," + std::to_string(30 + i * 5 % 7) + "\n";
  }
  trial.scores = flat;
  trial.Outcome(0)["effect"]["visit"] = "7";
  CHECK_FALSE(trial.Effect(0).standardised);
}

Estimate Of(double estimate, double se, double df, double lower, double upper) {
  Estimate result;
  result.estimate = estimate;
  result.se = se;
  result.df = df;
  result.lower = lower;
  result.upper = upper;
  return result;
}

TEST_CASE("the confidence distribution is the t distribution of the row") {
  const auto lower = CompareWithMcid({4, ""}, Direction::lower_is_better, Of(-5.2, 2.6, 15.8, -10.7, 0.3), 1);
  REQUIRE(lower);
  CHECK_THAT(lower->confidence_beyond, WithinRel(0.67464856915912219, 1e-12));
  CHECK_THAT(lower->confidence_better, WithinRel(0.96850272944443938, 1e-12));
  CHECK(lower->threshold == -4);
  const double infinite = std::numeric_limits<double>::infinity();
  const auto normal = CompareWithMcid({4, ""}, Direction::higher_is_better, Of(5.2, 2.6, infinite, 0.1, 10.3), 1);
  CHECK_THAT(normal->confidence_beyond, WithinRel(0.67779383311509422, 1e-12));
  CHECK_THAT(normal->confidence_better, WithinRel(0.97724986805182079, 1e-12));
  CHECK(normal->threshold == 4);
  const auto slope = CompareWithMcid({4, ""}, Direction::lower_is_better, Of(-0.1, 0.05, 30, -0.2, 0.002), 7);
  CHECK_THAT(slope->confidence_beyond, WithinRel(8.8430591026441756e-11, 1e-9));
  CHECK_THAT(slope->confidence_better, WithinRel(0.97268747751850837, 1e-12));
  CHECK(slope->position == McidPosition::short_of);
}

TEST_CASE("the interval lies beyond the MCID, holds it, or falls short of it") {
  const auto position = [](Direction direction, double lower, double upper) {
    return CompareWithMcid({4, ""}, direction, Of((lower + upper) / 2, 1, 20, lower, upper), 1)->position;
  };
  CHECK(position(Direction::lower_is_better, -9, -4) == McidPosition::beyond);  // at least the MCID
  CHECK(position(Direction::lower_is_better, -9, -3.9) == McidPosition::compatible);
  CHECK(position(Direction::lower_is_better, -4, 2) == McidPosition::compatible);
  CHECK(position(Direction::lower_is_better, -3.9, 2) == McidPosition::short_of);
  CHECK(position(Direction::lower_is_better, 5, 9) == McidPosition::short_of);  // harm
  CHECK(position(Direction::higher_is_better, 5, 9) == McidPosition::beyond);
  CHECK(position(Direction::higher_is_better, -9, -5) == McidPosition::short_of);
  CHECK_FALSE(CompareWithMcid({4, ""}, Direction::lower_is_better,
                              Of(std::nan(""), std::nan(""), std::nan(""), std::nan(""), std::nan("")), 1));
  CHECK_FALSE(
      CompareWithMcid({4, ""}, Direction::lower_is_better, Of(-5.2, 2.6, std::nan(""), std::nan(""), std::nan("")), 1));
}

TEST_CASE("what an interval holds beside benefits of the MCID is told") {
  const auto besides = [](double lower, double upper) {
    const HeldBesides held =
        CompareWithMcid({4, ""}, Direction::lower_is_better, Of((lower + upper) / 2, 1, 20, lower, upper), 1)->besides;
    return std::vector<bool>{held.smaller_benefit, held.no_difference, held.smaller_harm, held.harm};
  };
  using Held = std::vector<bool>;
  CHECK(besides(-9, -4) == Held{false, false, false, false});
  CHECK(besides(-9, -3.9) == Held{true, false, false, false});
  CHECK(besides(-9, 0) == Held{true, true, false, false});
  CHECK(besides(-9.2, 3.5) == Held{true, true, true, false});
  CHECK(besides(-9, 4) == Held{true, true, true, true});
  CHECK(besides(0, 3) == Held{false, true, true, false});
  CHECK(besides(1, 3) == Held{false, false, true, false});
  CHECK(besides(4, 9) == Held{false, false, false, true});
}

}  // namespace
}  // namespace fatigue
