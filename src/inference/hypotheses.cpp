// SPDX-License-Identifier: MIT
#include "inference/hypotheses.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace fatigue {
namespace {

/// A term within an interaction that has a combination of levels without data: what its test says would depend on the
/// order of the levels. The interaction itself, if no term holds it, is tested by the columns that are left.
bool LiesInEmptyCell(const FixedFormula& formula, const Term& term, const DesignCoding& coding,
                     const std::vector<int>& aliased) {
  const auto holds = [&term](const Term& outer) {
    return outer.size() > term.size() && std::includes(outer.begin(), outer.end(), term.begin(), term.end());
  };
  return std::any_of(aliased.begin(), aliased.end(), [&](int column) {
    const int of = coding.column_terms()[static_cast<size_t>(column)];
    if (of < 0) return false;
    const Term& incomplete = formula.terms[static_cast<size_t>(of)];
    if (incomplete.size() < 2) return false;
    if (incomplete != term) return holds(incomplete);
    return std::any_of(formula.terms.begin(), formula.terms.end(), holds);
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

/// The columns of two codings with the geometry they have over the rows.
struct CodingPair {
  Matrix other, treatment;
};

/// Reduces both codings' columns, side by side, to a triangle.
class PairTriangle {
 public:
  PairTriangle(const DesignCoding& other, const std::vector<Variable>& variables)
      : other_(other), variables_(variables) {}

  void Add(const std::vector<int>& rows, const Matrix& treatment) {
    other_.Fill(variables_, rows.data(), static_cast<Index>(rows.size()), &columns_);
    Matrix both(columns_.rows(), columns_.cols() + treatment.cols());
    both << columns_, treatment;
    factor_.Add(both);
  }

  CodingPair Columns() const {
    const Matrix& R = factor_.R();
    return {R.leftCols(other_.columns()), R.rightCols(R.cols() - other_.columns())};
  }

 private:
  const DesignCoding& other_;
  const std::vector<Variable>& variables_;
  Matrix columns_;
  TriangularFactor factor_;
};

/// Another coding beside the treatment columns kept. Where no column is aliased the map between the codings does not
/// depend on the data: some points in general position tell it. Otherwise the rows of the data do.
CodingPair PairCodings(const FixedFormula& formula, const std::vector<Variable>& variables, const DesignCoding& other,
                       const OrthonormalBasis& basis, Index rows) {
  std::vector<int> listed;
  if (basis.columns().aliased.empty()) {
    const int points = 4 * other.columns() + 40;
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
    PairTriangle triangle(other, made);
    triangle.Add(listed, DesignCoding(formula, made, Coding::treatment).Rows(made, points));
    CodingPair pair = triangle.Columns();
    if (DropAliased(pair.treatment).aliased.empty()) return pair;
  }
  PairTriangle triangle(other, variables);
  Matrix treatment;
  for (Index first = 0; first < rows; first += kRowBlock) {
    listed.resize(static_cast<size_t>(std::min(kRowBlock, rows - first)));
    std::iota(listed.begin(), listed.end(), static_cast<int>(first));
    basis.FillDesign(listed.data(), static_cast<Index>(listed.size()), &treatment);
    triangle.Add(listed, treatment);
  }
  return triangle.Columns();
}

/// Positions among the kept columns of those of the term.
std::vector<Index> OwnColumns(const DesignCoding& coding, const std::vector<int>& kept, size_t term) {
  std::vector<Index> own;
  for (size_t k = 0; k < kept.size(); ++k) {
    if (coding.column_terms()[static_cast<size_t>(kept[k])] == static_cast<int>(term)) {
      own.push_back(static_cast<Index>(k));
    }
  }
  return own;
}

/// The term's coefficients in sum-to-zero coding: M with X = X_sum M over the kept columns, so that beta_sum = M beta.
std::vector<Matrix> SumRows(const FixedFormula& formula, const std::vector<Variable>& variables,
                            const OrthonormalBasis& basis, Index rows) {
  const DesignCoding coding(formula, variables, Coding::sum);
  const CodingPair pair = PairCodings(formula, variables, coding, basis, rows);
  const ModelMatrix sum = DropAliased(pair.other);
  const Matrix kept = pair.other(Eigen::all, sum.kept);
  const Matrix M = kept.colPivHouseholderQr().solve(pair.treatment);
  std::vector<Matrix> hypotheses;
  for (size_t term = 0; term < formula.terms.size(); ++term) {
    const bool is_told = !LiesInEmptyCell(formula, formula.terms[term], coding, sum.aliased);
    hypotheses.push_back(is_told ? Matrix(M(OwnColumns(coding, sum.kept, term), Eigen::all)) : Matrix(0, basis.p()));
  }
  return hypotheses;
}

/// As lmerTest (Kuznetsova, Brockhoff and Christensen 2017, J Stat Softw 82(13), after Goodnight 1978, SAS R-101): the
/// general form of estimable functions has a row per indicator column, written by the treatment columns. A term's
/// columns of it, made orthogonal to those of the terms that contain it, are its hypotheses at the treatment columns.
std::vector<Matrix> EstimableRows(const FixedFormula& formula, const std::vector<Variable>& variables,
                                  const DesignCoding& treatment, const OrthonormalBasis& basis, Index rows) {
  const DesignCoding indicators(formula, variables, Coding::indicator);
  const CodingPair pair = PairCodings(formula, variables, indicators, basis, rows);
  const std::vector<int>& kept = basis.columns().kept;
  Matrix functions = pair.treatment.colPivHouseholderQr().solve(pair.other).transpose();
  functions = functions.unaryExpr([](double value) { return std::abs(value) < 1e-9 ? 0.0 : value; });
  std::vector<Index> at;  // the indicator column that each treatment column is
  for (int column : kept) {
    const auto& names = indicators.column_names();
    at.push_back(std::find(names.begin(), names.end(), treatment.column_names()[static_cast<size_t>(column)]) -
                 names.begin());
  }
  std::vector<size_t> order(formula.terms.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return formula.terms[a].size() > formula.terms[b].size(); });
  std::vector<Matrix> hypotheses(formula.terms.size(), Matrix(0, basis.p()));
  for (size_t term : order) {
    const std::vector<Index> own = OwnColumns(treatment, kept, term);
    std::vector<Index> outer;
    for (size_t other = 0; other < formula.terms.size(); ++other) {
      if (!Contains(formula.terms[other], formula.terms[term], variables)) continue;
      const std::vector<Index> columns = OwnColumns(treatment, kept, other);
      outer.insert(outer.end(), columns.begin(), columns.end());
    }
    if (!outer.empty()) {
      const Matrix by = functions(Eigen::all, outer), mine = functions(Eigen::all, own);
      functions(Eigen::all, own) = mine - by * by.colPivHouseholderQr().solve(mine);
    }
    if (LiesInEmptyCell(formula, formula.terms[term], treatment, basis.columns().aliased)) continue;
    hypotheses[term] = functions(at, own).transpose();
  }
  return hypotheses;
}

}  // namespace

std::vector<Matrix> Type3Hypotheses(const FixedFormula& formula, const std::vector<Variable>& variables,
                                    const DesignCoding& coding, const OrthonormalBasis& basis, Index rows,
                                    HypothesisRows written) {
  if (formula.terms.empty()) return {};
  if (written == HypothesisRows::mmrm) return SumRows(formula, variables, basis, rows);
  if (formula.terms.size() == 1) return Type2Hypotheses(formula, variables, coding, basis, written);  // as lmerTest
  return EstimableRows(formula, variables, coding, basis, rows);
}

std::vector<Matrix> Type2Hypotheses(const FixedFormula& formula, const std::vector<Variable>& variables,
                                    const DesignCoding& coding, const OrthonormalBasis& basis, HypothesisRows written) {
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
    // Rows [R_22, R_23] of the factor. mmrm writes them with the identity on the term's own columns; lmerTest with ones
    // on the diagonal (Doolittle), but the identity where no term follows, unless there is one term only.
    const auto first = static_cast<Index>(before.size());
    const auto count = static_cast<Index>(own.size());
    const Matrix block = factor.R().block(first, first, count, basis.p() - first);
    const bool is_doolittle = written == HypothesisRows::lmer_test && (!after.empty() || formula.terms.size() == 1);
    Matrix rows(count, block.cols());
    if (is_doolittle) {
      rows = block.diagonal().cwiseInverse().asDiagonal() * block;
    } else {
      rows = block.leftCols(count).triangularView<Eigen::Upper>().solve(block);
    }
    Matrix L = Matrix::Zero(count, basis.p());
    for (Index c = 0; c < rows.cols(); ++c) L.col(order[static_cast<size_t>(first + c)]) = rows.col(c);
    hypotheses.push_back(L);
  }
  return hypotheses;
}

}  // namespace fatigue
