// SPDX-License-Identifier: MIT
#include "report/influence.h"

#include <algorithm>
#include <cmath>

#include "report/effects.h"
#include "report/without_participant.h"

namespace fatigue {
namespace {

bool IsOf(const EffectRow& effect, const InfluenceEffect& wanted) {
  return effect.difference.arm == wanted.arm && effect.difference.reference == wanted.reference;
}

bool HasArm(const OutcomeTable& data, const std::string& arm) {
  return std::find(data.arms.begin(), data.arms.end(), arm) != data.arms.end();
}

/// What is left of the outcome without a participant: the effects, or the status that says why there are none.
struct Rest {
  std::vector<EffectRow> effects;
  std::string status;
};

Rest AnalyzeRest(const AnalyzedOutcome& analyzed, const OutcomeTable& data) {
  // Estimates and their own p values only: an adjustment for their number would be computed for nothing.
  PlanOutcome outcome = analyzed.outcome;
  outcome.multiplicity = Multiplicity::none;
  OutcomeResult result;
  result.direction = analyzed.result.direction;
  try {
    const FittedModel fit = FitAgain(analyzed.basis->chain, data);
    if (fit.usable()) AddEstimates(fit, outcome, data, &result);
    return {std::move(result.effects), fit.status()};
  } catch (const Error& error) {
    return {{}, error.code()};
  }
}

InfluenceRow RowOf(const InfluenceEffect& effect, const OutcomeTable& data, const Rest& rest) {
  InfluenceRow row;
  row.status = rest.status;
  if (!HasArm(data, effect.arm) || !HasArm(data, effect.reference)) {
    row.status = "arm_without_data";
    return row;
  }
  const auto found =
      std::find_if(rest.effects.begin(), rest.effects.end(), [&](const EffectRow& each) { return IsOf(each, effect); });
  if (found == rest.effects.end()) return row;
  const Estimate& estimate = found->difference.estimate;
  if (std::isnan(estimate.estimate)) {
    row.status = "not_estimable";
    return row;
  }
  row.estimate = estimate;
  row.moves = (effect.estimate - estimate.estimate) / effect.se;
  return row;
}

}  // namespace

Influence::Influence(std::shared_ptr<const AnalyzedTrial> trial) : trial_(std::move(trial)) {
  std::vector<bool> is_analysed(trial_->trial.roster.participants.size());
  for (const AnalyzedOutcome& outcome : trial_->outcomes) {
    std::vector<bool> has_rows(is_analysed.size());
    for (const int participant : outcome.basis->data.participant_of_row) {
      const auto at = static_cast<std::size_t>(participant);
      is_analysed[at] = has_rows[at] = true;
    }
    has_rows_.push_back(std::move(has_rows));
  }
  for (std::size_t at = 0; at < is_analysed.size(); ++at) {
    if (is_analysed[at]) participants_.push_back(static_cast<int>(at));
  }
}

void Influence::AddRows(const AnalyzedOutcome& analyzed, int participant, std::vector<InfluenceEffect>* effects) const {
  const Roster& roster = trial_->trial.roster;
  const Participant& person = roster.participants[static_cast<std::size_t>(participant)];
  const OutcomeTable data = WithoutParticipant(analyzed.basis->data, participant);
  const bool is_comparable = data.arms.size() > 1 && HasArm(data, analyzed.basis->data.arms.front());
  const Rest rest = is_comparable ? AnalyzeRest(analyzed, data) : Rest{{}, "arm_without_data"};
  for (InfluenceEffect& effect : *effects) {
    InfluenceRow row = RowOf(effect, data, rest);
    row.participant = person.id;
    row.arm = roster.arms[static_cast<std::size_t>(person.arm)];
    effect.rows.push_back(std::move(row));
  }
}

std::vector<InfluenceOutcome> Influence::Without(int from, int count) const {
  const int first = std::clamp(from, 0, participants());
  const int last = first + std::clamp(count, 0, participants() - first);
  std::vector<InfluenceOutcome> all;
  for (std::size_t k = 0; k < trial_->outcomes.size(); ++k) {
    const AnalyzedOutcome& analyzed = trial_->outcomes[k];
    InfluenceOutcome outcome;
    outcome.outcome = analyzed.result.id;
    for (const EffectRow& effect : analyzed.result.effects) {
      const DifferenceRow& with_all = effect.difference;
      outcome.effects.push_back(
          {with_all.arm, with_all.reference, with_all.estimate.estimate, with_all.estimate.se, {}});
    }
    for (int at = first; at < last; ++at) {
      const int participant = participants_[static_cast<std::size_t>(at)];
      if (has_rows_[k][static_cast<std::size_t>(participant)]) AddRows(analyzed, participant, &outcome.effects);
    }
    all.push_back(std::move(outcome));
  }
  return all;
}

}  // namespace fatigue
