// SPDX-License-Identifier: MIT
#include "report/trial_data.h"

#include <algorithm>

namespace fatigue {
namespace {

void JoinFiles(TrialData* trial) {
  const int day_of_start = trial->plan.DayOfStart();
  for (std::size_t i = 0; i < trial->tables.size(); ++i) {
    const PlanFile& file = trial->plan.files[i];
    if (file.role != FileRole::records) continue;
    Step<Records>& step = trial->records[file.name];
    step = Attempt([&] {
      return JoinRecords(file, Given(file, trial->tables[i]), trial->roster, day_of_start, &trial->warnings);
    });
    if (step.error) AddError(*step.error, &trial->errors);
  }
}

void ScoreInstruments(TrialData* trial) {
  for (PlanInstrument& instrument : trial->plan.instruments) {
    const auto is_its = [&](const Table* table) { return table != nullptr && table->name == instrument.file; };
    const auto table = std::find_if(trial->tables.begin(), trial->tables.end(), is_its);
    if (table == trial->tables.end()) continue;  // a missing file has failed the join already
    Step<PlanScores>& step = trial->scores[instrument.id];
    step = Attempt([&] { return ScoresOf(instrument, **table); });
    if (step.error) {
      AddError(*step.error, &trial->errors);
    } else {
      instrument.items = step.value->items;
    }
  }
}

}  // namespace

void AddError(const Error& error, std::vector<Error>* errors) {
  const auto is_same = [&](const Error& known) {
    return known.code() == error.code() && std::string(known.what()) == error.what();
  };
  if (std::none_of(errors->begin(), errors->end(), is_same)) errors->push_back(error);
}

std::vector<const Table*> TablesOf(const Plan& plan, const std::vector<Table>& tables) {
  std::vector<const Table*> found;
  for (const PlanFile& file : plan.files) {
    const auto is_its = [&](const Table& table) { return table.name == file.name && file.role != FileRole::ignored; };
    const auto at = std::find_if(tables.begin(), tables.end(), is_its);
    found.push_back(at == tables.end() ? nullptr : &*at);
  }
  return found;
}

const Table& Given(const PlanFile& file, const Table* table) {
  if (table != nullptr) return *table;
  throw Error("missing_file", "the plan's file " + file.name + " is not there", {{file.name, 0, "", ""}},
              "add the file");
}

const std::string& TrialData::RosterId() const {
  return std::find_if(plan.files.begin(), plan.files.end(),
                      [&](const PlanFile& file) { return file.name == roster.table->name; })
      ->id;
}

TrialData ReadTrial(const Plan& plan, const std::vector<Table>& tables) {
  TrialData trial;
  trial.plan = plan;
  trial.tables = TablesOf(plan, tables);
  trial.roster = BuildRoster(plan, trial.tables, &trial.warnings);
  trial.plan.arms = trial.roster.arms;
  JoinFiles(&trial);
  ScoreInstruments(&trial);
  return trial;
}

}  // namespace fatigue
