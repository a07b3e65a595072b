// SPDX-License-Identifier: MIT
#include "report/participants_json.h"

#include <cmath>

#include "report/json_values.h"

namespace fatigue {
namespace {

constexpr char kUnknown[] = "don't know";

Json ReasonsJson(const std::vector<Reason>& reasons) {
  Json list = Json::array();
  for (const Reason& each : reasons) list.push_back({{"code", each.code}, {"reason", each.reason}, {"n", each.n}});
  return list;
}

Json OutcomeFlowJson(const OutcomeFlow& flow, const std::vector<std::string>& names) {
  Json arms = Json::array(), visits = Json::array();
  for (std::size_t k = 0; k < flow.arms.size(); ++k) {
    const OutcomeFlow::Arm& arm = flow.arms[k];
    arms.push_back({{"arm", names[k]},
                    {"randomised", arm.randomised},
                    {"withBaseline", arm.with_baseline ? Json(*arm.with_baseline) : Json(nullptr)},
                    {"analysed", arm.analysed},
                    {"notAnalysed", ReasonsJson(arm.not_analysed)}});
  }
  for (const OutcomeFlow::Visit& visit : flow.visits) {
    Json cells = Json::array();
    for (std::size_t k = 0; k < visit.arms.size(); ++k) {
      cells.push_back(
          {{"arm", names[k]}, {"analysed", visit.arms[k].analysed}, {"missing", ReasonsJson(visit.arms[k].missing)}});
    }
    visits.push_back({{"visit", visit.visit}, {"arms", cells}});
  }
  return {{"outcome", flow.outcome}, {"arms", arms}, {"visits", visits}};
}

/// The arms in order, then null for all together.
Json ArmOrAll(const std::vector<std::string>& arms, std::size_t group) {
  return group < arms.size() ? Json(arms[group]) : Json(nullptr);
}

Json NumbersJson(const Json& arm, const NumberSummary& numbers) {
  return {{"arm", arm},
          {"n", numbers.n},
          {"missing", numbers.missing},
          {"mean", Number(numbers.mean)},
          {"sd", Number(numbers.sd)},
          {"median", Number(numbers.median)},
          {"q1", Number(numbers.q1)},
          {"q3", Number(numbers.q3)},
          {"min", Number(numbers.min)},
          {"max", Number(numbers.max)}};
}

Json CategoriesJson(const Json& arm, const CategorySummary& categories) {
  Json percents = Json::array();
  for (const int count : categories.counts) {
    percents.push_back(categories.n > 0 ? Json(100.0 * count / categories.n) : Json(nullptr));
  }
  return {{"arm", arm},
          {"n", categories.n},
          {"missing", categories.missing},
          {"counts", categories.counts},
          {"percents", percents}};
}

Json RowJson(const BaselineRow& row, const std::vector<std::string>& arms) {
  Json differences = Json::array(), groups = Json::array();
  for (std::size_t k = 0; k < row.differences.size(); ++k) {
    differences.push_back({{"arm", arms[k + 1]}, {"value", Number(row.differences[k])}});
  }
  Json result = {{"name", row.name},
                 {"source", row.is_score ? "score" : "column"},
                 {"label", row.label},
                 {"standardisedDifferences", differences},
                 {"kind", row.is_category ? "category" : "number"}};
  for (std::size_t k = 0; k <= arms.size(); ++k) {
    groups.push_back(row.is_category ? CategoriesJson(ArmOrAll(arms, k), row.categories[k])
                                     : NumbersJson(ArmOrAll(arms, k), row.numbers[k]));
  }
  if (row.is_category) result["levels"] = row.levels;
  result["groups"] = groups;
  return result;
}

Json IndexJson(const BlindingIndex& index, double confidence) {
  return {{"estimate", index.estimate},
          {"se", Number(index.se)},
          {"lower", Number(index.lower)},
          {"upper", Number(index.upper)},
          {"confidence", confidence}};
}

const char* NameOf(McidPosition position) {
  switch (position) {
    case McidPosition::beyond:
      return "beyond";
    case McidPosition::compatible:
      return "compatible";
    case McidPosition::short_of:
      return "short";
  }
  return "";
}

Json BesidesJson(const HeldBesides& besides) {
  Json held = Json::array();
  if (besides.smaller_benefit) held.push_back("smaller_benefit");
  if (besides.no_difference) held.push_back("no_difference");
  if (besides.smaller_harm) held.push_back("smaller_harm");
  if (besides.harm) held.push_back("harm");
  return held;
}

}  // namespace

Json ToJson(const Flow& flow) {
  Json arms = Json::array(), outcomes = Json::array();
  for (std::size_t k = 0; k < flow.arms.size(); ++k) {
    arms.push_back({{"arm", flow.arms[k]}, {"randomised", flow.randomised[k]}});
  }
  for (const OutcomeFlow& outcome : flow.outcomes) outcomes.push_back(OutcomeFlowJson(outcome, flow.arms));
  return {{"listed", flow.listed},
          {"notRandomised", ReasonsJson(flow.not_randomised)},
          {"arms", arms},
          {"outcomes", outcomes}};
}

Json ToJson(const BaselineTable& table) {
  Json rows = Json::array();
  for (const BaselineRow& row : table.rows) rows.push_back(RowJson(row, table.arms));
  return {{"rows", rows}};
}

Json ToJson(const Blinding& blinding) {
  std::vector<std::string> guesses = blinding.arms;
  guesses.push_back(kUnknown);
  Json counts = Json::array(), missing = Json::array(), bang = Json::array();
  for (std::size_t k = 0; k < blinding.arms.size(); ++k) {
    int n = 0;
    for (const int count : blinding.counts[k]) n += count;
    counts.push_back({{"arm", blinding.arms[k]}, {"n", n}, {"byGuess", blinding.counts[k]}});
    missing.push_back({{"arm", blinding.arms[k]}, {"n", blinding.missing[k]}});
    if (!blinding.bang[k]) continue;
    Json index = {{"arm", blinding.arms[k]}};
    index.update(IndexJson(*blinding.bang[k], blinding.confidence));
    bang.push_back(index);
  }
  return {{"file", blinding.file},
          {"column", blinding.column},
          {"guesses", guesses},
          {"counts", counts},
          {"missing", missing},
          {"james", blinding.james ? IndexJson(*blinding.james, blinding.confidence) : Json(nullptr)},
          {"bang", bang}};
}

void AddRatings(const EffectRow& effect, Json* row) {
  (*row)["standardised"] = nullptr;
  (*row)["mcid"] = nullptr;
  if (const auto& standardised = effect.standardised) {
    (*row)["standardised"] = {{"by", standardised->by_baseline ? "baseline_sd" : "model_sd"},
                              {"sd", standardised->sd},
                              {"estimate", Number(standardised->estimate)},
                              {"lower", Number(standardised->lower)},
                              {"upper", Number(standardised->upper)}};
  }
  if (const auto& mcid = effect.mcid) {
    (*row)["mcid"] = {{"value", mcid->value},
                      {"source", mcid->source.empty() ? Json(nullptr) : Json(mcid->source)},
                      {"threshold", mcid->threshold},
                      {"position", NameOf(mcid->position)},
                      {"besides", BesidesJson(mcid->besides)},
                      {"confidenceBeyond", Number(mcid->confidence_beyond)},
                      {"confidenceBetter", Number(mcid->confidence_better)}};
  }
}

}  // namespace fatigue
