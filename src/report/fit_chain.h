// SPDX-License-Identifier: MIT
// The model of an outcome in R's syntax, and the pre-specified chain of covariance structures tried in turn.
#pragma once

#include <string>
#include <vector>

#include "report/model_run.h"
#include "report/outcome_table.h"
#include "report/plan.h"
#include "report/report.h"

namespace fatigue {

/// change ~ baseline + covariates + arm * visit + us(visit | id)      mmrm; us(visit | arm / id) with groups, and
///                                                                    sp_exp(day | id), which goes by days
/// change ~ baseline + covariates + arm                               mmrm with one visit: independent rows
/// value ~ arm * day + covariates + (day | id)                        random_effects; (day || id), (1 | id)
/// value ~ arm * day + covariates + (1 | id) + ar1(day | id)          with a residual structure
/// `structure` is a CovarianceName or a RandomName.
std::string ModelFormula(const PlanModel& model, const OutcomeTable& data, const std::string& structure);

struct ChainResult {
  FittedModel fit;
  ModelSummary summary;
};

/// Fits the structure asked for and, while a fit is not usable or RunModel says too_few_observations or
/// not_identifiable, the next of the fallback; every try is recorded, and warned of when it was not the first that was
/// used. One visit leaves no covariance to choose: independent rows ("none"), residual degrees of freedom.
/// Kenward-Roger needs REML and the model's own covariance: with ML or an empirical covariance, Satterthwaite takes its
/// place, with a warning.
/// Throws no_usable_fit naming every try, and every other Error of RunModel.
ChainResult FitInTurn(const PlanModel& model, const OutcomeTable& data, double confidence,
                      std::vector<Warning>* warnings, const IterationCallback& on_iteration = {});

/// The model that was used, its structure and its degrees of freedom, on some of its rows; the search starts at the
/// optimum of all. With one visit left there is no covariance: independent rows, as FitInTurn has it. The fit may not
/// be usable. Throws what RunModel throws.
FittedModel FitAgain(const ChainResult& chain, const OutcomeTable& data);

}  // namespace fatigue
