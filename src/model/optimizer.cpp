// SPDX-License-Identifier: MIT
#include "model/optimizer.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/constants.h"

namespace fatigue {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

/// g' H^-1 g in the eigenbasis; infinite where the function falls along a direction without curvature.
double NewtonDecrement(const Vector& eigenvalues, const Vector& slopes) {
  const double scale = std::max(eigenvalues.cwiseAbs().maxCoeff(), 1e-300);
  const double largest_slope = slopes.cwiseAbs().maxCoeff();
  double decrement = 0;
  for (Index k = 0; k < slopes.size(); ++k) {
    if (std::abs(eigenvalues[k]) > 1e-13 * scale) {
      decrement += slopes[k] * slopes[k] / eigenvalues[k];
    } else if (std::abs(slopes[k]) > std::max(1e-6 * largest_slope, 1e-9)) {
      return kInfinity;
    }
  }
  return decrement;
}

/// Step in the eigenbasis with the least model value inside the radius: (H + shift) step = -gradient.
Vector TrustRegionStep(const Vector& eigenvalues, const Vector& slopes, double radius) {
  const double scale = std::max(eigenvalues.cwiseAbs().maxCoeff(), 1e-300);
  const auto step_at = [&](double shift) {
    Vector step(slopes.size());
    for (Index k = 0; k < slopes.size(); ++k) {
      const double curvature = eigenvalues[k] + shift;
      // A flat direction (a parameter the data say nothing about) is left alone.
      step[k] = std::abs(curvature) <= 1e-13 * scale ? 0 : -slopes[k] / curvature;
    }
    return step;
  };
  const double smallest = eigenvalues.minCoeff();
  if (smallest > -1e-12 * scale && std::isfinite(NewtonDecrement(eigenvalues, slopes))) {
    const Vector newton = step_at(0);
    if (newton.norm() <= radius) return newton;
  }
  double low = std::max(0.0, -smallest) + 1e-12 * scale;
  double high = low + slopes.norm() / radius + scale;
  if (step_at(low).norm() < radius) {  // hard case: walk along the direction of most negative curvature
    Vector step = step_at(low);
    Index worst = 0;
    eigenvalues.minCoeff(&worst);
    step[worst] = (slopes[worst] > 0 ? -1 : 1) * std::sqrt(std::max(radius * radius - step.squaredNorm(), 0.0));
    return step;
  }
  for (int iteration = 0; iteration < 100 && high - low > 1e-10 * high; ++iteration) {
    const double middle = 0.5 * (low + high);
    (step_at(middle).norm() > radius ? low : high) = middle;
  }
  return step_at(high);
}

}  // namespace

OptimizerResult Minimize(const SmoothFunction& function, const Vector& start, int iteration_limit) {
  OptimizerResult result;
  result.point = start;
  std::optional<QuadraticModel> model = function.expand(start);
  if (!model) return result;
  double radius = 1;
  double best_decrement = kInfinity;
  int stalled = 0;
  result.status = OptimizerStatus::iteration_limit;
  for (; result.iterations < iteration_limit; ++result.iterations) {
    result.value = model->value;
    Eigen::SelfAdjointEigenSolver<Matrix> eigen(model->hessian);
    double curvature = eigen.eigenvalues().cwiseAbs().maxCoeff();
    const bool convex = eigen.eigenvalues().minCoeff() > -1e-9 * std::max(curvature, 1e-300);
    const double noise = 64 * kEpsilon * std::max(1.0, std::abs(model->value));
    if (!convex && stalled > 0) {  // the exact Hessian led nowhere: try the expected one
      eigen.compute(function.semi_definite(result.point));
    }
    const Vector slopes = eigen.eigenvectors().transpose() * model->gradient;
    const Vector step_in_basis = TrustRegionStep(eigen.eigenvalues(), slopes, radius);
    const Vector step = eigen.eigenvectors() * step_in_basis;
    const double predicted =
        -slopes.dot(step_in_basis) - 0.5 * step_in_basis.dot(eigen.eigenvalues().cwiseProduct(step_in_basis));
    result.newton_decrement = convex ? NewtonDecrement(eigen.eigenvalues(), slopes) : kInfinity;

    const bool is_newton_step = std::isfinite(result.newton_decrement) && step.norm() < 0.999 * radius;
    if (convex && is_newton_step && predicted < noise) {
      // The value no longer tells progress; Newton steps still do, until the decrement stops falling.
      if (result.newton_decrement >= 0.25 * best_decrement || result.newton_decrement < kEpsilon * kEpsilon) {
        result.status = OptimizerStatus::converged;
        return result;
      }
      best_decrement = result.newton_decrement;
      const Vector candidate = result.point + step;
      const std::optional<QuadraticModel> next = function.expand(candidate);
      if (!next || next->value > model->value + 8 * noise) {
        result.status = OptimizerStatus::converged;
        return result;
      }
      result.point = candidate;
      model = next;
      continue;
    }
    const Vector candidate = result.point + step;
    const std::optional<double> value = function.value(candidate);
    const double gain = value ? (model->value - *value) / predicted : -1;
    if (gain < 0.25) {
      radius = 0.25 * std::min(radius, step.norm());
    } else if (gain > 0.75 && step.norm() > 0.9 * radius) {
      radius = std::min(2 * radius, 50.0);
    }
    if (gain > 1e-4) {
      std::optional<QuadraticModel> next = function.expand(candidate);
      if (next) {
        result.point = candidate;
        model = std::move(next);
        stalled = 0;
        continue;
      }
      radius *= 0.25;
    }
    if (radius < 1e-14 * (1 + result.point.norm())) {
      if (!convex && stalled == 0) {
        stalled = 1;
        radius = 0.1;
        continue;
      }
      result.status = convex ? OptimizerStatus::converged : OptimizerStatus::saddle;
      if (convex && result.newton_decrement > 1e-6) result.status = OptimizerStatus::iteration_limit;
      return result;
    }
  }
  return result;
}

}  // namespace fatigue
