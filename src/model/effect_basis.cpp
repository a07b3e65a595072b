// SPDX-License-Identifier: MIT
#include "model/effect_basis.h"

#include <cmath>

namespace fatigue {
namespace {

/// A column of which less than this share is left beside the columns before it depends on them.
constexpr double kDependent = 1e-10;

}  // namespace

EffectBasis MakeEffectBasis(const Matrix& Z) {
  const Index n = Z.rows();
  const Index q = Z.cols();
  const auto rows = static_cast<double>(n);
  EffectBasis basis{Z, Matrix::Identity(q, q), -1};
  for (Index k = 0; k < q; ++k) {
    const double length = std::sqrt(basis.Z.col(k).squaredNorm() / rows);
    if (length > 0) {
      basis.Z.col(k) /= length;
      basis.transform.col(k) /= length;
    }
    for (int pass = 0; pass < 2; ++pass) {
      for (Index j = 0; j < k; ++j) {
        const double share = basis.Z.col(j).dot(basis.Z.col(k)) / rows;
        for (Index row = 0; row < n; ++row) basis.Z(row, k) -= share * basis.Z(row, j);
        basis.transform.col(k) -= share * basis.transform.col(j);
      }
    }
    const double left = std::sqrt(basis.Z.col(k).squaredNorm() / rows);
    if (!(left > kDependent)) {
      basis.dependent = k;
      return basis;
    }
    basis.Z.col(k) /= left;
    basis.transform.col(k) /= left;
  }
  return basis;
}

}  // namespace fatigue
