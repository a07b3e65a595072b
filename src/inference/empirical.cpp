// SPDX-License-Identifier: MIT
#include "inference/empirical.h"

#include <cmath>

namespace fatigue {
namespace {

/// An eigenvalue of I - H below this is 0: the unit alone determines a coefficient. The inverse is then the
/// pseudo-inverse.
constexpr double kNoInformation = 1e-10;

/// (I - M)^power for power -1/2 or -1.
Matrix LeveragePower(const Matrix& M, double power) {
  const Eigen::SelfAdjointEigenSolver<Matrix> eigen(Matrix::Identity(M.rows(), M.cols()) - M);
  const Vector powers = eigen.eigenvalues().unaryExpr(
      [power](double value) { return value > kNoInformation ? std::pow(value, power) : 0.0; });
  return eigen.eigenvectors() * powers.asDiagonal() * eigen.eigenvectors().transpose();
}

/// (I - X X')^power X = X (I - X'X)^power, by the smaller of the two matrices.
Matrix Adjusted(const Matrix& X, double power) {
  if (X.rows() <= X.cols()) return LeveragePower(X * X.transpose(), power) * X;
  return X * LeveragePower(X.transpose() * X, power);
}

}  // namespace

EmpiricalCovariance::EmpiricalCovariance(const ModelData& data, const Fit& fit, VcovMethod method) {
  const Index p = data.p;
  X_.resize(data.n, p);
  AX_.resize(data.n, p);
  covariance_ = Matrix::Zero(p, p);
  Index row = 0;
  Matrix W;
  for (size_t g = 0; g < data.patterns.size(); ++g) {
    const Pattern& pattern = data.patterns[g];
    const Index n = pattern.rows();
    const Eigen::LLT<Matrix> factor(pattern.Covariance(fit.covariance.matrices));
    for (Index unit = 0; unit < pattern.units(); ++unit, row += n) {
      data.FillUnits(g, unit, 1, &W);
      factor.matrixL().solveInPlace(W);
      const Vector e = W.col(p) - W.leftCols(p) * fit.likelihood.gamma;
      const Matrix X = W.leftCols(p) * fit.likelihood.root;
      Matrix AX = X;
      if (method == VcovMethod::empirical_bias_reduced) AX = Adjusted(X, -0.5);
      if (method == VcovMethod::empirical_jackknife) AX = Adjusted(X, -1);
      const Vector score = AX.transpose() * e;
      covariance_ += score * score.transpose();
      unit_first_.push_back(row);
      X_.middleRows(row, n) = X;
      AX_.middleRows(row, n) = AX;
    }
  }
  unit_first_.push_back(row);
}

double EmpiricalCovariance::Df(const Vector& z) const {
  const Vector v = AX_ * z;
  const Index p = z.size();
  // G'G = diag(a) - B B', a_i = v_i'v_i, rows of B b_i = X~_i' v_i.
  Matrix outer = Matrix::Zero(p, p);  // B'B
  double sum_a = 0, sum_squares = 0;
  for (size_t unit = 0; unit + 1 < unit_first_.size(); ++unit) {
    const Index first = unit_first_[unit];
    const Index n = unit_first_[unit + 1] - first;
    const auto own = v.segment(first, n);
    const double a = own.squaredNorm();
    const Vector b = X_.middleRows(first, n).transpose() * own;
    sum_a += a;
    sum_squares += a * a - 2 * a * b.squaredNorm();
    outer += b * b.transpose();
  }
  const double trace = sum_a - outer.trace();
  return trace * trace / (sum_squares + outer.squaredNorm());
}

}  // namespace fatigue
