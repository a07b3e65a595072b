// SPDX-License-Identifier: MIT
// A trial of some size, written as text: participants of several arms, a questionnaire with drop-outs, and a diary.
#pragma once

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "report/trial.h"
#include "support/text_table.h"

namespace fatigue::test {

/// Finished FSS sums at days 0, 7, 14 and 28 and DFS scores at days 0 to 6. People are P01, P02, ..., their arms in
/// turn those of `arms`; of the questionnaire some leave before the end.
struct WrittenTrial {
  struct Person {
    std::string id, line;
    std::vector<std::string> fss, dfs;  // lines of their records
  };
  Json plan = Json::parse(R"({
    "schemaVersion": 1,
    "files": [
      {"name": "people.csv", "role": "participants", "id": "id", "arm": "arm"},
      {"name": "fss.csv", "role": "records", "id": "id", "visit": "day"},
      {"name": "diary.csv", "role": "records", "id": "id", "visit": "day"}
    ],
    "arms": {"order": ["A", "B"]},
    "instruments": [
      {"id": "fss", "instrument": "FSS", "file": "fss.csv", "scores": {"total": "fss"}},
      {"id": "dfs", "instrument": "DFS", "file": "diary.csv", "scores": {"total": "dfs"}}
    ],
    "outcomes": [
      {"id": "fss", "score": "fss.total", "model": {"kind": "mmrm", "response": "change"},
       "effect": {"kind": "visit_difference", "visit": "28"}},
      {"id": "dfs", "score": "dfs.total", "model": {"kind": "random_effects", "response": "value"},
       "effect": {"kind": "slope_difference"}}
    ]
  })");
  std::vector<Person> people;

  explicit WrittenTrial(int size = 16, const std::vector<std::string>& arms = {"A", "B"}) {
    Sequence random(7);
    plan["arms"]["order"] = arms;
    for (int i = 0; i < size; ++i) {
      const int arm = i % static_cast<int>(arms.size());
      const std::string id = (i < 9 ? "P0" : "P") + std::to_string(i + 1);
      Person person{id, id + "," + arms[static_cast<std::size_t>(arm)] + "," + std::to_string(30 + i * i % 17), {}, {}};
      const double severity = 45 + 6 * random.Next();
      const int last = i % 5 == 4 ? 2 : 4;
      const int days[] = {0, 7, 14, 28};
      for (int visit = 0; visit < last; ++visit) {
        const double score = severity - 2.5 * visit - arm * visit + 4 * random.Next();
        person.fss.push_back(id + "," + std::to_string(days[visit]) + "," + std::to_string(std::lround(score)));
      }
      const double level = 5 + 2 * random.Next(), slope = -0.1 * arm + 0.15 * random.Next();
      for (int day = 0; day < 7; ++day) {
        const double score = std::min(std::max(level + slope * day + 0.8 * random.Next(), 0.0), 10.0);
        person.dfs.push_back(id + "," + std::to_string(day) + "," + std::to_string(score));
      }
      people.push_back(person);
    }
  }

  Json& Outcome(std::size_t at) { return plan["outcomes"][at]; }
  Json& Model(std::size_t at) { return Outcome(at)["model"]; }
  Plan Read() const { return ReadPlan(plan.dump()); }

  /// The files without the rows of some people.
  std::vector<Table> Tables(const std::set<std::string>& without = {}) const {
    std::string all = "id,arm,age\n", fss = "id,day,fss\n", diary = "id,day,dfs\n";
    for (const Person& person : people) {
      if (without.count(person.id) > 0) continue;
      all += person.line + "\n";
      for (const std::string& line : person.fss) fss += line + "\n";
      for (const std::string& line : person.dfs) diary += line + "\n";
    }
    return {TextTable("people.csv", all), TextTable("fss.csv", fss), TextTable("diary.csv", diary)};
  }
};

}  // namespace fatigue::test
