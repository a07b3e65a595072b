// SPDX-License-Identifier: MIT
#include "report/effect_size.h"

#include <algorithm>
#include <cmath>

#include "base/constants.h"
#include "base/distributions.h"

namespace fatigue {
namespace {

/// P(T >= t).
double UpperP(double t, double df) {
  const double tail = StudentTwoSidedP(t, df) / 2;
  return t > 0 ? tail : 1 - tail;
}

/// z'Gz of all random effects at a day.
double RandomVariance(const FittedModel& fit, double day) {
  double variance = 0;
  for (const LabelledMatrix& random : fit.random_covariance()) {
    const auto weight = [&](Index k) { return random.labels[static_cast<std::size_t>(k)] == "day" ? day : 1.0; };
    for (Index i = 0; i < random.matrix.rows(); ++i) {
      for (Index j = 0; j < random.matrix.cols(); ++j) variance += weight(i) * weight(j) * random.matrix(i, j);
    }
  }
  return variance;
}

/// What is left beside the random effects: a structure's variance at the visit, where it goes by visits or by days, or
/// the residual variance. Structures of other arms are passed over.
double ResidualVariance(const FittedModel& fit, const OutcomeTable& data, std::size_t visit, const std::string& arm) {
  const std::vector<LabelledMatrix> structures = fit.residual_covariance();
  if (structures.empty()) return fit.sigma() * fit.sigma();
  const std::string day = data.days.empty() ? "" : NumberText(data.days[visit]);
  for (const LabelledMatrix& structure : structures) {
    if (!structure.group.empty() && structure.group != arm) continue;
    for (std::size_t k = 0; k < structure.labels.size(); ++k) {
      const std::string& label = structure.labels[k];
      const auto at = static_cast<Index>(k);
      if (label == data.visits[visit] || label == day) return structure.matrix(at, at);
    }
  }
  return kMissing;
}

double VarianceAt(const FittedModel& fit, const OutcomeTable& data, std::size_t visit, const DifferenceRow& row) {
  const double day = data.days.empty() ? 0 : data.days[visit];
  const double residual =
      (ResidualVariance(fit, data, visit, row.arm) + ResidualVariance(fit, data, visit, row.reference)) / 2;
  return RandomVariance(fit, day) + residual;
}

double ModelSd(const FittedModel& fit, const PlanEffect& effect, const OutcomeTable& data, const DifferenceRow& row) {
  const std::size_t last = data.visits.size() - 1;
  switch (effect.kind) {
    case EffectKind::visit_difference: {
      const auto found = std::find(data.visits.begin(), data.visits.end(), effect.visit);
      return std::sqrt(VarianceAt(fit, data, static_cast<std::size_t>(found - data.visits.begin()), row));
    }
    case EffectKind::average_difference: {
      double sum = 0;
      for (std::size_t visit = 0; visit <= last; ++visit) sum += VarianceAt(fit, data, visit, row);
      return std::sqrt(sum / static_cast<double>(last + 1));
    }
    case EffectKind::slope_difference:
      return std::sqrt(VarianceAt(fit, data, last, row));
  }
  return kMissing;
}

}  // namespace

double PooledBaselineSd(const OutcomeTable& data) {
  const Column& id = data.table.At("id");
  const Column& arm = data.table.At("arm");
  const Column& baseline = data.table.At("baseline");
  std::vector<bool> is_seen(id.levels.size());
  std::vector<double> sum(data.arms.size()), count(data.arms.size());
  const auto each = [&](auto use) {
    std::fill(is_seen.begin(), is_seen.end(), false);
    for (int row = 0; row < data.table.row_count; ++row) {
      const auto who = static_cast<std::size_t>(id.codes[row]);
      if (!is_seen[who]) use(static_cast<std::size_t>(arm.codes[row]), baseline.values[row]);
      is_seen[who] = true;
    }
  };
  each([&](std::size_t at, double value) {
    sum[at] += value;
    ++count[at];
  });
  double squares = 0, n = 0;
  each([&](std::size_t at, double value) {
    const double from_mean = value - sum[at] / count[at];
    squares += from_mean * from_mean;
    ++n;
  });
  const double df = n - static_cast<double>(data.arms.size());
  return df > 0 ? std::sqrt(squares / df) : kMissing;
}

std::optional<AgainstMcid> CompareWithMcid(const Mcid& mcid, Direction direction, const Estimate& estimate,
                                           double scale) {
  const double sign = direction == Direction::lower_is_better ? -1 : 1;
  const double gain = sign * scale * estimate.estimate, se = scale * estimate.se;
  // Limits are missing where df could not be had; an interval that is not there lies nowhere.
  const bool has_interval = std::isfinite(estimate.lower) && std::isfinite(estimate.upper);
  if (!std::isfinite(gain) || !(se > 0) || !has_interval) return std::nullopt;
  const double worst = std::min(sign * scale * estimate.lower, sign * scale * estimate.upper);
  const double best = std::max(sign * scale * estimate.lower, sign * scale * estimate.upper);
  AgainstMcid result;
  result.value = mcid.value;
  result.source = mcid.source;
  result.threshold = sign * mcid.value;
  result.position = worst >= mcid.value ? McidPosition::beyond
                    : best < mcid.value ? McidPosition::short_of
                                        : McidPosition::compatible;
  result.besides.smaller_benefit = best > 0 && worst < mcid.value;
  result.besides.no_difference = worst <= 0 && best >= 0;
  result.besides.smaller_harm = worst < 0 && best > -mcid.value;
  result.besides.harm = worst <= -mcid.value;
  result.confidence_beyond = UpperP((mcid.value - gain) / se, estimate.df);
  result.confidence_better = UpperP(-gain / se, estimate.df);
  return result;
}

void RateEffects(const FittedModel& fit, const PlanOutcome& outcome, const OutcomeTable& data, OutcomeResult* result) {
  const bool by_baseline = outcome.model.response == Response::change;
  for (EffectRow& row : result->effects) {
    const bool is_slope = row.kind == EffectKind::slope_difference;
    if (is_slope && !row.over_window) continue;
    const double scale = is_slope ? row.over_window->days : 1;
    const Estimate& estimate = row.difference.estimate;
    const double sd = by_baseline ? PooledBaselineSd(data) : ModelSd(fit, outcome.effect, data, row.difference);
    if (sd > 0 && std::isfinite(sd) && std::isfinite(estimate.estimate)) {
      row.standardised = {by_baseline, sd, scale * estimate.estimate / sd, scale * estimate.lower / sd,
                          scale * estimate.upper / sd};
    }
    if (outcome.mcid) row.mcid = CompareWithMcid(*outcome.mcid, result->direction, estimate, scale);
  }
}

}  // namespace fatigue
