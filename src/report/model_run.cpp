// SPDX-License-Identifier: MIT
#include "report/model_run.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "design/formula.h"
#include "design/model_frame.h"
#include "design/model_matrix.h"
#include "model/fit.h"
#include "model/model_data.h"

namespace fatigue {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Which coefficients' columns are constant within every subject? Only between-within degrees of freedom ask.
std::vector<ColumnRole> ColumnRoles(const ModelData& data, const DesignCoding& coding) {
  std::vector<ColumnRole> roles;
  for (int column : data.basis->columns().kept) {
    const bool intercept = coding.column_terms()[static_cast<size_t>(column)] < 0;
    roles.push_back(intercept ? ColumnRole::intercept : ColumnRole::between);
  }
  if (data.subject_codes.empty()) return roles;
  const RowsByCode by_subject = SortByCode(data.subject_codes, static_cast<size_t>(data.subjects));
  Matrix X;
  for (size_t subject = 0; subject + 1 < by_subject.first.size(); ++subject) {
    const int first = by_subject.first[subject];
    data.basis->FillDesign(by_subject.rows.data() + first, by_subject.first[subject + 1] - first, &X);
    for (Index column = 0; column < X.cols(); ++column) {
      if (X.col(column).maxCoeff() != X.col(column).minCoeff()) roles[static_cast<size_t>(column)] = ColumnRole::within;
    }
  }
  return roles;
}

}  // namespace

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

  State(const Table& table, const ModelSpec& wanted)
      : spec(wanted),
        formula(ParseFormula(spec.formula)),
        frame(BuildModelFrame(table, formula, {spec.levels, spec.categorical, spec.weights.value_or("")})),
        coding(formula.fixed, frame.fixed, Coding::treatment),
        basis(std::make_shared<const OrthonormalBasis>(frame, coding)),
        design(basis->columns()),
        data(BuildModelData(frame, formula, basis)),
        fit(FitModel(data, spec.method)) {
    if (fit.IsUsable()) {
      const InferenceOptions options{spec.df, spec.information, spec.confidence};
      std::vector<ColumnRole> roles;
      if (spec.df == DfMethod::between_within) roles = ColumnRoles(data, coding);
      inference.emplace(data, fit, spec.method, options, roles);
    }
    frame.table = nullptr;  // the table may go, the fit stays
    CollectWarnings();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void CollectWarnings() {
    warnings = frame.warnings;
    if (frame.excluded > 0) {
      warnings.push_back({"rows_excluded", std::to_string(frame.excluded) +
                                               " rows are not used: a value the model needs is missing in them"});
    }
    if (!design.aliased.empty()) {
      std::string names;
      for (int column : design.aliased) {
        names += (names.empty() ? "" : ", ") + coding.column_names()[static_cast<size_t>(column)];
      }
      warnings.push_back({"aliased", "not estimable and left out, being combinations of other columns: " + names +
                                         "; no type III test is given for terms within an interaction so affected"});
    }
    if (fit.status == FitStatus::singular) {
      warnings.push_back({"singular_fit", fit.message + "; inference takes it as known"});
    } else if (!fit.IsUsable()) {
      warnings.push_back({Name(fit.status), fit.message});
    }
  }

  /// Over the kept columns; false where the combination is not estimable.
  bool Reduce(const RowVector& full, Vector* l) const {
    *l = full(design.kept).transpose();
    if (design.aliased.empty()) return true;
    const RowVector dropped = full(design.aliased);
    const double scale = std::max(full.cwiseAbs().maxCoeff(), 1e-300);
    return (dropped - l->transpose() * design.aliasing).cwiseAbs().maxCoeff() < 1e-8 * scale;
  }

  EstimateRow Evaluate(const LabelledCombination& combination) const {
    EstimateRow row;
    row.levels = combination.levels;
    row.level = combination.level;
    row.reference = combination.reference;
    Vector l;
    row.estimable = Reduce(combination.l, &l);
    row.estimate = row.estimable ? inference->Evaluate(l) : Estimate{kNaN, kNaN, kNaN, kNaN, kNaN, kNaN, kNaN};
    return row;
  }

  MarginalMeans Evaluate(const EmmeansCombinations& combinations) const {
    if (!inference) throw Error("not_converged", "the model did not converge: " + fit.message);
    MarginalMeans means;
    for (const auto& combination : combinations.means) means.means.push_back(Evaluate(combination));
    for (const auto& combination : combinations.contrasts) means.contrasts.push_back(Evaluate(combination));
    return means;
  }

  bool has_random_effects() const { return !formula.random.empty(); }
  /// Parameters that AIC counts: covariance parameters (as SAS and mmrm), or all (as lme4).
  double counted() const {
    const auto covariance = static_cast<double>(data.covariance.parameters());
    return has_random_effects() ? covariance + static_cast<double>(data.p) : covariance;
  }
};

FittedModel RunModel(const Table& table, const ModelSpec& spec) {
  if (spec.vcov != VcovMethod::model) {
    throw Error("unsupported", "empirical (sandwich) covariance is not offered yet", {}, "use vcov model");
  }
  return FittedModel(std::make_shared<const FittedModel::State>(table, spec));
}

bool FittedModel::usable() const { return state_->fit.IsUsable(); }
std::string FittedModel::status() const { return Name(state_->fit.status); }
std::string FittedModel::message() const { return state_->fit.message; }
std::vector<Warning> FittedModel::warnings() const { return state_->warnings; }
Method FittedModel::method() const { return state_->spec.method; }
int FittedModel::observations() const { return static_cast<int>(state_->data.n); }
int FittedModel::subjects() const { return state_->data.subjects; }
int FittedModel::excluded_rows() const { return state_->frame.excluded; }
double FittedModel::log_lik() const { return -0.5 * state_->fit.likelihood.objective; }
double FittedModel::aic() const { return state_->fit.likelihood.objective + 2 * state_->counted(); }

double FittedModel::aicc() const {
  const double k = state_->counted();
  const auto n = static_cast<double>(state_->data.n);
  // Marginal models as mmrm: m = max(k + 2, n - p); random-effects models: m = n.
  const double m = state_->has_random_effects() ? n : std::max(k + 2, n - static_cast<double>(state_->data.p));
  if (m - k - 1 <= 0) return kNaN;
  return state_->fit.likelihood.objective + 2 * k * m / (m - k - 1);
}

double FittedModel::bic() const {
  const double units = state_->has_random_effects() ? static_cast<double>(state_->data.n) : state_->data.subjects;
  return state_->fit.likelihood.objective + state_->counted() * std::log(units);
}

std::string FittedModel::counted() const {
  const std::string covariance = std::to_string(state_->data.covariance.parameters()) + " covariance parameters";
  if (state_->has_random_effects()) {
    return covariance + " and " + std::to_string(state_->data.p) + " fixed effects; BIC with log of " +
           std::to_string(state_->data.n) + " observations";
  }
  return covariance + "; BIC with log of " + std::to_string(state_->data.subjects) + " subjects";
}

std::vector<std::string> FittedModel::terms() const {
  std::vector<std::string> names;
  for (int column : state_->design.kept) names.push_back(state_->coding.column_names()[static_cast<size_t>(column)]);
  return names;
}

std::vector<std::string> FittedModel::aliased() const {
  std::vector<std::string> names;
  for (int column : state_->design.aliased) {
    names.push_back(state_->coding.column_names()[static_cast<size_t>(column)]);
  }
  return names;
}

std::vector<Estimate> FittedModel::coefficients() const {
  std::vector<Estimate> rows;
  if (!state_->inference) return rows;
  for (Index k = 0; k < state_->data.p; ++k) {
    rows.push_back(state_->inference->Evaluate(Vector::Unit(state_->data.p, k)));
  }
  return rows;
}

Matrix FittedModel::beta_vcov() const {
  return state_->inference ? state_->inference->BetaVcov() : state_->fit.beta_vcov;
}

std::vector<LabelledMatrix> FittedModel::residual_covariance() const {
  std::vector<LabelledMatrix> matrices;
  const auto& components = state_->data.covariance.components();
  for (size_t c = 0; c < components.size(); ++c) {
    if (components[c].kind != Component::Kind::residual_structure || state_->fit.covariance.matrices.empty()) continue;
    matrices.push_back({components[c].group, components[c].labels, state_->fit.covariance.matrices[c]});
  }
  return matrices;
}

std::vector<LabelledMatrix> FittedModel::random_covariance() const {
  std::vector<LabelledMatrix> matrices;
  const auto& components = state_->data.covariance.components();
  for (size_t c = 0; c < components.size(); ++c) {
    if (components[c].kind != Component::Kind::random_effects || state_->fit.covariance.matrices.empty()) continue;
    matrices.push_back({components[c].group, components[c].labels, state_->fit.covariance.matrices[c]});
  }
  return matrices;
}

double FittedModel::sigma() const {
  const auto& components = state_->data.covariance.components();
  for (size_t c = 0; c < components.size(); ++c) {
    if (components[c].kind == Component::Kind::residual_variance && !state_->fit.covariance.matrices.empty()) {
      return std::sqrt(state_->fit.covariance.matrices[c](0, 0));
    }
  }
  return kNaN;
}

std::vector<FTest> FittedModel::type3() const {
  std::vector<FTest> tests;
  if (!state_->inference) return tests;
  const FixedFormula& fixed = state_->formula.fixed;
  const std::vector<Matrix> hypotheses =
      Type3Hypotheses(fixed, state_->frame.fixed, *state_->basis, state_->frame.y.size());
  for (size_t term = 0; term < fixed.terms.size(); ++term) {
    if (hypotheses[term].rows() == 0) continue;
    FTest test = state_->inference->Test(hypotheses[term]);
    test.term = fixed.Label(fixed.terms[term]);
    tests.push_back(test);
  }
  return tests;
}

MarginalMeans FittedModel::Emmeans(const EmmeansSpec& spec) const {
  return state_->Evaluate(MarginalMeanCombinations(state_->frame.fixed, state_->coding, spec));
}

MarginalMeans FittedModel::Trends(const std::string& covariate, const EmmeansSpec& spec) const {
  return state_->Evaluate(TrendCombinations(state_->frame.fixed, state_->coding, covariate, spec));
}

}  // namespace fatigue
