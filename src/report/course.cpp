// SPDX-License-Identifier: MIT
#include "report/course.h"

#include <cmath>
#include <map>

namespace fatigue {

EntryFault FaultOf(const Participant* participant, bool has_id) {
  if (!has_id) return EntryFault::id_missing;
  if (participant == nullptr) return EntryFault::not_a_participant;
  switch (participant->membership) {
    case Membership::analysed:
      return EntryFault::none;
    case Membership::arm_missing:
      return EntryFault::arm_missing;
    case Membership::two_arms:
      return EntryFault::two_arms;
    case Membership::arm_not_in_plan:
      return EntryFault::arm_not_in_plan;
  }
  return EntryFault::none;
}

EntryFault FaultOf(VisitFault fault) {
  switch (fault) {
    case VisitFault::none:
      return EntryFault::none;
    case VisitFault::visit_missing:
      return EntryFault::visit_missing;
    case VisitFault::date_missing:
      return EntryFault::date_missing;
    case VisitFault::date_impossible:
      return EntryFault::date_impossible;
    case VisitFault::start_missing:
      return EntryFault::start_missing;
    case VisitFault::outside_windows:
      return EntryFault::outside_windows;
    case VisitFault::other_is_nearer:
      return EntryFault::other_is_nearer;
  }
  return EntryFault::none;
}

std::string Text(EntryFault fault) {
  switch (fault) {
    case EntryFault::none:
      return {};
    case EntryFault::id_missing:
      return "participant missing";
    case EntryFault::not_a_participant:
      return "not in the participants file";
    case EntryFault::arm_missing:
      return "arm missing";
    case EntryFault::two_arms:
      return "participant in two arms";
    case EntryFault::arm_not_in_plan:
      return "arm not in the plan";
    case EntryFault::visit_missing:
      return "visit missing";
    case EntryFault::date_missing:
      return "date missing";
    case EntryFault::date_impossible:
      return "date not of the years 1900 to 2100";
    case EntryFault::start_missing:
      return "participant without a start date";
    case EntryFault::outside_windows:
      return "outside the visit windows";
    case EntryFault::other_is_nearer:
      return "another record is nearer the visit";
    case EntryFault::value_missing:
      return "value missing";
    case EntryFault::too_few_items:
      return "too few items answered";
    case EntryFault::outside_summary:
      return "day not summarised";
    case EntryFault::too_few_days:
      return "too few days to summarise";
  }
  return {};
}

std::vector<double> Course::RequiredDays(const std::string& user) const {
  const Table& table = *records->table;
  const std::string& column = records->time->name;
  std::vector<double> result;
  std::map<double, std::string> known;
  for (std::size_t k = 0; k < visits.size(); ++k) {
    if (!days[k]) {
      throw Error(
          "day_not_a_number",
          table.name + ": visit \"" + visits[k] + "\" in column " + column + " is no day, which " + user + " needs",
          {{table.name, 0, column, visits[k]}}, "give the study day as a number");
    }
    const auto [other, is_new] = known.emplace(*days[k], visits[k]);
    if (!is_new) {
      throw Error("same_day",
                  table.name + ": visits \"" + other->second + "\" and \"" + visits[k] + "\" in column " + column +
                      " are the same day " + NumberText(*days[k]) + ", which " + user + " cannot tell apart",
                  {{table.name, 0, column, visits[k]}}, "name each day in one way");
    }
    result.push_back(*days[k]);
  }
  return result;
}

Course CourseOf(const Records& records, const ScoreColumn& score, const Roster& roster) {
  Course course;
  course.records = &records;
  course.visits = records.visits;
  course.days = records.days;
  course.in_order = records.in_order;
  const std::size_t rows = records.participant.size();
  course.entries.resize(rows);
  const std::vector<int> visits = VisitsForScore(records, score.values);
  for (std::size_t row = 0; row < rows; ++row) {
    Entry& entry = course.entries[row];
    const Participant* participant = records.participant[row];
    entry.row = static_cast<int>(row);
    entry.participant = roster.IndexOf(participant);
    entry.visit = visits[row];
    entry.value = score.values[row];
    entry.fault = participant != nullptr && participant->membership == Membership::analysed
                      ? EntryFault::none
                      : FaultOf(participant, !records.id->Text(entry.row).empty());
    if (entry.fault == EntryFault::none && entry.visit < 0) entry.fault = FaultOf(records.fault[row]);
    if (entry.fault == EntryFault::none && std::isnan(entry.value)) {
      entry.fault = score.unscored[row] ? EntryFault::too_few_items : EntryFault::value_missing;
    }
  }
  return course;
}

}  // namespace fatigue
