// SPDX-License-Identifier: MIT
// A trial of few rows, written as text, up to the table of its first outcome.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/outcome_table.h"
#include "report/scores.h"
#include "support/text_table.h"

namespace fatigue::test {

/// Finished DFS scores (0 to 10) in diary.csv, of participants A1, A2 (arm A) and B1, B2 (arm B) unless changed.
struct SmallTrial {
  Json plan = Json::parse(R"({
    "schemaVersion": 1,
    "files": [
      {"name": "people.csv", "role": "participants", "id": "id", "arm": "arm"},
      {"name": "diary.csv", "role": "records", "id": "id", "visit": "day"}
    ],
    "arms": {"order": ["A", "B"]},
    "instruments": [{"id": "dfs", "instrument": "DFS", "file": "diary.csv", "scores": {"total": "dfs"}}],
    "outcomes": [{"id": "dfs", "score": "dfs.total", "model": {"kind": "mmrm", "response": "change"},
                  "effect": {"kind": "average_difference"}}]
  })");
  std::string people = "id,arm\nA1,A\nA2,A\nB1,B\nB2,B\n";
  std::string diary = "id,day,dfs\n";
  Direction direction = Direction::lower_is_better;

  std::vector<Warning> warnings = {};

  Json& File(std::size_t at) { return plan["files"][at]; }
  Json& Outcome() { return plan["outcomes"][0]; }
  Json& Model() { return Outcome()["model"]; }

  std::vector<Table> Tables() const { return {TextTable("people.csv", people), TextTable("diary.csv", diary)}; }

  Records Join(const Plan& read, const std::vector<Table>& tables, Roster* roster) {
    *roster = BuildRoster(read, {&tables[0], &tables[1]}, &warnings);
    return JoinRecords(read.files[1], tables[1], *roster, read.DayOfStart(), &warnings);
  }
  /// Visit of every row of the diary; empty where it has none.
  std::vector<std::string> VisitsByRow() {
    const Plan read = ReadPlan(plan.dump());
    const std::vector<Table> tables = Tables();
    Roster roster;
    const Records records = Join(read, tables, &roster);
    std::vector<std::string> visits;
    for (int row = 0; row < tables[1].row_count; ++row) visits.push_back(records.VisitText(row));
    return visits;
  }
  OutcomeTable Build() {
    const Plan read = ReadPlan(plan.dump());
    const std::vector<Table> tables = Tables();
    Roster roster;
    const Records records = Join(read, tables, &roster);
    const PlanScores scores = ScoresOf(read.instruments[0], tables[1]);
    return BuildOutcomeTable(read.outcomes[0], direction, "id", roster, records, scores.scales.at("total"), &warnings);
  }
  std::string WarningOf(const std::string& code) const {
    for (const Warning& warning : warnings) {
      if (warning.code == code) return warning.message;
    }
    return "no warning " + code;
  }
};

/// "A1 week 1" -> the number in `column` of an outcome's table.
inline std::map<std::string, double> ByIdAndVisit(const OutcomeTable& outcome, const std::string& column) {
  const Column& id = outcome.table.At("id");
  const Column& visit = outcome.table.At("visit");
  const Column& number = outcome.table.At(column);
  std::map<std::string, double> result;
  for (int row = 0; row < outcome.table.row_count; ++row) {
    result[id.Text(row) + " " + visit.Text(row)] = number.values[row];
  }
  return result;
}

inline int ExcludedFor(const OutcomeTable& outcome, const std::string& reason) {
  for (const Excluded& excluded : outcome.excluded) {
    if (excluded.reason == reason) return excluded.n;
  }
  return 0;
}

}  // namespace fatigue::test
