// SPDX-License-Identifier: MIT
// Hypotheses L beta = 0 of the tests of a model's terms. docs/methods.md#tests-of-terms
#pragma once

#include <vector>

#include "base/eigen.h"
#include "design/orthonormal_basis.h"

namespace fatigue {

/// Which coefficients of a term a test holds at zero: type III in sum-to-zero coding with all others in the model; type
/// II with the terms that contain it left out of account.
enum class TestType { type3, type2 };

/// Satterthwaite's degrees of freedom of several coefficients depend on how the rows of a hypothesis are written,
/// though F does not. mmrm: coefficients in sum-to-zero coding (type III), the identity on the term's columns (type
/// II), for marginal models. lmer_test: as lmerTest 3.1 writes them, for random-effects models.
enum class HypothesisRows { mmrm, lmer_test };

/// One matrix per term of the formula, over the columns kept: rows x kept columns, full row rank; no rows for a term
/// within an interaction that lacks a combination of its factors' levels, and for a term without any column left. Such
/// an interaction itself, if it is within no other, has the columns that are left. `coding`: treatment; `rows`: of the
/// variables.
std::vector<Matrix> Type3Hypotheses(const FixedFormula& formula, const std::vector<Variable>& variables,
                                    const DesignCoding& coding, const OrthonormalBasis& basis, Index rows,
                                    HypothesisRows written);

/// As SAS and lmerTest: a term is contained in another that has the same covariates and all its factors and more. The
/// hypothesis is what ordinary least squares tests of the term's columns after those of all terms that do not contain
/// it.
std::vector<Matrix> Type2Hypotheses(const FixedFormula& formula, const std::vector<Variable>& variables,
                                    const DesignCoding& coding, const OrthonormalBasis& basis, HypothesisRows written);

}  // namespace fatigue
