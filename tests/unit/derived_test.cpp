// SPDX-License-Identifier: MIT
// Baselines, summaries and percent changes. Reference numbers: tests/reference/make/derived.R.
#include <catch2/catch.hpp>
#include <cmath>

#include "report/trial.h"
#include "support/small_trial.h"

namespace fatigue {
namespace {

using Catch::Contains;
using Catch::Matchers::WithinRel;
using test::ByIdAndVisit;
using test::ErrorOf;
using test::ExcludedFor;
using test::SmallTrial;
using Visits = std::vector<std::string>;

/// Scores of each participant at days -2, -1, 0, 7 and 14.
SmallTrial RunIn() {
  SmallTrial trial;
  const std::vector<std::pair<std::string, std::vector<std::string>>> people = {{"A1", {"6", "7", "8", "5", "4"}},
                                                                                {"A2", {"5", "6", "", "4", "3"}},
                                                                                {"B1", {"4", "", "", "2", "1"}},
                                                                                {"B2", {"", "", "", "3", "2"}}};
  const std::vector<std::string> days = {"-2", "-1", "0", "7", "14"};
  for (const auto& [id, scores] : people) {
    for (std::size_t k = 0; k < days.size(); ++k) trial.diary += id + "," + days[k] + "," + scores[k] + "\n";
  }
  return trial;
}

TEST_CASE("last_before is the last score up to and with its day") {
  SmallTrial trial = RunIn();
  trial.Model()["baseline"] = {{"kind", "last_before"}, {"day", 0}};
  const OutcomeTable outcome = trial.Build();
  CHECK(outcome.visits == Visits{"7", "14"});
  CHECK(outcome.baseline_visit.empty());
  const auto baseline = ByIdAndVisit(outcome, "baseline");
  CHECK(baseline.at("A1 7") == 8);
  CHECK(baseline.at("A2 7") == 6);
  CHECK(baseline.at("B1 14") == 4);
  CHECK(ByIdAndVisit(outcome, "change").at("A2 14") == -3);
  CHECK(ExcludedFor(outcome, "no baseline") == 2);
  CHECK(outcome.excluded.size() == 1);  // the baseline's own days need no reason
  trial.Model()["baseline"]["day"] = -1;
  const OutcomeTable earlier = trial.Build();
  CHECK(ByIdAndVisit(earlier, "baseline").at("A1 7") == 7);
  CHECK(earlier.visits == Visits{"0", "7", "14"});
}

TEST_CASE("window_mean is the mean of the scores in its days, both ends included, from least days on") {
  SmallTrial trial = RunIn();
  trial.Model()["baseline"] = {{"kind", "window_mean"}, {"from", -2}, {"to", -1}};
  CHECK(ByIdAndVisit(trial.Build(), "baseline").at("A1 7") == 6.5);
  CHECK(ByIdAndVisit(trial.Build(), "baseline").at("B1 7") == 4);
  trial.Model()["baseline"]["to"] = 0;
  CHECK(ByIdAndVisit(trial.Build(), "baseline").at("A1 7") == 7);
  trial.Model()["baseline"]["leastDays"] = 2;
  trial.people += "B3,B\n";
  trial.diary += "B3,-2,4\nB3,0,5\nB3,7,3\n";
  const OutcomeTable two = trial.Build();
  const auto baseline = ByIdAndVisit(two, "baseline");
  CHECK(baseline.at("A2 7") == 5.5);
  CHECK(baseline.count("B1 7") == 0);  // one day
  CHECK(baseline.at("B3 7") == 4.5);
  CHECK(ExcludedFor(two, "no baseline") == 4);
  trial.Model()["baseline"]["leastDays"] = 4;
  const Error error = ErrorOf([&] { trial.Build(); });
  CHECK(error.code() == "no_baseline");
  CHECK_THAT(error.what(), Contains("at least 4 days between day -2 and day 0"));
}

TEST_CASE("days up to the baseline's cannot be asked for, and labels that are no days have none") {
  SmallTrial trial = RunIn();
  trial.Model()["baseline"] = {{"kind", "last_before"}, {"day", 0}};
  trial.Model()["visits"] = {"0", "7"};
  CHECK(ErrorOf([&] { trial.Build(); }).code() == "baseline_analysed");
  trial.Model().erase("visits");
  trial.diary += "A1,end,3\n";
  const Error error = ErrorOf([&] { trial.Build(); });
  CHECK(error.code() == "day_not_a_number");
  CHECK_THAT(error.what(), Contains("visit \"end\" in column day is no day, which the last record before a day needs"));
  trial = RunIn();
  trial.Model()["baseline"] = {{"kind", "last_before"}, {"day", 0}};
  trial.diary += "A1,Week 1,3\n";
  CHECK(ErrorOf([&] { trial.Build(); }).code() == "same_day");
}

/// The baseline is repeated in column base, beside visits Baseline and Week 4.
SmallTrial Repeated() {
  SmallTrial trial;
  trial.diary = "id,day,dfs,base\n";
  for (const std::string id : {"A1", "A2", "B1", "B2"}) trial.diary += id + ",Baseline,6,6\n" + id + ",Week 4,4,6\n";
  trial.Model()["baseline"] = {{"kind", "column"}, {"column", "base"}};
  return trial;
}

TEST_CASE("a baseline may stand in a column, and its own visit is not analysed") {
  SmallTrial trial = Repeated();
  const OutcomeTable outcome = trial.Build();
  CHECK(outcome.visits == Visits{"Week 4"});
  CHECK(ByIdAndVisit(outcome, "change").at("A1 Week 4") == -2);
  CHECK_THAT(trial.WarningOf("baseline_visits"), Contains("visit Baseline is taken to be the baseline's own"));
  trial = Repeated();
  trial.diary = "id,day,dfs,base\n";
  for (const std::string id : {"A1", "A2", "B1", "B2"}) trial.diary += id + ",V1,6,6\n" + id + ",V2,4,6\n";
  CHECK(trial.Build().visits == Visits{"V2"});  // by its equality alone
}

TEST_CASE("scores that have not changed later are no baseline") {
  SmallTrial trial;
  trial.diary = "id,day,dfs,base\n";
  for (const std::string id : {"A1", "A2", "B1", "B2"}) trial.diary += id + ",1,4,6\n" + id + ",5,3,6\n";
  trial.diary += "A1,3,6,6\n";  // the only one at day 3, and as at baseline
  trial.Model()["baseline"] = {{"kind", "column"}, {"column", "base"}};
  CHECK(trial.Build().visits == Visits{"1", "3", "5"});
}

TEST_CASE("a baseline column that varies within a participant is an error naming the rows") {
  SmallTrial trial = Repeated();
  trial.diary += "A1,Week 8,4,5\nA2,Week 8,4,\n";
  const Error error = ErrorOf([&] { trial.Build(); });
  CHECK(error.code() == "baseline_varies");
  CHECK_THAT(error.what(), Contains("participant A1 (row 2: 6, row 10: 5)"));
  CHECK(error.places().size() == 2);
  trial = Repeated();
  trial.Model()["baseline"]["column"] = "day";
  CHECK(ErrorOf([&] { trial.Build(); }).code() == "not_numeric");
}

TEST_CASE("a percent change is that of the baseline, which stays the covariate") {
  SmallTrial trial = RunIn();
  trial.Model()["response"] = "percent_change";
  trial.Model()["baselineVisit"] = "-2";
  trial.Model()["visits"] = {"7"};
  trial.diary += "B3,-2,0\nB3,7,3\n";
  trial.people += "B3,B\n";
  const OutcomeTable outcome = trial.Build();
  CHECK(ByIdAndVisit(outcome, "percent_change").at("A2 7") == -20);
  CHECK(ByIdAndVisit(outcome, "percent_change").at("B1 7") == -50);
  CHECK(ByIdAndVisit(outcome, "baseline").at("B1 7") == 4);
  CHECK(ExcludedFor(outcome, "baseline is 0") == 1);
  CHECK(ExcludedFor(outcome, "no baseline") == 1);
}

/// Every participant's scores at days 0, 1, 2, ...
SmallTrial Daily(const std::vector<double>& scores) {
  SmallTrial trial;
  for (const std::string id : {"A1", "A2", "B1", "B2"}) {
    for (std::size_t day = 0; day < scores.size(); ++day) {
      const std::string score = std::isnan(scores[day]) ? "" : NumberText(scores[day]);
      trial.diary += id + "," + std::to_string(day) + "," + score + "\n";
    }
  }
  return trial;
}

const double kUnrated = std::nan("");

TEST_CASE("a week's mean is over its days with a score, from least days on") {
  // Day 0 is the baseline; days 1 to 7 have four scores, days 8 to 14 three.
  SmallTrial trial =
      Daily({9, 1, kUnrated, 2, kUnrated, 4, kUnrated, 6, 5, 5, 5, kUnrated, kUnrated, kUnrated, kUnrated});
  trial.Outcome()["summary"] = {{"kind", "weekly_mean"}};
  const OutcomeTable outcome = trial.Build();
  CHECK(outcome.visits == Visits{"week 1"});
  CHECK(outcome.baseline_visit == "0");
  CHECK(ByIdAndVisit(outcome, "change").at("A1 week 1") == 13.0 / 4 - 9);
  CHECK(ExcludedFor(outcome, "visit not analysed") == 0);
  CHECK(ExcludedFor(outcome, "value missing") == 4 * 7);
  trial.Outcome()["summary"]["leastDays"] = 3;
  const OutcomeTable both = trial.Build();
  CHECK(both.visits == Visits{"week 1", "week 2"});
  CHECK(ByIdAndVisit(both, "change").at("B2 week 2") == -4);
  REQUIRE(both.observed.size() == 4);
  CHECK(both.observed[0].visit == "week 1");
  CHECK(both.observed[0].mean == 3.25);
}

TEST_CASE("days before the baseline are in no week of a change from it") {
  SmallTrial trial = Daily({9, 8, 7, 1, 2, 3, 4, 5});  // days 0 to 7
  trial.Outcome()["summary"] = {{"kind", "weekly_mean"}, {"leastDays", 3}};
  trial.Model()["baselineVisit"] = "3";
  CHECK(ByIdAndVisit(trial.Build(), "change").at("A1 week 1") == (2 + 3 + 4 + 5) / 4.0 - 1);
}

TEST_CASE("a day that is a slip makes no thousands of weeks") {
  SmallTrial trial = Daily({9, 1, 2, 3, 4});
  trial.diary += "A1,2024030500,5\n";
  trial.Outcome()["summary"] = {{"kind", "weekly_mean"}};
  const Error error = ErrorOf([&] { trial.Build(); });
  CHECK(error.code() == "day_too_late");
  CHECK_THAT(error.what(), Contains("2024030500"));
}

TEST_CASE("weeks between which nobody has a score make no visits") {
  SmallTrial trial = Daily({9, 1, 2, 3, 4});
  for (const std::string id : {"A1", "B1"}) {
    for (const std::string day : {"71", "72", "73", "74"}) trial.diary += id + "," + day + ",3\n";
  }
  trial.Outcome()["summary"] = {{"kind", "weekly_mean"}};
  CHECK(trial.Build().visits == Visits{"week 1", "week 11"});
}

TEST_CASE("one participant's week with too few days is counted") {
  SmallTrial trial = Daily({9, 1, 2, 3, 4});
  trial.diary += "A1,8,5\nA1,9,5\nA1,10,5\nA1,11,5\nB1,8,5\nB1,9,5\nB1,10,5\nB2,8,4\nB2,9,4\nB2,10,4\nB2,14,4\n";
  trial.Outcome()["summary"] = {{"kind", "weekly_mean"}};
  const OutcomeTable outcome = trial.Build();
  CHECK(ByIdAndVisit(outcome, "change").at("B2 week 2") == -5);
  CHECK(ByIdAndVisit(outcome, "change").count("B1 week 2") == 0);
  CHECK(ExcludedFor(outcome, "too few days to summarise") == 1);
}

TEST_CASE("the first day of a week is the plan's, and the baseline's days are in no week") {
  SmallTrial trial = Daily({9, 1, 2, 3, 4, 5, 6, 7});
  trial.Outcome()["summary"] = {{"kind", "weekly_mean"}, {"firstDay", 0}};
  CHECK(ByIdAndVisit(trial.Build(), "change").at("A1 week 1") == 21.0 / 6 - 9);  // day 0 is the baseline, day 7 week 2
  trial.Model()["response"] = "value";
  CHECK(ByIdAndVisit(trial.Build(), "value").at("A1 week 1") == 30.0 / 7);
  trial.Outcome()["summary"]["firstDay"] = 2;
  const OutcomeTable later = trial.Build();
  CHECK(ByIdAndVisit(later, "value").at("A1 week 1") == 27.0 / 6);
  CHECK(ExcludedFor(later, "day not summarised") == 8);
}

TEST_CASE("the area per day is that of the trapeziums over the days there are") {
  SmallTrial trial;
  const std::vector<std::pair<std::string, std::string>> records = {
      {"1", "7.5"}, {"2", "6"}, {"4", "6.25"}, {"8", "3"}, {"15", "4"}};
  for (const std::string id : {"A1", "A2", "B1", "B2"}) {
    for (const auto& [day, score] : records) {
      const bool is_missing = id == "A2" && (day == "2" || day == "15");
      trial.diary += id + "," + day + "," + (is_missing ? "" : score) + "\n";
    }
  }
  trial.Outcome()["summary"] = {{"kind", "auc_per_day"}};
  trial.Model()["response"] = "value";
  const OutcomeTable outcome = trial.Build();
  CHECK(outcome.visits == Visits{"auc"});
  const auto value = ByIdAndVisit(outcome, "value");
  CHECK_THAT(value.at("A1 auc"), WithinRel(4.4285714285714288, 1e-14));
  CHECK_THAT(value.at("A2 auc"), WithinRel(5.5892857142857144, 1e-14));
  trial.Outcome()["summary"] = {{"kind", "auc_per_day"}, {"from", 2}, {"to", 8}};
  // Days 2, 4 and 8: (2 (6 + 6.25) + 4 (6.25 + 3)) / 2 / 6; without day 2: (6.25 + 3) / 2.
  CHECK_THAT(ByIdAndVisit(trial.Build(), "value").at("B1 auc"), WithinRel((12.25 + 18.5) / 6, 1e-14));
  CHECK(ByIdAndVisit(trial.Build(), "value").at("A2 auc") == 4.625);
  trial.Outcome()["summary"]["leastDays"] = 3;
  const OutcomeTable three = trial.Build();
  CHECK(ByIdAndVisit(three, "value").count("A2 auc") == 0);
  CHECK(ExcludedFor(three, "too few days to summarise") == 1);
}

TEST_CASE("an area begins after the baseline unless the plan says from where") {
  SmallTrial trial = Daily({9, 3, 4, 5});
  trial.Outcome()["summary"] = {{"kind", "auc_per_day"}};
  const OutcomeTable outcome = trial.Build();
  CHECK(ByIdAndVisit(outcome, "change").at("A1 auc") == 4.0 - 9);
  CHECK(ByIdAndVisit(outcome, "baseline").at("A1 auc") == 9);
  CHECK(outcome.excluded.empty());
  trial.Outcome()["summary"]["from"] = 0;
  CHECK_THAT(ByIdAndVisit(trial.Build(), "change").at("A1 auc"), WithinRel((6 + 3.5 + 4.5) / 3 - 9, 1e-14));
}

TEST_CASE("an area is analysed as one visit, weeks as visits or along a slope") {
  SmallTrial trial;
  trial.people = "id,arm\n";
  for (int i = 0; i < 12; ++i) {
    const std::string id = "P" + std::to_string(i);
    trial.people += id + (i % 2 == 0 ? ",A\n" : ",B\n");
    for (int day = 0; day <= 21; ++day) {
      const int score = 1 + (i * i * 5 + day * 2 + (i + day / 7) * (i + day / 7) * 4 + i * day) % 9;
      trial.diary += id + "," + std::to_string(day) + "," + std::to_string(score) + "\n";
    }
  }
  trial.Outcome()["summary"] = {{"kind", "auc_per_day"}};
  const Report auc = Analyze(ReadPlan(trial.plan.dump()), trial.Tables());
  REQUIRE_FALSE(auc.outcomes[0].error);
  CHECK(auc.outcomes[0].model->formula == "change ~ baseline + arm");
  CHECK(auc.outcomes[0].effects.size() == 1);
  CHECK(auc.outcomes[0].fit->observations() == 12);

  trial.Outcome()["summary"] = {{"kind", "weekly_mean"}};
  trial.Model()["response"] = "percent_change";
  trial.Outcome()["effect"] = {{"kind", "visit_difference"}, {"visit", "week 3"}};
  const Report weeks = Analyze(ReadPlan(trial.plan.dump()), trial.Tables());
  REQUIRE_FALSE(weeks.outcomes[0].error);
  CHECK(weeks.outcomes[0].model->formula == "percent_change ~ baseline + arm * visit + us(visit | id)");
  CHECK(weeks.outcomes[0].model->plan.visits == Visits{"week 1", "week 2", "week 3"});

  trial.Outcome()["model"] = {{"kind", "random_effects"}, {"random", "intercept"}, {"response", "value"}};
  trial.Outcome()["effect"] = {{"kind", "slope_difference"}};
  const Report slope = Analyze(ReadPlan(trial.plan.dump()), trial.Tables());
  REQUIRE_FALSE(slope.outcomes[0].error);
  CHECK(slope.outcomes[0].model->days == std::vector<double>{7, 14, 21});
}

TEST_CASE("a summary names the visits there are, and says when nobody has enough days") {
  SmallTrial trial = Daily({9, 1, 2, 3, 4});
  trial.Outcome()["summary"] = {{"kind", "weekly_mean"}};
  trial.Model()["visits"] = {"week 2"};
  CHECK_THAT(ErrorOf([&] { trial.Build(); }).what(), Contains("its visits are: week 1"));
  trial.Model().erase("visits");
  trial.Outcome()["summary"]["leastDays"] = 5;
  const Error error = ErrorOf([&] { trial.Build(); });
  CHECK(error.code() == "no_data");
  CHECK_THAT(error.what(), Contains("no participant has a weekly_mean of at least 5 days"));
}

TEST_CASE("the order of the rows changes no summary") {
  SmallTrial trial = Daily({9, 1, 5, 2, 4, 4, 3, 6, 5, 8, 5, 2, 1, 0, 3});
  SmallTrial turned = trial;
  turned.diary = "id,day,dfs\n";
  std::vector<std::string> lines;
  std::istringstream text(trial.diary);
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  for (std::size_t k = lines.size() - 1; k > 0; --k) turned.diary += lines[k] + "\n";
  for (const char* kind : {"weekly_mean", "auc_per_day"}) {
    trial.Outcome()["summary"] = turned.Outcome()["summary"] = {{"kind", kind}};
    CHECK(ByIdAndVisit(trial.Build(), "change") == ByIdAndVisit(turned.Build(), "change"));
  }
}

}  // namespace
}  // namespace fatigue
