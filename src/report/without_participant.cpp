// SPDX-License-Identifier: MIT
#include "report/without_participant.h"

#include <algorithm>

namespace fatigue {
namespace {

template <class Value>
std::vector<Value> At(const std::vector<Value>& values, const std::vector<int>& places) {
  std::vector<Value> kept;
  if (values.empty()) return kept;
  kept.reserve(places.size());
  for (const int place : places) kept.push_back(values[static_cast<std::size_t>(place)]);
  return kept;
}

Column RowsOf(const Column& column, const std::vector<int>& rows) {
  Column kept;
  kept.name = column.name;
  kept.kind = column.kind;
  kept.values = At(column.values, rows);
  kept.codes = At(column.codes, rows);
  kept.levels = column.levels;
  kept.origin.codes = At(column.origin.codes, rows);
  kept.origin.names = column.origin.names;
  kept.origin.rows = At(column.origin.rows, rows);
  return kept;
}

/// Takes one of `cell` away, and the entry with the last.
template <class Key>
void TakeOne(const Key& cell, std::map<Key, int>* counts) {
  const auto found = counts->find(cell);
  if (found != counts->end() && --found->second == 0) counts->erase(found);
}

}  // namespace

OutcomeTable WithoutParticipant(const OutcomeTable& data, int participant) {
  OutcomeTable kept;
  kept.baseline_visit = data.baseline_visit;
  kept.covariates = data.covariates;
  kept.participants = data.participants;
  kept.participants_at = data.participants_at;
  const Column& arm = data.table.At("arm");
  std::vector<int> rows;
  std::vector<int> count_at(data.visits.size());  // rows by visit
  bool is_counted = false;
  for (int row = 0; row < data.table.row_count; ++row) {
    const auto at = static_cast<std::size_t>(row);
    const auto visit = static_cast<std::size_t>(data.visit_of_row[at]);
    if (data.participant_of_row[at] != participant) {
      rows.push_back(row);
      ++count_at[visit];
      continue;
    }
    const std::string name = arm.Text(row);
    TakeOne({name, data.visits[visit]}, &kept.participants_at);
    if (!is_counted) TakeOne(name, &kept.participants);
    is_counted = true;
  }
  for (const std::string& name : data.arms) {
    if (kept.participants.count(name) > 0) kept.arms.push_back(name);
  }
  std::vector<int> new_visit(data.visits.size(), -1);
  for (std::size_t visit = 0; visit < data.visits.size(); ++visit) {
    if (count_at[visit] == 0) continue;
    new_visit[visit] = static_cast<int>(kept.visits.size());
    kept.visits.push_back(data.visits[visit]);
    if (!data.days.empty()) kept.days.push_back(data.days[visit]);
  }
  kept.participant_of_row = At(data.participant_of_row, rows);
  for (const int row : rows) {
    kept.visit_of_row.push_back(new_visit[static_cast<std::size_t>(data.visit_of_row[static_cast<std::size_t>(row)])]);
  }
  kept.table.name = data.table.name;
  kept.table.sha256 = data.table.sha256;
  kept.table.row_count = static_cast<int>(rows.size());
  kept.table.origin_row = At(data.table.origin_row, rows);
  for (const Column& column : data.table.columns) kept.table.columns.push_back(RowsOf(column, rows));
  return kept;
}

}  // namespace fatigue
