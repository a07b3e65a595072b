// SPDX-License-Identifier: MIT
#include "report/report_json.h"

#include <cmath>

#include "report/entry.h"
#include "report/error_json.h"
#include "report/json_values.h"
#include "report/model_json.h"
#include "report/option_names.h"
#include "report/participants_json.h"
#include "report/responders_json.h"
#include "report/safety_json.h"

namespace fatigue {
namespace {

Json OptionalText(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

Json ToJson(const Warning& warning) { return {{"code", warning.code}, {"message", warning.message}}; }

Json ToJson(const ArmCount& count) { return {{"arm", count.arm}, {"participants", count.participants}}; }

Json ToJson(const ReportFile& file) {
  return {{"name", file.name},
          {"role", file.role},
          {"sha256", file.sha256},
          {"rows", file.rows},
          {"participants", file.participants}};
}

Json ToJson(const ScoreSummary& score) {
  Json result = {{"score", score.score},
                 {"instrument", score.instrument},
                 {"scale", score.scale},
                 {"label", score.label},
                 {"range", Json::array({score.range.lowest, score.range.highest})},
                 {"direction", Name(score.direction)},
                 {"scoring", score.scoring},
                 {"missingItems", score.missing_items},
                 {"scored", score.scored},
                 {"prorated", score.prorated},
                 {"unscored", score.unscored}};
  if (!score.caution.empty()) result["caution"] = score.caution;
  return result;
}

Json ToJson(const std::optional<Alpha>& alpha) {
  if (!alpha) return nullptr;
  return {{"estimate", Number(alpha->estimate)},
          {"lower", Number(alpha->lower)},
          {"upper", Number(alpha->upper)},
          {"forms", alpha->forms},
          {"confidence", alpha->confidence}};
}

Json ToJson(const QualityRow& quality) {
  const auto count = [](const std::optional<int>& number) { return number ? Json(*number) : Json(nullptr); };
  return {{"score", quality.score},
          {"visit", quality.visit},
          {"forms", quality.forms},
          {"complete", count(quality.complete)},
          {"itemsMissing", count(quality.items_missing)},
          {"itemsAsked", count(quality.items_asked)},
          {"scored", quality.scored},
          {"atLowest", quality.at_lowest},
          {"atHighest", quality.at_highest},
          {"alpha", ToJson(quality.alpha)}};
}

Json ToJson(const MeanRow& mean) {
  Json row = {{"arm", mean.arm}, {"visit", OptionalText(mean.visit)}, {"n", mean.n}};
  AddEstimate(mean.estimate, &row);
  return row;
}

Json ToJson(const DifferenceRow& difference) {
  Json row = {{"arm", difference.arm},
              {"reference", difference.reference},
              {"visit", OptionalText(difference.visit)},
              {"favours", OptionalText(difference.favours)}};
  AddEstimate(difference.estimate, &row);
  if (difference.p_adjusted) row["pAdjusted"] = Number(*difference.p_adjusted);
  return row;
}

Json ToJson(const EffectRow& effect) {
  Json row = ToJson(effect.difference);
  row["kind"] = Name(effect.kind);
  row["n"] = effect.n;
  row["overWindow"] = nullptr;
  if (effect.over_window) {
    row["overWindow"] = {{"days", effect.over_window->days},
                         {"estimate", Number(effect.over_window->estimate)},
                         {"lower", Number(effect.over_window->lower)},
                         {"upper", Number(effect.over_window->upper)}};
  }
  AddRatings(effect, &row);
  return row;
}

Json ToJson(const SlopeRow& slope) {
  Json row = {{"arm", slope.arm}};
  if (!slope.reference.empty()) row["reference"] = slope.reference;
  AddEstimate(slope.estimate, &row);
  if (slope.p_adjusted) row["pAdjusted"] = Number(*slope.p_adjusted);
  return row;
}

Json ToJson(const ObservedRow& observed) {
  return {{"arm", observed.arm},
          {"visit", observed.visit},
          {"n", observed.n},
          {"mean", Number(observed.mean)},
          {"sd", Number(observed.sd)}};
}

Json ToJson(const FTest& test) {
  return {{"term", test.term},
          {"numDf", test.num_df},
          {"denDf", Number(test.den_df)},
          {"f", Number(test.f)},
          {"pValue", Number(test.p_value)}};
}

Json ToJson(const GateState& gate) {
  return {{"position", gate.position}, {"open", gate.open}, {"rejected", gate.rejected}, {"alpha", gate.alpha}};
}

/// The plan's choices on covariance that the fit used as they stand.
Json& AddChoices(const PlanModel& model, Json* result) {
  (*result)["vcov"] = Name(model.vcov);
  (*result)["information"] = Name(model.information);
  (*result)["weights"] = TextOrNull(model.weights);
  const bool is_mmrm = model.kind == ModelKind::mmrm;
  (*result)["covarianceGroups"] = is_mmrm ? Json(Name(model.groups)) : Json(nullptr);
  (*result)["residual"] = is_mmrm ? Json(nullptr) : Json(model.residual);
  return *result;
}

Json ModelToJson(const ModelSummary& model, const FittedModel& fit) {
  const auto tried = [](const Tried& each) -> Json {
    return {{"covariance", each.covariance}, {"status", each.status}, {"message", each.message}};
  };
  const auto covariance = [](const LabelledMatrix& matrix) -> Json {
    const Vector sd = matrix.matrix.diagonal().array().sqrt().matrix();
    const Matrix correlation = sd.cwiseInverse().asDiagonal() * matrix.matrix * sd.cwiseInverse().asDiagonal();
    return {{"group", TextOrNull(matrix.group)},
            {"levels", matrix.labels},
            {"matrix", MatrixJson(matrix.matrix)},
            {"sd", ListOf(std::vector<double>(sd.data(), sd.data() + sd.size()), Number)},
            {"correlation", MatrixJson(correlation)}};
  };
  const auto excluded = [](const Excluded& each) -> Json { return {{"reason", each.reason}, {"n", each.n}}; };
  const bool is_change = model.plan.response != Response::value;
  Json result = {{"kind", Name(model.plan.kind)},
                 {"formula", model.formula},
                 {"response", Name(model.plan.response)},
                 {"baselineVisit", is_change ? TextOrNull(model.plan.baseline_visit) : Json(nullptr)},
                 {"visits", model.plan.visits},
                 {"days", model.days.empty() ? Json(nullptr) : Json(model.days)},
                 {"method", model.plan.method == Method::reml ? "REML" : "ML"},
                 {"df", Name(model.df)},
                 {"confidence", model.confidence},
                 {"emmeansWeights", "equal"},
                 {"covarianceRequested", model.plan.structure},
                 {"covarianceUsed", model.covariance_used},
                 {"tried", ListOf(model.tried, tried)},
                 {"status", fit.status()},
                 {"nObservations", fit.observations()},
                 {"nSubjects", fit.subjects()},
                 {"logLik", Number(fit.log_lik())},
                 {"minus2LogLik", Number(-2 * fit.log_lik())},
                 {"aic", Number(fit.aic())},
                 {"aicc", Number(fit.aicc())},
                 {"bic", Number(fit.bic())},
                 {"counted", fit.counted()},
                 {"covariance", ListOf(fit.residual_covariance(), covariance)},
                 {"random", RandomJson(fit)},
                 {"aliased", fit.aliased()},
                 {"excluded", ListOf(model.excluded, excluded)}};
  return AddChoices(model.plan, &result);
}

Json ToJson(const OutcomeResult& outcome) {
  const auto row = [](const auto& each) { return ToJson(each); };
  Json result = {{"id", outcome.id},
                 {"label", outcome.label},
                 {"role", Name(outcome.role)},
                 {"score", outcome.score},
                 {"direction", Name(outcome.direction)},
                 {"status", outcome.error ? "failed" : "ok"},
                 {"error", outcome.error ? Json(ErrorToJson(*outcome.error)) : Json(nullptr)},
                 {"warnings", ListOf(outcome.warnings, row)},
                 {"model", nullptr},
                 {"multiplicity", Name(outcome.multiplicity)},
                 {"gate", outcome.gate ? ToJson(*outcome.gate) : Json(nullptr)},
                 {"effects", ListOf(outcome.effects, row)},
                 {"means", ListOf(outcome.means, row)},
                 {"differences", ListOf(outcome.differences, row)},
                 {"slopes", ListOf(outcome.slopes, row)},
                 {"slopeDifferences", ListOf(outcome.slope_differences, row)},
                 {"tests", Json::array()},
                 {"coefficients", Json::array()},
                 {"observed", ListOf(outcome.observed, row)},
                 {"responders", outcome.responders ? ToJson(*outcome.responders) : Json(nullptr)}};
  if (!outcome.fit || !outcome.model) return result;
  result["model"] = ModelToJson(*outcome.model, *outcome.fit);
  result["tests"] = ListOf(outcome.fit->type3(), row);
  result["coefficients"] = CoefficientsJson(*outcome.fit);
  return result;
}

}  // namespace

Json ReportToJson(const Report& report) {
  const auto row = [](const auto& each) { return ToJson(each); };
  return {{"schemaVersion", 1},
          {"software", {{"name", "Fatigue Calculator"}, {"version", Version()}}},
          {"plan", PlanToJson(report.plan)},
          {"simulated", report.plan.simulated},
          {"files", ListOf(report.files, row)},
          {"arms", ListOf(report.arms, row)},
          {"scores", ListOf(report.scores, row)},
          {"quality", ListOf(report.quality, row)},
          {"outcomes", ListOf(report.outcomes, row)},
          {"safety", report.safety ? ToJson(*report.safety) : Json(nullptr)},
          {"flow", ToJson(report.flow)},
          {"baseline", report.baseline ? ToJson(*report.baseline) : Json(nullptr)},
          {"blinding", report.blinding ? ToJson(*report.blinding) : Json(nullptr)},
          {"warnings", ListOf(report.warnings, row)},
          {"errors", ListOf(report.errors, [](const Error& error) { return Json(ErrorToJson(error)); })},
          {"elapsedMs", nullptr}};
}

}  // namespace fatigue
