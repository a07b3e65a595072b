// SPDX-License-Identifier: MIT
#include "model/model_data.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace fatigue {
namespace {

/// A grouping of the rows: a code per row, and the levels' names.
struct Grouping {
  std::string name;
  std::vector<int> codes;
  std::vector<std::string> levels;
};

/// One random-effects term with all its effects correlated.
struct RandomEffects {
  Matrix Z;  // n x q
  std::vector<std::string> labels;
  Grouping group;
};

Grouping MakeGrouping(const ModelFrame& frame, const std::vector<std::string>& path) {
  Grouping grouping;
  std::vector<Variable> factors;
  for (const std::string& column : path) {
    factors.push_back(frame.Factor(column));
    grouping.name = grouping.name.empty() ? column : column + ":" + grouping.name;  // as lme4 labels id:site
  }
  std::map<std::vector<int>, int> index;
  for (size_t row = 0; row < frame.rows.size(); ++row) {
    std::vector<int> key;
    std::string label;
    for (const Variable& factor : factors) {
      key.push_back(factor.codes[row]);
      label += (label.empty() ? "" : "/") + factor.levels[static_cast<size_t>(factor.codes[row])];
    }
    const auto [found, is_new] = index.emplace(key, static_cast<int>(index.size()));
    if (is_new) grouping.levels.push_back(label);
    grouping.codes.push_back(found->second);
  }
  return grouping;
}

/// (a + b || id) is (1 | id) + (0 + a | id) + (0 + b | id).
std::vector<RandomTerm> SplitUncorrelated(const RandomTerm& term) {
  if (term.correlated) return {term};
  std::vector<RandomTerm> parts;
  const auto add = [&](bool intercept, const std::vector<Term>& terms) {
    RandomTerm part = term;
    part.effects.intercept = intercept;
    part.effects.terms = terms;
    part.correlated = true;
    parts.push_back(part);
  };
  if (term.effects.intercept) add(true, {});
  for (const Term& effect : term.effects.terms) add(false, {effect});
  return parts;
}

std::vector<RandomEffects> MakeRandomEffects(const ModelFrame& frame, const Formula& formula) {
  std::vector<RandomEffects> all;
  for (const RandomTerm& written : formula.random) {
    for (const RandomTerm& term : SplitUncorrelated(written)) {
      std::vector<Variable> variables;
      for (const std::string& column : term.effects.variables) variables.push_back(frame.Fixed(column, term.effects));
      const DesignCoding coding(term.effects, variables, Coding::treatment);
      RandomEffects effects;
      effects.Z = frame.weights.cwiseSqrt().asDiagonal() * coding.Rows(variables, frame.y.size());
      effects.labels = coding.column_names();
      effects.group = MakeGrouping(frame, term.group);
      const Index needed = effects.Z.cols() * static_cast<Index>(effects.group.levels.size());
      if (effects.group.levels.size() < 2 || needed > frame.y.size()) {
        throw Error("not_identifiable",
                    "random effects of " + effects.group.name + " cannot be told from the residual: " +
                        std::to_string(frame.y.size()) + " rows, " + std::to_string(needed) + " random effects",
                    {}, "use fewer random effects, or a marginal model");
      }
      all.push_back(std::move(effects));
    }
  }
  return all;
}

/// Does each level of `inner` lie in one level of `outer`?
bool IsNested(const Grouping& inner, const Grouping& outer) {
  std::vector<int> home(inner.levels.size(), -1);
  for (size_t row = 0; row < inner.codes.size(); ++row) {
    int& place = home[static_cast<size_t>(inner.codes[row])];
    if (place >= 0 && place != outer.codes[row]) return false;
    place = outer.codes[row];
  }
  return true;
}

/// The grouping all others are nested in: its levels are independent of each other.
const Grouping& CoarsestGrouping(const std::vector<const Grouping*>& groupings) {
  for (const Grouping* outer : groupings) {
    const bool holds_all =
        std::all_of(groupings.begin(), groupings.end(), [outer](const Grouping* g) { return IsNested(*g, *outer); });
    if (holds_all) return *outer;
  }
  throw Error("crossed_factors",
              "the grouping factors " + groupings.front()->name + " and " + groupings.back()->name +
                  " are crossed: levels of each occur in several levels of the other",
              {}, "only nested grouping factors are supported: give each unit a unique identifier within one group");
}

/// Residual structure: visit and matrix (one per group level) of every row.
struct ResidualStructure {
  Variable visit;
  Grouping subject;
  std::vector<std::string> groups;  // {""} for one matrix
  std::vector<int> group_codes;
  Vector times;
};

ResidualStructure MakeResidualStructure(const ModelFrame& frame, const CovarianceTerm& term) {
  ResidualStructure residual;
  residual.visit = frame.Factor(term.visit);
  residual.subject = MakeGrouping(frame, {term.subject});
  residual.groups = {""};
  residual.group_codes.assign(frame.rows.size(), 0);
  const auto m = static_cast<Index>(residual.visit.levels.size());
  residual.times = Vector::LinSpaced(m, 1, static_cast<double>(m));
  if (term.structure == CovStructure::sp_exp) {
    const Variable time = frame.Numeric(term.visit);
    for (size_t row = 0; row < frame.rows.size(); ++row) {
      residual.times[residual.visit.codes[row]] = time.values[static_cast<Index>(row)];
    }
  }
  if (!term.group.empty()) {
    const Variable group = frame.Factor(term.group);
    residual.groups = group.levels;
    residual.group_codes = group.codes;
    Grouping by_group;
    by_group.codes = group.codes;
    by_group.levels = group.levels;
    if (!IsNested(residual.subject, by_group)) {
      throw Error("subject_in_two_groups", "a " + term.subject + " lies in several levels of " + term.group, {},
                  "each subject must belong to one group");
    }
  }
  std::map<std::pair<int, int>, int> seen;  // (subject, visit) -> row
  for (size_t row = 0; row < frame.rows.size(); ++row) {
    const auto key = std::make_pair(residual.subject.codes[row], residual.visit.codes[row]);
    const auto [first, is_new] = seen.emplace(key, static_cast<int>(row));
    if (is_new) continue;
    const Column& id = frame.table->At(term.subject);
    const int earlier = frame.rows[static_cast<size_t>(first->second)];
    throw Error("duplicate_visit",
                frame.table->name + " has two rows for " + term.subject + " " + id.Text(frame.rows[row]) + " at " +
                    term.visit + " " + residual.visit.levels[static_cast<size_t>(residual.visit.codes[row])],
                {frame.table->PlaceOf(earlier, id), frame.table->PlaceOf(frame.rows[row], id)},
                "keep one row per subject and visit");
  }
  return residual;
}

/// Pairwise moment covariance of residuals over the visits, shrunk until safely positive definite.
Matrix MomentCovariance(const ResidualStructure& residual, const Vector& e) {
  const auto m = static_cast<Index>(residual.visit.levels.size());
  std::vector<Vector> by_subject(residual.subject.levels.size(), Vector::Constant(m, std::nan("")));
  for (size_t row = 0; row < residual.visit.codes.size(); ++row) {
    by_subject[static_cast<size_t>(residual.subject.codes[row])][residual.visit.codes[row]] = e[static_cast<Index>(row)];
  }
  Matrix sums = Matrix::Zero(m, m), counts = Matrix::Zero(m, m);
  for (const Vector& values : by_subject) {
    for (Index a = 0; a < m; ++a) {
      for (Index b = 0; b < m; ++b) {
        if (std::isnan(values[a]) || std::isnan(values[b])) continue;
        sums(a, b) += values[a] * values[b];
        counts(a, b) += 1;
      }
    }
  }
  Matrix covariance = sums.cwiseQuotient(counts.cwiseMax(1.0));
  const double floor = 0.01 * covariance.diagonal().mean();
  covariance.diagonal() = covariance.diagonal().cwiseMax(floor);
  const Matrix diagonal = covariance.diagonal().asDiagonal();
  const Vector scale = covariance.diagonal().cwiseSqrt().cwiseInverse();
  for (int step = 0; step < 40; ++step) {
    const Matrix correlation = scale.asDiagonal() * covariance * scale.asDiagonal();
    const double smallest = Eigen::SelfAdjointEigenSolver<Matrix>(correlation, Eigen::EigenvaluesOnly).eigenvalues()[0];
    if (smallest > 0.02) break;
    covariance = 0.85 * covariance + 0.15 * diagonal;
  }
  return covariance;
}

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

/// Positions of `rows` grouped by code, groups in order of first position.
std::vector<std::vector<int>> SplitByCode(const std::vector<int>& rows, const std::vector<int>& codes) {
  std::vector<std::vector<int>> groups;
  std::map<int, size_t> index;
  for (size_t at = 0; at < rows.size(); ++at) {
    const auto [found, is_new] = index.emplace(codes[static_cast<size_t>(rows[at])], groups.size());
    if (is_new) groups.emplace_back();
    groups[found->second].push_back(static_cast<int>(at));
  }
  return groups;
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
    data.subjects = static_cast<int>(groupings.back()->levels.size());
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
