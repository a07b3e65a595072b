// SPDX-License-Identifier: MIT
// Marginal models (MMRM) against R: mmrm 0.3.18 with fits polished to a gradient below 1e-11, emmeans 1.8.4-1, and
// Kenward-Roger in SAS's parameters from the collection's plain-R implementation, itself checked against PROC MIXED
// (tests/reference/ship/README.md). Tolerance kExact.
#include <catch2/catch.hpp>

#include "support/reference_case.h"

namespace fatigue::test {
namespace {

FittedModel Run(const ReferenceCase& reference, DfMethod df) {
  ModelSpec spec = reference.spec;
  spec.df = df;
  return RunModel(reference.data, spec);
}

void CheckReml(const std::string& name) {
  INFO(name);
  const ReferenceCase reference = LoadShippedCase(name);
  const FittedModel kenward_roger = Run(reference, DfMethod::kenward_roger);
  REQUIRE(kenward_roger.status() == "converged");
  CheckFit(reference, kenward_roger, kExact);
  CheckInference(reference, reference.expected["kenward_roger_sas"], kenward_roger, kExact, kExact);
  const auto check = [&](DfMethod df, const char* df_name, const char* vcov_name) {
    INFO(df_name << " " << vcov_name);
    CheckInference(reference, InferenceBlock(reference, df_name, vcov_name), Run(reference, df), kExact, kExact);
  };
  check(DfMethod::satterthwaite, "Satterthwaite", "Asymptotic");
  check(DfMethod::kenward_roger_mmrm, "Kenward-Roger", "Kenward-Roger");
  check(DfMethod::kenward_roger_linear, "Kenward-Roger", "Kenward-Roger-Linear");
  check(DfMethod::between_within, "Between-Within", "");
  check(DfMethod::residual, "Residual", "");
}

void CheckMl(const std::string& name) {
  INFO(name);
  const ReferenceCase reference = LoadShippedCase(name);
  const FittedModel model = Run(reference, DfMethod::satterthwaite);
  REQUIRE(model.status() == "converged");
  CheckFit(reference, model, kExact);
  CheckInference(reference, InferenceBlock(reference, "Satterthwaite", "Asymptotic"), model, kExact, kExact);
}

TEST_CASE("us by REML agrees with mmrm") { CheckReml("two_arm_us_reml"); }
TEST_CASE("cs by REML agrees with mmrm") { CheckReml("two_arm_cs_reml"); }
TEST_CASE("csh by REML agrees with mmrm") { CheckReml("two_arm_csh_reml"); }
TEST_CASE("ar1 by REML agrees with mmrm") { CheckReml("two_arm_ar1_reml"); }
TEST_CASE("ar1h by REML agrees with mmrm") { CheckReml("two_arm_ar1h_reml"); }
TEST_CASE("toep by REML agrees with mmrm") { CheckReml("two_arm_toep_reml"); }
TEST_CASE("toeph by REML agrees with mmrm") { CheckReml("two_arm_toeph_reml"); }
TEST_CASE("ad by REML agrees with mmrm") { CheckReml("two_arm_ad_reml"); }
TEST_CASE("adh by REML agrees with mmrm") { CheckReml("two_arm_adh_reml"); }
TEST_CASE("sp_exp by REML agrees with mmrm") { CheckReml("two_arm_sp_exp_reml"); }
TEST_CASE("one us matrix per arm agrees with mmrm") { CheckReml("two_arm_us_group_reml"); }
TEST_CASE("weighted us agrees with mmrm") { CheckReml("two_arm_us_weighted_reml"); }
TEST_CASE("a pilot of 18 with us agrees with mmrm") { CheckReml("pilot_us_reml"); }
TEST_CASE("a pilot of 18 with cs agrees with mmrm") { CheckReml("pilot_cs_reml"); }
TEST_CASE("a pilot of 18 with ar1 agrees with mmrm") { CheckReml("pilot_ar1_reml"); }
TEST_CASE("a pilot of 18 with toep agrees with mmrm") { CheckReml("pilot_toep_reml"); }
TEST_CASE("us by ML agrees with mmrm") { CheckMl("two_arm_us_ml"); }
TEST_CASE("cs by ML agrees with mmrm") { CheckMl("two_arm_cs_ml"); }
TEST_CASE("ar1 by ML agrees with mmrm") { CheckMl("two_arm_ar1_ml"); }
TEST_CASE("toeph by ML agrees with mmrm") { CheckMl("two_arm_toeph_ml"); }

}  // namespace
}  // namespace fatigue::test
