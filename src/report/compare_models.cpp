// SPDX-License-Identifier: MIT
#include "report/compare_models.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/distributions.h"
#include "report/fitted_state.h"

namespace fatigue {
namespace {

[[noreturn]] void NotNested(const std::string& why) {
  throw Error("not_nested", "the models cannot be compared by a likelihood-ratio test: " + why, {},
              "compare a model with one that has some of its terms left out");
}

/// Rank of [X of a, X of b] over the same rows.
Index JointRank(const FittedModel::State& a, const FittedModel::State& b) {
  TriangularFactor factor;
  std::vector<int> rows;
  Matrix left, right;
  for (Index first = 0; first < a.data.n; first += kRowBlock) {
    rows.resize(static_cast<size_t>(std::min(kRowBlock, a.data.n - first)));
    std::iota(rows.begin(), rows.end(), static_cast<int>(first));
    a.basis->FillDesign(rows.data(), static_cast<Index>(rows.size()), &left);
    b.basis->FillDesign(rows.data(), static_cast<Index>(rows.size()), &right);
    Matrix both(left.rows(), left.cols() + right.cols());
    both << left, right;
    factor.Add(both);
  }
  return static_cast<Index>(DropAliased(factor.R()).kept.size());
}

int RandomEffectCount(const CovarianceModel& model) {
  int count = 0;
  for (const Component& component : model.components()) {
    if (component.kind == Component::Kind::random_effects) count += component.size;
  }
  return count;
}

ComparedModel Describe(const FittedModel& model) {
  const FittedModel::State& state = model.state();
  return {state.spec.formula, model.log_lik(), static_cast<int>(state.data.p),
          static_cast<int>(state.data.covariance.parameters())};
}

void RequireUsable(const FittedModel& model) {
  if (!model.usable()) {
    throw Error("not_converged", "\"" + model.state().spec.formula + "\" did not converge: " + model.message());
  }
}

}  // namespace

LikelihoodRatio CompareModels(const Table& table, const FittedModel& fitted, const ModelSpec& first,
                              const std::string& second_formula) {
  ModelSpec second = first;
  second.formula = second_formula;
  FittedModel a = fitted;
  FittedModel b = RunModel(table, second);
  if (a.state().lines != b.state().lines) {
    NotNested("they use different rows (" + std::to_string(a.observations()) + " and " +
              std::to_string(b.observations()) + "), as values are missing in different columns");
  }
  const Index joint = JointRank(a.state(), b.state());
  const bool same_fixed = joint == a.state().data.p && joint == b.state().data.p;
  LikelihoodRatio result;
  result.method = first.method;
  if (!same_fixed && first.method == Method::reml) {
    result.refitted = true;
    result.method = Method::ml;
    ModelSpec by_ml = first;
    by_ml.method = Method::ml;
    by_ml.df = DfMethod::asymptotic;
    a = RunModel(table, by_ml);
    by_ml.formula = second_formula;
    b = RunModel(table, by_ml);
  }
  RequireUsable(a);
  RequireUsable(b);
  result.smaller = Describe(a);
  result.larger = Describe(b);
  const auto total = [](const ComparedModel& model) { return model.fixed + model.covariance; };
  bool swapped = total(result.smaller) > total(result.larger);
  if (swapped) std::swap(result.smaller, result.larger);
  const CovarianceModel& small = (swapped ? b : a).state().data.covariance;
  const CovarianceModel& large = (swapped ? a : b).state().data.covariance;
  result.df = total(result.larger) - total(result.smaller);
  if (result.df == 0) NotNested("they have the same number of parameters");
  if (joint > result.larger.fixed) NotNested("neither has all fixed effects of the other");
  result.statistic = 2 * (result.larger.log_lik - result.smaller.log_lik);
  if (result.statistic < -1e-6) NotNested("the one with more parameters has the lower likelihood");
  result.statistic = std::max(result.statistic, 0.0);
  result.p_value = ChiSquaredUpperP(result.statistic, result.df);
  result.p_mixture = std::numeric_limits<double>::quiet_NaN();
  if (same_fixed && RandomEffectCount(large) - RandomEffectCount(small) == 1) {
    const double lower =
        result.df > 1 ? ChiSquaredUpperP(result.statistic, result.df - 1) : (result.statistic > 0 ? 0.0 : 1.0);
    result.p_mixture = 0.5 * (lower + result.p_value);
  }
  return result;
}

}  // namespace fatigue
