// SPDX-License-Identifier: MIT
// One model on one table: FitRequest in, fit result out (docs: README, command line).
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

#include "report/entry.h"
#include "report/fit_request.h"
#include "report/model_run.h"

namespace fatigue {
namespace {

using Json = nlohmann::ordered_json;

/// NaN and infinity have no JSON: they are null.
Json Number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json MatrixJson(const Matrix& matrix) {
  Json rows = Json::array();
  for (Index i = 0; i < matrix.rows(); ++i) {
    Json row = Json::array();
    for (Index j = 0; j < matrix.cols(); ++j) row.push_back(Number(matrix(i, j)));
    rows.push_back(row);
  }
  return rows;
}

void AddEstimate(const Estimate& estimate, Json* row) {
  (*row)["estimate"] = Number(estimate.estimate);
  (*row)["se"] = Number(estimate.se);
  (*row)["df"] = Number(estimate.df);
  (*row)["t"] = Number(estimate.t);
  (*row)["pValue"] = Number(estimate.p_value);
  (*row)["lower"] = Number(estimate.lower);
  (*row)["upper"] = Number(estimate.upper);
}

bool IsStatistic(const std::string& name) {
  for (const char* statistic : {"estimate", "se", "df", "t", "pValue", "lower", "upper", "estimable"}) {
    if (name == statistic) return true;
  }
  return false;
}

Json RowsJson(const std::vector<EstimateRow>& rows) {
  Json all = Json::array();
  for (const EstimateRow& row : rows) {
    Json one;
    for (const auto& [column, level] : row.levels) {
      if (IsStatistic(column) || one.contains(column)) {
        throw Error("bad_request", "a column called \"" + column + "\" cannot be told from the statistic of that name",
                    {}, "rename the column to ask for its marginal means");
      }
      one[column] = level;
    }
    AddEstimate(row.estimate, &one);
    if (!row.estimable) one["estimable"] = false;
    all.push_back(one);
  }
  return all;
}

Json CoefficientsJson(const FittedModel& model) {
  Json all = Json::array();
  const std::vector<std::string> terms = model.terms();
  const std::vector<Estimate> estimates = model.coefficients();
  for (size_t k = 0; k < estimates.size(); ++k) {
    Json one = {{"term", terms[k]}};
    AddEstimate(estimates[k], &one);
    all.push_back(one);
  }
  return all;
}

Json ResidualJson(const FittedModel& model) {
  Json all = Json::array();
  for (const LabelledMatrix& matrix : model.residual_covariance()) {
    all.push_back({{"group", matrix.group.empty() ? Json(nullptr) : Json(matrix.group)},
                   {"levels", matrix.labels},
                   {"matrix", MatrixJson(matrix.matrix)}});
  }
  return all;
}

Json RandomJson(const FittedModel& model) {
  const std::vector<LabelledMatrix> groups = model.random_covariance();
  if (groups.empty()) return nullptr;
  Json all = Json::array();
  for (const LabelledMatrix& matrix : groups) {
    all.push_back({{"group", matrix.group}, {"terms", matrix.labels}, {"covariance", MatrixJson(matrix.matrix)}});
  }
  return {{"groups", all}, {"sigma", Number(model.sigma())}};
}

Json TestsJson(const FittedModel& model) {
  Json all = Json::array();
  for (const FTest& test : model.type3()) {
    all.push_back({{"term", test.term},
                   {"numDf", test.num_df},
                   {"denDf", Number(test.den_df)},
                   {"f", Number(test.f)},
                   {"pValue", Number(test.p_value)}});
  }
  return all;
}

}  // namespace

std::string FitJson(const std::string& request_text, const Table& table) {
  const auto start = std::chrono::steady_clock::now();
  const FitRequest request = ParseFitRequest(request_text);
  const FittedModel model = RunModel(table, request.spec);
  if (!model.usable()) {
    throw Error(model.status(), "the model did not converge: " + model.message(), {},
                "use a simpler covariance structure or fewer terms");
  }
  Json result;
  result["status"] = model.status();
  result["method"] = request.spec.method == Method::reml ? "REML" : "ML";
  result["df"] = Name(request.spec.df);
  result["formula"] = request.spec.formula;
  result["nObservations"] = model.observations();
  result["nSubjects"] = model.subjects();
  result["nExcluded"] = model.excluded_rows();
  result["logLik"] = Number(model.log_lik());
  result["minus2LogLik"] = Number(-2 * model.log_lik());
  result["aic"] = Number(model.aic());
  result["aicc"] = Number(model.aicc());
  result["bic"] = Number(model.bic());
  result["counted"] = model.counted();
  result["confidence"] = request.spec.confidence;
  result["coefficients"] = CoefficientsJson(model);
  result["betaVcov"] = MatrixJson(model.beta_vcov());
  result["aliased"] = model.aliased();
  result["covariance"] = ResidualJson(model);
  if (model.residual_covariance().empty() && model.random_covariance().empty()) result["sigma"] = Number(model.sigma());
  result["random"] = RandomJson(model);
  result["tests"] = TestsJson(model);
  if (request.emmeans) {
    const MarginalMeans means = model.Emmeans(*request.emmeans);
    result["emmeansWeights"] = request.emmeans->weights == EmmeansWeights::equal ? "equal" : "proportional";
    result["emmeans"] = RowsJson(means.means);
    result["contrasts"] = RowsJson(means.contrasts);
  }
  result["warnings"] = Json::array();
  for (const Warning& warning : model.warnings()) {
    result["warnings"].push_back({{"code", warning.code}, {"message", warning.message}});
  }
  const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
  result["elapsedMs"] = elapsed.count();
  return result.dump();
}

}  // namespace fatigue
