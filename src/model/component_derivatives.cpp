// SPDX-License-Identifier: MIT
#include "model/component_derivatives.h"

#include <cmath>

#include "covariance/structure.h"

namespace fatigue {
namespace {

/// The row of L that a parameter of the factor moves, and the column for t_ij (-1 for theta_i, which scales the row).
struct FactorPlace {
  Index row, column;
};

std::vector<FactorPlace> FactorPlaces(Index m) {
  std::vector<FactorPlace> places;
  for (Index i = 0; i < m; ++i) places.push_back({i, -1});
  for (Index i = 0; i < m; ++i) {
    for (Index j = 0; j < i; ++j) places.push_back({i, j});
  }
  return places;
}

/// Row vectors r_k with dL/dk = e_row r_k': L's row for theta_i, exp(theta_i) e_j for t_ij. K x m.
Matrix FactorSlopes(const Matrix& L, const std::vector<FactorPlace>& places) {
  Matrix slopes = Matrix::Zero(static_cast<Index>(places.size()), L.rows());
  for (size_t k = 0; k < places.size(); ++k) {
    const auto at = static_cast<Index>(k);
    if (places[k].column < 0) {
      slopes.row(at) = L.row(places[k].row);
    } else {
      slopes(at, places[k].column) = L(places[k].row, places[k].row);
    }
  }
  return slopes;
}

Index SizeOfTriangle(Index entries) { return static_cast<Index>(std::lround((std::sqrt(8.0 * entries + 1) - 1) / 2)); }

}  // namespace

Index ComponentDerivatives::size() const { return SizeOfTriangle(jacobian.rows()); }

Matrix ComponentDerivatives::Slope(Index k) const {
  const Index m = size();
  Matrix S(m, m);
  for (Index i = 0, entry = 0; i < m; ++i) {
    for (Index j = 0; j <= i; ++j, ++entry) S(i, j) = S(j, i) = jacobian(entry, k);
  }
  return S;
}

Matrix ComponentDerivatives::ContractEntries(const Matrix& M) const {
  const Index K = jacobian.cols();
  Matrix sum = Matrix::Zero(K, K);
  if (factor.size() > 0) {
    // d2 S = dL_k dL_l' + dL_l dL_k' + d2L L' + L d2L', and dL_k = e_a r_k'.
    const std::vector<FactorPlace> places = FactorPlaces(factor.rows());
    const Matrix slopes = FactorSlopes(factor, places);
    const Matrix inner = slopes * slopes.transpose();
    const Matrix ML = M * factor;
    for (Index l = 0; l < K; ++l) {
      const FactorPlace& b = places[static_cast<size_t>(l)];
      for (Index k = 0; k < K; ++k) {
        const FactorPlace& a = places[static_cast<size_t>(k)];
        sum(k, l) = 2 * M(a.row, b.row) * inner(k, l);
        if (a.row != b.row || (a.column >= 0 && b.column >= 0)) continue;  // no second derivative of L
        const FactorPlace& place = a.column >= 0 ? a : b;
        sum(k, l) += place.column >= 0 ? 2 * ML(place.row, place.column) * factor(place.row, place.row)
                                       : 2 * ML.row(place.row).dot(factor.row(place.row));
      }
    }
    return sum;
  }
  for (Index i = 0, entry = 0; i < M.rows() && !hessians.empty(); ++i) {
    for (Index j = 0; j <= i; ++j, ++entry)
      sum += (i == j ? 1.0 : 2.0) * M(i, j) * hessians[static_cast<size_t>(entry)];
  }
  return sum;
}

Matrix ComponentDerivatives::ContractParameters(const Matrix& W) const {
  const Index m = size();
  Matrix S = Matrix::Zero(m, m);
  if (factor.size() > 0) {
    const std::vector<FactorPlace> places = FactorPlaces(m);
    const Matrix weighted =
        (W.array() * (FactorSlopes(factor, places) * FactorSlopes(factor, places).transpose()).array());
    Matrix second = Matrix::Zero(m, m);  // sum_kl W_kl d2L_kl
    for (size_t l = 0; l < places.size(); ++l) {
      for (size_t k = 0; k < places.size(); ++k) {
        const FactorPlace &a = places[k], &b = places[l];
        const auto row = static_cast<Index>(k), column = static_cast<Index>(l);
        S(a.row, b.row) += 2 * weighted(row, column);
        if (a.row != b.row || (a.column >= 0 && b.column >= 0)) continue;
        const FactorPlace& place = a.column >= 0 ? a : b;
        if (place.column >= 0) {
          second(place.row, place.column) += W(row, column) * factor(place.row, place.row);
        } else {
          second.row(place.row) += W(row, column) * factor.row(place.row);
        }
      }
    }
    const Matrix product = second * factor.transpose();
    return S + product + product.transpose();
  }
  for (Index i = 0, entry = 0; i < m && !hessians.empty(); ++i) {
    for (Index j = 0; j <= i; ++j, ++entry)
      S(i, j) = S(j, i) = W.cwiseProduct(hessians[static_cast<size_t>(entry)]).sum();
  }
  return S;
}

ComponentDerivatives FromDuals(const std::vector<Dual>& triangle, std::vector<Index> parameters) {
  ComponentDerivatives result;
  const auto K = static_cast<Index>(parameters.size());
  result.parameters = std::move(parameters);
  result.jacobian = Matrix::Zero(static_cast<Index>(triangle.size()), K);
  for (size_t entry = 0; entry < triangle.size(); ++entry) {
    const Dual& dual = triangle[entry];
    if (!dual.is_constant()) result.jacobian.row(static_cast<Index>(entry)) = dual.gradient;
    result.hessians.push_back(dual.is_constant() ? Matrix::Zero(K, K) : dual.hessian);
  }
  return result;
}

ComponentDerivatives FromEntries(Index size, std::vector<Index> parameters) {
  ComponentDerivatives result;
  result.jacobian = Matrix::Identity(size * (size + 1) / 2, size * (size + 1) / 2);
  result.parameters = std::move(parameters);
  return result;
}

ComponentDerivatives FromFactor(const Matrix& factor, std::vector<Index> parameters) {
  ComponentDerivatives result;
  const Index m = factor.rows();
  const std::vector<FactorPlace> places = FactorPlaces(m);
  const Matrix slopes = FactorSlopes(factor, places) * factor.transpose();  // r_k' L'
  result.jacobian = Matrix::Zero(m * (m + 1) / 2, static_cast<Index>(places.size()));
  for (size_t k = 0; k < places.size(); ++k) {
    const Index a = places[k].row;
    for (Index c = 0; c < m; ++c) {
      const Index entry = TriangleIndex(static_cast<int>(std::max(a, c)), static_cast<int>(std::min(a, c)));
      result.jacobian(entry, static_cast<Index>(k)) = (a == c ? 2 : 1) * slopes(static_cast<Index>(k), c);
    }
  }
  result.factor = factor;
  result.parameters = std::move(parameters);
  return result;
}

}  // namespace fatigue
