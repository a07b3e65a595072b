// SPDX-License-Identifier: MIT
// The keys of a plan that say how results are read and shown.
#include "report/plan_display.h"

#include <catch2/catch.hpp>

#include "report/plan.h"
#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Contains;
using test::ErrorOf;

Json PlanOf() {
  return Json::parse(R"({
    "schemaVersion": 1,
    "files": [
      {"name": "people.csv", "role": "participants", "id": "id", "arm": "arm"},
      {"name": "scores.csv", "role": "records", "id": "id", "visit": "day"}
    ],
    "instruments": [{"id": "fss", "instrument": "FSS", "file": "scores.csv", "scoring": "sum"}],
    "outcomes": [{"id": "fss", "label": "FSS", "role": "primary", "score": "fss.total",
                  "model": {"kind": "mmrm", "response": "change"},
                  "effect": {"kind": "visit_difference", "visit": "7"}}]
  })");
}

Json Echo(const Json& plan) { return PlanToJson(ReadPlan(plan.dump())); }
Error Failure(const Json& plan) {
  return ErrorOf([&] { ReadPlan(plan.dump()); });
}

TEST_CASE("the MCID of the scale and scoring is written into the plan, and a second reading changes nothing") {
  Json plan = PlanOf();
  const Json sum = Echo(plan);
  CHECK(sum["outcomes"][0]["mcid"]["value"].get<double>() > 1);
  CHECK_THAT(sum["outcomes"][0]["mcid"]["source"].get<std::string>(), Contains("(") && Contains(")"));
  CHECK(Echo(sum) == sum);
  plan["instruments"][0]["scoring"] = "mean";
  CHECK(Echo(plan)["outcomes"][0]["mcid"]["value"] == 0.45);
  plan["outcomes"][0]["model"]["response"] = "percent_change";
  CHECK(Echo(plan)["outcomes"][0]["mcid"] == "none");
  plan["outcomes"][0]["mcid"] = {{"value", 30}, {"source", "ours"}};
  CHECK(Echo(plan)["outcomes"][0]["mcid"] == plan["outcomes"][0]["mcid"]);
  plan["outcomes"][0]["mcid"] = "none";
  CHECK(Echo(plan)["outcomes"][0]["mcid"] == "none");
  CHECK(Echo(Echo(plan)) == Echo(plan));
}

TEST_CASE("what is only shown comes back as it was written") {
  Json plan = PlanOf();
  plan["files"][0]["guess"] = "thought";
  plan["files"][0]["guesses"] = {{"drug", "active"}, {"?", nullptr}};
  plan["outcomes"][0]["decimals"] = 2;
  plan["estimand"] = Json::parse(R"({"population": "adults", "summary": "", "intercurrentEvents":
    [{"event": "other treatment", "strategy": "treatment_policy"}]})");
  plan["baselineTable"] = {{"columns", {"age"}}, {"standardisedDifferences", true}};
  plan["display"] = {{"pilot", true}, {"style", "nejm"}, {"locale", "de"}};
  const Json echo = Echo(plan);
  for (const char* key : {"estimand", "baselineTable", "display"}) CHECK(echo[key] == plan[key]);
  CHECK(echo["files"][0]["guess"] == "thought");
  CHECK(echo["files"][0]["guesses"] == plan["files"][0]["guesses"]);
  CHECK(echo["outcomes"][0]["decimals"] == 2);
  CHECK(Echo(echo) == echo);
  const Json plain = Echo(PlanOf());
  CHECK_FALSE(plain.contains("estimand"));
  CHECK(plain["baselineTable"] == Json({{"standardisedDifferences", false}}));
}

TEST_CASE("what cannot be is refused with its path") {
  const auto message = [](const char* path, const Json& value) {
    Json plan = PlanOf();
    plan[Json::json_pointer(path)] = value;
    const Error error = Failure(plan);
    CHECK(error.code() == "bad_plan");
    return std::string(error.what());
  };
  CHECK_THAT(message("/outcomes/0/mcid", 4), Contains("outcomes[0].mcid is 4"));
  CHECK_THAT(message("/outcomes/0/mcid", {{"value", 0}}), Contains("outcomes[0].mcid.value must be a number above 0"));
  CHECK_THAT(message("/outcomes/0/decimals", 1.5), Contains("outcomes[0].decimals must be a whole number"));
  CHECK_THAT(message("/estimand", {{"who", "all"}}), Contains("estimand.who is not known"));
  CHECK_THAT(message("/estimand", {{"intercurrentEvents", Json::array({{{"event", "x"}, {"strategy", "none"}}})}}),
             Contains("estimand.intercurrentEvents[0].strategy is \"none\""));
  CHECK_THAT(message("/display", {{"style", "bmj"}}), Contains("display.style is \"bmj\""));
  CHECK_THAT(message("/baselineTable", {{"columns", {"age", "age"}}}), Contains("names \"age\" twice"));
  CHECK_THAT(message("/files/0/guesses", {{"a", "b"}}), Contains("files[0].guesses stand without guess"));
  Json plan = PlanOf();
  plan["files"][0]["guess"] = "g";
  plan["files"][0]["guesses"] = {{"a", 1}};
  CHECK_THAT(Failure(plan).what(), Contains("hold 1 for \"a\""));
  plan["files"][0].erase("guesses");
  plan["files"][1]["guess"] = "g";
  CHECK_THAT(Failure(plan).what(), Contains("name more than one column of guesses"));
}

}  // namespace
}  // namespace fatigue
