// SPDX-License-Identifier: MIT
// Comparisons of whole blocks of a stored case with our model. Every number of a block is compared; a part for which
// there is neither a comparison nor an entry in the table of what is skipped fails the test.
#pragma once

#include <string>

#include "support/comparison.h"
#include "support/reference_case.h"

namespace fatigue::test {

/// `fit`: likelihood, criteria, coefficients and their covariance, Sigma per group or G and sigma.
void CheckFit(const ReferenceCase& reference, const Json& fit, const Comparison& comparison);
/// `default_fit`, `lme_fit`: where other software's optimiser stops when left alone.
void CheckEarlyStop(const ReferenceCase& reference, const Json& fit, const Comparison& comparison);
/// `polished`: the same likelihood as `fit` at machine precision.
void CheckPolished(const ReferenceCase& reference, const Json& polished, const Comparison& comparison);
/// {name, value}: variances, covariances and correlations in SAS's parameters, from our matrices.
void CheckCovarianceParameters(const FittedModel& model, const Json& parameters, const Comparison& comparison);

/// Coefficients, vcov, F tests and marginal means under the block's df method.
void CheckInference(const ReferenceCase& reference, const Json& block, const Comparison& comparison,
                    const Tolerance& anova);
/// The same by a method the block does not name.
void CheckInference(const ReferenceCase& reference, const Json& block, const FittedModel& model,
                    const Comparison& comparison, const Tolerance& anova);
/// A set of tables of means, contrasts and slopes: {name: table}, or {name: {means, revpairwise}}.
void CheckMeans(const ReferenceCase& reference, const Json& tables, const FittedModel& model,
                const Comparison& comparison, EmmeansWeights weights = EmmeansWeights::equal);

/// `linear_combinations` and `type3_L`: coefficients of the means, and the hypotheses of the F tests.
void CheckLinearCombinations(const ReferenceCase& reference, const Json& tables, const Comparison& comparison);
void CheckHypotheses(const ReferenceCase& reference, const Json& hypotheses, const Comparison& comparison);

/// Files that are no single model.
void CheckLikelihoodRatio(const Collection& collection, const Json& expected, const Comparison& all);
void CheckWeights(const ReferenceCase& reference, const Comparison& all);
void CheckEmmeansOptions(ReferenceCase reference, const Comparison& all);
void CheckSasTable(const Collection& collection, const std::string& name);
void CheckSasRows(const Collection& collection, const Json& expected, const Comparison& all);

/// What a file says about itself, or needs no comparison.
bool IsDescription(const std::string& key);
bool IsContrastTable(const std::vector<StoredRow>& rows);
/// The request that a stored table answers: its columns say what is crossed, `trend` is a covariate for slopes or
/// empty.
EmmeansSpec SpecOf(const ReferenceCase& reference, const std::vector<StoredRow>& rows, EmmeansWeights weights);
std::string TrendOf(const std::string& table_name, const Json& table);
/// The row of ours whose levels are those of the stored row.
const EstimateRow* FindRow(const std::vector<EstimateRow>& rows, const StoredRow& stored);

}  // namespace fatigue::test
