// SPDX-License-Identifier: MIT
// Offsets, and polynomials as columns of the table, against lme4 1.1-31 (ship/offset_poly). Formulas here take columns:
// poly(day, 2), I(day^2) and offset(0.1 * day) are columns made of the stored polynomial basis, the square and the
// product.
#include <catch2/catch.hpp>
#include <cmath>

#include "support/checks.h"

namespace fatigue::test {
namespace {

const Column& Find(const Table& table, const std::string& name) {
  for (const Column& column : table.columns) {
    if (column.name == name) return column;
  }
  throw std::runtime_error("no column " + name);
}

void AddColumn(Table* table, const std::string& name, const std::string& from,
               const std::function<double(double)>& value) {
  Column column = Find(*table, from);
  column.name = name;
  for (double& cell : column.values) cell = value(cell);
  table->columns.push_back(column);
}

/// Column k of R's orthogonal polynomial: p_k(x) / sqrt(norm2[k + 2]).
double Polynomial(const Json& basis, size_t k, double x) {
  const auto alpha = [&basis](size_t at) { return basis["alpha"][at - 1].get<double>(); };
  const auto norm2 = [&basis](size_t at) { return basis["norm2"][at - 1].get<double>(); };
  double previous = 1, value = x - alpha(1);
  for (size_t degree = 1; degree < k; ++degree) {
    const double next = (x - alpha(degree + 1)) * value - norm2(degree + 2) / norm2(degree + 1) * previous;
    previous = value;
    value = next;
  }
  return value / std::sqrt(norm2(k + 2));
}

void Replace(std::string* text, const std::string& from, const std::string& to) {
  const size_t at = text->find(from);
  REQUIRE(at != std::string::npos);
  text->replace(at, from.size(), to);
}

void AddPolynomial(ReferenceCase* reference, const Json& basis, const Comparison& comparison) {
  const auto degree = basis["degree"].get<size_t>();
  std::string sum;
  for (size_t k = 1; k <= degree; ++k) {
    const std::string name = "day_poly" + std::to_string(k);
    const auto value = [&](double x) { return Polynomial(basis, k, x); };
    AddColumn(&reference->data, name, "day", value);
    sum += (k > 1 ? " + " : "") + name;
    const Json& at = basis["values_at"];
    for (size_t row = 0; row < at["x"].size(); ++row) {
      CHECK(std::abs(value(at["x"][row].get<double>()) - at["columns"][k - 1][row].get<double>()) < 1e-12);
    }
  }
  INFO(comparison.block());
  Replace(&reference->spec.formula, "poly(day, " + std::to_string(degree) + ")", "(" + sum + ")");
}

/// What formulas do not offer becomes columns; `used_rows` is the basis over the rows that enter the fit.
void MakeColumns(ReferenceCase* reference, const Json& used_rows, const Comparison& comparison) {
  std::string& formula = reference->spec.formula;
  const auto has = [&formula](const char* part) { return formula.find(part) != std::string::npos; };
  if (has("raw = TRUE") || has("I(day^2)")) {
    AddColumn(&reference->data, "day_squared", "day", [](double x) { return x * x; });
    if (has("raw = TRUE")) Replace(&formula, "poly(day, 2, raw = TRUE)", "(day + day_squared)");
    if (has("I(day^2)")) Replace(&formula, "I(day^2)", "day_squared");
  } else if (has("poly(")) {
    AddPolynomial(reference, reference->expected.value("basis", used_rows), comparison);
  } else if (has("offset(0.1 * day)")) {
    AddColumn(&reference->data, "tenth", "day", [](double x) { return 0.1 * x; });
    Replace(&formula, "0.1 * day", "tenth");
  }
}

/// lme4's list: variances, then covariances, then the residual variance.
void CheckComponents(const FittedModel& model, const Json& random, const Comparison& comparison) {
  const LabelledMatrix g = model.random_covariance().at(0);
  const auto position = [&g](const Json& label) {
    const auto found = std::find(g.labels.begin(), g.labels.end(), label.get<std::string>());
    REQUIRE(found != g.labels.end());
    return static_cast<Index>(found - g.labels.begin());
  };
  for (size_t k = 0; k < random["covariance"].size(); ++k) {
    const Json &first = random["term1"][k], &second = random["term2"][k], &stored = random["covariance"][k];
    if (first.is_null()) {
      comparison.Number("covariance", "residual variance", std::pow(model.sigma(), 2), stored, 2 * kLme4.covariance);
      continue;
    }
    const Index i = position(first), j = second.is_null() ? i : position(second);
    comparison.Number({"covariance", "G[" + std::to_string(i + 1) + "," + std::to_string(j + 1) + "]", g.matrix(i, j),
                       stored, 2 * kLme4.covariance, std::sqrt(g.matrix(i, i) * g.matrix(j, j))});
  }
}

TEST_CASE("offsets and polynomials agree with lme4") {
  std::vector<ReferenceCase> cases = LoadCases(ShippedCollection(), "offset_poly");
  Json used_rows;
  for (const ReferenceCase& reference : cases) {
    if (reference.expected["name"] == "poly_used_rows") used_rows = reference.expected["basis"];
  }
  REQUIRE_FALSE(used_rows.is_null());
  for (ReferenceCase& reference : cases) {
    const Json& stored = reference.expected;
    const Comparison comparison =
        Comparison(reference.name, reference.Software("lme4"), kLme4).In(stored["name"].get<std::string>());
    MakeColumns(&reference, used_rows, comparison);
    const FittedModel model = reference.Fit(DfMethod::asymptotic);
    const std::vector<Estimate> ours = model.coefficients();
    const std::vector<std::string> names = stored["coef_names"];
    REQUIRE(ours.size() == names.size());
    for (size_t k = 0; k < names.size(); ++k) {
      // lme4's theta is about 1e-6 off, which moves a coefficient by that part of its standard error.
      const double beta = stored["beta"][k];
      comparison.In("beta").Number(
          {"coefficient", names[k], ours[k].estimate, beta, kLme4.estimate, std::max(std::abs(beta), ours[k].se)});
      comparison.In("se").Number("se", names[k], ours[k].se, stored["se"][k], kLme4.se);
    }
    comparison.In("beta_vcov")
        .Covariance("vcov", "Cov(beta)", model.beta_vcov(), StoredMatrix(stored["beta_vcov"]), 2 * kLme4.se);
    comparison.Number("log-likelihood", "logLik", model.log_lik(), stored["logLik"], kLme4.likelihood);
    comparison.Number("covariance", "sigma", model.sigma(), stored["sigma"], kLme4.covariance);
    comparison.Number("count", "rows", model.observations(), stored["n_obs"], 0);
    CheckComponents(model, stored["random"], comparison.In("random"));
    const std::vector<RowResult> rows = model.Rows();
    REQUIRE(rows.size() == stored["fitted"].size());
    for (size_t k = 0; k < rows.size(); ++k) {
      const double fitted = stored["fitted"][k];
      comparison.In("fitted").Number({"fitted", "row " + std::to_string(k + 1), rows[k].prediction.conditional, fitted,
                                      kLme4.estimate, std::max(std::abs(fitted), model.sigma())});
    }
  }
}

TEST_CASE("a polynomial in a formula is refused with advice") {
  ReferenceCase reference = LoadCase(ShippedCollection(), "diary_ri_reml");
  for (const char* term : {"poly(day, 2)", "I(day^2)"}) {
    reference.spec.formula = std::string("score ~ arm * ") + term + " + (1 | id)";
    CHECK_THROWS_WITH(reference.Fit(DfMethod::satterthwaite), Catch::Contains("columns of the file"));
  }
}

}  // namespace
}  // namespace fatigue::test
