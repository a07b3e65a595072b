# SPDX-License-Identifier: MIT
# Likelihood ratio tests of nested models: expected/lrt.json.
suppressPackageStartupMessages({library(lme4); library(nlme)})
source("tests/reference/make/support.R")
two_arm <- read_case("two_arm.csv")
two_arm <- two_arm[!is.na(two_arm$CHG), ]
tight <- glsControl(maxIter = 500, msMaxIter = 500, tolerance = 1e-10, msTol = 1e-12)

marginal <- function(fixed, structure, start, reml) {
  model <- marginal_model(two_arm$CHG, unname(model.matrix(fixed, two_arm)), two_arm$ID, two_arm$VISIT,
                          structures[[structure]](5), reml, structure %in% c("cs", "us"))
  fit <- polish(model, start)
  stopifnot(fit$max_abs_gradient < 1e-7)
  list(logLik = fit$logLik, theta = length(start), beta = length(fit$beta))
}
S <- expected_case("two_arm_us_reml")$fit$sigma
us_start <- S[upper.tri(S, TRUE)]
S <- expected_case("two_arm_toeph_reml")$fit$sigma
toeph_start <- c(sqrt(diag(S)), cov2cor(S)[1, -1])
S <- expected_case("two_arm_cs_reml")$fit$sigma
cs_start <- c(S[1, 2], S[1, 1] - S[1, 2])
S <- expected_case("two_arm_ar1_reml")$fit$sigma
ar1_start <- c(S[1, 1], S[1, 2] / S[1, 1])

by_gls <- function(fixed, structure, method) {
  position <- corAR1(form = ~ as.integer(VISIT) | ID)
  arguments <- switch(structure,
    us = list(correlation = corSymm(form = ~ as.integer(VISIT) | ID), weights = varIdent(form = ~ 1 | VISIT)),
    cs = list(correlation = corCompSymm(form = ~ as.integer(VISIT) | ID)),
    ar1 = list(correlation = position), toeph = NULL)
  if (is.null(arguments)) return(NA)
  fit <- do.call(gls, c(list(update(fixed, CHG ~ .), data = two_arm, method = method, control = tight), arguments))
  as.numeric(logLik(fit))
}

compare <- function(name, method, fixed, structure, start, note) {
  fits <- Map(marginal, fixed, structure, start, method == "REML")
  logLik <- vapply(fits, `[[`, 0, "logLik")
  parameters <- vapply(fits, function(f) f$theta + f$beta, 0)
  gls <- mapply(by_gls, fixed, structure, method)
  statistic <- 2 * (logLik[2] - logLik[1])
  df <- parameters[2] - parameters[1]
  formulas <- mapply(function(f, s) sprintf("CHG ~ %s + %s(VISIT | ID)", as.character(f)[2], s), fixed, structure)
  cat(name, method, logLik, "gls - exact", signif(gls - logLik, 2), "chi-square", statistic, df, "\n")
  list(name = name, dataset = "two_arm.csv", method = method, smaller = list(formula = formulas[1], logLik = logLik[1],
       parameters = parameters[1]), larger = list(formula = formulas[2], logLik = logLik[2], parameters = parameters[2]),
       logLik_gls = gls, statistic = statistic, df = df, p = pchisq(statistic, df, lower.tail = FALSE), note = note)
}
full <- ~ BASE + SEX + ARM * VISIT
additive <- ~ BASE + SEX + ARM + VISIT
no_sex <- ~ BASE + ARM * VISIT
refit <- "fixed effects differ, so both are fitted by ML (a REML request is refitted)"
restricted <- "same fixed effects: REML"
cases <- list(
  compare("fixed_interaction_us", "ML", list(additive, full), list("us", "us"), list(us_start, us_start), refit),
  compare("fixed_sex_ar1", "ML", list(no_sex, full), list("ar1", "ar1"), list(ar1_start, ar1_start), refit),
  compare("covariance_cs_us", "REML", list(full, full), list("cs", "us"), list(cs_start, us_start), restricted),
  compare("covariance_ar1_toeph", "REML", list(full, full), list("ar1", "toeph"), list(ar1_start, toeph_start), restricted),
  compare("covariance_cs_us_ml", "ML", list(full, full), list("cs", "us"), list(cs_start, us_start), "both by ML")
)

# diary.csv by lme4, with its logLik; random effects that differ by a variance get the mixture as well.
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.02, rhoend = 1e-10, maxfun = 1e5))
diary <- read_case("diary.csv")
by_lme4 <- function(name, method, formulas, mixture, note) {
  fits <- lapply(formulas, function(f) lmer(as.formula(f), diary, REML = method == "REML", control = control))
  logLik <- vapply(fits, function(f) as.numeric(logLik(f)), 0)
  parameters <- vapply(fits, function(f) attr(logLik(f), "df"), 0)
  statistic <- 2 * (logLik[2] - logLik[1])
  df <- parameters[2] - parameters[1]
  p <- pchisq(statistic, df, lower.tail = FALSE)
  below <- if (df > 1) pchisq(statistic, df - 1, lower.tail = FALSE) else as.numeric(statistic <= 0)
  cat(name, method, logLik, statistic, df, p, "\n")
  list(name = name, dataset = "diary.csv", method = method,
       smaller = list(formula = formulas[1], logLik = logLik[1], parameters = parameters[1]),
       larger = list(formula = formulas[2], logLik = logLik[2], parameters = parameters[2]), statistic = statistic, df = df,
       p = p, p_mixture = if (mixture) 0.5 * p + 0.5 * below else NULL, note = note)
}
ris <- "(day | id)"
cases <- c(cases, list(
  by_lme4("diary_fixed_interaction", "ML", paste("score ~", c("arm + day +", "arm * day +"), ris), FALSE, refit),
  by_lme4("diary_fixed_arm_and_interaction", "ML", paste("score ~", c("day +", "arm * day +"), ris), FALSE, refit),
  by_lme4("diary_intercept_slope", "REML", paste("score ~ arm * day +", c("(1 | id)", ris)), TRUE,
          "a correlated slope added to the intercept: mixture of chi-square(1) and chi-square(2)"),
  by_lme4("diary_uncorrelated_slope", "REML", paste("score ~ arm * day +", c("(1 | id)", "(day || id)")), TRUE,
          "an uncorrelated slope added: mixture of a point mass at 0 and chi-square(1)"),
  by_lme4("diary_correlation", "REML", paste("score ~ arm * day +", c("(day || id)", ris)), FALSE,
          "a correlation is not on its boundary at 0: no mixture")
))
write_case(list(
  id = "lrt", software = software(c("lme4", "nlme")),
  tolerance = "two_arm: 1e-7 absolute (exact optima; gls and toeph are not available together); diary: 1e-6",
  note = "statistic = 2 (logLik larger - logLik smaller); parameters = fixed effects + covariance parameters",
  tests = cases))
