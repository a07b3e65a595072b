// SPDX-License-Identifier: MIT
// What a model tells beside its numbers, and how requests that cannot be meant are refused.
#include <catch2/catch.hpp>
#include <cmath>

#include "report/model_run.h"
#include "support/made_data.h"

namespace fatigue::test {
namespace {

using Catch::Matchers::Contains;

/// Ten participants in two arms, at days 0, 3, 7 and 14; weights fall with the day by the share.
Table MakeTrial(double share = 0) {
  std::vector<double> day, y, weight, arm_code;
  std::vector<std::string> id, arm;
  const std::vector<double> days = {0, 3, 7, 14};
  for (int person = 0; person < 10; ++person) {
    for (size_t k = 0; k < days.size(); ++k) {
      const int mixed = (person * 7 + static_cast<int>(k) * 5 + person * static_cast<int>(k) * 3) % 11;
      id.push_back("P" + std::to_string(person));
      arm.push_back(person % 2 == 0 ? "active" : "placebo");
      arm_code.push_back(person % 2);
      day.push_back(days[k]);
      weight.push_back(1 - share * days[k]);
      y.push_back(20 + person % 4 - 0.1 * days[k] * (person % 3) + 0.7 * mixed);
    }
  }
  return MakeTable("trial.csv", {FactorColumn("id", id), FactorColumn("arm", arm), NumberColumn("arm01", arm_code),
                                 NumberColumn("day", day), NumberColumn("y", y), NumberColumn("w", weight)});
}

FittedModel Run(const std::string& formula, const Table& table) {
  ModelSpec spec;
  spec.formula = formula;
  return RunModel(table, spec);
}

std::vector<Warning> WarningsOf(const std::string& formula, const EmmeansSpec& spec) {
  return Run(formula, MakeTrial()).Emmeans(spec).warnings;
}

EmmeansSpec Means(const std::vector<std::string>& of, const std::vector<std::string>& by = {}) {
  EmmeansSpec spec;
  spec.of = of;
  spec.by = by;
  return spec;
}

TEST_CASE("a number among the columns of means is told, unless its values are given") {
  EmmeansSpec spec = Means({"arm01"});
  const std::vector<Warning> warnings = WarningsOf("y ~ arm01 * day + (1 | id)", spec);
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].code == "number_at_mean");
  CHECK_THAT(warnings[0].message, Contains("arm01") && Contains("0.5"));
  spec.at["arm01"] = {0, 1};
  spec.at_levels["arm01"] = {"0", "1"};
  CHECK(WarningsOf("y ~ arm01 * day + (1 | id)", spec).empty());
}

TEST_CASE("means beyond the values analysed are told") {
  EmmeansSpec spec = Means({"arm"});
  spec.at["day"] = {28};
  spec.at_levels["day"] = {"28"};
  const std::vector<Warning> warnings = WarningsOf("y ~ arm * day + (1 | id)", spec);
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].code == "extrapolated");
  CHECK_THAT(warnings[0].message, Contains("day = 28") && Contains("0 to 14"));
}

TEST_CASE("weights that do not add up to 0 are no contrast, and one contrast needs no adjustment") {
  EmmeansSpec spec = Means({"arm"});
  spec.custom = {{"sum", {1, 1}}};
  CHECK(WarningsOf("y ~ arm + (1 | id)", spec).at(0).code == "no_contrast");
  spec = Means({"arm"}, {"day"});
  spec.adjust = Adjust::holm;
  CHECK(WarningsOf("y ~ arm * factor(day) + (1 | id)", spec).at(0).code == "nothing_adjusted");
  spec = Means({"day"}, {"arm"});
  spec.adjust = Adjust::holm;
  CHECK(WarningsOf("y ~ arm * factor(day) + (1 | id)", spec).empty());
}

TEST_CASE("levels that differ in capitals or spaces only are told") {
  Table table = MakeTrial();
  table.columns[1].levels = {"placebo", "Placebo "};
  const std::vector<Warning> warnings = Run("y ~ arm + (1 | id)", table).warnings();
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].code == "levels_alike");
  CHECK_THAT(warnings[0].message, Contains("\"Placebo \" and \"placebo\""));
}

TEST_CASE("a response that does not change within participants is refused by name") {
  Table table = MakeTrial();
  for (size_t row = 0; row < table.columns[4].values.size(); ++row) {
    table.columns[4].values[row] = static_cast<double>(row / 4);
  }
  for (const std::string formula : {"y ~ arm + (1 | id)", "y ~ arm + us(day | id)"}) {
    CHECK_THROWS_WITH(Run(formula, table), "the response is the same in all rows of each id");
  }
}

TEST_CASE("a formula's error says what to do about names and transformations") {
  CHECK_THROWS_WITH(Run("log(y) ~ arm + (1 | id)", MakeTrial()), Contains("a column of its own"));
  CHECK_THROWS_WITH(Run("fatigue score ~ arm + (1 | id)", MakeTrial()), Contains("between backticks"));
}

TEST_CASE("normalised residuals are in the order of the days, whatever the weights") {
  const auto normalized = [](double share) {
    ModelSpec spec;
    spec.formula = "y ~ arm + (1 + day | id)";
    spec.weights = "w";
    std::vector<double> all;
    for (const RowResult& row : RunModel(MakeTrial(share), spec).Rows()) all.push_back(row.prediction.normalized);
    return all;
  };
  const std::vector<double> equal = normalized(0), falling = normalized(1e-9);
  for (size_t row = 0; row < equal.size(); ++row) CHECK(std::abs(equal[row] - falling[row]) < 1e-5);
}

}  // namespace
}  // namespace fatigue::test
