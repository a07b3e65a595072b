// SPDX-License-Identifier: MIT
#include "inference/hypotheses.h"

#include <algorithm>
#include <numeric>

namespace fatigue {
namespace {

/// An interaction with a combination of levels that has no data: tests of the terms within it would depend on the order
/// of the levels.
bool LiesInEmptyCell(const FixedFormula& formula, const Term& term, const DesignCoding& coding,
                     const ModelMatrix& design) {
  return std::any_of(design.aliased.begin(), design.aliased.end(), [&](int column) {
    const int of = coding.column_terms()[static_cast<size_t>(column)];
    if (of < 0) return false;
    const Term& aliased = formula.terms[static_cast<size_t>(of)];
    return aliased.size() > 1 && std::includes(aliased.begin(), aliased.end(), term.begin(), term.end());
  });
}

/// Has `outer` the covariates of `inner`, and its factors and more?
bool Contains(const Term& outer, const Term& inner, const std::vector<Variable>& variables) {
  const auto split = [&variables](const Term& term, bool factors) {
    Term part;
    for (int v : term) {
      if (variables[static_cast<size_t>(v)].is_factor == factors) part.push_back(v);
    }
    return part;
  };
  const Term outer_factors = split(outer, true), inner_factors = split(inner, true);
  return split(outer, false) == split(inner, false) && outer_factors.size() > inner_factors.size() &&
         std::includes(outer_factors.begin(), outer_factors.end(), inner_factors.begin(), inner_factors.end());
}

}  // namespace

std::vector<Matrix> Type3Hypotheses(const FixedFormula& formula, const std::vector<Variable>& variables,
                                    const OrthonormalBasis& basis, Index rows) {
  if (formula.terms.empty()) return {};
  const DesignCoding coding(formula, variables, Coding::sum);
  // Both codings' columns side by side, reduced to a triangle with the same geometry.
  TriangularFactor factor;
  std::vector<int> listed;
  Matrix deviations, treatment;
  for (Index first = 0; first < rows; first += kRowBlock) {
    listed.resize(static_cast<size_t>(std::min(kRowBlock, rows - first)));
    std::iota(listed.begin(), listed.end(), static_cast<int>(first));
    coding.Fill(variables, listed.data(), static_cast<Index>(listed.size()), &deviations);
    basis.FillDesign(listed.data(), static_cast<Index>(listed.size()), &treatment);
    Matrix both(deviations.rows(), deviations.cols() + treatment.cols());
    both << deviations, treatment;
    factor.Add(both);
  }
  const ModelMatrix sum = DropAliased(factor.R().leftCols(deviations.cols()));
  // Both span the same space: X = X_sum M, so beta_sum = M beta.
  const Matrix M = Matrix(factor.R()(Eigen::all, sum.kept))
                       .colPivHouseholderQr()
                       .solve(Matrix(factor.R().rightCols(treatment.cols())));
  std::vector<Matrix> hypotheses;
  for (size_t term = 0; term < formula.terms.size(); ++term) {
    std::vector<Index> own;
    if (LiesInEmptyCell(formula, formula.terms[term], coding, sum)) {
      hypotheses.push_back(Matrix(0, basis.p()));
      continue;
    }
    for (size_t k = 0; k < sum.kept.size(); ++k) {
      if (coding.column_terms()[static_cast<size_t>(sum.kept[k])] == static_cast<int>(term)) {
        own.push_back(static_cast<Index>(k));
      }
    }
    hypotheses.push_back(M(own, Eigen::all));
  }
  return hypotheses;
}

std::vector<Matrix> Type2Hypotheses(const FixedFormula& formula, const std::vector<Variable>& variables,
                                    const DesignCoding& coding, const OrthonormalBasis& basis) {
  const std::vector<int>& kept = basis.columns().kept;
  std::vector<Matrix> hypotheses;
  for (const Term& term : formula.terms) {
    std::vector<Index> before, own, after;
    for (size_t k = 0; k < kept.size(); ++k) {
      const int of = coding.column_terms()[static_cast<size_t>(kept[k])];
      const auto column = static_cast<Index>(k);
      if (of >= 0 && formula.terms[static_cast<size_t>(of)] == term) {
        own.push_back(column);
      } else if (of >= 0 && Contains(formula.terms[static_cast<size_t>(of)], term, variables)) {
        after.push_back(column);
      } else {
        before.push_back(column);
      }
    }
    std::vector<Index> order = before;
    order.insert(order.end(), own.begin(), own.end());
    order.insert(order.end(), after.begin(), after.end());
    TriangularFactor factor;
    factor.Add(basis.R()(Eigen::all, order));
    // Rows [R_22, R_23] of the factor, written with the identity on the term's own columns, as mmrm does: degrees of
    // freedom of several coefficients depend on how a hypothesis is written.
    const auto first = static_cast<Index>(before.size());
    const auto count = static_cast<Index>(own.size());
    const Matrix block = factor.R().block(first, first, count, basis.p() - first);
    const Matrix rows = block.leftCols(count).triangularView<Eigen::Upper>().solve(block);
    Matrix L = Matrix::Zero(count, basis.p());
    for (Index c = 0; c < rows.cols(); ++c) L.col(order[static_cast<size_t>(first + c)]) = rows.col(c);
    hypotheses.push_back(L);
  }
  return hypotheses;
}

}  // namespace fatigue
