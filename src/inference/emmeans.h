// SPDX-License-Identifier: MIT
// Estimated marginal means (LS means) and slopes as linear combinations of the coefficients over a reference grid.
//
// The grid crosses the levels of all factors with every covariate at its mean over the rows analysed. A marginal mean
// averages the grid's predictions over the factors not named, with weights `equal` (SAS LSMEANS, emmeans' default),
// `proportional` (joint frequencies of those factors in the data), `outer` or `cells`. Searle, Speed and Milliken
// (1980), Am Stat 34:216.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/eigen.h"
#include "design/model_matrix.h"
#include "inference/multiplicity.h"

namespace fatigue {

/// outer: products of each factor's own frequencies; cells: frequencies within the combination that the mean is for.
enum class EmmeansWeights { equal, proportional, outer, cells };

/// reference: each mean minus the reference. pairwise: all pairs, earlier minus later. interaction: differences to the
/// reference of every `of` variable, crossed (differences of differences).
enum class ContrastKind { reference, pairwise, interaction };

/// Weights over the means of one `by` combination, in their order.
struct CustomContrast {
  std::string name;
  std::vector<double> weights;
};

/// `of` variables crossed, within each combination of `by` variables. A numeric variable among them takes the values
/// listed in `at` (default: its mean); a factor keeps the levels listed in `at_levels` (default: all). `reference` is
/// the level contrasts are taken against (default: the first). `custom` takes the place of `contrasts`.
struct EmmeansSpec {
  std::vector<std::string> of;
  std::vector<std::string> by;
  EmmeansWeights weights = EmmeansWeights::equal;
  std::map<std::string, std::string> reference;
  std::map<std::string, std::vector<double>> at;
  std::map<std::string, std::vector<std::string>> at_levels = {};
  ContrastKind contrasts = ContrastKind::reference;
  std::vector<CustomContrast> custom = {};
  Adjust adjust = Adjust::none;
};

/// A combination of coefficients with the levels it stands for.
struct LabelledCombination {
  std::vector<std::pair<std::string, std::string>> levels;  // (column, level); contrasts start with ("contrast", ...)
  std::string level, reference;                             // contrasts only
  RowVector l;                                              // over the coding's columns, aliased ones included
};

struct EmmeansCombinations {
  std::vector<LabelledCombination> means;
  std::vector<LabelledCombination> contrasts;  // those of one `by` combination after the other
  size_t family = 0;                           // contrasts per `by` combination
};

/// Throws Error: unknown_column (not in the model), unknown_level (reference, at), bad_request (custom weights).
EmmeansCombinations MarginalMeanCombinations(const std::vector<Variable>& variables, const DesignCoding& coding,
                                             const EmmeansSpec& spec);

/// Slopes over the numeric variable `covariate`: the difference of predictions one unit apart, exact as models are
/// linear in their covariates.
EmmeansCombinations TrendCombinations(const std::vector<Variable>& variables, const DesignCoding& coding,
                                      const std::string& covariate, const EmmeansSpec& spec);

}  // namespace fatigue
