// SPDX-License-Identifier: MIT
#include "model/model_data.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/constants.h"
#include "model/random_effects.h"
#include "model/residual_structure.h"
#include "model/unit_patterns.h"

namespace fatigue {
namespace {

std::vector<Component> MakeComponents(const Formula& formula, const ResidualStructure* residual,
                                      const std::vector<RandomEffects>& random) {
  std::vector<Component> components;
  for (const RandomEffects& effects : random) {
    Component component;
    component.kind = Component::Kind::random_effects;
    component.size = static_cast<int>(effects.Z.cols());
    component.group = effects.group.name;
    component.labels = effects.labels;
    component.transform = effects.transform;
    components.push_back(component);
  }
  if (!residual) {
    components.emplace_back();
    return components;
  }
  for (const std::string& group : residual->groups) {
    Component component;
    component.kind = Component::Kind::residual_structure;
    component.structure = formula.covariance->structure;
    component.size = static_cast<int>(residual->visit.levels.size());
    component.times = residual->times;
    component.group = group;
    component.labels = residual->visit.levels;
    components.push_back(component);
  }
  return components;
}

/// The residuals of ordinary least squares, weighted, by row.
Vector OlsResiduals(const OrthonormalBasis& basis, Index n) {
  Vector residuals(n);
  Matrix W;
  std::vector<int> rows;
  for (Index first = 0; first < n; first += kRowBlock) {
    rows.resize(static_cast<size_t>(std::min(kRowBlock, n - first)));
    std::iota(rows.begin(), rows.end(), static_cast<int>(first));
    basis.Fill(rows.data(), static_cast<Index>(rows.size()), &W);
    residuals.segment(first, W.rows()) = W.col(basis.p());
  }
  return residuals;
}

/// Independent units and subjects from the grouping factors; every row its own where there are none.
std::vector<int> FindUnits(const std::vector<const Grouping*>& groupings, Index rows, ModelData* data) {
  if (groupings.empty()) {
    std::vector<int> codes(static_cast<size_t>(rows));
    std::iota(codes.begin(), codes.end(), 0);
    data->units = data->subjects = static_cast<int>(rows);
    return codes;
  }
  const Grouping& unit = CoarsestGrouping(groupings);
  const Grouping& finest = **std::max_element(groupings.begin(), groupings.end(), [](const auto* a, const auto* b) {
    return a->levels.size() < b->levels.size();
  });
  data->units = static_cast<int>(unit.levels.size());
  data->subjects = static_cast<int>(finest.levels.size());
  data->subject_codes = finest.codes;
  return unit.codes;
}

/// Where the response is the same in all rows of a subject the variance within subjects is 0, and the likelihood has no
/// maximum.
void RequireVariationWithin(const ModelFrame& frame, const std::vector<const Grouping*>& groupings) {
  const Grouping* finest = nullptr;
  for (const Grouping* grouping : groupings) {
    if (!finest || grouping->levels.size() > finest->levels.size()) finest = grouping;
  }
  if (!finest || finest->levels.size() == static_cast<size_t>(frame.y.size())) return;
  std::vector<double> first(finest->levels.size(), kNaN);
  for (Index row = 0; row < frame.y.size(); ++row) {
    double& own = first[static_cast<size_t>(finest->codes[static_cast<size_t>(row)])];
    if (std::isnan(own)) own = frame.y[row];
    if (own != frame.y[row]) return;
  }
  throw Error("no_variation", "the response is the same in all rows of each " + finest->name, {},
              "give one row for each " + finest->name + ", or check that the right column is analysed");
}

}  // namespace

void ModelData::FillUnits(size_t pattern, Index first, Index count, Matrix* W) const {
  const Index rows = patterns[pattern].rows();
  basis->Fill(order.data() + first_row[pattern] + first * rows, rows * count, W);
}

ModelData BuildModelData(const ModelFrame& frame, const Formula& formula,
                         const std::shared_ptr<const OrthonormalBasis>& basis) {
  ModelData data;
  data.basis = basis;
  data.n = frame.y.size();
  data.p = basis->p();
  data.log_weights = frame.is_weighted ? frame.weights.array().log().sum() : 0;
  data.log_abs_det_R = basis->R().diagonal().array().abs().log().sum();
  std::vector<RandomEffects> random = MakeRandomEffects(frame, formula);
  ResidualStructure structure;
  const ResidualStructure* residual = nullptr;
  if (formula.covariance) {
    structure = MakeResidualStructure(frame, *formula.covariance);
    residual = &structure;
    data.visits = structure.visit.levels;
    data.start_covariance = MomentCovariance(structure, OlsResiduals(*basis, data.n));
    // Lambda is relative to sigma where there is a residual variance; beside a structure, to the OLS residuals' SD.
    const double sd = std::sqrt(basis->residual_variance());
    for (RandomEffects& effects : random) {
      effects.Z *= sd;
      effects.transform *= sd;
    }
  }
  data.covariance = CovarianceModel(MakeComponents(formula, residual, random));
  if (data.p + data.covariance.parameters() > data.n) {
    throw Error("too_few_observations",
                std::to_string(data.n) + " rows cannot estimate " + std::to_string(data.p) + " coefficients and " +
                    std::to_string(data.covariance.parameters()) + " covariance parameters",
                {}, "use a simpler covariance structure, fewer terms or fewer visits");
  }

  std::vector<const Grouping*> groupings;
  for (const RandomEffects& effects : random) groupings.push_back(&effects.group);
  if (residual) groupings.push_back(&structure.subject);
  const std::vector<int> unit_codes = FindUnits(groupings, data.n, &data);
  RequireVariationWithin(frame, groupings);
  UnitPatterns units = MakeUnitPatterns(unit_codes, data.units, residual, random);
  data.patterns = std::move(units.patterns);
  data.order = std::move(units.order);
  data.first_row = std::move(units.first_row);
  for (const RandomEffects& effects : random) data.groupings.push_back(effects.group);
  for (size_t g = 0; g < data.patterns.size(); ++g) {
    data.patterns[g].Load(units.units[g], data.p + 1,
                          [&data, g](Index first, Index count, Matrix* W) { data.FillUnits(g, first, count, W); });
  }
  return data;
}

Vector StartTheta(const ModelData& data) {
  const CovarianceModel& model = data.covariance;
  Vector theta = Vector::Zero(model.parameters());
  const double unit = data.visits.empty() ? 1 : std::sqrt(0.5);
  for (size_t c = 0; c < model.components().size(); ++c) {
    const Component& component = model.components()[c];
    const Index first = model.first(c);
    if (component.kind == Component::Kind::residual_structure) {
      theta.segment(first, model.count(c)) = StartTheta(component.structure, data.start_covariance);
    } else if (component.kind == Component::Kind::residual_variance) {
      theta[first] = 0.5 * std::log(data.basis->residual_variance() / 2);
    } else {  // each random effect starts with about the residual's share of the variance
      for (int k = 0; k < component.size; ++k) {
        theta[first + TriangleIndex(k, k)] = unit / std::sqrt(static_cast<double>(component.size));
      }
    }
  }
  return theta;
}

}  // namespace fatigue
