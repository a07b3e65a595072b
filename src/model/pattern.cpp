// SPDX-License-Identifier: MIT
#include "model/pattern.h"

#include <algorithm>

namespace fatigue {
namespace {

/// A pattern keeps products in place of rows from this many units per row on, where an evaluation becomes cheaper, and
/// only where they take less than twice the room of the rows.
constexpr int kUnitsPerRow = 4;
bool KeepsRows(Index units, Index rows, Index q) { return units <= kUnitsPerRow * rows || 2 * units <= rows * q; }
constexpr Index kBufferedUnits = 64;
/// Products with so few rows are not worth the packing of blocked algorithms.
constexpr int kSmall = 8;

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
    Matrix own(static_cast<Index>(n), static_cast<Index>(n));
    for (size_t b = 0; b < n; ++b) {
      for (size_t a = 0; a < n; ++a)
        own(static_cast<Index>(a), static_cast<Index>(b)) = M(block.rows[a], block.rows[b]);
    }
    *S += block.Z.transpose() * own * block.Z;
  } else if (!block.visits.empty()) {
    for (size_t b = 0; b < n; ++b) {
      for (size_t a = 0; a < n; ++a) (*S)(block.visits[a], block.visits[b]) += M(block.rows[a], block.rows[b]);
    }
  } else {
    for (int row : block.rows) (*S)(0, 0) += M(row, row);
  }
}

ProductSum::ProductSum(Index size, Index q)
    : size_(size), q_(q), total_(Matrix::Zero(size * q, size * q)), buffer_(size * q, kBufferedUnits) {}

double* ProductSum::Next() {
  if (used_ == buffer_.cols()) Flush();
  buffer_.col(used_).setZero();
  return buffer_.col(used_++).data();
}

void ProductSum::Flush() {
  if (used_ > 0) total_.selfadjointView<Eigen::Lower>().rankUpdate(buffer_.leftCols(used_));
  used_ = 0;
}

void ProductSum::AddLocal(const Matrix& local, const std::vector<int>& positions) {
  const auto n = static_cast<Index>(positions.size());
  for (Index s = 0; s < q_; ++s) {
    for (Index b = 0; b < n; ++b) {
      const Index to = size_ * s + positions[static_cast<size_t>(b)];
      for (Index r = s; r < q_; ++r) {
        for (Index a = 0; a < n; ++a) {
          total_(size_ * r + positions[static_cast<size_t>(a)], to) += local(n * r + a, n * s + b);
        }
      }
    }
  }
}

const Matrix& ProductSum::Total() {
  Flush();
  total_.triangularView<Eigen::StrictlyUpper>() = total_.transpose();
  return total_;
}

Pattern::Pattern(int rows, std::vector<Block> blocks) : rows_(rows), blocks_(std::move(blocks)) {
  for (Block& block : blocks_) {
    block.positions = block.visits;
    for (int k = 0; k < block.Z.cols(); ++k) block.positions.push_back(k);
  }
}

void Pattern::Load(int units, Index q, const RowSource& source) {
  units_ = units;
  q_ = q;
  if (KeepsRows(units, rows_, q)) {
    source(0, units, &stacked_);
    return;
  }
  ProductSum sum(rows_, q);
  Matrix rows;
  for (Index first = 0; first < units; first += kBufferedUnits) {
    const Index count = std::min(kBufferedUnits, units - first);
    source(first, count, &rows);
    for (Index unit = 0; unit < count; ++unit) {
      double* to = sum.Next();
      for (Index column = 0; column < q; ++column) {
        std::copy_n(rows.data() + rows_ * (unit + count * column), rows_, to + rows_ * column);
      }
    }
  }
  products_ = sum.Total();
}

Matrix Pattern::Contract(const Matrix& M) const {
  Matrix sum = Matrix::Zero(q_, q_);
  if (is_stacked()) {
    Matrix product(stacked_.rows(), q_);
    const Eigen::Map<const Matrix> wide(stacked_.data(), rows_, units_ * q_);
    Eigen::Map<Matrix>(product.data(), rows_, units_ * q_).noalias() = M * wide;
    sum.noalias() = stacked_.transpose() * product;
    return sum;
  }
  for (Index s = 0; s < q_; ++s) {
    for (Index r = 0; r < q_; ++r)
      sum(r, s) = products_.block(rows_ * r, rows_ * s, rows_, rows_).cwiseProduct(M).sum();
  }
  return sum;
}

Matrix Pattern::Spread(const Matrix& A) const {
  Matrix sum = Matrix::Zero(rows_, rows_);
  if (is_stacked()) {
    Matrix product(stacked_.rows(), q_);
    product.noalias() = stacked_ * A;
    const Eigen::Map<const Matrix> left(product.data(), rows_, units_ * q_);
    const Eigen::Map<const Matrix> right(stacked_.data(), rows_, units_ * q_);
    sum.noalias() = left * right.transpose();
    return sum;
  }
  for (Index s = 0; s < q_; ++s) {
    for (Index r = 0; r < q_; ++r) {
      if (A(r, s) != 0) sum += A(r, s) * products_.block(rows_ * r, rows_ * s, rows_, rows_);
    }
  }
  return sum;
}

Matrix Pattern::TransformedProducts(const Matrix& U) const {
  const Index size = rows_ * q_;
  Matrix half(size, size), result(size, size);
  const auto transform = [&](const Matrix& from, Matrix* to) {
    const Eigen::Map<const Matrix> wide(from.data(), rows_, q_ * size);
    Eigen::Map<Matrix> result_wide(to->data(), rows_, q_ * size);
    if (rows_ <= kSmall) {
      result_wide.noalias() = U.lazyProduct(wide);
    } else {
      result_wide.noalias() = U * wide;
    }
  };
  transform(products_, &half);
  half.transposeInPlace();
  transform(half, &result);
  return result;
}

Matrix Pattern::Covariance(const std::vector<Matrix>& matrices) const {
  Matrix V = Matrix::Zero(rows_, rows_);
  for (const Block& block : blocks_) AddExpanded(block, matrices[block.component], &V);
  return V;
}

}  // namespace fatigue
