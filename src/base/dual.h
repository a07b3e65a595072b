// SPDX-License-Identifier: MIT
// Numbers that carry their first and second derivatives (forward mode), so that a covariance structure is written
// once, as a formula, and its gradient and Hessian follow from the chain rule exactly.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/eigen.h"

namespace fatigue {

/// f with gradient (K) and Hessian (K x K) in K parameters. A constant has empty gradient and Hessian.
struct Dual {
  double value = 0;
  Vector gradient;
  Matrix hessian;

  Dual() = default;
  Dual(double constant) : value(constant) {}  // NOLINT: constants mix freely with duals

  bool is_constant() const { return gradient.size() == 0; }
};

/// The parameters themselves: value x_k, gradient e_k, Hessian 0.
inline std::vector<Dual> Seed(const Vector& x) {
  std::vector<Dual> seeded(static_cast<size_t>(x.size()));
  for (Index k = 0; k < x.size(); ++k) {
    Dual& dual = seeded[static_cast<size_t>(k)];
    dual.value = x[k];
    dual.gradient = Vector::Unit(x.size(), k);
    dual.hessian = Matrix::Zero(x.size(), x.size());
  }
  return seeded;
}

inline Dual operator+(const Dual& a, const Dual& b) {
  if (a.is_constant()) {
    Dual sum = b;
    sum.value += a.value;
    return sum;
  }
  Dual sum = a;
  sum.value += b.value;
  if (!b.is_constant()) {
    sum.gradient += b.gradient;
    sum.hessian += b.hessian;
  }
  return sum;
}

inline Dual operator*(const Dual& a, const Dual& b) {
  if (a.is_constant() && !b.is_constant()) return b * a;
  Dual product;
  product.value = a.value * b.value;
  if (a.is_constant()) return product;
  product.gradient = a.gradient * b.value;
  product.hessian = a.hessian * b.value;
  if (!b.is_constant()) {
    product.gradient += a.value * b.gradient;
    product.hessian += a.value * b.hessian;
    product.hessian += a.gradient * b.gradient.transpose() + b.gradient * a.gradient.transpose();
  }
  return product;
}

/// g(a) from g, g' and g'' at a.
inline Dual Chain(const Dual& a, double g, double g1, double g2) {
  Dual result(g);
  if (a.is_constant()) return result;
  result.gradient = g1 * a.gradient;
  result.hessian = g1 * a.hessian + g2 * (a.gradient * a.gradient.transpose());
  return result;
}

inline Dual Exp(const Dual& a) {
  const double e = std::exp(a.value);
  return Chain(a, e, e, e);
}
inline Dual Sqrt(const Dual& a) {
  const double r = std::sqrt(a.value);
  return Chain(a, r, 0.5 / r, -0.25 / (a.value * r));
}
inline Dual Reciprocal(const Dual& a) {
  const double r = 1 / a.value;
  return Chain(a, r, -r * r, 2 * r * r * r);
}
/// log(1 + exp(a)), which neither overflows nor cancels.
inline double Softplus(double a) { return std::max(a, 0.0) + std::log1p(std::exp(-std::abs(a))); }
inline Dual Softplus(const Dual& a) {
  const double p = 1 / (1 + std::exp(-a.value));
  return Chain(a, Softplus(a.value), p, p * (1 - p));
}

inline double Exp(double a) { return std::exp(a); }
inline double Sqrt(double a) { return std::sqrt(a); }
inline double Reciprocal(double a) { return 1 / a; }

}  // namespace fatigue
