// SPDX-License-Identifier: MIT
// The rows of a file, the participants they belong to, by the text of the identifier, and the visits they stand for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/plan.h"
#include "report/roster.h"
#include "table/codes.h"
#include "table/table.h"

namespace fatigue {

/// The participant of each row; nullptr where the identifier is missing or matches nobody. Warns of identifiers that
/// match no participant and of rows without one, naming rows. Throws no_matching_ids when no row matches.
std::vector<const Participant*> MatchParticipants(const PlanFile& file, const Table& table, const Roster& roster,
                                                  std::vector<Warning>* warnings);

/// Why a record stands for no visit.
enum class VisitFault {
  none,
  visit_missing,
  date_missing,
  date_impossible,  // not of the years 1900 to 2100
  start_missing,    // its participant has no start date
  outside_windows,
  other_is_nearer  // another record of the participant stands for the visit
};

/// A records file: who each row is about and when.
struct Records {
  const Table* table = nullptr;
  const Column* id = nullptr;
  const Column* time = nullptr;                 // the column of visits, or of dates: messages name it
  std::vector<const Participant*> participant;  // by row

  std::vector<std::string> visits;          // labels, in order of first appearance, of the windows' days or of the plan
  std::vector<std::optional<double>> days;  // of the visits: the label's, the date's, or the planned day
  bool in_order = false;                    // visits stand in the order of time
  std::vector<int> visit;                   // by row: one of `visits`; -1: none, and `fault` says why
  std::vector<VisitFault> fault;            // by row
  std::vector<double> day;                  // by row, with dates or windows only: the study day; NaN: none
  std::vector<int> passed;  // by row, with windows only: the visit another record is nearer to; -1: none

  /// Label of the row's visit; empty where it has none.
  std::string VisitText(int row) const { return visit[row] < 0 ? std::string() : visits[visit[row]]; }
};

/// Visits are the labels of the visit column; with a date column, the study days counted from the participant's start
/// date (report/study_day.h); with windows, those the records' days fall into (report/visit_windows.h).
/// Throws as MatchParticipants does; duplicate_visit naming the rows when a participant has two records at one visit,
/// after windows; not_a_date; day_not_a_number for windows and labels that are no days. Warns of rows without a visit,
/// without a date or start date, with one that cannot be, before the start, and of participants without a record in
/// this file.
Records JoinRecords(const PlanFile& file, const Table& table, const Roster& roster, int day_of_start,
                    std::vector<Warning>* warnings);

/// As JoinRecords, without warnings and for whatever rows there are: duplicates stay, and so do rows of nobody.
/// Throws unknown_column, not_a_date and day_not_a_number.
Records PlaceRecords(const PlanFile& file, const Table& table, const Roster& roster, int day_of_start);

/// Rows that share participant and visit, by the text of both; each in order of the file.
struct RepeatedVisit {
  std::string id, visit;
  std::vector<int> rows;
};
std::vector<RepeatedVisit> RepeatedVisits(const Records& records);

/// By row, the visit it stands for when `values` is what is asked for. With windows, where the nearest record of a
/// participant has no value, the nearest that has one takes its place: a questionnaire of another day of the window is
/// not lost for a record that holds something else. Otherwise Records::visit.
std::vector<int> VisitsForScore(const Records& records, const std::vector<double>& values);

/// Throws duplicate_visit, naming the rows.
void CheckDuplicates(const Records& records);

/// The order of visits in time as their labels tell (OrderVisits), or as they stand where they are in order already.
std::vector<int> InOrderOfTime(std::vector<int> visits, const std::vector<std::string>& labels, bool in_order);

}  // namespace fatigue
