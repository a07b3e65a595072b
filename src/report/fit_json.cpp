// SPDX-License-Identifier: MIT
// One model on one table: FitRequest in, fit result out (docs: README, command line).
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/words.h"
#include "report/compare_models.h"
#include "report/entry.h"
#include "report/fit_request.h"
#include "report/json_values.h"
#include "report/model_json.h"
#include "report/model_run.h"
#include "report/option_names.h"

namespace fatigue {
namespace {

bool IsStatistic(const std::string& name) {
  for (const char* statistic : {"estimate", "se", "df", "t", "pValue", "lower", "upper", "estimable", "pAdjusted",
                                "lowerAdjusted", "upperAdjusted"}) {
    if (name == statistic) return true;
  }
  return false;
}

Json RowsJson(const std::vector<EstimateRow>& rows, Adjust adjust) {
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
    if (adjust != Adjust::none) one["pAdjusted"] = Number(row.p_adjusted);
    if (adjust == Adjust::bonferroni || adjust == Adjust::dunnett) {
      one["lowerAdjusted"] = Number(row.lower_adjusted);
      one["upperAdjusted"] = Number(row.upper_adjusted);
    }
    if (!row.estimable) one["estimable"] = false;
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

Json TestsJson(const std::vector<FTest>& tests) {
  Json all = Json::array();
  for (const FTest& test : tests) {
    all.push_back({{"term", test.term},
                   {"numDf", test.num_df},
                   {"denDf", Number(test.den_df)},
                   {"f", Number(test.f)},
                   {"pValue", Number(test.p_value)}});
  }
  return all;
}

Json CovarianceParametersJson(const std::vector<CovarianceParameter>& parameters) {
  Json all = Json::array();
  for (const CovarianceParameter& parameter : parameters) {
    all.push_back({{"group", parameter.group.empty() ? Json(nullptr) : Json(parameter.group)},
                   {"name", parameter.name},
                   {"estimate", Number(parameter.estimate)},
                   {"se", Number(parameter.se)},
                   {"lower", Number(parameter.lower)},
                   {"upper", Number(parameter.upper)}});
  }
  return all;
}

/// A limit that is not there must be told from one at the end of the range.
std::optional<Warning> WarnOfLimits(const std::vector<CovarianceParameter>& parameters, IntervalKind kind) {
  std::vector<std::string> names;
  for (const CovarianceParameter& parameter : parameters) {
    if (!std::isnan(parameter.lower) && !std::isnan(parameter.upper)) continue;
    names.push_back(parameter.name + (parameter.group.empty() ? "" : " of " + parameter.group));
  }
  if (names.empty()) return std::nullopt;
  const std::string why = kind == IntervalKind::wald
                              ? "the estimate lies at a bound, or the information about it is not positive"
                              : "the other covariance parameters could not be fitted at every value on the way to it";
  return Warning{"limits_not_found",
                 "no confidence limit for " + Listed(names) + " by the " + Name(kind) + " method: " + why};
}

Json BlupsJson(const FittedModel& model) {
  Json all = Json::array();
  for (const RandomEffectEstimate& effect : model.Blups()) {
    all.push_back({{"group", effect.group},
                   {"level", effect.level},
                   {"term", effect.term},
                   {"estimate", Number(effect.estimate)},
                   {"se", Number(effect.se)},
                   {"conditionalSd", Number(effect.conditional_sd)}});
  }
  return all;
}

Json FittedRowsJson(const FittedModel& model) {
  Json all = Json::array();
  for (const RowResult& row : model.Rows()) {
    const RowPrediction& own = row.prediction;
    all.push_back({{"row", row.line},
                   {"fitted", Number(row.fitted)},
                   {"se", Number(row.se)},
                   {"df", Number(row.df)},
                   {"lower", Number(row.lower)},
                   {"upper", Number(row.upper)},
                   {"predictionLower", Number(row.prediction_lower)},
                   {"predictionUpper", Number(row.prediction_upper)},
                   {"conditional", Number(own.conditional)},
                   {"residual", Number(own.residual)},
                   {"pearson", Number(own.pearson)},
                   {"normalized", Number(own.normalized)},
                   {"conditionalResidual", Number(own.conditional_residual)},
                   {"conditionalPearson", Number(own.conditional_pearson)},
                   {"conditionalNormalized", Number(own.conditional_normalized)}});
  }
  return all;
}

Json WarningsJson(const std::vector<Warning>& warnings) {
  Json all = Json::array();
  for (const Warning& warning : warnings) all.push_back({{"code", warning.code}, {"message", warning.message}});
  return all;
}

Json ComparedJson(const ComparedModel& model) {
  return {{"formula", model.formula},       {"logLik", Number(model.log_lik)},
          {"fixedParameters", model.fixed}, {"covarianceParameters", model.covariance},
          {"status", model.status},         {"warnings", WarningsJson(model.warnings)}};
}

Json CompareJson(const LikelihoodRatio& test) {
  return {{"smaller", ComparedJson(test.smaller)}, {"larger", ComparedJson(test.larger)},
          {"method", Name(test.method)},           {"refitted", test.refitted},
          {"statistic", Number(test.statistic)},   {"df", test.df},
          {"pValue", Number(test.p_value)},        {"pMixture", Number(test.p_mixture)}};
}

}  // namespace

std::string FitJson(const std::string& request_text, const Table& table, const ProgressCallback& on_progress) {
  const auto start = std::chrono::steady_clock::now();
  FitRequest request = ParseFitRequest(request_text);
  if (on_progress) {
    request.spec.on_iteration = [&on_progress](int iteration, double objective) {
      on_progress({"", iteration, objective});
    };
  }
  const FittedModel model = RunModel(table, request.spec);
  if (!model.usable()) {
    throw Error(model.status(), "the model did not converge: " + model.message(), {},
                "use a simpler covariance structure or fewer terms");
  }
  std::vector<Warning> warnings = model.warnings();
  Json result;
  result["status"] = model.status();
  result["method"] = Name(request.spec.method);
  result["df"] = Name(request.spec.df);
  result["vcov"] = Name(request.spec.vcov);
  result["information"] = Name(request.spec.information);
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
  result["testsType"] = Name(request.tests);
  const std::vector<FTest> tests = model.Tests(request.tests);
  result["tests"] = TestsJson(tests);
  if (const auto warning = WarningOfTests(tests)) warnings.push_back(*warning);
  if (request.emmeans) {
    const EmmeansSpec& spec = *request.emmeans;
    const MarginalMeans means = request.trend.empty() ? model.Emmeans(spec) : model.Trends(request.trend, spec);
    result["emmeansWeights"] = Name(spec.weights);
    if (spec.adjust != Adjust::none) result["adjust"] = Name(spec.adjust);
    warnings.insert(warnings.end(), means.warnings.begin(), means.warnings.end());
    result["emmeans"] = RowsJson(means.means, Adjust::none);
    result["contrasts"] = RowsJson(means.contrasts, spec.adjust);
  }
  if (request.covariance_intervals) {
    result["covarianceIntervals"] = Name(*request.covariance_intervals);
    const std::vector<CovarianceParameter> parameters = model.CovarianceParameters(*request.covariance_intervals);
    result["covarianceParameters"] = CovarianceParametersJson(parameters);
    if (const auto warning = WarnOfLimits(parameters, *request.covariance_intervals)) warnings.push_back(*warning);
  }
  if (request.blups) result["blups"] = BlupsJson(model);
  if (request.rows) result["rows"] = FittedRowsJson(model);
  if (!request.compare.empty()) {
    result["compare"] = CompareJson(CompareModels(table, model, request.spec, request.compare));
  }
  result["iterations"] = model.iterations();
  result["warnings"] = WarningsJson(warnings);
  const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
  result["elapsedMs"] = elapsed.count();
  return result.dump();
}

}  // namespace fatigue
