// SPDX-License-Identifier: MIT
// What the data hold before anything is fitted: web/contract/check.ts. Every problem of every file is collected; none
// keeps the others from being found.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/course.h"
#include "report/join.h"
#include "report/plan.h"
#include "report/report.h"
#include "report/roster.h"
#include "report/scores.h"

namespace fatigue {

/// Lists of identifiers, duplicates and places are cut here.
constexpr std::size_t kMostListed = 1000;
/// Participants of a missingness map.
constexpr std::size_t kMostMapped = 2000;

struct Duplicate {
  std::string id;
  std::optional<std::string> visit;
  std::vector<int> rows;  // lines of the file
};

struct FileCheck {
  std::string name, role;
  int rows = 0, rows_used = 0;  // lines of the file; a gathered wide file's line is used when one of its records is
  std::vector<Excluded> unused;
  int participants = 0;
  std::vector<std::string> unmatched, without_rows;
  std::vector<Duplicate> duplicates;
};

struct ScoreCheck {
  struct Counts {
    std::string arm;
    std::vector<int> n;  // by visit
  };
  struct States {
    std::string id, arm;
    std::string states;  // a letter per visit: s scored, p prorated, u unscored, - none
  };
  std::string score, label;
  std::vector<std::string> visits;
  std::vector<Counts> counts;
  std::vector<States> participants;
  int more = 0;
};

struct DataProblem {
  std::string kind;
  bool is_error = true;  // keeps a file or an outcome out
  Error problem;
};

struct DataCheck {
  std::vector<FileCheck> files;
  std::vector<ArmCount> arms;
  std::vector<RosterFaults::Arms> arm_problems;
  std::vector<ScoreCheck> scores;
  std::vector<DataProblem> problems;  // errors first
  std::vector<Warning> warnings;
};

DataCheck CheckData(const Plan& plan, const std::vector<Table>& tables);

/// The file as far as its rows go. `records` is null where it is no records file, or its visits cannot be told.
FileCheck CheckFile(const PlanFile& file, const Table& table, const Roster& roster, const Records* records);

/// Records whose time is doubtful: before the start, of no possible date, outside the windows.
std::vector<DataProblem> CheckTimes(const PlanFile& file, const Records& records);

/// The instrument's scores; answers and scores outside their range are a problem and read as missing.
std::vector<ScoreCheck> CheckScores(const PlanInstrument& instrument, const Roster& roster, const Records& records,
                                    std::vector<DataProblem>* problems);

}  // namespace fatigue
