// SPDX-License-Identifier: MIT
// A trial's tables to its report: what is checked, what a fault takes out, and what the numbers mean.
#include "report/trial.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <sstream>

#include "report/effects.h"
#include "report/entry.h"
#include "report/report_json.h"
#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Contains;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using test::ErrorOf;
using test::TextTable;

/// Six participants to an arm, finished FSS scores at days 0, 7 and 14, and a diary of five days.
struct Trial {
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

  Trial() {
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

/// Line `line` of a file (the header is line 1) replaced, or dropped when the new text is empty.
std::string WithLine(const std::string& text, int line, const std::string& replacement) {
  std::istringstream lines(text);
  std::string result, each;
  for (int at = 1; std::getline(lines, each); ++at) {
    if (at != line) result += each + "\n";
    if (at == line && !replacement.empty()) result += replacement + "\n";
  }
  return result;
}

std::string MessageOf(const std::vector<Warning>& warnings, const std::string& code) {
  for (const Warning& warning : warnings) {
    if (warning.code == code) return warning.message;
  }
  return "no warning " + code;
}

int CountOf(const OutcomeResult& outcome, const std::string& reason) {
  if (!outcome.model) return -1;
  for (const Excluded& excluded : outcome.model->excluded) {
    if (excluded.reason == reason) return excluded.n;
  }
  return 0;
}

double ObservedMean(const OutcomeResult& outcome, const std::string& arm, const std::string& visit) {
  for (const ObservedRow& row : outcome.observed) {
    if (row.arm == arm && row.visit == visit) return row.mean;
  }
  return std::nan("");
}

TEST_CASE("a clean trial is analysed without a warning") {
  const Report report = Trial().Run();
  CHECK(report.warnings.empty());
  CHECK(report.errors.empty());
  REQUIRE(report.outcomes.size() == 2);
  const OutcomeResult& fss = report.outcomes[0];
  REQUIRE_FALSE(fss.error);
  CHECK(fss.model->formula == "change ~ baseline + arm * visit + us(visit | id)");
  CHECK(fss.model->plan.baseline_visit == "0");
  CHECK(fss.model->plan.visits == std::vector<std::string>{"7", "14"});
  CHECK(fss.fit->observations() == 24);
  REQUIRE(fss.effects.size() == 1);
  CHECK(fss.effects[0].difference.visit == "7");
  CHECK(fss.effects[0].difference.arm == "active");
  CHECK(fss.effects[0].difference.reference == "placebo");
  CHECK(fss.effects[0].n == std::map<std::string, int>{{"active", 6}, {"placebo", 6}});
  CHECK(fss.means.size() == 6);
  CHECK(fss.differences.size() == 3);
  const OutcomeResult& dfs = report.outcomes[1];
  REQUIRE_FALSE(dfs.error);
  CHECK(dfs.model->formula == "value ~ arm * day + (day | id)");
  CHECK(dfs.fit->observations() == 60);
  CHECK(dfs.means.size() == 12);
  CHECK(dfs.slopes.size() == 2);
  CHECK(report.arms[0].arm == "placebo");
  CHECK(report.arms[1].participants == 6);
  CHECK(report.files[1].rows == 36);
  CHECK(report.files[1].participants == 12);
}

TEST_CASE("with complete data the difference at each visit is that of the observed means") {
  Trial trial;
  trial.Model(0)["response"] = "value";
  const OutcomeResult fss = trial.Run().outcomes[0];
  REQUIRE_FALSE(fss.error);
  double sum = 0;
  for (const char* visit : {"0", "7", "14"}) {
    const double observed = ObservedMean(fss, "active", visit) - ObservedMean(fss, "placebo", visit);
    sum += observed;
    const auto row = std::find_if(fss.differences.begin(), fss.differences.end(),
                                  [&](const DifferenceRow& difference) { return difference.visit == visit; });
    REQUIRE(row != fss.differences.end());
    CHECK_THAT(row->estimate.estimate, WithinAbs(observed, 1e-9));
  }
  CHECK_FALSE(fss.differences.back().visit);
  CHECK_THAT(fss.differences.back().estimate.estimate, WithinAbs(sum / 3, 1e-9));
}

TEST_CASE("one analysed visit is a comparison of independent rows") {
  Trial trial;
  trial.Model(0) = {{"kind", "mmrm"}, {"response", "value"}, {"visits", {"7"}}};
  const OutcomeResult fss = trial.Run().outcomes[0];
  REQUIRE_FALSE(fss.error);
  CHECK(fss.model->formula == "value ~ arm");
  CHECK(fss.model->covariance_used == "none");
  CHECK(fss.model->df == DfMethod::residual);
  // The two-sample t-test with pooled variance, from the observed means and SDs.
  double variance = 0;
  for (const ObservedRow& row : fss.observed) {
    if (row.visit == "7") variance += row.sd * row.sd / 2;
  }
  const Estimate& difference = fss.effects.at(0).difference.estimate;
  CHECK_THAT(difference.estimate,
             WithinAbs(ObservedMean(fss, "active", "7") - ObservedMean(fss, "placebo", "7"), 1e-10));
  CHECK_THAT(difference.se, WithinRel(std::sqrt(variance * (1.0 / 6 + 1.0 / 6)), 1e-10));
  CHECK(difference.df == 10);
  CHECK(fss.effects[0].difference.visit == "7");
}

TEST_CASE("an estimate favours the arm its sign and the instrument's direction say") {
  CHECK(Favours(-1, Direction::lower_is_better, "active", "placebo") == "active");
  CHECK(Favours(1, Direction::lower_is_better, "active", "placebo") == "placebo");
  CHECK(Favours(-1, Direction::higher_is_better, "active", "placebo") == "placebo");
  CHECK(Favours(1, Direction::higher_is_better, "active", "placebo") == "active");
  CHECK_FALSE(Favours(0, Direction::lower_is_better, "active", "placebo"));
  CHECK_FALSE(Favours(std::nan(""), Direction::lower_is_better, "active", "placebo"));
}

TEST_CASE("the other reference arm turns the sign and favours the same arm") {
  Trial trial;
  const Report report = trial.Run();
  trial.plan["arms"]["order"] = {"active", "placebo"};
  const Report turned = trial.Run();
  for (size_t k = 0; k < report.outcomes.size(); ++k) {
    const DifferenceRow& one = report.outcomes[k].effects.at(0).difference;
    const DifferenceRow& other = turned.outcomes[k].effects.at(0).difference;
    CHECK(other.arm == "placebo");
    CHECK_THAT(other.estimate.estimate, WithinRel(-one.estimate.estimate, 1e-7));
    CHECK_THAT(other.estimate.se, WithinRel(one.estimate.se, 1e-7));
    CHECK(one.favours == "active");
    CHECK(other.favours == "active");
  }
}

TEST_CASE("without an order the smaller arm is the reference") {
  Trial trial;
  trial.plan.erase("arms");
  trial.people += "P13,placebo,40,A\n";
  const Report report = trial.Run();
  CHECK(report.arms[0].arm == "active");
  CHECK(report.arms[1].participants == 7);
  CHECK(report.plan.arms == std::vector<std::string>{"active", "placebo"});
}

TEST_CASE("a slope is shown with what it adds up to over the window") {
  const OutcomeResult dfs = Trial().Run().outcomes[1];
  REQUIRE(dfs.effects.size() == 1);
  const EffectRow& effect = dfs.effects[0];
  CHECK(effect.kind == EffectKind::slope_difference);
  CHECK(effect.difference.estimate.estimate == dfs.slope_differences.at(0).estimate.estimate);
  CHECK_THAT(effect.difference.estimate.estimate,
             WithinAbs(dfs.slopes.at(1).estimate.estimate - dfs.slopes.at(0).estimate.estimate, 1e-12));
  REQUIRE(effect.over_window);
  CHECK(effect.over_window->days == 7);
  CHECK_THAT(effect.over_window->estimate, WithinRel(7 * effect.difference.estimate.estimate, 1e-15));
  CHECK_THAT(effect.over_window->lower, WithinRel(7 * effect.difference.estimate.lower, 1e-15));
  CHECK_THAT(effect.over_window->upper, WithinRel(7 * effect.difference.estimate.upper, 1e-15));
}

TEST_CASE("the slope of the differences by day is the slope difference, their average that at the mean day") {
  const OutcomeResult dfs = Trial().Run().outcomes[1];
  REQUIRE(dfs.differences.size() == 6);
  const double slope = dfs.slope_differences.at(0).estimate.estimate;
  for (size_t day = 1; day < 5; ++day) {
    CHECK(dfs.differences[day].visit == std::to_string(day));
    CHECK_THAT(dfs.differences[day].estimate.estimate - dfs.differences[day - 1].estimate.estimate,
               WithinAbs(slope, 1e-10));
  }
  CHECK_FALSE(dfs.differences[5].visit);
  CHECK_THAT(dfs.differences[5].estimate.estimate, WithinAbs(dfs.differences[2].estimate.estimate, 1e-10));
}

TEST_CASE("an effect averaged over visits is the averaged difference") {
  Trial trial;
  trial.plan["outcomes"][0]["effect"] = {{"kind", "average_difference"}};
  const OutcomeResult fss = trial.Run().outcomes[0];
  REQUIRE(fss.effects.size() == 1);
  CHECK_FALSE(fss.effects[0].difference.visit);
  CHECK(fss.effects[0].difference.estimate.estimate == fss.differences.back().estimate.estimate);
}

TEST_CASE("the order of the rows changes nothing") {
  Trial trial;
  const double estimate = trial.Run().outcomes[0].effects.at(0).difference.estimate.estimate;
  std::istringstream lines(trial.scores);
  std::string header, line;
  std::vector<std::string> rows;
  std::getline(lines, header);
  while (std::getline(lines, line)) rows.insert(rows.begin(), line);
  trial.scores = header + "\n";
  for (const std::string& row : rows) trial.scores += row + "\n";
  CHECK_THAT(trial.Run().outcomes[0].effects.at(0).difference.estimate.estimate, WithinRel(estimate, 1e-7));
}

TEST_CASE("a participant twice in the participants file stops the analysis") {
  Trial trial;
  trial.people += "P3,placebo,34,B\n";
  const Error error = trial.Failure();
  CHECK(error.code() == "duplicate_participant");
  CHECK_THAT(error.what(), Contains("people.csv: participant P3 (rows 4, 14)"));
  CHECK(error.places().size() == 2);
}

TEST_CASE("a participant twice in the participants file in two arms is named with both arms") {
  Trial trial;
  trial.people += "P3,active,34,B\nP4,active,40,A\n";
  const Error error = trial.Failure();
  CHECK(error.code() == "duplicate_participant");
  CHECK_THAT(error.what(), Contains("people.csv: participant P3 (placebo in row 4, active in row 14), P4 (rows 5, 15) "
                                    "stands more than once, in different arms"));
  CHECK(error.places().size() == 4);
}

TEST_CASE("a participant in two arms stops the analysis") {
  Trial trial;
  // Rows of the same participant in the participants file are named as such; another file contradicts here.
  trial.plan["files"][1]["arm"] = "arm";
  trial.scores = "id,day,fss,arm\nP1,0,40,placebo\nP1,7,41,active\nP2,0,40,active\n";
  const Error error = trial.Failure();
  CHECK(error.code() == "two_arms");
  CHECK_THAT(error.what(), Contains("P1 in placebo (row 2), placebo (scores.csv, row 2), active (scores.csv, row 3)"));
}

/// The same trial with the arm in the records and no participants file.
Trial SingleFile() {
  Trial trial;
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

TEST_CASE("one file may hold the arm and the records") {
  const OutcomeResult separate = Trial().Run().outcomes[0];
  const Report report = SingleFile().Run();
  REQUIRE_FALSE(report.outcomes[0].error);
  CHECK(report.arms[1].participants == 6);
  CHECK(report.outcomes[0].effects.at(0).difference.estimate.estimate ==
        separate.effects.at(0).difference.estimate.estimate);
}

TEST_CASE("in a single file a participant in two arms is named with both rows") {
  Trial trial = SingleFile();
  trial.scores = WithLine(trial.scores, 3, "P1,7,44,active,30");
  const Error error = trial.Failure();
  CHECK(error.code() == "two_arms");
  CHECK_THAT(error.what(), Contains("scores.csv: a participant is in two arms: P1 in placebo (row 2), active (row 3)"));
  REQUIRE(error.places().size() == 2);
  CHECK(error.places()[1].row == 3);
}

TEST_CASE("a covariate that changes within a participant of a single file is named") {
  Trial trial = SingleFile();
  trial.Model(0)["covariates"] = {"age"};
  REQUIRE_FALSE(trial.Run().outcomes[0].error);
  trial.scores = WithLine(trial.scores, 3, "P1,7,44,placebo,31");
  const Error error = trial.Failure();
  CHECK(error.code() == "covariate_varies");
  CHECK_THAT(error.what(), Contains("scores.csv, row 3, column age: 31 differs from row 2") && Contains("P1"));
}

TEST_CASE("an arm column with one level cannot be compared") {
  Trial trial;
  trial.plan.erase("arms");
  trial.people = "id,arm\nP1,active\nP2,active\n";
  const Error error = trial.Failure();
  CHECK(error.code() == "one_arm");
  CHECK_THAT(error.what(), Contains("people.csv: column arm holds only one arm, \"active\""));
}

TEST_CASE("an arm of the plan that nobody is in stops the analysis; one the plan leaves out is said") {
  Trial trial;
  trial.plan["arms"]["order"] = {"Placebo", "active"};
  const Error error = trial.Failure();
  CHECK(error.code() == "unknown_arm");
  CHECK_THAT(error.what(), Contains("\"Placebo\"") && Contains("holds: placebo, active"));

  Trial three;
  three.people += "P13,high,40,A\n";
  three.scores += "P13,0,40\nP13,7,40\n";
  const Report report = three.Run();
  CHECK_THAT(MessageOf(report.warnings, "arm_not_in_plan"), Contains("P13 (row 14): high"));
  CHECK(report.arms.size() == 2);
  CHECK(CountOf(report.outcomes[0], "arm not in the plan") == 1);
}

TEST_CASE("a participant without an arm is left out and counted") {
  Trial trial;
  trial.people = WithLine(trial.people, 5, "P4,,40,A");
  const Report report = trial.Run();
  CHECK_THAT(MessageOf(report.warnings, "arm_missing"), Contains("people.csv") && Contains("P4 (row 5)"));
  CHECK(report.arms[1].participants == 5);
  CHECK(CountOf(report.outcomes[0], "arm missing") == 2);
  CHECK(report.outcomes[0].effects.at(0).n.at("active") == 5);
}

TEST_CASE("an identifier that matches no participant is named and left out") {
  Trial trial;
  trial.scores += "X1,0,40\nX1,7,40\n";
  const Report report = trial.Run();
  CHECK_THAT(MessageOf(report.warnings, "unmatched_id"),
             Contains("scores.csv: 1 identifier matches no participant of people.csv") && Contains("X1 (rows 38, 39)"));
  CHECK(CountOf(report.outcomes[0], "not in the participants file") == 1);
  CHECK(report.outcomes[0].fit->observations() == 24);
}

TEST_CASE("a file whose identifiers all match nobody fails its outcomes and no others") {
  Trial trial;
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
  Trial trial;
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
  Trial trial;
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
  Trial trial;
  trial.diary = WithLine(trial.diary, 4, "P1,2,11");
  const Report report = trial.Run();
  REQUIRE(report.outcomes[1].error);
  CHECK(report.outcomes[1].error->code() == "item_out_of_range");
  CHECK_THAT(report.outcomes[1].error->what(), Contains("diary.csv, row 4, column dfs: 11"));
  CHECK_FALSE(report.outcomes[0].error);
  CHECK(report.scores.size() == 1);
}

TEST_CASE("when every outcome fails the first error is thrown") {
  Trial trial;
  trial.scores += "P2,7,44\n";
  trial.diary = WithLine(trial.diary, 4, "P1,2,11");
  CHECK(trial.Failure().code() == "duplicate_visit");
}

TEST_CASE("participants without records are named") {
  Trial trial;
  trial.people += "P13,active,50,A\n";
  const std::string message = MessageOf(trial.Run().warnings, "no_records");
  CHECK_THAT(message, Contains("has no record of 1 participant: P13"));
}

TEST_CASE("records are left out for the first reason that applies, and counted") {
  Trial trial;
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

TEST_CASE("covariates enter the model, whatever they are called") {
  Trial trial;
  trial.people = "id,arm,age at entry,baseline\n" + trial.people.substr(trial.people.find('\n') + 1);
  trial.people = WithLine(trial.people, 2, "P1,placebo,,A");
  trial.Model(0)["covariates"] = {"age at entry", "baseline"};
  const Report report = trial.Run();
  const OutcomeResult& fss = report.outcomes[0];
  REQUIRE_FALSE(fss.error);
  CHECK(fss.model->formula == "change ~ baseline + `age at entry` + baseline_covariate + arm * visit + us(visit | id)");
  CHECK(fss.fit->terms()[2] == "age at entry");
  CHECK(CountOf(fss, "covariate age at entry missing") == 2);
  CHECK(fss.fit->observations() == 22);
}

TEST_CASE("a column that is not there fails the outcome that needs it") {
  Trial trial;
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
  Trial trial;
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

TEST_CASE("visits at which the score was never taken are not analysed") {
  Trial trial;
  trial.scores += "P1,21,\nP2,21,\n";
  CHECK(trial.Run().outcomes[0].model->plan.visits == std::vector<std::string>{"7", "14"});
  trial.Model(0)["visits"] = {"7", "14", "21"};
  const Report report = trial.Run();
  CHECK(report.outcomes[0].model->plan.visits == std::vector<std::string>{"7", "14"});
  CHECK_THAT(MessageOf(report.outcomes[0].warnings, "visit_without_data"), Contains("visit 21"));
  CHECK(CountOf(report.outcomes[0], "value missing") == 2);
}

TEST_CASE("a change is analysed at the visits after its baseline") {
  Trial trial;
  trial.Model(0)["baselineVisit"] = "7";
  trial.plan["outcomes"][0]["effect"]["visit"] = "14";
  CHECK(trial.Run().outcomes[0].model->plan.visits == std::vector<std::string>{"14"});
}

TEST_CASE("an outcome with records of one arm only fails by itself") {
  Trial trial;
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

TEST_CASE("a slope needs days") {
  Trial trial;
  trial.diary = "id,day,dfs\nP1,Visit 1,4\nP1,Visit 2,4\nP2,Visit 1,3\nP2,Visit 2,5\n";
  const Report report = trial.Run();
  REQUIRE(report.outcomes[1].error);
  CHECK(report.outcomes[1].error->code() == "day_not_a_number");
  CHECK_THAT(report.outcomes[1].error->what(), Contains("visit \"Visit 1\""));
}

TEST_CASE("labelled weeks are days to a slope") {
  Trial trial;
  const double slope = trial.Run().outcomes[1].slope_differences.at(0).estimate.estimate;
  std::istringstream lines(trial.diary);
  std::string line, labelled;
  while (std::getline(lines, line)) {
    const size_t comma = line.find(',');
    labelled += line[0] == 'i' ? line + "\n" : line.substr(0, comma + 1) + "Week " + line.substr(comma + 1) + "\n";
  }
  trial.diary = labelled;
  const OutcomeResult dfs = trial.Run().outcomes[1];
  REQUIRE_FALSE(dfs.error);
  CHECK_THAT(dfs.slope_differences.at(0).estimate.estimate, WithinRel(slope / 7, 1e-6));
  CHECK(dfs.means.front().visit == "Week 0");
}

/// Visits 7, 14 and 21, of which nobody is seen at both 7 and 14: the data do not tell their covariance.
Trial WithoutOnePair() {
  Trial trial;
  trial.scores = "id,day,fss\n";
  for (int i = 0; i < 12; ++i) {
    const std::string id = "P" + std::to_string(i + 1);
    const int level = 40 + i * 5 % 7;
    trial.scores += id + ",0," + std::to_string(level + i % 3) + "\n";
    trial.scores += id + (i % 4 < 2 ? ",7," : ",14,") + std::to_string(level - 2 + i * 3 % 5) + "\n";
    trial.scores += id + ",21," + std::to_string(level - 4 + i * 7 % 6) + "\n";
  }
  return trial;
}

TEST_CASE("a structure the data cannot tell gives way to the next of the plan, and it is said") {
  Trial trial = WithoutOnePair();
  trial.Model(0)["fallback"] = {"cs"};
  const OutcomeResult fss = trial.Run().outcomes[0];
  REQUIRE_FALSE(fss.error);
  REQUIRE(fss.model->tried.size() == 2);
  CHECK(fss.model->tried[0].covariance == "us");
  CHECK(fss.model->tried[0].status != "converged");
  CHECK(fss.model->tried[1].covariance == "cs");
  CHECK(fss.model->tried[1].status == "converged");
  CHECK(fss.model->plan.structure == "us");
  CHECK(fss.model->covariance_used == "cs");
  CHECK(fss.model->formula == "change ~ baseline + arm * visit + cs(visit | id)");
  CHECK_THAT(MessageOf(fss.warnings, "fallback_used"), Contains("the covariance is cs") && Contains("us ("));

  trial.Model(0)["covariance"] = "cs";
  const OutcomeResult first = trial.Run().outcomes[0];
  CHECK(first.model->tried.size() == 1);
  CHECK(MessageOf(first.warnings, "fallback_used") == "no warning fallback_used");
  CHECK(first.effects.at(0).difference.estimate.estimate == fss.effects.at(0).difference.estimate.estimate);
}

TEST_CASE("an outcome for which no structure of the plan fits says what was tried") {
  Trial trial = WithoutOnePair();
  trial.Model(0)["fallback"] = Json::array();
  const Report report = trial.Run();
  REQUIRE(report.outcomes[0].error);
  CHECK(report.outcomes[0].error->code() == "no_usable_fit");
  CHECK_THAT(report.outcomes[0].error->what(), Contains("scores.csv") && Contains("us ("));
  CHECK_FALSE(report.outcomes[1].error);
}

TEST_CASE("Kenward-Roger with ML gives way to Satterthwaite, and it is said") {
  Trial trial;
  trial.Model(0)["method"] = "ML";
  const OutcomeResult fss = trial.Run().outcomes[0];
  REQUIRE_FALSE(fss.error);
  CHECK(fss.model->df == DfMethod::satterthwaite);
  CHECK_THAT(MessageOf(fss.warnings, "df_replaced"), Contains("kenward_roger needs REML"));
  trial.Model(0)["df"] = "satterthwaite";
  CHECK(MessageOf(trial.Run().outcomes[0].warnings, "df_replaced") == "no warning df_replaced");
}

TEST_CASE("observed means are of the score at every visit, without an SD of one value") {
  Trial trial;
  trial.scores += "P1,21,40\n";
  const OutcomeResult fss = trial.Run().outcomes[0];
  REQUIRE(fss.observed.size() == 7);
  CHECK(fss.observed[0].visit == "0");
  CHECK(fss.observed[0].n == 6);
  CHECK(fss.observed[3].visit == "21");
  CHECK(fss.observed[3].mean == 40);
  CHECK(std::isnan(fss.observed[3].sd));
}

TEST_CASE("a wide single file is analysed as the long one") {
  const OutcomeResult expected = Trial().Run().outcomes[0];
  Trial trial = SingleFile();
  trial.plan["files"][0].erase("visit");
  trial.plan["files"][0]["wide"] = Json::parse(R"([{"column": "fss_d0", "variable": "fss", "visit": "0"},
      {"column": "fss_d7", "variable": "fss", "visit": "7"}, {"column": "fss_d14", "variable": "fss", "visit": "14"}])");
  Table table = TextTable("scores.csv", trial.scores);
  for (Column& column : table.columns) {
    if (column.name == "day") column.name = "visit";
    if (column.name == "fss") column.origin.names = {"fss_d0", "fss_d7", "fss_d14"};
  }
  for (int row = 0; row < table.row_count; ++row) {
    table.origin_row[static_cast<size_t>(row)] = 2 + row / 3;
    table.columns[2].origin.codes.push_back(row % 3);
  }
  const Report report = Analyze(ReadPlan(trial.plan.dump()), {table});
  CHECK(report.outcomes[0].effects.at(0).difference.estimate.estimate ==
        expected.effects.at(0).difference.estimate.estimate);
  CHECK(report.files[0].rows == 12);
  table.columns[2].values[4] = 99;
  const Error error = ErrorOf([&] { Analyze(ReadPlan(trial.plan.dump()), {table}); });
  CHECK_THAT(error.what(), Contains("scores.csv, row 3, column fss_d7: 99"));
}

TEST_CASE("a file of the plan that was not given fails its outcomes, or all where it holds the participants") {
  const Trial trial;
  const Plan plan = ReadPlan(trial.plan.dump());
  const Table people = TextTable("people.csv", trial.people), scores = TextTable("scores.csv", trial.scores);
  const Report report = Analyze(plan, {people, scores});
  REQUIRE(report.outcomes[1].error);
  CHECK(report.outcomes[1].error->code() == "missing_file");
  CHECK_THAT(report.outcomes[1].error->what(), Contains("diary.csv"));
  CHECK_FALSE(report.outcomes[0].error);
  CHECK(ErrorOf([&] { Analyze(plan, {scores}); }).code() == "missing_file");
}

TEST_CASE("the report's JSON holds what the page reads") {
  Trial trial;
  trial.scores += "P1,21,40\nP2,7,44\n";
  const Json report = Json::parse(
      AnalyzeJson(trial.plan.dump(), {TextTable("people.csv", trial.people), TextTable("scores.csv", trial.scores),
                                      TextTable("diary.csv", trial.diary)}));
  CHECK(report["schemaVersion"] == 1);
  CHECK(report["software"]["version"] == Version());
  CHECK(report["simulated"] == false);
  CHECK(report["safety"].is_null());
  CHECK(report["elapsedMs"].is_number());
  CHECK(report["plan"]["outcomes"][0]["model"]["covariance"] == "us");
  CHECK(report["plan"]["instruments"][1]["items"] == Json({"dfs"}));
  CHECK(report["scores"][0]["missingItems"] == "given_as_score");
  CHECK(report["scores"][1]["missingItems"] == "complete");
  const Json& failed = report["outcomes"][0];
  CHECK(failed["status"] == "failed");
  CHECK(failed["error"] == report["errors"][0]);
  CHECK(failed["error"]["detail"]["places"].size() == 2);
  CHECK(failed["model"].is_null());
  const Json& dfs = report["outcomes"][1];
  CHECK(dfs["status"] == "ok");
  CHECK(dfs["error"].is_null());
  CHECK(dfs["model"]["covariance"].empty());
  CHECK(dfs["model"]["random"]["groups"][0]["covariance"].size() == 2);
  CHECK(dfs["effects"][0]["n"] == Json::parse(R"({"active": 6, "placebo": 6})"));
  CHECK(dfs["effects"][0]["visit"].is_null());
  CHECK(dfs["effects"][0]["overWindow"]["days"] == 7);
  CHECK(dfs["tests"].size() == 3);
  CHECK(dfs["coefficients"].size() == 4);
}

}  // namespace
}  // namespace fatigue
