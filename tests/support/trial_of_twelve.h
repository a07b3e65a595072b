// SPDX-License-Identifier: MIT
// A whole trial of twelve participants with its plan, to be changed and run.
#pragma once

#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include "report/trial.h"
#include "support/text_table.h"

namespace fatigue::test {

/// Six participants to an arm, finished FSS scores at days 0, 7 and 14, and a diary of five days.
struct TrialOfTwelve {
  Json plan = Json::parse(R"({
    "schemaVersion": 1,
    "files": [
      {"name": "people.csv", "role": "participants", "id": "id", "arm": "arm"},
      {"name": "scores.csv", "role": "records", "id": "id", "visit": "day"},
      {"name": "diary.csv", "role": "records", "id": "id", "visit": "day"}
    ],
    "arms": {"order": ["placebo", "active"]},
    "instruments": [
      {"id": "fss", "instrument": "FSS", "file": "scores.csv", "scores": {"total": "fss"}},
      {"id": "dfs", "instrument": "DFS", "file": "diary.csv"}
    ],
    "outcomes": [
      {"id": "fss", "label": "FSS", "role": "primary", "score": "fss.total",
       "model": {"kind": "mmrm", "response": "change"}, "effect": {"kind": "visit_difference", "visit": "7"}},
      {"id": "dfs", "label": "DFS", "role": "secondary", "score": "dfs.total",
       "model": {"kind": "random_effects", "response": "value"}, "effect": {"kind": "slope_difference", "window": 7}}
    ]
  })");
  std::string people = "id,arm,age,site\n";
  std::string scores = "id,day,fss\n";
  std::string diary = "id,day,dfs\n";

  TrialOfTwelve() {
    for (int i = 0; i < 12; ++i) {
      const std::string id = "P" + std::to_string(i + 1);
      const bool is_active = i % 2 == 1;
      people += id + (is_active ? ",active," : ",placebo,") + std::to_string(30 + i * i % 17) +
                (i % 3 == 0 ? ",A\n" : ",B\n");
      for (int visit = 0; visit < 3; ++visit) {
        const int score =
            45 + i * 5 % 7 + (i * i * 7 + visit * 11 + i * visit * 5) % 9 - (is_active ? 4 * visit : visit);
        scores += id + "," + std::to_string(7 * visit) + "," + std::to_string(score) + "\n";
      }
      for (int day = 0; day < 5; ++day) {
        const int score = 3 + i % 4 + (i * i + 2 * day * day + i * day) % 4 - (is_active && day > 2 ? 1 : 0);
        diary += id + "," + std::to_string(day) + "," + std::to_string(score) + "\n";
      }
    }
  }

  Report Run() const {
    const std::vector<Table> tables = {TextTable("people.csv", people), TextTable("scores.csv", scores),
                                       TextTable("diary.csv", diary)};
    return Analyze(ReadPlan(plan.dump()), tables);
  }
  Error Failure() const {
    return ErrorOf([&] { Run(); });
  }
  Json& Model(int outcome) { return plan["outcomes"][static_cast<size_t>(outcome)]["model"]; }
};

/// The same trial with the arm in the records and no participants file.
inline TrialOfTwelve SingleFile() {
  TrialOfTwelve trial;
  trial.plan["files"] =
      Json::parse(R"([{"name": "scores.csv", "role": "records", "id": "id", "visit": "day", "arm": "arm"}])");
  trial.plan["instruments"].erase(1);
  trial.plan["outcomes"].erase(1);
  std::istringstream lines(trial.scores);
  std::string line;
  std::getline(lines, line);
  trial.scores = "id,day,fss,arm,age\n";
  for (int at = 0; std::getline(lines, line); ++at) {
    const int participant = at / 3;
    trial.scores += line + (participant % 2 == 1 ? ",active," : ",placebo,") +
                    std::to_string(30 + participant * participant % 17) + "\n";
  }
  return trial;
}

/// Line `line` of a file (the header is line 1) replaced, or dropped when the new text is empty.
inline std::string WithLine(const std::string& text, int line, const std::string& replacement) {
  std::istringstream lines(text);
  std::string result, each;
  for (int at = 1; std::getline(lines, each); ++at) {
    if (at != line) result += each + "\n";
    if (at == line && !replacement.empty()) result += replacement + "\n";
  }
  return result;
}

inline std::string MessageOf(const std::vector<Warning>& warnings, const std::string& code) {
  for (const Warning& warning : warnings) {
    if (warning.code == code) return warning.message;
  }
  return "no warning " + code;
}

inline int CountOf(const OutcomeResult& outcome, const std::string& reason) {
  if (!outcome.model) return -1;
  for (const Excluded& excluded : outcome.model->excluded) {
    if (excluded.reason == reason) return excluded.n;
  }
  return 0;
}

inline double ObservedMean(const OutcomeResult& outcome, const std::string& arm, const std::string& visit) {
  for (const ObservedRow& row : outcome.observed) {
    if (row.arm == arm && row.visit == visit) return row.mean;
  }
  return std::nan("");
}

}  // namespace fatigue::test
