// SPDX-License-Identifier: MIT
#include "inference/hypotheses.h"

#include <algorithm>
#include <numeric>
#include <random>

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

/// Both codings' columns side by side at the points, reduced to a triangle with the same geometry.
class CodingPair {
 public:
  CodingPair(const DesignCoding& deviations, const std::vector<Variable>& variables)
      : deviations_(deviations), variables_(variables) {}

  void Add(const std::vector<int>& rows, const Matrix& treatment) {
    deviations_.Fill(variables_, rows.data(), static_cast<Index>(rows.size()), &columns_);
    Matrix both(columns_.rows(), columns_.cols() + treatment.cols());
    both << columns_, treatment;
    factor_.Add(both);
  }

  /// M with X = X_sum M over the kept columns of X_sum, so that beta_sum = M beta.
  Matrix Map(ModelMatrix* sum) const {
    const Matrix& R = factor_.R();
    *sum = DropAliased(R.leftCols(deviations_.columns()));
    const Matrix kept = R(Eigen::all, sum->kept);
    return kept.colPivHouseholderQr().solve(R.rightCols(R.cols() - deviations_.columns()));
  }

 private:
  const DesignCoding& deviations_;
  const std::vector<Variable>& variables_;
  Matrix columns_;
  TriangularFactor factor_;
};

/// Where no column is aliased the map between the codings does not depend on the data: some points in general position
/// tell it. Otherwise the rows of the data do.
Matrix CodingMap(const FixedFormula& formula, const std::vector<Variable>& variables, const DesignCoding& coding,
                 const OrthonormalBasis& basis, Index rows, ModelMatrix* sum) {
  std::vector<int> listed;
  if (basis.columns().aliased.empty()) {
    const int points = 4 * coding.columns() + 40;
    std::vector<Variable> made = variables;
    std::minstd_rand random(1);
    for (Variable& variable : made) {
      if (variable.is_factor) {
        variable.codes.clear();
        for (int i = 0; i < points; ++i) {
          variable.codes.push_back(static_cast<int>(random() / 7 % variable.levels.size()));
        }
      } else {
        variable.values = Vector(points);
        for (double& value : variable.values) value = static_cast<double>(random() % 1'000'003) / 500'000 - 1;
      }
    }
    listed.resize(static_cast<size_t>(points));
    std::iota(listed.begin(), listed.end(), 0);
    CodingPair pair(coding, made);
    pair.Add(listed, DesignCoding(formula, made, Coding::treatment).Rows(made, points));
    const Matrix M = pair.Map(sum);
    if (sum->aliased.empty()) return M;
  }
  CodingPair pair(coding, variables);
  Matrix treatment;
  for (Index first = 0; first < rows; first += kRowBlock) {
    listed.resize(static_cast<size_t>(std::min(kRowBlock, rows - first)));
    std::iota(listed.begin(), listed.end(), static_cast<int>(first));
    basis.FillDesign(listed.data(), static_cast<Index>(listed.size()), &treatment);
    pair.Add(listed, treatment);
  }
  return pair.Map(sum);
}

}  // namespace

std::vector<Matrix> Type3Hypotheses(const FixedFormula& formula, const std::vector<Variable>& variables,
                                    const OrthonormalBasis& basis, Index rows) {
  if (formula.terms.empty()) return {};
  const DesignCoding coding(formula, variables, Coding::sum);
  ModelMatrix sum;
  const Matrix M = CodingMap(formula, variables, coding, basis, rows, &sum);
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
  const Matrix R = basis.UnweightedFactor();  // which hypothesis is tested does not depend on the weights, as in mmrm
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
    factor.Add(R(Eigen::all, order));
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
