// SPDX-License-Identifier: MIT
#include "support/skipped.h"

#include <cstdlib>
#include <fstream>
#include <set>

namespace fatigue::test {
namespace {

/// Part of the case's name, and how the last step of the block begins or what it contains; empty for all.
struct Skipped {
  const char* case_part;
  const char* block_part;
  const char* reason;
};

const char* kOptimiser = "parameters and messages of the other program's optimiser; Sigma, G and sigma are compared";
/// Tests of their own in this folder compare these, and the page drops what it finds in the record.
const char* kElsewhere = "compared by a test of its own, which has left no record";

const Skipped kSkipped[] = {
    // Whole cases
    {"shared/fev_sp_gau_reml", "case", "the spatial Gaussian structure is not offered"},
    {"ship/diary_lme_ri_ar1_varident_reml", "case",
     "one residual variance per arm with a common autocorrelation cannot be written: ar1(day | arm / id) gives each "
     "arm "
     "its own autocorrelation"},
    {"sas/kr1_spexp", "case", "distances in two coordinates (VISITN, VISITN2): a visit has one position"},
    {"sas/kr_spexp", "case", "distances in two coordinates (VISITN, VISITN2): a visit has one position"},
    // Parts of `fit` and the like
    {"", "fit / theta", kOptimiser},
    {"", "fit / max_abs_gradient", kOptimiser},
    {"", "fit / optimizer", kOptimiser},
    {"", "polished / max_abs_gradient", kOptimiser},
    {"", "kenward_roger_sas / max_rel_parameter_move", kOptimiser},
    {"", "fit / half_logdet_XtX", "a constant of the design that other definitions of the REML likelihood add"},
    {"", "fit / df_containment", "containment degrees of freedom are not offered"},
    {"", "covariance_parameters / se", kElsewhere},
    {"", "theta_vcov_observed", "covariances between covariance parameters are not offered"},
    // Inference
    {"", "Empirical", kElsewhere},
    {"", "typeII", kElsewhere},
    {"singular", "anova_type2", "df at a variance of 0 are each package's own choice (README of the collection)"},
    {"", "anova_type2", kElsewhere},
    {"", "anova_type1", "sequential tests are not offered"},
    {"", "anova_type3 / Sum Sq", "sums of squares of a mixed model are not offered"},
    {"", "anova_type3 / scale", "the factor of the scaled F is not offered by itself; F is the scaled one"},
    {"", "KRmodcomp_all_but_intercept", "a joint test of all coefficients but the intercept is not offered"},
    {"", "within interaction",
     "that a main effect's coefficients in treatment coding are 0 says something of the reference level only; such a "
     "test is not offered"},
    {"", "df of rows",
     "Satterthwaite's df for several coefficients depend on how the hypothesis is written, and those of a marginal "
     "model "
     "are written as mmrm's type III tests; F is compared"},
    {"shared/fev_rank_deficient_reml", "F_tests_term_blocks",
     "the stored blocks are shifted against the names by the coefficient left out, so they mix terms"},
    {"singular", "boundary df",
     "df at a variance of 0 are each package's own choice (README of the collection); estimates and standard errors "
     "are "
     "compared, and the df with those of the model without the variance"},
    {"", "not against the first level", kElsewhere},
    // Tables of their own
    {"", "ranef", kElsewhere},
    {"ship/residuals_predictions", "rows without a response",
     "fitted values of rows without a response are not offered"},
    {"ship/residuals_predictions", "studentized_marginal", "residuals divided by their own SD are not offered"},
    {"ship/residuals_predictions", "se_conditional", "standard errors of conditional values are not offered"},
    {"ship/residuals_predictions", "se_prediction_conditional",
     "standard errors of conditional values are not offered"},
    {"ship/residuals_predictions", "residuals scaled by R at level 0",
     "nlme scales the marginal residuals of a random-effects model by R; ours are scaled by V and compared with the "
     "exact ones"},
    {"", "profile of a fixed effect", "profile intervals are offered for covariance parameters, not for fixed effects"},
    {"", "fitted_first", kElsewhere},
    {"", "resid_first", kElsewhere},
    {"", "residuals", kElsewhere},
    {"", "confint_", kElsewhere},
    {"", "anova_ranova", kElsewhere},
    {"shared/sas_kr_fev_armcd", "sp_exp", "as sas/kr_spexp: distances in two coordinates"},
    {"", "p_chisq", kElsewhere},
    {"", "p_mixture_1_2", kElsewhere},
    {"", "_outer", kElsewhere},
    {"", "_cells", kElsewhere},
    {"ship/contrasts_adjust", "mvt",
     "emmeans cuts df to a whole number and takes random points, which moves p and limits by up to 3e-3; the exact "
     "probability is compared"},
    {"ship/contrasts_adjust", "p_with_df_cut_to_a_whole_number",
     "shows what emmeans' cut of df to a whole number does; the probability at the row's own df is compared"},
    {"ship/contrasts_adjust", "rows after the first",
     "adjusting four and more contrasts that depend on each other by the multivariate t takes minutes; one row of a "
     "family is compared"},
    {"ship/contrasts_adjust", "ten differences of rank 4", "takes minutes; families of four are compared"},
    {"", "adjust_sidak", "the Sidak adjustment is not offered"},
    {"", "adjust_", kElsewhere},
    {"", "consecutive_visits", kElsewhere},
    {"", "interaction_contrasts", kElsewhere},
    {"", "reference_grid", "the grid is no result; the means over it are compared"},
    {"", "one-sided", "tests against a margin are not offered; estimate, standard error and df are compared"},
};

void Record(const Comparison& comparison, const char* reason) {
  static const char* path = std::getenv("FATIGUE_RECORD");
  static std::set<std::string> known;
  if (!path || !known.insert(comparison.case_name() + "\n" + comparison.block()).second) return;
  std::ofstream file(path, std::ios::app);
  file << Json{{"case", comparison.case_name()}, {"block", comparison.block()}, {"skipped", reason}} << "\n";
}

}  // namespace

bool IsSkipped(const Comparison& comparison) {
  for (const Skipped& skipped : kSkipped) {
    const size_t at = comparison.block().rfind(skipped.block_part);
    if (comparison.case_name().find(skipped.case_part) == std::string::npos || at == std::string::npos) continue;
    if (comparison.block().find(" / ", at + std::string(skipped.block_part).size()) != std::string::npos) continue;
    Record(comparison, skipped.reason);
    return true;
  }
  return false;
}

}  // namespace fatigue::test
