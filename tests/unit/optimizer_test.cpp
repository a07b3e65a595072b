// SPDX-License-Identifier: MIT
#include "model/optimizer.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace fatigue {
namespace {

/// f(x, y) = (1 - x)^2 + 100 (y - x^2)^2, minimum 0 at (1, 1); undefined for x < -2.
SmoothFunction Rosenbrock() {
  SmoothFunction function;
  function.value = [](const Vector& p) -> std::optional<double> {
    if (p[0] < -2) return std::nullopt;
    return std::pow(1 - p[0], 2) + 100 * std::pow(p[1] - p[0] * p[0], 2);
  };
  function.expand = [value = function.value](const Vector& p) -> std::optional<QuadraticModel> {
    const auto f = value(p);
    if (!f) return std::nullopt;
    const double x = p[0], y = p[1];
    QuadraticModel model{*f, Vector(2), Matrix(2, 2)};
    model.gradient << -2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x);
    model.hessian << 2 - 400 * (y - 3 * x * x), -400 * x, -400 * x, 200;
    return model;
  };
  function.semi_definite = [](const Vector&) { return Matrix::Identity(2, 2); };
  return function;
}

TEST_CASE("a curved valley is followed to its floor") {
  const OptimizerResult result = Minimize(Rosenbrock(), Vector::Constant(2, -1.2));
  CHECK(result.status == OptimizerStatus::converged);
  CHECK((result.point - Vector::Ones(2)).norm() < 1e-12);
  CHECK(result.iterations < 60);
}

TEST_CASE("negative curvature is left, not taken for a minimum") {
  // f = (x^2 - 1)^2: a maximum at 0, minima at -1 and 1.
  SmoothFunction function;
  function.value = [](const Vector& p) -> std::optional<double> { return std::pow(p[0] * p[0] - 1, 2); };
  function.expand = [](const Vector& p) -> std::optional<QuadraticModel> {
    const double x = p[0];
    return QuadraticModel{std::pow(x * x - 1, 2), Vector::Constant(1, 4 * x * (x * x - 1)),
                          Matrix::Constant(1, 1, 12 * x * x - 4)};
  };
  function.semi_definite = [](const Vector&) { return Matrix::Identity(1, 1); };
  for (double start : {0.0, 1e-8, -0.1}) {
    const OptimizerResult result = Minimize(function, Vector::Constant(1, start));
    CHECK(result.status == OptimizerStatus::converged);
    CHECK_THAT(std::abs(result.point[0]), Catch::Matchers::WithinAbs(1, 1e-12));
  }
}

TEST_CASE("a start without a value and too few iterations are told apart from convergence") {
  CHECK(Minimize(Rosenbrock(), Vector::Constant(2, -3)).status == OptimizerStatus::not_defined);
  CHECK(Minimize(Rosenbrock(), Vector::Constant(2, -1.2), 3).status == OptimizerStatus::iteration_limit);
}

}  // namespace
}  // namespace fatigue
