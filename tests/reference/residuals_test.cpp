// SPDX-License-Identifier: MIT
// Fitted values, their standard errors and residuals of every row, against exact arithmetic on the collection's own
// optima and against nlme 3.1-162 (ship/residuals_predictions, which defines each). Our marginal residuals are scaled
// by V and the conditional ones by R.
#include <catch2/catch.hpp>
#include <cmath>

#include "base/distributions.h"
#include "support/checks.h"
#include "support/skipped.h"

namespace fatigue::test {
namespace {

const char* kRowSoftware = "R 4.2.2, rows at the optimum by Newton steps";

/// Where nlme's optimiser stops; its numbers are held to this part of a standard deviation.
constexpr double kNlme = 1e-4;

using Value = std::function<double(const RowResult&)>;

/// Half the width of normal limits is this many standard errors: rows are asked for without an adjustment.
double Normal95() { return StudentCriticalValue(0.95, INFINITY); }

/// Our columns under the stored names.
const std::map<std::string, Value>& Columns() {
  static const std::map<std::string, Value> columns = {
      {"fitted", [](const RowResult& row) { return row.fitted; }},
      {"se_fitted", [](const RowResult& row) { return row.se; }},
      {"se_prediction",
       [](const RowResult& row) { return (row.prediction_upper - row.prediction_lower) / (2 * Normal95()); }},
      {"conditional", [](const RowResult& row) { return row.prediction.conditional; }},
      {"residual", [](const RowResult& row) { return row.prediction.residual; }},
      {"conditional_residual", [](const RowResult& row) { return row.prediction.conditional_residual; }},
      {"pearson_marginal", [](const RowResult& row) { return row.prediction.pearson; }},
      {"normalized_marginal", [](const RowResult& row) { return row.prediction.normalized; }},
      {"pearson_conditional", [](const RowResult& row) { return row.prediction.conditional_pearson; }},
      {"normalized_conditional", [](const RowResult& row) { return row.prediction.conditional_normalized; }}};
  return columns;
}

/// nlme's names; at level 0 it scales by R, which is V where there are no random effects.
const std::map<std::string, std::string> kNlmeColumns = {{"fitted_0", "fitted"},
                                                         {"response_0", "residual"},
                                                         {"fitted_1", "conditional"},
                                                         {"response_1", "conditional_residual"},
                                                         {"pearson_1", "pearson_conditional"},
                                                         {"normalized_1", "normalized_conditional"},
                                                         {"pearson_0", "pearson_marginal"},
                                                         {"normalized_0", "normalized_marginal"}};

/// Scaled residuals are measured against 1, all others against the standard deviation of a residual.
double ScaleOf(const std::string& column, double sd) {
  return column.starts_with("pearson") || column.starts_with("normalized") ? 1 : sd;
}

/// `stored` has a value for every row of the file; those without a response are not among ours.
void CheckColumn(const std::vector<RowResult>& rows, const std::string& column, const Json& stored, double sd,
                 double allowed, const Comparison& comparison) {
  const Value& value = Columns().at(column);
  for (const RowResult& row : rows) {
    const Json& number = stored.at(static_cast<size_t>(row.line - 2));  // line 1 is the header
    REQUIRE(number.is_number());
    const double scale = std::max(ScaleOf(column, sd), std::abs(number.get<double>()));
    comparison.Number({"fitted", "row " + std::to_string(row.line - 1), value(row), number, allowed, scale});
  }
}

void CheckOptimum(const ReferenceCase& reference, const FittedModel& model, const Comparison& comparison) {
  const Json& stored = reference.expected;
  CHECK(model.terms() == stored["coef_names"].get<std::vector<std::string>>());
  for (size_t k = 0; k < model.terms().size(); ++k) {
    comparison.In("beta").Number("coefficient", model.terms()[k], model.coefficients()[k].estimate, stored["beta"][k],
                                 kExact.estimate);
  }
  comparison.In("beta_vcov")
      .Covariance("vcov", "Cov(beta)", model.beta_vcov(), StoredMatrix(stored["beta_vcov"]), 2 * kExact.se);
  comparison.Number("log-likelihood", "logLik", model.log_lik(), stored["logLik"], kExact.likelihood);
  comparison.Number("count", "rows", model.observations(), stored["n_obs"], 0);
  CheckCovarianceParameters(model, stored["covariance_parameters"], comparison.In("covariance_parameters"));
}

TEST_CASE("fitted values and residuals of every row agree with exact arithmetic and with nlme") {
  for (const ReferenceCase& reference : LoadCases(ShippedCollection(), "residuals_predictions")) {
    const FittedModel model = reference.Fit(DfMethod::asymptotic);
    const Comparison comparison =
        Comparison(reference.name, kRowSoftware, kExact).In(reference.expected["name"].get<std::string>());
    CheckOptimum(reference, model, comparison);
    const std::vector<RowResult> rows = model.Rows();
    REQUIRE(rows.size() == reference.expected["n_obs"].get<size_t>());
    CHECK(IsSkipped(comparison.In("rows without a response")));
    const double sd = std::sqrt(rows.at(0).prediction.variance);
    for (const auto& [column, stored] : reference.expected["rows"].items()) {
      if (column == "row") continue;
      const Comparison at = comparison.In("rows").In(column);
      if (Columns().count(column)) {
        CheckColumn(rows, column, stored, sd, kExact.estimate, at);
      } else if (!IsSkipped(at)) {
        FAIL_CHECK(at.case_name() << ": no comparison for " << at.block());
      }
    }
    const Comparison nlme = comparison.With(reference.Software("nlme"), kLme4).In("nlme");
    for (const auto& [column, stored] : reference.expected["nlme"].items()) {
      const bool own_scale = reference.has_random_effects && (column == "pearson_0" || column == "normalized_0");
      if (column == "logLik") {
        nlme.Number("log-likelihood", column, model.log_lik(), stored, kLme4.likelihood);
      } else if (own_scale) {
        CHECK(IsSkipped(nlme.In("residuals scaled by R at level 0")));
      } else {
        CheckColumn(rows, kNlmeColumns.at(column), stored, sd, kNlme, nlme.In(column));
      }
    }
  }
}

}  // namespace
}  // namespace fatigue::test
