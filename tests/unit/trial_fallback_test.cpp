// SPDX-License-Identifier: MIT
// Structures and methods that give way to others, and how the report tells of it.
#include <catch2/catch.hpp>

#include "report/trial.h"
#include "support/trial_of_twelve.h"

namespace fatigue {
namespace {

using Catch::Contains;
using test::MessageOf;
using test::TrialOfTwelve;

/// Visits 7, 14 and 21, of which nobody is seen at both 7 and 14: the data do not tell their covariance.
TrialOfTwelve WithoutOnePair() {
  TrialOfTwelve trial;
  trial.scores = "id,day,fss\n";
  for (int i = 0; i < 12; ++i) {
    const std::string id = "P" + std::to_string(i + 1);
    const int level = 40 + i * 5 % 7;
    trial.scores += id + ",0," + std::to_string(level + i % 3) + "\n";
    trial.scores += id + (i % 4 < 2 ? ",7," : ",14,") + std::to_string(level - 2 + i * 3 % 5) + "\n";
    trial.scores += id + ",21," + std::to_string(level - 4 + i * 7 % 6) + "\n";
  }
  return trial;
}

TEST_CASE("a structure the data cannot tell gives way to the next of the plan, and it is said") {
  TrialOfTwelve trial = WithoutOnePair();
  trial.Model(0)["fallback"] = {"cs"};
  const OutcomeResult fss = trial.Run().outcomes[0];
  REQUIRE_FALSE(fss.error);
  REQUIRE(fss.model->tried.size() == 2);
  CHECK(fss.model->tried[0].covariance == "us");
  CHECK(fss.model->tried[0].status != "converged");
  CHECK(fss.model->tried[1].covariance == "cs");
  CHECK(fss.model->tried[1].status == "converged");
  CHECK(fss.model->plan.structure == "us");
  CHECK(fss.model->covariance_used == "cs");
  CHECK(fss.model->formula == "change ~ baseline + arm * visit + cs(visit | id)");
  CHECK_THAT(MessageOf(fss.warnings, "fallback_used"), Contains("the covariance is cs") && Contains("us ("));

  trial.Model(0)["covariance"] = "cs";
  const OutcomeResult first = trial.Run().outcomes[0];
  CHECK(first.model->tried.size() == 1);
  CHECK(MessageOf(first.warnings, "fallback_used") == "no warning fallback_used");
  CHECK(first.effects.at(0).difference.estimate.estimate == fss.effects.at(0).difference.estimate.estimate);
}

TEST_CASE("an outcome for which no structure of the plan fits says what was tried") {
  TrialOfTwelve trial = WithoutOnePair();
  trial.Model(0)["fallback"] = Json::array();
  const Report report = trial.Run();
  REQUIRE(report.outcomes[0].error);
  CHECK(report.outcomes[0].error->code() == "no_usable_fit");
  CHECK_THAT(report.outcomes[0].error->what(), Contains("scores.csv") && Contains("us ("));
  CHECK_FALSE(report.outcomes[1].error);
}

TEST_CASE("Kenward-Roger with ML gives way to Satterthwaite, and it is said") {
  TrialOfTwelve trial;
  trial.Model(0)["method"] = "ML";
  const OutcomeResult fss = trial.Run().outcomes[0];
  REQUIRE_FALSE(fss.error);
  CHECK(fss.model->df == DfMethod::satterthwaite);
  CHECK_THAT(MessageOf(fss.warnings, "df_replaced"), Contains("kenward_roger needs REML"));
  trial.Model(0)["df"] = "satterthwaite";
  CHECK(MessageOf(trial.Run().outcomes[0].warnings, "df_replaced") == "no warning df_replaced");
}

}  // namespace
}  // namespace fatigue
