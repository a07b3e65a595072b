// SPDX-License-Identifier: MIT
// At a variance of 0 inference is that of the model without it, and so is the likelihood.
#include <catch2/catch.hpp>

#include "report/compare_models.h"
#include "support/checks.h"

namespace fatigue::test {
namespace {

TEST_CASE("a slope variance of zero is reported as a singular fit with the inference of the model without it") {
  const ReferenceCase uncorrelated = LoadCase(ShippedCollection(), "singular_uncor_reml");
  const ReferenceCase intercept = LoadCase(ShippedCollection(), "singular_ri_reml");
  const FittedModel singular = uncorrelated.Fit(DfMethod::kenward_roger);
  CHECK(singular.status() == "singular");
  CHECK(singular.usable());
  REQUIRE(singular.random_covariance().size() == 2);
  CHECK(singular.random_covariance()[1].matrix(0, 0) == 0);
  CHECK(singular.warnings().front().code == "singular_fit");
  const Comparison comparison(uncorrelated.name, "R 4.2.2, Kenward-Roger in SAS's parameters", kExact);
  CheckInference(intercept, intercept.expected["kenward_roger_sas"], singular,
                 comparison.In("kenward_roger_sas of singular_ri_reml"), kLmerTestAnova);
}

TEST_CASE("a variance of zero adds nothing to the likelihood, to the last digit of its p values") {
  const ReferenceCase uncorrelated = LoadCase(ShippedCollection(), "singular_uncor_reml");
  const std::string without = LoadCase(ShippedCollection(), "singular_ri_reml").spec.formula;
  const FittedModel singular = uncorrelated.Fit(DfMethod::satterthwaite);
  const LikelihoodRatio test = CompareModels(uncorrelated.data, singular, uncorrelated.spec, without);
  CHECK(test.statistic == 0);
  CHECK(test.p_value == 1);
  CHECK(test.p_mixture == 1);
}

}  // namespace
}  // namespace fatigue::test
