// SPDX-License-Identifier: MIT
// What is told of single participants: their scores in order, their changes, and how their residuals lie.
#include "report/individual.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "report/participant_answers.h"
#include "support/small_trial.h"
#include "support/written_trial.h"

namespace fatigue {
namespace {

using Catch::Matchers::WithinAbs;
using test::ErrorOf;
using test::SmallTrial;
using test::WrittenTrial;

std::vector<IndividualOutcome> Of(const WrittenTrial& trial) {
  return LookAtParticipants(AnalyzedTrial(trial.Read(), trial.Tables()));
}
IndividualOutcome Of(const SmallTrial& trial) {
  const AnalyzedTrial analyzed(ReadPlan(trial.plan.dump()), trial.Tables());
  if (!analyzed.failed.empty()) throw analyzed.failed[0].error;
  return LookAtParticipants(analyzed).at(0);
}

std::map<std::string, double> GainsOf(const IndividualOutcome& outcome) {
  std::map<std::string, double> gains;
  for (const Gain& gain : outcome.gains) gains[gain.participant + " " + gain.visit] = gain.gain;
  return gains;
}

TEST_CASE("trajectories have every score, people in the order of the files and visits in that of time") {
  WrittenTrial trial;
  std::reverse(trial.people[1].fss.begin(), trial.people[1].fss.end());
  trial.people[2].fss.erase(trial.people[2].fss.begin());  // no baseline: not in the model, but it has scores
  trial.people[3].fss.clear();
  const IndividualOutcome fss = Of(trial).at(0);
  REQUIRE(fss.trajectories.size() == 15);
  CHECK(fss.trajectories[0].participant == "P01");
  CHECK(fss.trajectories[0].arm == "A");
  CHECK(fss.trajectories[2].participant == "P03");
  CHECK(fss.trajectories[3].participant == "P05");
  std::vector<std::string> visits;
  for (const Trajectory::Point& point : fss.trajectories[1].points) visits.push_back(point.visit);
  CHECK(visits == std::vector<std::string>{"0", "7", "14", "28"});
  CHECK(fss.trajectories[1].points[0].is_baseline);
  CHECK_FALSE(fss.trajectories[1].points[1].is_baseline);
  CHECK(fss.trajectories[1].points[3].day == 28.0);
  CHECK("P02,28," + std::to_string(std::lround(fss.trajectories[1].points[3].value)) == trial.people[1].fss[0]);
  CHECK(fss.trajectories[2].points.size() == 3);
}

TEST_CASE("those whose arm is not analysed are not among single participants") {
  WrittenTrial trial;
  trial.people[0].line = "P01,,40";
  const std::vector<IndividualOutcome> outcomes = Of(trial);
  CHECK(outcomes[0].trajectories.front().participant == "P02");
  CHECK(outcomes[1].residuals.front().participant == "P02");
}

TEST_CASE("a value without a baseline has no baseline in its trajectories and no gains") {
  const IndividualOutcome dfs = Of(WrittenTrial()).at(1);
  CHECK(dfs.gains.empty());
  for (const Trajectory& trajectory : dfs.trajectories) {
    CHECK(std::none_of(trajectory.points.begin(), trajectory.points.end(),
                       [](const Trajectory::Point& point) { return point.is_baseline; }));
  }
}

TEST_CASE("gains are at the effect's visit, and positive where the score got better") {
  WrittenTrial trial(8);
  trial.people[0].fss = {"P01,0,50", "P01,7,48", "P01,14,47", "P01,28,41"};
  trial.people[1].fss = {"P02,0,40", "P02,7,48", "P02,14,47", "P02,28,43"};
  trial.people[2].fss = {"P03,0,40", "P03,7,39"};
  trial.people[3].fss = {"P04,7,40", "P04,28,39"};
  const std::map<std::string, double> gains = GainsOf(Of(trial).at(0));
  CHECK(gains.at("P01 28") == 9);
  CHECK(gains.at("P02 28") == -3);
  CHECK(gains.count("P03 28") == 0);
  CHECK(gains.count("P04 28") == 0);
  CHECK(gains.count("P01 7") == 0);

  trial.Outcome(0)["effect"] = {{"kind", "average_difference"}};
  const std::map<std::string, double> averaged = GainsOf(Of(trial).at(0));
  CHECK(averaged.at("P01 7") == 2);
  CHECK(averaged.at("P01 28") == 9);
  CHECK(averaged.at("P03 7") == 1);
  CHECK(averaged.count("P01 0") == 0);

  trial.Model(0)["response"] = "percent_change";
  CHECK_THAT(GainsOf(Of(trial).at(0)).at("P01 28"), WithinAbs(18, 1e-12));
}

TEST_CASE("where higher is better a rise is a gain") {
  SmallTrial trial;
  trial.File(1)["name"] = "diary.csv";
  trial.plan["instruments"][0] = {
      {"id", "dfs"}, {"instrument", "FACIT-Fatigue"}, {"file", "diary.csv"}, {"scores", {{"total", "dfs"}}}};
  trial.diary += "A1,0,20\nA1,7,24\nA2,0,22\nA2,7,21\nB1,0,19\nB1,7,27\nB2,0,25\nB2,7,29\n";
  const std::map<std::string, double> gains = GainsOf(Of(trial));
  CHECK(gains.at("A1 7") == 4);
  CHECK(gains.at("A2 7") == -1);
}

TEST_CASE("a value whose responders are compared with a baseline has gains after it") {
  WrittenTrial trial;
  trial.Model(0)["response"] = "value";
  trial.Outcome(0)["effect"] = {{"kind", "average_difference"}};
  trial.Outcome(0)["responder"] = {{"kind", "change"}, {"by", 5}};
  const Report report = Analyze(trial.Read(), trial.Tables());
  const IndividualOutcome fss = Of(trial).at(0);
  std::map<std::string, int> responders, counted;
  for (const Gain& gain : fss.gains) {
    responders[gain.arm + gain.visit] += gain.gain >= 5;
    ++counted[gain.arm + gain.visit];
  }
  REQUIRE(report.outcomes[0].responders->rows.size() == 6);
  for (const ResponderTable::Row& row : report.outcomes[0].responders->rows) {
    CHECK(responders[row.arm + row.visit] == row.responders);
    CHECK(counted[row.arm + row.visit] == row.n);
  }
}

TEST_CASE("what a summary condenses is shown as it was, its gains as they are analysed") {
  SmallTrial trial;
  trial.Outcome()["summary"] = {{"kind", "weekly_mean"}, {"leastDays", 1}};
  for (const char* id : {"A1", "A2", "B1", "B2"}) {
    for (int day = 0; day < 15; ++day) {
      const int score = (day * (id[1] - '0') + (id[0] - 'A') * day * day) % 5 + 2;
      trial.diary += std::string(id) + "," + std::to_string(day) + "," + std::to_string(score) + "\n";
    }
  }
  const IndividualOutcome outcome = Of(trial);
  CHECK(outcome.trajectories.at(0).points.size() == 15);
  CHECK(outcome.trajectories.at(0).points[0].is_baseline);
  const std::map<std::string, double> gains = GainsOf(outcome);
  REQUIRE(gains.size() == 8);
  double sum = 0;
  for (int day = 1; day <= 7; ++day) sum += day % 5 + 2;
  CHECK_THAT(gains.at("A1 week 1"), WithinAbs(2 - sum / 7, 1e-12));
}

TEST_CASE("residuals are the rows of the model, and with one visit the normalised are in SDs") {
  WrittenTrial trial;
  trial.Model(0)["visits"] = {"28"};
  const IndividualOutcome fss = Of(trial).at(0);
  const Report report = Analyze(trial.Read(), trial.Tables());
  REQUIRE(fss.residuals.size() == static_cast<std::size_t>(report.outcomes[0].fit->observations()));
  const double sigma = report.outcomes[0].fit->sigma();
  double sum = 0;
  for (const ResidualRow& row : fss.residuals) {
    CHECK(row.visit == "28");
    CHECK_THAT(row.normalised, WithinAbs(row.marginal / sigma, 1e-12));
    sum += row.marginal;
  }
  CHECK_THAT(sum, WithinAbs(0, 1e-9));
}

TEST_CASE("rows of a diary know their visits, and the normal plot holds every row") {
  WrittenTrial trial;
  const IndividualOutcome dfs = Of(trial).at(1);
  REQUIRE(dfs.residuals.size() == 16 * 7);
  CHECK(dfs.residuals[8].participant == "P02");
  CHECK(dfs.residuals[8].visit == "1");
  REQUIRE(dfs.normal_plot.size() == dfs.residuals.size());
  std::vector<double> normalised;
  for (const ResidualRow& row : dfs.residuals) normalised.push_back(row.normalised);
  std::sort(normalised.begin(), normalised.end());
  for (std::size_t i = 0; i < normalised.size(); ++i) CHECK(dfs.normal_plot[i].sample == normalised[i]);
}

TEST_CASE("outcomes that failed are told of; without participants nothing can be told") {
  WrittenTrial trial;
  trial.Outcome(1)["effect"] = {{"kind", "visit_difference"}, {"visit", "99"}};
  ParticipantAnswers answers;
  const Json json = Json::parse(answers.Individual(trial.plan.dump(), trial.Tables()));
  REQUIRE(json["outcomes"].size() == 1);
  REQUIRE(json["failed"].size() == 1);
  CHECK(json["failed"][0]["outcome"] == "dfs");
  CHECK(json["failed"][0]["error"]["code"] == "unknown_visit");
  CHECK(json["outcomes"][0]["trajectories"][0]["points"][0]["isBaseline"] == true);
  trial.plan["arms"]["order"] = {"A", "C"};
  CHECK(ErrorOf([&] { Of(trial); }).code() == "unknown_arm");
}

}  // namespace
}  // namespace fatigue
