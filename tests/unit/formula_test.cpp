// SPDX-License-Identifier: MIT
#include "design/formula.h"

#include <catch2/catch.hpp>

#include "base/error.h"

namespace fatigue {
namespace {

std::vector<std::string> TermLabels(const std::string& text) {
  const Formula formula = ParseFormula(text);
  std::vector<std::string> labels;
  for (const Term& term : formula.fixed.terms) labels.push_back(formula.fixed.Label(term));
  return labels;
}

using Strings = std::vector<std::string>;

TEST_CASE("terms expand and sort as R's terms() does") {
  CHECK(TermLabels("y ~ a * b") == Strings{"a", "b", "a:b"});
  CHECK(TermLabels("y ~ a:b + c + a") == Strings{"c", "a", "a:b"});
  CHECK(TermLabels("y ~ b + a:b") == Strings{"b", "b:a"});
  CHECK(TermLabels("y ~ a * b * c") == Strings{"a", "b", "c", "a:b", "a:c", "b:c", "a:b:c"});
  CHECK(TermLabels("y ~ (a + b) * c - a:c") == Strings{"a", "b", "c", "b:c"});
  CHECK(TermLabels("y ~ `raised BP` + x.1") == Strings{"raised BP", "x.1"});
  CHECK(TermLabels("y ~ a / b") == Strings{"a", "a:b"});
  CHECK(TermLabels("y ~ (a + b) / c") == Strings{"a", "b", "a:b:c"});
  CHECK(TermLabels("y ~ a / b / c") == Strings{"a", "a:b", "a:b:c"});
  CHECK(TermLabels("y ~ a + b %in% a") == Strings{"a", "a:b"});
  CHECK(TermLabels("y ~ (a + b + c)^2") == Strings{"a", "b", "c", "a:b", "a:c", "b:c"});
  CHECK(TermLabels("y ~ (a + b + c)^3 - a:b:c") == Strings{"a", "b", "c", "a:b", "a:c", "b:c"});
  CHECK(TermLabels("y ~ a + (b + c)^1") == Strings{"a", "b", "c"});
}

TEST_CASE("the intercept is dropped by -1 and by 0 and only by them") {
  CHECK(ParseFormula("y ~ a").fixed.intercept);
  CHECK(ParseFormula("y ~ 1").fixed.intercept);
  CHECK_FALSE(ParseFormula("y ~ a - 1").fixed.intercept);
  CHECK_FALSE(ParseFormula("y ~ 0 + a").fixed.intercept);
  CHECK_FALSE(ParseFormula("y ~ -1 + a").fixed.intercept);
}

TEST_CASE("a covariance term names structure, visit, group and subject") {
  const Formula formula = ParseFormula("FEV1 ~ ARMCD * AVISIT + ar1h(AVISIT | ARMCD / USUBJID)");
  REQUIRE(formula.covariance);
  CHECK(formula.covariance->structure == CovStructure::ar1h);
  CHECK(formula.covariance->visit == "AVISIT");
  CHECK(formula.covariance->group == "ARMCD");
  CHECK(formula.covariance->subject == "USUBJID");
  CHECK(formula.fixed.terms.size() == 3);
}

TEST_CASE("random-effects terms keep their intercept, correlation and nesting") {
  const Formula both = ParseFormula("y ~ day + (1 + day | id)");
  REQUIRE(both.random.size() == 1);
  CHECK(both.random[0].effects.intercept);
  CHECK(both.random[0].effects.variables == Strings{"day"});
  CHECK(both.random[0].correlated);
  CHECK(both.fixed.variables == Strings{"day"});
  CHECK_FALSE(ParseFormula("y ~ day + (day || id)").random[0].correlated);
  CHECK_FALSE(ParseFormula("y ~ day + (0 + day | id)").random[0].effects.intercept);
  const Formula nested = ParseFormula("y ~ 1 + (1 | site/id)");
  REQUIRE(nested.random.size() == 2);
  CHECK(nested.random[0].group == Strings{"site"});
  CHECK(nested.random[1].group == Strings{"site", "id"});
  const Formula within = ParseFormula("y ~ 1 + (1 | site:factor(id)) + (1 | factor(site))");
  REQUIRE(within.random.size() == 2);
  CHECK(within.random[0].group == Strings{"id", "site"});  // levels are named "site:id"
  CHECK(within.random[1].group == Strings{"site"});
}

TEST_CASE("a formula that cannot be read says what is wrong with it") {
  const auto message = [](const std::string& text) -> std::string {
    try {
      ParseFormula(text);
    } catch (const Error& error) {
      CHECK(error.code() == "formula_syntax");
      return error.what();
    }
    return "accepted";
  };
  using Catch::Matchers::Contains;
  CHECK_THAT(message("y a + b"), Contains("expected '~' before \"a + b\""));
  CHECK_THAT(message("y ~ a +"), Contains("expected a column at its end"));
  CHECK_THAT(message("y ~ un(visit | id)"), Contains("\"un\" is not known") && Contains("us, toeph"));
  CHECK_THAT(message("y ~ a + us(visit | id) + cs(visit | id)"), Contains("two covariance terms"));
  CHECK_THAT(message("y ~ a:us(visit | id)"), Contains("only be added with +"));
  CHECK_THAT(message("y ~ a - us(visit | id)"), Contains("only be added with +"));
  CHECK_THAT(message("y ~ (1 | id) * a"), Contains("only be added with +"));
  CHECK_THAT(message("y ~ (1 | id) / a"), Contains("only be added with +"));
  CHECK_THAT(message("y ~ (a + b)^x"), Contains("expected a power"));
  CHECK_THAT(message("y ~ (a + b)^0"), Contains("expected a power"));
  CHECK_THAT(message("y ~ (a + b)^12"), Contains("expected a power"));
  CHECK_THAT(message("y ~ (us(visit | id) | g)"), Contains("only be added with +"));
  CHECK_THAT(message("y ~ (a"), Contains("expected ')'"));
  CHECK_THAT(message("y ~ a)"), Contains("unexpected \")\""));
  CHECK_THAT(message("y ~ 2 * a"), Contains("before \"2 * a\""));
  CHECK_THAT(message("y ~ " + std::string(500, '(')), Contains("nested too deeply"));
}

}  // namespace
}  // namespace fatigue
