// SPDX-License-Identifier: MIT
#include "model/second_order.h"

#include <algorithm>

namespace fatigue {
namespace {

/// B_left' M B_right; identity blocks are not taken.
Matrix Collapse(const Block& left, const Matrix& M, const Block& right) {
  Matrix inner(static_cast<Index>(left.rows.size()), static_cast<Index>(right.rows.size()));
  for (size_t b = 0; b < right.rows.size(); ++b) {
    for (size_t a = 0; a < left.rows.size(); ++a) {
      inner(static_cast<Index>(a), static_cast<Index>(b)) = M(left.rows[a], right.rows[b]);
    }
  }
  if (left.Z.size() > 0) inner = (left.Z.transpose() * inner).eval();
  if (right.Z.size() > 0) inner = (inner * right.Z).eval();
  return inner;
}

/// All rows of a unit are those of the identity block.
void AddIdentityPairs(const Pattern& pattern, const EntryLayout& layout, const Block& identity, const Matrix& M,
                      const Matrix& A, Matrix* T) {
  const Index own = layout.first[identity.component];
  (*T)(own, own) += M.cwiseProduct(A).sum();
  const Matrix product = A * M;  // tr(M V_l A) = tr(V_l A M)
  for (const Block& block : pattern.blocks()) {
    if (block.is_identity()) continue;
    const std::vector<int>& positions = block.positions;
    const Matrix inner = Collapse(block, product, block);
    const Index first = layout.first[block.component];
    const Index size = layout.size[block.component];
    for (Index r = 0; r < inner.cols(); ++r) {
      for (Index t = 0; t < inner.rows(); ++t) {
        const Index entry = first + positions[static_cast<size_t>(t)] + size * positions[static_cast<size_t>(r)];
        const double half = 0.5 * (inner(t, r) + inner(r, t));  // S is symmetric
        (*T)(own, entry) += half;
        (*T)(entry, own) += half;
      }
    }
  }
}

}  // namespace

EntryLayout::EntryLayout(const CovarianceModel& model) {
  for (const Component& component : model.components()) {
    first.push_back(total);
    size.push_back(component.size);
    total += Index{component.size} * component.size;
  }
}

Matrix EntryJacobian(const CovarianceModel& model, const CovarianceValue& value) {
  const EntryLayout layout(model);
  Matrix J = Matrix::Zero(layout.total, model.parameters());
  for (size_t c = 0; c < layout.first.size(); ++c) {
    const ComponentDerivatives& own = value.derivatives[c];
    for (size_t k = 0; k < own.parameters.size(); ++k) {
      for (Index i = 0, entry = 0; i < layout.size[c]; ++i) {
        for (Index j = 0; j <= i; ++j, ++entry) {
          const double slope = own.jacobian(entry, static_cast<Index>(k));
          J(layout.first[c] + i + layout.size[c] * j, own.parameters[k]) = slope;
          J(layout.first[c] + j + layout.size[c] * i, own.parameters[k]) = slope;
        }
      }
    }
  }
  return J;
}

bool PrefersEntries(const CovarianceModel& model) {
  Index largest = 0;
  bool is_general = true;  // every entry is a parameter of its own
  for (const Component& component : model.components()) {
    if (component.kind != Component::Kind::residual_structure) continue;
    largest = std::max<Index>(largest, component.size);
    is_general = is_general && component.structure == CovStructure::us;
  }
  return is_general || largest <= 3 * model.parameters() + 2;
}

void AddEntryPairs(const Pattern& pattern, const EntryLayout& layout, const Matrix& M, const Matrix& A, Matrix* T) {
  for (const Block& left : pattern.blocks()) {
    if (left.is_identity()) {
      AddIdentityPairs(pattern, layout, left, M, A, T);
      continue;
    }
    const std::vector<int>& rows = left.positions;
    const Index row_size = layout.size[left.component];
    for (const Block& right : pattern.blocks()) {
      if (right.is_identity()) continue;
      const std::vector<int>& columns = right.positions;
      const Index column_size = layout.size[right.component];
      const Matrix m = Collapse(left, M, right);
      const Matrix a = Collapse(left, A, right);
      for (size_t r = 0; r < columns.size(); ++r) {
        for (size_t t = 0; t < columns.size(); ++t) {
          double* column = T->col(layout.first[right.component] + columns[t] + column_size * columns[r]).data() +
                           layout.first[left.component];
          const double* inner = a.col(static_cast<Index>(t)).data();
          for (size_t j = 0; j < rows.size(); ++j) {
            const double weight = m(static_cast<Index>(j), static_cast<Index>(r));
            double* to = column + row_size * rows[j];
            for (size_t i = 0; i < rows.size(); ++i) to[rows[i]] += weight * inner[i];
          }
        }
      }
    }
  }
}

Matrix WeightedPairs(const Pattern& pattern, const EntryLayout& layout, const Matrix& w, const Matrix& A) {
  Matrix sum = Matrix::Zero(pattern.rows(), pattern.rows());
  for (const Block& left : pattern.blocks()) {
    const Index left_first = layout.first[left.component];
    for (const Block& right : pattern.blocks()) {
      const Index right_first = layout.first[right.component];
      if (left.is_identity() && right.is_identity()) {
        sum += w(left_first, right_first) * A;
        continue;
      }
      if (left.is_identity() || right.is_identity()) {  // sum_l w_kl V_k A V_l with V_k = I, and its transpose
        const Block& block = left.is_identity() ? right : left;
        const Index size = layout.size[block.component];
        const Index own = left.is_identity() ? left_first : right_first;
        const Matrix S = w.col(own).segment(layout.first[block.component], size * size).reshaped(size, size);
        Matrix V = Matrix::Zero(pattern.rows(), pattern.rows());
        AddExpanded(block, S, &V);
        sum += left.is_identity() ? Matrix(A * V) : Matrix(V * A);
        continue;
      }
      const std::vector<int>& rows = left.positions;
      const std::vector<int>& columns = right.positions;
      const Index row_size = layout.size[left.component];
      const Index column_size = layout.size[right.component];
      const Matrix a = Collapse(left, A, right);
      Matrix inner = Matrix::Zero(a.rows(), a.cols());
      for (size_t t = 0; t < columns.size(); ++t) {
        for (size_t r = 0; r < columns.size(); ++r) {
          const auto column = w.col(right_first + columns[t] + column_size * columns[r]);
          for (size_t j = 0; j < rows.size(); ++j) {
            const double weight = a(static_cast<Index>(j), static_cast<Index>(r));
            for (size_t i = 0; i < rows.size(); ++i) {
              inner(static_cast<Index>(i), static_cast<Index>(t)) +=
                  weight * column[left_first + rows[i] + row_size * rows[j]];
            }
          }
        }
      }
      if (left.Z.size() > 0) inner = (left.Z * inner).eval();
      if (right.Z.size() > 0) inner = (inner * right.Z.transpose()).eval();
      for (size_t b = 0; b < right.rows.size(); ++b) {
        for (size_t c = 0; c < left.rows.size(); ++c) {
          sum(left.rows[c], right.rows[b]) += inner(static_cast<Index>(c), static_cast<Index>(b));
        }
      }
    }
  }
  return sum;
}

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

}  // namespace fatigue
