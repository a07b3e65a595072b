// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "base/words.h"
#include "report/check.h"
#include "report/study_day.h"

namespace fatigue {
namespace {

/// Why each row is not used; empty where it is. Of several reasons the first that an analysis would give.
using RowReasons = std::vector<std::string>;

void SetReason(int row, const std::string& reason, RowReasons* reasons) {
  std::string& own = (*reasons)[static_cast<std::size_t>(row)];
  if (own.empty()) own = reason;
}

std::vector<int> LinesOf(const Table& table, const std::vector<int>& rows) {
  std::vector<int> lines;
  for (const int row : rows) lines.push_back(table.origin_row[row]);
  return lines;
}

void CheckRecordRows(const Records& records, bool has_roster, RowReasons* reasons, FileCheck* check) {
  for (std::size_t row = 0; row < records.fault.size(); ++row) {
    const bool is_known = has_roster || records.fault[row] != VisitFault::start_missing;
    if (is_known && records.fault[row] != VisitFault::none) {
      SetReason(static_cast<int>(row), Text(FaultOf(records.fault[row])), reasons);
    }
  }
  for (const RepeatedVisit& repeated : RepeatedVisits(records)) {
    for (const int row : repeated.rows) SetReason(row, "more than one record at the visit", reasons);
    if (check->duplicates.size() == kMostListed) continue;
    check->duplicates.push_back({repeated.id, repeated.visit, LinesOf(*records.table, repeated.rows)});
  }
}

void CheckParticipantRows(const Table& table, const Codes& ids, RowReasons* reasons, FileCheck* check) {
  const CodeGroups groups = GroupRows(ids.code, ids.count());
  for (int id = 0; id < ids.count(); ++id) {
    const std::vector<int> rows(groups.row.begin() + groups.start[id], groups.row.begin() + groups.start[id + 1]);
    if (rows.size() < 2) continue;
    for (const int row : rows) SetReason(row, "participant stands more than once", reasons);
    if (check->duplicates.size() == kMostListed) continue;
    check->duplicates.push_back({ids.text[id], std::nullopt, LinesOf(table, rows)});
  }
}

/// A line of the file is used when one of its rows is; else the first reason counts.
void CountLines(const Table& table, const RowReasons& reasons, FileCheck* check) {
  check->rows = table.CountLines();
  std::map<int, const std::string*> unused;  // by line
  int last_used = -1;
  std::vector<int> used;
  for (std::size_t row = 0; row < reasons.size(); ++row) {
    const int line = table.origin_row[row];
    if (!reasons[row].empty()) {
      unused.emplace(line, &reasons[row]);
    } else if (line != last_used) {
      used.push_back(line);
      last_used = line;
    }
  }
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  check->rows_used = static_cast<int>(used.size());
  for (const auto& [line, first_reason] : unused) {
    if (std::binary_search(used.begin(), used.end(), line)) continue;
    const std::string& reason = *first_reason;
    const auto known = std::find_if(check->unused.begin(), check->unused.end(),
                                    [&](const Excluded& each) { return each.reason == reason; });
    if (known == check->unused.end()) {
      check->unused.push_back({reason, 1});
    } else {
      ++known->n;
    }
  }
}

}  // namespace

FileCheck CheckFile(const PlanFile& file, const Table& table, const Roster& roster, const Records* records) {
  FileCheck check;
  check.name = file.name;
  check.role = Name(file.role);
  RowReasons reasons(static_cast<std::size_t>(table.row_count));
  const Column* id = table.Find(file.id);
  if (id == nullptr) {
    for (std::string& reason : reasons) reason = "no column " + file.id;
    CountLines(table, reasons, &check);
    return check;
  }
  const Codes ids = CodesOf(*id);
  check.participants = ids.count();
  // Without the file that tells who takes part nobody is unknown: that it is not there is told once.
  const bool has_roster = !roster.participants.empty();
  std::vector<const Participant*> participants;
  std::vector<bool> has_rows(roster.participants.size());
  for (const std::string& text : ids.text) {
    participants.push_back(roster.Find(text));
    if (participants.back() != nullptr) {
      has_rows[roster.IndexOf(participants.back())] = true;
    } else if (has_roster && check.unmatched.size() < kMostListed) {
      check.unmatched.push_back(text);
    }
  }
  for (std::size_t i = 0; i < has_rows.size() && check.without_rows.size() < kMostListed; ++i) {
    const bool is_missed = !has_rows[i] && roster.participants[i].membership == Membership::analysed;
    if (is_missed && file.role != FileRole::events) check.without_rows.push_back(roster.participants[i].id);
  }
  for (int row = 0; row < table.row_count; ++row) {
    const int code = ids.code[row];
    const EntryFault fault = FaultOf(code < 0 ? nullptr : participants[code], code >= 0);
    if (has_roster || fault != EntryFault::not_a_participant) SetReason(row, Text(fault), &reasons);
  }
  if (file.role == FileRole::participants) CheckParticipantRows(table, ids, &reasons, &check);
  if (records != nullptr) CheckRecordRows(*records, has_roster, &reasons, &check);
  if (file.role == FileRole::records && records == nullptr) {
    for (int row = 0; row < table.row_count; ++row) SetReason(row, "visits cannot be told", &reasons);
  }
  if (const Column* terms = file.role == FileRole::events ? table.Find(file.event) : nullptr) {
    for (int row = 0; row < table.row_count; ++row) {
      if (terms->IsMissing(row)) SetReason(row, "event missing", &reasons);
    }
  }
  CountLines(table, reasons, &check);
  return check;
}

std::vector<DataProblem> CheckTimes(const PlanFile& file, const Records& records) {
  const Table& table = *records.table;
  struct Found {
    std::string kind, what, remedy;
    std::vector<Place> places = {};
    std::size_t count = 0;
  };
  Found before = {"before_start", "from before the participant's start date",
                  "correct the date, unless it is the baseline"};
  Found impossible = {"date_impossible", "with a date that is not of the years 1900 to 2100", "correct the date"};
  Found missing = {"start_date_missing", "of a participant without a start date", "give the start date"};
  Found outside = {"outside_windows", "outside every visit window", "widen a window, or leave the record out"};
  const bool is_dated = !file.date.empty();
  const auto add = [&](int row, Found* found) {
    ++found->count;
    if (found->places.size() == kMostListed) return;
    found->places.push_back(table.PlaceOf(row, *records.time));
    if (is_dated && !records.time->IsMissing(row)) found->places.back().value = DateText(records.time->values[row]);
  };
  for (int row = 0; row < table.row_count; ++row) {
    if (records.participant[row] == nullptr) continue;
    if (records.fault[row] == VisitFault::date_impossible) add(row, &impossible);
    if (records.fault[row] == VisitFault::start_missing) add(row, &missing);
    if (records.fault[row] == VisitFault::outside_windows) add(row, &outside);
    if (is_dated && records.day[row] < 0) add(row, &before);
  }
  std::vector<DataProblem> problems;
  for (Found* found : {&impossible, &missing, &before, &outside}) {
    if (found->count == 0) continue;
    std::vector<std::string> rows;
    for (const Place& place : found->places) rows.push_back(std::to_string(place.row));
    problems.push_back({found->kind, false,
                        Error(found->kind,
                              table.name + ": " + Counted(found->count, "record", "records") + " " + found->what +
                                  " (" + (rows.size() == 1 ? "row " : "rows ") + Listed(rows) + ")",
                              found->places, found->remedy)});
  }
  return problems;
}

}  // namespace fatigue
