// SPDX-License-Identifier: MIT
#include "report/check.h"

#include <algorithm>
#include <map>

#include "report/baseline_table.h"
#include "report/blinding.h"
#include "report/entry.h"
#include "report/error_json.h"
#include "report/outcome_table.h"
#include "report/trial_data.h"

namespace fatigue {
namespace {

/// Runs a step; what it throws becomes a problem, each once.
template <class Step>
bool Collect(Step step, std::vector<DataProblem>* problems) {
  try {
    step();
    return true;
  } catch (const Error& error) {
    const auto is_same = [&](const DataProblem& known) {
      return known.problem.code() == error.code() && std::string(known.problem.what()) == error.what();
    };
    if (std::none_of(problems->begin(), problems->end(), is_same)) problems->push_back({error.code(), true, error});
    return false;
  }
}

/// What would keep an outcome from being analysed, short of the fit.
void CheckOutcomes(const Plan& plan, const Roster& roster, const std::map<std::string, Records>& records,
                   std::vector<DataProblem>* problems) {
  for (const PlanOutcome& outcome : plan.outcomes) {
    const PlanInstrument& instrument = plan.Instrument(outcome.instrument);
    const auto joined = records.find(instrument.file);
    if (joined == records.end()) continue;
    std::optional<PlanScores> scores;
    std::vector<DataProblem> known;  // the instrument's own check has told them
    if (!Collect([&] { scores = ScoresOf(instrument, *joined->second.table); }, &known)) continue;
    std::vector<Warning> ignored;
    Collect(
        [&] {
          const Direction direction =
              DirectionOf(instrument.instrument, instrument.instrument.Scale(outcome.scale), instrument.direction);
          BuildOutcomeTable(outcome, direction, plan.RosterFile().id, roster, joined->second,
                            scores->scales.at(outcome.scale), &ignored);
        },
        problems);
  }
}

/// What would keep the tables of baseline characteristics and of guesses from being made.
void CheckParticipants(const Plan& plan, const std::vector<const Table*>& tables, const Roster& roster,
                       DataCheck* check) {
  Collect([&] { BaselineColumns(plan, roster); }, &check->problems);
  const PlanFile* file = plan.GuessFile();
  if (file == nullptr) return;
  const Table* table = tables[static_cast<std::size_t>(file - plan.files.data())];
  if (table == nullptr) return;
  Collect([&] { CountGuesses(*file, *table, roster, plan.confidence, &check->warnings); }, &check->problems);
}

}  // namespace

DataCheck CheckData(const Plan& plan, const std::vector<Table>& given) {
  DataCheck check;
  const std::vector<const Table*> tables = TablesOf(plan, given);
  RosterFaults faults;
  const Roster roster = BuildRoster(plan, tables, &check.warnings, &faults);
  check.arms = roster.Counts();
  check.arm_problems = faults.arms;
  for (const Error& error : faults.errors) check.problems.push_back({error.code(), true, error});
  const bool has_roster = !roster.participants.empty();

  std::map<std::string, Records> records;
  for (std::size_t i = 0; i < plan.files.size(); ++i) {
    const PlanFile& file = plan.files[i];
    if (file.role == FileRole::ignored) continue;
    if (tables[i] == nullptr) {
      Collect(
          [&] {
            throw Error("missing_file", "the plan's file " + file.name + " is not there", {{file.name, 0, "", ""}},
                        "add the file");
          },
          &check.problems);
      continue;
    }
    const Table& table = *tables[i];
    const Records* own = nullptr;
    if (file.role == FileRole::records) {
      const auto place = [&] { return PlaceRecords(file, table, roster, plan.DayOfStart()); };
      Collect([&] { own = &records.emplace(file.name, place()).first->second; }, &check.problems);
    }
    check.files.push_back(CheckFile(file, table, roster, own));
    if (own != nullptr) {
      Collect([&] { CheckDuplicates(*own); }, &check.problems);
      for (DataProblem& problem : CheckTimes(file, *own)) check.problems.push_back(std::move(problem));
    }
    if (has_roster && file.role != FileRole::participants) {
      Collect([&] { MatchParticipants(file, table, roster, &check.warnings); }, &check.problems);
    }
    if (file.role == FileRole::events) Collect([&] { table.At(file.event); }, &check.problems);
  }
  for (const PlanInstrument& instrument : plan.instruments) {
    const auto joined = records.find(instrument.file);
    if (joined == records.end()) continue;
    for (ScoreCheck& score : CheckScores(instrument, roster, joined->second, &check.problems)) {
      check.scores.push_back(std::move(score));
    }
  }
  if (has_roster) CheckParticipants(plan, tables, roster, &check);
  if (faults.errors.empty()) CheckOutcomes(plan, roster, records, &check.problems);
  std::stable_sort(check.problems.begin(), check.problems.end(),
                   [](const DataProblem& a, const DataProblem& b) { return a.is_error && !b.is_error; });
  return check;
}

}  // namespace fatigue
