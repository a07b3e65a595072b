// SPDX-License-Identifier: MIT
#include "report/model_run.h"

#include <algorithm>
#include <cmath>

#include "base/constants.h"
#include "base/distributions.h"
#include "base/words.h"
#include "report/fitted_state.h"

namespace fatigue {
FittedModel RunModel(const Table& table, const ModelSpec& spec) {
  return FittedModel(std::make_shared<const FittedModel::State>(table, spec));
}

bool FittedModel::usable() const { return state_->fit.IsUsable(); }
std::string FittedModel::status() const { return Name(state_->fit.status); }
std::string FittedModel::message() const { return state_->fit.message; }
std::vector<Warning> FittedModel::warnings() const { return state_->warnings; }
Method FittedModel::method() const { return state_->spec.method; }
int FittedModel::observations() const { return static_cast<int>(state_->data.n); }
int FittedModel::subjects() const { return state_->data.subjects; }
int FittedModel::excluded_rows() const { return state_->frame.excluded; }
double FittedModel::log_lik() const { return -0.5 * state_->fit.likelihood.objective; }
double FittedModel::aic() const { return state_->fit.likelihood.objective + 2 * state_->counted(); }

double FittedModel::aicc() const {
  const double k = state_->counted();
  const auto n = static_cast<double>(state_->data.n);
  // Marginal models as mmrm: m = max(k + 2, n - p); random-effects models: m = n.
  const double m = state_->has_random_effects() ? n : std::max(k + 2, n - static_cast<double>(state_->data.p));
  if (m - k - 1 <= 0) return kNaN;
  return state_->fit.likelihood.objective + 2 * k * m / (m - k - 1);
}

double FittedModel::bic() const {
  const double units = state_->has_random_effects() ? static_cast<double>(state_->data.n) : state_->data.subjects;
  return state_->fit.likelihood.objective + state_->counted() * std::log(units);
}

std::string FittedModel::counted() const {
  const std::string covariance = std::to_string(state_->data.covariance.parameters()) + " covariance parameters";
  if (state_->has_random_effects()) {
    return covariance + " and " + std::to_string(state_->data.p) + " fixed effects; BIC with log of " +
           std::to_string(state_->data.n) + " observations";
  }
  return covariance + "; BIC with log of " + std::to_string(state_->data.subjects) + " subjects";
}

std::vector<std::string> FittedModel::terms() const {
  std::vector<std::string> names;
  for (int column : state_->design.kept) names.push_back(state_->coding.column_names()[static_cast<size_t>(column)]);
  return names;
}

std::vector<std::string> FittedModel::aliased() const {
  std::vector<std::string> names;
  for (int column : state_->design.aliased) {
    names.push_back(state_->coding.column_names()[static_cast<size_t>(column)]);
  }
  return names;
}

std::vector<Estimate> FittedModel::coefficients() const {
  std::vector<Estimate> rows;
  if (!state_->inference) return rows;
  for (Index k = 0; k < state_->data.p; ++k) {
    rows.push_back(state_->inference->Evaluate(Vector::Unit(state_->data.p, k)));
  }
  return rows;
}

Matrix FittedModel::beta_vcov() const {
  return state_->inference ? state_->inference->BetaVcov() : state_->fit.beta_vcov;
}

std::vector<LabelledMatrix> FittedModel::residual_covariance() const {
  std::vector<LabelledMatrix> matrices;
  const auto& components = state_->data.covariance.components();
  for (size_t c = 0; c < components.size(); ++c) {
    if (components[c].kind != Component::Kind::residual_structure || state_->fit.covariance.matrices.empty()) continue;
    matrices.push_back({components[c].group, components[c].labels, state_->fit.covariance.matrices[c]});
  }
  return matrices;
}

std::vector<LabelledMatrix> FittedModel::random_covariance() const {
  std::vector<LabelledMatrix> matrices;
  const auto& components = state_->data.covariance.components();
  for (size_t c = 0; c < components.size(); ++c) {
    if (components[c].kind != Component::Kind::random_effects || state_->fit.covariance.matrices.empty()) continue;
    matrices.push_back({components[c].group, components[c].labels,
                        state_->data.covariance.AsWritten(c, state_->fit.covariance.matrices[c])});
  }
  return matrices;
}

double FittedModel::sigma() const {
  const auto& components = state_->data.covariance.components();
  for (size_t c = 0; c < components.size(); ++c) {
    if (components[c].kind == Component::Kind::residual_variance && !state_->fit.covariance.matrices.empty()) {
      return std::sqrt(state_->fit.covariance.matrices[c](0, 0));
    }
  }
  return kNaN;
}

int FittedModel::iterations() const { return state_->fit.iterations; }

std::optional<Vector> FittedModel::optimum() const {
  if (state_->fit.status != FitStatus::converged) return std::nullopt;
  return state_->fit.theta;
}

std::optional<Warning> WarningOfTests(const std::vector<FTest>& tests) {
  std::vector<std::string> names;
  for (const FTest& test : tests) {
    if (std::isnan(test.f) || std::isnan(test.p_value)) names.push_back(test.term);
  }
  if (names.empty()) return std::nullopt;
  return Warning{"undefined_test", "no F test of " + Listed(names) +
                                       ": its degrees of freedom or its covariance are not defined at this fit"};
}

std::vector<FTest> FittedModel::Tests(TestType type) const {
  std::vector<FTest> tests;
  if (!state_->inference) return tests;
  const FixedFormula& fixed = state_->formula.fixed;
  const std::vector<Variable>& variables = state_->frame.fixed;
  const HypothesisRows written = state_->formula.random.empty() ? HypothesisRows::mmrm : HypothesisRows::lmer_test;
  const std::vector<Matrix> hypotheses =
      type == TestType::type3
          ? Type3Hypotheses(fixed, variables, state_->coding, *state_->basis, state_->data.n, written)
          : Type2Hypotheses(fixed, variables, state_->coding, *state_->basis, written);
  for (size_t term = 0; term < fixed.terms.size(); ++term) {
    if (hypotheses[term].rows() == 0) continue;
    FTest test = state_->inference->Test(hypotheses[term]);
    test.term = fixed.Label(fixed.terms[term]);
    tests.push_back(test);
  }
  return tests;
}

MarginalMeans FittedModel::Emmeans(const EmmeansSpec& spec) const {
  MarginalMeans means = state_->Evaluate(MarginalMeanCombinations(state_->frame.fixed, state_->coding, spec), spec);
  if (state_->frame.offset.size() == 0) return means;
  const double offset = state_->frame.offset.mean();  // as a covariate, at its mean
  for (EstimateRow& row : means.means) {
    Estimate& mean = row.estimate;
    mean.estimate += offset;
    mean.lower += offset;
    mean.upper += offset;
    mean.t = mean.estimate / mean.se;
    mean.p_value = StudentTwoSidedP(mean.t, mean.df);
  }
  return means;
}

MarginalMeans FittedModel::Trends(const std::string& covariate, const EmmeansSpec& spec) const {
  return state_->Evaluate(TrendCombinations(state_->frame.fixed, state_->coding, covariate, spec), spec);
}

std::vector<CovarianceParameter> FittedModel::CovarianceParameters(IntervalKind kind) const {
  state_->UsableInference();
  return CovarianceIntervals(state_->data, state_->fit, state_->spec.method, kind, state_->spec.confidence);
}

std::vector<RandomEffectEstimate> FittedModel::Blups() const {
  state_->UsableInference();
  return PredictRandomEffects(state_->data, state_->fit);
}

std::vector<RowResult> FittedModel::Rows() const {
  const Inference& inference = state_->UsableInference();
  std::vector<RowResult> rows;
  Matrix X;
  for (const RowPrediction& prediction : PredictRows(state_->frame, state_->data, state_->fit)) {
    state_->basis->FillDesign(&prediction.row, 1, &X);
    const Estimate mean = inference.Evaluate(X.row(0).transpose());
    RowResult row;
    row.line = state_->lines[static_cast<size_t>(prediction.row)];
    row.fitted = prediction.fitted;
    row.se = mean.se;
    row.df = mean.df;
    row.lower = row.fitted - (mean.estimate - mean.lower);
    row.upper = row.fitted + (mean.upper - mean.estimate);
    const double half =
        StudentCriticalValue(state_->spec.confidence, mean.df) * std::sqrt(mean.se * mean.se + prediction.variance);
    row.prediction_lower = row.fitted - half;
    row.prediction_upper = row.fitted + half;
    row.prediction = prediction;
    rows.push_back(row);
  }
  return rows;
}

std::vector<RowPrediction> FittedModel::Predictions() const {
  state_->UsableInference();
  std::vector<RowPrediction> predictions = PredictRows(state_->frame, state_->data, state_->fit);
  for (RowPrediction& each : predictions) each.row = state_->frame.rows[static_cast<size_t>(each.row)];
  return predictions;
}

}  // namespace fatigue
