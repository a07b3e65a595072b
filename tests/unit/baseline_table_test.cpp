// SPDX-License-Identifier: MIT
// The arms at the start. Reference numbers: tests/reference/make/participants.R (R 4.2.2).
#include "report/baseline_table.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "inference/standardised_difference.h"
#include "report/entry.h"
#include "report/trial.h"
#include "support/small_trial.h"

namespace fatigue {
namespace {

using Catch::Contains;
using Catch::Matchers::WithinRel;
using test::SmallTrial;

const double kNone = std::nan("");

void CheckNumbers(const NumberSummary& summary, const std::vector<double>& expected) {
  CHECK(summary.n == expected[0]);
  const std::vector<double> own = {summary.mean, summary.sd,  summary.median, summary.q1,
                                   summary.q3,   summary.min, summary.max};
  for (std::size_t k = 0; k < own.size(); ++k) CHECK_THAT(own[k], WithinRel(expected[k + 1], 1e-14));
}

/// Ten participants, scores at days 0 and 7, and columns of every kind.
SmallTrial Ten() {
  SmallTrial trial;
  trial.plan["baselineTable"] = {{"standardisedDifferences", true}};
  trial.people =
      "id,arm,age,sex,all missing,one level,site\n"
      "1,A,34,f,,yes,s1\n2,B,33,m,,yes,s2\n3,A,51,f,,yes,s3\n4,B,46,f,,yes,s4\n5,A,,f,,yes,s5\n6,A,29,m,,yes,s6\n"
      "7,B,62,m,,yes,s7\n8,B,40,,,yes,s8\n9,A,38.5,m,,yes,s9\n10,B,57,m,,yes,s10\n11,,99,x,,no,s11\n12,A,,,,,s11\n";
  for (int who = 1; who <= 12; ++who) {
    const std::string id = std::to_string(who);
    if (who != 3) trial.diary += id + ",0," + std::to_string(who % 5 + 2) + "\n";
    trial.diary += id + ",7," + std::to_string((who * who + 1) % 6) + "\n";
  }
  return trial;
}

BaselineTable TableOf(const SmallTrial& trial) {
  const Report report = Analyze(ReadPlan(trial.plan.dump()), trial.Tables());
  REQUIRE(report.baseline);
  return *report.baseline;
}

const BaselineRow& RowOf(const BaselineTable& table, const std::string& name) {
  for (const BaselineRow& row : table.rows) {
    if (row.name == name) return row;
  }
  FAIL("no row " << name);
  return table.rows.front();
}

TEST_CASE("numbers have the mean, SD and quartiles of R, by arm and in all") {
  const BaselineTable table = TableOf(Ten());
  const BaselineRow& age = RowOf(table, "age");
  REQUIRE(age.numbers.size() == 3);
  CheckNumbers(age.numbers[0], {4, 38.125, 9.4196160572852801, 36.25, 32.75, 41.625, 29, 51});
  CheckNumbers(age.numbers[1], {5, 47.600000000000001, 11.928956366757321, 46, 40, 57, 33, 62});
  CheckNumbers(age.numbers[2], {9, 43.388888888888886, 11.373702612215212, 40, 34, 51, 29, 62});
  CHECK(age.numbers[0].missing == 2);
  CHECK(age.numbers[2].missing == 2);  // the participant without an arm is in no group
  REQUIRE(age.differences.size() == 1);
  CHECK_THAT(age.differences[0], WithinRel(0.88157813592388412, 1e-14));
}

TEST_CASE("categories count levels that somebody with an arm has") {
  const BaselineTable table = TableOf(Ten());
  const BaselineRow& sex = RowOf(table, "sex");
  CHECK(sex.is_category);
  CHECK(sex.levels == std::vector<std::string>{"f", "m"});
  CHECK(sex.categories[0].counts == std::vector<int>{3, 2});
  CHECK(sex.categories[0].missing == 1);
  CHECK(sex.categories[1].counts == std::vector<int>{1, 3});
  CHECK(sex.categories[2].n == 9);
  CHECK(sex.categories[2].counts == std::vector<int>{4, 5});
}

TEST_CASE("one level, and no value at all, have no difference") {
  const BaselineTable table = TableOf(Ten());
  const BaselineRow& one = RowOf(table, "one level");
  CHECK(one.levels == std::vector<std::string>{"yes"});
  CHECK(std::isnan(one.differences.at(0)));
  const BaselineRow& missing = RowOf(table, "all missing");
  CHECK(missing.numbers[2].n == 0);
  CHECK(missing.numbers[2].missing == 11);
  CHECK(std::isnan(missing.numbers[2].mean));
  CHECK(std::isnan(missing.differences.at(0)));
}

TEST_CASE("the default leaves out columns that play a part and those of many levels; the plan may ask for them") {
  SmallTrial trial = Ten();
  const Report report = Analyze(ReadPlan(trial.plan.dump()), trial.Tables());
  const std::vector<std::string> columns = {"age", "sex", "all missing", "one level"};
  CHECK(report.plan.baseline_table.columns == columns);
  CHECK(report.baseline->rows.size() == 5);
  trial.plan["baselineTable"] = {{"columns", {"site", "age"}}};
  const BaselineTable asked = TableOf(trial);
  CHECK(asked.rows[0].name == "site");
  CHECK(asked.rows[0].levels.size() == 11);
  CHECK(asked.rows[1].differences.empty());
  trial.plan["baselineTable"] = {{"columns", Json::array()}};
  CHECK(TableOf(trial).rows.size() == 1);  // the score
}

TEST_CASE("baseline scores stand below the columns, each once") {
  SmallTrial trial = Ten();
  Json second = trial.Outcome();
  second["id"] = "again";
  second["model"]["response"] = "value";
  trial.plan["outcomes"].push_back(second);
  const BaselineTable table = TableOf(trial);
  const BaselineRow& score = table.rows.back();
  CHECK(score.name == "dfs.total");
  CHECK(score.is_score);
  CHECK(score.numbers[0].n == 5);  // 1, 5, 6, 9 and 12
  CHECK(score.numbers[0].missing == 1);
  CHECK_THAT(score.numbers[0].mean, WithinRel((3 + 2 + 3 + 6 + 4) / 5.0, 1e-14));
  CHECK(score.numbers[1].n == 5);
}

TEST_CASE("values have a baseline where it is named or of the first day, and not where treatment came before") {
  SmallTrial trial = Ten();
  trial.Model()["response"] = "value";
  CHECK(TableOf(trial).rows.back().is_score);
  std::string late = trial.diary;
  for (std::size_t at = 0; (at = late.find(",0,", at)) != std::string::npos;) late.replace(at, 3, ",3,");
  trial.diary = late;
  CHECK_FALSE(TableOf(trial).rows.back().is_score);
  trial.Model()["baselineVisit"] = "3";
  CHECK(TableOf(trial).rows.back().is_score);
}

TEST_CASE("a single-file trial describes the columns that have one value per participant") {
  SmallTrial trial;
  trial.plan["files"] =
      Json::parse(R"([{"name": "diary.csv", "role": "records", "id": "id", "visit": "day", "arm": "arm"}])");
  trial.diary = "id,arm,day,dfs,age,weight\n";
  for (int who = 0; who < 6; ++who) {
    for (const int day : {0, 7}) {
      trial.diary += std::to_string(who) + (who % 2 == 0 ? ",A," : ",B,") + std::to_string(day) + "," +
                     std::to_string((who * 3 + day) % 10) + "," + std::to_string(30 + who) + "," +
                     std::to_string(60 + day) + "\n";
    }
  }
  const Report report = Analyze(ReadPlan(trial.plan.dump()), {trial.Tables()[1]});
  CHECK(report.plan.baseline_table.columns == std::vector<std::string>{"age"});
  trial.plan["baselineTable"] = {{"columns", {"weight"}}};
  const Report varying = Analyze(ReadPlan(trial.plan.dump()), {trial.Tables()[1]});
  CHECK_FALSE(varying.baseline);
  REQUIRE(varying.errors.size() == 1);
  CHECK(varying.errors[0].code() == "covariate_varies");
  CHECK_THAT(varying.errors[0].what(), Contains("a baseline characteristic has one value per participant"));
}

TEST_CASE("a column that is not there takes out the table and nothing else, and the check tells it") {
  SmallTrial trial = Ten();
  trial.plan["baselineTable"] = {{"columns", {"agee"}}};
  const Report report = Analyze(ReadPlan(trial.plan.dump()), trial.Tables());
  CHECK_FALSE(report.baseline);
  REQUIRE(report.errors.size() == 1);
  CHECK(report.errors[0].code() == "unknown_column");
  CHECK_FALSE(report.outcomes[0].error);
  trial.File(0)["guess"] = "guess";
  const Json check = Json::parse(CheckJson(trial.plan.dump(), trial.Tables()));
  std::string told;
  for (const Json& problem : check["problems"]) told += problem["problem"]["message"].get<std::string>() + "\n";
  CHECK_THAT(told, Contains("agee") && Contains("no column \"guess\""));
}

TEST_CASE("quartiles and spreads of few values") {
  CheckNumbers(SummaryOfNumbers({4, kNone, 2}), {2, 3, std::sqrt(2.0), 3, 2.5, 3.5, 2, 4});
  const NumberSummary one = SummaryOfNumbers({7});
  CHECK(one.median == 7);
  CHECK(one.q1 == 7);
  CHECK(std::isnan(one.sd));
  CHECK(SummaryOfNumbers({0.1, 0.1, 0.1}).sd == 0);
}

TEST_CASE("groups that do not vary have no difference, and one that does not has") {
  const NumberSummary flat = SummaryOfNumbers({5, 5, 5}), other = SummaryOfNumbers({6, 6});
  CHECK(std::isnan(StandardisedDifference(other, flat)));
  CHECK(std::isnan(StandardisedDifference(SummaryOfNumbers({5}), SummaryOfNumbers({1, 2}))));
  // (6 - 1.5) / sqrt((0 + 0.5) / 2)
  CHECK_THAT(StandardisedDifference(other, SummaryOfNumbers({1, 2})), WithinRel(9.0, 1e-14));
}

CategorySummary Categories(const std::vector<int>& counts) {
  CategorySummary summary;
  summary.counts = counts;
  for (const int count : counts) summary.n += count;
  return summary;
}

TEST_CASE("differences of categories are those of Yang and Dalton") {
  const auto difference = [](const std::vector<int>& one, const std::vector<int>& other) {
    return StandardisedDifference(Categories(one), Categories(other));
  };
  CHECK_THAT(difference({12, 7, 5}, {8, 13, 4}), WithinRel(0.48270206147583788, 1e-13));
  CHECK_THAT(difference({5, 12, 7}, {4, 8, 13}), WithinRel(0.48270206147583788, 1e-13));  // any order
  CHECK_THAT(difference({9, 11}, {14, 6}), WithinRel(0.52270837348931676, 1e-13));
  CHECK_THAT(difference({12, 0, 5}, {8, 13, 4}), WithinRel(1.475280758931903, 1e-13));
  CHECK_THAT(difference({9, 11, 0}, {14, 6, 0}), WithinRel(0.52270837348931676, 1e-13));  // a level of another arm
  CHECK(difference({3, 3}, {5, 5}) == 0);
  CHECK(std::isnan(difference({3, 0}, {0, 5})));  // no level in common
  CHECK(std::isnan(difference({0, 0}, {2, 5})));
  CHECK(std::isnan(difference({3, 0}, {5, 0})));
}

}  // namespace
}  // namespace fatigue
