// SPDX-License-Identifier: MIT
// What a FittedModel holds. Internal to src/report.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "design/formula.h"
#include "design/model_frame.h"
#include "design/orthonormal_basis.h"
#include "model/fit.h"
#include "model/model_data.h"
#include "report/model_run.h"

namespace fatigue {

struct FittedModel::State {
  ModelSpec spec;
  Formula formula;
  ModelFrame frame;
  DesignCoding coding;
  std::shared_ptr<const OrthonormalBasis> basis;
  const ModelMatrix& design;
  ModelData data;
  Fit fit;
  std::optional<Inference> inference;
  std::vector<Warning> warnings;
  std::vector<int> lines;  // of the file, by row of the frame

  State(const Table& table, const ModelSpec& wanted);
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  bool has_random_effects() const { return !formula.random.empty(); }
  /// Parameters that AIC counts: covariance parameters (as SAS and mmrm), or all (as lme4).
  double counted() const;
  /// Throws not_converged.
  const Inference& UsableInference() const;
  /// A combination of all columns over the kept ones; false where it is not estimable.
  bool Reduce(const RowVector& full, Vector* l) const;
  MarginalMeans Evaluate(const EmmeansCombinations& combinations, const EmmeansSpec& spec) const;

 private:
  void CollectWarnings();
  void WarnOfTimes();
  void WarnOfLikeLevels();
  void WarnOfUndefined();
  EstimateRow Evaluate(const LabelledCombination& combination) const;
  void AdjustFamily(const EmmeansCombinations& combinations, const EmmeansSpec& spec, size_t first,
                    std::vector<EstimateRow>* rows) const;
};

}  // namespace fatigue
