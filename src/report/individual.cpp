// SPDX-License-Identifier: MIT
#include "report/individual.h"

#include <algorithm>
#include <cmath>

namespace fatigue {
namespace {

std::string ArmOf(const Roster& roster, const Participant& participant) {
  return roster.arms[static_cast<std::size_t>(participant.arm)];
}

std::vector<Trajectory> TrajectoriesOf(const Roster& roster, const Course& course,
                                       const std::optional<Baseline>& baseline) {
  const std::vector<int> order = VisitsWithValues(course);
  std::vector<std::size_t> rank(course.visits.size());
  for (std::size_t k = 0; k < order.size(); ++k) rank[static_cast<std::size_t>(order[k])] = k;
  std::vector<std::vector<const Entry*>> scores(roster.participants.size());
  for (const Entry& entry : course.entries) {
    if (entry.fault == EntryFault::none) scores[static_cast<std::size_t>(entry.participant)].push_back(&entry);
  }
  std::vector<Trajectory> trajectories;
  for (std::size_t who = 0; who < scores.size(); ++who) {
    if (scores[who].empty()) continue;
    std::stable_sort(scores[who].begin(), scores[who].end(), [&](const Entry* a, const Entry* b) {
      return rank[static_cast<std::size_t>(a->visit)] < rank[static_cast<std::size_t>(b->visit)];
    });
    Trajectory trajectory;
    trajectory.participant = roster.participants[who].id;
    trajectory.arm = ArmOf(roster, roster.participants[who]);
    for (const Entry* entry : scores[who]) {
      const auto visit = static_cast<std::size_t>(entry->visit);
      const bool is_baseline = baseline && baseline->is_baseline[visit];
      trajectory.points.push_back({course.visits[visit], course.days[visit], entry->value, is_baseline});
    }
    trajectories.push_back(std::move(trajectory));
  }
  return trajectories;
}

std::vector<ResidualRow> ResidualsOf(const Roster& roster, const OutcomeBasis& basis) {
  std::vector<ResidualRow> residuals;
  for (const RowPrediction& prediction : basis.chain.fit.Predictions()) {
    const auto row = static_cast<std::size_t>(prediction.row);
    const auto who = static_cast<std::size_t>(basis.data.participant_of_row[row]);
    const auto visit = static_cast<std::size_t>(basis.data.visit_of_row[row]);
    residuals.push_back({roster.participants[who].id, ArmOf(roster, roster.participants[who]), basis.data.visits[visit],
                         prediction.fitted, prediction.residual, prediction.normalized});
  }
  return residuals;
}

/// Visits of the (condensed) course at which gains are of interest.
std::vector<int> GainVisits(const PlanOutcome& outcome, const Schedule& schedule) {
  if (!schedule.baseline || outcome.effect.kind == EffectKind::slope_difference) return {};
  std::vector<int> visits = VisitsAfterBaseline(outcome, schedule);
  const auto is_other = [&](int visit) {
    return schedule.course.visits[static_cast<std::size_t>(visit)] != outcome.effect.visit;
  };
  if (outcome.effect.kind == EffectKind::visit_difference) {
    visits.erase(std::remove_if(visits.begin(), visits.end(), is_other), visits.end());
  }
  return visits;
}

std::vector<Gain> GainsOf(const Roster& roster, const AnalyzedOutcome& analyzed) {
  const Schedule& schedule = analyzed.basis->schedule;
  const double sign = analyzed.result.direction == Direction::lower_is_better ? -1 : 1;
  const bool is_percent = analyzed.outcome.model.response == Response::percent_change;
  std::vector<Gain> gains;
  for (const int visit : GainVisits(analyzed.outcome, schedule)) {
    std::vector<const Entry*> there(roster.participants.size());
    for (const Entry& entry : schedule.course.entries) {
      if (entry.fault == EntryFault::none && entry.visit == visit) {
        there[static_cast<std::size_t>(entry.participant)] = &entry;
      }
    }
    for (std::size_t who = 0; who < there.size(); ++who) {
      if (there[who] == nullptr) continue;
      const double baseline = schedule.baseline->value[who];
      if (std::isnan(baseline) || (is_percent && !(baseline > 0))) continue;
      const double gain = sign * (there[who]->value - baseline);
      gains.push_back({schedule.course.visits[static_cast<std::size_t>(visit)], roster.participants[who].id,
                       ArmOf(roster, roster.participants[who]), is_percent ? 100 * gain / baseline : gain});
    }
  }
  return gains;
}

IndividualOutcome LookAt(const Roster& roster, const AnalyzedOutcome& analyzed) {
  const OutcomeBasis& basis = *analyzed.basis;
  IndividualOutcome outcome;
  outcome.outcome = analyzed.result.id;
  outcome.trajectories =
      TrajectoriesOf(roster, CourseOf(*basis.records, *basis.score, roster), basis.schedule.baseline);
  outcome.residuals = ResidualsOf(roster, basis);
  std::vector<double> normalised;
  for (const ResidualRow& row : outcome.residuals) normalised.push_back(row.normalised);
  outcome.normal_plot = NormalPlot(std::move(normalised));
  outcome.gains = GainsOf(roster, analyzed);
  return outcome;
}

}  // namespace

std::vector<IndividualOutcome> LookAtParticipants(const AnalyzedTrial& analyzed) {
  std::vector<IndividualOutcome> outcomes;
  for (const AnalyzedOutcome& outcome : analyzed.outcomes) outcomes.push_back(LookAt(analyzed.trial.roster, outcome));
  return outcomes;
}

}  // namespace fatigue
