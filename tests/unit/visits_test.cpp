// SPDX-License-Identifier: MIT
#include "report/visits.h"

#include <catch2/catch.hpp>

#include "support/small_trial.h"

namespace fatigue {
namespace {

using Catch::Contains;
using test::ErrorOf;
using test::SmallTrial;
using Labels = std::vector<std::string>;

TEST_CASE("a visit's day is read from its label") {
  CHECK(VisitDay("28") == 28);
  CHECK(VisitDay("-1") == -1);
  CHECK(VisitDay("Day 28") == 28);
  CHECK(VisitDay("d28") == 28);
  CHECK(VisitDay("Week 4") == 28);
  CHECK(VisitDay("Week-4") == 28);
  CHECK(VisitDay("Day -7") == -7);
  CHECK(VisitDay("D-7") == -7);
  CHECK(VisitDay("Baseline") == 0);
  for (const char* label : {"Visit 4", "Month 3", "End of study", "Day 1-7", ""}) {
    INFO(label);
    CHECK_FALSE(VisitDay(label).has_value());
  }
}

TEST_CASE("visits that are days come in the order of days") {
  CHECK(OrderVisits({"28", "7", "0", "14"}) == Labels{"0", "7", "14", "28"});
  CHECK(OrderVisits({"Week 12", "Week 4", "Baseline", "Day 7"}) == Labels{"Baseline", "Day 7", "Week 4", "Week 12"});
}

TEST_CASE("numbers inside labels sort as numbers, the baseline first and the end last") {
  CHECK(OrderVisits({"Visit 10", "Visit 2", "Visit 1"}) == Labels{"Visit 1", "Visit 2", "Visit 10"});
  CHECK(OrderVisits({"End of study", "Month 12", "Month 3", "Baseline"}) ==
        Labels{"Baseline", "Month 3", "Month 12", "End of study"});
}

TEST_CASE("times in other units and wordings come in the order of time") {
  CHECK(VisitDay("4 weeks") == 28);
  CHECK(OrderVisits({"12 months", "6 months", "1 month", "Baseline"}) ==
        Labels{"Baseline", "1 month", "6 months", "12 months"});
  CHECK(OrderVisits({"Month 12", "Unscheduled", "Week 6", "Baseline", "Day -7"}) ==
        Labels{"Day -7", "Baseline", "Week 6", "Month 12", "Unscheduled"});
  CHECK(OrderVisits({"Baseline", "Unscheduled", "Week 4"}) == Labels{"Baseline", "Week 4", "Unscheduled"});
}

TEST_CASE("labels with nothing in common keep the order of the file") {
  CHECK(OrderVisits({"late", "early", "middle"}) == Labels{"late", "early", "middle"});
  CHECK(OrderVisits({"Visit 2", "Month 1"}) == Labels{"Visit 2", "Month 1"});
}

/// Rows in another order than that of time.
SmallTrial Worded() {
  SmallTrial trial;
  for (const std::string id : {"A1", "A2", "B1", "B2"}) {
    trial.diary += id + ",late,1\n" + id + ",before,5\n" + id + ",after,3\n";
  }
  return trial;
}

TEST_CASE("the plan's order of visits is that of time, its first visit the baseline") {
  SmallTrial trial = Worded();
  trial.File(1)["visitOrder"] = {"before", "not in the file", "after", "late"};
  const OutcomeTable outcome = trial.Build();
  CHECK(outcome.baseline_visit == "before");
  CHECK(outcome.visits == Labels{"after", "late"});
  CHECK(test::ByIdAndVisit(outcome, "change").at("A1 late") == -4);
  CHECK(Worded().Build().baseline_visit == "late");
}

TEST_CASE("visits that the plan's order leaves out come last") {
  SmallTrial trial = Worded();
  trial.File(1)["visitOrder"] = {"before"};
  CHECK(trial.Build().visits == Labels{"late", "after"});
}

TEST_CASE("an order of visits that cannot be is refused") {
  SmallTrial trial = Worded();
  trial.File(1)["visitOrder"] = {"before", "before"};
  CHECK_THAT(ErrorOf([&] { trial.Build(); }).what(), Contains("visitOrder names a visit twice"));
  trial.File(1)["visitOrder"] = {"before"};
  trial.File(1)["windows"] = Json::parse(R"([{"visit": "V1", "day": 0, "before": 0, "after": 0}])");
  CHECK_THAT(ErrorOf([&] { trial.Build(); }).what(), Contains("visitOrder stands beside windows"));
}

}  // namespace
}  // namespace fatigue
