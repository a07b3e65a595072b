// SPDX-License-Identifier: MIT
// Each participant left out in turn: the same as an analysis of files without their rows, and never a failure of the
// whole.
#include "report/influence.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "report/participant_answers.h"
#include "support/written_trial.h"

namespace fatigue {
namespace {

using Catch::Matchers::WithinAbs;
using test::Sequence;
using test::WrittenTrial;

std::shared_ptr<const AnalyzedTrial> Analyzed(const WrittenTrial& trial) {
  return std::make_shared<AnalyzedTrial>(trial.Read(), trial.Tables());
}

std::vector<InfluenceOutcome> AllOf(const Influence& influence) {
  return influence.Without(0, influence.participants());
}

/// nullptr where the participant has no row.
const InfluenceRow* FindRow(const InfluenceEffect& effect, const std::string& participant) {
  const auto found = std::find_if(effect.rows.begin(), effect.rows.end(),
                                  [&](const InfluenceRow& row) { return row.participant == participant; });
  return found == effect.rows.end() ? nullptr : &*found;
}

const InfluenceRow& RowOf(const InfluenceEffect& effect, const std::string& participant) {
  const InfluenceRow* row = FindRow(effect, participant);
  if (row == nullptr) throw std::runtime_error("no row without " + participant);
  return *row;
}

void CheckAsSeparate(const Estimate& ours, const Estimate& separate) {
  const double size = separate.se;
  CHECK_THAT(ours.estimate, WithinAbs(separate.estimate, 1e-8 * size));
  CHECK_THAT(ours.se, WithinAbs(separate.se, 1e-8 * size));
  CHECK_THAT(ours.lower, WithinAbs(separate.lower, 1e-7 * size));
  CHECK_THAT(ours.upper, WithinAbs(separate.upper, 1e-7 * size));
  CHECK_THAT(ours.p_value, WithinAbs(separate.p_value, 1e-7));
}

/// Every row against Analyze of the trial without the participant's rows in any file.
void CheckAgainstSeparateAnalyses(const WrittenTrial& trial) {
  const Influence influence(Analyzed(trial));
  REQUIRE(influence.participants() == static_cast<int>(trial.people.size()));
  const std::vector<InfluenceOutcome> outcomes = AllOf(influence);
  for (const WrittenTrial::Person& person : trial.people) {
    const Report separate = Analyze(trial.Read(), trial.Tables({person.id}));
    REQUIRE(separate.outcomes.size() == outcomes.size());
    for (std::size_t k = 0; k < outcomes.size(); ++k) {
      INFO(outcomes[k].outcome << " without " << person.id);
      REQUIRE_FALSE(separate.outcomes[k].error);
      REQUIRE(separate.outcomes[k].effects.size() == outcomes[k].effects.size());
      for (std::size_t e = 0; e < outcomes[k].effects.size(); ++e) {
        const InfluenceEffect& effect = outcomes[k].effects[e];
        const Estimate& separately = separate.outcomes[k].effects[e].difference.estimate;
        CHECK(separate.outcomes[k].effects[e].difference.arm == effect.arm);
        const InfluenceRow* row = FindRow(effect, person.id);
        if (row == nullptr) {  // the model uses none of their records
          CHECK_THAT(effect.estimate, WithinAbs(separately.estimate, 1e-8 * separately.se));
          continue;
        }
        CHECK(row->status == separate.outcomes[k].fit->status());
        REQUIRE(row->estimate);
        CheckAsSeparate(*row->estimate, separately);
        CHECK_THAT(row->moves, WithinAbs((effect.estimate - row->estimate->estimate) / effect.se, 1e-12));
      }
    }
  }
}

TEST_CASE("without a participant the effects are those of files without their rows") {
  CheckAgainstSeparateAnalyses(WrittenTrial());
}

TEST_CASE("so they are with three arms, covariates, averages, and few participants for the covariance") {
  WrittenTrial trial(13, {"A", "B", "C"});
  trial.Model(0)["covariates"] = Json::array({"age"});
  trial.Outcome(0)["effect"] = {{"kind", "average_difference"}};
  trial.Outcome(0)["multiplicity"] = "dunnett";
  trial.Model(1)["covariates"] = Json::array({"age"});
  CheckAgainstSeparateAnalyses(trial);
}

TEST_CASE("so they are by ML, with one matrix per arm, and with an empirical covariance") {
  WrittenTrial trial(24);
  trial.Model(0)["covarianceGroups"] = "arm";
  trial.Model(0)["covariance"] = "ar1h";
  trial.Model(0)["method"] = "ML";
  trial.Model(1)["random"] = "intercept";
  trial.Model(1)["vcov"] = "empirical_bias_reduced";
  CheckAgainstSeparateAnalyses(trial);
}

TEST_CASE("so they are for weekly means, areas, and single visits") {
  WrittenTrial trial;
  trial.Outcome(0)["model"] = {{"kind", "mmrm"}, {"response", "percent_change"}, {"visits", {"14"}}};
  trial.Outcome(0)["effect"] = {{"kind", "visit_difference"}, {"visit", "14"}};
  trial.Outcome(1)["model"] = {{"kind", "mmrm"}, {"response", "change"}};
  trial.Outcome(1)["effect"] = {{"kind", "average_difference"}};
  trial.Outcome(1)["summary"] = {{"kind", "auc_per_day"}};
  CheckAgainstSeparateAnalyses(trial);
}

TEST_CASE("so they are at a singular fit") {
  WrittenTrial trial(10);
  Sequence random(3);
  for (WrittenTrial::Person& person : trial.people) {
    for (std::size_t day = 0; day < person.dfs.size(); ++day) {
      person.dfs[day] = person.id + "," + std::to_string(day) + "," + std::to_string(5 + 2 * random.Next());
    }
  }
  const Report report = Analyze(trial.Read(), trial.Tables());
  REQUIRE(report.outcomes[1].fit->status() == "singular");
  CheckAgainstSeparateAnalyses(trial);
}

TEST_CASE("the structure stays the one that was used, and it is told where its fit fails") {
  WrittenTrial trial(8);
  trial.Model(0)["covariance"] = "us";
  const Report report = Analyze(trial.Read(), trial.Tables());
  REQUIRE_FALSE(report.outcomes[0].error);
  const std::string used = report.outcomes[0].model->covariance_used;
  const std::vector<InfluenceOutcome> outcomes = AllOf(Influence(Analyzed(trial)));
  for (const WrittenTrial::Person& person : trial.people) {
    WrittenTrial same = trial;
    same.Model(0)["covariance"] = used;
    same.Model(0)["fallback"] = Json::array();
    const OutcomeResult separate = Analyze(same.Read(), same.Tables({person.id})).outcomes[0];
    const InfluenceRow& row = RowOf(outcomes[0].effects[0], person.id);
    INFO(used << " without " << person.id << ": " << row.status);
    CHECK(row.estimate.has_value() == !separate.error.has_value());
    if (row.estimate) CheckAsSeparate(*row.estimate, separate.effects[0].difference.estimate);
    if (!row.estimate) CHECK(std::isnan(row.moves));
  }
}

TEST_CASE("a participant who is an arm's only one leaves its effects empty and the others as they are") {
  WrittenTrial trial(14, {"A", "B"});
  trial.plan["arms"]["order"] = {"A", "B", "C"};
  trial.people[3].line = "P04,C,40";
  const std::vector<InfluenceOutcome> outcomes = AllOf(Influence(Analyzed(trial)));
  REQUIRE(outcomes[0].effects.size() == 2);
  const InfluenceRow& gone = RowOf(outcomes[0].effects[1], "P04");
  CHECK(gone.status == "arm_without_data");
  CHECK_FALSE(gone.estimate);
  CHECK(std::isnan(gone.moves));
  const InfluenceRow& other = RowOf(outcomes[0].effects[0], "P04");
  CHECK(other.status == "converged");
  trial.plan["arms"]["order"] = {"A", "B"};
  const Report separate = Analyze(trial.Read(), trial.Tables({"P04"}));
  CheckAsSeparate(*other.estimate, separate.outcomes[0].effects[0].difference.estimate);
}

TEST_CASE("the only one of the reference arm leaves no effect") {
  WrittenTrial trial(10, {"B"});
  trial.plan["arms"]["order"] = {"A", "B"};
  trial.people[0].line = "P01,A,40";
  const std::vector<InfluenceOutcome> outcomes = AllOf(Influence(Analyzed(trial)));
  CHECK(RowOf(outcomes[1].effects[0], "P01").status == "arm_without_data");
  CHECK(RowOf(outcomes[1].effects[0], "P02").estimate.has_value());
}

TEST_CASE("the only one at the effect's visit leaves it without an estimate") {
  WrittenTrial trial;
  for (WrittenTrial::Person& person : trial.people) {
    if (person.id != "P01" && person.fss.size() == 4) person.fss.pop_back();
  }
  trial.Outcome(0)["effect"] = {{"kind", "visit_difference"}, {"visit", "28"}};
  trial.Model(0)["covariance"] = "cs";
  const std::vector<InfluenceOutcome> outcomes = AllOf(Influence(Analyzed(trial)));
  const InfluenceEffect& effect = outcomes[0].effects[0];
  CHECK(std::isnan(effect.estimate));  // one arm is there alone
  CHECK(RowOf(effect, "P01").status == "unknown_visit");
  CHECK(RowOf(effect, "P02").status == "not_estimable");
}

TEST_CASE("participants without a row in a model are not among its rows") {
  WrittenTrial trial;
  trial.people[2].fss.clear();
  trial.people[5].dfs.clear();
  trial.people[7].fss.clear();
  trial.people[7].dfs.clear();
  const Influence influence(Analyzed(trial));
  CHECK(influence.participants() == 15);
  const std::vector<InfluenceOutcome> outcomes = AllOf(influence);
  CHECK(FindRow(outcomes[0].effects[0], "P03") == nullptr);
  CHECK(FindRow(outcomes[1].effects[0], "P03") != nullptr);
  CHECK(FindRow(outcomes[1].effects[0], "P06") == nullptr);
  CHECK(FindRow(outcomes[0].effects[0], "P08") == nullptr);
}

TEST_CASE("pieces put together are the whole, and none is beyond the end") {
  const WrittenTrial trial;
  ParticipantAnswers answers;
  const std::string plan = trial.plan.dump();
  const Json whole = Json::parse(answers.Influence(plan, trial.Tables(), 0, 1'000'000));
  CHECK(whole["participants"] == 16);
  Json pieces = Json::parse(answers.Influence(plan, trial.Tables(), 0, 0));
  CHECK(pieces["outcomes"][0]["effects"][0]["rows"].empty());
  for (const int from : {0, 5, 10, 15, 16, 20}) {
    const Json piece = Json::parse(answers.Influence(plan, trial.Tables(), from, 5));
    for (std::size_t k = 0; k < 2; ++k) {
      Json& rows = pieces["outcomes"][k]["effects"][0]["rows"];
      for (const Json& row : piece["outcomes"][k]["effects"][0]["rows"]) {
        if (from < 16) rows.push_back(row);
      }
      if (from >= 16) CHECK(piece["outcomes"][k]["effects"][0]["rows"].empty());
    }
    if (from == 10) {  // the next starts at 15
      CHECK(pieces["outcomes"][0]["effects"][0]["rows"].size() == 15);
    }
  }
  CHECK(pieces == whole);
}

TEST_CASE("another plan, and other values in the same file, are analysed anew") {
  WrittenTrial trial;
  ParticipantAnswers answers;
  const auto estimate = [&] {
    return Json::parse(
               answers.Influence(trial.plan.dump(), trial.Tables(), 0, 0))["outcomes"][0]["effects"][0]["estimate"]
        .get<double>();
  };
  const double first = estimate();
  CHECK(estimate() == first);
  trial.people[0].fss[3] = "P01,28,20";
  const double second = estimate();
  CHECK(second != first);
  trial.Outcome(0)["effect"]["visit"] = "7";
  CHECK(estimate() != second);
}

TEST_CASE("an outcome that cannot be analysed is told of, and the others are there") {
  WrittenTrial trial;
  trial.Outcome(0)["effect"]["visit"] = "21";
  const auto analyzed = Analyzed(trial);
  REQUIRE(analyzed->failed.size() == 1);
  CHECK(analyzed->failed[0].outcome == "fss");
  CHECK(analyzed->failed[0].error.code() == "unknown_visit");
  ParticipantAnswers answers;
  const Json json = Json::parse(answers.Influence(trial.plan.dump(), trial.Tables(), 0, 1));
  REQUIRE(json["outcomes"].size() == 1);
  CHECK(json["outcomes"][0]["outcome"] == "dfs");
  CHECK(json["outcomes"][0]["effects"][0]["rows"].size() == 1);
  CHECK(json["failed"][0]["error"]["code"] == "unknown_visit");
}

}  // namespace
}  // namespace fatigue
