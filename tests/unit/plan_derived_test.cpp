// SPDX-License-Identifier: MIT
// The plan's rules for times, baselines, summaries and responders: read, written back, refused.
#include <catch2/catch.hpp>

#include "report/plan.h"
#include "support/small_trial.h"

namespace fatigue {
namespace {

using Catch::Contains;
using test::ErrorOf;
using test::SmallTrial;

Json WrittenBack(const Json& plan) { return PlanToJson(ReadPlan(plan.dump())); }

TEST_CASE("every key of a file comes back as it was written") {
  SmallTrial trial;
  trial.File(0)["startDate"] = "rand";
  trial.File(0)["dayOfStart"] = 1;
  trial.plan["files"][1] = Json::parse(R"({"name": "diary.csv", "role": "records", "id": "id", "date": "date",
    "windows": [{"visit": "V1", "day": 1.0, "before": 2.0, "after": 0.0}],
    "parameters": {"column": "code", "value": "aval", "entries": [{"code": "DFS", "variable": "dfs"}]},
    "reading": {"dates": "dmy"}})");
  trial.plan["files"].push_back(Json::parse(R"({"name": "clinic.csv", "role": "records", "id": "id", "visit": "week",
    "timeUnit": "week"})"));
  trial.plan["files"].push_back(Json::parse(R"({"name": "ae.csv", "role": "events", "id": "id", "event": "term",
    "bodySystem": "soc", "severity": "sev", "serious": "ser", "related": "rel"})"));
  CHECK(WrittenBack(trial.plan)["files"] == trial.plan["files"]);
}

TEST_CASE("rules come back with their defaults written out") {
  SmallTrial trial;
  trial.Outcome()["summary"] = {{"kind", "weekly_mean"}};
  trial.Model()["response"] = "percent_change";
  trial.Model()["baseline"] = {{"kind", "window_mean"}, {"from", -7}, {"to", -1}};
  trial.Outcome()["responder"] = {{"kind", "cut_off"}, {"value", 4}};
  const Json outcome = WrittenBack(trial.plan)["outcomes"][0];
  CHECK(outcome["summary"] == Json::parse(R"({"kind": "weekly_mean", "firstDay": 1.0, "leastDays": 4})"));
  CHECK(outcome["model"]["response"] == "percent_change");
  CHECK(outcome["model"]["baseline"] ==
        Json::parse(R"({"kind": "window_mean", "from": -7.0, "to": -1.0, "leastDays": 1})"));
  CHECK(outcome["responder"] == Json::parse(R"({"kind": "cut_off", "value": 4.0, "inclusive": false})"));
  for (const char* rule : {R"({"kind": "last_before", "day": 0.0})", R"({"kind": "column", "column": "base"})"}) {
    trial.Model()["baseline"] = Json::parse(rule);
    CHECK(WrittenBack(trial.plan)["outcomes"][0]["model"]["baseline"] == Json::parse(rule));
  }
  trial.Outcome()["summary"] = Json::parse(R"({"kind": "auc_per_day", "from": 1.0, "to": 28.0, "leastDays": 2})");
  trial.Outcome()["responder"] = Json::parse(R"({"kind": "reliable_change", "reliability": 0.9, "sd": 7.5})");
  CHECK(WrittenBack(trial.plan)["outcomes"][0]["summary"] == trial.Outcome()["summary"]);
  CHECK(WrittenBack(trial.plan)["outcomes"][0]["responder"] == trial.Outcome()["responder"]);
}

TEST_CASE("what visits count is one of four, and days where dates or weekly means need them") {
  SmallTrial trial;
  trial.File(1)["timeUnit"] = "fortnight";
  CHECK_THAT(ErrorOf([&] { ReadPlan(trial.plan.dump()); }).what(), Contains("files[1].timeUnit is \"fortnight\""));
  trial.File(1)["timeUnit"] = "visit";
  trial.Outcome()["summary"] = {{"kind", "weekly_mean"}};
  CHECK_THAT(ErrorOf([&] { ReadPlan(trial.plan.dump()); }).what(), Contains("diary.csv, whose timeUnit is visit"));
  trial.File(1).erase("visit");
  trial.File(1)["date"] = "date";
  CHECK_THAT(ErrorOf([&] { ReadPlan(trial.plan.dump()); }).what(), Contains("timeUnit stands beside date"));
}

TEST_CASE("rules that cannot be are refused with their path") {
  struct Case {
    const char *pointer, *value, *message;
  };
  for (const Case& wrong : {
           Case{"/outcomes/0/summary", R"({"kind": "monthly"})", "outcomes[0].summary.kind is \"monthly\""},
           Case{"/outcomes/0/summary", R"({"kind": "weekly_mean", "leastDays": 0})", "summary.leastDays must be"},
           Case{"/outcomes/0/summary", R"({"kind": "weekly_mean", "leastDays": 8})", "must not be above the 7 days"},
           Case{"/outcomes/0/summary", R"({"kind": "weekly_mean", "to": 9})", "to does not go with kind weekly_mean"},
           Case{"/outcomes/0/summary", R"({"kind": "auc_per_day", "leastDays": 1})", "at least 2"},
           Case{"/outcomes/0/summary", R"({"kind": "auc_per_day", "from": 3, "to": 3})", "to must be above from"},
           Case{"/outcomes/0/model/baseline", R"({"kind": "last_before"})", "model.baseline.day is missing"},
           Case{"/outcomes/0/model/baseline", R"({"kind": "window_mean", "from": 2, "to": 1})",
                "must not be below from"},
           Case{"/outcomes/0/model/baseline", R"({"kind": "column", "column": "b", "day": 1})",
                "does not go with kind"},
           Case{"/outcomes/0/responder", R"({"kind": "change", "by": 0})", "responder.by must be above 0"},
           Case{"/outcomes/0/responder", R"({"kind": "cut_off"})", "responder.value is missing"},
           Case{"/outcomes/0/responder", R"({"kind": "reliable_change", "reliability": 1})", "between 0 and 1"},
           Case{"/outcomes/0/responder", R"({"kind": "reliable_change", "reliability": 0.9, "sd": 0})",
                "sd must be above"},
           Case{"/files/1/windows", R"([{"visit": "a", "day": 1, "before": -1, "after": 0}])",
                "windows[0].before must be"},
           Case{"/files/1/windows", R"([{"visit": "a", "day": 1, "before": 1, "after": 0},
                                        {"visit": "a", "day": 2, "before": 1, "after": 0}])",
                "windows[1].visit is \"a\" a second time"},
           Case{"/files/1/windows", R"([{"visit": "a", "day": 1, "before": 1, "after": 0},
                                        {"visit": "b", "day": 1, "before": 1, "after": 0}])",
                "windows[1].day is that of another window too"},
           Case{"/files/1/dayOfStart", "2", "dayOfStart must be 0 or 1"},
       }) {
    SmallTrial trial;
    trial.plan[Json::json_pointer(wrong.pointer)] = Json::parse(wrong.value);
    const Error error = ErrorOf([&] { ReadPlan(trial.plan.dump()); });
    CHECK(error.code() == "bad_plan");
    CHECK_THAT(error.what(), Contains(wrong.message));
  }
  SmallTrial trial;
  trial.Model()["baselineVisit"] = "0";
  trial.Model()["baseline"] = {{"kind", "last_before"}, {"day", 0}};
  CHECK_THAT(ErrorOf([&] { ReadPlan(trial.plan.dump()); }).what(), Contains("baseline stands beside baselineVisit"));
  trial = SmallTrial();
  trial.Outcome()["summary"] = {{"kind", "weekly_mean"}};
  trial.Model()["weights"] = "w";
  CHECK_THAT(ErrorOf([&] { ReadPlan(trial.plan.dump()); }).what(), Contains("summary stands beside weights"));
}

}  // namespace
}  // namespace fatigue
