// SPDX-License-Identifier: MIT
#include "report/baseline_table.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/constants.h"
#include "inference/standardised_difference.h"
#include "report/baseline.h"
#include "report/schedule.h"

namespace fatigue {
namespace {

constexpr int kMostLevels = 10;
const char kWhat[] = "baseline characteristic";

/// Columns of the file that the plan uses for something else.
std::set<std::string> ColumnsInUse(const Plan& plan, const PlanFile& file) {
  std::set<std::string> used = {file.id, file.arm, file.date, file.start_date, file.guess};
  if (file.role != FileRole::records) return used;
  used.insert(file.VisitColumn());
  for (const PlanInstrument& instrument : plan.instruments) {
    if (instrument.file != file.name) continue;
    used.insert(instrument.items.begin(), instrument.items.end());
    for (const auto& [scale, column] : instrument.scores) used.insert(column);
  }
  for (const PlanOutcome& outcome : plan.outcomes) {
    if (plan.Instrument(outcome.instrument).file != file.name) continue;
    used.insert(outcome.model.weights);
    if (outcome.model.baseline) used.insert(outcome.model.baseline->column);
  }
  return used;
}

bool HasFewLevels(const Column& column, const Roster& roster) {
  if (column.kind == Column::Kind::number) return true;
  std::set<int> levels;
  for (const Participant& participant : roster.participants) {
    const int code = column.codes[participant.row];
    if (participant.arm >= 0 && code >= 0) levels.insert(code);
  }
  return static_cast<int>(levels.size()) <= kMostLevels;
}

bool IsOfParticipants(const Roster& roster, const std::string& id, const std::string& column) {
  try {
    CovariateColumn(roster, id, column, kWhat);
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// `value` of everyone in each arm, then of all arms together.
template <class Value, class ValueOf>
std::vector<std::vector<Value>> ByGroup(const Roster& roster, ValueOf value_of) {
  std::vector<std::vector<Value>> groups(roster.arms.size() + 1);
  for (std::size_t who = 0; who < roster.participants.size(); ++who) {
    const int arm = roster.participants[who].arm;
    if (arm < 0) continue;
    const Value value = value_of(who);
    groups[static_cast<std::size_t>(arm)].push_back(value);
    groups.back().push_back(value);
  }
  return groups;
}

/// Of the arms but the first, the reference; `groups` ends with all together.
template <class Summary>
std::vector<double> DifferencesOf(const std::vector<Summary>& groups) {
  std::vector<double> differences;
  for (std::size_t arm = 1; arm + 1 < groups.size(); ++arm) {
    differences.push_back(StandardisedDifference(groups[arm], groups[0]));
  }
  return differences;
}

template <class ValueOf>
void SetNumbers(const Roster& roster, ValueOf value_of, BaselineRow* row) {
  for (std::vector<double>& values : ByGroup<double>(roster, value_of)) {
    row->numbers.push_back(SummaryOfNumbers(std::move(values)));
  }
  row->differences = DifferencesOf(row->numbers);
}

/// Levels are those somebody has, in the order of the file.
void SetCategories(const Roster& roster, const Column& column, BaselineRow* row) {
  row->is_category = true;
  std::vector<int> place(column.levels.size(), -1);
  for (const Participant& participant : roster.participants) {
    const int code = column.codes[participant.row];
    if (participant.arm >= 0 && code >= 0) place[static_cast<std::size_t>(code)] = 0;
  }
  for (std::size_t code = 0; code < place.size(); ++code) {
    if (place[code] < 0) continue;
    place[code] = static_cast<int>(row->levels.size());
    row->levels.push_back(column.levels[code]);
  }
  const auto level_of = [&](std::size_t who) {
    const int code = column.codes[roster.participants[who].row];
    return code < 0 ? -1 : place[static_cast<std::size_t>(code)];
  };
  for (const std::vector<int>& codes : ByGroup<int>(roster, level_of)) {
    row->categories.push_back(SummaryOfCodes(codes, row->levels.size()));
  }
  row->differences = DifferencesOf(row->categories);
}

/// Whether the first visit with a score can be taken for a baseline nobody asked for.
bool IsBaselineLike(const Baseline& baseline, int day_of_start) {
  return baseline.until && *baseline.until <= day_of_start;
}

}  // namespace

std::vector<std::string> BaselineColumns(const Plan& plan, const Roster& roster) {
  const PlanFile& file = plan.RosterFile();
  if (plan.baseline_table.columns) {
    for (const std::string& column : *plan.baseline_table.columns) CovariateColumn(roster, file.id, column, kWhat);
    return *plan.baseline_table.columns;
  }
  const std::set<std::string> used = ColumnsInUse(plan, file);
  std::vector<std::string> columns;
  for (const Column& column : roster.table->columns) {
    if (used.count(column.name) > 0 || !HasFewLevels(column, roster)) continue;
    if (file.role == FileRole::records && !IsOfParticipants(roster, file.id, column.name)) continue;
    columns.push_back(column.name);
  }
  return columns;
}

std::optional<std::vector<double>> BaselineScoreOf(const PlanOutcome& outcome, const Records& records,
                                                   const ScoreColumn& score, const Roster& roster, int day_of_start) {
  const Course course = CourseOf(records, score, roster);
  const std::vector<int> with_values = VisitsWithValues(course);
  const PlanModel& model = outcome.model;
  const auto is_there = [&] {
    return std::find(course.visits.begin(), course.visits.end(), model.baseline_visit) != course.visits.end();
  };
  const bool is_named = model.baseline || !model.baseline_visit.empty();
  if (with_values.empty() || (!model.baseline && is_named && !is_there())) return std::nullopt;
  try {
    std::vector<Warning> told;  // the outcome tells them where it needs its baseline
    Baseline baseline = FindBaseline(model, course, with_values, roster, &told);
    if (outcome.NeedsBaseline() || is_named || IsBaselineLike(baseline, day_of_start)) return baseline.value;
  } catch (const Error&) {
    // An outcome that needs the baseline fails for it, and says so.
  }
  return std::nullopt;
}

BaselineTable MakeBaselineTable(const std::vector<std::string>& columns, bool standardised_differences,
                                const Roster& roster, const std::vector<BaselineScore>& scores) {
  BaselineTable table;
  table.arms = roster.arms;
  for (const std::string& name : columns) {
    const Column& column = roster.table->At(name);
    BaselineRow row;
    row.name = row.label = name;
    if (column.kind == Column::Kind::number) {
      SetNumbers(
          roster, [&](std::size_t who) { return column.values[roster.participants[who].row]; }, &row);
    } else {
      SetCategories(roster, column, &row);
    }
    table.rows.push_back(std::move(row));
  }
  for (const BaselineScore& score : scores) {
    BaselineRow row;
    row.name = score.score;
    row.label = score.label;
    row.is_score = true;
    SetNumbers(
        roster, [&](std::size_t who) { return score.value.empty() ? kMissing : score.value[who]; }, &row);
    table.rows.push_back(std::move(row));
  }
  if (standardised_differences) return table;
  for (BaselineRow& row : table.rows) row.differences.clear();
  return table;
}

}  // namespace fatigue
