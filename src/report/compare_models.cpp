// SPDX-License-Identifier: MIT
#include "report/compare_models.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/constants.h"
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

/// Is every matrix of the structure `inner` one of the structure `outer`?
bool IsSpecialCase(CovStructure inner, CovStructure outer) {
  using S = CovStructure;
  if (inner == outer || outer == S::us) return true;
  const auto is = [&](S a, S b) { return inner == a && outer == b; };
  return is(S::cs, S::csh) || is(S::cs, S::toep) || is(S::cs, S::toeph) || is(S::csh, S::toeph) ||
         is(S::ar1, S::ar1h) || is(S::ar1, S::toep) || is(S::ar1, S::toeph) || is(S::ar1h, S::toeph) ||
         is(S::toep, S::toeph) || is(S::ar1, S::ad) || is(S::ar1, S::adh) || is(S::ar1h, S::adh) || is(S::ad, S::adh);
}

/// Is the component `inner` of one model a special case of `outer` of the other?
bool IsWithin(const Component& inner, const Component& outer) {
  if (inner.kind != outer.kind) return false;
  if (inner.kind == Component::Kind::residual_structure) {
    return inner.labels == outer.labels && IsSpecialCase(inner.structure, outer.structure) &&
           (inner.group.empty() || inner.group == outer.group);
  }
  return inner.group == outer.group && std::all_of(inner.labels.begin(), inner.labels.end(), [&](const auto& label) {
           return std::find(outer.labels.begin(), outer.labels.end(), label) != outer.labels.end();
         });
}

/// A random intercept of the subjects of a residual structure makes all their visits equally correlated, which some
/// structures hold beside anything else they hold.
bool HoldsIntercept(CovStructure structure) {
  using S = CovStructure;
  return structure == S::us || structure == S::cs || structure == S::toep;
}

/// Is the smaller model's covariance, of random intercepts of the subject and a residual variance or a structure, one
/// of the larger model's residual structure?
bool IsMarginalCase(const FittedModel::State& small, const FittedModel::State& large) {
  const auto& outer = large.formula.covariance;
  const auto& inner = small.formula.covariance;
  if (!outer || !large.formula.random.empty() || small.data.subject_codes != large.data.subject_codes) return false;
  for (const Component& component : small.data.covariance.components()) {
    if (component.kind != Component::Kind::random_effects) continue;
    if (component.labels != std::vector<std::string>{"(Intercept)"} || component.group != outer->subject) return false;
  }
  if (small.formula.random.empty()) return false;
  if (!inner) {
    const bool is_heterogeneous = outer->structure == CovStructure::csh || outer->structure == CovStructure::toeph;
    return HoldsIntercept(outer->structure) || is_heterogeneous;
  }
  if (inner->visit != outer->visit || (!inner->group.empty() && inner->group != outer->group)) return false;
  return HoldsIntercept(outer->structure) && IsSpecialCase(inner->structure, outer->structure);
}

/// Every component of the smaller covariance lies in one of the larger; a residual variance in any residual structure.
bool IsNested(const FittedModel::State& small, const FittedModel::State& large) {
  if (IsMarginalCase(small, large)) return true;
  const auto& formula = small.formula.covariance;
  const auto& other = large.formula.covariance;
  if (formula && (!other || formula->visit != other->visit || formula->subject != other->subject)) return false;
  const auto& outer = large.data.covariance.components();
  const auto& inner = small.data.covariance.components();
  return std::all_of(inner.begin(), inner.end(), [&](const Component& one) {
    if (one.kind == Component::Kind::residual_variance && other) return other->structure != CovStructure::sp_exp;
    return std::any_of(outer.begin(), outer.end(), [&one](const Component& two) { return IsWithin(one, two); });
  });
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
  return {state.spec.formula,
          model.log_lik(),
          static_cast<int>(state.data.p),
          static_cast<int>(state.data.covariance.parameters()),
          model.status(),
          model.warnings()};
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
  if (a.state().frame.y != b.state().frame.y) NotNested("they have different responses or offsets");
  const Index joint = JointRank(a.state(), b.state());
  // Restricted likelihoods can be compared only for the same columns, not merely the same space.
  const bool same_fixed = a.terms() == b.terms() && joint == a.state().data.p && joint == b.state().data.p;
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
  const FittedModel::State& small = (swapped ? b : a).state();
  const FittedModel::State& large = (swapped ? a : b).state();
  result.df = total(result.larger) - total(result.smaller);
  if (result.df == 0) NotNested("they have the same number of parameters");
  if (joint > result.larger.fixed) NotNested("neither has all fixed effects of the other");
  if (!IsNested(small, large)) NotNested("the covariance of one is no special case of the other's");
  result.statistic = 2 * (result.larger.log_lik - result.smaller.log_lik);
  if (result.statistic < -1e-6) NotNested("the one with more parameters has the lower likelihood");
  constexpr double kRounding = 1e-11;  // of -2 log-likelihood
  if (result.statistic < kRounding * std::max(1.0, 2 * std::abs(result.larger.log_lik))) result.statistic = 0;
  result.p_value = ChiSquaredUpperP(result.statistic, result.df);
  result.p_mixture = kNaN;
  if (same_fixed && RandomEffectCount(large.data.covariance) - RandomEffectCount(small.data.covariance) == 1) {
    const double lower =
        result.df > 1 ? ChiSquaredUpperP(result.statistic, result.df - 1) : (result.statistic > 0 ? 0.0 : 1.0);
    result.p_mixture = 0.5 * (lower + result.p_value);
  }
  return result;
}

}  // namespace fatigue
