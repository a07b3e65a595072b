// SPDX-License-Identifier: MIT
// What a check of the data finds, and that it goes on to the end.
#include "report/check.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "report/entry.h"
#include "support/small_trial.h"

namespace fatigue {
namespace {

using Catch::Contains;
using test::SmallTrial;
using test::TextTable;
using Texts = std::vector<std::string>;

Json Check(const SmallTrial& trial) { return Json::parse(CheckJson(trial.plan.dump(), trial.Tables())); }

Json ProblemOf(const Json& check, const std::string& kind) {
  for (const Json& problem : check["problems"]) {
    if (problem["kind"] == kind) return problem;
  }
  return nullptr;
}

/// Days 0 and 7 of everybody.
SmallTrial Complete() {
  SmallTrial trial;
  for (const std::string id : {"A1", "A2", "B1", "B2"}) trial.diary += id + ",0,5\n" + id + ",7,4\n";
  return trial;
}

TEST_CASE("sound data have no problem, and are counted") {
  SmallTrial trial = Complete();
  const Json check = Check(trial);
  CHECK(check["problems"].empty());
  CHECK(check["warnings"].empty());
  CHECK(check["armProblems"].empty());
  CHECK(check["arms"] == Json::parse(R"([{"arm": "A", "participants": 2}, {"arm": "B", "participants": 2}])"));
  REQUIRE(check["files"].size() == 2);
  CHECK(check["files"][1] == Json::parse(R"({"name": "diary.csv", "role": "records", "rows": 8, "rowsUsed": 8,
    "unused": [], "participants": 4, "unmatched": [], "withoutRows": [], "duplicates": []})"));
  REQUIRE(check["scores"].size() == 1);
  CHECK(check["scores"][0]["score"] == "dfs.total");
  CHECK(check["scores"][0]["visits"] == Json({"0", "7"}));
  CHECK(check["scores"][0]["counts"] == Json::parse(R"([{"arm": "A", "n": [2, 2]}, {"arm": "B", "n": [2, 2]}])"));
  CHECK(check["scores"][0]["participants"][0] == Json::parse(R"({"id": "A1", "arm": "A", "states": "ss"})"));
  CHECK(check["scores"][0]["more"] == 0);
}

TEST_CASE("everything wrong is told at once, errors first") {
  SmallTrial trial = Complete();
  trial.people = "id,arm\nA1,A\nA2,A\nB1,B\nB1,A\nB2,B\nC1,\nD1,B\n";
  trial.diary += "A1,7,3\nX9,0,4\n,7,4\nA2,14,12\nB2,,4\n";
  const Json check = Check(trial);
  CHECK(ProblemOf(check, "duplicate_participant")["severity"] == "error");
  CHECK(ProblemOf(check, "two_arms")["severity"] == "error");
  CHECK(ProblemOf(check, "duplicate_visit")["severity"] == "error");
  const Json range = ProblemOf(check, "out_of_range");
  CHECK(range["problem"]["detail"] == Json::parse(R"({"file": "diary.csv", "row": 13, "column": "dfs", "value": "12",
          "remedy": "correct the score, choose the other scoring, or leave the cell empty where the score is missing"})"));
  CHECK(check["armProblems"] == Json::parse(R"([{"id": "B1", "arms": ["B", "A"]}, {"id": "C1", "arms": []}])"));
  const Json& people = check["files"][0];
  CHECK(people["duplicates"] == Json::parse(R"([{"id": "B1", "visit": null, "rows": [4, 5]}])"));
  const Json& diary = check["files"][1];
  CHECK(diary["rows"] == 13);
  CHECK(diary["unmatched"] == Json({"X9"}));
  CHECK(diary["withoutRows"] == Json({"D1"}));
  CHECK(diary["duplicates"] == Json::parse(R"([{"id": "A1", "visit": "7", "rows": [3, 10]}])"));
  // Not used: both records of A1 at 7, X9, the one without a participant, B1 (two arms) twice, B2 without a visit.
  CHECK(diary["rowsUsed"] == 6);
  int unused = 0;
  for (const Json& each : diary["unused"]) unused += each["n"].get<int>();
  CHECK(unused == 7);
  const Json both = Json::parse(R"({"reason": "participant in two arms", "n": 2})");
  CHECK(std::count(diary["unused"].begin(), diary["unused"].end(), both) == 1);
  bool is_warning = false;  // errors come first
  for (const Json& problem : check["problems"]) {
    CHECK((!is_warning || problem["severity"] == "warning"));
    is_warning = problem["severity"] == "warning";
  }
}

TEST_CASE("a score outside its range is missing in the map, the others stand") {
  SmallTrial trial = Complete();
  trial.diary += "A1,14,12\nA2,14,3\n";
  const Json check = Check(trial);
  CHECK(check["scores"][0]["visits"] == Json({"0", "7", "14"}));
  CHECK(check["scores"][0]["participants"][0]["states"] == "ss-");
  CHECK(check["scores"][0]["participants"][1]["states"] == "sss");
}

TEST_CASE("a score outside its range is found by its own line where a row comes from several") {
  const SmallTrial trial = Complete();
  std::vector<Table> tables = trial.Tables();
  Table& diary = tables[1];
  for (Column& column : diary.columns) {
    if (column.name != "dfs") continue;
    column.values[2] = 12;
    column.origin.names = {"AVAL"};
    column.origin.codes.assign(8, 0);
    for (int row = 0; row < 8; ++row) column.origin.rows.push_back(100 + row);
  }
  const Json check = Json::parse(CheckJson(trial.plan.dump(), tables));
  CHECK(ProblemOf(check, "out_of_range")["problem"]["detail"]["row"] == 102);
  CHECK(check["scores"][0]["participants"][0]["states"] == "ss");
  CHECK(check["scores"][0]["participants"][1]["states"] == "-s");
}

TEST_CASE("an instrument without its direction is a problem of its own") {
  SmallTrial trial = Complete();
  trial.plan["instruments"].push_back(
      {{"id", "vas"}, {"instrument", "VAS-F"}, {"file", "diary.csv"}, {"scores", {{"total", "dfs"}}}});
  const Json check = Check(trial);
  CHECK(ProblemOf(check, "direction_missing") != nullptr);
  CHECK(check["scores"].size() == 1);
  trial.diary = "id,day,dfs\nA1,0,5\nA1,7,4\nA2,0,6\nA2,7,3\nB1,0,4\nB1,7,4\nB2,0,7\nB2,7,5\n";
  const Json report = Json::parse(AnalyzeJson(trial.plan.dump(), trial.Tables()));
  CHECK(report["outcomes"][0]["error"].is_null());
  CHECK(report["errors"][0]["code"] == "direction_missing");
}

TEST_CASE("the map tells scored, prorated, unscored and none") {
  SmallTrial trial;
  trial.plan["instruments"][0] = {{"id", "dfs"}, {"instrument", "FSS"}, {"file", "diary.csv"}};
  trial.diary = "id,day,fss1,fss2,fss3,fss4,fss5,fss6,fss7,fss8,fss9\n";
  trial.diary += "A1,0,1,2,3,4,5,6,7,1,2\nA1,7,1,2,3,4,5,,,,\nA1,14,1,2,3,4,,,,,\nA2,0,1,2,3,4,5,6,7,1,2\n";
  trial.diary += "A2,7,,,,,,,,,\nB1,0,1,2,3,4,5,6,7,1,2\nB1,7,1,2,3,4,5,6,7,1,2\nB2,7,1,2,3,4,5,6,7,8,2\n";
  const Json check = Check(trial);
  const Json& people = check["scores"][0]["participants"];
  CHECK(people[0]["states"] == "spu");
  CHECK(people[1]["states"] == "s--");
  CHECK(people[2]["states"] == "ss-");
  CHECK(people[3]["states"] == "-p-");  // its answer 8 is no answer
  CHECK(check["scores"][0]["counts"][0]["n"] == Json({2, 1, 0}));
  CHECK(ProblemOf(check, "out_of_range")["problem"]["detail"]["column"] == "fss8");
}

TEST_CASE("at most a thousand places are listed, and all are counted in the message") {
  SmallTrial trial = Complete();
  for (int day = 8; day < 1300; ++day) trial.diary += "A1," + std::to_string(day) + ",99\n";
  const Json range = ProblemOf(Check(trial), "out_of_range")["problem"];
  CHECK(range["detail"]["places"].size() == 1000);
  CHECK_THAT(range["message"].get<std::string>(), Contains("1291 more scores are too"));
}

TEST_CASE("doubtful times are warnings with every place") {
  SmallTrial trial;
  trial.File(0)["startDate"] = "start";
  trial.File(1).erase("visit");
  trial.File(1)["date"] = "date";
  trial.people = "id,arm,start\nA1,A,19782\nA2,A,19782\nB1,B,19782\nB2,B,\n";
  trial.diary = "id,date,dfs\nA1,19782,5\nA1,19789,4\nA2,19780,5\nA2,19789,4\nB1,19782,5\nB1,60000,5\nB2,19782,5\n";
  const Json check = Check(trial);
  CHECK(ProblemOf(check, "before_start")["severity"] == "warning");
  CHECK(ProblemOf(check, "before_start")["problem"]["detail"]["value"] == "2024-02-27");
  CHECK(ProblemOf(check, "before_start")["problem"]["detail"]["row"] == 4);
  CHECK(ProblemOf(check, "date_impossible")["problem"]["detail"]["row"] == 7);
  CHECK(ProblemOf(check, "start_date_missing")["problem"]["detail"]["row"] == 8);
  trial.File(1)["windows"] = Json::parse(R"([{"visit": "a", "day": 0, "before": 3, "after": 3}])");
  const Json outside = ProblemOf(Check(trial), "outside_windows");
  CHECK(outside["problem"]["detail"]["places"].size() == 2);
}

TEST_CASE("what keeps an outcome from being analysed is told before the fit") {
  SmallTrial trial = Complete();
  trial.Model()["baselineVisit"] = "-7";
  CHECK(ProblemOf(Check(trial), "unknown_visit")["severity"] == "error");
}

TEST_CASE("files and columns that are not there are problems, and the rest is checked") {
  SmallTrial trial = Complete();
  Json check = Json::parse(CheckJson(trial.plan.dump(), {TextTable("people.csv", trial.people)}));
  CHECK(ProblemOf(check, "missing_file")["problem"]["detail"]["file"] == "diary.csv");
  CHECK(check["files"].size() == 1);
  CHECK(check["arms"].size() == 2);
  check = Json::parse(CheckJson(trial.plan.dump(), {TextTable("diary.csv", trial.diary)}));
  CHECK(ProblemOf(check, "missing_file")["problem"]["detail"]["file"] == "people.csv");
  CHECK(
      check["files"][0]["unmatched"].empty());  // nobody can be told from strangers: the file that is not there says it
  CHECK(check["files"][0]["rowsUsed"] == 8);
  for (const char* key : {"id", "visit"}) {
    trial = Complete();
    trial.File(1)[key] = "nowhere";
    CHECK(ProblemOf(Check(trial), "unknown_column")["problem"]["detail"]["column"] == "nowhere");
  }
  for (const char* key : {"id", "arm"}) {
    trial = Complete();
    trial.File(0)[key] = "nowhere";
    const Json faulty = Check(trial);
    CHECK(ProblemOf(faulty, "unknown_column")["problem"]["detail"]["column"] == "nowhere");
    CHECK(ProblemOf(faulty, "one_arm").is_null());  // which it would be because of the column only
  }
  trial = Complete();
  trial.plan["instruments"][0]["scores"]["total"] = "nowhere";
  CHECK(ProblemOf(Check(trial), "unknown_column")["problem"]["detail"]["column"] == "nowhere");
}

TEST_CASE("more than two thousand participants are counted, not listed") {
  SmallTrial trial;
  trial.people = "id,arm\n";
  for (int i = 0; i < 2005; ++i) {
    const std::string id = "P" + std::to_string(i);
    trial.people += id + (i % 2 == 0 ? ",A\n" : ",B\n");
    trial.diary += id + ",0,5\n" + id + ",7,4\n";
  }
  const Json check = Check(trial);
  CHECK(check["scores"][0]["participants"].size() == 2000);
  CHECK(check["scores"][0]["more"] == 5);
  CHECK(check["scores"][0]["counts"][0]["n"] == Json({1003, 1003}));
}

TEST_CASE("a plan that cannot be read is an error") {
  CHECK(test::ErrorOf([] { CheckJson("{", {}); }).code() == "bad_plan");
}

}  // namespace
}  // namespace fatigue
