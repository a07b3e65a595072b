// SPDX-License-Identifier: MIT
#include "design/model_matrix.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fatigue {
namespace {

constexpr double kRankTolerance = 1e-7;

}  // namespace

DesignCoding::DesignCoding(const FixedFormula& formula, const std::vector<Variable>& variables, Coding coding)
    : coding_(coding) {
  const auto is_model_term = [&formula](const Term& term) {
    return term.empty() || std::find(formula.terms.begin(), formula.terms.end(), term) != formula.terms.end();
  };
  if (formula.intercept) {
    names_.push_back("(Intercept)");
    column_terms_.push_back(-1);
    columns_.emplace_back();
  }
  bool needs_stand_in = !formula.intercept;  // the first factor met stands in for the intercept
  for (size_t t = 0; t < formula.terms.size(); ++t) {
    const Term& term = formula.terms[t];
    std::vector<bool> full;
    for (int variable : term) {
      // R's rule: contrasts where the term without this factor is in the model, indicators of all levels otherwise.
      Term margin = term;
      margin.erase(std::find(margin.begin(), margin.end(), variable));
      const bool is_factor = variables[static_cast<size_t>(variable)].is_factor;
      full.push_back(is_factor && (coding == Coding::indicator || needs_stand_in || !is_model_term(margin)));
      if (is_factor) needs_stand_in = false;
    }
    AddTerm(formula, variables, term, full, static_cast<int>(t));
  }
}

void DesignCoding::AddTerm(const FixedFormula& formula, const std::vector<Variable>& variables, const Term& term,
                           const std::vector<bool>& full, int index) {
  std::vector<int> counts;
  int columns = 1;
  for (size_t part = 0; part < term.size(); ++part) {
    const Variable& variable = variables[static_cast<size_t>(term[part])];
    counts.push_back(variable.is_factor ? static_cast<int>(variable.levels.size()) - (full[part] ? 0 : 1) : 1);
    columns *= counts.back();
  }
  for (int column = 0; column < columns; ++column) {
    std::string name;
    std::vector<Factor> factors;
    int rest = column;
    for (size_t part = 0; part < term.size(); ++part) {
      const auto at = static_cast<size_t>(term[part]);
      const Variable& variable = variables[at];
      const int own = rest % counts[part];
      rest /= counts[part];
      name += (part == 0 ? "" : ":") + formula.labels[at];
      if (!variable.is_factor) {
        factors.push_back({Factor::Kind::number, at, 0, 0});
      } else if (coding_ == Coding::sum && !full[part]) {
        factors.push_back({Factor::Kind::deviation, at, own, counts[part]});
        name += std::to_string(own + 1);
      } else {
        const int level = own + (full[part] ? 0 : 1);
        factors.push_back({Factor::Kind::indicator, at, level, 0});
        name += variable.levels[static_cast<size_t>(level)];
      }
    }
    names_.push_back(name);
    column_terms_.push_back(index);
    columns_.push_back(factors);
  }
}

RowVector DesignCoding::Row(const Point& point) const {
  RowVector row = RowVector::Ones(columns());
  for (size_t column = 0; column < columns_.size(); ++column) {
    for (const Factor& factor : columns_[column]) {
      row[static_cast<Index>(column)] *= factor.Value(point[factor.variable]);
    }
  }
  return row;
}

void DesignCoding::Fill(const std::vector<Variable>& variables, const int* rows, Index count, Matrix* X) const {
  X->setOnes(count, columns());
  for (size_t column = 0; column < columns_.size(); ++column) {
    double* out = X->data() + static_cast<Index>(column) * count;
    for (const Factor& factor : columns_[column]) {
      const Variable& variable = variables[factor.variable];
      if (factor.kind == Factor::Kind::number) {
        for (Index i = 0; i < count; ++i) out[i] *= variable.values[rows[i]];
      } else {
        for (Index i = 0; i < count; ++i) out[i] *= factor.Value(variable.codes[static_cast<size_t>(rows[i])]);
      }
    }
  }
}

Matrix DesignCoding::Rows(const std::vector<Variable>& variables, Index n) const {
  std::vector<int> rows(static_cast<size_t>(n));
  std::iota(rows.begin(), rows.end(), 0);
  Matrix X;
  Fill(variables, rows.data(), n, &X);
  return X;
}

ModelMatrix DropAliased(const Matrix& X) {
  ModelMatrix result;
  Matrix basis(X.rows(), X.cols());  // orthonormal, grows by one column per kept column
  Index rank = 0;
  for (Index column = 0; column < X.cols(); ++column) {
    Vector rest = X.col(column);
    const double length = rest.norm();
    for (int pass = 0; pass < 2; ++pass) {  // twice is enough to be orthogonal to rounding
      rest -= basis.leftCols(rank) * (basis.leftCols(rank).transpose() * rest);
    }
    if (length == 0 || rank >= X.rows() || rest.norm() < kRankTolerance * length) {
      result.aliased.push_back(static_cast<int>(column));
    } else {
      basis.col(rank++) = rest.normalized();
      result.kept.push_back(static_cast<int>(column));
    }
  }
  const Matrix kept = X(Eigen::all, result.kept);
  const Matrix dropped = X(Eigen::all, result.aliased);
  result.aliasing = Matrix::Zero(kept.cols(), dropped.cols());
  if (kept.cols() == 0 || dropped.cols() == 0) return result;
  // Columns of unit length, so that rounding is not blown up by the covariates' scale and can be told from zero.
  const RowVector scale = kept.colwise().norm();
  const RowVector dropped_scale = dropped.colwise().norm().cwiseMax(1e-300);
  const Matrix unit = kept * scale.cwiseInverse().asDiagonal();
  Matrix aliasing = unit.colPivHouseholderQr().solve(dropped * dropped_scale.cwiseInverse().asDiagonal());
  aliasing = aliasing.unaryExpr([](double value) { return std::abs(value) < 1e-9 ? 0.0 : value; });
  result.aliasing = scale.cwiseInverse().asDiagonal() * aliasing * dropped_scale.asDiagonal();
  return result;
}

void TriangularFactor::Add(const Matrix& rows) {
  const Index held = R_.rows();
  stack_.resize(held + rows.rows(), rows.cols());
  if (held > 0) stack_.topRows(held) = R_;
  stack_.bottomRows(rows.rows()) = rows;
  Eigen::HouseholderQR<Eigen::Ref<Matrix>> qr(stack_);
  R_ = qr.matrixQR().topRows(std::min(stack_.rows(), stack_.cols())).triangularView<Eigen::Upper>();
}

}  // namespace fatigue
