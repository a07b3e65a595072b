// SPDX-License-Identifier: MIT
// Residuals and fitted values of single participants as a plan gives them, against exact arithmetic and nlme's
// normalised residuals (ship/residuals_predictions, two_arm us).
#include "report/individual.h"

#include <catch2/catch.hpp>

#include "support/checks.h"

namespace fatigue::test {
namespace {

const char* kPlan = R"({
  "schemaVersion": 1,
  "files": [{"name": "two_arm.csv", "role": "records", "id": "ID", "arm": "ARM", "visit": "VISIT"}],
  "arms": {"order": ["PBO", "TRT"]},
  "instruments": [{"id": "mfis", "instrument": "MFIS", "file": "two_arm.csv", "scores": {"total": "AVAL"}}],
  "outcomes": [{"id": "two_arm", "score": "mfis.total",
    "model": {"kind": "mmrm", "response": "change", "baseline": {"kind": "column", "column": "BASE"},
              "covariates": ["SEX"]},
    "effect": {"kind": "average_difference"}}]
})";

TEST_CASE("residuals of single participants are those of other software") {
  const std::vector<ReferenceCase> cases = LoadCases(ShippedCollection(), "residuals_predictions");
  const ReferenceCase& reference = cases.at(2);
  REQUIRE(reference.expected["name"] == "two_arm_us");
  const Dataset dataset = LoadDataset(ShippedCollection(), "two_arm.csv");
  const std::vector<IndividualOutcome> outcomes = LookAtParticipants(AnalyzedTrial(ReadPlan(kPlan), {dataset.table}));
  const std::vector<ResidualRow>& rows = outcomes.at(0).residuals;
  REQUIRE(rows.size() == reference.expected["n_obs"].get<size_t>());
  const Json& exact = reference.expected["rows"];
  const Json& nlme = reference.expected["nlme"];
  const Comparison comparison = Comparison(reference.name, "R 4.2.2, rows at the optimum by Newton steps", kExact);
  const Comparison by_nlme = comparison.With(reference.Software("nlme"), kLme4);
  const Column& score = dataset.table.At("AVAL");
  size_t at = 0;  // rows without a response are in the file and not in the model
  for (int line = 0; line < dataset.table.row_count; ++line) {
    if (score.IsMissing(line)) continue;
    const ResidualRow& row = rows.at(at++);
    CHECK(row.participant == dataset.table.At("ID").Text(line));
    CHECK(row.arm == dataset.table.At("ARM").Text(line));
    CHECK(row.visit == dataset.table.At("VISIT").Text(line));
    const std::string name = "row " + std::to_string(line + 1);
    const auto i = static_cast<size_t>(line);
    comparison.In("fitted").Number({"fitted", name, row.fitted, exact["fitted"][i].get<double>(), 1e-8, 5});
    comparison.In("marginal").Number({"fitted", name, row.marginal, exact["residual"][i].get<double>(), 1e-8, 5});
    const double normalised = exact["normalized_marginal"][i].get<double>();
    comparison.In("normalised").Number({"fitted", name, row.normalised, normalised, 1e-8, 1});
    const double theirs = nlme["normalized_0"][i].get<double>();
    by_nlme.In("normalised").Number({"fitted", name, row.normalised, theirs, 1e-4, 1});
  }
  CHECK(at == rows.size());
}

}  // namespace
}  // namespace fatigue::test
