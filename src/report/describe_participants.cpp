// SPDX-License-Identifier: MIT
#include "report/describe_participants.h"

#include <algorithm>

#include "report/baseline_table.h"
#include "report/blinding.h"

namespace fatigue {
namespace {

/// The baseline of every score that an outcome analyses, as the first of its outcomes that has one has it.
std::vector<BaselineScore> BaselineScores(const TrialData& trial, const Report& report) {
  std::vector<BaselineScore> result;
  for (const PlanOutcome& outcome : report.plan.outcomes) {
    const auto is_its = [&](const auto& each) { return each.score == outcome.score; };
    const auto joined = trial.records.find(report.plan.Instrument(outcome.instrument).file);
    const auto scored = trial.scores.find(outcome.instrument);
    const bool is_there = joined != trial.records.end() && joined->second.value && scored != trial.scores.end() &&
                          scored->second.value && scored->second.value->scales.count(outcome.scale) > 0;
    if (!is_there || std::any_of(result.begin(), result.end(), is_its)) continue;
    const auto value = BaselineScoreOf(outcome, *joined->second.value, scored->second.value->scales.at(outcome.scale),
                                       trial.roster, report.plan.DayOfStart());
    const auto summary = std::find_if(report.scores.begin(), report.scores.end(), is_its);
    if (value) result.push_back({outcome.score, summary->label, *value});
  }
  return result;
}

}  // namespace

void DescribeBaseline(const TrialData& trial, Report* report) {
  BaselineTablePlan& wanted = report->plan.baseline_table;
  const auto table = Attempt([&] {
    wanted.columns = BaselineColumns(report->plan, trial.roster);
    return MakeBaselineTable(*wanted.columns, wanted.standardised_differences, trial.roster,
                             BaselineScores(trial, *report));
  });
  if (table.error) AddError(*table.error, &report->errors);
  report->baseline = table.value;
}

void CountBlinding(const TrialData& trial, Report* report) {
  const PlanFile* file = report->plan.GuessFile();
  if (file == nullptr) return;
  const Table* table = trial.tables[static_cast<std::size_t>(file - report->plan.files.data())];
  const auto blinding = Attempt([&] {
    return CountGuesses(*file, Given(*file, table), trial.roster, report->plan.confidence, &report->warnings);
  });
  if (blinding.error) AddError(*blinding.error, &report->errors);
  report->blinding = blinding.value;
}

}  // namespace fatigue
