// SPDX-License-Identifier: MIT
// One model from formula to estimates: the calls every analysis is made of.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/constants.h"
#include "base/eigen.h"
#include "base/error.h"
#include "inference/covariance_intervals.h"
#include "inference/emmeans.h"
#include "inference/hypotheses.h"
#include "inference/inference.h"
#include "inference/prediction.h"
#include "table/table.h"

namespace fatigue {

/// What to fit. `formula` in R syntax with one residual structure (us(visit | id)) and/or random-effects terms.
struct ModelSpec {
  std::string formula;
  Method method = Method::reml;
  DfMethod df = DfMethod::kenward_roger;
  VcovMethod vcov = VcovMethod::model;
  Information information = Information::observed;
  std::map<std::string, std::vector<std::string>> levels;  // first is the reference
  std::set<std::string> categorical;                       // numeric columns used as factors
  std::map<std::string, double> visit_days;                // of visits whose day is known; only warnings ask
  std::optional<std::string> weights;
  double confidence = 0.95;
  IterationCallback on_iteration = {};  // told of the optimiser's progress
  std::optional<Vector> start = {};     // where the optimiser begins, before its usual start values
};

/// A marginal mean, trend or contrast: its levels as (column, level) pairs in the order asked for.
/// A contrast's first pair is ("contrast", "TRT - PBO"); `level` and `reference` hold the two levels.
struct EstimateRow {
  std::vector<std::pair<std::string, std::string>> levels;
  std::string level;      // contrasts only
  std::string reference;  // contrasts only
  Estimate estimate;
  bool estimable = true;  // false: the design cannot tell, numbers are NaN
  // With EmmeansSpec::adjust: p value over the contrasts of the same `by` combination; joint confidence limits where
  // the method has them (bonferroni, dunnett), NaN where not.
  double p_adjusted = kNaN;
  double lower_adjusted = kNaN;
  double upper_adjusted = kNaN;
};

struct MarginalMeans {
  std::vector<EstimateRow> means;
  std::vector<EstimateRow> contrasts;  // each level minus the reference, within each `by` combination
  std::vector<Warning> warnings;       // of what was asked for
};

/// One analysed row: the line of the file it came from, the fitted mean with its confidence limits, limits for a new
/// observation there, and residuals as RowPrediction has them.
struct RowResult {
  int line = 0;
  double fitted = 0, se = 0, df = 0, lower = 0, upper = 0;
  double prediction_lower = 0, prediction_upper = 0;
  RowPrediction prediction;
};

/// Visit or random-effect covariance matrix with its labels.
struct LabelledMatrix {
  std::string group;  // empty: one for all
  std::vector<std::string> labels;
  Matrix matrix;
};

/// A fitted model, ready to be asked. Cheap to copy (shared state).
class FittedModel {
 public:
  struct State;
  explicit FittedModel(std::shared_ptr<const State> state) : state_(std::move(state)) {}

  // How the fit went. `usable` is false unless converged or singular.
  bool usable() const;
  std::string status() const;  // converged, singular, iteration_limit, ...
  std::string message() const;
  std::vector<Warning> warnings() const;

  Method method() const;
  int observations() const;
  int subjects() const;
  int excluded_rows() const;  // dropped for a missing value
  double log_lik() const;
  double aic() const;
  double aicc() const;  // NaN where not defined
  double bic() const;
  std::string counted() const;  // what AIC and BIC counted, in words

  std::vector<std::string> terms() const;    // coefficient names, aliased ones left out
  std::vector<std::string> aliased() const;  // columns dropped for rank deficiency
  std::vector<Estimate> coefficients() const;
  Matrix beta_vcov() const;  // adjusted where the df method adjusts
  std::vector<LabelledMatrix> residual_covariance() const;
  std::vector<LabelledMatrix> random_covariance() const;  // group = grouping factor
  double sigma() const;                                   // residual SD of a random-effects model, NaN otherwise

  int iterations() const;
  /// Where a fit of nearly the same rows may start; none on the boundary, which a search along Lambda would not leave.
  std::optional<Vector> optimum() const;

  std::vector<FTest> type3() const { return Tests(TestType::type3); }
  std::vector<FTest> Tests(TestType type) const;
  MarginalMeans Emmeans(const EmmeansSpec& spec) const;
  /// Slopes over the numeric column `covariate` per combination of `spec.of`/`spec.by`, and their contrasts.
  MarginalMeans Trends(const std::string& covariate, const EmmeansSpec& spec) const;

  std::vector<CovarianceParameter> CovarianceParameters(IntervalKind kind) const;
  /// Random effects of every level, in the order of the patterns.
  std::vector<RandomEffectEstimate> Blups() const;
  /// In the order of the file.
  std::vector<RowResult> Rows() const;
  /// As of Rows, without inference; `row` is that of the table the model was run on.
  std::vector<RowPrediction> Predictions() const;

  const State& state() const { return *state_; }

 private:
  std::shared_ptr<const State> state_;
};

/// Reads the rows complete in all variables of the formula, builds the design, fits, and prepares inference.
/// Throws Error on bad requests (unknown column, syntax, factor with one level, no rows); a fit that does not
/// converge is returned with usable() == false.
FittedModel RunModel(const Table& table, const ModelSpec& spec);

/// What is told of F tests that have no value.
std::optional<Warning> WarningOfTests(const std::vector<FTest>& tests);

}  // namespace fatigue
