// SPDX-License-Identifier: MIT
// Minimiser of a smooth function with exact Hessian, to rounding error.
#pragma once

#include <functional>
#include <optional>

#include "base/eigen.h"

namespace fatigue {

struct QuadraticModel {
  double value = 0;
  Vector gradient;
  Matrix hessian;
};

/// nullopt where the function is not defined.
struct SmoothFunction {
  std::function<std::optional<double>(const Vector&)> value;
  std::function<std::optional<QuadraticModel>(const Vector&)> expand;
  /// A positive semi-definite approximation of the Hessian, for where the exact one leads nowhere. Defined where
  /// `expand` is.
  std::function<Matrix(const Vector&)> semi_definite;
};

enum class OptimizerStatus {
  converged,        // gradient and Newton decrement at rounding error, Hessian positive semi-definite
  iteration_limit,  // still moving; the point is the best found
  saddle,           // gradient vanishes but the Hessian has a negative direction that leads nowhere
  not_defined       // the function has no value at the start
};

struct OptimizerResult {
  OptimizerStatus status = OptimizerStatus::not_defined;
  Vector point;
  double value = 0;
  double newton_decrement = 0;  // g' H^-1 g at the end: twice the decrease still expected
  int iterations = 0;
};

/// Newton's method in a trust region; the subproblem is solved exactly from the Hessian's eigen-decomposition
/// (Nocedal and Wright 2006, section 4.3).
OptimizerResult Minimize(const SmoothFunction& function, const Vector& start, int iteration_limit = 200);

}  // namespace fatigue
