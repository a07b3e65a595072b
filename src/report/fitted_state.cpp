// SPDX-License-Identifier: MIT
#include "report/fitted_state.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/constants.h"
#include "base/distributions.h"
#include "base/read_number.h"
#include "base/words.h"
#include "inference/max_abs_t.h"
#include "report/means_warnings.h"
#include "report/option_names.h"

namespace fatigue {
namespace {

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

/// Does the correlation depend on how many visits lie between two?
bool CountsVisits(CovStructure structure) {
  return structure == CovStructure::ar1 || structure == CovStructure::ar1h || structure == CovStructure::toep ||
         structure == CovStructure::toeph;
}

/// Does the correlation depend on which visits are side by side?
bool TakesNeighbours(CovStructure structure) {
  return CountsVisits(structure) || structure == CovStructure::ad || structure == CovStructure::adh;
}

/// The one number in "14", "day 14" or "V2", and what stands around it; none where there is none, or more than one.
std::optional<std::pair<double, std::string>> NumberIn(const std::string& label) {
  if (const auto number = ReadNumber(label)) return {{*number, ""}};
  constexpr char kDigits[] = "0123456789";
  const size_t first = label.find_first_of(kDigits);
  if (first == std::string::npos) return std::nullopt;
  const size_t end = std::min(label.find_first_not_of("0123456789.", first), label.size());
  const auto number = ReadNumber(label.substr(first, end - first));
  if (!number || label.find_first_of(kDigits, end) != std::string::npos) return std::nullopt;
  return {{*number, label.substr(0, first) + "#" + label.substr(end)}};
}

/// The days of the visits, or else the numbers in labels that are alike but for these; empty where neither is known.
std::vector<double> TimesOf(const std::vector<std::string>& visits, const std::map<std::string, double>& days) {
  std::vector<double> known, numbers;
  std::set<std::string> around;
  for (const std::string& visit : visits) {
    if (const auto day = days.find(visit); day != days.end()) known.push_back(day->second);
    const auto number = NumberIn(visit);
    if (!number) continue;
    numbers.push_back(number->first);
    around.insert(number->second);
  }
  if (known.size() == visits.size()) return known;
  return numbers.size() == visits.size() && around.size() == 1 ? numbers : std::vector<double>();
}

bool AreUnequallySpaced(const std::vector<double>& times) {
  for (size_t k = 2; k < times.size(); ++k) {
    const double gap = times[1] - times[0];
    if (std::abs(times[k] - times[k - 1] - gap) > 1e-9 * std::abs(gap)) return true;
  }
  return false;
}

}  // namespace

FittedModel::State::State(const Table& table, const ModelSpec& wanted)
    : spec(wanted),
      formula(ParseFormula(spec.formula)),
      frame(BuildModelFrame(table, formula, {spec.levels, spec.categorical, spec.weights.value_or("")})),
      coding(formula.fixed, frame.fixed, Coding::treatment),
      basis(std::make_shared<const OrthonormalBasis>(frame, coding)),
      design(basis->columns()),
      data(BuildModelData(frame, formula, basis)),
      fit(FitModel(data, spec.method, spec.on_iteration, spec.start)) {
  if (fit.IsUsable()) {
    const InferenceOptions options{spec.df, spec.vcov, spec.information, spec.confidence};
    std::vector<ColumnRole> roles;
    if (spec.df == DfMethod::between_within) roles = ColumnRoles(data, coding);
    inference.emplace(data, fit, spec.method, options, roles);
  }
  for (int row : frame.rows) lines.push_back(table.origin_row.empty() ? row + 1 : table.origin_row[row]);
  frame.table = nullptr;  // the table and the callback may go, the fit stays
  spec.on_iteration = {};
  CollectWarnings();
}

void FittedModel::State::CollectWarnings() {
  warnings = frame.warnings;
  if (frame.excluded > 0) {
    warnings.push_back({"rows_excluded", std::to_string(frame.excluded) +
                                             " rows are not used: a value the model needs is missing in them"});
  }
  if (!design.aliased.empty()) {
    std::string names;
    bool is_in_interaction = false;
    for (int column : design.aliased) {
      names += (names.empty() ? "" : ", ") + coding.column_names()[static_cast<size_t>(column)];
      const int term = coding.column_terms()[static_cast<size_t>(column)];
      is_in_interaction |= term >= 0 && formula.fixed.terms[static_cast<size_t>(term)].size() > 1;
    }
    warnings.push_back(
        {"aliased",
         "not estimable and left out, being combinations of other columns: " + names +
             (is_in_interaction ? "; no type III test is given for terms within an interaction so affected" : "")});
  }
  if (formula.covariance) WarnOfTimes();
  if (spec.vcov != VcovMethod::model && data.units <= data.p) {
    warnings.push_back(
        {"few_clusters", "an empirical covariance of " + std::to_string(data.p) + " coefficients from " +
                             std::to_string(data.units) +
                             " independent units is singular: combinations it cannot tell have no numbers"});
  }
  if (data.visits.size() == 1) {
    warnings.push_back({"one_visit", "all rows are at one " + formula.covariance->visit + ", " + data.visits[0] +
                                         ": the covariance is a single variance"});
  }
  WarnOfLikeLevels();
  if (inference) WarnOfUndefined();
  if (fit.status == FitStatus::singular) {
    warnings.push_back({"singular_fit", fit.message + "; inference takes it as known"});
  } else if (!fit.IsUsable()) {
    warnings.push_back({Name(fit.status), fit.message});
  }
}

/// Structures that go by the place of a visit take neighbours and steps from the order of the levels, whatever these
/// mean.
void FittedModel::State::WarnOfTimes() {
  const CovStructure structure = formula.covariance->structure;
  const std::string &visit = formula.covariance->visit, name = Info(structure).name;
  const std::vector<double> times = TimesOf(data.visits, spec.visit_days);
  if (TakesNeighbours(structure) && !std::is_sorted(times.begin(), times.end())) {
    warnings.push_back({"visit_order", "the values of " + visit + " are in the order " + Listed(data.visits) +
                                           ", which is not that of their numbers, and " + name +
                                           " takes those side by side for neighbours: give their order"});
  } else if (CountsVisits(structure) && AreUnequallySpaced(times)) {
    warnings.push_back(
        {"unequal_spacing", "the values of " + visit + " are not equally spaced, and " + name +
                                " counts them as 1, 2, 3, ...; sp_exp takes the distances between them"});
  }
}

/// "placebo" and "Placebo" are two arms to the model, and hardly to whoever wrote them.
void FittedModel::State::WarnOfLikeLevels() {
  const auto plain = [](const std::string& level) {
    std::string letters;
    for (const char c : level) {
      if (c != ' ') letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return letters;
  };
  for (const Variable& variable : frame.fixed) {
    std::map<std::string, std::string> seen;
    for (const std::string& level : variable.levels) {
      const auto [found, is_new] = seen.emplace(plain(level), level);
      if (is_new) continue;
      warnings.push_back({"levels_alike", variable.name + " has \"" + found->second + "\" and \"" + level +
                                              "\", which are two levels here; write them alike if they are one"});
    }
  }
}

/// A coefficient without a standard error, degrees of freedom or p value tells that the covariance parameters do not
/// carry the method: the user sees an empty cell and must see why.
void FittedModel::State::WarnOfUndefined() {
  int without = 0, few = 0;
  for (Index k = 0; k < data.p; ++k) {
    const Estimate row = inference->Evaluate(Vector::Unit(data.p, k));
    if (std::isnan(row.se) || std::isnan(row.df) || std::isnan(row.p_value)) ++without;
    if (row.df < 1) ++few;
  }
  if (few > 0) {
    warnings.push_back({"few_df", std::to_string(few) + " of " + std::to_string(data.p) +
                                      " coefficients have less than 1 degree of freedom: " +
                                      std::to_string(data.covariance.parameters()) + " covariance parameters of " +
                                      std::to_string(data.units) +
                                      " independent units are too many for the method; use a simpler covariance"});
  }
  if (without == 0) return;
  warnings.push_back({"undefined_inference",
                      std::to_string(without) + " of " + std::to_string(data.p) +
                          " coefficients have no standard error or no degrees of freedom by " + Name(spec.df) +
                          ": too few subjects or rows, or covariance parameters that the data hardly determine"});
}

double FittedModel::State::counted() const {
  const auto covariance = static_cast<double>(data.covariance.parameters());
  return has_random_effects() ? covariance + static_cast<double>(data.p) : covariance;
}

const Inference& FittedModel::State::UsableInference() const {
  if (!inference) throw Error("not_converged", "the model did not converge: " + fit.message);
  return *inference;
}

bool FittedModel::State::Reduce(const RowVector& full, Vector* l) const {
  *l = full(design.kept).transpose();
  if (!full.allFinite()) return false;
  if (design.aliased.empty()) return true;
  for (size_t j = 0; j < design.aliased.size(); ++j) {
    const double own = full[design.aliased[j]];
    const auto column = design.aliasing.col(static_cast<Index>(j));
    const double scale = std::max(std::abs(own), l->cwiseProduct(column).cwiseAbs().sum());
    if (std::abs(own - l->dot(column)) > 1e-8 * scale) return false;
  }
  return true;
}

EstimateRow FittedModel::State::Evaluate(const LabelledCombination& combination) const {
  EstimateRow row;
  row.levels = combination.levels;
  row.level = combination.level;
  row.reference = combination.reference;
  Vector l;
  row.estimable = Reduce(combination.l, &l);
  row.estimate = row.estimable ? inference->Evaluate(l) : Estimate{kNaN, kNaN, kNaN, kNaN, kNaN, kNaN, kNaN};
  return row;
}

MarginalMeans FittedModel::State::Evaluate(const EmmeansCombinations& combinations, const EmmeansSpec& wanted) const {
  UsableInference();
  MarginalMeans means;
  means.warnings = WarningsOfMeans(frame.fixed, combinations, wanted);
  for (const auto& combination : combinations.means) means.means.push_back(Evaluate(combination));
  for (const auto& combination : combinations.contrasts) means.contrasts.push_back(Evaluate(combination));
  for (size_t first = 0; first < means.contrasts.size(); first += combinations.family) {
    AdjustFamily(combinations, wanted, first, &means.contrasts);
  }
  return means;
}

/// Adjusts the contrasts of one `by` combination; those that are not estimable are not of the family.
void FittedModel::State::AdjustFamily(const EmmeansCombinations& combinations, const EmmeansSpec& wanted, size_t first,
                                      std::vector<EstimateRow>* rows) const {
  if (wanted.adjust == Adjust::none) return;
  std::vector<size_t> family;
  for (size_t k = first; k < first + combinations.family; ++k) {
    if ((*rows)[k].estimable && (*rows)[k].estimate.se > 0) family.push_back(k);
  }
  if (family.empty()) return;
  if (wanted.adjust == Adjust::dunnett) {
    Matrix L(static_cast<Index>(family.size()), data.p);
    for (size_t k = 0; k < family.size(); ++k) {
      Vector l;
      Reduce(combinations.contrasts[family[k]].l, &l);
      L.row(static_cast<Index>(k)) = l;
    }
    const Matrix covariance = inference->Covariance(L);
    const Vector scale = covariance.diagonal().cwiseSqrt().cwiseInverse();
    const Matrix correlation = scale.asDiagonal() * covariance * scale.asDiagonal();
    for (size_t k : family) {
      EstimateRow& row = (*rows)[k];
      const Estimate& own = row.estimate;
      // Between the row's own p value and Bonferroni's, whatever the last digits of the integral are.
      const double most = std::min(1.0, static_cast<double>(family.size()) * own.p_value);
      row.p_adjusted = std::clamp(MaxAbsTUpperP(std::abs(own.t), correlation, own.df), own.p_value, most);
      const double half = MaxAbsTCriticalValue(spec.confidence, correlation, own.df) * own.se;
      row.lower_adjusted = own.estimate - half;
      row.upper_adjusted = own.estimate + half;
    }
    return;
  }
  std::vector<double> p_values;
  for (size_t k : family) p_values.push_back((*rows)[k].estimate.p_value);
  const std::vector<double> adjusted = AdjustPValues(p_values, wanted.adjust);
  const double shared = 1 - (1 - spec.confidence) / static_cast<double>(family.size());
  for (size_t k = 0; k < family.size(); ++k) {
    EstimateRow& row = (*rows)[family[k]];
    row.p_adjusted = adjusted[k];
    if (wanted.adjust != Adjust::bonferroni) continue;
    const double half = StudentCriticalValue(shared, row.estimate.df) * row.estimate.se;
    row.lower_adjusted = row.estimate.estimate - half;
    row.upper_adjusted = row.estimate.estimate + half;
  }
}

}  // namespace fatigue
