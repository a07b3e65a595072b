// SPDX-License-Identifier: MIT
// Where participants are lost, and that every count adds up.
#include "report/flow.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "report/trial.h"
#include "support/small_trial.h"

namespace fatigue {
namespace {

using test::SmallTrial;

/// "code n, code n", in the order of the report.
std::string TextOf(const std::vector<Reason>& reasons) {
  std::string text;
  for (const Reason& each : reasons) text += (text.empty() ? "" : ", ") + each.code + " " + std::to_string(each.n);
  return text;
}

int Sum(const std::vector<Reason>& reasons) {
  int sum = 0;
  for (const Reason& each : reasons) sum += each.n;
  return sum;
}

const OutcomeFlow::Cell& CellOf(const OutcomeFlow& flow, const std::string& visit, std::size_t arm) {
  const auto found = std::find_if(flow.visits.begin(), flow.visits.end(),
                                  [&](const OutcomeFlow::Visit& each) { return each.visit == visit; });
  REQUIRE(found != flow.visits.end());
  return found->arms[arm];
}

/// Counts add up, and are those of the table that is analysed.
void CheckConsistent(const OutcomeTable& outcome, const std::vector<std::string>& arms) {
  const OutcomeFlow& flow = outcome.flow;
  REQUIRE(flow.arms.size() == arms.size());
  REQUIRE(flow.visits.size() == outcome.visits.size());
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    const OutcomeFlow::Arm& own = flow.arms[arm];
    CHECK(own.randomised == own.analysed + Sum(own.not_analysed));
    const auto participants = outcome.participants.find(arms[arm]);
    CHECK(own.analysed == (participants == outcome.participants.end() ? 0 : participants->second));
    if (own.with_baseline) CHECK(*own.with_baseline <= own.randomised);
    for (std::size_t visit = 0; visit < flow.visits.size(); ++visit) {
      const OutcomeFlow::Cell& cell = flow.visits[visit].arms[arm];
      CHECK(flow.visits[visit].visit == outcome.visits[visit]);
      CHECK(own.randomised == cell.analysed + Sum(cell.missing));
      const auto at = outcome.participants_at.find({arms[arm], outcome.visits[visit]});
      CHECK(cell.analysed == (at == outcome.participants_at.end() ? 0 : at->second));
    }
    for (const Reason& reason : own.not_analysed) CHECK(reason.n > 0);
  }
}

/// A1 complete; A2 without a baseline; A3 without any record; A4 with the baseline only; A5 without a score at day 7;
/// B1 complete; B2 with day 14 only; B3 without the covariate.
SmallTrial Worked() {
  SmallTrial trial;
  trial.people =
      "id,arm,age\nA1,A,30\nA2,A,31\nA3,A,32\nA4,A,33\nA5,A,34\nB1,B,35\nB2,B,36\nB3,B,\nX1,,40\nX2,C,41\nX3,C,42\n";
  trial.diary =
      "id,day,dfs\nA1,0,5\nA1,7,4\nA1,14,3\nA2,7,4\nA2,14,4\nA4,0,6\nA5,0,6\nA5,7,\nB1,0,5\nB1,7,2\nB1,14,1\n"
      "B2,0,7\nB2,14,6\nB3,0,5\nB3,7,5\nX1,0,3\nX1,7,3\nX2,0,4\n";
  trial.Model()["covariates"] = {"age"};
  return trial;
}

TEST_CASE("everyone listed is randomised, or it is said why not") {
  SmallTrial trial = Worked();
  const Plan plan = ReadPlan(trial.plan.dump());
  const std::vector<Table> tables = trial.Tables();
  const Flow flow = FlowOf(BuildRoster(plan, {&tables[0], &tables[1]}, &trial.warnings));
  CHECK(flow.listed == 11);
  CHECK(flow.arms == std::vector<std::string>{"A", "B"});
  CHECK(flow.randomised == std::vector<int>{5, 3});
  CHECK(TextOf(flow.not_randomised) == "no_arm 1, arm_not_in_plan 2");
}

TEST_CASE("a participant who is not analysed counts once, under the first reason that applies") {
  SmallTrial trial = Worked();
  const OutcomeTable outcome = trial.Build();
  CheckConsistent(outcome, {"A", "B"});
  const OutcomeFlow& flow = outcome.flow;
  CHECK(flow.outcome == "dfs");
  CHECK(flow.arms[0].randomised == 5);
  CHECK(flow.arms[0].with_baseline == 3);
  CHECK(flow.arms[0].analysed == 1);
  CHECK(TextOf(flow.arms[0].not_analysed) == "no_record 1, no_baseline 1, no_score 1, visit_missing 1");
  CHECK(flow.arms[0].not_analysed[3].reason == "no record at the visit");
  CHECK(flow.arms[1].with_baseline == 3);
  CHECK(flow.arms[1].analysed == 2);
  CHECK(TextOf(flow.arms[1].not_analysed) == "covariate_missing 1");
  CHECK(flow.arms[1].not_analysed[0].reason == "covariate age missing");
  CHECK(CellOf(flow, "7", 0).analysed == 1);
  CHECK(TextOf(CellOf(flow, "7", 0).missing) == "no_record 1, no_baseline 1, no_score 1, visit_missing 1");
  CHECK(TextOf(CellOf(flow, "14", 0).missing) == "no_record 1, no_baseline 1, visit_missing 2");
  CHECK(TextOf(CellOf(flow, "7", 1).missing) == "covariate_missing 1, visit_missing 1");
  CHECK(CellOf(flow, "14", 1).analysed == 2);
}

TEST_CASE("values need no baseline, and an arm without data is told as well") {
  SmallTrial trial = Worked();
  trial.Model() = {{"kind", "mmrm"}, {"response", "value"}, {"visits", {"7", "14"}}};
  trial.plan["arms"]["order"] = {"A", "B", "C"};
  const OutcomeTable outcome = trial.Build();
  CheckConsistent(outcome, {"A", "B", "C"});
  CHECK_FALSE(outcome.flow.arms[0].with_baseline);
  CHECK(outcome.flow.arms[0].analysed == 2);
  CHECK(outcome.flow.arms[2].randomised == 2);
  CHECK(outcome.flow.arms[2].analysed == 0);
  CHECK(TextOf(outcome.flow.arms[2].not_analysed) == "no_record 1, visit_missing 1");
}

TEST_CASE("baselines without a percentage, and records without a weight, have their own reasons") {
  SmallTrial trial = Worked();
  trial.Model() = {{"kind", "mmrm"}, {"response", "percent_change"}, {"weights", "w"}};
  trial.diary =
      "id,day,dfs,w\nA1,0,0,1\nA1,7,4,1\nA2,0,4,1\nA2,7,4,\nA3,0,4,1\nA3,7,3,1\nB1,0,5,1\nB1,7,2,1\nB2,0,5,1\n";
  const OutcomeTable outcome = trial.Build();
  CheckConsistent(outcome, {"A", "B"});
  CHECK(TextOf(outcome.flow.arms[0].not_analysed) == "no_record 2, baseline_not_positive 1, weight_missing 1");
  CHECK(outcome.flow.arms[0].not_analysed[1].reason == "baseline is 0");
}

TEST_CASE("records outside every window, or of no start date, are the reason where there are no others") {
  SmallTrial trial;
  trial.people = "id,arm,start\nA1,A,100\nA2,A,\nA3,A,100\nB1,B,100\nB2,B,100\n";
  trial.File(0)["startDate"] = "start";
  trial.File(1) = Json::parse(R"({"name": "diary.csv", "role": "records", "id": "id", "date": "date", "windows": [
    {"visit": "start", "day": 0, "before": 1, "after": 1}, {"visit": "week 1", "day": 7, "before": 1, "after": 1}]})");
  trial.diary =
      "id,date,dfs\nA1,100,5\nA1,107,4\nA2,100,5\nA2,107,4\nA3,104,5\nA3,111,4\nB1,100,6\nB1,107,\nB1,108,3\n"
      "B2,100,6\nB2,120,5\n";
  const OutcomeTable outcome = trial.Build();
  CheckConsistent(outcome, {"A", "B"});
  CHECK(TextOf(outcome.flow.arms[0].not_analysed) == "no_baseline 2");
  CHECK(TextOf(CellOf(outcome.flow, "week 1", 0).missing) == "outside_windows 1, start_date_missing 1");
  CHECK(CellOf(outcome.flow, "week 1", 1).analysed == 1);  // the nearer record has no score
  CHECK(TextOf(CellOf(outcome.flow, "week 1", 1).missing) == "visit_missing 1");
}

TEST_CASE("weeks and areas have their reasons") {
  SmallTrial trial;
  trial.people = "id,arm\nA1,A\nA2,A\nA3,A\nB1,B\nB2,B\n";
  for (const std::string id : {"A1", "A2", "A3", "B1", "B2"}) {
    trial.diary += id + ",0,5\n";
    for (int day = 1; day <= 14; ++day) {
      if (id == "A2" && day > 3) continue;                  // three days of the first week
      if (id == "A3" || (id == "B2" && day > 7)) continue;  // the baseline only; the first week only
      trial.diary += id + "," + std::to_string(day) + "," + std::to_string(day % 5) + "\n";
    }
  }
  trial.Outcome()["summary"] = {{"kind", "weekly_mean"}};
  const OutcomeTable weeks = trial.Build();
  CheckConsistent(weeks, {"A", "B"});
  CHECK(TextOf(weeks.flow.arms[0].not_analysed) == "too_few_days 1, no_score 1");
  CHECK(TextOf(CellOf(weeks.flow, "week 1", 0).missing) == "too_few_days 1, no_score 1");
  CHECK(TextOf(CellOf(weeks.flow, "week 2", 0).missing) == "no_score 2");
  CHECK(CellOf(weeks.flow, "week 2", 0).missing[0].reason == "no score in the days summarised");
  CHECK(TextOf(CellOf(weeks.flow, "week 2", 1).missing) == "no_score 1");
  trial.Outcome()["summary"] = {{"kind", "auc_per_day"}, {"leastDays", 4}};
  const OutcomeTable area = trial.Build();
  CheckConsistent(area, {"A", "B"});
  CHECK(TextOf(CellOf(area.flow, "auc", 0).missing) == "too_few_days 1, no_score 1");
}

/// Participants by the dozen in three arms, with all that can be missing missing at random.
SmallTrial Random(unsigned seed) {
  std::mt19937 random(seed);
  const auto chance = [&](int percent) { return static_cast<int>(random() % 100) < percent; };
  SmallTrial trial;
  trial.plan["arms"]["order"] = {"A", "B", "C"};
  trial.people = "id,arm,age\n";
  trial.diary = "id,day,dfs,base,w\n";
  for (int who = 0; who < 24; ++who) {
    const std::string id = "P" + std::to_string(who);
    const std::string arm = chance(5) ? "" : chance(5) ? "D" : std::string(1, static_cast<char>('A' + random() % 3));
    trial.people += id + "," + arm + "," + (chance(10) ? "" : std::to_string(30 + random() % 30)) + "\n";
    if (chance(10)) continue;
    const std::string base = chance(10) ? "" : std::to_string(random() % 10);
    for (int day = -2; day <= 21; ++day) {
      if (chance(15) || (day > 10 && who % 3 == 0)) continue;
      const std::string value = chance(15) ? "" : std::to_string(random() % 11);
      trial.diary += id + "," + std::to_string(day) + "," + value + "," + base + "," + (chance(5) ? "" : "2") + "\n";
    }
  }
  return trial;
}

TEST_CASE("randomised = analysed + reasons, overall and at every visit, whatever the outcome asks for") {
  const std::vector<const char*> baselines = {R"({"baselineVisit": "0"})",
                                              R"({"baseline": {"kind": "last_before", "day": 0}})",
                                              R"({"baseline": {"kind": "window_mean", "from": -2, "to": 0}})",
                                              R"({"baseline": {"kind": "column", "column": "base"}})"};
  const std::vector<const char*> summaries = {"null", R"({"kind": "weekly_mean", "leastDays": 5})",
                                              R"({"kind": "auc_per_day", "from": 3, "to": 20, "leastDays": 9})"};
  int analysed = 0;
  for (unsigned seed = 0; seed < 6; ++seed) {
    for (const char* baseline : baselines) {
      for (const char* summary : summaries) {
        for (const char* response : {"change", "percent_change", "value"}) {
          SmallTrial trial = Random(seed);
          trial.Model().update(Json::parse(baseline));
          trial.Model()["response"] = response;
          trial.Model()["covariates"] = {"age"};
          const bool is_plain = std::string(summary) == "null";
          if (!is_plain) trial.Outcome()["summary"] = Json::parse(summary);
          if (is_plain && seed % 2 == 0) trial.Model()["weights"] = "w";
          if (is_plain && seed % 3 == 0) {
            trial.File(1)["windows"] = Json::parse(R"([{"visit": "0", "day": 0, "before": 1, "after": 1},
              {"visit": "wk 1", "day": 7, "before": 1, "after": 2}, {"visit": "wk 3", "day": 21, "before": 2, "after": 0}])");
          }
          CAPTURE(seed, baseline, summary, response);
          const OutcomeTable outcome = trial.Build();
          CheckConsistent(outcome, {"A", "B", "C"});
          for (const OutcomeFlow::Arm& arm : outcome.flow.arms) analysed += arm.analysed;
          if (!is_plain || seed % 3 == 0) continue;
          // Of records at one visit each, those left out for a reason are those missing for it.
          for (const std::string reason : {"no baseline", "value missing", "covariate age missing"}) {
            int missing = 0;
            for (const OutcomeFlow::Visit& visit : outcome.flow.visits) {
              for (const OutcomeFlow::Cell& cell : visit.arms) {
                for (const Reason& each : cell.missing) missing += each.reason == reason ? each.n : 0;
              }
            }
            CHECK(missing == test::ExcludedFor(outcome, reason));
          }
        }
      }
    }
  }
  CHECK(analysed > 1000);
}

TEST_CASE("the report has the flow of every outcome that was analysed") {
  SmallTrial trial = Random(3);
  trial.Outcome()["model"]["visits"] = {"7", "14"};
  trial.Outcome()["model"]["baselineVisit"] = "0";
  Json failing = trial.Outcome();
  failing["id"] = "late";
  failing["model"]["visits"] = {"99"};
  trial.plan["outcomes"].push_back(failing);
  const Report report = Analyze(ReadPlan(trial.plan.dump()), trial.Tables());
  REQUIRE_FALSE(report.outcomes[0].error);
  REQUIRE(report.outcomes[1].error);
  REQUIRE(report.flow.outcomes.size() == 1);
  int randomised = 0, analysed = 0;
  for (std::size_t arm = 0; arm < 3; ++arm) {
    CHECK(report.flow.randomised[arm] == report.arms[arm].participants);
    CHECK(report.flow.outcomes[0].arms[arm].randomised == report.flow.randomised[arm]);
    randomised += report.flow.randomised[arm];
    analysed += report.flow.outcomes[0].arms[arm].analysed;
  }
  CHECK(report.flow.listed == randomised + Sum(report.flow.not_randomised));
  CHECK(analysed == report.outcomes[0].fit->subjects());
}

}  // namespace
}  // namespace fatigue
