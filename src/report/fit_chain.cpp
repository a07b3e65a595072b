// SPDX-License-Identifier: MIT
#include "report/fit_chain.h"

#include <optional>

#include "base/words.h"
#include "report/option_names.h"

namespace fatigue {
namespace {

constexpr char kNoStructure[] = "none";
constexpr char kNoResidual[] = "independent";

/// A column name as a formula takes it: in backquotes unless it is a plain R name.
std::string Quoted(const std::string& name) {
  bool is_plain = !name.empty() && !(name[0] >= '0' && name[0] <= '9') && name[0] != '_' && name[0] != '.';
  for (const char mark : name) {
    is_plain = is_plain && ((mark >= 'a' && mark <= 'z') || (mark >= 'A' && mark <= 'Z') ||
                            (mark >= '0' && mark <= '9') || mark == '_' || mark == '.');
  }
  return is_plain ? name : "`" + name + "`";
}

std::string RandomTermOf(const std::string& structure) {
  if (structure == "intercept") return "(1 | id)";
  return structure == "intercept_slope_uncorrelated" ? "(day || id)" : "(day | id)";
}

/// "us(visit | id)"; by day for the one structure that knows how far apart the visits are.
std::string StructureTermOf(const std::string& structure, const std::string& time, CovarianceGroups groups) {
  const std::string subject = groups == CovarianceGroups::arm ? "arm / id" : "id";
  return structure + "(" + (structure == "sp_exp" ? "day" : time) + " | " + subject + ")";
}

DfMethod UsedDf(const PlanModel& model, bool is_independent, std::vector<Warning>* warnings) {
  if (is_independent) return DfMethod::residual;
  if (!IsKenwardRoger(model.df)) return model.df;
  std::string problem;
  if (model.method == Method::ml) {
    problem = " needs REML; the fit is by ML";
  } else if (model.vcov != VcovMethod::model) {
    problem = " goes with the model's own covariance of the coefficients; it is " + Name(model.vcov) + " here";
  } else {
    return model.df;
  }
  warnings->push_back({"df_replaced", Name(model.df) + problem + ", with satterthwaite degrees of freedom"});
  return DfMethod::satterthwaite;
}

ModelSpec SpecOf(const PlanModel& model, const OutcomeTable& data, DfMethod df, double confidence) {
  ModelSpec spec;
  spec.method = model.method;
  spec.df = df;
  spec.confidence = confidence;
  spec.vcov = model.vcov;
  spec.information = model.information;
  if (!model.weights.empty()) spec.weights = kWeightColumn;
  spec.levels["arm"] = data.arms;
  if (model.kind == ModelKind::mmrm) spec.levels["visit"] = data.visits;
  spec.visit_days = data.known_days;
  return spec;
}

bool HasOneVisit(const PlanModel& model, const OutcomeTable& data) {
  return model.kind == ModelKind::mmrm && data.visits.size() == 1;
}

std::string TriesText(const std::vector<Tried>& tried) {
  std::vector<std::string> texts;
  for (const Tried& each : tried) {
    texts.push_back(each.covariance + " (" + each.status + (each.message.empty() ? "" : ": " + each.message) + ")");
  }
  return Listed(texts, texts.size());
}

}  // namespace

std::string ModelFormula(const PlanModel& model, const OutcomeTable& data, const std::string& structure) {
  std::string covariates;
  for (const std::string& covariate : data.covariates) covariates += Quoted(covariate) + " + ";
  const std::string left = Name(model.response) + (model.response == Response::value ? " ~ " : " ~ baseline + ");
  if (model.kind == ModelKind::random_effects) {
    const std::string random = left + covariates + "arm * day + " + RandomTermOf(structure);
    if (model.residual == kNoResidual) return random;
    return random + " + " + StructureTermOf(model.residual, "day", CovarianceGroups::none);
  }
  if (data.visits.size() == 1) return left + covariates + "arm";
  return left + covariates + "arm * visit + " + StructureTermOf(structure, "visit", model.groups);
}

ChainResult FitInTurn(const PlanModel& model, const OutcomeTable& data, double confidence,
                      std::vector<Warning>* warnings, const IterationCallback& on_iteration) {
  const bool is_independent = HasOneVisit(model, data);
  std::vector<std::string> structures = {kNoStructure};
  if (!is_independent) {
    structures = {model.structure};
    structures.insert(structures.end(), model.fallback.begin(), model.fallback.end());
  }
  ModelSummary summary;
  summary.plan = model;
  summary.confidence = confidence;
  summary.df = UsedDf(model, is_independent, warnings);
  summary.excluded = data.excluded;
  summary.days = data.days;
  ModelSpec spec = SpecOf(model, data, summary.df, confidence);
  spec.on_iteration = on_iteration;

  std::optional<FittedModel> used;
  for (const std::string& structure : structures) {
    spec.formula = ModelFormula(model, data, structure);
    try {
      FittedModel fit = RunModel(data.table, spec);
      summary.tried.push_back({structure, fit.status(), fit.message()});
      if (fit.usable()) used = std::move(fit);
    } catch (const Error& error) {
      if (error.code() != "too_few_observations" && error.code() != "not_identifiable") throw;
      summary.tried.push_back({structure, error.code(), error.what()});
    }
    if (!used) continue;
    summary.formula = spec.formula;
    summary.covariance_used = structure;
    break;
  }
  if (!used) {
    throw Error("no_usable_fit",
                data.table.name + ": no model of the plan could be fitted: " + TriesText(summary.tried), {},
                "analyse fewer visits or choose a simpler model");
  }
  if (summary.tried.size() > 1) {
    const std::vector<Tried> failed(summary.tried.begin(), summary.tried.end() - 1);
    warnings->push_back({"fallback_used", "the covariance is " + summary.covariance_used +
                                              ", as the plan's fallback says, because of " + TriesText(failed)});
  }
  for (const Warning& warning : used->warnings()) warnings->push_back(warning);
  return {std::move(*used), std::move(summary)};
}

FittedModel FitAgain(const ChainResult& chain, const OutcomeTable& data) {
  const PlanModel& model = chain.summary.plan;
  const DfMethod df = HasOneVisit(model, data) ? DfMethod::residual : chain.summary.df;
  ModelSpec spec = SpecOf(model, data, df, chain.summary.confidence);
  spec.formula = ModelFormula(model, data, chain.summary.covariance_used);
  spec.start = chain.fit.optimum();
  return RunModel(data.table, spec);
}

}  // namespace fatigue
