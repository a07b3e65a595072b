// SPDX-License-Identifier: MIT
#include "report/effects.h"

#include <algorithm>
#include <numeric>

#include "base/read_number.h"
#include "base/words.h"

namespace fatigue {
namespace {

std::string LevelOf(const EstimateRow& row, const std::string& column) {
  for (const auto& [name, level] : row.levels) {
    if (name == column) return level;
  }
  return {};
}

int CountAt(const OutcomeTable& data, const std::string& arm, const std::optional<std::string>& visit) {
  if (!visit) {
    const auto found = data.participants.find(arm);
    return found == data.participants.end() ? 0 : found->second;
  }
  const auto found = data.participants_at.find({arm, *visit});
  return found == data.participants_at.end() ? 0 : found->second;
}

/// Writes a grid of means and their contrasts into the result; `visit_of` tells the visit of a row.
template <class VisitOf>
void AddMeans(const MarginalMeans& means, const OutcomeTable& data, VisitOf visit_of, OutcomeResult* result) {
  for (const EstimateRow& row : means.means) {
    const std::string arm = LevelOf(row, "arm");
    const std::optional<std::string> visit = visit_of(row);
    result->means.push_back({arm, visit, CountAt(data, arm, visit), row.estimate});
  }
  for (const EstimateRow& row : means.contrasts) {
    result->differences.push_back({row.level, row.reference, visit_of(row),
                                   Favours(row.estimate.estimate, result->direction, row.level, row.reference),
                                   row.estimate});
    if (row.estimable) continue;
    const std::optional<std::string> visit = visit_of(row);
    result->warnings.push_back({"not_estimable", row.level + " minus " + row.reference +
                                                     (visit ? " at visit " + *visit : "") +
                                                     " cannot be told from these data"});
  }
}

EmmeansSpec ArmSpec(const OutcomeTable& data) {
  EmmeansSpec spec;
  spec.of = {"arm"};
  spec.reference["arm"] = data.arms.front();
  return spec;
}

void AddVisitMeans(const FittedModel& fit, const OutcomeTable& data, OutcomeResult* result) {
  EmmeansSpec spec = ArmSpec(data);
  using Visit = std::optional<std::string>;
  if (data.visits.size() == 1) {
    AddMeans(
        fit.Emmeans(spec), data, [&](const EstimateRow&) { return Visit(data.visits.front()); }, result);
    return;
  }
  const MarginalMeans averaged = fit.Emmeans(spec);
  spec.by = {"visit"};
  AddMeans(
      fit.Emmeans(spec), data, [](const EstimateRow& row) { return Visit(LevelOf(row, "visit")); }, result);
  AddMeans(
      averaged, data, [](const EstimateRow&) { return Visit(); }, result);
}

double MeanDay(const OutcomeTable& data) {
  return std::accumulate(data.days.begin(), data.days.end(), 0.0) / static_cast<double>(data.days.size());
}

/// A straight line's average over the days, each with the same weight, is its value at the mean day.
void AddDayMeans(const FittedModel& fit, const OutcomeTable& data, OutcomeResult* result) {
  using Visit = std::optional<std::string>;
  EmmeansSpec averaged = ArmSpec(data);
  averaged.at["day"] = {MeanDay(data)};
  EmmeansSpec by_day = ArmSpec(data);
  by_day.by = {"day"};
  by_day.at["day"] = data.days;
  const auto visit_of = [&](const EstimateRow& row) -> Visit {
    const std::optional<double> day = ReadNumber(LevelOf(row, "day"));
    const auto found = std::find(data.days.begin(), data.days.end(), day.value_or(-1));
    return data.visits[static_cast<std::size_t>(found - data.days.begin())];
  };
  AddMeans(fit.Emmeans(by_day), data, visit_of, result);
  AddMeans(
      fit.Emmeans(averaged), data, [](const EstimateRow&) { return Visit(); }, result);
}

void AddSlopes(const FittedModel& fit, const OutcomeTable& data, OutcomeResult* result) {
  const MarginalMeans slopes = fit.Trends("day", ArmSpec(data));
  for (const EstimateRow& row : slopes.means) result->slopes.push_back({LevelOf(row, "arm"), "", row.estimate});
  for (const EstimateRow& row : slopes.contrasts) {
    result->slope_differences.push_back({row.level, row.reference, row.estimate});
    if (row.estimable) continue;
    result->warnings.push_back({"not_estimable", "the slope of " + row.level + " minus that of " + row.reference +
                                                     " cannot be told from these data"});
  }
}

std::optional<OverWindow> Over(const std::optional<double>& window, const Estimate& estimate) {
  if (!window) return std::nullopt;
  return OverWindow{*window, *window * estimate.estimate, *window * estimate.lower, *window * estimate.upper};
}

/// The difference of every arm from the reference at every level of `time`, as contrasts of one family.
EmmeansSpec EveryDifference(const FittedModel& fit, EmmeansSpec spec, const std::string& time) {
  spec.of = {"arm", time};
  EmmeansSpec plain = spec;
  plain.adjust = Multiplicity::none;
  const std::vector<EstimateRow> means = fit.Emmeans(plain).means;
  for (const EstimateRow& mean : means) {
    if (LevelOf(mean, "arm") == spec.reference.at("arm")) continue;
    CustomContrast contrast;
    contrast.name = LevelOf(mean, "arm") + " at " + LevelOf(mean, time);
    for (const EstimateRow& other : means) {
      const bool is_its_time = LevelOf(other, time) == LevelOf(mean, time);
      const bool is_reference = LevelOf(other, "arm") == spec.reference.at("arm");
      contrast.weights.push_back(!is_its_time ? 0 : &other == &mean ? 1 : is_reference ? -1 : 0);
    }
    spec.custom.push_back(contrast);
  }
  return spec;
}

/// Asks the fit for the family's p values, in the order of `rows`; dunnett needs the estimates' joint distribution.
template <class Row, class Belongs>
void SetAdjusted(const std::vector<EstimateRow>& contrasts, Belongs belongs, std::vector<Row>* rows) {
  std::size_t at = 0;
  for (Row& row : *rows) {
    if (belongs(row)) row.p_adjusted = contrasts.at(at++).p_adjusted;
  }
}

void AdjustFamilies(const FittedModel& fit, const PlanOutcome& outcome, const OutcomeTable& data,
                    OutcomeResult* result) {
  if (outcome.multiplicity == Multiplicity::none) return;
  const bool is_mmrm = outcome.model.kind == ModelKind::mmrm;
  EmmeansSpec spec = ArmSpec(data);
  spec.adjust = outcome.multiplicity;
  const bool has_visits = !is_mmrm || data.visits.size() > 1;
  EmmeansSpec each = spec;
  if (!is_mmrm) each.at["day"] = data.days;
  const EmmeansSpec at_visits = has_visits ? EveryDifference(fit, each, is_mmrm ? "visit" : "day") : each;
  const std::vector<EstimateRow> visits = fit.Emmeans(at_visits).contrasts;
  std::map<std::string, double> by_name;
  for (const EstimateRow& row : visits) by_name[LevelOf(row, "contrast")] = row.p_adjusted;
  for (DifferenceRow& row : result->differences) {
    if (!row.visit) continue;
    std::string time = *row.visit;
    if (!is_mmrm) {
      const auto found = std::find(data.visits.begin(), data.visits.end(), time);
      time = NumberText(data.days[static_cast<std::size_t>(found - data.visits.begin())]);
    }
    row.p_adjusted = by_name.at(has_visits ? row.arm + " at " + time : row.arm + " - " + row.reference);
  }
  EmmeansSpec averaged = spec;
  if (!is_mmrm) averaged.at["day"] = {MeanDay(data)};
  if (has_visits) {
    SetAdjusted(
        fit.Emmeans(averaged).contrasts, [](const DifferenceRow& row) { return !row.visit; }, &result->differences);
  }
  if (!is_mmrm) {
    SetAdjusted(
        fit.Trends("day", spec).contrasts, [](const SlopeRow&) { return true; }, &result->slope_differences);
  }
}

void AddEffect(EffectKind kind, const DifferenceRow& difference, const OutcomeTable& data, OutcomeResult* result) {
  EffectRow row;
  row.kind = kind;
  row.difference = difference;
  if (kind != EffectKind::visit_difference) row.difference.visit.reset();
  for (const std::string& arm : {difference.arm, difference.reference}) row.n[arm] = CountAt(data, arm, std::nullopt);
  result->effects.push_back(row);
}

}  // namespace

std::optional<std::string> Favours(double estimate, Direction direction, const std::string& arm,
                                   const std::string& reference) {
  if (!(estimate < 0) && !(estimate > 0)) return std::nullopt;
  const bool is_lower = estimate < 0;
  return is_lower == (direction == Direction::lower_is_better) ? arm : reference;
}

void AddEstimates(const FittedModel& fit, const PlanOutcome& outcome, const OutcomeTable& data, OutcomeResult* result) {
  const PlanEffect& effect = outcome.effect;
  const bool is_at_visit = effect.kind == EffectKind::visit_difference;
  if (is_at_visit && std::find(data.visits.begin(), data.visits.end(), effect.visit) == data.visits.end()) {
    throw Error("unknown_visit",
                data.table.name + ": the effect is asked for at visit \"" + effect.visit +
                    "\", which is not analysed; the visits analysed are: " + Listed(data.visits, 20),
                {}, "choose one of the visits analysed");
  }
  if (outcome.model.kind == ModelKind::mmrm) {
    AddVisitMeans(fit, data, result);
  } else {
    AddDayMeans(fit, data, result);
    AddSlopes(fit, data, result);
  }
  AdjustFamilies(fit, outcome, data, result);
  if (effect.kind == EffectKind::slope_difference) {
    for (const SlopeRow& slope : result->slope_differences) {
      const auto favours = Favours(slope.estimate.estimate, result->direction, slope.arm, slope.reference);
      AddEffect(effect.kind, {slope.arm, slope.reference, std::nullopt, favours, slope.estimate, slope.p_adjusted},
                data, result);
      result->effects.back().over_window = Over(effect.window, slope.estimate);
    }
    return;
  }
  // With one visit analysed, the difference there is the average as well.
  std::optional<std::string> wanted;
  if (is_at_visit) wanted = effect.visit;
  const bool is_only_visit = data.visits.size() == 1 && outcome.model.kind == ModelKind::mmrm;
  for (const DifferenceRow& difference : result->differences) {
    if (difference.visit == wanted || is_only_visit) AddEffect(effect.kind, difference, data, result);
  }
}

}  // namespace fatigue
