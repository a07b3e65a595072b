// SPDX-License-Identifier: MIT
#include "inference/emmeans.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/error.h"
#include "base/words.h"

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

/// Index of a factor's level. Throws unknown_level.
size_t LevelIndex(const Variable& variable, const std::string& level) {
  const auto found = std::find(variable.levels.begin(), variable.levels.end(), level);
  if (found != variable.levels.end()) return static_cast<size_t>(found - variable.levels.begin());
  throw Error("unknown_level", "\"" + level + "\" is not a level of " + variable.name +
                                   " in the rows analysed; it has: " + Listed(variable.levels, 20));
}

std::vector<double> GridValues(const Variable& variable, const EmmeansSpec& spec) {
  if (!variable.is_factor) {
    const auto given = spec.at.find(variable.name);
    const auto texts = spec.at_levels.find(variable.name);
    const size_t numbers = given == spec.at.end() ? 0 : given->second.size();
    if (texts != spec.at_levels.end() && texts->second.size() != numbers) {
      throw Error("bad_request", variable.name + " is a number: its values in `at` must be numbers");
    }
    if (given != spec.at.end() && !given->second.empty()) return given->second;
    return {variable.values.mean()};
  }
  std::vector<double> values;
  const auto kept = spec.at_levels.find(variable.name);
  if (kept != spec.at_levels.end() && !kept->second.empty()) {
    for (const std::string& level : kept->second) values.push_back(static_cast<double>(LevelIndex(variable, level)));
    return values;
  }
  for (size_t level = 0; level < variable.levels.size(); ++level) values.push_back(static_cast<double>(level));
  return values;
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
    if (spec.weights == EmmeansWeights::cells) return;  // they depend on the mean
    for (const Combination& cell : cells_) weights_.push_back(Weight(cell));
  }

  RowVector Average(const Combination& fixed, const std::function<RowVector(const Point&)>& row) const {
    RowVector sum;
    double total = 0;
    for (size_t c = 0; c < cells_.size(); ++c) {
      Point point = base_;
      for (const auto& [variable, value] : fixed) point[variable] = value;
      for (const auto& [variable, value] : cells_[c]) point[variable] = value;
      double weight = 0;
      if (spec_.weights == EmmeansWeights::cells) {
        Combination cell = cells_[c];
        cell.insert(cell.end(), fixed.begin(), fixed.end());
        weight = Count(cell);
      } else {
        weight = weights_[c];
      }
      const RowVector values = row(point);
      sum = c == 0 ? RowVector(weight * values) : RowVector(sum + weight * values);
      total += weight;
    }
    return sum / total;
  }

 private:
  double Weight(const Combination& cell) const {
    if (spec_.weights == EmmeansWeights::equal || cell.empty()) return 1;
    if (spec_.weights == EmmeansWeights::proportional) return Count(cell);
    double product = 1;
    for (const auto& entry : cell) product *= Count({entry});
    return product;
  }

  /// Rows in which every factor of the cell has its level.
  double Count(const Combination& cell) const {
    Combination factors;
    for (const auto& entry : cell) {
      if (variables_[entry.first].is_factor) factors.push_back(entry);
    }
    if (factors.empty()) return 1;
    double count = 0;
    for (size_t row = 0; row < variables_[factors[0].first].codes.size(); ++row) {
      count += std::all_of(factors.begin(), factors.end(), [&](const auto& entry) {
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

/// Grid value of a variable that contrasts are taken against.
double ReferenceValue(const Variable& variable, const EmmeansSpec& spec) {
  const std::vector<double> values = GridValues(variable, spec);
  const auto wanted = spec.reference.find(variable.name);
  if (wanted == spec.reference.end()) return values[0];
  if (variable.is_factor) {
    const auto level = static_cast<double>(LevelIndex(variable, wanted->second));
    if (std::count(values.begin(), values.end(), level) > 0) return level;
  }
  for (double value : values) {
    if (!variable.is_factor && NumberText(value) == wanted->second) return value;
  }
  throw Error(
      "unknown_level", "the reference \"" + wanted->second + "\" of " + variable.name + " is not among its values here",
      {}, variable.is_factor ? "" : "make " + variable.name + " a factor (categorical), or give its values in `at`");
}

/// Weights of a contrast over the means of one `by` combination.
struct ContrastWeights {
  std::string label, level, reference;
  Vector weights;
};

class ContrastMaker {
 public:
  ContrastMaker(const std::vector<Variable>& variables, const std::vector<Combination>& of, const EmmeansSpec& spec)
      : variables_(variables), of_(of), spec_(spec) {}

  std::vector<ContrastWeights> Make() const {
    if (!spec_.custom.empty()) return Custom();
    switch (spec_.contrasts) {
      case ContrastKind::reference:
        return AgainstReference();
      case ContrastKind::pairwise:
        return Pairwise();
      case ContrastKind::interaction:
        break;
    }
    return Interaction();
  }

 private:
  std::string Text(const Combination& combination) const {
    std::string label;
    for (const auto& [v, value] : combination) label += (label.empty() ? "" : " ") + LevelText(variables_[v], value);
    return label;
  }

  ContrastWeights Difference(size_t plus, size_t minus) const {
    ContrastWeights contrast{"", Text(of_[plus]), Text(of_[minus]), Zero()};
    contrast.label = contrast.level + " - " + contrast.reference;
    contrast.weights[static_cast<Index>(plus)] = 1;
    contrast.weights[static_cast<Index>(minus)] = -1;
    return contrast;
  }

  std::vector<ContrastWeights> AgainstReference() const {
    Combination reference;
    for (const auto& [v, unused] : of_[0]) reference.emplace_back(v, ReferenceValue(variables_[v], spec_));
    const auto at = static_cast<size_t>(std::find(of_.begin(), of_.end(), reference) - of_.begin());
    std::vector<ContrastWeights> contrasts;
    for (size_t k = 0; k < of_.size(); ++k) {
      if (k != at) contrasts.push_back(Difference(k, at));
    }
    return contrasts;
  }

  std::vector<ContrastWeights> Pairwise() const {
    std::vector<ContrastWeights> contrasts;
    for (size_t a = 0; a < of_.size(); ++a) {
      for (size_t b = a + 1; b < of_.size(); ++b) contrasts.push_back(Difference(a, b));
    }
    return contrasts;
  }

  std::vector<ContrastWeights> Custom() const {
    std::vector<ContrastWeights> contrasts;
    for (const CustomContrast& custom : spec_.custom) {
      if (custom.weights.size() != of_.size()) {
        throw Error("bad_request", "contrast \"" + custom.name + "\" has " + std::to_string(custom.weights.size()) +
                                       " weights for " + std::to_string(of_.size()) + " means");
      }
      if (std::all_of(custom.weights.begin(), custom.weights.end(), [](double weight) { return weight == 0; })) {
        throw Error("bad_request", "contrast \"" + custom.name + "\" has no weight other than 0");
      }
      contrasts.push_back({custom.name, custom.name, "",
                           Eigen::Map<const Vector>(custom.weights.data(), static_cast<Index>(custom.weights.size()))});
    }
    return contrasts;
  }

  /// One difference to the reference per variable, multiplied together.
  std::vector<ContrastWeights> Interaction() const {
    std::vector<ContrastWeights> contrasts = {{"", "", "", Vector::Ones(static_cast<Index>(of_.size()))}};
    for (size_t position = 0; position < of_[0].size(); ++position) {
      const Variable& variable = variables_[of_[0][position].first];
      const double reference = ReferenceValue(variable, spec_);
      std::vector<ContrastWeights> crossed;
      for (double value : GridValues(variable, spec_)) {
        if (value == reference) continue;
        for (const ContrastWeights& outer : contrasts) {
          ContrastWeights next = outer;
          const std::string own = LevelText(variable, value) + " - " + LevelText(variable, reference);
          next.label += (outer.label.empty() ? "" : " : ") + own;
          next.level = next.label;
          for (size_t k = 0; k < of_.size(); ++k) {
            const double here = of_[k][position].second;
            next.weights[static_cast<Index>(k)] *= here == value ? 1 : here == reference ? -1 : 0;
          }
          crossed.push_back(next);
        }
      }
      contrasts = crossed;
    }
    return contrasts;
  }

  Vector Zero() const { return Vector::Zero(static_cast<Index>(of_.size())); }

  const std::vector<Variable>& variables_;
  const std::vector<Combination>& of_;
  const EmmeansSpec& spec_;
};

EmmeansCombinations Build(const std::vector<Variable>& variables, const EmmeansSpec& spec,
                          const std::function<RowVector(const Point&)>& row) {
  if (spec.of.empty()) throw Error("unknown_column", "marginal means need at least one column");
  for (const auto& [name, values] : spec.at) {
    const bool is_named =
        std::count(spec.of.begin(), spec.of.end(), name) + std::count(spec.by.begin(), spec.by.end(), name);
    if (!variables[Find(variables, name)].is_factor && values.size() > 1 && !is_named) {
      throw Error("bad_request", "`at` has several values of " + name + ", so name it among the columns of the means");
    }
  }
  for (const auto& [name, levels] : spec.at_levels) {
    Find(variables, name);
    if (std::set<std::string>(levels.begin(), levels.end()).size() < levels.size()) {
      throw Error("bad_request", "`at` lists a value of " + name + " twice");
    }
  }
  for (const auto& [name, level] : spec.reference) {
    if (std::count(spec.of.begin(), spec.of.end(), name) == 0) {
      throw Error("bad_request",
                  "a reference is given for " + name + ", but no contrasts over " + name + " are asked for");
    }
  }
  const std::vector<Combination> of = Cross(variables, spec.of, spec);
  const Averager averager(variables, spec);
  const std::vector<ContrastWeights> contrasts = ContrastMaker(variables, of, spec).Make();
  EmmeansCombinations result;
  result.family = contrasts.size();
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
    for (const ContrastWeights& weights : contrasts) {
      LabelledCombination contrast;
      contrast.level = weights.level;
      contrast.reference = weights.reference;
      contrast.levels.emplace_back("contrast", weights.label);
      for (const auto& [v, value] : by) contrast.levels.emplace_back(variables[v].name, LevelText(variables[v], value));
      contrast.l = RowVector::Zero(means[0].l.size());
      for (size_t k = 0; k < means.size(); ++k) {
        const double weight = weights.weights[static_cast<Index>(k)];
        if (weight != 0) contrast.l += weight * means[k].l;
      }
      result.contrasts.push_back(contrast);
    }
    result.means.insert(result.means.end(), means.begin(), means.end());
  }
  return result;
}

/// A column that is a number in one term and a factor in another would be held at its mean in the one and averaged over
/// in the other.
void RequireOneForm(const std::vector<Variable>& variables) {
  std::set<std::string> names;
  for (const Variable& variable : variables) {
    if (names.insert(variable.name).second) continue;
    throw Error("two_forms",
                "the model has " + variable.name + " as a number and as factor(" + variable.name +
                    "), so that means at its values have no one meaning",
                {}, "give one of them as a column of its own");
  }
}

}  // namespace

EmmeansCombinations MarginalMeanCombinations(const std::vector<Variable>& variables, const DesignCoding& coding,
                                             const EmmeansSpec& spec) {
  RequireOneForm(variables);
  return Build(variables, spec, [&coding](const Point& point) { return coding.Row(point); });
}

EmmeansCombinations TrendCombinations(const std::vector<Variable>& variables, const DesignCoding& coding,
                                      const std::string& covariate, const EmmeansSpec& spec) {
  RequireOneForm(variables);
  const size_t v = Find(variables, covariate);
  if (variables[v].is_factor) throw Error("not_numeric", covariate + " is a factor: a slope needs a number");
  return Build(variables, spec, [&coding, v](Point point) {
    point[v] = 1;
    const RowVector one = coding.Row(point);
    point[v] = 0;
    return RowVector(one - coding.Row(point));
  });
}

}  // namespace fatigue
