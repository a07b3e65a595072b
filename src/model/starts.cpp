// SPDX-License-Identifier: MIT
#include "model/starts.h"

#include <cmath>

namespace fatigue {
namespace {

/// The last parameter of the structures with one correlation, at correlations far apart.
std::vector<double> CorrelationParameters(CovStructure structure) {
  std::vector<double> parameters;
  if (structure == CovStructure::ar1 || structure == CovStructure::ar1h) {
    for (const double rho : {0.85, 0.4, -0.5}) parameters.push_back(rho / std::sqrt(1 - rho * rho));
  } else if (structure == CovStructure::sp_exp) {
    for (const double rho : {0.9, 0.5, 0.1}) parameters.push_back(std::log(rho / (1 - rho)));
  }
  return parameters;
}

Vector WithSmallerEffects(const CovarianceModel& model, Vector theta) {
  for (size_t c = 0; c < model.components().size(); ++c) {
    if (model.components()[c].kind == Component::Kind::random_effects) {
      theta.segment(model.first(c), model.count(c)) *= 0.3;
    }
  }
  return theta;
}

}  // namespace

/// Moment start, then starts nearer to independence and nearer to no random effects.
std::vector<Vector> Starts(const ModelData& data) {
  const Vector moment = StartTheta(data);
  std::vector<Vector> starts = {moment};
  for (double share : {0.3, 3.0}) {
    Vector other = moment;
    for (size_t c = 0; c < data.covariance.components().size(); ++c) {
      const Component& component = data.covariance.components()[c];
      const Index first = data.covariance.first(c);
      const Index count = data.covariance.count(c);
      if (component.kind == Component::Kind::random_effects) other.segment(first, count) *= share;
      if (component.kind == Component::Kind::residual_structure && count > 1) {
        const Index variances = component.structure == CovStructure::us ? component.size : 1;
        other.segment(first + variances, count - variances) *= share < 1 ? share : 0.0;
        if (Info(component.structure).heterogeneous && component.structure != CovStructure::us) {
          other.segment(first, count) = moment.segment(first, count);
          other.segment(first + component.size, count - component.size) *= share < 1 ? share : 0.0;
        }
      }
    }
    starts.push_back(other);
  }
  return starts;
}

std::vector<Vector> Restarts(const ModelData& data, const Vector& theta) {
  const CovarianceModel& model = data.covariance;
  std::vector<Vector> restarts;
  for (size_t c = 0; c < model.components().size(); ++c) {
    const Component& component = model.components()[c];
    if (component.kind != Component::Kind::residual_structure || model.count(c) < 2) continue;
    for (const double parameter : CorrelationParameters(component.structure)) {
      Vector restart = theta;
      restart[model.first(c) + model.count(c) - 1] = parameter;
      restarts.push_back(restart);
      if (!data.groupings.empty()) restarts.push_back(WithSmallerEffects(model, restart));
    }
  }
  return restarts;
}

}  // namespace fatigue
