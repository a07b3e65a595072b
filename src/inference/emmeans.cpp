// SPDX-License-Identifier: MIT
#include "inference/emmeans.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "base/error.h"

namespace fatigue {
namespace {

using Combination = std::vector<std::pair<size_t, double>>;  // (variable, level index or value)

size_t Find(const std::vector<Variable>& variables, const std::string& name) {
  for (size_t v = 0; v < variables.size(); ++v) {
    if (variables[v].name == name) return v;
  }
  std::string names;
  for (const Variable& variable : variables) names += (names.empty() ? "" : ", ") + variable.name;
  throw Error("unknown_column", "\"" + name + "\" is not a variable of the fixed effects; they have: " + names);
}

std::vector<double> GridValues(const Variable& variable, const EmmeansSpec& spec) {
  std::vector<double> values;
  if (variable.is_factor) {
    for (size_t level = 0; level < variable.levels.size(); ++level) values.push_back(static_cast<double>(level));
    return values;
  }
  const auto given = spec.at.find(variable.name);
  if (given != spec.at.end() && !given->second.empty()) return given->second;
  return {variable.values.mean()};
}

/// All combinations of the named variables' grid values, the first varying fastest.
std::vector<Combination> Cross(const std::vector<Variable>& variables, const std::vector<std::string>& names,
                               const EmmeansSpec& spec) {
  std::vector<Combination> combinations = {{}};
  for (const std::string& name : names) {
    const size_t v = Find(variables, name);
    std::vector<Combination> crossed;
    for (double value : GridValues(variables[v], spec)) {
      for (const Combination& combination : combinations) {
        crossed.push_back(combination);
        crossed.back().emplace_back(v, value);
      }
    }
    combinations = crossed;
  }
  return combinations;
}

std::string LevelText(const Variable& variable, double value) {
  return variable.is_factor ? variable.levels[static_cast<size_t>(value)] : NumberText(value);
}

/// Averages rows over the factors that a combination leaves free.
class Averager {
 public:
  Averager(const std::vector<Variable>& variables, const EmmeansSpec& spec) : variables_(variables), spec_(spec) {
    for (const Variable& variable : variables) {
      const bool named = std::count(spec.of.begin(), spec.of.end(), variable.name) > 0 ||
                         std::count(spec.by.begin(), spec.by.end(), variable.name) > 0;
      base_.push_back(variable.is_factor ? 0 : GridValues(variable, spec)[0]);
      if (variable.is_factor && !named) free_.push_back(variable.name);
    }
    cells_ = Cross(variables, free_, spec);
    for (const Combination& cell : cells_) weights_.push_back(Weight(cell));
  }

  RowVector Average(const Combination& fixed, const std::function<RowVector(const Point&)>& row) const {
    RowVector sum;
    double total = 0;
    for (size_t c = 0; c < cells_.size(); ++c) {
      Point point = base_;
      for (const auto& [variable, value] : fixed) point[variable] = value;
      for (const auto& [variable, value] : cells_[c]) point[variable] = value;
      const RowVector values = row(point);
      sum = c == 0 ? RowVector(weights_[c] * values) : RowVector(sum + weights_[c] * values);
      total += weights_[c];
    }
    return sum / total;
  }

 private:
  double Weight(const Combination& cell) const {
    if (spec_.weights == EmmeansWeights::equal || cell.empty()) return 1;
    double count = 0;
    for (size_t row = 0; row < variables_[cell[0].first].codes.size(); ++row) {
      count += std::all_of(cell.begin(), cell.end(), [&](const auto& entry) {
        return variables_[entry.first].codes[row] == static_cast<int>(entry.second);
      });
    }
    return count;
  }

  const std::vector<Variable>& variables_;
  const EmmeansSpec& spec_;
  Point base_;
  std::vector<std::string> free_;
  std::vector<Combination> cells_;
  std::vector<double> weights_;
};

/// Position of the reference among the combinations of the `of` variables.
size_t ReferencePosition(const std::vector<Variable>& variables, const std::vector<Combination>& of,
                         const EmmeansSpec& spec) {
  for (const auto& [name, level] : spec.reference) {
    const Variable& variable = variables[Find(variables, name)];
    if (variable.is_factor && std::count(variable.levels.begin(), variable.levels.end(), level) == 0) {
      throw Error("unknown_level", "the reference \"" + level + "\" is not a level of " + name);
    }
  }
  for (size_t k = 0; k < of.size(); ++k) {
    const bool matches = std::all_of(of[k].begin(), of[k].end(), [&](const auto& entry) {
      const Variable& variable = variables[entry.first];
      const auto wanted = spec.reference.find(variable.name);
      return wanted == spec.reference.end() ? entry.second == GridValues(variable, spec)[0]
                                            : LevelText(variable, entry.second) == wanted->second;
    });
    if (matches) return k;
  }
  return 0;
}

EmmeansCombinations Build(const std::vector<Variable>& variables, const EmmeansSpec& spec,
                          const std::function<RowVector(const Point&)>& row) {
  if (spec.of.empty()) throw Error("unknown_column", "marginal means need at least one column");
  const std::vector<Combination> of = Cross(variables, spec.of, spec);
  const size_t reference = ReferencePosition(variables, of, spec);
  const Averager averager(variables, spec);
  const auto text = [&variables](const Combination& combination) {
    std::string label;
    for (const auto& [v, value] : combination) label += (label.empty() ? "" : " ") + LevelText(variables[v], value);
    return label;
  };
  EmmeansCombinations result;
  for (const Combination& by : Cross(variables, spec.by, spec)) {
    std::vector<LabelledCombination> means;
    for (const Combination& own : of) {
      Combination fixed = own;
      fixed.insert(fixed.end(), by.begin(), by.end());
      LabelledCombination mean;
      for (const auto& [v, value] : fixed) mean.levels.emplace_back(variables[v].name, LevelText(variables[v], value));
      mean.l = averager.Average(fixed, row);
      means.push_back(mean);
    }
    for (size_t k = 0; k < of.size(); ++k) {
      if (k == reference) continue;
      LabelledCombination contrast;
      contrast.level = text(of[k]);
      contrast.reference = text(of[reference]);
      contrast.levels.emplace_back("contrast", contrast.level + " - " + contrast.reference);
      for (const auto& [v, value] : by) contrast.levels.emplace_back(variables[v].name, LevelText(variables[v], value));
      contrast.l = means[k].l - means[reference].l;
      result.contrasts.push_back(contrast);
    }
    result.means.insert(result.means.end(), means.begin(), means.end());
  }
  return result;
}

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

}  // namespace

EmmeansCombinations MarginalMeanCombinations(const std::vector<Variable>& variables, const DesignCoding& coding,
                                             const EmmeansSpec& spec) {
  return Build(variables, spec, [&coding](const Point& point) { return coding.Row(point); });
}

EmmeansCombinations TrendCombinations(const std::vector<Variable>& variables, const DesignCoding& coding,
                                      const std::string& covariate, const EmmeansSpec& spec) {
  const size_t v = Find(variables, covariate);
  if (variables[v].is_factor) throw Error("not_numeric", covariate + " is a factor: a slope needs a number");
  return Build(variables, spec, [&coding, v](Point point) {
    point[v] = 1;
    const RowVector one = coding.Row(point);
    point[v] = 0;
    return RowVector(one - coding.Row(point));
  });
}

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

}  // namespace fatigue
