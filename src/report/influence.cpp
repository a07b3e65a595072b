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

struct Influence::State {
  std::vector<Table> tables;
  TrialData trial;
  std::vector<AnalyzedOutcome> outcomes;  // those that could be analysed
  std::vector<FailedOutcome> failed;
  std::vector<int> participants;            // places in the roster
  std::vector<std::vector<bool>> has_rows;  // by outcome and place in the roster

  State(const Plan& plan, std::vector<Table> given) : tables(std::move(given)), trial(ReadTrial(plan, tables)) {
    std::vector<bool> is_analysed(trial.roster.participants.size());
    for (const PlanOutcome& outcome : trial.plan.outcomes) {
      AnalyzedOutcome analyzed = AnalyzeOutcome(trial, outcome);
      if (!analyzed.basis) {
        failed.push_back({outcome.id, *analyzed.result.error});
        continue;
      }
      has_rows.emplace_back(is_analysed.size());
      for (const int participant : analyzed.basis->data.participant_of_row) {
        const auto at = static_cast<std::size_t>(participant);
        is_analysed[at] = has_rows.back()[at] = true;
      }
      outcomes.push_back(std::move(analyzed));
    }
    for (std::size_t at = 0; at < is_analysed.size(); ++at) {
      if (is_analysed[at]) participants.push_back(static_cast<int>(at));
    }
  }

  void AddRows(const AnalyzedOutcome& analyzed, int participant, std::vector<InfluenceEffect>* effects) const {
    const Participant& person = trial.roster.participants[static_cast<std::size_t>(participant)];
    const OutcomeTable data = WithoutParticipant(analyzed.basis->data, participant);
    const bool is_comparable = data.arms.size() > 1 && HasArm(data, analyzed.basis->data.arms.front());
    const Rest rest = is_comparable ? AnalyzeRest(analyzed, data) : Rest{{}, "arm_without_data"};
    for (InfluenceEffect& effect : *effects) {
      InfluenceRow row = RowOf(effect, data, rest);
      row.participant = person.id;
      row.arm = trial.roster.arms[static_cast<std::size_t>(person.arm)];
      effect.rows.push_back(std::move(row));
    }
  }
};

Influence::Influence(const Plan& plan, std::vector<Table> tables)
    : state_(std::make_unique<const State>(plan, std::move(tables))) {}
Influence::~Influence() = default;
Influence::Influence(Influence&&) noexcept = default;
Influence& Influence::operator=(Influence&&) noexcept = default;

const std::vector<Table>& Influence::tables() const { return state_->tables; }
int Influence::participants() const { return static_cast<int>(state_->participants.size()); }
const std::vector<FailedOutcome>& Influence::failed() const { return state_->failed; }

std::vector<InfluenceOutcome> Influence::Without(int from, int count) const {
  const int first = std::clamp(from, 0, participants());
  const int last = first + std::clamp(count, 0, participants() - first);
  std::vector<InfluenceOutcome> all;
  for (std::size_t k = 0; k < state_->outcomes.size(); ++k) {
    const AnalyzedOutcome& analyzed = state_->outcomes[k];
    InfluenceOutcome outcome;
    outcome.outcome = analyzed.result.id;
    for (const EffectRow& effect : analyzed.result.effects) {
      const DifferenceRow& all_of_it = effect.difference;
      outcome.effects.push_back(
          {all_of_it.arm, all_of_it.reference, all_of_it.estimate.estimate, all_of_it.estimate.se, {}});
    }
    for (int at = first; at < last; ++at) {
      const int participant = state_->participants[static_cast<std::size_t>(at)];
      if (state_->has_rows[k][static_cast<std::size_t>(participant)]) {
        state_->AddRows(analyzed, participant, &outcome.effects);
      }
    }
    all.push_back(std::move(outcome));
  }
  return all;
}

}  // namespace fatigue
