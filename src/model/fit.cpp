// SPDX-License-Identifier: MIT
#include "model/fit.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/constants.h"
#include "model/optimizer.h"
#include "model/starts.h"
#include "model/undetermined.h"

namespace fatigue {
namespace {

/// A diagonal entry of Lambda below this share of its row's natural size is taken to be on the boundary if the
/// likelihood does not object.
constexpr double kBoundary = 1e-5;

/// Columns of the user's X: beta = beta_ols + R^-1 gamma, Cov = R^-1 Phi R^-T.
void ToUserColumns(const ModelData& data, Fit* fit) {
  if (data.p == 0) return;
  const auto upper = data.basis->R().triangularView<Eigen::Upper>();
  fit->beta = data.basis->beta_ols() + upper.solve(fit->likelihood.gamma);
  const Matrix half = upper.solve(fit->likelihood.root);
  fit->beta_vcov = half * half.transpose();
}

/// Lower triangle Lambda with non-negative diagonal and the same Lambda Lambda'; zero columns where the rank is less.
Matrix CanonicalFactor(const Matrix& lambda) {
  const Matrix G = lambda * lambda.transpose();
  const Index size = G.rows();
  const double largest = G.diagonal().maxCoeff();
  Matrix factor = Matrix::Zero(size, size);
  for (Index j = 0; j < size; ++j) {
    const double pivot = G(j, j) - factor.row(j).head(j).squaredNorm();
    const double reference = std::max(G(j, j), kBoundary * kBoundary * largest);
    if (!(pivot > kBoundary * kBoundary * reference) || largest < kBoundary * kBoundary) continue;
    factor(j, j) = std::sqrt(pivot);
    for (Index i = j + 1; i < size; ++i) {
      factor(i, j) = (G(i, j) - factor.row(i).head(j).dot(factor.row(j).head(j))) / factor(j, j);
    }
  }
  return factor;
}

/// A point of a component's parameters on the boundary, and those of them that are held there.
struct BoundaryPoint {
  Vector theta;
  std::vector<Index> held;
};

/// Lambda in canonical form; the columns that are 0 are held.
BoundaryPoint CanonicalPoint(const Component& component, Vector theta) {
  Matrix lambda = Matrix::Zero(component.size, component.size);
  for (int i = 0; i < component.size; ++i) {
    for (int j = 0; j <= i; ++j) lambda(i, j) = theta[TriangleIndex(i, j)];
  }
  const Matrix factor = CanonicalFactor(lambda);
  BoundaryPoint point{std::move(theta), {}};
  for (int i = 0; i < component.size; ++i) {
    for (int j = 0; j <= i; ++j) {
      point.theta[TriangleIndex(i, j)] = factor(i, j);
      if (factor(j, j) == 0) point.held.push_back(TriangleIndex(i, j));
    }
  }
  return point;
}

/// sp_exp whose correlation tends to 0 with theta_2 to minus infinity: there it is 0, and the structure one variance.
std::optional<BoundaryPoint> UncorrelatedPoint(const Component& component, Vector theta) {
  constexpr double kLogSmall = -9;  // of the correlation at the mean gap
  constexpr double kLogZero = -1e6;
  if (component.structure != CovStructure::sp_exp || theta.size() < 2 || theta[1] > kLogSmall) return std::nullopt;
  theta[1] = kLogZero;
  return BoundaryPoint{std::move(theta), {1}};
}

/// Which variances are 0, or else that there is a correlation of 1, in the effects as written.
std::string BoundOfEffects(const CovarianceModel& model, size_t component, const Vector& theta) {
  constexpr double kNone = 1e-8;  // of the size an effect may have
  const std::vector<std::string>& labels = model.components()[component].labels;
  const Vector sd = model.Reported(theta).segment(model.first(component), model.components()[component].size);
  const double largest = std::sqrt(model.Values(theta).matrices[component].diagonal().maxCoeff());
  const Vector sizes = model.components()[component].transform.rowwise().norm() * largest;
  std::string names;
  for (size_t k = 0; k < labels.size(); ++k) {
    if (sd[static_cast<Index>(k)] <= kNone * sizes[static_cast<Index>(k)])
      names += (names.empty() ? "" : ", ") + labels[k];
  }
  if (!names.empty()) return "the variance of " + names + " is 0";
  return labels.size() == 2 ? "the correlation of " + labels[0] + " and " + labels[1] + " is 1 or -1"
                            : "a correlation of random effects, or of a combination of them, is 1 or -1";
}

/// Puts every component that lies at a bound of its parameters exactly there, where the likelihood does not object, and
/// lists the parameters that are not held.
void SettleBoundary(const ModelData& data, Method method, Fit* fit) {
  const CovarianceModel& model = data.covariance;
  std::vector<bool> is_active(static_cast<size_t>(model.parameters()), true);
  const double least = fit->likelihood.objective;
  for (size_t c = 0; c < model.components().size(); ++c) {
    const Component& component = model.components()[c];
    if (component.kind == Component::Kind::residual_variance) continue;
    const Vector own = fit->theta.segment(model.first(c), model.count(c));
    const bool is_random = component.kind == Component::Kind::random_effects;
    const std::optional<BoundaryPoint> point =
        is_random ? CanonicalPoint(component, own) : UncorrelatedPoint(component, own);
    if (!point) continue;
    Vector settled = fit->theta;
    settled.segment(model.first(c), model.count(c)) = point->theta;
    const std::optional<Likelihood> likelihood = EvaluateLikelihood(data, method, settled);
    if (!likelihood || !(likelihood->objective < least + 1e-7)) continue;
    fit->theta = settled;
    fit->likelihood = *likelihood;
    for (const Index k : point->held) is_active[static_cast<size_t>(model.first(c) + k)] = false;
    if (point->held.empty()) continue;
    const std::string found = is_random ? BoundOfEffects(model, c, settled) : "the correlation of sp_exp is 0";
    const std::string whose = component.group.empty() ? "" : " (" + component.group + ")";
    fit->message += (fit->message.empty() ? "" : "; ") + found + whose;
  }
  for (Index k = 0; k < model.parameters(); ++k) {
    if (is_active[static_cast<size_t>(k)]) fit->active.push_back(k);
  }
}

/// A parameter theta has no unit, so that its second derivative is of the order of the number of units; below this it
/// is rounding, which would pass for curvature once scaled by its own size.
constexpr double kFlat = 1e-9;

/// Is the Hessian over the free parameters positive definite, so that their information can be inverted?
bool IsDetermined(const Fit& fit) {
  const Matrix hessian = fit.derivatives->hessian(fit.active, fit.active);
  if (hessian.size() > 0 && !(hessian.diagonal().minCoeff() > kFlat)) return false;
  const Vector scale = hessian.diagonal().cwiseAbs().cwiseMax(1e-300).cwiseSqrt().cwiseInverse();
  const Matrix scaled = scale.asDiagonal() * hessian * scale.asDiagonal();
  return Eigen::SelfAdjointEigenSolver<Matrix>(scaled, Eigen::EigenvaluesOnly).eigenvalues().minCoeff() > 1e-9;
}

/// -2 log-likelihood as a function of theta; remembers the derivatives of the last point.
class Objective {
 public:
  Objective(const ModelData& data, Method method, const IterationCallback& on_iteration)
      : data_(data), method_(method), on_iteration_(on_iteration) {}

  SmoothFunction Function() {
    SmoothFunction function;
    function.value = [this](const Vector& theta) -> std::optional<double> {
      const auto likelihood = EvaluateLikelihood(data_, method_, theta);
      if (!likelihood) return std::nullopt;
      return likelihood->objective;
    };
    function.expand = [this](const Vector& theta) -> std::optional<QuadraticModel> {
      last_ = EvaluateDerivatives(data_, method_, theta, Coordinates::theta);
      if (!last_) return std::nullopt;
      last_theta_ = theta;
      if (on_iteration_) on_iteration_(++iteration_, last_->likelihood.objective);
      return QuadraticModel{last_->likelihood.objective, last_->gradient, last_->hessian};
    };
    function.semi_definite = [this](const Vector& theta) {
      return EvaluateDerivatives(data_, method_, theta, Coordinates::theta, ExpectedHessian::yes)->expected;
    };
    return function;
  }

  std::optional<LikelihoodDerivatives> At(const Vector& theta) {
    if (last_ && last_theta_ == theta) return std::exchange(last_, std::nullopt);
    return EvaluateDerivatives(data_, method_, theta, Coordinates::theta);
  }

 private:
  const ModelData& data_;
  Method method_;
  const IterationCallback& on_iteration_;
  int iteration_ = 0;
  std::optional<LikelihoodDerivatives> last_;
  Vector last_theta_;
};

/// With fewer independent units per covariance parameter the likelihood may have several maxima, and is cheap: every
/// start is tried.
constexpr int kScarceUnits = 4;

/// Every subject's own part of Sigma is positive definite at the optimum; Sigma itself need not be, where correlations
/// come from different subjects. Where it tends to a singular matrix there is no maximum.
bool HoldsForAllVisits(const CovarianceModel& covariance, const CovarianceValue& value) {
  constexpr double kSingular = 1e-9;  // smallest eigenvalue of the correlation matrix
  for (size_t c = 0; c < covariance.components().size(); ++c) {
    if (covariance.components()[c].kind != Component::Kind::residual_structure) continue;
    const Vector scale = value.matrices[c].diagonal().cwiseSqrt().cwiseInverse();
    const Matrix correlation = scale.asDiagonal() * value.matrices[c] * scale.asDiagonal();
    const Eigen::SelfAdjointEigenSolver<Matrix> eigen(correlation, Eigen::EigenvaluesOnly);
    if (!(eigen.eigenvalues().minCoeff() > kSingular)) return false;
  }
  return true;
}

}  // namespace

std::string Name(FitStatus status) {
  switch (status) {
    case FitStatus::not_started:
      return "not_started";
    case FitStatus::converged:
      return "converged";
    case FitStatus::singular:
      return "singular";
    case FitStatus::iteration_limit:
      return "iteration_limit";
    case FitStatus::singular_hessian:
      return "singular_hessian";
    case FitStatus::not_positive_definite:
      return "not_positive_definite";
  }
  return "unknown";
}

Fit FitModel(const ModelData& data, Method method, const IterationCallback& on_iteration,
             const std::optional<Vector>& start) {
  Objective objective(data, method, on_iteration);
  const SmoothFunction function = objective.Function();
  Fit fit;
  fit.status = FitStatus::not_positive_definite;
  const bool is_scarce = data.units < kScarceUnits * data.covariance.parameters();
  OptimizerResult best;
  double highest_elsewhere = kInfinity;  // where no maximum was reached
  const auto minimize_from = [&](const Vector& point) {
    const OptimizerResult result = Minimize(function, point);
    fit.iterations += result.iterations;
    ++fit.starts;
    if (result.status == OptimizerStatus::not_defined) return;
    const bool first = best.status == OptimizerStatus::not_defined;
    const bool both = result.status == OptimizerStatus::converged && best.status == OptimizerStatus::converged;
    const bool settles = result.status == OptimizerStatus::converged && best.status != OptimizerStatus::converged;
    if (first || settles || (both && result.value < best.value - 1e-7)) best = result;
    if (result.status != OptimizerStatus::converged) highest_elsewhere = std::min(highest_elsewhere, result.value);
  };
  const bool is_told = start && start->size() == data.covariance.parameters();
  std::vector<Vector> starts = Starts(data);
  if (is_told) starts.insert(starts.begin(), *start);
  for (const Vector& each : starts) {
    minimize_from(each);
    if (best.status == OptimizerStatus::converged && !is_scarce) break;
  }
  if (best.status == OptimizerStatus::converged && (!is_told || is_scarce)) {
    for (const Vector& each : Restarts(data, best.point)) minimize_from(each);
  }
  const std::string tried =
      std::to_string(fit.starts) + " start values and " + std::to_string(fit.iterations) + " iterations were tried";
  if (best.status == OptimizerStatus::not_defined) {
    fit.message = "no start value gives a positive definite covariance matrix (" + tried + ")";
    return fit;
  }
  fit.theta = best.point;
  fit.likelihood = *EvaluateLikelihood(data, method, fit.theta);
  SettleBoundary(data, method, &fit);
  fit.covariance = data.covariance.Values(fit.theta);
  fit.derivatives = objective.At(fit.theta);
  ToUserColumns(data, &fit);
  if (best.status != OptimizerStatus::converged) {
    fit.status = FitStatus::iteration_limit;
    fit.message = "no maximum of the likelihood was found (" + tried + ")";
    return fit;
  }
  if (highest_elsewhere < fit.likelihood.objective - 1e-6) {
    fit.status = FitStatus::iteration_limit;
    fit.message = "the likelihood is higher elsewhere, where no maximum was found (" + tried + ")";
    return fit;
  }
  // Beside a structure the likelihood may be flat along a curve, on which rounding looks like curvature.
  const bool is_doubtful = !fit.derivatives || !IsDetermined(fit);
  const bool may_overlap = !data.groupings.empty() && !data.visits.empty();
  const std::string undetermined = is_doubtful || may_overlap ? UndeterminedParameters(data, method) : "";
  if (is_doubtful || !undetermined.empty()) {
    fit.status = FitStatus::singular_hessian;
    fit.message = undetermined.empty()
                      ? "the data do not determine all covariance parameters: the Hessian is not positive definite"
                      : "the data cannot tell " + undetermined + " (from each other or at all)";
    fit.message += " (" + tried + ")";
  } else if (!HoldsForAllVisits(data.covariance, fit.covariance)) {
    fit.status = FitStatus::not_positive_definite;
    fit.message =
        "the covariance matrix over all visits is not positive definite, or singular: the data do not hold the "
        "correlations within their bounds, as where no subject has all visits (" +
        tried + ")";
  } else if (static_cast<Index>(fit.active.size()) < data.covariance.parameters()) {
    fit.status = FitStatus::singular;
    fit.message = "singular fit, " + fit.message;
  } else {
    fit.status = FitStatus::converged;
    fit.message = "converged";
  }
  return fit;
}

}  // namespace fatigue
