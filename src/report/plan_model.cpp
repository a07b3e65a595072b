// SPDX-License-Identifier: MIT
#include "report/plan_model.h"

#include <algorithm>

#include "report/error_codes.h"
#include "report/option_names.h"

namespace fatigue {
namespace {

/// Correlation left between a participant's days beside the random effects. Structures that hold a random intercept
/// themselves (us, cs, toep) could not be told from it.
const std::vector<std::string> kResiduals = {"independent", "ar1", "ar1h", "ad", "adh", "sp_exp"};

/// A covariance structure and what is tried, in turn, when it does not converge: ever fewer parameters.
struct StructureChoice {
  const char* name;
  std::vector<std::string> fallback;
};

std::vector<StructureChoice> StructuresOf(ModelKind kind) {
  switch (kind) {
    case ModelKind::mmrm:
      return {{"us", {"toeph", "ar1h", "csh", "ar1", "cs"}},
              {"toeph", {"ar1h", "csh", "ar1", "cs"}},
              {"toep", {"ar1", "cs"}},
              {"adh", {"ar1h", "csh", "ar1", "cs"}},
              {"ad", {"ar1", "cs"}},
              {"ar1h", {"csh", "ar1", "cs"}},
              {"ar1", {"cs"}},
              {"csh", {"ar1", "cs"}},
              {"cs", {}},
              {"sp_exp", {"ar1", "cs"}}};
    case ModelKind::random_effects:
      return {{"intercept_slope", {"intercept_slope_uncorrelated", "intercept"}},
              {"intercept_slope_uncorrelated", {"intercept"}},
              {"intercept", {}}};
  }
  return {};
}

/// What a kind of model takes of the covariance, and refuses of the other's.
void ReadStructure(const JsonReader& reader, PlanModel* model) {
  const bool is_mmrm = model->kind == ModelKind::mmrm;
  const std::string key = is_mmrm ? "covariance" : "random";
  const auto refuse = [&](const std::string& other, const std::string& instead) {
    if (reader.Has(other)) {
      reader.Fail(other, "does not go with kind " + Name(model->kind), "give " + instead + " instead");
    }
  };
  refuse(is_mmrm ? "random" : "covariance", key);
  refuse(is_mmrm ? "residual" : "covarianceGroups", key);
  model->groups = reader.ChoiceOr<CovarianceGroups>("covarianceGroups", {CovarianceGroups::none, CovarianceGroups::arm},
                                                    CovarianceGroups::none);
  model->residual = reader.TextOr("residual", kResiduals.front());
  if (std::find(kResiduals.begin(), kResiduals.end(), model->residual) == kResiduals.end()) {
    reader.FailChoice("residual", model->residual, kResiduals);
  }

  const std::vector<StructureChoice> structures = StructuresOf(model->kind);
  std::vector<std::string> names;
  for (const StructureChoice& structure : structures) names.push_back(structure.name);
  const auto position = [&](const std::string& at, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) reader.FailChoice(at, name, names);
    return static_cast<std::size_t>(found - names.begin());
  };
  model->structure = reader.TextOr(key, names.front());
  model->fallback = structures[position(key, model->structure)].fallback;
  if (!reader.Has("fallback")) return;
  model->fallback = reader.Texts("fallback");
  for (const std::string& name : model->fallback) position("fallback", name);
}

}  // namespace

Method ReadMethod(const JsonReader& reader, Method otherwise) {
  return reader.ChoiceOr<Method>("method", AllOf<Method>(), otherwise);
}

DfMethod ReadDf(const JsonReader& reader, DfMethod otherwise) {
  return reader.ChoiceOr<DfMethod>("df", AllOf<DfMethod>(), otherwise);
}

PlanModel ReadModel(const Json& value, const std::string& path, const Plan& plan) {
  const JsonReader reader(
      value, path, kBadPlan,
      {"kind", "response", "baselineVisit", "baseline", "visits", "covariates", "method", "df", "vcov", "information",
       "weights", "covariance", "covarianceGroups", "random", "residual", "fallback"});
  PlanModel model;
  model.kind = reader.Choice<ModelKind>("kind", {ModelKind::mmrm, ModelKind::random_effects});
  const bool is_mmrm = model.kind == ModelKind::mmrm;
  model.response = reader.ChoiceOr<Response>("response", {Response::change, Response::value, Response::percent_change},
                                             is_mmrm ? Response::change : Response::value);
  model.baseline_visit = reader.TextOr("baselineVisit", "");
  if (reader.Has("baseline")) {
    if (!model.baseline_visit.empty()) {
      reader.Fail("baseline", "stands beside baselineVisit", "give one of them");
    }
    model.baseline = ReadBaselineRule(reader.Raw("baseline"), reader.PathOf("baseline"));
  }
  model.visits = reader.Texts("visits");
  model.covariates = reader.Texts("covariates");
  model.method = ReadMethod(reader, plan.method);
  model.df = ReadDf(reader, plan.df);
  model.vcov = reader.ChoiceOr<VcovMethod>("vcov", AllOf<VcovMethod>(), VcovMethod::model);
  model.information = reader.ChoiceOr<Information>("information", AllOf<Information>(), Information::observed);
  model.weights = reader.TextOr("weights", "");
  ReadStructure(reader, &model);
  return model;
}

bool PlanModel::UsesDays() const {
  if (kind == ModelKind::random_effects || structure == "sp_exp") return true;
  return std::find(fallback.begin(), fallback.end(), "sp_exp") != fallback.end();
}

}  // namespace fatigue
