// SPDX-License-Identifier: MIT
#include "report/gate.h"

#include <algorithm>

namespace fatigue {
namespace {

bool IsRejected(const OutcomeResult& outcome, double alpha) {
  const auto is_below = [&](const EffectRow& effect) {
    return effect.difference.p_adjusted.value_or(effect.difference.estimate.p_value) <= alpha;  // false for NaN
  };
  return !outcome.error && !outcome.effects.empty() &&
         std::all_of(outcome.effects.begin(), outcome.effects.end(), is_below);
}

}  // namespace

void TestInOrder(double alpha, std::vector<OutcomeResult>* outcomes) {
  std::vector<OutcomeResult*> sequence;
  for (const OutcomeRole role : {OutcomeRole::primary, OutcomeRole::secondary}) {
    for (OutcomeResult& outcome : *outcomes) {
      if (outcome.role == role) sequence.push_back(&outcome);
    }
  }
  bool is_open = true;
  for (std::size_t k = 0; k < sequence.size(); ++k) {
    const bool is_rejected = is_open && IsRejected(*sequence[k], alpha);
    sequence[k]->gate = GateState{static_cast<int>(k) + 1, is_open, is_rejected, alpha};
    is_open = is_rejected;
  }
}

}  // namespace fatigue
