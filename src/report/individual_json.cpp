// SPDX-License-Identifier: MIT
#include "report/individual_json.h"

#include <cmath>

#include "base/constants.h"
#include "report/error_json.h"
#include "report/json_values.h"

namespace fatigue {
namespace {

Json ToJson(const Trajectory::Point& point) {
  return {{"visit", point.visit},
          {"day", point.day ? Number(*point.day) : Json(nullptr)},
          {"value", Number(point.value)},
          {"isBaseline", point.is_baseline}};
}

Json ToJson(const Trajectory& trajectory) {
  return {
      {"participant", trajectory.participant}, {"arm", trajectory.arm}, {"points", ListOf(trajectory.points, ToJson)}};
}

Json ToJson(const ResidualRow& row) {
  return {{"participant", row.participant},
          {"arm", row.arm},
          {"visit", row.visit},
          {"fitted", Number(row.fitted)},
          {"marginal", Number(row.marginal)},
          {"normalised", Number(row.normalised)}};
}

Json ToJson(const NormalPoint& point) {
  return {{"theoretical", Number(point.theoretical)},
          {"sample", Number(point.sample)},
          {"lower", Number(point.lower)},
          {"upper", Number(point.upper)}};
}

Json ToJson(const Gain& gain) {
  return {{"visit", gain.visit}, {"participant", gain.participant}, {"arm", gain.arm}, {"gain", Number(gain.gain)}};
}

Json ToJson(const IndividualOutcome& outcome) {
  return {{"outcome", outcome.outcome},
          {"trajectories", ListOf(outcome.trajectories, ToJson)},
          {"residuals", ListOf(outcome.residuals, ToJson)},
          {"normalPlot", ListOf(outcome.normal_plot, ToJson)},
          {"gains", ListOf(outcome.gains, ToJson)}};
}

Json ToJson(const InfluenceRow& row) {
  const Estimate estimate = row.estimate.value_or(Estimate{kNaN, kNaN, kNaN, kNaN, kNaN, kNaN, kNaN});
  return {{"participant", row.participant},
          {"arm", row.arm},
          {"estimate", Number(estimate.estimate)},
          {"lower", Number(estimate.lower)},
          {"upper", Number(estimate.upper)},
          {"pValue", Number(estimate.p_value)},
          {"moves", Number(row.moves)},
          {"status", row.status}};
}

Json ToJson(const InfluenceEffect& effect) {
  return {{"arm", effect.arm},
          {"reference", effect.reference},
          {"estimate", Number(effect.estimate)},
          {"se", Number(effect.se)},
          {"rows", ListOf(effect.rows, ToJson)}};
}

Json ToJson(const InfluenceOutcome& outcome) {
  return {{"outcome", outcome.outcome}, {"effects", ListOf(outcome.effects, ToJson)}};
}

Json ToJson(const FailedOutcome& failed) { return {{"outcome", failed.outcome}, {"error", ErrorToJson(failed.error)}}; }

}  // namespace

Json IndividualToJson(const std::vector<IndividualOutcome>& outcomes, const std::vector<FailedOutcome>& failed) {
  return {{"outcomes", ListOf(outcomes, ToJson)}, {"failed", ListOf(failed, ToJson)}};
}

Json InfluenceToJson(const std::vector<InfluenceOutcome>& outcomes, const std::vector<FailedOutcome>& failed,
                     int participants) {
  return {{"outcomes", ListOf(outcomes, ToJson)}, {"failed", ListOf(failed, ToJson)}, {"participants", participants}};
}

}  // namespace fatigue
