// SPDX-License-Identifier: MIT
// Profile intervals and standard errors of covariance parameters, against lme4 1.1-31 and the collection's likelihoods
// by Newton steps (exact profiles of ship/profile_marginal among them).
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "support/skipped.h"
#include "support/stored_models.h"

namespace fatigue::test {
namespace {

/// lme4 interpolates its profiles by splines: at our lower limit of diary_ris_ml's correlation, -0.717043412618, the
/// deviance has risen by 3.84145882 (by lme4's own deviance function), which is the chi-square quantile 3.84145882, and
/// at lme4's by 3.8488. Those of a default fit start, besides, from an optimum that is not quite one.
constexpr double kProfile = 1e-3, kProfileOfDefault = 1e-3;

/// Exact profiles, of the half width.
constexpr double kExactProfile = 1e-7;

const char* kNewton = "R 4.2.2, likelihood by Newton steps";

/// lme4's "sd_day|id", "cor_day.(Intercept)|id" and "sigma", as group and name of ours; nothing for fixed effects.
std::pair<std::string, std::string> CovarianceName(const std::string& stored) {
  if (stored == "sigma") return {"", stored};
  const size_t bar = stored.find('|');
  if (bar == std::string::npos) return {};
  const std::string group = stored.substr(bar + 1);
  if (stored.starts_with("sd_")) return {group, "sd(" + stored.substr(3, bar - 3) + ")"};
  const std::string pair = stored.substr(4, bar - 4);  // day.(Intercept)
  const size_t dot = pair.find('.');
  return {group, "cor(" + pair.substr(dot + 1) + "," + pair.substr(0, dot) + ")"};
}

const CovarianceParameter* FindParameter(const std::vector<CovarianceParameter>& ours,
                                         const std::pair<std::string, std::string>& wanted) {
  const auto found = std::find_if(ours.begin(), ours.end(), [&wanted](const CovarianceParameter& one) {
    return one.name == wanted.second && (wanted.second == "sigma" || one.group == wanted.first);
  });
  return found == ours.end() ? nullptr : &*found;
}

void CheckLimits(const CovarianceParameter& ours, const std::string& name, const Json& lower, const Json& upper,
                 double allowed, const Comparison& comparison) {
  const double half_width = 0.5 * (ours.upper - ours.lower);
  comparison.Number({"interval", name + " lower", ours.lower, lower.get<double>(), allowed, half_width});
  comparison.Number({"interval", name + " upper", ours.upper, upper.get<double>(), allowed, half_width});
}

void CheckProfile(const std::vector<CovarianceParameter>& ours, const std::string& name, const Json& lower,
                  const Json& upper, double allowed, const Comparison& comparison) {
  const auto wanted = CovarianceName(name);
  if (wanted.second.empty()) {
    CHECK(IsSkipped(comparison.In("profile of a fixed effect")));
    return;
  }
  const CovarianceParameter* one = FindParameter(ours, wanted);
  INFO(comparison.case_name() << " " << name);
  REQUIRE(one);
  CheckLimits(*one, name, lower, upper, allowed, comparison);
}

TEST_CASE("profile intervals of covariance parameters agree with lme4") {
  ForCasesWith({"confint_profile", "confint_profile_default_fit"}, [](const ReferenceCase& reference) {
    const std::vector<CovarianceParameter> ours =
        reference.Fit(DfMethod::satterthwaite).CovarianceParameters(IntervalKind::profile);
    const Comparison comparison = ComparisonOf(reference, "lme4", kLme4);
    if (reference.expected.contains("confint_profile")) {
      const Json& stored = reference.expected["confint_profile"];
      for (size_t k = 0; k < stored["names"].size(); ++k) {
        CheckProfile(ours, stored["names"][k], stored["lower"][k], stored["upper"][k], kProfile,
                     comparison.In("confint_profile"));
      }
      return;
    }
    // Rows .sig01, .sig02, ..., .sigma: theta in lme4's order.
    const Json& values = reference.expected["confint_profile_default_fit"]["values"];
    const bool has_slope = reference.expected["fit"]["theta"].is_array();
    const std::vector<std::string> names =
        has_slope ? std::vector<std::string>{"sd_(Intercept)|Subject", "cor_Days.(Intercept)|Subject",
                                             "sd_Days|Subject", "sigma"}
                  : std::vector<std::string>{"sd_(Intercept)|Subject", "sigma"};
    for (size_t k = 0; k < names.size(); ++k) {
      CheckProfile(ours, names[k], values[k][0], values[k][1], kProfileOfDefault,
                   comparison.In("confint_profile_default_fit"));
    }
  });
}

TEST_CASE("exact profile intervals of residual structures agree with the collection's") {
  for (const ReferenceCase& reference : LoadCases(ShippedCollection(), "profile_marginal")) {
    const Json& stored = reference.expected;
    const std::string method = reference.spec.method == Method::reml ? "REML" : "ML";
    const Comparison comparison =
        Comparison(reference.name, kNewton, kExact).In(stored["name"].get<std::string>() + ", " + method);
    const FittedModel model = reference.Fit(DfMethod::asymptotic);
    comparison.Number("log-likelihood", "logLik", model.log_lik(), stored["logLik"], kExact.likelihood);
    const std::vector<CovarianceParameter> ours = model.CovarianceParameters(IntervalKind::profile);
    REQUIRE(ours.size() == stored["parameter"].size());  // in the same order: SAS's
    for (size_t k = 0; k < ours.size(); ++k) {
      const std::string name = stored["parameter"][k];
      comparison.Number("covariance", name, ours[k].estimate, stored["estimate"][k], kExact.covariance);
      comparison.Number("covariance SE", name, ours[k].se, stored["se"][k], kExact.df);
      CheckLimits(ours[k], name, stored["lower"][k], stored["upper"][k], kExactProfile, comparison);
    }
  }
}

TEST_CASE("profile intervals of the diary's random effects agree with lme4 and with exact ones") {
  const Collection ship = ShippedCollection();
  const Json stored = ReadJson(ship.folder + "expected/profile_marginal.json");
  const std::string lme4 = "lme4 " + stored["software"]["lme4"].get<std::string>();
  for (const auto& [name, block] : stored["lme4_diary"].items()) {
    const bool is_exact = name.ends_with("_exact");
    const std::string model = is_exact ? name.substr(0, name.size() - 6) : name;
    const std::vector<CovarianceParameter> ours =
        LoadCase(ship, model).Fit(DfMethod::asymptotic).CovarianceParameters(IntervalKind::profile);
    const Comparison comparison =
        Comparison("ship/profile_marginal", is_exact ? kNewton : lme4, kExact).In("lme4_diary").In(name);
    for (size_t k = 0; k < block["name"].size(); ++k) {
      CheckProfile(ours, block["name"][k], block["lower"][k], block["upper"][k], is_exact ? kExactProfile : kProfile,
                   comparison);
      if (!is_exact) continue;
      const CovarianceParameter* one = FindParameter(ours, CovarianceName(block["name"][k]));
      comparison.Number("covariance", block["name"][k], one->estimate, block["estimate"][k], kExact.covariance);
    }
  }
}

TEST_CASE("standard errors of SAS's covariance parameters agree with the inverse observed information") {
  ForCasesWith({"kenward_roger_sas"}, [](const ReferenceCase& reference) {
    const Json& block = reference.expected["kenward_roger_sas"];
    if (!block.contains("covariance_parameters")) return;
    const std::vector<CovarianceParameter> ours =
        reference.Fit(DfMethod::kenward_roger).CovarianceParameters(IntervalKind::wald);
    const std::vector<StoredRow> rows = StoredRows(block["covariance_parameters"]);
    REQUIRE(ours.size() == rows.size());  // in the same order: SAS's
    const Comparison comparison = Comparison(reference.name, "R 4.2.2, Kenward-Roger in SAS's parameters", kExact)
                                      .In("kenward_roger_sas")
                                      .In("covariance_parameters")
                                      .In("se");
    for (size_t k = 0; k < rows.size(); ++k) {
      const std::string name = rows[k].at("name");
      comparison.Number("covariance", name, ours[k].estimate, rows[k].at("value"), kExact.covariance);
      comparison.Number("covariance SE", name, ours[k].se, rows[k].at("se"), kExact.df);
    }
  });
}

/// The stored parameters are variances, ours standard deviations: Var has the standard error 2 SD se(SD). Covariances
/// have no counterpart.
TEST_CASE("standard errors of random-effects variances agree with the inverse observed information") {
  ForCasesWith({"polished"}, [](const ReferenceCase& reference) {
    if (!reference.has_random_effects || reference.IsSingular()) return;
    const std::vector<CovarianceParameter> ours =
        reference.Fit(DfMethod::satterthwaite).CovarianceParameters(IntervalKind::wald);
    const Comparison comparison = Comparison(reference.name, "R 4.2.2, likelihood by Newton steps", kExact)
                                      .In("polished")
                                      .In("covariance_parameters")
                                      .In("se");
    for (const StoredRow& row : StoredRows(reference.expected["polished"]["covariance_parameters"])) {
      const std::string name = row.at("name");
      const size_t var = name.find(": var(");
      const bool is_residual = name == "residual variance";
      if (var == std::string::npos && !is_residual) continue;
      const CovarianceParameter* one = is_residual
                                           ? FindParameter(ours, {"", "sigma"})
                                           : FindParameter(ours, {name.substr(0, var), "sd(" + name.substr(var + 6)});
      INFO(reference.name << " " << name);
      REQUIRE(one);
      comparison.Number("covariance SE", name, 2 * one->estimate * one->se, row.at("se"), kExact.df);
    }
  });
}

/// A random intercept beside AR(1): the stored parameters are named in words. The intercept's variance has the standard
/// error 2 SD se(SD).
TEST_CASE("standard errors of a random intercept beside AR(1) agree with the inverse observed information") {
  for (const char* name : {"diary_lme_ri_ar1_reml", "pilot_lme_ri_ar1_reml"}) {
    const ReferenceCase reference = LoadCase(ShippedCollection(), name);
    const std::vector<CovarianceParameter> ours =
        reference.Fit(DfMethod::satterthwaite).CovarianceParameters(IntervalKind::wald);
    const Comparison comparison =
        Comparison(reference.name, kNewton, kExact).In("polished").In("covariance_parameters").In("se");
    for (const StoredRow& row : StoredRows(reference.expected["polished"]["covariance_parameters"])) {
      const std::string stored = row.at("name");
      const bool is_intercept = stored == "random intercept variance";
      const std::string wanted = is_intercept ? "sd((Intercept))" : stored == "rho" ? "Rho(1)" : "Variance";
      const auto found = std::find_if(ours.begin(), ours.end(),
                                      [&wanted](const CovarianceParameter& one) { return one.name == wanted; });
      INFO(name << " " << stored);
      REQUIRE(found != ours.end());
      const double se = is_intercept ? 2 * found->estimate * found->se : found->se;
      comparison.Number("covariance SE", stored, se, row.at("se"), kExact.df);
    }
  }
}

}  // namespace
}  // namespace fatigue::test
