// SPDX-License-Identifier: MIT
// Likelihood-ratio tests of fixed effects, covariance structures and random effects, against the collection's own
// optima, lme4 1.1-31 and nlme 3.1-162 (ship/lrt).
#include <catch2/catch.hpp>
#include <cmath>

#include "report/compare_models.h"
#include "support/checks.h"

namespace fatigue::test {
namespace {

LikelihoodRatio Compare(const Dataset& dataset, const std::string& first, const std::string& second, Method method) {
  ModelSpec spec;
  spec.formula = first;
  spec.method = method;
  spec.df = DfMethod::satterthwaite;
  spec.levels = dataset.levels;
  return CompareModels(dataset.table, RunModel(dataset.table, spec), spec, second);
}

void CheckModel(const ComparedModel& ours, const Json& stored, const std::string& which, const Comparison& comparison) {
  CHECK(ours.formula == stored["formula"].get<std::string>());
  comparison.Number("log-likelihood", which, ours.log_lik, stored["logLik"], comparison.tolerance().likelihood);
  comparison.Number("count", "parameters, " + which, ours.fixed + ours.covariance, stored["parameters"], 0);
}

/// A statistic is a difference of two log-likelihoods, and moves p by half of what it is moved, relatively.
void CheckTest(const LikelihoodRatio& ours, const Json& test, const Comparison& comparison) {
  const double error = 4 * comparison.tolerance().likelihood * std::abs(ours.larger.log_lik);
  CheckModel(ours.smaller, test["smaller"], "smaller", comparison);
  CheckModel(ours.larger, test["larger"], "larger", comparison);
  comparison.Number({"log-likelihood", "statistic", ours.statistic, test["statistic"], error, 1});
  comparison.Number("df", "likelihood ratio", ours.df, test["df"], 0);
  comparison.Number({"p", "likelihood ratio", ours.p_value, test["p"], error + 1e-10, 0}, kZeroP);
  if (test.contains("p_mixture") && !test["p_mixture"].is_null()) {
    comparison.Number({"p", "mixture", ours.p_mixture, test["p_mixture"], error + 1e-10, 0}, kZeroP);
  } else {
    CHECK(std::isnan(ours.p_mixture));
  }
}

TEST_CASE("likelihood-ratio tests agree with lme4, nlme and exact optima") {
  const Collection ship = ShippedCollection();
  const Json stored = ReadJson(ship.folder + "expected/lrt.json");
  const auto version = [&stored](const char* package) {
    return std::string(package) + " " + stored["software"][package].get<std::string>();
  };
  for (const Json& test : stored["tests"]) {
    const Dataset dataset = LoadDataset(ship, test["dataset"]);
    const bool is_lmer = test["dataset"] == "diary.csv";
    const Method method = test["method"] == "ML" ? Method::ml : Method::reml;
    const std::string smaller = test["smaller"]["formula"], larger = test["larger"]["formula"];
    const Comparison comparison =
        Comparison("ship/lrt", is_lmer ? version("lme4") : "R 4.2.2, likelihood by Newton steps", kExact)
            .In(test["name"]);
    const LikelihoodRatio ours = Compare(dataset, smaller, larger, method);
    CheckTest(ours, test, comparison);
    CHECK_FALSE(ours.refitted);
    // The other way round, and by REML where the fixed effects differ: the same test.
    const bool fixed_differ = ours.smaller.fixed != ours.larger.fixed;
    const LikelihoodRatio turned = Compare(dataset, larger, smaller, fixed_differ ? Method::reml : method);
    CheckTest(turned, test, comparison.In("asked the other way round"));
    CHECK(turned.refitted == fixed_differ);
    if (!test.contains("logLik_gls")) continue;
    const Comparison nlme = comparison.With(version("nlme"), kExact).In("gls");
    nlme.Number("log-likelihood", "smaller", ours.smaller.log_lik, test["logLik_gls"][0], kExact.likelihood);
    nlme.Number("log-likelihood", "larger", ours.larger.log_lik, test["logLik_gls"][1], kExact.likelihood);
  }
}

}  // namespace
}  // namespace fatigue::test
