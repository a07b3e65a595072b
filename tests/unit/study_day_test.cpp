// SPDX-License-Identifier: MIT
// Dates to study days. Day numbers of dates: tests/reference/make/derived.R.
#include "report/study_day.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "support/small_trial.h"

namespace fatigue {
namespace {

using Catch::Contains;
using test::ErrorOf;
using test::ExcludedFor;
using test::SmallTrial;
using Visits = std::vector<std::string>;

TEST_CASE("a date is written as year, month and day") {
  CHECK(DateText(-25567) == "1900-01-01");
  CHECK(DateText(-1) == "1969-12-31");
  CHECK(DateText(0) == "1970-01-01");
  CHECK(DateText(11016) == "2000-02-29");
  CHECK(DateText(19782) == "2024-02-29");
  CHECK(DateText(19783.75) == "2024-03-01");
  CHECK(DateText(47846) == "2100-12-31");
}

TEST_CASE("dates are possible from 1900 to 2100") {
  CHECK_FALSE(IsPossibleDate(-25568));
  CHECK(IsPossibleDate(-25567));
  CHECK(IsPossibleDate(47846.5));
  CHECK_FALSE(IsPossibleDate(47847));
  CHECK_FALSE(IsPossibleDate(std::nan("")));
}

TEST_CASE("the start date is day 0, or day 1 after a day -1") {
  CHECK(StudyDay(19782, 19782, 0) == 0);
  CHECK(StudyDay(19783, 19782, 0) == 1);
  CHECK(StudyDay(19781, 19782, 0) == -1);
  CHECK(StudyDay(19782, 19782, 1) == 1);
  CHECK(StudyDay(19783, 19782, 1) == 2);
  CHECK(StudyDay(19781, 19782, 1) == -1);
  CHECK(StudyDay(19782.9, 19782.1, 0) == 0);  // a time of day is not counted
}

/// Starts on 2024-02-29 (day 19782) but for B2, a day later; records on 2024-02-29 and 2024-03-07.
SmallTrial Dated() {
  SmallTrial trial;
  trial.File(0)["startDate"] = "start";
  trial.File(1).erase("visit");
  trial.File(1)["date"] = "date";
  trial.people = "id,arm,start\nA1,A,19782\nA2,A,19782\nB1,B,19782\nB2,B,19783\n";
  trial.diary = "id,date,dfs\n";
  for (const std::string id : {"A1", "A2", "B1"}) trial.diary += id + ",19782,5\n" + id + ",19789,4\n";
  trial.diary += "B2,19783,5\nB2,19790,2\n";
  return trial;
}

TEST_CASE("records are placed by the days since their participant's start") {
  SmallTrial trial = Dated();
  CHECK(trial.VisitsByRow() == Visits{"0", "7", "0", "7", "0", "7", "0", "7"});
  CHECK(trial.warnings.empty());
  const OutcomeTable outcome = trial.Build();
  CHECK(outcome.baseline_visit == "0");
  CHECK(test::ByIdAndVisit(outcome, "change").at("B2 7") == -3);
  trial.File(0)["dayOfStart"] = 1;
  CHECK(trial.VisitsByRow() == Visits{"1", "8", "1", "8", "1", "8", "1", "8"});
}

TEST_CASE("a record without a date, without a start or with an impossible date is left out, counted and told") {
  SmallTrial trial = Dated();
  trial.people = "id,arm,start\nA1,A,19782\nA2,A,19782\nB1,B,\nB2,B,19783\n";
  trial.diary += "A1,,4\nA2,60000,4\n";
  const OutcomeTable outcome = trial.Build();
  CHECK(ExcludedFor(outcome, "participant without a start date") == 2);
  CHECK(ExcludedFor(outcome, "date missing") == 1);
  CHECK(ExcludedFor(outcome, "date not of the years 1900 to 2100") == 1);
  CHECK_THAT(trial.WarningOf("start_date_missing"), Contains("2 records (rows 6, 7)") && Contains("column start"));
  CHECK_THAT(trial.WarningOf("date_missing"), Contains("row 10 without a date in column date"));
  CHECK_THAT(trial.WarningOf("date_impossible"), Contains("1 record (row 11)"));
}

TEST_CASE("a record before the start is kept, may be the baseline, and is told") {
  SmallTrial trial = Dated();
  trial.diary += "A1,19779,6\nA2,19779,7\nB1,19779,8\nB2,19780,9\n";
  const OutcomeTable outcome = trial.Build();
  CHECK(outcome.baseline_visit == "-3");
  CHECK(outcome.visits == Visits{"0", "7"});
  CHECK_THAT(trial.WarningOf("before_start"), Contains("4 records (rows 10, 11, 12, 13) from before"));
}

TEST_CASE("dates go with windows") {
  SmallTrial trial = Dated();
  trial.File(1)["windows"] = Json::parse(R"([{"visit": "V1", "day": 0, "before": 0, "after": 0},
                                             {"visit": "V2", "day": 8, "before": 1, "after": 0}])");
  CHECK(trial.VisitsByRow() == Visits{"V1", "V2", "V1", "V2", "V1", "V2", "V1", "V2"});
}

TEST_CASE("two records on one date are an error, and so are two start dates and dates that are text") {
  SmallTrial trial = Dated();
  trial.diary += "A1,19789,3\n";
  CHECK_THAT(ErrorOf([&] { trial.Build(); }).what(), Contains("participant A1 at visit 7 (rows 3, 10)"));
  trial = Dated();
  trial.diary = "id,date,dfs\nA1,today,3\n";
  CHECK(ErrorOf([&] { trial.Build(); }).code() == "not_a_date");
  trial = Dated();
  trial.plan["files"] = Json::parse(
      R"([{"name": "people.csv", "role": "ignored"},
          {"name": "diary.csv", "role": "records", "id": "id", "arm": "arm", "date": "date", "startDate": "start"}])");
  trial.diary = "id,arm,start,date,dfs\nA1,A,19782,19782,5\nA1,A,19783,19789,5\nB1,B,19782,19782,5\n";
  const Error error = ErrorOf([&] { trial.Build(); });
  CHECK(error.code() == "start_date_varies");
  CHECK_THAT(error.what(), Contains("row 3, column start: 2024-03-01 differs from row 2") && Contains("(2024-02-29)"));
}

TEST_CASE("a plan with dates says where they are counted from, once") {
  SmallTrial trial = Dated();
  trial.File(0).erase("startDate");
  CHECK_THAT(ErrorOf([&] { trial.Build(); }).what(), Contains("no startDate in people.csv"));
  trial = Dated();
  trial.File(0)["dayOfStart"] = 1;
  trial.File(1)["dayOfStart"] = 0;
  CHECK_THAT(ErrorOf([&] { trial.Build(); }).what(), Contains("two values of dayOfStart"));
  trial = Dated();
  trial.File(1)["visit"] = "day";
  CHECK_THAT(ErrorOf([&] { trial.Build(); }).what(), Contains("files[1].date stands beside visit"));
}

}  // namespace
}  // namespace fatigue
