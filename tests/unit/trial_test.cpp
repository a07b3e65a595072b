// SPDX-License-Identifier: MIT
// A trial's tables to its report: what the numbers mean.
#include "report/trial.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <sstream>

#include "report/effects.h"
#include "report/entry.h"
#include "report/report_json.h"
#include "support/trial_of_twelve.h"

namespace fatigue {
namespace {

using Catch::Contains;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using test::CountOf;
using test::ErrorOf;
using test::MessageOf;
using test::ObservedMean;
using test::SingleFile;
using test::TextTable;
using test::TrialOfTwelve;
using test::WithLine;

TEST_CASE("a clean trial is analysed without a warning") {
  const Report report = TrialOfTwelve().Run();
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
  TrialOfTwelve trial;
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
  TrialOfTwelve trial;
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
  TrialOfTwelve trial;
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
  TrialOfTwelve trial;
  trial.plan.erase("arms");
  trial.people += "P13,placebo,40,A\n";
  const Report report = trial.Run();
  CHECK(report.arms[0].arm == "active");
  CHECK(report.arms[1].participants == 7);
  CHECK(report.plan.arms == std::vector<std::string>{"active", "placebo"});
}

TEST_CASE("a slope is shown with what it adds up to over the window") {
  const OutcomeResult dfs = TrialOfTwelve().Run().outcomes[1];
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
  const OutcomeResult dfs = TrialOfTwelve().Run().outcomes[1];
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
  TrialOfTwelve trial;
  trial.plan["outcomes"][0]["effect"] = {{"kind", "average_difference"}};
  const OutcomeResult fss = trial.Run().outcomes[0];
  REQUIRE(fss.effects.size() == 1);
  CHECK_FALSE(fss.effects[0].difference.visit);
  CHECK(fss.effects[0].difference.estimate.estimate == fss.differences.back().estimate.estimate);
}

TEST_CASE("the order of the rows changes nothing") {
  TrialOfTwelve trial;
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

TEST_CASE("covariates enter the model, whatever they are called") {
  TrialOfTwelve trial;
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

TEST_CASE("visits at which the score was never taken are not analysed") {
  TrialOfTwelve trial;
  trial.scores += "P1,21,\nP2,21,\n";
  CHECK(trial.Run().outcomes[0].model->plan.visits == std::vector<std::string>{"7", "14"});
  trial.Model(0)["visits"] = {"7", "14", "21"};
  const Report report = trial.Run();
  CHECK(report.outcomes[0].model->plan.visits == std::vector<std::string>{"7", "14"});
  CHECK_THAT(MessageOf(report.outcomes[0].warnings, "visit_without_data"), Contains("visit 21"));
  CHECK(CountOf(report.outcomes[0], "value missing") == 2);
}

TEST_CASE("a change is analysed at the visits after its baseline") {
  TrialOfTwelve trial;
  trial.Model(0)["baselineVisit"] = "7";
  trial.plan["outcomes"][0]["effect"]["visit"] = "14";
  CHECK(trial.Run().outcomes[0].model->plan.visits == std::vector<std::string>{"14"});
}

TEST_CASE("a slope needs days") {
  TrialOfTwelve trial;
  trial.diary = "id,day,dfs\nP1,Visit 1,4\nP1,Visit 2,4\nP2,Visit 1,3\nP2,Visit 2,5\n";
  const Report report = trial.Run();
  REQUIRE(report.outcomes[1].error);
  CHECK(report.outcomes[1].error->code() == "day_not_a_number");
  CHECK_THAT(report.outcomes[1].error->what(), Contains("visit \"Visit 1\""));
}

TEST_CASE("labelled weeks are days to a slope") {
  TrialOfTwelve trial;
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

TEST_CASE("observed means are of the score at every visit, without an SD of one value") {
  TrialOfTwelve trial;
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
  const OutcomeResult expected = TrialOfTwelve().Run().outcomes[0];
  TrialOfTwelve trial = SingleFile();
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

TEST_CASE("the report's JSON holds what the page reads") {
  TrialOfTwelve trial;
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
