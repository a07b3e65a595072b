// SPDX-License-Identifier: MIT
#pragma once

#include "base/eigen.h"

namespace fatigue {

/// Inverse of a symmetric positive definite matrix whose rows differ much in scale.
inline Matrix ScaledInverse(const Matrix& A) {
  const Vector scale = A.diagonal().cwiseAbs().cwiseMax(1e-300).cwiseSqrt().cwiseInverse();
  const Matrix scaled = scale.asDiagonal() * A * scale.asDiagonal();
  return scale.asDiagonal() * scaled.ldlt().solve(Matrix::Identity(A.rows(), A.cols())) * scale.asDiagonal();
}

}  // namespace fatigue
