// SPDX-License-Identifier: MIT
#include "inference/covariance_intervals.h"

#include <algorithm>
#include <cmath>

#include "base/constants.h"
#include "base/distributions.h"
#include "inference/profile_covariance.h"
#include "inference/scaled_inverse.h"
#include "model/optimizer.h"

namespace fatigue {
namespace {

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
  Profile(const ModelData& data, Method method, const Vector& theta, Index held)
      : data_(data), method_(method), covariance_(data.covariance, theta, held) {
    for (Index k = 0; k < covariance_.start().size(); ++k) {
      if (k != covariance_.held()) free_.push_back(k);
    }
  }

  /// All parameters at a value of the held one, and the deviance there; NaN where none was found.
  struct Point {
    Vector parameters;
    double deviance = kNaN;
  };
  Point Start(double deviance) const { return {covariance_.start(), deviance}; }

  /// Least deviance with the parameter at `value`, the others starting from `from`.
  Point At(double value, const Point& from) const {
    Point point = from;
    point.parameters[covariance_.held()] = value;
    const auto whole = [&](const Vector& part) {
      Vector parameters = point.parameters;
      parameters(free_) = part;
      return covariance_.At(parameters);
    };
    SmoothFunction function;
    function.value = [&](const Vector& part) -> std::optional<double> {
      const auto covariance = whole(part);
      if (!covariance) return std::nullopt;
      const auto likelihood = EvaluateLikelihood(data_, method_, *covariance);
      if (!likelihood) return std::nullopt;
      return likelihood->objective;
    };
    function.expand = [&](const Vector& part) -> std::optional<QuadraticModel> {
      auto covariance = whole(part);
      if (!covariance) return std::nullopt;
      const auto derivatives = EvaluateDerivatives(data_, method_, std::move(*covariance));
      if (!derivatives) return std::nullopt;
      return QuadraticModel{derivatives->likelihood.objective, derivatives->gradient(free_),
                            derivatives->hessian(free_, free_)};
    };
    function.semi_definite = [&](const Vector& part) -> Matrix {
      const auto derivatives = EvaluateDerivatives(data_, method_, *whole(part), ExpectedHessian::yes);
      return derivatives->expected(free_, free_);
    };
    if (free_.empty()) {
      point.deviance = function.value(Vector(0)).value_or(kNaN);
      return point;
    }
    const OptimizerResult result = Minimize(function, point.parameters(free_));
    point.parameters(free_) = result.point;
    point.deviance = result.status == OptimizerStatus::converged ? result.value : kNaN;
    return point;
  }

 private:
  const ModelData& data_;
  Method method_;
  ProfileCovariance covariance_;
  std::vector<Index> free_;
};

/// Is the reported parameter a correlation of random effects of which one has no variance? Then it can be anything.
bool IsCorrelationOfNothing(const CovarianceModel& model, const Vector& reported, Index parameter) {
  for (size_t c = 0; c < model.components().size(); ++c) {
    const Index size = model.components()[c].size;
    Index at = model.first(c) + size;
    if (model.components()[c].kind != Component::Kind::random_effects) continue;
    for (Index i = 0; i < size; ++i) {
      for (Index j = 0; j < i; ++j, ++at) {
        if (at == parameter) return reported[model.first(c) + i] == 0 || reported[model.first(c) + j] == 0;
      }
    }
  }
  return false;
}

/// A value of the parameter, the root of the rise of the deviance there, and the other parameters.
struct ParameterPlace {
  double value = kNaN, root = kNaN;
  Profile::Point point;
};

/// Where the profile deviance has risen by `rise` on the side of `step` from the estimate, or the end of the range.
double ProfileLimit(const Profile& profile, double estimate, double least, double step, double rise,
                    const Range& range) {
  const double root = std::sqrt(rise);
  const double end = step < 0 ? range.low : range.high;
  // A correlation of 1 may come out one rounding below it.
  if (std::isfinite(end) && std::abs(end - estimate) < 1e-9 * std::abs(step)) return end;
  const auto place_at = [&](double value,
                            const Profile::Point& from) {  // NaN where the others do not go with the value
    ParameterPlace place{value, kNaN, profile.At(value, from)};
    if (!std::isnan(place.point.deviance)) place.root = std::sqrt(std::max(place.point.deviance - least, 0.0));
    return place;
  };
  // Walk out until the rise is passed: `inside` is below it, `outside` above. The other parameters follow a step at a
  // time; a step they cannot follow is halved.
  ParameterPlace inside{estimate, 0, profile.Start(least)}, outside;
  double reach = step;
  for (int tries = 0; tries < 200 && std::isnan(outside.value); ++tries) {
    double next = inside.value + reach;
    const bool is_past = std::isfinite(end) && (step < 0 ? next <= end : next >= end);
    if (is_past) next = end - 1e-9 * (end - estimate);
    const ParameterPlace place = place_at(next, inside.point);
    if (std::isnan(place.root)) {
      reach = 0.5 * (next - inside.value);
      if (std::abs(reach) < 1e-10 * std::abs(step)) return kNaN;
    } else if (place.root >= root) {
      outside = place;
    } else {
      if (is_past) return end;  // the data do not exclude the end of the range
      const double slope = (place.root - inside.root) / (next - inside.value);
      inside = place;
      const double needed = slope * step > 0 ? 1.05 * (root - place.root) / slope : 2 * reach;
      reach = std::abs(needed) < 3 * std::abs(reach) ? needed : 3 * reach;
    }
  }
  if (std::isnan(outside.value)) return kNaN;
  // The root is nearly linear: secant steps inside the bracket, halving where they stall. From either side the others
  // may come to another minimum, and the lower one counts.
  for (int iteration = 0; iteration < 200; ++iteration) {
    double next = inside.value + (root - inside.root) * (outside.value - inside.value) / (outside.root - inside.root);
    if (iteration % 5 == 4) next = 0.5 * (inside.value + outside.value);
    ParameterPlace place = place_at(next, inside.point);
    const ParameterPlace other = place_at(next, outside.point);
    if (std::isnan(place.root) || other.root < place.root) place = other;
    if (std::isnan(place.root)) return kNaN;
    const bool is_narrow = std::abs(outside.value - inside.value) < 1e-11 * std::abs(outside.value);
    if (std::abs(place.root - root) < 1e-10 * root || is_narrow) return next;
    (place.root < root ? inside : outside) = place;
  }
  return 0.5 * (inside.value + outside.value);
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
      const Profile profile(data, method, fit.theta, at);
      const double least = fit.likelihood.objective;
      if (parameters[k].kind == ParameterKind::correlation && IsCorrelationOfNothing(model, estimates, at)) {
        rows.push_back({parameters[k].group, parameters[k].name, estimate, kNaN, range.low, range.high});
        continue;
      }
      limits.low = estimate <= range.low ? range.low : ProfileLimit(profile, estimate, least, -z * size, rise, range);
      limits.high = estimate >= range.high ? range.high : ProfileLimit(profile, estimate, least, z * size, rise, range);
    }
    rows.push_back({parameters[k].group, parameters[k].name, estimate, se[at], limits.low, limits.high});
  }
  return rows;
}

}  // namespace fatigue
