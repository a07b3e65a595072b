// SPDX-License-Identifier: MIT
#include "report/trial.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "report/baseline_table.h"
#include "report/blinding.h"
#include "report/effect_size.h"
#include "report/effects.h"
#include "report/entry.h"
#include "report/fit_chain.h"
#include "report/flow.h"
#include "report/gate.h"
#include "report/join.h"
#include "report/outcome_table.h"
#include "report/quality.h"
#include "report/report_json.h"
#include "report/roster.h"
#include "report/safety.h"
#include "report/scores.h"
#include "table/codes.h"

namespace fatigue {
namespace {

/// What a step made, or the error that kept it from doing so.
template <class T>
struct Step {
  std::optional<T> value;
  std::optional<Error> error;

  const T& Get() const {
    if (error) throw *error;
    return *value;
  }
};

template <class Make>
auto Attempt(Make make) -> Step<decltype(make())> {
  try {
    return {make(), std::nullopt};
  } catch (const Error& error) {
    return {std::nullopt, error};
  }
}

/// One error may fail several outcomes; it is listed once.
void AddError(const Error& error, std::vector<Error>* errors) {
  const auto is_same = [&](const Error& known) {
    return known.code() == error.code() && std::string(known.what()) == error.what();
  };
  if (std::none_of(errors->begin(), errors->end(), is_same)) errors->push_back(error);
}

const Table& Given(const PlanFile& file, const Table* table) {
  if (table != nullptr) return *table;
  throw Error("missing_file", "the plan's file " + file.name + " is not there", {{file.name, 0, "", ""}},
              "add the file");
}

ReportFile FileEntry(const PlanFile& file, const Table& table) {
  const Column* ids = table.Find(file.id);
  return {file.name, Name(file.role), table.sha256, table.CountLines(), ids == nullptr ? 0 : CodesOf(*ids).count()};
}

using RecordsByFile = std::map<std::string, Step<Records>>;
using ScoresByInstrument = std::map<std::string, Step<PlanScores>>;

RecordsByFile JoinFiles(const std::vector<const Table*>& tables, const Roster& roster, Report* report) {
  RecordsByFile records;
  const int day_of_start = report->plan.DayOfStart();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const PlanFile& file = report->plan.files[i];
    if (file.role != FileRole::records) continue;
    Step<Records>& step = records[file.name];
    step = Attempt([&] { return JoinRecords(file, Given(file, tables[i]), roster, day_of_start, &report->warnings); });
    if (step.error) AddError(*step.error, &report->errors);
  }
  return records;
}

ScoresByInstrument ScoreInstruments(const std::vector<const Table*>& tables, Report* report) {
  ScoresByInstrument scores;
  for (PlanInstrument& instrument : report->plan.instruments) {
    const auto is_its = [&](const Table* table) { return table != nullptr && table->name == instrument.file; };
    const auto table = std::find_if(tables.begin(), tables.end(), is_its);
    if (table == tables.end()) continue;  // a missing file has failed the join already
    Step<PlanScores>& step = scores[instrument.id];
    step = Attempt([&] { return ScoresOf(instrument, **table); });
    if (step.error) {
      AddError(*step.error, &report->errors);
      continue;
    }
    instrument.items = step.value->items;
    report->scores.insert(report->scores.end(), step.value->summaries.begin(), step.value->summaries.end());
  }
  return scores;
}

/// Of the instruments that were scored in files that were joined.
void AddQuality(const RecordsByFile& records, const ScoresByInstrument& scores, Report* report) {
  for (const PlanInstrument& instrument : report->plan.instruments) {
    const auto joined = records.find(instrument.file);
    const auto scored = scores.find(instrument.id);
    if (joined == records.end() || joined->second.error || scored == scores.end() || scored->second.error) continue;
    const std::vector<QualityRow> rows =
        QualityOf(*joined->second.value, *scored->second.value, report->plan.confidence);
    report->quality.insert(report->quality.end(), rows.begin(), rows.end());
  }
}

std::optional<SafetyTable> CountSideEffects(const std::vector<const Table*>& tables, const Roster& roster,
                                            Report* report) {
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const PlanFile& file = report->plan.files[i];
    if (file.role != FileRole::events) continue;
    const auto safety = Attempt([&] { return CountEvents(file, Given(file, tables[i]), roster, &report->warnings); });
    if (safety.error) AddError(*safety.error, &report->errors);
    return safety.value;
  }
  return std::nullopt;
}

/// The baseline of every score that an outcome analyses, as the first of its outcomes that has one has it.
std::vector<BaselineScore> BaselineScores(const Roster& roster, const RecordsByFile& records,
                                          const ScoresByInstrument& scores, const Report& report) {
  std::vector<BaselineScore> result;
  for (const PlanOutcome& outcome : report.plan.outcomes) {
    const auto is_its = [&](const auto& each) { return each.score == outcome.score; };
    const auto joined = records.find(report.plan.Instrument(outcome.instrument).file);
    const auto scored = scores.find(outcome.instrument);
    const bool is_there = joined != records.end() && joined->second.value && scored != scores.end() &&
                          scored->second.value && scored->second.value->scales.count(outcome.scale) > 0;
    if (!is_there || std::any_of(result.begin(), result.end(), is_its)) continue;
    const auto value = BaselineScoreOf(outcome, *joined->second.value, scored->second.value->scales.at(outcome.scale),
                                       roster, report.plan.DayOfStart());
    const auto summary = std::find_if(report.scores.begin(), report.scores.end(), is_its);
    if (value) result.push_back({outcome.score, summary->label, *value});
  }
  return result;
}

/// Writes the columns used into the plan.
void DescribeBaseline(const Roster& roster, const RecordsByFile& records, const ScoresByInstrument& scores,
                      Report* report) {
  BaselineTablePlan& wanted = report->plan.baseline_table;
  const auto table = Attempt([&] {
    wanted.columns = BaselineColumns(report->plan, roster);
    return MakeBaselineTable(*wanted.columns, wanted.standardised_differences, roster,
                             BaselineScores(roster, records, scores, *report));
  });
  if (table.error) AddError(*table.error, &report->errors);
  report->baseline = table.value;
}

void CountBlinding(const std::vector<const Table*>& tables, const Roster& roster, Report* report) {
  const PlanFile* file = report->plan.GuessFile();
  if (file == nullptr) return;
  const Table* table = tables[static_cast<std::size_t>(file - report->plan.files.data())];
  const auto blinding = Attempt(
      [&] { return CountGuesses(*file, Given(*file, table), roster, report->plan.confidence, &report->warnings); });
  if (blinding.error) AddError(*blinding.error, &report->errors);
  report->blinding = blinding.value;
}

/// The identifier column of the table that holds the covariates.
std::string RosterId(const Plan& plan, const Roster& roster) {
  return std::find_if(plan.files.begin(), plan.files.end(),
                      [&](const PlanFile& file) { return file.name == roster.table->name; })
      ->id;
}

void ResolveModel(const OutcomeTable& data, PlanModel* model) {
  model->visits = data.visits;
  model->baseline_visit = data.baseline_visit;
}

/// Fills what the analysis decided into `outcome`, the plan's own.
OutcomeResult AnalyzeOutcome(const Roster& roster, const RecordsByFile& records, const ScoresByInstrument& scores,
                             const Plan& plan, const ProgressCallback& on_progress, PlanOutcome* outcome, Flow* flow) {
  const PlanInstrument& instrument = plan.Instrument(outcome->instrument);
  OutcomeResult result;
  result.id = outcome->id;
  result.label = outcome->label;
  result.role = outcome->role;
  result.score = outcome->score;
  result.multiplicity = outcome->multiplicity;
  OutcomeResult failed = result;
  try {
    result.direction =
        DirectionOf(instrument.instrument, instrument.instrument.Scale(outcome->scale), instrument.direction);
    failed.direction = result.direction;
    const Records& joined = records.at(instrument.file).Get();
    const ScoreColumn& score = scores.at(instrument.id).Get().scales.at(outcome->scale);
    const OutcomeTable data =
        BuildOutcomeTable(*outcome, result.direction, RosterId(plan, roster), roster, joined, score, &result.warnings);
    ResolveModel(data, &outcome->model);
    IterationCallback on_iteration;
    if (on_progress) {
      on_iteration = [&](int iteration, double objective) { on_progress({outcome->id, iteration, objective}); };
    }
    const ChainResult chain = FitInTurn(outcome->model, data, plan.confidence, &result.warnings, on_iteration);
    result.model = chain.summary;
    result.fit = chain.fit;
    result.observed = data.observed;
    result.responders = data.responders;
    AddEstimates(chain.fit, *outcome, data, &result);
    RateEffects(chain.fit, *outcome, data, &result);
    flow->outcomes.push_back(data.flow);
    return result;
  } catch (const Error& error) {
    failed.error = error;
    failed.warnings = result.warnings;
    return failed;
  }
}

void ThrowWhenNothingIsLeft(const Report& report) {
  const auto is_left = [](const OutcomeResult& outcome) { return !outcome.error; };
  if (report.safety || std::any_of(report.outcomes.begin(), report.outcomes.end(), is_left)) return;
  if (!report.errors.empty()) throw report.errors.front();
  throw Error("no_outcomes", "the plan asks for no outcome", {}, "choose a score to analyse");
}

}  // namespace

std::vector<const Table*> TablesOf(const Plan& plan, const std::vector<Table>& tables) {
  std::vector<const Table*> found;
  for (const PlanFile& file : plan.files) {
    const auto is_its = [&](const Table& table) { return table.name == file.name && file.role != FileRole::ignored; };
    const auto at = std::find_if(tables.begin(), tables.end(), is_its);
    found.push_back(at == tables.end() ? nullptr : &*at);
  }
  return found;
}

Report Analyze(const Plan& plan, const std::vector<Table>& given, const ProgressCallback& on_progress) {
  Report report;
  report.plan = plan;
  const std::vector<const Table*> tables = TablesOf(plan, given);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (tables[i] != nullptr) report.files.push_back(FileEntry(plan.files[i], *tables[i]));
  }
  const Roster roster = BuildRoster(plan, tables, &report.warnings);
  report.arms = roster.Counts();
  report.plan.arms = roster.arms;
  const RecordsByFile records = JoinFiles(tables, roster, &report);
  const ScoresByInstrument scores = ScoreInstruments(tables, &report);
  AddQuality(records, scores, &report);
  report.flow = FlowOf(roster);
  DescribeBaseline(roster, records, scores, &report);
  CountBlinding(tables, roster, &report);
  for (PlanOutcome& outcome : report.plan.outcomes) {
    report.outcomes.push_back(AnalyzeOutcome(roster, records, scores, plan, on_progress, &outcome, &report.flow));
    if (report.outcomes.back().error) AddError(*report.outcomes.back().error, &report.errors);
  }
  if (plan.gate == Gate::fixed_sequence) TestInOrder(1 - plan.confidence, &report.outcomes);
  report.safety = CountSideEffects(tables, roster, &report);
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
