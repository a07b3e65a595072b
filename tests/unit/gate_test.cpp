// SPDX-License-Identifier: MIT
// Outcomes tested in a fixed sequence, and p values adjusted within a family.
#include "report/gate.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "inference/multiplicity.h"
#include "report/option_names.h"
#include "support/text_table.h"

namespace fatigue {
namespace {

OutcomeResult Tested(OutcomeRole role, const std::vector<double>& p_values) {
  OutcomeResult outcome;
  outcome.role = role;
  for (const double p : p_values) {
    EffectRow effect;
    effect.difference.estimate.p_value = p;
    outcome.effects.push_back(effect);
  }
  return outcome;
}

/// "1 rejected, 2 open, 3 closed": each outcome's place and fate, in the order of the plan.
std::string Fates(std::vector<OutcomeResult> outcomes, double alpha = 0.05) {
  TestInOrder(alpha, &outcomes);
  std::string text;
  for (const OutcomeResult& outcome : outcomes) {
    REQUIRE(outcome.gate);
    CHECK(outcome.gate->alpha == alpha);
    const std::string fate = outcome.gate->rejected ? "rejected" : outcome.gate->open ? "open" : "closed";
    text += (text.empty() ? "" : ", ") + std::to_string(outcome.gate->position) + " " + fate;
  }
  return text;
}

constexpr OutcomeRole kPrimary = OutcomeRole::primary, kSecondary = OutcomeRole::secondary;

TEST_CASE("outcomes are tested in the plan's order, the primary ones first") {
  CHECK(Fates({Tested(kSecondary, {0.01}), Tested(kPrimary, {0.01}), Tested(kSecondary, {0.01}),
               Tested(kPrimary, {0.01})}) == "3 rejected, 1 rejected, 4 rejected, 2 rejected");
}

TEST_CASE("the first outcome that is not rejected closes all after it, however small their p values") {
  CHECK(Fates({Tested(kPrimary, {0.01}), Tested(kSecondary, {0.2}), Tested(kSecondary, {1e-9})}) ==
        "1 rejected, 2 open, 3 closed");
  CHECK(Fates({Tested(kSecondary, {1e-9}), Tested(kPrimary, {0.2})}) == "2 closed, 1 open");
}

TEST_CASE("an outcome that failed, or whose effect cannot be told, closes the gate") {
  OutcomeResult failed = Tested(kPrimary, {});
  failed.error = Error("no_data", "no data");
  CHECK(Fates({failed, Tested(kSecondary, {0.001})}) == "1 open, 2 closed");
  CHECK(Fates({Tested(kPrimary, {std::nan("")}), Tested(kSecondary, {0.001})}) == "1 open, 2 closed");
  CHECK(Fates({Tested(kPrimary, {}), Tested(kSecondary, {0.001})}) == "1 open, 2 closed");
}

TEST_CASE("a p value that equals the level rejects") {
  CHECK(Fates({Tested(kPrimary, {0.05})}) == "1 rejected");
  CHECK(Fates({Tested(kPrimary, {0.0500001})}) == "1 open");
  CHECK(Fates({Tested(kPrimary, {0.15}), Tested(kSecondary, {0.19})}, 0.2) == "1 rejected, 2 rejected");
}

TEST_CASE("with several arms every effect must be rejected") {
  CHECK(Fates({Tested(kPrimary, {0.01, 0.2}), Tested(kSecondary, {0.01})}) == "1 open, 2 closed");
  CHECK(Fates({Tested(kPrimary, {0.01, 0.02}), Tested(kSecondary, {0.01})}) == "1 rejected, 2 rejected");
}

TEST_CASE("where p values are adjusted the adjusted ones decide") {
  OutcomeResult outcome = Tested(kPrimary, {0.03});
  outcome.effects[0].difference.p_adjusted = 0.06;
  CHECK(Fates({outcome, Tested(kSecondary, {0.01})}) == "1 open, 2 closed");
}

/// Each within 1e-12 of what is expected, NaN for NaN.
void CheckGateAdjusted(Multiplicity method, const std::vector<double>& p_values, const std::vector<double>& expected) {
  const std::vector<double> adjusted = AdjustPValues(p_values, method);
  REQUIRE(adjusted.size() == expected.size());
  for (size_t k = 0; k < expected.size(); ++k) {
    INFO(Name(method) << " " << k);
    if (std::isnan(expected[k])) {
      CHECK(std::isnan(adjusted[k]));
    } else {
      CHECK(std::abs(adjusted[k] - expected[k]) < 1e-12);
    }
  }
}

TEST_CASE("adjusted p values are those of the methods' definitions") {
  // By hand from the definitions at the top of multiplicity.h; R's p.adjust gives the same.
  const std::vector<double> p_values = {0.03, 0.01, 0.04, 0.02};
  CheckGateAdjusted(Multiplicity::none, p_values, p_values);
  CheckGateAdjusted(Multiplicity::bonferroni, p_values, {0.12, 0.04, 0.16, 0.08});
  CheckGateAdjusted(Multiplicity::holm, p_values, {0.06, 0.04, 0.06, 0.06});
  CheckGateAdjusted(Multiplicity::hochberg, p_values, {0.04, 0.04, 0.04, 0.04});
  CheckGateAdjusted(Multiplicity::bonferroni, {0.6, 0.9}, {1, 1});
  CheckGateAdjusted(Multiplicity::holm, {0.6, 0.9}, {1, 1});
  CheckGateAdjusted(Multiplicity::hochberg, {0.6, 0.9}, {0.9, 0.9});
  CheckGateAdjusted(Multiplicity::holm, {0.02}, {0.02});
}

TEST_CASE("a contrast that cannot be told does not count in its family") {
  const double missing = std::nan("");
  CheckGateAdjusted(Multiplicity::bonferroni, {0.01, missing, 0.02}, {0.02, missing, 0.04});
  CheckGateAdjusted(Multiplicity::holm, {0.01, missing, 0.02}, {0.02, missing, 0.02});
  CheckGateAdjusted(Multiplicity::hochberg, {missing}, {missing});
}

}  // namespace
}  // namespace fatigue
