// SPDX-License-Identifier: MIT
// Requests of `fit`: what they may say, and how the rest is refused.
#include "report/fit_request.h"

#include <catch2/catch.hpp>

namespace fatigue {
namespace {

using Catch::Matchers::Contains;
using Names = std::vector<std::string>;

std::string RefusalOf(const std::string& request) {
  try {
    ParseFitRequest(request);
  } catch (const Error& error) {
    CHECK(error.code() == "bad_request");
    return error.what() + std::string("; ") + error.remedy();
  }
  return "";
}

TEST_CASE("columns of marginal means may stand between backticks") {
  const FitRequest request =
      ParseFitRequest(R"({"formula": "y ~ 1", "emmeans": {"specs": "`Arm | group` * VISIT | `week 4`, `a`"}})");
  CHECK(request.emmeans->of == Names{"Arm | group", "VISIT"});
  CHECK(request.emmeans->by == Names{"week 4", "a"});
}

TEST_CASE("a request says what it is that cannot be used") {
  CHECK_THAT(RefusalOf("[]"), Contains("must be an object"));
  CHECK_THAT(RefusalOf("{"), Contains("not JSON"));
  CHECK_THAT(RefusalOf(R"({"method": "ML"})"), Contains("formula is missing"));
  CHECK_THAT(RefusalOf(R"({"formula": "y ~ 1", "ddf": "residual"})"), Contains("ddf is not known"));
  CHECK_THAT(RefusalOf(R"({"formula": "y ~ 1", "df": "kr"})"), Contains("kenward_roger_mmrm"));
  CHECK_THAT(RefusalOf(R"({"formula": "y ~ 1", "confidence": 95})"), Contains("between 0 and 1"));
  CHECK_THAT(RefusalOf(R"({"formula": "y ~ 1", "levels": {"arm": "a"}})"), Contains("no list for arm"));
  CHECK_THAT(RefusalOf(R"({"formula": "y ~ 1", "emmeans": {"specs": "arm |"}})"), Contains("after the bar"));
  CHECK_THAT(RefusalOf(R"({"formula": "y ~ 1", "emmeans": {"specs": "arm", "at": {"day": []}}})"),
             Contains("emmeans.at"));
  CHECK_THAT(RefusalOf(R"({"formula": "y ~ 1", "emmeans": {"specs": "arm", "custom": [{"name": "late"}]}})"),
             Contains("emmeans.custom[0].weights is missing"));
}

TEST_CASE("Kenward-Roger is the default where it is defined") {
  CHECK(ParseFitRequest(R"({"formula": "y ~ 1"})").spec.df == DfMethod::kenward_roger);
  CHECK(ParseFitRequest(R"({"formula": "y ~ 1", "method": "ML"})").spec.df == DfMethod::satterthwaite);
  CHECK(ParseFitRequest(R"({"formula": "y ~ 1", "vcov": "empirical"})").spec.df == DfMethod::satterthwaite);
}

}  // namespace
}  // namespace fatigue
