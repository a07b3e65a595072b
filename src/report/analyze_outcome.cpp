// SPDX-License-Identifier: MIT
#include "report/analyze_outcome.h"

#include "report/effect_size.h"
#include "report/effects.h"
#include "report/responder_gee.h"
#include "report/responders.h"

namespace fatigue {
namespace {

OutcomeBasis BasisOf(const TrialData& trial, Direction direction, const ProgressCallback& on_progress,
                     PlanOutcome* outcome, std::vector<Warning>* warnings) {
  const Records& records = trial.records.at(trial.plan.Instrument(outcome->instrument).file).Get();
  const ScoreColumn& score = trial.scores.at(outcome->instrument).Get().scales.at(outcome->scale);
  Schedule schedule = PlanSchedule(*outcome, CourseOf(records, score, trial.roster), trial.roster, warnings);
  OutcomeTable data = BuildOutcomeTable(*outcome, direction, trial.RosterId(), trial.roster, schedule, warnings);
  outcome->model.visits = data.visits;
  outcome->model.baseline_visit = data.baseline_visit;
  IterationCallback on_iteration;
  if (on_progress) {
    on_iteration = [&](int iteration, double objective) { on_progress({outcome->id, iteration, objective}); };
  }
  ChainResult chain = FitInTurn(outcome->model, data, trial.plan.confidence, warnings, on_iteration);
  return {&records, &score, std::move(schedule), std::move(data), std::move(chain)};
}

}  // namespace

AnalyzedOutcome AnalyzeOutcome(const TrialData& trial, const PlanOutcome& outcome,
                               const ProgressCallback& on_progress) {
  AnalyzedOutcome analyzed;
  analyzed.outcome = outcome;
  OutcomeResult result;
  result.id = outcome.id;
  result.label = outcome.label;
  result.role = outcome.role;
  result.score = outcome.score;
  result.multiplicity = outcome.multiplicity;
  OutcomeResult failed = result;
  try {
    const PlanInstrument& instrument = trial.plan.Instrument(outcome.instrument);
    result.direction =
        DirectionOf(instrument.instrument, instrument.instrument.Scale(outcome.scale), instrument.direction);
    failed.direction = result.direction;
    OutcomeBasis basis = BasisOf(trial, result.direction, on_progress, &analyzed.outcome, &result.warnings);
    result.model = basis.chain.summary;
    result.fit = basis.chain.fit;
    result.observed = basis.data.observed;
    result.responders = basis.data.responders;
    if (result.responders) {
      CompareResponders(trial.roster.arms, trial.plan.safety_interval, trial.plan.confidence, &*result.responders);
      if (const auto& gee = outcome.responder_gee) {
        result.responders->gee =
            CompareByGee(trial.roster.arms, result.responders->answers, *gee, trial.plan.confidence);
      }
    }
    AddEstimates(basis.chain.fit, analyzed.outcome, basis.data, &result);
    if (const auto warning = WarningOfTests(basis.chain.fit.type3())) result.warnings.push_back(*warning);
    RateEffects(basis.chain.fit, analyzed.outcome, basis.data, &result);
    analyzed.basis = std::move(basis);
    analyzed.result = std::move(result);
  } catch (const Error& error) {
    failed.error = error;
    failed.warnings = result.warnings;
    analyzed.result = std::move(failed);
  }
  return analyzed;
}

AnalyzedTrial::AnalyzedTrial(const Plan& plan, std::vector<Table> given)
    : tables(std::move(given)), trial(ReadTrial(plan, tables)) {
  for (const PlanOutcome& outcome : trial.plan.outcomes) {
    AnalyzedOutcome analyzed = AnalyzeOutcome(trial, outcome);
    if (analyzed.basis) {
      outcomes.push_back(std::move(analyzed));
    } else {
      failed.push_back({outcome.id, *analyzed.result.error});
    }
  }
}

}  // namespace fatigue
