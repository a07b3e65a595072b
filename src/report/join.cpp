// SPDX-License-Identifier: MIT
#include "report/join.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/constants.h"
#include "base/words.h"
#include "report/study_day.h"
#include "report/visits.h"

namespace fatigue {
namespace {

std::string RowsText(const std::vector<int>& rows) {
  std::vector<std::string> texts;
  for (const int row : rows) texts.push_back(std::to_string(row));
  return (rows.size() == 1 ? "row " : "rows ") + Listed(texts);
}

std::vector<const Participant*> ParticipantsOf(const Codes& ids, const Roster& roster) {
  std::vector<const Participant*> of_code;
  for (const std::string& id : ids.text) of_code.push_back(roster.Find(id));
  std::vector<const Participant*> participants;
  participants.reserve(ids.code.size());
  for (const int code : ids.code) participants.push_back(code < 0 ? nullptr : of_code[code]);
  return participants;
}

}  // namespace

void CheckDuplicates(const Records& records) {
  const Table& table = *records.table;
  std::vector<Place> places;
  std::vector<std::string> texts;
  for (const RepeatedVisit& repeated : RepeatedVisits(records)) {
    std::vector<int> lines;
    for (const int row : repeated.rows) {
      places.push_back(table.PlaceOf(row, *records.time));
      lines.push_back(table.origin_row[row]);
    }
    texts.push_back("participant " + repeated.id + " at visit " + repeated.visit + " (" + RowsText(lines) + ")");
  }
  if (texts.empty()) return;
  throw Error("duplicate_visit", table.name + ": more than one record of " + Listed(texts, 4), places,
              "keep one record per participant and visit");
}

namespace {

void SetVisitsByLabel(Records* records) {
  const Codes codes = CodesOf(*records->time);
  records->visits = codes.text;
  records->visit = codes.code;
  for (const std::string& label : codes.text) records->days.push_back(VisitDay(label));
  for (const int code : codes.code) records->fault.push_back(code < 0 ? VisitFault::visit_missing : VisitFault::none);
}

void SetDaysByDate(int day_of_start, Records* records) {
  const Column& dates = *records->time;
  if (dates.kind != Column::Kind::number) {
    throw Error("not_a_date", records->table->name + ": column " + dates.name + " does not hold dates",
                {{records->table->name, 0, dates.name, ""}}, "choose the column with the dates of the records");
  }
  for (std::size_t row = 0; row < records->participant.size(); ++row) {
    const Participant* participant = records->participant[row];
    const double date = dates.values[row];
    VisitFault fault = VisitFault::none;
    if (std::isnan(date)) {
      fault = VisitFault::date_missing;
    } else if (!IsPossibleDate(date)) {
      fault = VisitFault::date_impossible;
    } else if (participant == nullptr || std::isnan(participant->start)) {
      fault = VisitFault::start_missing;
    }
    records->fault.push_back(fault);
    records->day.push_back(fault == VisitFault::none ? StudyDay(date, participant->start, day_of_start) : kMissing);
  }
}

/// The study days themselves are the visits.
void SetVisitsByDay(Records* records) {
  Column days;
  days.values = records->day;
  const Codes codes = CodesOf(days);
  records->visits = codes.text;
  records->visit = codes.code;
  records->days.resize(codes.text.size());
  for (std::size_t row = 0; row < codes.code.size(); ++row) {
    if (codes.code[row] >= 0) records->days[codes.code[row]] = records->day[row];
  }
}

/// The visits in the order given; labels it does not name come after it, as these tell.
void SetOrderOfVisits(const std::vector<std::string>& order, Records* records) {
  std::vector<std::string> others, sorted;
  for (const std::string& visit : order) {
    if (std::find(records->visits.begin(), records->visits.end(), visit) != records->visits.end()) {
      sorted.push_back(visit);
    }
  }
  for (const std::string& visit : records->visits) {
    if (std::find(order.begin(), order.end(), visit) == order.end()) others.push_back(visit);
  }
  for (std::string& visit : OrderVisits(std::move(others))) sorted.push_back(std::move(visit));
  std::map<std::string, int> place;
  for (std::size_t k = 0; k < sorted.size(); ++k) place[sorted[k]] = static_cast<int>(k);
  std::vector<std::optional<double>> days(sorted.size());
  for (std::size_t k = 0; k < sorted.size(); ++k) days[place.at(records->visits[k])] = records->days[k];
  for (int& visit : records->visit) {
    if (visit >= 0) visit = place.at(records->visits[visit]);
  }
  records->visits = std::move(sorted);
  records->days = std::move(days);
  records->in_order = true;
}

/// The day of each row's label, for windows.
void SetDaysByLabel(Records* records) {
  const Table& table = *records->table;
  std::vector<Place> places;
  for (std::size_t row = 0; row < records->visit.size(); ++row) {
    const int visit = records->visit[row];
    const std::optional<double> day = visit < 0 ? std::nullopt : records->days[visit];
    records->day.push_back(day.value_or(kMissing));
    if (visit >= 0 && !day) places.push_back(table.PlaceOf(static_cast<int>(row), *records->time));
  }
  if (places.empty()) return;
  const std::string more = places.size() == 1 ? "" : " and " + Counted(places.size() - 1, "more row", "more rows");
  throw Error("day_not_a_number", FullText(places.front()) + more + " is no day, which visit windows need", places,
              "give the study day as a number, or leave out the windows of " + table.name);
}

void SetVisitsByWindow(const std::vector<VisitWindow>& planned, const Roster& roster, Records* records) {
  std::vector<VisitWindow> windows = planned;
  std::sort(windows.begin(), windows.end(), [](const VisitWindow& a, const VisitWindow& b) { return a.day < b.day; });
  std::vector<int> participant;
  for (const Participant* each : records->participant) participant.push_back(roster.IndexOf(each));
  records->visit = AssignWindows(windows, participant, records->day);
  records->visits.clear();
  records->days.clear();
  for (const VisitWindow& window : windows) {
    records->visits.push_back(window.visit);
    records->days.push_back(window.day);
  }
  records->in_order = true;
  records->passed.assign(records->visit.size(), -1);
  for (std::size_t row = 0; row < records->visit.size(); ++row) {
    int& visit = records->visit[row];
    if (visit >= 0) continue;
    if (visit == kOtherIsNearer) records->passed[row] = NearestWindow(windows, records->day[row]);
    if (visit == kOutsideWindows) records->fault[row] = VisitFault::outside_windows;
    if (visit == kOtherIsNearer) records->fault[row] = VisitFault::other_is_nearer;
    visit = -1;
  }
}

std::string RecordsText(const std::vector<int>& lines) {
  return Counted(lines.size(), "record", "records") + " (" + RowsText(lines) + ")";
}

void WarnOfTimes(bool is_dated, const Roster& roster, const Records& records, std::vector<Warning>* warnings) {
  const Table& table = *records.table;
  std::vector<int> visit_missing, date_missing, impossible, start_missing, before;
  for (int row = 0; row < table.row_count; ++row) {
    const int line = table.origin_row[row];
    const bool is_known = records.participant[row] != nullptr;
    switch (records.fault[row]) {
      case VisitFault::visit_missing:
        visit_missing.push_back(line);
        break;
      case VisitFault::date_missing:
        date_missing.push_back(line);
        break;
      case VisitFault::date_impossible:
        impossible.push_back(line);
        break;
      case VisitFault::start_missing:
        if (is_known) start_missing.push_back(line);  // of unmatched identifiers there is a warning already
        break;
      case VisitFault::none:
      case VisitFault::outside_windows:
      case VisitFault::other_is_nearer:
        break;
    }
    if (is_dated && records.day[row] < 0) before.push_back(line);
  }
  const auto warn = [&](const std::vector<int>& lines, const std::string& code, const std::string& text) {
    if (!lines.empty()) warnings->push_back({code, table.name + ": " + text});
  };
  const std::string column = " in column " + records.time->name;
  warn(visit_missing, "visit_missing", RowsText(visit_missing) + " without a visit" + column + "; not analysed");
  warn(date_missing, "date_missing", RowsText(date_missing) + " without a date" + column + "; not analysed");
  warn(impossible, "date_impossible",
       RecordsText(impossible) + " with a date" + column + " that is not of the years 1900 to 2100; not analysed");
  warn(start_missing, "start_date_missing",
       RecordsText(start_missing) + " of participants without a start date in column " + roster.start_column + " of " +
           roster.table->name + "; not analysed");
  warn(before, "before_start",
       RecordsText(before) + " from before the participant's start date; kept, with study days below 0");
}

}  // namespace

std::vector<const Participant*> MatchParticipants(const PlanFile& file, const Table& table, const Roster& roster,
                                                  std::vector<Warning>* warnings) {
  const Column& column = table.At(file.id);
  const Codes ids = CodesOf(column);
  const std::vector<const Participant*> participants = ParticipantsOf(ids, roster);
  std::vector<int> without_id;
  std::vector<std::vector<int>> unmatched(ids.text.size());  // lines
  bool is_any_matched = false;
  for (int row = 0; row < table.row_count; ++row) {
    if (participants[row] != nullptr) {
      is_any_matched = true;
    } else if (ids.code[row] < 0) {
      without_id.push_back(table.origin_row[row]);
    } else {
      unmatched[ids.code[row]].push_back(table.origin_row[row]);
    }
  }
  std::vector<std::string> texts;  // in order of first appearance
  for (std::size_t code = 0; code < unmatched.size(); ++code) {
    if (!unmatched[code].empty()) texts.push_back(ids.text[code] + " (" + RowsText(unmatched[code]) + ")");
  }
  if (!is_any_matched && table.row_count > 0) {
    std::vector<Place> places;
    for (int row = 0; row < table.row_count; ++row) {
      if (ids.code[row] >= 0) places.push_back(table.PlaceOf(row, column));
    }
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

std::vector<RepeatedVisit> RepeatedVisits(const Records& records) {
  const Codes ids = CodesOf(*records.id);
  const CodeGroups groups = GroupRows(ids.code, ids.count());
  std::vector<int> first(records.visits.size(), -1);  // row of the participant at hand, by visit
  std::map<std::pair<std::string, std::string>, std::vector<int>> repeated;
  for (int id = 0; id < ids.count(); ++id) {
    for (int k = groups.start[id]; k < groups.start[id + 1]; ++k) {
      const int row = groups.row[k];
      const int visit = records.visit[row];
      if (visit < 0) continue;
      if (first[visit] < 0) {
        first[visit] = row;
        continue;
      }
      std::vector<int>& rows = repeated[{ids.text[id], records.visits[visit]}];
      if (rows.empty()) rows.push_back(first[visit]);
      rows.push_back(row);
    }
    for (int k = groups.start[id]; k < groups.start[id + 1]; ++k) {
      if (records.visit[groups.row[k]] >= 0) first[records.visit[groups.row[k]]] = -1;
    }
  }
  std::vector<RepeatedVisit> result;
  for (const auto& [key, rows] : repeated) result.push_back({key.first, key.second, rows});
  return result;
}

Records PlaceRecords(const PlanFile& file, const Table& table, const Roster& roster, int day_of_start) {
  Records records;
  records.table = &table;
  records.id = &table.At(file.id);
  records.time = &table.At(file.date.empty() ? file.VisitColumn() : file.date);
  records.participant = ParticipantsOf(CodesOf(*records.id), roster);
  if (file.date.empty()) {
    SetVisitsByLabel(&records);
    if (!file.windows.empty()) SetDaysByLabel(&records);
  } else {
    SetDaysByDate(day_of_start, &records);
    SetVisitsByDay(&records);
  }
  if (!file.windows.empty()) SetVisitsByWindow(file.windows, roster, &records);
  if (!file.visit_order.empty()) SetOrderOfVisits(file.visit_order, &records);
  return records;
}

std::vector<int> VisitsForScore(const Records& records, const std::vector<double>& values) {
  std::vector<int> visit = records.visit;
  if (records.passed.empty()) return visit;
  using Cell = std::pair<const Participant*, int>;
  std::set<Cell> filled;
  for (std::size_t row = 0; row < visit.size(); ++row) {
    if (visit[row] >= 0 && !std::isnan(values[row])) filled.insert({records.participant[row], visit[row]});
  }
  std::map<Cell, std::size_t> nearest;  // row
  for (std::size_t row = 0; row < visit.size(); ++row) {
    if (records.passed[row] < 0 || std::isnan(values[row])) continue;
    const Cell cell = {records.participant[row], records.passed[row]};
    if (filled.count(cell) > 0) continue;
    const auto [known, is_new] = nearest.emplace(cell, row);
    if (is_new) continue;
    const double planned = *records.days[static_cast<std::size_t>(cell.second)];
    const double here = std::fabs(records.day[row] - planned), there = std::fabs(records.day[known->second] - planned);
    if (here < there || (here == there && records.day[row] > records.day[known->second])) known->second = row;
  }
  for (const auto& [cell, row] : nearest) visit[row] = cell.second;
  return visit;
}

Records JoinRecords(const PlanFile& file, const Table& table, const Roster& roster, int day_of_start,
                    std::vector<Warning>* warnings) {
  const Records records = PlaceRecords(file, table, roster, day_of_start);
  CheckDuplicates(records);
  MatchParticipants(file, table, roster, warnings);
  WarnOfTimes(!file.date.empty(), roster, records, warnings);
  std::vector<bool> is_seen(roster.participants.size());
  for (const Participant* participant : records.participant) {
    if (participant != nullptr) is_seen[roster.IndexOf(participant)] = true;
  }
  std::vector<std::string> absent;
  for (std::size_t i = 0; i < is_seen.size(); ++i) {
    const Participant& participant = roster.participants[i];
    if (participant.membership == Membership::analysed && !is_seen[i]) absent.push_back(participant.id);
  }
  if (!absent.empty()) {
    warnings->push_back({"no_records", table.name + " has no record of " +
                                           Counted(absent.size(), "participant", "participants") + ": " +
                                           Listed(absent)});
  }
  return records;
}

std::vector<int> InOrderOfTime(std::vector<int> visits, const std::vector<std::string>& labels, bool in_order) {
  if (in_order) {
    std::sort(visits.begin(), visits.end());
    return visits;
  }
  std::vector<std::string> texts;
  std::map<std::string, int> code;
  for (const int visit : visits) {
    texts.push_back(labels[visit]);
    code.emplace(labels[visit], visit);
  }
  std::vector<int> ordered;
  for (const std::string& text : OrderVisits(texts)) ordered.push_back(code.at(text));
  return ordered;
}

}  // namespace fatigue
