// SPDX-License-Identifier: MIT
// Random effects, fitted values and residuals, and intervals and standard errors of covariance parameters, against lme4
// 1.1-31, mmrm 0.3.18 and the collection's likelihoods by Newton steps. The blocks have the names under which
// stored_test.cpp passes them by.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "report/model_run.h"
#include "support/stored_models.h"

namespace fatigue::test {
namespace {

/// lme4's profiles are interpolated by splines, to about 1e-4 (README of the collection); those of a default fit start
/// from an optimum that is not quite one.
constexpr double kProfile = 1e-4, kProfileOfDefault = 1e-3;

/// lme4 numbers a second term of a factor (id.1), and names a level of nested factors inner first (01-01:site01).
bool IsLevel(const RandomEffectEstimate& ours, const std::string& group, const std::string& level) {
  const bool numbered = group.starts_with(ours.group + ".") && std::isdigit(group.back());
  if (ours.group != group && !numbered) return false;
  const size_t colon = level.find(':');
  if (colon == std::string::npos) return ours.level == level;
  const std::string inner = level.substr(0, colon), outer = level.substr(colon + 1);
  return ours.level == level || ours.level == outer + ":" + inner || ours.level == inner;
}

TEST_CASE("random effects agree with lme4") {
  ForCasesWith({"ranef"}, [](const ReferenceCase& reference) {
    const std::vector<RandomEffectEstimate> ours = reference.Fit(DfMethod::satterthwaite).Blups();
    const std::vector<StoredRow> rows = StoredRows(reference.expected["ranef"]);
    CHECK(ours.size() == rows.size());
    const Comparison comparison = ComparisonOf(reference, "lme4", kLme4).In("ranef");
    for (const StoredRow& row : rows) {
      const bool ship = row.count("mode") > 0;
      const std::string group = row.at("grpvar"), level = row.at(ship ? "group" : "grp"), term = row.at("term");
      const auto found = std::find_if(ours.begin(), ours.end(), [&](const RandomEffectEstimate& one) {
        return one.term == term && IsLevel(one, group, level);
      });
      INFO(group << " " << level << " " << term);
      REQUIRE(found != ours.end());
      const double sd = row.at(ship ? "cond_sd" : "condsd"), mode = row.at(ship ? "mode" : "condval");
      const std::string name = group + " " + level + " " + term;
      // lme4's theta of 1e-6 moves a mode by that part of its standard deviation; at the boundary both are 0.
      const double scale = std::max(std::abs(mode), sd), zero = IsSingular(reference) ? 1e-7 : kZero;
      comparison.Number({"random effect", name, found->estimate, mode, kLme4.estimate, scale}, zero);
      comparison.Number({"random effect", name + " SD", found->conditional_sd, sd, kLme4.se, 0}, zero);
    }
  });
}

/// Rows with a response, in the order of the data.
std::vector<RowResult> AnalysedRows(const FittedModel& model) {
  std::vector<RowResult> rows = model.Rows();
  std::erase_if(rows, [](const RowResult& row) { return std::isnan(row.prediction.residual); });
  return rows;
}

/// A list of numbers, one per row; `scale` is what rounding is measured against.
template <class Value>
void CheckList(const std::vector<RowResult>& rows, const Json& stored, double scale, double allowed,
               const Comparison& comparison, Value value) {
  REQUIRE(rows.size() >= stored.size());
  for (size_t k = 0; k < stored.size(); ++k) {
    comparison.Number({"fitted", "row " + std::to_string(k + 1), value(rows[k]), stored[k].get<double>(), allowed,
                       std::max(scale, std::abs(stored[k].get<double>()))});
  }
}

TEST_CASE("fitted values and residuals agree with lme4") {
  const std::vector<std::string> fitted = {"fitted_first50", "fitted_first20"};
  ForCasesWith({"fitted_first50", "fitted_first20"}, [&](const ReferenceCase& reference) {
    const FittedModel model = reference.Fit(DfMethod::satterthwaite);
    const std::vector<RowResult> rows = AnalysedRows(model);
    const Comparison comparison = ComparisonOf(reference, "lme4", kLme4);
    for (const std::string& key : fitted) {
      if (!reference.expected.contains(key)) continue;
      CheckList(rows, reference.expected[key], model.sigma(), kLme4.estimate, comparison.In(key),
                [](const RowResult& row) { return row.prediction.conditional; });
    }
    if (!reference.expected.contains("resid_first20")) return;
    CheckList(rows, reference.expected["resid_first20"], model.sigma(), kLme4.estimate, comparison.In("resid_first20"),
              [](const RowResult& row) { return row.prediction.conditional_residual; });
  });
}

TEST_CASE("fitted values and residuals agree with mmrm") {
  ForCasesWith({"residuals", "residuals_first50"}, [](const ReferenceCase& reference) {
    const FittedModel model = reference.Fit(DfMethod::satterthwaite);
    const std::vector<RowResult> rows = AnalysedRows(model);
    for (const char* key : {"residuals", "residuals_first50"}) {
      if (!reference.expected.contains(key)) continue;
      const Comparison comparison = ComparisonOf(reference, "mmrm", kExact).In(key);
      const double sd = std::sqrt(model.residual_covariance().at(0).matrix(0, 0));
      const auto check = [&](const char* name, double scale, const std::function<double(const RowResult&)>& value) {
        CheckList(rows, reference.expected[key][name], scale, kExact.estimate, comparison.In(name), value);
      };
      check("fitted", sd, [](const RowResult& row) { return row.fitted; });
      check("response", sd, [](const RowResult& row) { return row.prediction.residual; });
      check("pearson", 1, [](const RowResult& row) { return row.prediction.pearson; });
      check("normalized", 1, [](const RowResult& row) { return row.prediction.normalized; });
    }
  });
}

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

void CheckProfile(const std::vector<CovarianceParameter>& ours, const std::string& name, const Json& lower,
                  const Json& upper, double allowed, const Comparison& comparison) {
  const auto wanted = CovarianceName(name);
  if (wanted.second.empty()) return;  // profiles of fixed effects are not offered
  const CovarianceParameter* one = FindParameter(ours, wanted);
  INFO(comparison.case_name() << " " << name);
  REQUIRE(one);
  const double half_width = 0.5 * (one->upper - one->lower);
  comparison.Number({"interval", name + " lower", one->lower, lower.get<double>(), allowed, half_width});
  comparison.Number({"interval", name + " upper", one->upper, upper.get<double>(), allowed, half_width});
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

TEST_CASE("normal intervals of fixed effects agree with lme4") {
  ForCasesWith({"confint_wald"}, [](const ReferenceCase& reference) {
    const FittedModel model = reference.Fit(DfMethod::asymptotic);
    const Json& stored = reference.expected["confint_wald"];
    const Json& names = stored.contains("names") ? stored["names"] : stored["rows"];
    const std::vector<std::string> terms = model.terms();
    const Comparison comparison = ComparisonOf(reference, "lme4", kLme4).In("confint_wald");
    for (size_t k = 0; k < names.size(); ++k) {
      const auto found = std::find(terms.begin(), terms.end(), names[k].get<std::string>());
      if (found == terms.end()) continue;  // .sig01: not given by lme4
      const StoredRow row = {{"lower", stored.contains("lower") ? stored["lower"][k] : stored["values"][k][0]},
                             {"upper", stored.contains("upper") ? stored["upper"][k] : stored["values"][k][1]}};
      comparison.Row("coefficient", *found, model.coefficients()[static_cast<size_t>(found - terms.begin())], row);
    }
  });
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
    if (!reference.has_random_effects || IsSingular(reference)) return;
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

}  // namespace
}  // namespace fatigue::test
