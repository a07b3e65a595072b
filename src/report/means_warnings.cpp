// SPDX-License-Identifier: MIT
#include "report/means_warnings.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "report/option_names.h"

namespace fatigue {
namespace {

bool IsNamed(const EmmeansSpec& spec, const std::string& column) {
  return std::count(spec.of.begin(), spec.of.end(), column) + std::count(spec.by.begin(), spec.by.end(), column) > 0;
}

void WarnOfNumber(const Variable& variable, const EmmeansSpec& spec, std::vector<Warning>* warnings) {
  const auto given = spec.at.find(variable.name);
  if (given == spec.at.end() || given->second.empty()) {
    if (!IsNamed(spec, variable.name)) return;
    warnings->push_back({"number_at_mean", variable.name + " is a number in this model, a straight line, so that " +
                                               "its one mean is at its average, " + NumberText(variable.values.mean()) +
                                               "; for a mean at each value make it a factor (categorical), or give " +
                                               "the values in `at`"});
    return;
  }
  const double low = variable.values.minCoeff(), high = variable.values.maxCoeff();
  for (const double value : given->second) {
    if (value >= low && value <= high) continue;
    warnings->push_back({"extrapolated", "the means are for " + variable.name + " = " + NumberText(value) +
                                             ", outside the values analysed, " + NumberText(low) + " to " +
                                             NumberText(high)});
  }
}

}  // namespace

std::vector<Warning> WarningsOfMeans(const std::vector<Variable>& variables, const EmmeansCombinations& combinations,
                                     const EmmeansSpec& spec) {
  std::vector<Warning> warnings;
  for (const Variable& variable : variables) {
    if (!variable.is_factor) WarnOfNumber(variable, spec, &warnings);
  }
  for (const CustomContrast& custom : spec.custom) {
    double sum = 0, size = 0;
    for (const double weight : custom.weights) {
      sum += weight;
      size += std::abs(weight);
    }
    if (std::abs(sum) <= 1e-12 * size) continue;
    warnings.push_back({"no_contrast", "the weights of \"" + custom.name + "\" add up to " + NumberText(sum) +
                                           " and not to 0: it is no comparison of means"});
  }
  if (spec.adjust != Adjust::none && combinations.family == 1 && combinations.contrasts.size() > 1) {
    warnings.push_back({"nothing_adjusted", "a family is the contrasts of one combination of the columns after the " +
                                                std::string("bar, and here it is one contrast: ") + Name(spec.adjust) +
                                                " changes nothing"});
  }
  return warnings;
}

}  // namespace fatigue
