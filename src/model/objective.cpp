// SPDX-License-Identifier: MIT
#include "model/objective.h"

#include <cmath>
#include <numbers>

#include "model/second_order.h"

namespace fatigue {
namespace {

/// V = L L' of a pattern, and its stacked rows whitened: L^-1 W_i.
struct Whitened {
  Eigen::LLT<Matrix> factor;
  double log_determinant = 0;
  Matrix rows;  // (n units) x q; empty unless the pattern is stacked

  /// False where V is not positive definite.
  bool Compute(const Pattern& pattern, const std::vector<Matrix>& matrices) {
    const Matrix V = pattern.Covariance(matrices);
    factor.compute(V);
    if (factor.info() != Eigen::Success || !V.allFinite()) return false;
    const Vector diagonal = factor.matrixLLT().diagonal();
    if (!(diagonal.minCoeff() > 0)) return false;
    log_determinant = 2 * diagonal.array().log().sum();
    if (pattern.is_stacked()) {
      rows = pattern.stacked();
      Eigen::Map<Matrix> wide(rows.data(), pattern.rows(), rows.size() / pattern.rows());
      factor.matrixL().solveInPlace(wide);
    }
    return true;
  }

  Matrix Inverse() const { return factor.solve(Matrix::Identity(factor.rows(), factor.cols())); }

  /// L^-T M L^-1
  Matrix Unwhiten(const Matrix& M) const {
    const Matrix half = factor.matrixU().solve(M);
    return factor.matrixU().solve(half.transpose());
  }
};

/// Generalised least squares from C = sum W'V^-1 W, W = [X, y], lower triangle.
std::optional<Likelihood> Solve(const ModelData& data, Method method, const Matrix& C, double log_determinant) {
  const Index p = data.p;
  if (!C.allFinite()) return std::nullopt;
  Likelihood result;
  const Eigen::LLT<Matrix> information(C.topLeftCorner(p, p));
  if (p > 0 && information.info() != Eigen::Success) return std::nullopt;
  const Vector right = C.row(p).head(p);
  result.gamma = information.solve(right);
  result.root = information.matrixU().solve(Matrix::Identity(p, p));  // upper: Phi = root root'
  const double quadratic = C(p, p) - right.dot(result.gamma);
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

/// Weights of the lower triangle's entries, by rows, in sum_ij M_ij S_ij.
Vector FoldedTriangle(const Matrix& M) {
  Vector folded(M.rows() * (M.rows() + 1) / 2);
  for (Index i = 0, entry = 0; i < M.rows(); ++i) {
    for (Index j = 0; j <= i; ++j) folded[entry++] = i == j ? M(i, j) : M(i, j) + M(j, i);
  }
  return folded;
}

/// Sums over patterns from which the derivatives are made, in the coordinates asked for.
class DerivativeSums {
 public:
  DerivativeSums(const ModelData& data, Method method, const Likelihood& likelihood, const CovarianceValue& value,
                 bool wants_expected)
      : model_(data.covariance),
        value_(value),
        layout_(model_),
        p_(data.p),
        q_(data.p + 1),
        by_entries_(PrefersEntries(model_)),
        reml_(method == Method::reml),
        wants_expected_(wants_expected) {
    basis_ = Matrix::Zero(q_, q_);  // [X, y] basis = [X root, residual]
    basis_.topLeftCorner(p_, p_) = likelihood.root;
    basis_.col(p_).head(p_) = -likelihood.gamma;
    basis_(p_, p_) = 1;
    const Index second = by_entries_ ? layout_.total : model_.parameters();
    observed_ = Matrix::Zero(second, second);
    if (wants_expected) expected_ = Matrix::Zero(second, second);
    for (const Component& component : model_.components()) {
      adjoints_.push_back(Matrix::Zero(component.size, component.size));
      identity_products_.push_back(Matrix::Zero(q_, q_));
      const bool has_products = by_entries_ && component.kind != Component::Kind::residual_variance;
      products_.emplace_back(has_products ? component.size : 0, q_);
    }
    if (!by_entries_) direct_.assign(static_cast<size_t>(model_.parameters()), Matrix::Zero(q_, q_));
  }

  void Add(const Pattern& pattern, const Whitened& V) {
    const Matrix A = V.Inverse();
    const Matrix weighted_inverse = pattern.units() * A;
    const auto [from_mean, from_residual] = Spreads(pattern, V, A);
    const Matrix from_both = from_mean + from_residual;
    const Matrix adjoint = weighted_inverse - from_both;
    for (const Block& block : pattern.blocks()) AddCollapsed(block, adjoint, &adjoints_[block.component]);
    const Matrix observed_weight = 2 * from_both - weighted_inverse;
    const Matrix expected_weight = weighted_inverse - 2 * from_mean;
    if (by_entries_) {
      AddEntryPairs(pattern, layout_, observed_weight, A, &observed_);
      if (wants_expected_) AddEntryPairs(pattern, layout_, expected_weight, A, &expected_);
      AddProducts(pattern, V, A);
    } else {
      AddDense(pattern, observed_weight, expected_weight, A);
    }
  }

  void Finish(LikelihoodDerivatives* result) {
    const Index K = model_.parameters();
    Matrix J;
    if (by_entries_) J = EntryJacobian(model_, value_);
    const Matrix products = by_entries_ ? EntryProducts(J) : DenseProducts();  // q^2 x K
    result->hessian = by_entries_ ? Matrix(J.transpose() * observed_ * J) : observed_;
    if (wants_expected_) result->expected = by_entries_ ? Matrix(J.transpose() * expected_ * J) : expected_;
    result->gradient = Vector::Zero(K);
    Matrix u(p_, K);  // root' X' V^-1 V_k V^-1 r
    Matrix P(p_ * p_, K);
    for (Index k = 0; k < K; ++k) {
      const auto product = products.col(k).reshaped(q_, q_);
      result->P.push_back(product.topLeftCorner(p_, p_));
      P.col(k) = result->P.back().reshaped();
      u.col(k) = product.col(p_).head(p_);
    }
    result->hessian.noalias() -= 2 * u.transpose() * u;
    if (reml_) {
      const Matrix coupled = P.transpose() * P;  // tr(Phi P_k Phi P_l)
      result->hessian -= coupled;
      if (wants_expected_) result->expected += coupled;
    }
    for (size_t c = 0; c < adjoints_.size(); ++c) {
      const ComponentDerivatives& own = value_.derivatives[c];
      const Vector slopes = own.jacobian.transpose() * FoldedTriangle(adjoints_[c]);
      const Matrix second = own.ContractEntries(adjoints_[c]);
      for (size_t k = 0; k < own.parameters.size(); ++k) {
        result->gradient[own.parameters[k]] += slopes[static_cast<Index>(k)];
        for (size_t l = 0; l < own.parameters.size(); ++l) {
          result->hessian(own.parameters[k], own.parameters[l]) += second(static_cast<Index>(k), static_cast<Index>(l));
        }
      }
    }
    result->hessian = (0.5 * (result->hessian + result->hessian.transpose())).eval();
    if (wants_expected_) result->expected = (0.5 * (result->expected + result->expected.transpose())).eval();
  }

 private:
  /// V^-1 (sum W_i m W_i') V^-1 for m = root root' on X (0 under ML), and for m of the residuals.
  std::pair<Matrix, Matrix> Spreads(const Pattern& pattern, const Whitened& V, const Matrix& A) const {
    const Index n = pattern.rows();
    if (pattern.is_stacked()) {
      const Matrix rows = V.rows * basis_;
      const Eigen::Map<const Matrix> mean(rows.data(), n, pattern.units() * p_);
      const Eigen::Map<const Matrix> residual(rows.col(p_).data(), n, pattern.units());
      Matrix outer = Matrix::Zero(n, n);
      if (reml_ && p_ > 0) outer.noalias() = mean * mean.transpose();
      return {V.Unwhiten(outer), V.Unwhiten(residual * residual.transpose())};
    }
    Matrix mean = Matrix::Zero(q_, q_);
    if (reml_) mean = basis_.leftCols(p_) * basis_.leftCols(p_).transpose();
    const Matrix residual = basis_.col(p_) * basis_.col(p_).transpose();
    return {A * pattern.Spread(mean) * A, A * pattern.Spread(residual) * A};
  }

  /// Products of V^-1 W_i, collapsed onto the components.
  void AddProducts(const Pattern& pattern, const Whitened& V, const Matrix& A) {
    const Index n = pattern.rows();
    if (!pattern.is_stacked()) {
      AddCollapsedSums(pattern, pattern.TransformedProducts(A));
      return;
    }
    Matrix rows = V.rows;  // V^-1 W, unit after unit in every column
    Eigen::Map<Matrix> wide(rows.data(), n, rows.size() / n);
    V.factor.matrixU().solveInPlace(wide);
    for (const Block& block : pattern.blocks()) {
      if (block.is_identity()) {
        identity_products_[block.component].noalias() += rows.transpose() * rows;
        continue;
      }
      ProductSum& sum = products_[block.component];
      const Index size = layout_.size[block.component];
      for (Index unit = 0; unit < pattern.units(); ++unit) {
        double* to = sum.Next();
        for (Index column = 0; column < q_; ++column, to += size) {
          const double* from = rows.data() + n * (unit + pattern.units() * column);
          for (size_t r = 0; r < block.rows.size(); ++r) {
            const double value = from[block.rows[r]];
            if (block.Z.size() == 0) {
              to[block.visits[r]] = value;
            } else {
              for (Index k = 0; k < size; ++k) to[k] += block.Z(static_cast<Index>(r), k) * value;
            }
          }
        }
      }
    }
  }

  /// As above from the pattern's sums of products, (n q) x (n q).
  void AddCollapsedSums(const Pattern& pattern, const Matrix& sums) {
    const Index n = pattern.rows();
    for (const Block& block : pattern.blocks()) {
      if (block.is_identity()) {
        for (Index s = 0; s < q_; ++s) {
          for (Index r = 0; r < q_; ++r) {
            identity_products_[block.component](r, s) += sums.block(n * r, n * s, n, n).trace();
          }
        }
        continue;
      }
      ProductSum& total = products_[block.component];
      const auto rows = static_cast<Index>(block.rows.size());
      if (block.Z.size() == 0 && rows == n) {  // all rows, in order
        total.AddLocal(sums, block.positions);
        continue;
      }
      const Index size = block.Z.size() > 0 ? block.Z.cols() : rows;
      Matrix local(size * q_, size * q_);
      Matrix part(rows, rows);
      for (Index s = 0; s < q_; ++s) {
        for (Index r = 0; r < q_; ++r) {
          for (Index b = 0; b < rows; ++b) {
            for (Index a = 0; a < rows; ++a) {
              part(a, b) = sums(n * r + block.rows[static_cast<size_t>(a)], n * s + block.rows[static_cast<size_t>(b)]);
            }
          }
          if (block.Z.size() > 0) {
            local.block(size * r, size * s, size, size).noalias() = block.Z.transpose() * (part * block.Z);
          } else {
            local.block(size * r, size * s, size, size) = part;
          }
        }
      }
      total.AddLocal(local, block.positions);
    }
  }

  /// Column k: basis' (sum W'V^-1 V_k V^-1 W) basis, from the sums by entries and their derivatives.
  Matrix EntryProducts(const Matrix& J) {
    Matrix result = Matrix::Zero(q_ * q_, model_.parameters());
    for (size_t c = 0; c < products_.size(); ++c) {
      const Index size = layout_.size[c];
      const auto own = J.middleRows(layout_.first[c], size * size);
      if (model_.components()[c].kind == Component::Kind::residual_variance) {
        result += (basis_.transpose() * identity_products_[c] * basis_).reshaped() * own;
        continue;
      }
      Matrix half = products_[c].Total();  // columns (visit, column of W): the latter to the basis, for both indices
      Matrix whole(half.rows(), half.cols());
      const Index rows = half.rows() * size;
      Eigen::Map<Matrix>(whole.data(), rows, q_).noalias() = Eigen::Map<const Matrix>(half.data(), rows, q_) * basis_;
      half = whole.transpose();
      Eigen::Map<Matrix>(whole.data(), rows, q_).noalias() = Eigen::Map<const Matrix>(half.data(), rows, q_) * basis_;
      Matrix by_entry(q_ * q_, size * size);
      for (Index s = 0; s < q_; ++s) {
        for (Index j = 0; j < size; ++j) {
          for (Index r = 0; r < q_; ++r) {
            for (Index i = 0; i < size; ++i) by_entry(r + q_ * s, i + size * j) = whole(size * r + i, size * s + j);
          }
        }
      }
      result.noalias() += by_entry * own;
    }
    return result;
  }

  void AddDense(const Pattern& pattern, const Matrix& observed_weight, const Matrix& expected_weight, const Matrix& A) {
    const Index n = pattern.rows();
    const Index K = model_.parameters();
    Matrix derivatives(n * n, K), observed(n * n, K), expected(n * n, wants_expected_ ? K : 0);
    for (Index k = 0; k < K; ++k) {
      const Matrix V_k = PatternDerivative(pattern, model_, value_, k);
      const Matrix right = V_k * A;
      derivatives.col(k) = V_k.reshaped();
      observed.col(k) = (observed_weight * right).reshaped();
      if (wants_expected_) expected.col(k) = (expected_weight * right).reshaped();
      direct_[static_cast<size_t>(k)] += pattern.Contract(A * right);
    }
    observed_.noalias() += derivatives.transpose() * observed;
    if (wants_expected_) expected_.noalias() += derivatives.transpose() * expected;
  }

  Matrix DenseProducts() const {
    Matrix result(q_ * q_, model_.parameters());
    for (Index k = 0; k < result.cols(); ++k) {
      result.col(k) = (basis_.transpose() * direct_[static_cast<size_t>(k)] * basis_).reshaped();
    }
    return result;
  }

  const CovarianceModel& model_;
  const CovarianceValue& value_;
  EntryLayout layout_;
  Index p_, q_;
  bool by_entries_, reml_, wants_expected_;
  Matrix basis_;
  Matrix observed_, expected_;             // by entries, or by parameters
  std::vector<Matrix> adjoints_;           // d objective / d S_c at fixed Phi and gamma
  std::vector<ProductSum> products_;       // by entries
  std::vector<Matrix> identity_products_;  // residual variance
  std::vector<Matrix> direct_;             // by parameters
};

}  // namespace

std::optional<Likelihood> EvaluateLikelihood(const ModelData& data, Method method, const CovarianceValue& value) {
  Matrix C = Matrix::Zero(data.p + 1, data.p + 1);
  double log_determinant = 0;
  Whitened V;
  for (const Pattern& pattern : data.patterns) {
    if (!V.Compute(pattern, value.matrices)) return std::nullopt;
    log_determinant += pattern.units() * V.log_determinant;
    if (pattern.is_stacked()) {
      C.selfadjointView<Eigen::Lower>().rankUpdate(V.rows.transpose());
    } else {
      C += pattern.Contract(V.Inverse());
    }
  }
  return Solve(data, method, C, log_determinant);
}

std::optional<Likelihood> EvaluateLikelihood(const ModelData& data, Method method, const Vector& theta) {
  return EvaluateLikelihood(data, method, data.covariance.Values(theta));
}

std::optional<LikelihoodDerivatives> EvaluateDerivatives(const ModelData& data, Method method, CovarianceValue value,
                                                         ExpectedHessian expected) {
  const std::optional<Likelihood> likelihood = EvaluateLikelihood(data, method, value);
  if (!likelihood) return std::nullopt;
  LikelihoodDerivatives result;
  result.likelihood = *likelihood;
  result.value = std::move(value);
  DerivativeSums sums(data, method, *likelihood, result.value, expected == ExpectedHessian::yes);
  Whitened V;
  for (const Pattern& pattern : data.patterns) {
    if (!V.Compute(pattern, result.value.matrices)) return std::nullopt;
    sums.Add(pattern, V);
  }
  sums.Finish(&result);
  return result;
}

std::optional<LikelihoodDerivatives> EvaluateDerivatives(const ModelData& data, Method method, const Vector& theta,
                                                         Coordinates coordinates, ExpectedHessian expected) {
  return EvaluateDerivatives(data, method, data.covariance.Derivatives(theta, coordinates), expected);
}

}  // namespace fatigue
