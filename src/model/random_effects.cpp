// SPDX-License-Identifier: MIT
#include "model/random_effects.h"

#include "design/model_matrix.h"

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

}  // namespace

std::vector<RandomEffects> MakeRandomEffects(const ModelFrame& frame, const Formula& formula) {
  std::vector<RandomEffects> all;
  for (const RandomTerm& written : formula.random) {
    for (const RandomTerm& term : SplitUncorrelated(written)) {
      std::vector<Variable> variables;
      for (size_t v = 0; v < term.effects.variables.size(); ++v) variables.push_back(frame.Fixed(term.effects, v));
      const DesignCoding coding(term.effects, variables, Coding::treatment);
      RandomEffects effects;
      effects.Z = frame.weights.cwiseSqrt().asDiagonal() * coding.Rows(variables, frame.y.size());
      effects.labels = coding.column_names();
      effects.group = MakeGrouping(frame, term.group);
      const Index needed = effects.Z.cols() * static_cast<Index>(effects.group.levels.size());
      if (effects.group.levels.size() < 2 || needed >= frame.y.size()) {
        throw Error("not_identifiable",
                    "random effects of " + effects.group.name + " cannot be told from the residual: " +
                        std::to_string(frame.y.size()) + " rows, " + std::to_string(needed) + " random effects",
                    {}, "use fewer random effects, or a marginal model");
      }
      all.push_back(std::move(effects));
    }
  }
  return all;
}

}  // namespace fatigue
