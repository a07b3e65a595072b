// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>

#include "support/checks.h"
#include "support/skipped.h"

namespace fatigue::test {
namespace {

/// Position of a visit, for structures over time.
double TimeOf(const LabelledMatrix& sigma, size_t visit) { return std::stod(sigma.labels[visit]); }

double Correlation(const Matrix& m, Index i, Index j) { return m(i, j) / std::sqrt(m(i, i) * m(j, j)); }

/// exp(-distance / range), the range from the two visits nearest to each other in the list.
double Range(const LabelledMatrix& sigma) {
  return -std::abs(TimeOf(sigma, 1) - TimeOf(sigma, 0)) / std::log(Correlation(sigma.matrix, 1, 0));
}

Matrix ResidualMatrix(const FittedModel& model, const std::string& group) {
  for (const LabelledMatrix& sigma : model.residual_covariance()) {
    if (sigma.group == group) return sigma.matrix;
  }
  throw std::runtime_error("no residual covariance for group " + group);
}

/// Variance or covariance of random effects; `group` may carry the number lme4 gives to a second term (id.1).
double RandomEntry(const FittedModel& model, const std::string& group, const std::string& row,
                   const std::string& column) {
  for (const LabelledMatrix& g : model.random_covariance()) {
    const bool numbered = group.starts_with(g.group + ".") && std::isdigit(group.back());
    if (g.group != group && !numbered) continue;
    const auto at = [&g](const std::string& label) { return std::find(g.labels.begin(), g.labels.end(), label); };
    if (at(row) == g.labels.end() || at(column) == g.labels.end()) continue;
    return g.matrix(at(row) - g.labels.begin(), at(column) - g.labels.begin());
  }
  throw std::runtime_error("no random effects " + row + ", " + column + " of " + group);
}

/// Sigma where there is one matrix; mmrm gives that of a spatial structure for two visits one unit apart.
void CheckSigma(const FittedModel& model, const Json& stored, const Comparison& comparison) {
  const std::vector<LabelledMatrix> ours = model.residual_covariance();
  const double allowed = comparison.tolerance().covariance;
  if (ours.size() > 1) {
    REQUIRE(stored.size() == ours.size());
    for (const auto& [group, matrix] : stored.items()) {
      comparison.Covariance("covariance", "Sigma of " + group, ResidualMatrix(model, group), StoredMatrix(matrix),
                            allowed);
    }
    return;
  }
  const Matrix reference = StoredMatrix(stored);
  Matrix sigma = ours.at(0).matrix;
  if (comparison.case_name().find("sp_exp") != std::string::npos) {
    const double covariance = sigma(0, 0) * std::exp(-1 / Range(ours[0]));
    sigma = (Matrix(2, 2) << sigma(0, 0), covariance, covariance, sigma(0, 0)).finished();
  }
  comparison.Covariance("covariance", "Sigma", sigma, reference, allowed);
}

/// lme4's table: variances, and correlations under the name sdcor.
void CheckVarCorr(const FittedModel& model, const Json& table, const Comparison& comparison) {
  const double allowed = comparison.tolerance().covariance;
  for (const StoredRow& row : StoredRows(table)) {
    const std::string group = row.at("grp");
    if (group == "Residual") {
      comparison.Number("covariance", "residual variance", std::pow(model.sigma(), 2), row.at("vcov"), allowed);
      comparison.Number("covariance", "residual SD", model.sigma(), row.at("sdcor"), allowed);
      continue;
    }
    const std::string first = row.at("var1"),
                      second = row.at("var2").is_null() ? first : row.at("var2").get<std::string>();
    const std::string what = group + " " + first + (first == second ? "" : ", " + second);
    const double a = RandomEntry(model, group, first, first), b = RandomEntry(model, group, second, second);
    const double entry = RandomEntry(model, group, first, second), scale = std::sqrt(a * b);
    // A covariance's error is measured against the standard deviations, a variance's against itself.
    comparison.Number({"covariance", what, entry, row.at("vcov").get<double>(), allowed, scale});
    const double sdcor = first == second ? std::sqrt(entry) : entry / scale;
    // An SD at the boundary is 0 for us; lme4 stops at theta of 1e-8, the SD over the residual SD.
    const double sdcor_scale = first != second ? 1.0 : entry == 0 ? model.sigma() : 0.0;
    comparison.Number({"covariance", what + (first == second ? " SD" : " correlation"), sdcor,
                       row.at("sdcor").get<double>(), allowed, sdcor_scale});
  }
}

void CheckBeta(const FittedModel& model, const Json& stored, const Comparison& comparison) {
  const std::vector<Estimate> ours = model.coefficients();
  const std::vector<std::string> terms = model.terms(), aliased = model.aliased();
  if (stored.is_array()) {
    REQUIRE(stored.size() == ours.size());
    for (size_t k = 0; k < ours.size(); ++k) {
      comparison.Number("coefficient", terms[k], ours[k].estimate, stored[k], comparison.tolerance().estimate);
    }
    return;
  }
  size_t k = 0;
  for (const auto& [name, value] : stored.items()) {
    if (value.is_null()) {
      CHECK(std::find(aliased.begin(), aliased.end(), name) != aliased.end());
      continue;
    }
    REQUIRE(k < terms.size());
    CHECK(terms[k] == name);
    comparison.Number("coefficient", name, ours[k].estimate, value, comparison.tolerance().estimate);
    ++k;
  }
  CHECK(k == terms.size());
}

/// Within a thousandth of a standard error: what the collection's README says of these stops.
constexpr double kEarlyStop = 1e-3;

}  // namespace

void CheckFit(const ReferenceCase& reference, const Json& fit, const Comparison& comparison) {
  const FittedModel model = reference.Fit(DfMethod::satterthwaite);
  const bool is_singular = fit.value("singular", false);
  CHECK(model.status() == (is_singular ? "singular" : "converged"));
  const Tolerance& allowed = comparison.tolerance();
  const double log_lik = model.log_lik();
  for (const auto& item : fit.items()) {
    const std::string key = item.key();
    const Json& stored = item.value();
    const auto likelihood = [&](double ours) {
      comparison.Number(key == "logLik" ? "log-likelihood" : "criterion", key, ours, stored, allowed.likelihood);
    };
    if (key == "logLik") {
      likelihood(log_lik);
    } else if (key == "neg_log_lik") {
      likelihood(-log_lik);
    } else if (key == "deviance" || key == "criterion") {
      likelihood(-2 * log_lik);
    } else if (key == "AIC") {
      likelihood(model.aic());
    } else if (key == "AICc") {
      likelihood(model.aicc());
    } else if (key == "BIC") {
      likelihood(model.bic());
    } else if (key == "n_theta" || key == "n_parameters" || key == "df") {
      comparison.Number("count", "parameters", std::round(0.5 * model.aic() + log_lik), stored, 0);
    } else if (key == "sigma" && reference.has_random_effects) {
      comparison.Number("covariance", "sigma", model.sigma(), stored, allowed.covariance);
    } else if (key == "sigma") {
      CheckSigma(model, stored, comparison);
    } else if (key == "VarCorr") {
      CheckVarCorr(model, stored, comparison);
    } else if (key == "coef_names" || key == "x_colnames") {
      CHECK(model.terms() == stored.get<std::vector<std::string>>());
    } else if (key == "beta") {
      CheckBeta(model, stored, comparison);
    } else if (key == "beta_vcov") {
      comparison.Covariance("vcov", "Cov(beta)", model.beta_vcov(), StoredMatrix(stored), 2 * allowed.se);
    } else if (key != "singular" && !IsSkipped(comparison.In(key))) {
      FAIL_CHECK(comparison.case_name() << ": no comparison for fit." << key);
    }
  }
}

void CheckEarlyStop(const ReferenceCase& reference, const Json& fit, const Comparison& comparison) {
  const FittedModel model = reference.Fit(DfMethod::satterthwaite);
  const std::vector<Estimate> ours = model.coefficients();
  const std::vector<LabelledMatrix> residual = model.residual_covariance();
  for (const auto& item : fit.items()) {
    const std::string key = item.key();
    const Json& stored = item.value();
    const auto number = [&](const std::string& quantity, double value, const Json& number_stored) {
      comparison.Number("early stop", quantity, value, number_stored, kEarlyStop);
    };
    if (key == "logLik" || key == "logLik_formula_at_same_values") {
      comparison.Number("early stop", key, model.log_lik(), stored, 1e-6);
    } else if (key == "beta") {
      for (size_t k = 0; k < ours.size(); ++k) {
        comparison.Number(
            {"early stop", model.terms()[k], ours[k].estimate, stored[k].get<double>(), kEarlyStop, ours[k].se});
      }
    } else if (key == "se") {
      for (size_t k = 0; k < ours.size(); ++k) number("se of " + model.terms()[k], ours[k].se, stored[k]);
    } else if (key == "coef_names") {
      CHECK(model.terms() == stored.get<std::vector<std::string>>());
    } else if (key == "sigma") {
      number(key, residual.empty() ? model.sigma() : std::sqrt(residual[0].matrix(0, 0)), stored);
    } else if (key == "phi") {
      number(key, Correlation(residual.at(0).matrix, 1, 0), stored);
    } else if (key == "varIdent_ratio") {
      const Matrix& sigma = residual.at(0).matrix;
      for (size_t k = 0; k < stored.size(); ++k) {
        const auto at = static_cast<Index>(k);
        number(key + " " + residual[0].labels[k], std::sqrt(sigma(at, at) / sigma(0, 0)), stored[k]);
      }
    } else if (key == "sd_intercept" && model.status() == "singular") {
      CHECK(model.random_covariance().at(0).matrix(0, 0) == 0);
    } else if (key == "sd_intercept") {
      number(key, std::sqrt(model.random_covariance().at(0).matrix(0, 0)), stored);
    } else if (!IsSkipped(comparison.In(key))) {
      FAIL_CHECK(comparison.case_name() << ": no comparison for " << comparison.block() << "." << key);
    }
  }
}

void CheckPolished(const ReferenceCase& reference, const Json& polished, const Comparison& comparison) {
  const FittedModel model = reference.Fit(DfMethod::satterthwaite);
  const Tolerance& allowed = comparison.tolerance();
  const std::vector<Estimate> ours = model.coefficients();
  for (const auto& [key, stored] : polished.items()) {
    if (key == "logLik") {
      comparison.Number("log-likelihood", key, model.log_lik(), stored, allowed.likelihood);
    } else if (key == "beta") {
      CheckBeta(model, stored, comparison);
    } else if (key == "beta_vcov") {
      comparison.Covariance("vcov", "Cov(beta)", model.beta_vcov(), StoredMatrix(stored), 2 * allowed.se);
    } else if (key == "satterthwaite_df") {
      for (size_t k = 0; k < ours.size(); ++k) {
        comparison.Number("df", model.terms()[k], ours[k].df, stored[k], allowed.df);
      }
    } else if (key == "satterthwaite") {
      const std::vector<StoredRow> rows = StoredRows(stored);
      REQUIRE(rows.size() == ours.size());
      for (size_t k = 0; k < ours.size(); ++k) comparison.Row("coefficient", model.terms()[k], ours[k], rows[k]);
    } else if (key == "covariance_parameters") {
      CheckCovarianceParameters(model, stored, comparison.In(key));
    } else if (key != "note" && !IsSkipped(comparison.In(key))) {
      FAIL_CHECK(comparison.case_name() << ": no comparison for polished." << key);
    }
  }
}

void CheckCovarianceParameters(const FittedModel& model, const Json& parameters, const Comparison& comparison) {
  if (StoredRows(parameters).at(0).count("se")) IsSkipped(comparison.In("se"));
  const std::vector<LabelledMatrix> residual = model.residual_covariance();
  for (const StoredRow& row : StoredRows(parameters)) {
    const std::string full = row.at("name");
    const size_t colon = full.find(": "), prefix = full.find(':');
    int i = 0, j = 0;
    double ours = std::nan("");
    if (colon != std::string::npos) {  // id: cov((Intercept),day)
      const std::string inside = full.substr(colon + 6, full.size() - colon - 7);
      const size_t comma = inside.find(',');
      ours = RandomEntry(model, full.substr(0, colon), inside.substr(0, comma),
                         comma == std::string::npos ? inside : inside.substr(comma + 1));
    } else if (full == "random intercept variance") {
      ours = model.random_covariance().at(0).matrix(0, 0);
    } else if (residual.empty()) {  // residual variance
      ours = std::pow(model.sigma(), 2);
    } else {
      const bool grouped = prefix != std::string::npos;
      const Matrix m = ResidualMatrix(model, grouped ? full.substr(0, prefix) : "");
      const std::string name = grouped ? full.substr(prefix + 1) : full;
      const bool banded = comparison.case_name().find("toep") != std::string::npos;
      if (std::sscanf(name.c_str(), "UN(%d,%d)", &i, &j) == 2) {
        ours = m(i - 1, j - 1);
      } else if (std::sscanf(name.c_str(), "TOEP(%d)", &i) == 1) {
        ours = m(i - 1, 0);
      } else if (std::sscanf(name.c_str(), "var_%d", &i) == 1) {
        ours = m(i - 1, i - 1);
      } else if (std::sscanf(name.c_str(), "rho_%d", &i) == 1) {
        ours = banded ? Correlation(m, i, 0) : Correlation(m, i, i - 1);
      } else if (std::sscanf(name.c_str(), "SD(%d)", &i) == 1) {
        ours = std::sqrt(m(i - 1, i - 1));
      } else if (name == "CS") {
        ours = m(1, 0);
      } else if (name == "Residual") {
        ours = m(0, 0) - m(1, 0);
      } else if (name == "var" || name == "residual variance") {
        ours = m(0, 0);
      } else if (name == "rho" || name == "Rho") {
        ours = Correlation(m, 1, 0);
      } else if (name == "range") {
        ours = Range(residual[0]);
      }
    }
    comparison.Number("covariance", full, ours, row.at("value"), comparison.tolerance().covariance);
  }
}

}  // namespace fatigue::test
