// SPDX-License-Identifier: MIT
#include "report/roster.h"

#include <algorithm>
#include <set>

#include "base/words.h"
#include "report/study_day.h"
#include "table/codes.h"

namespace fatigue {
namespace {

/// One statement "this participant is in this arm" of a file.
struct ArmStatement {
  std::string arm;
  Place place;
};

using Statements = std::vector<std::vector<ArmStatement>>;  // by participant, one per distinct arm and file

std::string RowsText(const std::vector<Place>& places) {
  std::vector<std::string> rows;
  for (const Place& place : places) rows.push_back(std::to_string(place.row));
  return (rows.size() == 1 ? "row " : "rows ") + Listed(rows);
}

/// "P3 (placebo in row 4, active in row 14)" where the arms differ, else "P3 (rows 4, 14)".
std::string RepeatedText(const std::string& id, const std::vector<Place>& places,
                         const std::vector<std::string>& arms) {
  if (std::equal(arms.begin() + 1, arms.end(), arms.begin())) return id + " (" + RowsText(places) + ")";
  std::vector<std::string> texts;
  for (std::size_t k = 0; k < places.size(); ++k) {
    texts.push_back((arms[k].empty() ? "no arm" : arms[k]) + " in row " + std::to_string(places[k].row));
  }
  return id + " (" + Listed(texts) + ")";
}

/// A participants file has one row per participant; where the rows of one contradict each other on the arm, says so.
void CheckRepeated(const PlanFile& file, const Table& table, const Roster& roster, const Codes& ids_by_row) {
  const Column& ids = table.At(file.id);
  const CodeGroups rows = GroupRows(ids_by_row.code, ids_by_row.count());
  const Column* arm = file.arm.empty() ? nullptr : &table.At(file.arm);
  std::vector<Place> places;
  std::vector<std::string> texts;
  bool is_contradicted = false;
  for (std::size_t code = 0; code < roster.participants.size(); ++code) {  // participants were made in this order
    const Participant& participant = roster.participants[code];
    const std::vector<int> own(rows.row.begin() + rows.start[code], rows.row.begin() + rows.start[code + 1]);
    if (own.size() == 1) continue;
    std::vector<Place> own_places;
    std::vector<std::string> arms;
    for (const int row : own) {
      own_places.push_back(table.PlaceOf(row, ids));
      arms.push_back(arm == nullptr ? "" : arm->Text(row));
    }
    std::set<std::string> stated(arms.begin(), arms.end());
    stated.erase("");
    is_contradicted = is_contradicted || stated.size() > 1;
    places.insert(places.end(), own_places.begin(), own_places.end());
    texts.push_back(RepeatedText(participant.id, own_places, arms));
  }
  if (texts.empty()) return;
  const std::string problem = is_contradicted ? " stands more than once, in different arms" : " stands more than once";
  throw Error("duplicate_participant", table.name + ": participant " + Listed(texts) + problem, places,
              is_contradicted ? "keep the row with the arm the participant was allotted to, and remove the others"
                              : "keep one row per participant");
}

void AddParticipants(const PlanFile& file, const Table& table, Roster* roster, std::vector<Warning>* warnings) {
  const Column& ids = table.At(file.id);
  const Codes codes = CodesOf(ids);
  std::vector<Place> without_id;
  roster->participants.reserve(codes.text.size());
  for (int row = 0; row < table.row_count; ++row) {
    const int code = codes.code[row];
    if (code < 0) {
      without_id.push_back(table.PlaceOf(row, ids));
      continue;
    }
    if (code < static_cast<int>(roster->participants.size())) continue;
    const std::string& id = codes.text[code];
    roster->index.emplace(id, code);
    Participant participant;
    participant.id = id;
    participant.membership = Membership::arm_missing;
    participant.row = row;
    roster->participants.push_back(std::move(participant));
  }
  if (!without_id.empty() && file.role == FileRole::participants) {
    warnings->push_back({"id_missing", table.name + ": " + RowsText(without_id) + " without a participant in column " +
                                           file.id + "; not used"});
  }
  if (roster->participants.empty()) {
    throw Error("no_participants", table.name + " holds no participants: column " + file.id + " is empty",
                {{table.name, 0, file.id, ""}}, "choose the column with the participant's identifier");
  }
  if (file.role != FileRole::participants) return;
  CheckRepeated(file, table, *roster, codes);
}

/// The place of each identifier's participant in the roster; -1 for identifiers that nobody has.
std::vector<int> ParticipantOfCode(const Codes& ids, const Roster& roster) {
  std::vector<int> participant;
  for (const std::string& id : ids.text) participant.push_back(roster.IndexOf(roster.Find(id)));
  return participant;
}

void AddStatements(const PlanFile& file, const Table& table, const Roster& roster, Statements* statements) {
  const Codes ids = CodesOf(table.At(file.id));
  const std::vector<int> participant = ParticipantOfCode(ids, roster);
  const Column& arms = table.At(file.arm);
  const Codes arm_codes = CodesOf(arms);
  for (int row = 0; row < table.row_count; ++row) {
    if (ids.code[row] < 0 || arm_codes.code[row] < 0 || participant[ids.code[row]] < 0) continue;
    const std::string& arm = arm_codes.text[arm_codes.code[row]];
    std::vector<ArmStatement>& own = (*statements)[participant[ids.code[row]]];
    const auto is_same = [&](const ArmStatement& other) { return other.arm == arm && other.place.file == table.name; };
    if (std::none_of(own.begin(), own.end(), is_same)) own.push_back({arm, table.PlaceOf(row, arms)});
  }
}

void CheckTwoArms(const Roster& roster, const Statements& statements) {
  std::vector<Place> places;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < roster.participants.size(); ++i) {
    const Participant& participant = roster.participants[i];
    const std::vector<ArmStatement>& own = statements[i];
    const auto differs = [&](const ArmStatement& statement) { return statement.arm != own.front().arm; };
    if (std::none_of(own.begin(), own.end(), differs)) continue;
    std::vector<std::string> arms;
    for (const ArmStatement& statement : own) {
      const bool is_elsewhere = statement.place.file != own.front().place.file;
      arms.push_back(statement.arm + " (" + (is_elsewhere ? statement.place.file + ", " : "") + "row " +
                     std::to_string(statement.place.row) + ")");
      places.push_back(statement.place);
    }
    texts.push_back(participant.id + " in " + Listed(arms));
  }
  if (places.empty()) return;
  throw Error("two_arms", places.front().file + ": a participant is in two arms: " + Listed(texts, 4), places,
              "give each participant one arm");
}

std::vector<std::string> DistinctArms(const std::vector<ArmStatement>& statements) {
  std::vector<std::string> arms;
  for (const ArmStatement& statement : statements) {
    if (std::find(arms.begin(), arms.end(), statement.arm) == arms.end()) arms.push_back(statement.arm);
  }
  return arms;
}

/// Arms by number of participants, fewest first, ties by first appearance.
std::vector<std::string> ArmsByCount(const std::vector<std::string>& arm_of_participant) {
  std::vector<std::pair<std::string, int>> counts;
  for (const std::string& arm : arm_of_participant) {
    if (arm.empty()) continue;
    const auto found =
        std::find_if(counts.begin(), counts.end(), [&](const auto& count) { return count.first == arm; });
    if (found == counts.end()) {
      counts.emplace_back(arm, 1);
    } else {
      ++found->second;
    }
  }
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  std::vector<std::string> arms;
  for (const auto& count : counts) arms.push_back(count.first);
  return arms;
}

void CheckArms(const Place& column, const std::vector<std::string>& wanted, const std::vector<std::string>& found) {
  for (const std::string& arm : wanted) {
    if (std::find(found.begin(), found.end(), arm) != found.end()) continue;
    throw Error("unknown_arm",
                column.file + ": no participant is in arm \"" + arm + "\"; column " + column.column +
                    " holds: " + Listed(found),
                {{column.file, 0, column.column, arm}}, "name the arms as they stand in the file");
  }
  if (wanted.size() >= 2) return;
  const std::string only = wanted.empty() ? "no arm" : "only one arm, \"" + wanted.front() + "\"";
  throw Error("one_arm",
              column.file + ": column " + column.column + " holds " + only + ", so there is nothing to compare",
              {column}, "choose the column that tells the treatments apart");
}

void WarnOfMembership(const Roster& roster, const std::string& arm_column, const std::vector<std::string>& arms,
                      std::vector<Warning>* warnings) {
  std::vector<std::string> without, left_out;
  for (std::size_t i = 0; i < roster.participants.size(); ++i) {
    const Participant& participant = roster.participants[i];
    if (participant.membership == Membership::analysed) continue;
    const int row = roster.table->origin_row[participant.row];
    const std::string text = participant.id + " (row " + std::to_string(row) + ")";
    if (participant.membership == Membership::arm_missing) without.push_back(text);
    if (participant.membership == Membership::arm_not_in_plan) left_out.push_back(text + ": " + arms[i]);
  }
  if (!without.empty()) {
    warnings->push_back(
        {"arm_missing", roster.table->name + ": " + Counted(without.size(), "participant has", "participants have") +
                            " no value in column " + arm_column + " and cannot be analysed: " + Listed(without)});
  }
  if (!left_out.empty()) {
    warnings->push_back(
        {"arm_not_in_plan", roster.table->name + ": " + Counted(left_out.size(), "participant is", "participants are") +
                                " in an arm the plan does not name and not analysed: " + Listed(left_out)});
  }
}

/// Of a file with several rows per participant, every row that has a start date must have the same.
void AddStartDates(const PlanFile& file, Roster* roster, std::vector<Warning>* warnings) {
  if (file.start_date.empty()) return;
  const Table& table = *roster->table;
  const Column& dates = table.At(file.start_date);
  roster->start_column = file.start_date;
  if (dates.kind != Column::Kind::number) {
    throw Error("not_a_date", table.name + ": column " + dates.name + " does not hold dates",
                {{table.name, 0, dates.name, ""}}, "choose the column with the date of randomisation or first dose");
  }
  const auto place = [&](int row) {
    Place at = table.PlaceOf(row, dates);
    at.value = DateText(dates.values[row]);
    return at;
  };
  const Codes ids = CodesOf(table.At(file.id));
  std::vector<int> row_of(roster->participants.size(), -1);
  std::vector<std::string> impossible;
  for (int row = 0; row < table.row_count; ++row) {
    if (ids.code[row] < 0 || dates.IsMissing(row)) continue;
    const double date = dates.values[row];
    Participant& participant = roster->participants[ids.code[row]];  // made in the order of the codes
    if (!IsPossibleDate(date)) {
      impossible.push_back(ShortText(place(row)));
      continue;
    }
    int& first = row_of[ids.code[row]];
    if (first >= 0 && dates.values[first] != date) {
      throw Error("start_date_varies",
                  FullText(place(row)) + " differs from row " + std::to_string(table.origin_row[first]) +
                      " of the same participant " + participant.id + " (" + DateText(dates.values[first]) + ")",
                  {place(first), place(row)}, "give each participant one start date");
    }
    if (first < 0) first = row;
    participant.start = date;
  }
  if (impossible.empty()) return;
  warnings->push_back({"date_impossible", table.name + ": " +
                                              Counted(impossible.size(), "start date is", "start dates are") +
                                              " not of the years 1900 to 2100 and not used: " + Listed(impossible)});
}

}  // namespace

const Participant* Roster::Find(const std::string& id) const {
  const auto found = index.find(id);
  return found == index.end() ? nullptr : &participants[found->second];
}

int Roster::IndexOf(const Participant* participant) const {
  return participant == nullptr ? -1 : static_cast<int>(participant - participants.data());
}

std::vector<ArmCount> Roster::Counts() const {
  std::vector<ArmCount> counts;
  for (const std::string& arm : arms) counts.push_back({arm, 0});
  for (const Participant& participant : participants) {
    if (participant.arm >= 0) ++counts[participant.arm].participants;
  }
  return counts;
}

Roster BuildRoster(const Plan& plan, const std::vector<const Table*>& tables, std::vector<Warning>* warnings,
                   RosterFaults* faults) {
  const auto attempt = [&](auto step) {
    try {
      step();
      return true;
    } catch (const Error& error) {
      if (faults == nullptr) throw;
      faults->errors.push_back(error);
      return false;
    }
  };
  Roster roster;
  const std::size_t source = static_cast<std::size_t>(&plan.RosterFile() - plan.files.data());
  const bool is_there = attempt([&] {
    if (tables[source] == nullptr) {
      const std::string name = plan.files[source].name;
      throw Error("missing_file", "the plan's file " + name + " is not there", {{name, 0, "", ""}}, "add the file");
    }
    roster.table = tables[source];
  });
  if (!is_there) return roster;
  attempt([&] { AddParticipants(plan.files[source], *roster.table, &roster, warnings); });
  if (roster.participants.empty()) return roster;
  Statements statements(roster.participants.size());
  Place arm_column;
  for (std::size_t i = 0; i < plan.files.size(); ++i) {
    const PlanFile& file = plan.files[i];
    const bool states_arm = file.role == FileRole::participants || file.role == FileRole::records;
    if (!states_arm || file.arm.empty() || tables[i] == nullptr) continue;
    if (!attempt([&] { AddStatements(file, *tables[i], roster, &statements); })) return roster;
    if (arm_column.file.empty() || i == source) arm_column = {tables[i]->name, 0, file.arm, ""};
  }
  attempt([&] { CheckTwoArms(roster, statements); });

  std::vector<std::string> arms;  // by participant
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const std::vector<std::string> stated = DistinctArms(statements[i]);
    arms.push_back(stated.size() == 1 ? stated.front() : "");
    if (faults != nullptr && stated.size() != 1) faults->arms.push_back({roster.participants[i].id, stated});
  }
  const std::vector<std::string> found = ArmsByCount(arms);
  roster.arms = plan.arms.empty() ? found : plan.arms;
  attempt([&] { CheckArms(arm_column, roster.arms, found); });
  for (std::size_t i = 0; i < arms.size(); ++i) {
    Participant& participant = roster.participants[i];
    if (statements[i].size() > 1 && arms[i].empty()) participant.membership = Membership::two_arms;
    if (arms[i].empty()) continue;
    const auto at = std::find(roster.arms.begin(), roster.arms.end(), arms[i]);
    participant.membership = at == roster.arms.end() ? Membership::arm_not_in_plan : Membership::analysed;
    if (at != roster.arms.end()) participant.arm = static_cast<int>(at - roster.arms.begin());
  }
  WarnOfMembership(roster, arm_column.column, arms, warnings);
  attempt([&] { AddStartDates(plan.files[source], &roster, warnings); });
  return roster;
}

const Column& CovariateColumn(const Roster& roster, const std::string& id_column, const std::string& covariate,
                              const std::string& what) {
  const Table& table = *roster.table;
  const Column& column = table.At(covariate);
  const Codes ids = CodesOf(table.At(id_column));
  const std::vector<int> participant_of = ParticipantOfCode(ids, roster);
  for (int row = 0; row < table.row_count; ++row) {
    if (ids.code[row] < 0 || participant_of[ids.code[row]] < 0) continue;
    const Participant* participant = &roster.participants[participant_of[ids.code[row]]];
    if (IsSameValue(column, row, participant->row)) continue;
    throw Error("covariate_varies",
                FullText(table.PlaceOf(row, column)) + " differs from row " +
                    std::to_string(table.origin_row[participant->row]) + " of the same participant " + participant->id +
                    " (" + (column.IsMissing(participant->row) ? "empty" : column.Text(participant->row)) +
                    "), and a " + what + " has one value per participant",
                {table.PlaceOf(participant->row, column), table.PlaceOf(row, column)},
                "give the " + what + " once per participant");
  }
  return column;
}

}  // namespace fatigue
