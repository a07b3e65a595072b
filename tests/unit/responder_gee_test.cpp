// SPDX-License-Identifier: MIT
// Odds ratios over all visits, from the answers of two arms.
#include "report/responder_gee.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace fatigue {
namespace {

using Catch::Contains;
using Catch::Matchers::WithinRel;

/// `responders` of `n` participants of an arm at a visit, from the one at `first` on; participants are numbered from
/// `from`.
void Add(std::vector<ResponderTable::Answer>* answers, int arm, int from, const std::string& visit, int responders,
         int n, int first = 0) {
  for (int k = 0; k < n; ++k) answers->push_back({from + k, arm, visit, k >= first && k < first + responders});
}

TEST_CASE("with everyone at every visit the odds ratios are those of the counts") {
  std::vector<ResponderTable::Answer> answers;
  Add(&answers, 0, 0, "7", 3, 10);
  Add(&answers, 0, 0, "14", 4, 10);
  Add(&answers, 1, 10, "7", 5, 12);
  Add(&answers, 1, 10, "14", 9, 12);
  const GeeResult gee = CompareByGee({"A", "B"}, answers, GeeCovariance::mancl_derouen, 0.95);
  REQUIRE(gee.status == "converged");
  REQUIRE(gee.rows.size() == 2);
  CHECK(gee.subjects == 22);
  CHECK(gee.observations == 44);
  CHECK(gee.rows[1].visit == "14");
  CHECK_THAT(std::exp(gee.rows[0].log_odds), WithinRel((5.0 / 7) / (3.0 / 7), 1e-10));
  CHECK_THAT(std::exp(gee.rows[1].log_odds), WithinRel((9.0 / 3) / (4.0 / 6), 1e-10));
  CHECK(gee.rows[0].df == 20);
  CHECK(gee.message.empty());
  const GeeResult plain = CompareByGee({"A", "B"}, answers, GeeCovariance::sandwich, 0.95);
  CHECK(std::isinf(plain.rows[0].df));
  // One answer each: the sandwich of a proportion's log odds is 1 / (n p (1 - p)).
  CHECK_THAT(plain.rows[0].se, WithinRel(std::sqrt(1 / 5.0 + 1 / 7.0 + 1 / 3.0 + 1 / 7.0), 1e-9));
  CHECK(plain.rows[0].se < gee.rows[0].se);
}

TEST_CASE("a visit at which all of an arm responded has no odds ratio and says so") {
  std::vector<ResponderTable::Answer> answers;
  Add(&answers, 0, 0, "7", 3, 10);
  Add(&answers, 0, 0, "14", 4, 10, 2);
  Add(&answers, 1, 10, "7", 5, 12);
  Add(&answers, 1, 10, "14", 12, 12);
  const GeeResult gee = CompareByGee({"A", "B"}, answers, GeeCovariance::sandwich, 0.95);
  REQUIRE(gee.rows.size() == 2);
  CHECK_FALSE(std::isnan(gee.rows[0].log_odds));
  CHECK(std::isnan(gee.rows[1].log_odds));
  CHECK(gee.observations == 32);
  CHECK_THAT(gee.message, Contains("all or none responded in B at 14"));
}

TEST_CASE("a correlation that no pairs tell of is taken as 0 and said to be") {
  std::vector<ResponderTable::Answer> answers;
  Add(&answers, 0, 0, "7", 3, 10);
  Add(&answers, 1, 10, "7", 5, 12);
  const GeeResult gee = CompareByGee({"A", "B"}, answers, GeeCovariance::sandwich, 0.95);
  CHECK(gee.status == "converged");
  CHECK(gee.correlation == 0);
  CHECK_THAT(gee.message, Contains("taken as 0"));
}

TEST_CASE("nobody who responds is no crash") {
  std::vector<ResponderTable::Answer> answers;
  Add(&answers, 0, 0, "7", 0, 5);
  Add(&answers, 1, 5, "7", 0, 5);
  const GeeResult gee = CompareByGee({"A", "B"}, answers, GeeCovariance::mancl_derouen, 0.95);
  CHECK(gee.status == "not_converged");
  REQUIRE(gee.rows.size() == 1);
  CHECK(std::isnan(gee.rows[0].log_odds));
}

}  // namespace
}  // namespace fatigue
