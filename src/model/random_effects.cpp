// SPDX-License-Identifier: MIT
#include "model/random_effects.h"

#include "design/model_matrix.h"
#include "model/effect_basis.h"

namespace fatigue {
namespace {

/// (a + b || id) is (1 | id) + (0 + a | id) + (0 + b | id).
std::vector<RandomTerm> SplitUncorrelated(const RandomTerm& term) {
  if (term.correlated) return {term};
  std::vector<RandomTerm> parts;
  const auto add = [&](bool intercept, const std::vector<Term>& terms) {
    RandomTerm part = term;
    part.effects.intercept = intercept;
    part.effects.terms = terms;
    part.correlated = true;
    parts.push_back(part);
  };
  if (term.effects.intercept) add(true, {});
  for (const Term& effect : term.effects.terms) add(false, {effect});
  return parts;
}

[[noreturn]] void NotIdentifiable(const RandomEffects& effects, const std::string& label) {
  throw Error("not_identifiable",
              "the random effect " + label + " of " + effects.group.name +
                  " is a combination of its other random effects, or 0 in every row",
              {}, "leave " + label + " out of the random effects of " + effects.group.name);
}

/// Two terms of one grouping factor must not have effects in common: (1 | id) + (1 | id) is one variance, not two.
void RequireIndependent(const std::vector<RandomEffects>& earlier, const RandomEffects& effects) {
  Matrix together = effects.Z;
  for (const RandomEffects& other : earlier) {
    if (other.group.codes != effects.group.codes) continue;
    const Index width = together.cols();
    together.conservativeResize(Eigen::NoChange, width + other.Z.cols());
    together.rightCols(other.Z.cols()) = other.Z;
    if (MakeEffectBasis(together).dependent < 0) continue;
    throw Error("not_identifiable",
                "two terms with random effects of " + effects.group.name + " have " + effects.labels.front() +
                    " or a combination of their effects in common, and the data cannot tell which of the two it is",
                {}, "write one term for the effects of " + effects.group.name + ", or leave one of them out");
  }
}

}  // namespace

std::vector<RandomEffects> MakeRandomEffects(const ModelFrame& frame, const Formula& formula) {
  std::vector<RandomEffects> all;
  for (const RandomTerm& written : formula.random) {
    for (const RandomTerm& term : SplitUncorrelated(written)) {
      std::vector<Variable> variables;
      for (size_t v = 0; v < term.effects.variables.size(); ++v) variables.push_back(frame.Fixed(term.effects, v));
      const DesignCoding coding(term.effects, variables, Coding::treatment);
      RandomEffects effects;
      effects.written = coding.Rows(variables, frame.y.size());
      effects.Z = frame.weights.cwiseSqrt().asDiagonal() * effects.written;
      effects.labels = coding.column_names();
      effects.group = MakeGrouping(frame, term.group);
      const Index needed = effects.Z.cols() * static_cast<Index>(effects.group.levels.size());
      if (effects.group.levels.size() < 2 || needed >= frame.y.size()) {
        throw Error("not_identifiable",
                    "random effects of " + effects.group.name + " cannot be told from the residual: " +
                        std::to_string(frame.y.size()) + " rows, " + std::to_string(needed) + " random effects",
                    {}, "use fewer random effects, or a marginal model");
      }
      const EffectBasis own = MakeEffectBasis(effects.Z);
      if (own.dependent >= 0) NotIdentifiable(effects, effects.labels[static_cast<size_t>(own.dependent)]);
      RequireIndependent(all, effects);
      effects.Z = own.Z;
      effects.transform = own.transform;
      all.push_back(std::move(effects));
    }
  }
  return all;
}

}  // namespace fatigue
