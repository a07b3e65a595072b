// SPDX-License-Identifier: MIT
// Random-effects models against R: lme4 1.1-31, lmerTest 3.1-3, pbkrtest 0.5.2, emmeans 1.8.4-1 (tolerance kLme4), and
// against the collection's polished fit and Kenward-Roger in SAS's parameters (tolerance kExact).
#include <catch2/catch.hpp>

#include "support/reference_case.h"

namespace fatigue::test {
namespace {

FittedModel Run(const ReferenceCase& reference, DfMethod df, Information information = Information::observed) {
  ModelSpec spec = reference.spec;
  spec.df = df;
  spec.information = information;
  return RunModel(reference.data, spec);
}

void CheckReml(const std::string& name) {
  INFO(name);
  const ReferenceCase reference = LoadShippedCase(name);
  const FittedModel sas = Run(reference, DfMethod::kenward_roger);
  REQUIRE(sas.status() == "converged");
  CheckFit(reference, sas, kLme4);
  {
    INFO("Kenward-Roger in SAS's parameters; lmerTest made its anova contrasts");
    CheckInference(reference, reference.expected["kenward_roger_sas"], sas, kExact, kLmerTestAnova);
  }
  {
    INFO("lmerTest");
    CheckInference(reference, InferenceBlock(reference, "Satterthwaite", ""), Run(reference, DfMethod::satterthwaite),
                   kLme4, kLmerTestAnova);
  }
  INFO("pbkrtest");
  CheckInference(reference, InferenceBlock(reference, "Kenward-Roger", ""),
                 Run(reference, DfMethod::kenward_roger, Information::expected), kLme4, kLmerTestAnova);
}

void CheckMl(const std::string& name) {
  INFO(name);
  const ReferenceCase reference = LoadShippedCase(name);
  const FittedModel model = Run(reference, DfMethod::satterthwaite);
  REQUIRE(model.status() == "converged");
  CheckFit(reference, model, kLme4);
  CheckInference(reference, InferenceBlock(reference, "Satterthwaite", ""), model, kLme4, kLmerTestAnova);
}

TEST_CASE("a random intercept by REML agrees with lme4") { CheckReml("diary_ri_reml"); }
TEST_CASE("a random intercept and slope by REML agree with lme4") { CheckReml("diary_ris_reml"); }
TEST_CASE("uncorrelated intercept and slope by REML agree with lme4") { CheckReml("diary_uncor_reml"); }
TEST_CASE("nested random intercepts by REML agree with lme4") { CheckReml("nested_reml"); }
TEST_CASE("a random slope near the boundary by REML agrees with lme4") { CheckReml("singular_ris_reml"); }
TEST_CASE("a random intercept by ML agrees with lme4") { CheckMl("diary_ri_ml"); }
TEST_CASE("a random intercept and slope by ML agree with lme4") { CheckMl("diary_ris_ml"); }
TEST_CASE("uncorrelated intercept and slope by ML agree with lme4") { CheckMl("diary_uncor_ml"); }
TEST_CASE("nested random intercepts by ML agree with lme4") { CheckMl("nested_ml"); }

TEST_CASE("a slope variance of zero is reported as a singular fit with the inference of the model without it") {
  const ReferenceCase uncorrelated = LoadShippedCase("singular_uncor_reml");
  const ReferenceCase intercept = LoadShippedCase("singular_ri_reml");
  const FittedModel singular = Run(uncorrelated, DfMethod::kenward_roger);
  CHECK(singular.status() == "singular");
  CHECK(singular.usable());
  REQUIRE(singular.random_covariance().size() == 2);
  CHECK(singular.random_covariance()[1].matrix(0, 0) == 0);
  CHECK(singular.warnings().front().code == "singular_fit");
  CheckFit(uncorrelated, singular, kLme4);
  CheckInference(intercept, intercept.expected["kenward_roger_sas"], singular, kExact, kLmerTestAnova);
}

}  // namespace
}  // namespace fatigue::test
