// SPDX-License-Identifier: MIT
#include "inference/covariance_intervals.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/distributions.h"
#include "inference/scaled_inverse.h"
#include "model/optimizer.h"

namespace fatigue {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Range {
  double low, high;
};

Range RangeOf(ParameterKind kind) {
  switch (kind) {
    case ParameterKind::variance:
    case ParameterKind::standard_deviation:
    case ParameterKind::range:
      return {0, kInfinity};
    case ParameterKind::correlation:
      return {-1, 1};
    case ParameterKind::covariance:
      break;
  }
  return {-kInfinity, kInfinity};
}

/// Limits estimate -+ z se on the scale on which the kind of parameter is closest to normal.
Range WaldLimits(ParameterKind kind, double estimate, double se, double z) {
  if (kind == ParameterKind::covariance) return {estimate - z * se, estimate + z * se};
  if (kind == ParameterKind::correlation) {
    const double half = z * se / (1 - estimate * estimate);
    return {std::tanh(std::atanh(estimate) - half), std::tanh(std::atanh(estimate) + half)};
  }
  const double factor = std::exp(z * se / estimate);
  return {estimate / factor, estimate * factor};
}

/// The deviance over all parameters but one, which is held.
class Profile {
 public:
  Profile(const ModelData& data, Method method, Vector reported, Index held)
      : data_(data), method_(method), start_(std::move(reported)), held_(held) {
    for (Index k = 0; k < start_.size(); ++k) {
      if (k != held) free_.push_back(k);
    }
  }

  /// Least deviance with the parameter at `value`; starts from where the last call ended.
  double At(double value) {
    start_[held_] = value;
    const auto whole = [this](const Vector& part) {
      Vector reported = start_;
      reported(free_) = part;
      return reported;
    };
    SmoothFunction function;
    function.value = [&](const Vector& part) -> std::optional<double> {
      const auto covariance = data_.covariance.AtReported(whole(part));
      if (!covariance) return std::nullopt;
      const auto likelihood = EvaluateLikelihood(data_, method_, *covariance);
      if (!likelihood) return std::nullopt;
      return likelihood->objective;
    };
    function.expand = [&](const Vector& part) -> std::optional<QuadraticModel> {
      auto covariance = data_.covariance.AtReported(whole(part));
      if (!covariance) return std::nullopt;
      const auto derivatives = EvaluateDerivatives(data_, method_, std::move(*covariance));
      if (!derivatives) return std::nullopt;
      return QuadraticModel{derivatives->likelihood.objective, derivatives->gradient(free_),
                            derivatives->hessian(free_, free_)};
    };
    function.semi_definite = [&](const Vector& part) -> Matrix {
      auto covariance = data_.covariance.AtReported(whole(part));
      const auto derivatives = EvaluateDerivatives(data_, method_, std::move(*covariance), ExpectedHessian::yes);
      return derivatives->expected(free_, free_);
    };
    if (free_.empty()) {
      const auto only = function.value(Vector(0));
      return only ? *only : kNaN;
    }
    const OptimizerResult result = Minimize(function, start_(free_));
    if (result.status != OptimizerStatus::converged) return kNaN;
    start_(free_) = result.point;
    return result.value;
  }

 private:
  const ModelData& data_;
  Method method_;
  Vector start_;
  Index held_;
  std::vector<Index> free_;
};

/// Where the profile deviance has risen by `rise` on the side of `step` from the estimate, or the end of the range.
double ProfileLimit(Profile profile, double estimate, double least, double step, double rise, const Range& range) {
  const double root = std::sqrt(rise);
  const double end = step < 0 ? range.low : range.high;
  const auto signed_root = [&](double value) {  // NaN where the other parameters do not go with the value
    const double deviance = profile.At(value) - least;
    return std::isnan(deviance) ? kNaN : std::sqrt(std::max(deviance, 0.0));
  };
  // Walk out until the rise is passed: `inside` is below it, `outside` above. The other parameters follow a step at a
  // time; a step they cannot follow is halved.
  double inside = estimate, at_inside = 0;
  double outside = kNaN, at_outside = kNaN;
  double reach = step;
  for (int tries = 0; tries < 200 && std::isnan(outside); ++tries) {
    double next = inside + reach;
    const bool is_past = std::isfinite(end) && (step < 0 ? next <= end : next >= end);
    if (is_past) next = end - 1e-9 * (end - estimate);
    const double value = signed_root(next);
    if (std::isnan(value)) {
      reach = 0.5 * (next - inside);
      if (std::abs(reach) < 1e-10 * std::abs(step)) return kNaN;
    } else if (value >= root) {
      outside = next;
      at_outside = value;
    } else {
      if (is_past) return end;  // the data do not exclude the end of the range
      const double slope = (value - at_inside) / (next - inside);
      inside = next;
      at_inside = value;
      const double needed = slope * step > 0 ? 1.05 * (root - value) / slope : 2 * reach;
      reach = std::abs(needed) < 3 * std::abs(reach) ? needed : 3 * reach;
    }
  }
  if (std::isnan(outside)) return kNaN;
  // The signed root is nearly linear: secant steps inside the bracket, halving where they stall.
  for (int iteration = 0; iteration < 60; ++iteration) {
    double next = inside + (root - at_inside) * (outside - inside) / (at_outside - at_inside);
    if (iteration % 5 == 4) next = 0.5 * (inside + outside);
    const double value = signed_root(next);
    if (std::isnan(value)) return kNaN;
    if (std::abs(value - root) < 1e-10 * root || std::abs(outside - inside) < 1e-11 * std::abs(outside)) return next;
    (value < root ? inside : outside) = next;
    (value < root ? at_inside : at_outside) = value;
  }
  return 0.5 * (inside + outside);
}

}  // namespace

std::vector<CovarianceParameter> CovarianceIntervals(const ModelData& data, const Fit& fit, Method method,
                                                     IntervalKind kind, double confidence) {
  const CovarianceModel& model = data.covariance;
  const std::vector<ReportedParameter> parameters = model.ReportedParameters();
  const Vector estimates = model.Reported(fit.theta);
  const bool boundary = fit.status == FitStatus::singular;
  const auto derivatives = EvaluateDerivatives(data, method, fit.theta, Coordinates::reported);
  Vector se = Vector::Constant(estimates.size(), kNaN);
  if (derivatives && !boundary) {
    const Vector variances = 2 * ScaledInverse(derivatives->hessian).diagonal();
    for (Index k = 0; k < se.size(); ++k) se[k] = variances[k] > 0 ? std::sqrt(variances[k]) : kNaN;
  }
  const double z = NormalQuantile(0.5 * (1 + confidence));
  std::vector<CovarianceParameter> rows;
  for (size_t k = 0; k < parameters.size(); ++k) {
    const auto at = static_cast<Index>(k);
    const double estimate = estimates[at];
    Range limits{kNaN, kNaN};
    if (kind == IntervalKind::wald) {
      if (!std::isnan(se[at])) limits = WaldLimits(parameters[k].kind, estimate, se[at], z);
    } else {
      const Range range = RangeOf(parameters[k].kind);
      const double size = std::isnan(se[at]) || se[at] == 0 ? std::max(0.1 * std::abs(estimate), 1e-3) : se[at];
      const double rise = z * z;
      const Profile profile(data, method, estimates, at);
      const double least = fit.likelihood.objective;
      limits.low = estimate <= range.low ? range.low : ProfileLimit(profile, estimate, least, -z * size, rise, range);
      limits.high = estimate >= range.high ? range.high : ProfileLimit(profile, estimate, least, z * size, rise, range);
    }
    rows.push_back({parameters[k].group, parameters[k].name, estimate, se[at], limits.low, limits.high});
  }
  return rows;
}

}  // namespace fatigue
