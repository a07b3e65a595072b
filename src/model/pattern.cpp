// SPDX-License-Identifier: MIT
#include "model/pattern.h"

namespace fatigue {
namespace {

/// Adds the products of all pairs of rows of W: row (a + n b) += vec(w_a w_b').
void AddProducts(const Matrix& W, Matrix* products) {
  const Index n = W.rows();
  const Index q = W.cols();
  for (Index b = 0; b < n; ++b) {
    for (Index a = 0; a < n; ++a) {
      for (Index s = 0; s < q; ++s) {
        for (Index r = 0; r < q; ++r) (*products)(a + n * b, r + q * s) += W(a, r) * W(b, s);
      }
    }
  }
}

}  // namespace

void AddExpanded(const Block& block, const Matrix& S, Matrix* V) {
  const size_t n = block.rows.size();
  if (block.Z.size() > 0) {
    const Matrix expanded = block.Z * S * block.Z.transpose();
    for (size_t b = 0; b < n; ++b) {
      for (size_t a = 0; a < n; ++a) {
        (*V)(block.rows[a], block.rows[b]) += expanded(static_cast<Index>(a), static_cast<Index>(b));
      }
    }
  } else if (!block.visits.empty()) {
    for (size_t b = 0; b < n; ++b) {
      for (size_t a = 0; a < n; ++a) (*V)(block.rows[a], block.rows[b]) += S(block.visits[a], block.visits[b]);
    }
  } else {
    for (int row : block.rows) (*V)(row, row) += S(0, 0);
  }
}

void AddCollapsed(const Block& block, const Matrix& M, Matrix* S) {
  const size_t n = block.rows.size();
  if (block.Z.size() > 0) {
    *S += block.Z.transpose() * M(block.rows, block.rows) * block.Z;
  } else if (!block.visits.empty()) {
    for (size_t b = 0; b < n; ++b) {
      for (size_t a = 0; a < n; ++a) (*S)(block.visits[a], block.visits[b]) += M(block.rows[a], block.rows[b]);
    }
  } else {
    for (int row : block.rows) (*S)(0, 0) += M(row, row);
  }
}

void Pattern::Add(const Matrix& W) {
  q_ = W.cols();
  ++units_;
  if (products_.size() > 0) {
    AddProducts(W, &products_);
    return;
  }
  stacked_.push_back(W);
  if (units_ > rows_) {  // from here on the sums are smaller than the rows
    products_ = Matrix::Zero(Index{rows_} * rows_, q_ * q_);
    for (const Matrix& unit : stacked_) AddProducts(unit, &products_);
    stacked_.clear();
  }
}

Matrix Pattern::Contract(const Matrix& M) const {
  if (products_.size() > 0) {
    const Vector flat = products_.transpose() * M.reshaped();
    return flat.reshaped(q_, q_);
  }
  Matrix sum = Matrix::Zero(q_, q_);
  for (const Matrix& W : stacked_) sum.noalias() += W.transpose() * (M * W);
  return sum;
}

Matrix Pattern::Spread(const Matrix& A) const {
  if (products_.size() > 0) {
    const Vector flat = products_ * A.reshaped();
    return flat.reshaped(rows_, rows_);
  }
  Matrix sum = Matrix::Zero(rows_, rows_);
  for (const Matrix& W : stacked_) sum.noalias() += W * A * W.transpose();
  return sum;
}

Matrix Pattern::Products(const Matrix& U) const {
  const Index n = rows_;
  Matrix result = Matrix::Zero(n * n, q_ * q_);
  if (products_.size() == 0) {
    for (const Matrix& W : stacked_) AddProducts(U * W, &result);
    return result;
  }
  // (U kron U) products_, one index at a time.
  Matrix half(n * n, q_ * q_);
  for (Index b = 0; b < n; ++b) half.middleRows(n * b, n).noalias() = U * products_.middleRows(n * b, n);
  for (Index b = 0; b < n; ++b) {
    for (Index c = 0; c < n; ++c) result.middleRows(n * b, n) += U(b, c) * half.middleRows(n * c, n);
  }
  return result;
}

Matrix Pattern::Covariance(const std::vector<Matrix>& matrices) const {
  Matrix V = Matrix::Zero(rows_, rows_);
  for (const Block& block : blocks_) AddExpanded(block, matrices[block.component], &V);
  return V;
}

}  // namespace fatigue
