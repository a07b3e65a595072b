// SPDX-License-Identifier: MIT
#include "design/model_matrix.h"

#include <algorithm>

namespace fatigue {
namespace {

constexpr double kRankTolerance = 1e-7;

}  // namespace

DesignCoding::DesignCoding(const FixedFormula& formula, const std::vector<Variable>& variables, Coding coding)
    : coding_(coding), intercept_(formula.intercept) {
  const auto is_model_term = [&formula](const Term& term) {
    return term.empty() || std::find(formula.terms.begin(), formula.terms.end(), term) != formula.terms.end();
  };
  for (const Term& term : formula.terms) {
    std::vector<Factorised> parts;
    for (int variable : term) {
      const Variable& column = variables[static_cast<size_t>(variable)];
      const int levels = column.is_factor ? static_cast<int>(column.levels.size()) : 0;
      // R's rule: contrasts where the term without this factor is in the model, indicators of all levels otherwise.
      Term margin = term;
      margin.erase(std::find(margin.begin(), margin.end(), variable));
      parts.push_back({variable, levels, column.is_factor && !is_model_term(margin), 0});
    }
    terms_.push_back(parts);
  }
  if (!intercept_) {  // the first factor met stands in for the intercept
    for (auto& parts : terms_) {
      const auto factor = std::find_if(parts.begin(), parts.end(), [](const auto& part) { return part.levels > 0; });
      if (factor == parts.end()) continue;
      factor->full = true;
      break;
    }
  }
  if (intercept_) {
    names_.push_back("(Intercept)");
    column_terms_.push_back(-1);
  }
  for (size_t t = 0; t < terms_.size(); ++t) {
    int columns = 1;
    for (Factorised& part : terms_[t]) {
      part.columns = part.levels == 0 ? 1 : part.levels - (part.full ? 0 : 1);
      columns *= part.columns;
    }
    for (int column = 0; column < columns; ++column) {
      std::string name;
      int rest = column;
      for (const Factorised& part : terms_[t]) {
        const Variable& variable = variables[static_cast<size_t>(part.variable)];
        const int own = rest % part.columns;
        rest /= part.columns;
        if (!name.empty()) name += ":";
        name += variable.name;
        if (part.levels == 0) continue;
        const int level = own + (part.full || coding_ == Coding::sum ? 0 : 1);
        name += coding_ == Coding::sum && !part.full ? std::to_string(own + 1)
                                                     : variable.levels[static_cast<size_t>(level)];
      }
      names_.push_back(name);
      column_terms_.push_back(static_cast<int>(t));
    }
  }
}

double DesignCoding::Entry(const Factorised& part, int column, double value) const {
  if (part.levels == 0) return value;
  const int level = static_cast<int>(value);
  if (part.full) return level == column ? 1 : 0;
  if (coding_ == Coding::treatment) return level == column + 1 ? 1 : 0;
  if (level == part.levels - 1) return -1;
  return level == column ? 1 : 0;
}

RowVector DesignCoding::Row(const Point& point) const {
  RowVector row(columns());
  int next = 0;
  if (intercept_) row[next++] = 1;
  for (const auto& parts : terms_) {
    int count = 1;
    for (const Factorised& part : parts) count *= part.columns;
    for (int column = 0; column < count; ++column) {
      double product = 1;
      int rest = column;
      for (const Factorised& part : parts) {
        product *= Entry(part, rest % part.columns, point[static_cast<size_t>(part.variable)]);
        rest /= part.columns;
      }
      row[next++] = product;
    }
  }
  return row;
}

Matrix DesignCoding::Rows(const std::vector<Variable>& variables, Index n) const {
  Matrix rows(n, columns());
  Point point(variables.size());
  for (Index i = 0; i < n; ++i) {
    for (size_t v = 0; v < variables.size(); ++v) {
      point[v] = variables[v].is_factor ? variables[v].codes[static_cast<size_t>(i)] : variables[v].values[i];
    }
    rows.row(i) = Row(point);
  }
  return rows;
}

ModelMatrix DropAliased(const Matrix& full) {
  ModelMatrix result;
  Matrix basis(full.rows(), full.cols());  // orthonormal, grows by one column per kept column
  Index rank = 0;
  for (Index column = 0; column < full.cols(); ++column) {
    Vector rest = full.col(column);
    const double length = rest.norm();
    for (int pass = 0; pass < 2; ++pass) {  // twice is enough to be orthogonal to rounding
      rest -= basis.leftCols(rank) * (basis.leftCols(rank).transpose() * rest);
    }
    if (length == 0 || rank >= full.rows() || rest.norm() < kRankTolerance * length) {
      result.aliased.push_back(static_cast<int>(column));
    } else {
      basis.col(rank++) = rest.normalized();
      result.kept.push_back(static_cast<int>(column));
    }
  }
  result.X = full(Eigen::all, result.kept);
  if (result.kept.empty()) {
    result.aliasing = Matrix::Zero(0, static_cast<Index>(result.aliased.size()));
    return result;
  }
  const Matrix dropped = full(Eigen::all, result.aliased);
  result.aliasing =
      dropped.cols() > 0 ? Matrix(result.X.colPivHouseholderQr().solve(dropped)) : Matrix::Zero(result.X.cols(), 0);
  return result;
}

}  // namespace fatigue
