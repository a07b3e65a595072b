// SPDX-License-Identifier: MIT
#include "model/model_data.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "model/random_effects.h"
#include "model/residual_structure.h"

namespace fatigue {
namespace {

/// Sorting key and sharing key of the units' rows.
std::vector<int> CanonicalOrder(std::vector<int> rows, const ResidualStructure* residual,
                                const std::vector<RandomEffects>& random) {
  const auto key = [&](int row) {
    std::vector<double> values;
    if (residual) {
      values.push_back(residual->subject.codes[static_cast<size_t>(row)]);
      values.push_back(residual->visit.codes[static_cast<size_t>(row)]);
    }
    for (const RandomEffects& effects : random) {
      values.push_back(effects.group.codes[static_cast<size_t>(row)]);
      for (Index k = 0; k < effects.Z.cols(); ++k) values.push_back(effects.Z(row, k));
    }
    return values;
  };
  std::stable_sort(rows.begin(), rows.end(), [&key](int a, int b) { return key(a) < key(b); });
  return rows;
}

std::vector<Block> UnitBlocks(const std::vector<int>& rows, const ResidualStructure* residual,
                              const std::vector<RandomEffects>& random) {
  std::vector<Block> blocks;
  for (size_t term = 0; term < random.size(); ++term) {
    for (const std::vector<int>& positions : SplitByCode(rows, random[term].group.codes)) {
      Block block;
      block.component = term;
      block.rows = positions;
      block.Z.resize(static_cast<Index>(positions.size()), random[term].Z.cols());
      for (size_t r = 0; r < positions.size(); ++r) {
        block.Z.row(static_cast<Index>(r)) = random[term].Z.row(rows[static_cast<size_t>(positions[r])]);
      }
      blocks.push_back(block);
    }
  }
  if (residual) {
    for (const std::vector<int>& positions : SplitByCode(rows, residual->subject.codes)) {
      Block block;
      block.rows = positions;
      for (int position : positions) {
        const auto row = static_cast<size_t>(rows[static_cast<size_t>(position)]);
        block.component = random.size() + static_cast<size_t>(residual->group_codes[row]);
        block.visits.push_back(residual->visit.codes[row]);
      }
      blocks.push_back(block);
    }
  } else {
    Block block;
    block.component = random.size();
    block.rows.resize(rows.size());
    std::iota(block.rows.begin(), block.rows.end(), 0);
    blocks.push_back(block);
  }
  return blocks;
}

/// Equal keys: equal V.
std::vector<double> SharingKey(size_t rows, const std::vector<Block>& blocks) {
  std::vector<double> key = {static_cast<double>(rows)};
  for (const Block& block : blocks) {
    key.push_back(static_cast<double>(block.component));
    key.push_back(static_cast<double>(block.rows.size()));
    key.insert(key.end(), block.rows.begin(), block.rows.end());
    key.insert(key.end(), block.visits.begin(), block.visits.end());
    key.insert(key.end(), block.Z.data(), block.Z.data() + block.Z.size());
  }
  return key;
}

std::vector<Component> MakeComponents(const Formula& formula, const ResidualStructure* residual,
                                      const std::vector<RandomEffects>& random) {
  std::vector<Component> components;
  for (const RandomEffects& effects : random) {
    Component component;
    component.kind = Component::Kind::random_effects;
    component.size = static_cast<int>(effects.Z.cols());
    component.group = effects.group.name;
    component.labels = effects.labels;
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

/// Fills R, beta_ols, the residual variance, and returns [Q, y residual] over all rows.
Matrix OrthogonalData(const ModelFrame& frame, const ModelMatrix& design, ModelData* data) {
  const Vector root = frame.weights.cwiseSqrt();
  const Matrix X = root.asDiagonal() * design.X;
  const Vector y = root.cwiseProduct(frame.y);
  data->n = X.rows();
  data->p = X.cols();
  if (data->n <= data->p) {
    throw Error("too_few_observations",
                std::to_string(data->n) + " rows cannot estimate " + std::to_string(data->p) +
                    " coefficients and a residual variance",
                {}, "use a model with fewer terms");
  }
  data->log_weights = frame.weights.array().log().sum();
  Matrix rows(data->n, data->p + 1);
  if (data->p > 0) {
    const Eigen::HouseholderQR<Matrix> qr(X);
    data->R = qr.matrixQR().topRows(data->p).triangularView<Eigen::Upper>();
    const Matrix Q = qr.householderQ() * Matrix::Identity(data->n, data->p);
    data->beta_ols = data->R.triangularView<Eigen::Upper>().solve(Q.transpose() * y);
    rows.leftCols(data->p) = Q;
    rows.col(data->p) = y - X * data->beta_ols;
    data->log_abs_det_R = data->R.diagonal().array().abs().log().sum();
  } else {
    rows.col(0) = y;
  }
  data->residual_variance = rows.col(data->p).squaredNorm() / static_cast<double>(data->n - data->p);
  if (!(data->residual_variance > 1e-20 * std::max(y.squaredNorm(), 1e-280) / static_cast<double>(data->n))) {
    throw Error("no_variation", "the fixed effects explain the response exactly: there is no residual variation", {},
                "check that the response is not a copy of a covariate");
  }
  return rows;
}

}  // namespace

ModelData BuildModelData(const ModelFrame& frame, const Formula& formula, const ModelMatrix& design) {
  ModelData data;
  const Matrix rows = OrthogonalData(frame, design, &data);
  const std::vector<RandomEffects> random = MakeRandomEffects(frame, formula);
  ResidualStructure structure;
  const ResidualStructure* residual = nullptr;
  if (formula.covariance) {
    structure = MakeResidualStructure(frame, *formula.covariance);
    residual = &structure;
    data.visits = structure.visit.levels;
    data.start_covariance = MomentCovariance(structure, rows.col(data.p));
  }
  data.covariance = CovarianceModel(MakeComponents(formula, residual, random));

  std::vector<const Grouping*> groupings;
  for (const RandomEffects& effects : random) groupings.push_back(&effects.group);
  if (residual) groupings.push_back(&structure.subject);
  std::vector<int> unit_codes(frame.rows.size());
  std::iota(unit_codes.begin(), unit_codes.end(), 0);
  data.units = data.subjects = static_cast<int>(unit_codes.size());
  if (!groupings.empty()) {
    const Grouping& unit = CoarsestGrouping(groupings);
    unit_codes = unit.codes;
    data.units = static_cast<int>(unit.levels.size());
    const Grouping& finest = **std::max_element(groupings.begin(), groupings.end(), [](const auto* a, const auto* b) {
      return a->levels.size() < b->levels.size();
    });
    data.subjects = static_cast<int>(finest.levels.size());
    data.subject_codes = finest.codes;
  }
  std::vector<int> every_row(frame.rows.size());
  std::iota(every_row.begin(), every_row.end(), 0);
  std::map<std::vector<double>, size_t> index;
  for (const std::vector<int>& unit : SplitByCode(every_row, unit_codes)) {
    const std::vector<int> order = CanonicalOrder(unit, residual, random);
    const std::vector<Block> blocks = UnitBlocks(order, residual, random);
    const auto [found, is_new] = index.emplace(SharingKey(order.size(), blocks), data.patterns.size());
    if (is_new) data.patterns.emplace_back(static_cast<int>(order.size()), blocks);
    data.patterns[found->second].Add(rows(order, Eigen::all));
  }
  return data;
}

Vector StartTheta(const ModelData& data) {
  const CovarianceModel& model = data.covariance;
  Vector theta = Vector::Zero(model.parameters());
  // Lambda is relative to sigma where there is a residual variance, absolute beside a residual structure.
  const double unit = data.visits.empty() ? 1 : std::sqrt(data.residual_variance / 2);
  for (size_t c = 0; c < model.components().size(); ++c) {
    const Component& component = model.components()[c];
    const Index first = model.first(c);
    if (component.kind == Component::Kind::residual_structure) {
      theta.segment(first, model.count(c)) = StartTheta(component.structure, data.start_covariance, component.times);
    } else if (component.kind == Component::Kind::residual_variance) {
      theta[first] = 0.5 * std::log(data.residual_variance / 2);
    } else {  // each random effect starts with about the residual's share of the variance
      Vector squares = Vector::Zero(component.size);
      double rows = 0;
      for (const Pattern& pattern : data.patterns) {
        for (const Block& block : pattern.blocks()) {
          if (block.component != c) continue;
          squares += pattern.units() * block.Z.colwise().squaredNorm().transpose();
          rows += static_cast<double>(pattern.units()) * static_cast<double>(block.rows.size());
        }
      }
      for (int k = 0; k < component.size; ++k) {
        theta[first + TriangleIndex(k, k)] = unit / std::sqrt(std::max(squares[k] / rows, 1e-12) * component.size);
      }
    }
  }
  return theta;
}

}  // namespace fatigue
