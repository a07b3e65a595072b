// SPDX-License-Identifier: MIT
// What is checked in a trial's files, and what a fault takes out.
#include <catch2/catch.hpp>
#include <sstream>

#include "report/report_json.h"
#include "report/trial.h"
#include "support/trial_of_twelve.h"

namespace fatigue {
namespace {

using Catch::Contains;
using test::CountOf;
using test::ErrorOf;
using test::MessageOf;
using test::SingleFile;
using test::TextTable;
using test::TrialOfTwelve;
using test::WithLine;

TEST_CASE("a participant twice in the participants file stops the analysis") {
  TrialOfTwelve trial;
  trial.people += "P3,placebo,34,B\n";
  const Error error = trial.Failure();
  CHECK(error.code() == "duplicate_participant");
  CHECK_THAT(error.what(), Contains("people.csv: participant P3 (rows 4, 14)"));
  CHECK(error.places().size() == 2);
}

TEST_CASE("a participant twice in the participants file in two arms is named with both arms") {
  TrialOfTwelve trial;
  trial.people += "P3,active,34,B\nP4,active,40,A\n";
  const Error error = trial.Failure();
  CHECK(error.code() == "duplicate_participant");
  CHECK_THAT(error.what(), Contains("people.csv: participant P3 (placebo in row 4, active in row 14), P4 (rows 5, 15) "
                                    "stands more than once, in different arms"));
  CHECK(error.places().size() == 4);
}

TEST_CASE("a participant in two arms stops the analysis") {
  TrialOfTwelve trial;
  // Rows of the same participant in the participants file are named as such; another file contradicts here.
  trial.plan["files"][1]["arm"] = "arm";
  trial.scores = "id,day,fss,arm\nP1,0,40,placebo\nP1,7,41,active\nP2,0,40,active\n";
  const Error error = trial.Failure();
  CHECK(error.code() == "two_arms");
  CHECK_THAT(error.what(), Contains("P1 in placebo (row 2), placebo (scores.csv, row 2), active (scores.csv, row 3)"));
}

TEST_CASE("one file may hold the arm and the records") {
  const OutcomeResult separate = TrialOfTwelve().Run().outcomes[0];
  const Report report = SingleFile().Run();
  REQUIRE_FALSE(report.outcomes[0].error);
  CHECK(report.arms[1].participants == 6);
  CHECK(report.outcomes[0].effects.at(0).difference.estimate.estimate ==
        separate.effects.at(0).difference.estimate.estimate);
}

TEST_CASE("in a single file a participant in two arms is named with both rows") {
  TrialOfTwelve trial = SingleFile();
  trial.scores = WithLine(trial.scores, 3, "P1,7,44,active,30");
  const Error error = trial.Failure();
  CHECK(error.code() == "two_arms");
  CHECK_THAT(error.what(), Contains("scores.csv: a participant is in two arms: P1 in placebo (row 2), active (row 3)"));
  REQUIRE(error.places().size() == 2);
  CHECK(error.places()[1].row == 3);
}

TEST_CASE("a covariate that changes within a participant of a single file is named") {
  TrialOfTwelve trial = SingleFile();
  trial.Model(0)["covariates"] = {"age"};
  REQUIRE_FALSE(trial.Run().outcomes[0].error);
  trial.scores = WithLine(trial.scores, 3, "P1,7,44,placebo,31");
  const Error error = trial.Failure();
  CHECK(error.code() == "covariate_varies");
  CHECK_THAT(error.what(), Contains("scores.csv, row 3, column age: 31 differs from row 2") && Contains("P1"));
}

TEST_CASE("an arm column with one level cannot be compared") {
  TrialOfTwelve trial;
  trial.plan.erase("arms");
  trial.people = "id,arm\nP1,active\nP2,active\n";
  const Error error = trial.Failure();
  CHECK(error.code() == "one_arm");
  CHECK_THAT(error.what(), Contains("people.csv: column arm holds only one arm, \"active\""));
}

TEST_CASE("an arm of the plan that nobody is in stops the analysis; one the plan leaves out is said") {
  TrialOfTwelve trial;
  trial.plan["arms"]["order"] = {"Placebo", "active"};
  const Error error = trial.Failure();
  CHECK(error.code() == "unknown_arm");
  CHECK_THAT(error.what(), Contains("\"Placebo\"") && Contains("holds: placebo, active"));

  TrialOfTwelve three;
  three.people += "P13,high,40,A\n";
  three.scores += "P13,0,40\nP13,7,40\n";
  const Report report = three.Run();
  CHECK_THAT(MessageOf(report.warnings, "arm_not_in_plan"), Contains("P13 (row 14): high"));
  CHECK(report.arms.size() == 2);
  CHECK(CountOf(report.outcomes[0], "arm not in the plan") == 1);
}

TEST_CASE("a participant without an arm is left out and counted") {
  TrialOfTwelve trial;
  trial.people = WithLine(trial.people, 5, "P4,,40,A");
  const Report report = trial.Run();
  CHECK_THAT(MessageOf(report.warnings, "arm_missing"), Contains("people.csv") && Contains("P4 (row 5)"));
  CHECK(report.arms[1].participants == 5);
  CHECK(CountOf(report.outcomes[0], "arm missing") == 2);
  CHECK(report.outcomes[0].effects.at(0).n.at("active") == 5);
}

TEST_CASE("an identifier that matches no participant is named and left out") {
  TrialOfTwelve trial;
  trial.scores += "X1,0,40\nX1,7,40\n";
  const Report report = trial.Run();
  CHECK_THAT(MessageOf(report.warnings, "unmatched_id"),
             Contains("scores.csv: 1 identifier matches no participant of people.csv") && Contains("X1 (rows 38, 39)"));
  CHECK(CountOf(report.outcomes[0], "not in the participants file") == 1);
  CHECK(report.outcomes[0].fit->observations() == 24);
}

TEST_CASE("a file whose identifiers all match nobody fails its outcomes and no others") {
  TrialOfTwelve trial;
  const Report clean = trial.Run();
  trial.diary = "id,day,dfs\n1,0,4\n1,1,5\n2,0,4\n";
  const Report report = trial.Run();
  REQUIRE(report.outcomes[1].error);
  CHECK(report.outcomes[1].error->code() == "no_matching_ids");
  CHECK_THAT(report.outcomes[1].error->what(), Contains("diary.csv") && Contains("1 (rows 2, 3)") && Contains("P1"));
  REQUIRE(report.errors.size() == 1);
  CHECK(report.errors[0].code() == "no_matching_ids");
  CHECK(report.outcomes[0].effects.at(0).difference.estimate.estimate ==
        clean.outcomes[0].effects.at(0).difference.estimate.estimate);
}

TEST_CASE("two records of a participant at one visit fail that file's outcomes only") {
  TrialOfTwelve trial;
  trial.scores += "P2,7,44\n";
  const Report report = trial.Run();
  REQUIRE(report.outcomes[0].error);
  CHECK(report.outcomes[0].error->code() == "duplicate_visit");
  CHECK_THAT(report.outcomes[0].error->what(),
             Contains("scores.csv: more than one record of participant P2 at visit 7 (rows 6, 38)"));
  CHECK(report.outcomes[0].error->places().size() == 2);
  CHECK(report.outcomes[0].effects.empty());
  CHECK_FALSE(report.outcomes[1].error);
}

TEST_CASE("a score outside its range fails the outcomes of its instrument only") {
  TrialOfTwelve trial;
  trial.scores = WithLine(trial.scores, 3, "P1,7,64");
  const Report report = trial.Run();
  REQUIRE(report.outcomes[0].error);
  CHECK(report.outcomes[0].error->code() == "score_out_of_range");
  CHECK_THAT(report.outcomes[0].error->what(), Contains("scores.csv, row 3, column fss: 64") && Contains("9 to 63"));
  CHECK_FALSE(report.outcomes[1].error);
  trial.scores = WithLine(trial.scores, 3, "P1,7,63");
  CHECK_FALSE(trial.Run().outcomes[0].error);
}

TEST_CASE("an answer outside its range fails the outcomes of its instrument only") {
  TrialOfTwelve trial;
  trial.diary = WithLine(trial.diary, 4, "P1,2,11");
  const Report report = trial.Run();
  REQUIRE(report.outcomes[1].error);
  CHECK(report.outcomes[1].error->code() == "item_out_of_range");
  CHECK_THAT(report.outcomes[1].error->what(), Contains("diary.csv, row 4, column dfs: 11"));
  CHECK_FALSE(report.outcomes[0].error);
  CHECK(report.scores.size() == 1);
}

TEST_CASE("when every outcome fails the first error is thrown") {
  TrialOfTwelve trial;
  trial.scores += "P2,7,44\n";
  trial.diary = WithLine(trial.diary, 4, "P1,2,11");
  CHECK(trial.Failure().code() == "duplicate_visit");
}

TEST_CASE("participants without records are named") {
  TrialOfTwelve trial;
  trial.people += "P13,active,50,A\n";
  const std::string message = MessageOf(trial.Run().warnings, "no_records");
  CHECK_THAT(message, Contains("has no record of 1 participant: P13"));
}

TEST_CASE("records are left out for the first reason that applies, and counted") {
  TrialOfTwelve trial;
  trial.scores = WithLine(trial.scores, 2, "P1,0,");    // no baseline: both visits of P1
  trial.scores = WithLine(trial.scores, 6, "P2,7,");    // value missing
  trial.scores = WithLine(trial.scores, 10, "P3,,40");  // visit missing
  trial.Model(0)["visits"] = {"7"};
  const Report report = trial.Run();
  REQUIRE_FALSE(report.outcomes[0].error);
  CHECK(CountOf(report.outcomes[0], "no baseline") == 1);
  CHECK(CountOf(report.outcomes[0], "value missing") == 1);
  CHECK(CountOf(report.outcomes[0], "visit missing") == 1);
  CHECK(CountOf(report.outcomes[0], "visit not analysed") == 11);
  CHECK(report.outcomes[0].fit->observations() == 10);
  CHECK_THAT(MessageOf(report.warnings, "visit_missing"), Contains("scores.csv: row 10 without a visit"));
  CHECK(report.outcomes[0].effects.at(0).n == std::map<std::string, int>{{"active", 5}, {"placebo", 5}});
}

TEST_CASE("a column that is not there fails the outcome that needs it") {
  TrialOfTwelve trial;
  trial.Model(0)["covariates"] = {"weight"};
  const Report report = trial.Run();
  REQUIRE(report.outcomes[0].error);
  CHECK(report.outcomes[0].error->code() == "unknown_column");
  CHECK_THAT(report.outcomes[0].error->what(),
             Contains("people.csv has no column \"weight\"") && Contains("age, site"));
  CHECK_FALSE(report.outcomes[1].error);
  trial.plan["files"][0]["arm"] = "group";
  CHECK(trial.Failure().code() == "unknown_column");
}

TEST_CASE("a visit that is not there is answered with those that are") {
  TrialOfTwelve trial;
  trial.Model(0)["baselineVisit"] = "-7";
  CHECK_THAT(trial.Run().outcomes[0].error->what(), Contains("has no visit \"-7\"") && Contains("0, 7, 14"));
  trial.Model(0)["baselineVisit"] = "0";
  trial.Model(0)["visits"] = {"7", "28"};
  CHECK_THAT(trial.Run().outcomes[0].error->what(), Contains("has no visit \"28\""));
  trial.Model(0)["visits"] = {"0", "7"};
  CHECK(trial.Run().outcomes[0].error->code() == "baseline_analysed");
  trial.Model(0)["visits"] = {"14"};
  CHECK_THAT(trial.Run().outcomes[0].error->what(), Contains("visit \"7\", which is not analysed") && Contains(": 14"));
}

TEST_CASE("an outcome with records of one arm only fails by itself") {
  TrialOfTwelve trial;
  std::istringstream lines(trial.diary);
  std::string kept, line;
  while (std::getline(lines, line)) {
    const int participant = std::atoi(line.c_str() + 1);
    if (line[0] == 'i' || participant % 2 == 1) kept += line + "\n";
  }
  trial.diary = kept;
  const Report report = trial.Run();
  REQUIRE(report.outcomes[1].error);
  CHECK(report.outcomes[1].error->code() == "one_arm");
  CHECK_THAT(report.outcomes[1].error->what(), Contains("diary.csv: only records of arm placebo"));
  CHECK_FALSE(report.outcomes[0].error);
}

TEST_CASE("a file of the plan that was not given fails its outcomes, or all where it holds the participants") {
  const TrialOfTwelve trial;
  const Plan plan = ReadPlan(trial.plan.dump());
  const Table people = TextTable("people.csv", trial.people), scores = TextTable("scores.csv", trial.scores);
  const Report report = Analyze(plan, {people, scores});
  REQUIRE(report.outcomes[1].error);
  CHECK(report.outcomes[1].error->code() == "missing_file");
  CHECK_THAT(report.outcomes[1].error->what(), Contains("diary.csv"));
  CHECK_FALSE(report.outcomes[0].error);
  CHECK(ErrorOf([&] { Analyze(plan, {scores}); }).code() == "missing_file");
}

}  // namespace
}  // namespace fatigue
