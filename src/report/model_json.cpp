// SPDX-License-Identifier: MIT
#include "report/model_json.h"

namespace fatigue {

void AddEstimate(const Estimate& estimate, Json* row) {
  (*row)["estimate"] = Number(estimate.estimate);
  (*row)["se"] = Number(estimate.se);
  (*row)["df"] = Number(estimate.df);
  (*row)["t"] = Number(estimate.t);
  (*row)["pValue"] = Number(estimate.p_value);
  (*row)["lower"] = Number(estimate.lower);
  (*row)["upper"] = Number(estimate.upper);
}

Json CoefficientsJson(const FittedModel& model) {
  Json rows = Json::array();
  const std::vector<std::string> terms = model.terms();
  const std::vector<Estimate> estimates = model.coefficients();
  for (std::size_t k = 0; k < estimates.size(); ++k) {
    Json row = {{"term", terms[k]}};
    AddEstimate(estimates[k], &row);
    rows.push_back(row);
  }
  return rows;
}

Json RandomJson(const FittedModel& model) {
  const std::vector<LabelledMatrix> matrices = model.random_covariance();
  if (matrices.empty()) return nullptr;
  const auto group = [](const LabelledMatrix& matrix) -> Json {
    return {{"group", matrix.group}, {"terms", matrix.labels}, {"covariance", MatrixJson(matrix.matrix)}};
  };
  return {{"groups", ListOf(matrices, group)}, {"sigma", Number(model.sigma())}};
}

}  // namespace fatigue
