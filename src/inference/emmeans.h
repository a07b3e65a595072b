// SPDX-License-Identifier: MIT
// Estimated marginal means (LS means) and slopes as linear combinations of the coefficients over a reference grid.
//
// The grid crosses the levels of all factors with every covariate at its mean over the rows analysed. A marginal mean
// averages the grid's predictions over the factors not named, with weights `equal` (SAS LSMEANS, emmeans' default) or
// `proportional` (joint frequencies of those factors in the data). Searle, Speed and Milliken (1980), Am Stat 34:216.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/eigen.h"
#include "design/orthonormal_basis.h"

namespace fatigue {

enum class EmmeansWeights { equal, proportional };

/// `of` variables crossed, within each combination of `by` variables. A numeric variable among them takes the values
/// listed in `at` (default: its mean). `reference` is the level contrasts are taken against (default: the first).
struct EmmeansSpec {
  std::vector<std::string> of;
  std::vector<std::string> by;
  EmmeansWeights weights = EmmeansWeights::equal;
  std::map<std::string, std::string> reference;
  std::map<std::string, std::vector<double>> at;
};

/// A combination of coefficients with the levels it stands for.
struct LabelledCombination {
  std::vector<std::pair<std::string, std::string>> levels;  // (column, level); contrasts start with ("contrast", ...)
  std::string level, reference;                             // contrasts only
  RowVector l;                                              // over the coding's columns, aliased ones included
};

struct EmmeansCombinations {
  std::vector<LabelledCombination> means;
  std::vector<LabelledCombination> contrasts;  // level minus reference within each `by` combination
};

/// Throws Error: unknown_column (not in the model), unknown_level (reference).
EmmeansCombinations MarginalMeanCombinations(const std::vector<Variable>& variables, const DesignCoding& coding,
                                             const EmmeansSpec& spec);

/// Slopes over the numeric variable `covariate`: the difference of predictions one unit apart, exact as models are
/// linear in their covariates.
EmmeansCombinations TrendCombinations(const std::vector<Variable>& variables, const DesignCoding& coding,
                                      const std::string& covariate, const EmmeansSpec& spec);

/// Hypothesis matrices of the type III tests, one per term of the formula, over the columns kept: each term's
/// coefficients in sum-to-zero coding are zero. Rows x kept columns, full row rank; no rows for a term that cannot be
/// tested because a combination of its factors' levels has no data.
std::vector<Matrix> Type3Hypotheses(const FixedFormula& formula, const std::vector<Variable>& variables,
                                    const OrthonormalBasis& basis, Index rows);

}  // namespace fatigue
