// SPDX-License-Identifier: MIT
// Likelihoods with two maxima, of which the first start finds the lower one, and profiles that run along the boundary
// (ship/several_maxima: dense likelihoods searched over a grid, and lme4's deviance minimised by L-BFGS-B).
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "support/checks.h"

namespace fatigue::test {
namespace {

/// The reference's correlation is where a search over values of the likelihood ended, which is good to the square root
/// of rounding; so are coefficients, which depend on it, and limits, where the profile's slope multiplies that.
constexpr double kSearched = 1e-6, kLimit = 1e-5;

/// Throws where there is nothing to compare with.
std::vector<Json> Stored(const std::string& block) {
  const Json all = ReadJson(ShippedCollection().folder + "expected/several_maxima.json");
  return all.at(block).get<std::vector<Json>>();
}

FittedModel Fit(const Json& stored) {
  ModelSpec spec;
  spec.formula = stored["formula"];
  spec.method = stored.value("method", "REML") == "REML" ? Method::reml : Method::ml;
  spec.df = DfMethod::satterthwaite;
  return RunModel(LoadDataset(ShippedCollection(), stored["data"]).table, spec);
}

const CovarianceParameter& Find(const std::vector<CovarianceParameter>& all, const std::string& name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
  REQUIRE(found != all.end());
  return *found;
}

Comparison Of(const Json& stored) {
  return Comparison("ship/several_maxima", "R 4.2.2, searched", kExact).In(stored["formula"].get<std::string>());
}

TEST_CASE("of two maxima the higher one is found, whichever the first start leads to") {
  for (const Json& stored : Stored("models")) {
    const Comparison comparison = Of(stored);
    const FittedModel model = Fit(stored);
    REQUIRE(model.status() == "converged");
    comparison.Number("log-likelihood", "logLik", model.log_lik(), stored["logLik"], kExact.likelihood);
    const std::vector<Estimate> coefficients = model.coefficients();
    for (size_t k = 0; k < coefficients.size(); ++k) {
      comparison.Number("coefficient", model.terms()[k], coefficients[k].estimate, stored["beta"][k], kSearched);
    }
    const std::vector<CovarianceParameter> ours = model.CovarianceParameters(IntervalKind::wald);
    const bool is_range = stored["formula"].get<std::string>().find("sp_exp") != std::string::npos;
    comparison.Number("covariance", "correlation", Find(ours, is_range ? "SP(EXP)" : "Rho(1)").estimate,
                      stored["correlation"], kSearched);
  }
}

TEST_CASE("the profile of a correlation keeps standard deviations from changing their sign") {
  for (const Json& stored : Stored("profiles")) {
    const Comparison comparison =
        Of(stored).In(stored["data"].get<std::string>() + ", " + stored["method"].get<std::string>());
    const FittedModel model = Fit(stored);
    comparison.Number("log-likelihood", "logLik", model.log_lik(), stored["logLik"], kExact.likelihood);
    const std::vector<CovarianceParameter> all = model.CovarianceParameters(IntervalKind::profile);
    const CovarianceParameter& ours = Find(all, "cor((Intercept),day)");
    comparison.Number("covariance", "correlation", ours.estimate, stored["correlation"], kLimit);
    comparison.Number("interval", "correlation lower", ours.lower, stored["lower"], kLimit);
    comparison.Number("interval", "correlation upper", ours.upper, stored["upper"], kLimit);
    for (const CovarianceParameter& one : all) {
      INFO(one.name);
      CHECK(one.lower <= one.estimate);
      CHECK(one.upper >= one.estimate);
    }
  }
}

TEST_CASE("sigma has profile limits where a correlation reaches 1 on the way") {
  for (const Json& stored : Stored("sigma")) {
    const Comparison comparison = Of(stored).In(stored["data"].get<std::string>());
    const FittedModel model = Fit(stored);
    comparison.Number("log-likelihood", "logLik", model.log_lik(), stored["logLik"], kExact.likelihood);
    const std::vector<CovarianceParameter> all = model.CovarianceParameters(IntervalKind::profile);
    const CovarianceParameter& ours = Find(all, "sigma");
    comparison.Number("covariance", "sigma", ours.estimate, stored["sigma"], kLimit);
    comparison.Number("interval", "sigma lower", ours.lower, stored["lower"], kLimit);
    comparison.Number("interval", "sigma upper", ours.upper, stored["upper"], kLimit);
    for (const CovarianceParameter& one : all) {
      INFO(one.name);
      CHECK(one.lower <= one.estimate);
      CHECK(one.upper >= one.estimate);
    }
  }
}

}  // namespace
}  // namespace fatigue::test
