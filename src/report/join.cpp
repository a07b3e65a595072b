// SPDX-License-Identifier: MIT
#include "report/join.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/words.h"

namespace fatigue {
namespace {

std::string RowsText(const std::vector<int>& rows) {
  std::vector<std::string> texts;
  for (const int row : rows) texts.push_back(std::to_string(row));
  return (rows.size() == 1 ? "row " : "rows ") + Listed(texts);
}

/// Distinct texts in order of first appearance, each with the lines it stands on.
using RowsByText = std::vector<std::pair<std::string, std::vector<int>>>;

void CheckDuplicates(const PlanFile& file, const Table& table, const Column& visit) {
  const Column& ids = table.At(file.id);
  std::map<std::pair<std::string, std::string>, std::vector<int>> rows;
  for (int row = 0; row < table.row_count; ++row) {
    if (!ids.IsMissing(row) && !visit.IsMissing(row)) rows[{ids.Text(row), visit.Text(row)}].push_back(row);
  }
  std::vector<Place> places;
  std::vector<std::string> texts;
  for (const auto& [key, own] : rows) {
    if (own.size() == 1) continue;
    std::vector<int> lines;
    for (const int row : own) {
      places.push_back(table.PlaceOf(row, visit));
      lines.push_back(table.origin_row[row]);
    }
    texts.push_back("participant " + key.first + " at visit " + key.second + " (" + RowsText(lines) + ")");
  }
  if (texts.empty()) return;
  throw Error("duplicate_visit", table.name + ": more than one record of " + Listed(texts, 4), places,
              "keep one record per participant and visit");
}

}  // namespace

std::vector<const Participant*> MatchParticipants(const PlanFile& file, const Table& table, const Roster& roster,
                                                  std::vector<Warning>* warnings) {
  const Column& ids = table.At(file.id);
  std::vector<const Participant*> participants;
  std::vector<int> without_id;
  RowsByText unmatched;
  std::vector<Place> places;
  bool is_any_matched = false;
  for (int row = 0; row < table.row_count; ++row) {
    const std::string id = ids.Text(row);
    participants.push_back(roster.Find(id));
    if (participants.back() != nullptr) {
      is_any_matched = true;
      continue;
    }
    const int line = table.origin_row[row];
    if (id.empty()) {
      without_id.push_back(line);
      continue;
    }
    places.push_back(table.PlaceOf(row, ids));
    const auto found =
        std::find_if(unmatched.begin(), unmatched.end(), [&](const auto& each) { return each.first == id; });
    if (found == unmatched.end()) {
      unmatched.push_back({id, {line}});
    } else {
      found->second.push_back(line);
    }
  }
  std::vector<std::string> texts;
  for (const auto& [id, lines] : unmatched) texts.push_back(id + " (" + RowsText(lines) + ")");
  if (!is_any_matched && table.row_count > 0) {
    const std::string known = roster.participants.front().id;
    throw Error("no_matching_ids",
                table.name + ": no identifier in column " + file.id + " matches a participant of " +
                    roster.table->name + (texts.empty() ? "; the column is empty" : ": " + Listed(texts)) +
                    "; participants are named like " + known,
                places, "choose the column that holds the same identifiers in both files");
  }
  if (!texts.empty()) {
    warnings->push_back({"unmatched_id", table.name + ": " +
                                             Counted(texts.size(), "identifier matches", "identifiers match") +
                                             " no participant of " + roster.table->name +
                                             ", these rows are not analysed: " + Listed(texts)});
  }
  if (!without_id.empty()) {
    warnings->push_back({"id_missing", table.name + ": " + RowsText(without_id) + " without a participant in column " +
                                           file.id + "; not analysed"});
  }
  return participants;
}

Records JoinRecords(const PlanFile& file, const Table& table, const Roster& roster, std::vector<Warning>* warnings) {
  Records records;
  records.table = &table;
  records.id = &table.At(file.id);
  records.visit = &table.At(file.VisitColumn());
  CheckDuplicates(file, table, *records.visit);
  records.participant = MatchParticipants(file, table, roster, warnings);

  std::vector<int> without_visit;
  std::set<const Participant*> seen;
  for (int row = 0; row < table.row_count; ++row) {
    seen.insert(records.participant[row]);
    if (records.visit->IsMissing(row)) without_visit.push_back(table.origin_row[row]);
  }
  if (!without_visit.empty()) {
    warnings->push_back({"visit_missing", table.name + ": " + RowsText(without_visit) + " without a visit in column " +
                                              records.visit->name + "; not analysed"});
  }
  std::vector<std::string> absent;
  for (const Participant& participant : roster.participants) {
    const bool is_analysed = participant.membership == Membership::analysed;
    if (is_analysed && seen.count(&participant) == 0) absent.push_back(participant.id);
  }
  if (!absent.empty()) {
    warnings->push_back({"no_records", table.name + " has no record of " +
                                           Counted(absent.size(), "participant", "participants") + ": " +
                                           Listed(absent)});
  }
  return records;
}

}  // namespace fatigue
