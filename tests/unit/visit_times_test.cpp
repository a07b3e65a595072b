// SPDX-License-Identifier: MIT
// What is told of the times of visits, where a covariance structure goes by the places of visits.
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "report/model_run.h"
#include "support/made_data.h"

namespace fatigue {
namespace {

using Catch::Matchers::Contains;

std::string WarningCodes(const Table& table, const std::string& term, const std::map<std::string, double>& days = {}) {
  ModelSpec spec;
  spec.formula = "y ~ arm + " + term;
  spec.visit_days = days;
  std::string all;
  for (const Warning& warning : RunModel(table, spec).warnings()) all += warning.code + " ";
  return all;
}

}  // namespace

TEST_CASE("unequal days are told where a structure counts visits") {
  Table table = test::MadeTrial();
  for (double& day : test::ColumnOf(&table, "day").values) day = day * day;
  CHECK_THAT(WarningCodes(table, "ar1(day | id)"), Contains("unequal_spacing"));
  CHECK_THAT(WarningCodes(table, "sp_exp(day | id)"), !Contains("unequal_spacing"));
}

TEST_CASE("times are told by labels with numbers, and by days that are known") {
  Table table = test::MadeTrial();
  const size_t visits = test::ColumnOf(&table, "visit").levels.size();
  const auto codes = [&table](const std::string& structure, const std::vector<std::string>& labels,
                              const std::map<std::string, double>& days = {}) {
    test::ColumnOf(&table, "visit").levels = labels;
    return WarningCodes(table, structure + "(visit | id)", days);
  };
  std::vector<std::string> even, uneven, falling, letters;
  std::map<std::string, double> days;
  for (size_t k = 0; k < visits; ++k) {
    even.push_back("Week " + std::to_string(2 * k + 2));
    uneven.push_back("Week " + std::to_string(k * k + 1));
    falling.push_back("Week " + std::to_string(8 + 3 * k));  // as words, Week 8 comes last
    letters.push_back(std::string(1, static_cast<char>('a' + k)));
    days[letters.back()] = static_cast<double>(k * k);
  }
  CHECK_THAT(codes("ar1", even), !Contains("unequal_spacing") && !Contains("visit_order"));
  CHECK_THAT(codes("ar1", uneven), Contains("unequal_spacing"));
  CHECK_THAT(codes("cs", uneven), !Contains("unequal_spacing"));
  CHECK_THAT(codes("ar1", falling), Contains("visit_order"));
  CHECK_THAT(codes("ad", falling), Contains("visit_order"));
  CHECK_THAT(codes("us", falling), !Contains("visit_order"));
  CHECK_THAT(codes("ar1", letters), !Contains("unequal_spacing"));
  CHECK_THAT(codes("ar1", letters, days), Contains("unequal_spacing"));
  // Labels that are not alike but for their numbers count nothing together.
  std::vector<std::string> mixed = uneven;
  mixed.back() = "Day 90";
  CHECK_THAT(codes("ar1", mixed), !Contains("unequal_spacing"));
}

}  // namespace fatigue
