// SPDX-License-Identifier: MIT
#include "model/objective.h"

#include <cmath>
#include <numbers>

namespace fatigue {
namespace {

/// V = L L' of a pattern and its inverse; false where V is not positive definite.
struct Factorised {
  Eigen::LLT<Matrix> factor;
  Matrix inverse;
  double log_determinant = 0;

  bool Compute(const Matrix& V) {
    factor.compute(V);
    if (factor.info() != Eigen::Success || !V.allFinite()) return false;
    const Vector diagonal = factor.matrixLLT().diagonal();
    if (!(diagonal.minCoeff() > 0)) return false;
    log_determinant = 2 * diagonal.array().log().sum();
    inverse = factor.solve(Matrix::Identity(V.rows(), V.cols()));
    return true;
  }
};

/// Generalised least squares from C = sum W'V^-1 W, W = [X, y].
std::optional<Likelihood> Solve(const ModelData& data, Method method, const Matrix& C, double log_determinant) {
  const Index p = data.p;
  Likelihood result;
  const Eigen::LLT<Matrix> information(C.topLeftCorner(p, p));
  if (p > 0 && (information.info() != Eigen::Success || !C.allFinite())) return std::nullopt;
  result.Phi = information.solve(Matrix::Identity(p, p));
  result.gamma = information.solve(C.topRightCorner(p, 1));
  Vector minus(p + 1);  // [-gamma; 1]: W minus = residuals
  minus << -result.gamma, 1;
  const double quadratic = minus.dot(C * minus);
  const double log_2_pi = std::log(2 * std::numbers::pi);
  result.objective = static_cast<double>(data.n) * log_2_pi + log_determinant - data.log_weights + quadratic;
  if (method == Method::reml) {
    double log_information = 2 * data.log_abs_det_R;
    for (Index j = 0; j < p; ++j) log_information += 2 * std::log(information.matrixLLT()(j, j));
    result.objective += log_information - static_cast<double>(p) * log_2_pi;
  }
  if (!std::isfinite(result.objective)) return std::nullopt;
  return result;
}

/// Sums over the patterns that the derivatives are made of.
struct Accumulator {
  std::vector<Matrix> adjoints;  // d objective / d S_c at fixed Phi and gamma
  std::vector<Matrix> products;  // per component: Products of V^-1 W, collapsed to (size^2) x q^2
};

/// Collapses each column of a pattern's products (n^2 x q^2) onto a component.
void AddCollapsedProducts(const Block& block, const Matrix& products, Index n, Matrix* collapsed) {
  const size_t rows = block.rows.size();
  if (block.Z.size() > 0) {
    const Index size = block.Z.cols();
    for (size_t b = 0; b < rows; ++b) {
      for (size_t a = 0; a < rows; ++a) {
        const auto product = products.row(block.rows[a] + n * block.rows[b]);
        for (Index s = 0; s < size; ++s) {
          for (Index r = 0; r < size; ++r) {
            const double weight = block.Z(static_cast<Index>(a), r) * block.Z(static_cast<Index>(b), s);
            if (weight != 0) collapsed->row(r + size * s) += weight * product;
          }
        }
      }
    }
  } else if (!block.visits.empty()) {
    const auto size = static_cast<Index>(std::lround(std::sqrt(static_cast<double>(collapsed->rows()))));
    for (size_t b = 0; b < rows; ++b) {
      for (size_t a = 0; a < rows; ++a) {
        collapsed->row(block.visits[a] + size * block.visits[b]) += products.row(block.rows[a] + n * block.rows[b]);
      }
    }
  } else {
    for (int row : block.rows) collapsed->row(0) += products.row(row + n * row);
  }
}

/// sum_ij M_ij d2 S_ij / dk dl
Matrix ContractSecond(const Matrix& M, const std::vector<Dual>& triangle, Index parameters) {
  Matrix sum = Matrix::Zero(parameters, parameters);
  for (Index i = 0, entry = 0; i < M.rows(); ++i) {
    for (Index j = 0; j <= i; ++j, ++entry) {
      const Dual& dual = triangle[static_cast<size_t>(entry)];
      if (!dual.is_constant()) sum += (i == j ? 1.0 : 2.0) * M(i, j) * dual.hessian;
    }
  }
  return sum;
}

}  // namespace

Matrix PatternDerivative(const Pattern& pattern, const CovarianceModel& model, const CovarianceValue& value, Index k) {
  Matrix V_k = Matrix::Zero(pattern.rows(), pattern.rows());
  std::vector<Matrix> derivative(model.components().size());
  for (const Block& block : pattern.blocks()) {
    Matrix& S_k = derivative[block.component];
    if (S_k.size() == 0) S_k = value.Derivative(block.component, k);
    AddExpanded(block, S_k, &V_k);
  }
  return V_k;
}

std::optional<Likelihood> EvaluateLikelihood(const ModelData& data, Method method, const Vector& theta) {
  const CovarianceValue value = data.covariance.Values(theta);
  Matrix C = Matrix::Zero(data.p + 1, data.p + 1);
  double log_determinant = 0;
  Factorised V;
  for (const Pattern& pattern : data.patterns) {
    if (!V.Compute(pattern.Covariance(value.matrices))) return std::nullopt;
    log_determinant += pattern.units() * V.log_determinant;
    C += pattern.Contract(V.inverse);
  }
  return Solve(data, method, C, log_determinant);
}

std::optional<LikelihoodDerivatives> EvaluateDerivatives(const ModelData& data, Method method, const Vector& theta,
                                                         Coordinates coordinates) {
  const std::optional<Likelihood> likelihood = EvaluateLikelihood(data, method, theta);
  if (!likelihood) return std::nullopt;
  const CovarianceModel& model = data.covariance;
  const Index K = model.parameters();
  const Index p = data.p;
  const Index q = p + 1;
  LikelihoodDerivatives result;
  result.likelihood = *likelihood;
  result.value = model.Derivatives(theta, coordinates);
  result.hessian = result.expected = Matrix::Zero(K, K);

  const bool reml = method == Method::reml;
  Matrix residual_outer = Matrix::Zero(q, q);  // [-gamma; 1][-gamma; 1]'
  Matrix mean_outer = Matrix::Zero(q, q);      // Phi for X, 0 for y
  Vector minus(q);
  minus << -likelihood->gamma, 1;
  residual_outer = minus * minus.transpose();
  if (reml) mean_outer.topLeftCorner(p, p) = likelihood->Phi;

  Accumulator sums;
  for (const Component& component : model.components()) {
    sums.adjoints.push_back(Matrix::Zero(component.size, component.size));
    sums.products.push_back(Matrix::Zero(component.size * component.size, q * q));
  }
  Factorised V;
  for (const Pattern& pattern : data.patterns) {
    const Index n = pattern.rows();
    if (!V.Compute(pattern.Covariance(result.value.matrices))) return std::nullopt;
    const Matrix weighted_inverse = pattern.units() * V.inverse;
    const Matrix from_mean = V.inverse * pattern.Spread(mean_outer) * V.inverse;
    const Matrix from_both = from_mean + V.inverse * pattern.Spread(residual_outer) * V.inverse;
    const Matrix adjoint = weighted_inverse - from_both;
    const Matrix observed_weight = 2 * from_both - weighted_inverse;
    const Matrix expected_weight = weighted_inverse - 2 * from_mean;
    const Matrix products = pattern.Products(V.inverse);
    Matrix derivatives(n * n, K), observed(n * n, K), expected(n * n, K);
    for (Index k = 0; k < K; ++k) {
      const Matrix V_k = PatternDerivative(pattern, model, result.value, k);
      const Matrix right = V_k * V.inverse;
      derivatives.col(k) = V_k.reshaped();
      observed.col(k) = (observed_weight * right).reshaped();
      expected.col(k) = (expected_weight * right).reshaped();
    }
    result.hessian.noalias() += derivatives.transpose() * observed;
    result.expected.noalias() += derivatives.transpose() * expected;
    for (const Block& block : pattern.blocks()) {
      AddCollapsed(block, adjoint, &sums.adjoints[block.component]);
      AddCollapsedProducts(block, products, n, &sums.products[block.component]);
    }
  }

  // Terms that couple the units through beta.
  result.gradient = Vector::Zero(K);
  Matrix u(p, K);  // X' V^-1 V_k V^-1 r
  std::vector<Matrix> Phi_P;
  for (Index k = 0; k < K; ++k) {
    Vector flat = Vector::Zero(q * q);
    for (size_t c = 0; c < model.components().size(); ++c) {
      const Matrix S_k = result.value.Derivative(c, k);
      result.gradient[k] += sums.adjoints[c].cwiseProduct(S_k).sum();
      flat += sums.products[c].transpose() * S_k.reshaped();
    }
    const Matrix contracted = flat.reshaped(q, q);
    result.P.push_back(contracted.topLeftCorner(p, p));
    u.col(k) = contracted.topRows(p) * minus;
    Phi_P.push_back(likelihood->Phi * result.P.back());
  }
  result.hessian -= 2 * u.transpose() * likelihood->Phi * u;
  if (reml) {
    for (Index k = 0; k < K; ++k) {
      for (Index l = 0; l < K; ++l) {
        const double coupled =
            Phi_P[static_cast<size_t>(k)].cwiseProduct(Phi_P[static_cast<size_t>(l)].transpose()).sum();
        result.hessian(k, l) -= coupled;
        result.expected(k, l) += coupled;
      }
    }
  }
  for (size_t c = 0; c < model.components().size(); ++c) {
    result.hessian += ContractSecond(sums.adjoints[c], result.value.entries[c], K);
  }
  result.hessian = (0.5 * (result.hessian + result.hessian.transpose())).eval();
  result.expected = (0.5 * (result.expected + result.expected.transpose())).eval();
  return result;
}

}  // namespace fatigue
