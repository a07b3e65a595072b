// SPDX-License-Identifier: MIT
#include "inference/inference.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/constants.h"
#include "base/distributions.h"
#include "base/error.h"
#include "inference/kenward_roger.h"
#include "inference/scaled_inverse.h"

namespace fatigue {
namespace {

bool HasRandomEffects(const CovarianceModel& model) {
  return std::any_of(model.components().begin(), model.components().end(),
                     [](const Component& c) { return c.kind == Component::Kind::random_effects; });
}

/// Fai and Cornelius (1996): df of an F statistic whose independent parts have the given df.
double PooledDf(const std::vector<double>& df) {
  if (std::any_of(df.begin(), df.end(), [](double nu) { return std::isnan(nu); })) return kNaN;
  const auto [low, high] = std::minmax_element(df.begin(), df.end());
  if (*low == kInfinity) return kInfinity;
  if (*high - *low < 1e-8) return std::accumulate(df.begin(), df.end(), 0.0) / static_cast<double>(df.size());
  if (*low <= 2) return 2;
  double expectation = 0;
  for (double nu : df) expectation += nu == kInfinity ? 1 : nu / (nu - 2);
  const auto q = static_cast<double>(df.size());
  return expectation > q ? 2 * expectation / (expectation - q) : kInfinity;
}

/// Natural parameters, in which Kenward-Roger's second derivatives are taken, or theta: for the components whose
/// random effects lie on the boundary in part, where only some of Lambda is free. A component that is 0 has no free
/// parameter, and the model is the one without it.
std::vector<Coordinates> InferenceCoordinates(const CovarianceModel& covariance, const Fit& fit) {
  std::vector<Coordinates> coordinates(covariance.components().size(), Coordinates::natural);
  for (size_t c = 0; c < covariance.components().size(); ++c) {
    const auto is_own = [&](Index k) {
      return k >= covariance.first(c) && k < covariance.first(c) + covariance.count(c);
    };
    if (covariance.components()[c].kind != Component::Kind::random_effects) continue;
    const Index free = std::count_if(fit.active.begin(), fit.active.end(), is_own);
    if (free > 0 && free < covariance.count(c)) coordinates[c] = Coordinates::theta;
  }
  const bool is_relative = covariance.HasResidualVariance();  // Lambda and sigma go together
  if (is_relative && fit.status == FitStatus::singular) coordinates.assign(coordinates.size(), Coordinates::theta);
  return coordinates;
}

}  // namespace

bool IsKenwardRoger(DfMethod df) {
  return df == DfMethod::kenward_roger || df == DfMethod::kenward_roger_linear || df == DfMethod::kenward_roger_mmrm;
}

Inference::Inference(const ModelData& data, const Fit& fit, Method method, const InferenceOptions& options,
                     std::vector<ColumnRole> roles)
    : data_(data), fit_(fit), options_(options), roles_(std::move(roles)) {
  if (IsKenwardRoger(options.df) && method == Method::ml) {
    throw Error("unsupported", "Kenward-Roger needs REML, the model was fitted by ML", {},
                "use REML, or Satterthwaite degrees of freedom");
  }
  if (options.df == DfMethod::kenward_roger_mmrm && HasRandomEffects(data.covariance)) {
    throw Error("unsupported", "kenward_roger_mmrm reproduces mmrm, which has no random effects", {},
                "use kenward_roger");
  }
  if (IsKenwardRoger(options.df) && options.vcov != VcovMethod::model) {
    throw Error("unsupported", "Kenward-Roger adjusts the model-based covariance, not an empirical one", {},
                "use Satterthwaite degrees of freedom with an empirical covariance");
  }
  root_ = fit.likelihood.root;
  adjusted_ = Matrix::Identity(data.p, data.p);
  if (options.vcov != VcovMethod::model && data.p > 0) {
    empirical_ = EmpiricalCovariance(data, fit, options.vcov);
    adjusted_ = empirical_.covariance();
    return;
  }
  const bool needs_parameters = options.df == DfMethod::satterthwaite || IsKenwardRoger(options.df);
  if (!needs_parameters || data.p == 0) return;
  // Satterthwaite's degrees of freedom are the same in any coordinates; the second derivatives R_kl are not.
  const bool as_mmrm = options.df == DfMethod::kenward_roger_mmrm;
  const bool in_theta = as_mmrm || !IsKenwardRoger(options.df);
  std::vector<Coordinates> coordinates(data.covariance.components().size(),
                                       as_mmrm ? Coordinates::mmrm : Coordinates::theta);
  if (!in_theta) coordinates = InferenceCoordinates(data.covariance, fit);
  const bool expected = options.information == Information::expected;
  std::optional<LikelihoodDerivatives> derivatives = fit.derivatives;
  if (!in_theta || as_mmrm || expected) {
    derivatives = EvaluateDerivatives(data, method, data.covariance.Derivatives(fit.theta, coordinates),
                                      expected ? ExpectedHessian::yes : ExpectedHessian::no);
  }
  if (!derivatives) throw Error("unsupported", "the likelihood has no derivatives at the estimate");
  std::vector<Index> active = fit.active;
  for (Index k : active) P_.push_back(derivatives->P[static_cast<size_t>(k)]);
  const Matrix& information = expected ? derivatives->expected : derivatives->hessian;
  W_ = 2 * ScaledInverse(information(active, active));
  if (IsKenwardRoger(options.df)) {
    const bool second_order = options.df != DfMethod::kenward_roger_linear;
    // On the boundary the covariance is taken as linear in Lambda around the estimate.
    for (size_t c = 0; c < coordinates.size() && !in_theta; ++c) {
      if (coordinates[c] == Coordinates::theta) derivatives->value.derivatives[c].hessians.clear();
    }
    adjusted_ = KenwardRogerCovariance(data, *derivatives, active, W_, second_order);
  }
}

Matrix Inference::Standardise(const Matrix& L) const { return root_.transpose() * data_.ToBasis(L.transpose()); }

double Inference::OneDf(const Vector& z) const {
  if (options_.vcov != VcovMethod::model) return empirical_.Df(z);
  Vector gradient(static_cast<Index>(P_.size()));
  for (size_t k = 0; k < P_.size(); ++k) gradient[static_cast<Index>(k)] = z.dot(P_[k] * z);
  const double variance = z.squaredNorm();
  const double spread = gradient.dot(W_ * gradient);
  if (std::abs(spread) <= kKnownCovariance * variance * variance) return kInfinity;
  return spread > 0 ? 2 * variance * variance / spread : kNaN;  // NaN too where the information cannot be inverted
}

/// Schluchter and Elashoff (1990) as in mmrm: subjects - columns constant within subjects (the intercept among them)
/// for those columns, rows - subjects - other columns for the rest and, if there are such, for the intercept; a
/// combination takes the least of the coefficients it involves. NaN where nothing is left.
double Inference::BetweenWithinDf(const Matrix& L) const {
  const auto within = static_cast<double>(std::count(roles_.begin(), roles_.end(), ColumnRole::within));
  const double df_between = data_.subjects - (static_cast<double>(roles_.size()) - within);
  const double df_within = static_cast<double>(data_.n) - data_.subjects - within;
  double df = kInfinity;
  for (Index column = 0; column < L.cols(); ++column) {
    if (L.col(column).cwiseAbs().maxCoeff() < 1e-12) continue;
    const ColumnRole role = roles_[static_cast<size_t>(column)];
    const bool is_between = role == ColumnRole::between || (role == ColumnRole::intercept && within == 0);
    df = std::min(df, is_between ? df_between : df_within);
  }
  return df > 0 ? df : kNaN;
}

Estimate Inference::Evaluate(const Vector& l) const {
  const Vector z = Standardise(l.transpose());
  Estimate result;
  result.estimate = l.dot(fit_.beta);
  const double variance = VarianceOf(z);
  // An empirical covariance of few units is singular: what it cannot tell would seem to be known exactly.
  const bool is_told = variance > 1e-12 * z.squaredNorm();
  result.se = is_told ? std::sqrt(variance) : kNaN;
  switch (options_.df) {
    case DfMethod::satterthwaite:
    case DfMethod::kenward_roger:
    case DfMethod::kenward_roger_linear:
    case DfMethod::kenward_roger_mmrm:
      result.df = OneDf(z);
      break;
    case DfMethod::between_within:
      result.df = BetweenWithinDf(l.transpose());
      break;
    case DfMethod::residual:
      result.df = static_cast<double>(data_.n - data_.p);
      break;
    case DfMethod::asymptotic:
      result.df = kInfinity;
      break;
  }
  result.t = result.estimate / result.se;
  result.p_value = StudentTwoSidedP(result.t, result.df);
  const double half_width = StudentCriticalValue(options_.confidence, result.df) * result.se;
  result.lower = result.estimate - half_width;
  result.upper = result.estimate + half_width;
  return result;
}

FTest Inference::Test(const Matrix& L) const {
  const Matrix K = Standardise(L).transpose();
  const Vector estimate = L * fit_.beta;
  FTest result;
  result.num_df = static_cast<int>(L.rows());
  const Matrix covariance = K * adjusted_ * K.transpose();
  const Eigen::LLT<Matrix> factor(covariance);
  const bool is_definite = factor.info() == Eigen::Success && factor.rcond() > 1e-13;
  const double wald = is_definite ? estimate.dot(factor.solve(estimate)) : kNaN;
  result.f = wald / result.num_df;
  if (options_.df == DfMethod::satterthwaite) {
    const Eigen::SelfAdjointEigenSolver<Matrix> eigen(covariance);
    const Matrix rotated = eigen.eigenvectors().transpose() * K;
    std::vector<double> df;
    for (Index r = 0; r < rotated.rows(); ++r) df.push_back(OneDf(rotated.row(r)));
    result.den_df = PooledDf(df);
  } else if (IsKenwardRoger(options_.df)) {
    const ScaledF scaled = KenwardRogerScale(K, P_, W_);
    result.den_df = scaled.den_df;
    result.f *= scaled.scale;
  } else if (options_.df == DfMethod::between_within) {
    result.den_df = BetweenWithinDf(L);
  } else {
    result.den_df = options_.df == DfMethod::residual ? static_cast<double>(data_.n - data_.p) : kInfinity;
  }
  result.p_value = FisherUpperP(result.f, result.num_df, result.den_df);
  return result;
}

Matrix Inference::Covariance(const Matrix& L) const {
  const Matrix K = Standardise(L);
  return K.transpose() * adjusted_ * K;
}

Matrix Inference::BetaVcov() const {
  const Matrix half = data_.basis->R().triangularView<Eigen::Upper>().solve(root_);
  return half * adjusted_ * half.transpose();
}

}  // namespace fatigue
