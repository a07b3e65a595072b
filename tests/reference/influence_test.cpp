// SPDX-License-Identifier: MIT
// Effects without each participant against fits of plain R, nlme 3.1-162 and lmerTest 3.1-3 to the rows of the others
// (ship/influence, which defines each). Theirs start anew each time; ours start at the optimum of all.
#include "report/influence.h"

#include <catch2/catch.hpp>

#include "support/checks.h"

namespace fatigue::test {
namespace {

/// The stored data sets as trials of one file.
const char* kPilotPlan = R"({
  "schemaVersion": 1,
  "files": [{"name": "pilot.csv", "role": "records", "id": "ID", "arm": "ARM", "visit": "VISIT"}],
  "arms": {"order": ["midazolam", "ketamine"]},
  "instruments": [{"id": "mfis", "instrument": "MFIS", "file": "pilot.csv", "scores": {"total": "AVAL"}}],
  "outcomes": [{"id": "pilot", "score": "mfis.total",
    "model": {"kind": "mmrm", "response": "change", "baseline": {"kind": "column", "column": "BASE"}},
    "effect": {"kind": "visit_difference", "visit": "D28"}}]
})";
const char* kDiaryPlan = R"({
  "schemaVersion": 1,
  "files": [{"name": "diary.csv", "role": "records", "id": "id", "arm": "arm", "visit": "day"}],
  "arms": {"order": ["control", "active"]},
  "instruments": [{"id": "dfs", "instrument": "DFS", "file": "diary.csv", "scores": {"total": "score"}}],
  "outcomes": [{"id": "diary", "score": "dfs.total",
    "model": {"kind": "random_effects", "response": "value"}, "effect": {"kind": "slope_difference"}}]
})";

void CheckAgainst(const Json& file, const std::string& name, const char* plan, const std::string& other_software) {
  const Json& stored = file[name];
  const Dataset dataset = LoadDataset(ShippedCollection(), stored["dataset"].get<std::string>());
  const Influence influence(std::make_shared<AnalyzedTrial>(ReadPlan(plan), std::vector<Table>{dataset.table}));
  REQUIRE(influence.participants() == 18);
  const std::vector<InfluenceOutcome> outcomes = influence.Without(0, influence.participants());
  REQUIRE(outcomes.size() == 1);
  REQUIRE(outcomes[0].effects.size() == 1);
  const InfluenceEffect& effect = outcomes[0].effects[0];
  const Comparison exact = Comparison("ship/influence", "R 4.2.2, each fit by Newton steps", kExact).In(name);
  exact.In("all").Number("contrast", "estimate", effect.estimate, stored["all"]["estimate"], kExact.estimate);
  exact.In("all").Number("se", "se", effect.se, stored["all"]["se"], kExact.se);
  const std::vector<StoredRow> rows = StoredRows(stored["without"]);
  const std::vector<StoredRow> others = StoredRows(stored["other"]);
  REQUIRE(effect.rows.size() == rows.size());
  for (size_t k = 0; k < rows.size(); ++k) {
    const InfluenceRow& ours = effect.rows[k];
    const std::string subject = stored["subject"][k];
    CHECK(ours.participant == subject);
    CHECK(ours.status == "converged");
    REQUIRE(ours.estimate);
    StoredRow row = rows[k];
    row.erase("se_unadjusted");
    exact.In("without").Row("contrast", subject, *ours.estimate, row);
    exact.In("moves").Number({"contrast", subject, ours.moves, stored["moves"][k].get<double>(), kExact.estimate, 1});
    // Where the other software's optimisers stop, in standard errors.
    const double theirs = others[k].at("estimate").get<double>();
    exact.With(other_software, kExact)
        .In("other")
        .Number({"early stop", subject, ours.estimate->estimate, theirs, 1e-4, ours.estimate->se});
  }
}

TEST_CASE("effects without each participant are those of other software's fits to the others") {
  const Json file = ReadJson(ShippedCollection().folder + "expected/influence.json");
  CheckAgainst(file, "pilot", kPilotPlan, "nlme 3.1.162");
  CheckAgainst(file, "diary", kDiaryPlan, "lmerTest 3.1.3");
}

}  // namespace
}  // namespace fatigue::test
