// SPDX-License-Identifier: MIT
#include "report/trial.h"

#include <algorithm>
#include <chrono>

#include "report/analyze_outcome.h"
#include "report/describe_participants.h"
#include "report/flow.h"
#include "report/gate.h"
#include "report/quality.h"
#include "report/report_json.h"
#include "report/safety.h"
#include "report/trial_data.h"
#include "table/codes.h"

namespace fatigue {
namespace {

ReportFile FileEntry(const PlanFile& file, const Table& table) {
  const Column* ids = table.Find(file.id);
  return {file.name, Name(file.role), table.sha256, table.CountLines(), ids == nullptr ? 0 : CodesOf(*ids).count()};
}

/// Of the instruments that were scored; their quality also asks for their file to be joined.
void AddScores(const TrialData& trial, Report* report) {
  for (const PlanInstrument& instrument : trial.plan.instruments) {
    const auto scored = trial.scores.find(instrument.id);
    if (scored == trial.scores.end() || scored->second.error) continue;
    const std::vector<ScoreSummary>& summaries = scored->second.value->summaries;
    report->scores.insert(report->scores.end(), summaries.begin(), summaries.end());
    const auto joined = trial.records.find(instrument.file);
    if (joined == trial.records.end() || joined->second.error) continue;
    const std::vector<QualityRow> rows = QualityOf(*joined->second.value, *scored->second.value, trial.plan.confidence);
    report->quality.insert(report->quality.end(), rows.begin(), rows.end());
  }
}

std::optional<SafetyTable> CountSideEffects(const TrialData& trial, Report* report) {
  for (std::size_t i = 0; i < trial.tables.size(); ++i) {
    const PlanFile& file = trial.plan.files[i];
    if (file.role != FileRole::events) continue;
    const SafetyOptions options{trial.plan.safety_interval, trial.plan.confidence, trial.plan.DayOfStart()};
    const auto safety = Attempt(
        [&] { return CountEvents(file, Given(file, trial.tables[i]), trial.roster, options, &report->warnings); });
    if (safety.error) AddError(*safety.error, &report->errors);
    return safety.value;
  }
  return std::nullopt;
}

void ThrowWhenNothingIsLeft(const Report& report) {
  const auto is_left = [](const OutcomeResult& outcome) { return !outcome.error; };
  if (report.safety || std::any_of(report.outcomes.begin(), report.outcomes.end(), is_left)) return;
  if (!report.errors.empty()) throw report.errors.front();
  throw Error("no_outcomes", "the plan asks for no outcome", {}, "choose a score to analyse");
}

}  // namespace

Report Analyze(const Plan& plan, const std::vector<Table>& given, const ProgressCallback& on_progress) {
  const TrialData trial = ReadTrial(plan, given);
  Report report;
  report.plan = trial.plan;
  report.warnings = trial.warnings;
  report.errors = trial.errors;
  for (std::size_t i = 0; i < trial.tables.size(); ++i) {
    if (trial.tables[i] != nullptr) report.files.push_back(FileEntry(plan.files[i], *trial.tables[i]));
  }
  report.arms = trial.roster.Counts();
  AddScores(trial, &report);
  report.flow = FlowOf(trial.roster);
  DescribeBaseline(trial, &report);
  CountBlinding(trial, &report);
  for (PlanOutcome& outcome : report.plan.outcomes) {
    AnalyzedOutcome analyzed = AnalyzeOutcome(trial, outcome, on_progress);
    outcome = std::move(analyzed.outcome);
    if (analyzed.result.error) AddError(*analyzed.result.error, &report.errors);
    if (analyzed.basis) report.flow.outcomes.push_back(analyzed.basis->data.flow);
    report.outcomes.push_back(std::move(analyzed.result));
  }
  if (plan.gate == Gate::fixed_sequence) TestInOrder(1 - plan.confidence, &report.outcomes);
  report.safety = CountSideEffects(trial, &report);
  ThrowWhenNothingIsLeft(report);
  return report;
}

std::string AnalyzeJson(const std::string& plan, const std::vector<Table>& tables,
                        const ProgressCallback& on_progress) {
  const auto start = std::chrono::steady_clock::now();
  Json report = ReportToJson(Analyze(ReadPlan(plan), tables, on_progress));
  report["elapsedMs"] = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  // Text of any bytes: what is not UTF-8 is replaced rather than refused.
  return report.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace fatigue
