// SPDX-License-Identifier: MIT
// Who is a responder: each rule on both sides of its bound, in both directions.
#include "report/responders.h"

#include <catch2/catch.hpp>

#include "support/small_trial.h"

namespace fatigue {
namespace {

using Catch::Contains;
using Catch::Matchers::WithinRel;
using test::SmallTrial;

/// Baseline at day 0, score at day 7, of participants of arm A; arm B holds one without a change.
SmallTrial Pairs(const std::vector<std::pair<std::string, std::string>>& scores) {
  SmallTrial trial;
  trial.people = "id,arm\nZ,B\n";
  trial.diary += "Z,0,5\nZ,7,5\n";
  for (std::size_t k = 0; k < scores.size(); ++k) {
    const std::string id = "P" + std::to_string(k);
    trial.people += id + ",A\n";
    trial.diary += id + ",0," + scores[k].first + "\n" + id + ",7," + scores[k].second + "\n";
  }
  return trial;
}

/// Responders and participants of arm A at day 7.
std::pair<int, int> CountOf(SmallTrial* trial, const Json& rule) {
  trial->Outcome()["responder"] = rule;
  const OutcomeTable outcome = trial->Build();
  REQUIRE(outcome.responders);
  for (const ResponderTable::Row& row : outcome.responders->rows) {
    CHECK(row.visit == "7");
    if (row.arm == "A") return {row.responders, row.n};
  }
  return {-1, -1};
}

using Count = std::pair<int, int>;

TEST_CASE("a change of exactly the points asked for counts, whatever the last binary digit") {
  const Json by_one = {{"kind", "change"}, {"by", 1}};
  SmallTrial trial = Pairs({{"6", "5"}, {"6", "5.001"}, {"5.05", "4.05"}, {"6", "7"}, {"4.1", "3.1"}});
  CHECK(4.1 - 3.1 < 1.0);
  CHECK(CountOf(&trial, by_one) == Count{3, 5});
  SmallTrial near = Pairs({{"6", "5.0000001"}});  // truly less
  CHECK(CountOf(&near, by_one) == Count{0, 1});
  trial.direction = Direction::higher_is_better;
  CHECK(CountOf(&trial, by_one) == Count{1, 5});
}

TEST_CASE("responders need a baseline and a score at the visit") {
  SmallTrial trial = Pairs({{"6", "4"}, {"", "4"}, {"6", ""}});
  CHECK(CountOf(&trial, {{"kind", "change"}, {"by", 1}}) == Count{1, 1});
  CHECK(CountOf(&trial, {{"kind", "cut_off"}, {"value", 4.5}}) == Count{2, 2});
  trial.Outcome()["responder"] = {{"kind", "change"}, {"by", 1}};
  const ResponderTable table = *trial.Build().responders;
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].arm == "A");
  CHECK(table.rows[0].percent == 100);
  CHECK(table.rows[1].responders == 0);
  CHECK(table.threshold == 1.0);
}

TEST_CASE("a percent change counts from its percentage on, of a baseline above 0") {
  const Json by_thirty = {{"kind", "percent_change"}, {"by", 30}};
  SmallTrial trial = Pairs({{"10", "7"}, {"10", "7.01"}, {"0", "0"}, {"9", "6.3"}});
  CHECK(CountOf(&trial, by_thirty) == Count{2, 3});
  CHECK_THAT(trial.WarningOf("responders_left_out"), Contains("1 participant has a baseline that is not above 0"));
  SmallTrial upwards = Pairs({{"5", "6.5"}, {"5", "6.4"}});
  upwards.direction = Direction::higher_is_better;
  CHECK(CountOf(&upwards, by_thirty) == Count{1, 2});
  CHECK_FALSE(upwards.Build().responders->threshold);
}

TEST_CASE("a cut-off counts the good side, and itself where it is inclusive") {
  SmallTrial trial = Pairs({{"9", "3.9"}, {"9", "4"}, {"9", "4.1"}});
  CHECK(CountOf(&trial, {{"kind", "cut_off"}, {"value", 4}}) == Count{1, 3});
  CHECK(CountOf(&trial, {{"kind", "cut_off"}, {"value", 4}, {"inclusive", true}}) == Count{2, 3});
  trial.direction = Direction::higher_is_better;
  CHECK(CountOf(&trial, {{"kind", "cut_off"}, {"value", 4}}) == Count{1, 3});
  CHECK(CountOf(&trial, {{"kind", "cut_off"}, {"value", 4}, {"inclusive", true}}) == Count{2, 3});
}

TEST_CASE("a reliable change is above 1.96 standard errors of all arms' baselines") {
  // SD and threshold of these baselines times 10: tests/reference/make/derived.R.
  SmallTrial trial;
  trial.people = "id,arm\n";
  const std::vector<std::string> baselines = {"5", "4.7", "6.1", "3.9", "4.4", "5.8", "5.2", "4.9"};
  for (std::size_t k = 0; k < baselines.size(); ++k) {
    const std::string id = "P" + std::to_string(k);
    trial.people += id + (k % 2 == 0 ? ",A\n" : ",B\n");
    trial.diary += id + ",0," + baselines[k] + "\n" + id + ",7," + (k == 0 ? "4.35" : k == 2 ? "5.44" : "4.9") + "\n";
  }
  trial.Outcome()["responder"] = {{"kind", "reliable_change"}, {"reliability", 0.89}};
  const ResponderTable table = *trial.Build().responders;
  CHECK_THAT(*table.threshold, WithinRel(0.65560671137504372, 1e-12));
  CHECK_THAT(*table.rule.sd, WithinRel(0.71314194139135338, 1e-12));
  CHECK(table.rows.at(0).responders == 1);  // 5 to 4.35 is 0.65, 6.1 to 5.44 is 0.66
  trial.Outcome()["responder"]["sd"] = 0.5;
  CHECK_THAT(*trial.Build().responders->threshold, WithinRel(1.96 * 0.5 * std::sqrt(0.22), 1e-14));
}

TEST_CASE("without spread at baseline there is no reliable change, and the outcome stands") {
  SmallTrial trial = Pairs({{"5", "4"}, {"5", "3"}});
  trial.Outcome()["responder"] = {{"kind", "reliable_change"}, {"reliability", 0.9}};
  CHECK_FALSE(trial.Build().responders);
  CHECK_THAT(trial.WarningOf("no_responders"), Contains("no standard deviation above 0"));
}

TEST_CASE("a value may have responders against a baseline, which is itself no visit of theirs") {
  SmallTrial trial = Pairs({{"6", "4"}});
  trial.Model()["response"] = "value";
  CHECK(CountOf(&trial, {{"kind", "change"}, {"by", 2}}) == Count{1, 1});
  CHECK(trial.Build().visits == std::vector<std::string>{"0", "7"});
}

TEST_CASE("responders of a summary go by its values") {
  SmallTrial trial = Pairs({{"6", "4"}});
  trial.diary += "P0,8,5\nZ,8,5\n";
  trial.Outcome()["summary"] = {{"kind", "auc_per_day"}};
  trial.Outcome()["responder"] = {{"kind", "change"}, {"by", 1.5}};
  const ResponderTable table = *trial.Build().responders;
  CHECK(table.rows.at(0).visit == "auc");
  CHECK(table.rows.at(0).responders == 1);
}

}  // namespace
}  // namespace fatigue
