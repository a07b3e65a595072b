// SPDX-License-Identifier: MIT
#include "inference/profile_covariance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/dual.h"

namespace fatigue {
namespace {

using Kind = Component::Kind;

/// Lower triangle of L by rows from the parameters.
std::vector<Dual> FactorOf(std::vector<Dual> parameters, bool holds_correlation) {
  if (!holds_correlation) return parameters;
  const Dual rho = parameters[1];
  const Dual b = parameters[2] * parameters[2];
  parameters[0] = parameters[0] * parameters[0];
  parameters[1] = rho * b;
  parameters[2] = Sqrt(Dual(1.0) + rho * rho * Dual(-1.0)) * b;
  return parameters;
}

/// Lower triangle of A L L' A'.
std::vector<Dual> ProductOf(const Matrix& A, const std::vector<Dual>& factor) {
  const auto size = static_cast<int>(A.rows());
  std::vector<std::vector<Dual>> rows(static_cast<size_t>(size));  // of A L
  for (int i = 0; i < size; ++i) {
    for (int k = 0; k < size; ++k) {
      Dual sum(0.0);
      for (int j = k; j < size; ++j) {
        if (A(i, j) != 0) sum = sum + factor[static_cast<size_t>(TriangleIndex(j, k))] * Dual(A(i, j));
      }
      rows[static_cast<size_t>(i)].push_back(sum);
    }
  }
  std::vector<Dual> triangle;
  for (size_t i = 0; i < rows.size(); ++i) {
    for (size_t j = 0; j <= i; ++j) {
      Dual sum(0.0);
      for (size_t k = 0; k < rows.size(); ++k) sum = sum + rows[i][k] * rows[j][k];
      triangle.push_back(sum);
    }
  }
  return triangle;
}

/// L of a positive semi-definite matrix, with columns of 0 where its rank is less.
Matrix SemiDefiniteFactor(const Matrix& G) {
  constexpr double kNone = 1e-12;  // of an entry of the diagonal
  Matrix L = Matrix::Zero(G.rows(), G.cols());
  for (Index j = 0; j < G.rows(); ++j) {
    const double pivot = G(j, j) - L.row(j).head(j).squaredNorm();
    if (!(pivot > kNone * G(j, j))) continue;
    L(j, j) = std::sqrt(pivot);
    for (Index i = j + 1; i < G.rows(); ++i) L(i, j) = (G(i, j) - L.row(i).head(j).dot(L.row(j).head(j))) / L(j, j);
  }
  return L;
}

}  // namespace

bool ProfileCovariance::IsHeldIn(size_t c) const {
  return held_ >= model_.first(c) && held_ < model_.first(c) + model_.count(c);
}

ProfileCovariance::ProfileCovariance(const CovarianceModel& model, const Vector& theta, Index held)
    : model_(model), start_(theta), held_(held) {
  const Vector reported = model.Reported(theta);
  const CovarianceValue value = model.Values(theta);
  effects_.resize(model.components().size());
  for (size_t c = 0; c < effects_.size(); ++c) {
    if (model.components()[c].kind == Kind::random_effects) continue;
    if (IsHeldIn(c)) start_.segment(model.first(c), model.count(c)) = reported.segment(model.first(c), model.count(c));
  }
  for (size_t c = 0; c < effects_.size(); ++c) {
    if (model.components()[c].kind == Kind::random_effects) effects_[c] = EffectsOf(c, held, value);
  }
}

ProfileCovariance::Effects ProfileCovariance::EffectsOf(size_t c, Index held, const CovarianceValue& value) {
  const Component& component = model_.components()[c];
  const Index q = component.size, first = model_.first(c);
  const bool is_held = held >= first && held < first + model_.count(c);
  Effects effects;
  effects.order.resize(static_cast<size_t>(q));
  std::iota(effects.order.begin(), effects.order.end(), 0);
  const auto put_first = [&effects](Index effect) {
    const auto at = std::find(effects.order.begin(), effects.order.end(), effect);
    std::rotate(effects.order.begin(), at, at + 1);
  };
  if (is_held && held - first < q) {
    put_first(held - first);
    held_ = first;
  } else if (is_held) {
    Index at = first + q;  // the correlations follow, lower triangle by rows
    for (Index i = 0; i < q; ++i) {
      for (Index j = 0; j < i; ++j) {
        if (at++ != held) continue;
        put_first(i);
        put_first(j);
      }
    }
    effects.holds_correlation = true;
    held_ = first + 1;
  }
  const Matrix& T = component.transform;
  const Matrix G = model_.AsWritten(c, value.matrices[c])(effects.order, effects.order);
  const double scale = std::sqrt(std::max(value.matrices[c].diagonal().maxCoeff(), 1e-300));
  effects.sizes = scale * T.rowwise().norm()(effects.order);
  const Vector inverse = effects.sizes.cwiseInverse();
  effects.to_basis = T.inverse()(Eigen::all, effects.order) * effects.sizes.asDiagonal();
  Matrix L = SemiDefiniteFactor(inverse.asDiagonal() * G * inverse.asDiagonal());
  if (effects.holds_correlation) {
    const double a = L(0, 0), b = L.row(1).norm();
    L(1, 0) = b > 0 ? L(1, 0) / b : 0;
    L(0, 0) = std::sqrt(a);
    L(1, 1) = std::sqrt(b);
  }
  // A standard deviation is held in the unit of D, too.
  for (int i = 0; i < component.size; ++i) {
    for (int j = 0; j <= i; ++j) start_[first + TriangleIndex(i, j)] = L(i, j);
  }
  if (is_held && !effects.holds_correlation) {
    effects.to_basis.col(0) /= effects.sizes[0];
    start_[first] *= effects.sizes[0];
  }
  return effects;
}

std::optional<CovarianceValue> ProfileCovariance::At(const Vector& parameters) const {
  CovarianceValue value;
  for (size_t c = 0; c < effects_.size(); ++c) {
    const Component& component = model_.components()[c];
    const Index first = model_.first(c), count = model_.count(c);
    if (component.kind != Kind::random_effects) {
      const Coordinates coordinates = IsHeldIn(c) ? Coordinates::reported : Coordinates::theta;
      value.matrices.push_back(model_.ResidualAt(c, parameters, coordinates));
      value.derivatives.push_back(model_.DerivativesOf(c, parameters, coordinates));
      continue;
    }
    const Effects& effects = effects_[c];
    if (effects.holds_correlation && !(std::abs(parameters[held_]) < 1)) return std::nullopt;
    const std::vector<Dual> factor = FactorOf(Seed(parameters.segment(first, count)), effects.holds_correlation);
    const std::vector<Dual> triangle = ProductOf(effects.to_basis, factor);
    std::vector<double> entries;
    for (const Dual& entry : triangle) entries.push_back(entry.value);
    value.matrices.push_back(SymmetricFromTriangle(entries, component.size));
    std::vector<Index> own(static_cast<size_t>(count));
    std::iota(own.begin(), own.end(), first);
    value.derivatives.push_back(FromDuals(triangle, own));
  }
  return value;
}

}  // namespace fatigue
