// SPDX-License-Identifier: MIT
// Random effects, fitted values and residuals, and normal intervals of fixed effects, against lme4 1.1-31 and mmrm
// 0.3.18. The blocks have the names under which stored_test.cpp passes them by.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "report/model_run.h"
#include "support/stored_models.h"

namespace fatigue::test {
namespace {

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
      const double scale = std::max(std::abs(mode), sd), zero = reference.IsSingular() ? 1e-7 : kZero;
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

}  // namespace
}  // namespace fatigue::test
