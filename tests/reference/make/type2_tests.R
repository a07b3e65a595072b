# SPDX-License-Identifier: MIT
# Type II (and III) F tests of lmerTest on unbalanced data: expected/type2_tests.json.
suppressPackageStartupMessages(library(lmerTest))
source("tests/reference/make/support.R")
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.02, rhoend = 1e-9, maxfun = 1e5))

tests <- function(fit) {
  blocks <- list()
  for (type in c("II", "III")) for (df in c("Satterthwaite", "Kenward-Roger")) {
    table <- anova(fit, type = type, ddf = df)
    hypotheses <- attr(table, "hypotheses")
    blocks[[length(blocks) + 1]] <- list(
      type = type, df_method = df, term = arr(rownames(table)), num_df = arr(table$NumDF), den_df = arr(table$DenDF),
      F = arr(table[["F value"]]), p = arr(table[["Pr(>F)"]]), L = lapply(unname(hypotheses), function(L) unname(as.matrix(L))))
  }
  blocks
}

cases <- list(
  list(name = "nested", dataset = "nested.csv", formula = "y ~ arm * visit + (1 | site/id)"),
  list(name = "diary", dataset = "diary.csv", formula = "score ~ arm * day + (day | id)"),
  list(name = "diary_ri", dataset = "diary.csv", formula = "score ~ arm * day + (1 | id)"),
  list(name = "two_arm_covariates", dataset = "two_arm.csv",
       formula = "CHG ~ BASE * ARM + SEX * ARM + ARM * VISIT + (1 | ID)"),
  list(name = "two_arm_three_way", dataset = "two_arm.csv", formula = "CHG ~ BASE + SEX * ARM * VISIT + (1 | ID)")
)

# REML of all these models, with exact derivatives, from lme4's theta: how far lme4 stopped from the optimum.
check <- function(fit) {
  Z <- t(as.matrix(getME(fit, "Zt")))
  parts <- list()
  for (g in seq_along(ranef(fit))) {
    groups <- getME(fit, "flist")[[g]]
    same <- outer(as.integer(groups), as.integer(groups), "==") + 0
    parts[[length(parts) + 1]] <- same
    if ("day" %in% names(ranef(fit)[[g]])) {
      day <- getME(fit, "X")[, "day"]
      parts[[length(parts) + 1]] <- same * (outer(day, day, "+"))
      parts[[length(parts) + 1]] <- same * (day %o% day)
    }
  }
  n <- nobs(fit)
  parts[[length(parts) + 1]] <- diag(n)
  components <- as.data.frame(VarCorr(fit))
  start <- components$vcov
  if ("day" %in% components$var1) start <- components$vcov[c(1, 3, 2, 4)]
  X <- unname(getME(fit, "X"))
  exact <- c(polish(sum_model(unname(getME(fit, "y")), X, parts, TRUE), start), list(X = X))
  list(logLik = exact$logLik, max_abs_gradient = exact$max_abs_gradient, beta = exact$beta, fit = exact)
}

wald_f <- function(L, fit) {
  estimate <- L %*% fit$beta
  drop(crossprod(estimate, solve(L %*% fit$C %*% t(L), estimate))) / nrow(L)
}

# Fai and Cornelius: eigenvectors of L C L'; depends on the rows of L, not only on their span.
pooled_df <- function(L, fit) {
  V <- L %*% fit$C %*% t(L)
  e <- eigen((V + t(V)) / 2, TRUE)
  df <- satterthwaite_df(fit, t(e$vectors) %*% L)
  if (length(df) == 1) return(df)
  if (diff(range(df)) < 1e-8) return(mean(df))
  E <- sum((df / (df - 2))[df > 2])
  2 * E / (E - length(df))
}

blocks <- lapply(cases, function(case) {
  data <- read_case(case$dataset)
  fit <- lmer(as.formula(case$formula), data, REML = TRUE, control = control)
  exact <- check(fit)
  tests_of <- tests(fit)
  # The F statistic of lmerTest's own hypotheses at the polished optimum (Satterthwaite's F is the plain Wald F).
  for (i in seq_along(tests_of)) {
    block <- tests_of[[i]]
    if (block$df_method != "Satterthwaite") next
    tests_of[[i]]$F_polished <- arr(vapply(block$L, wald_f, 0, fit = exact$fit))
    tests_of[[i]]$den_df_polished <- arr(vapply(block$L, pooled_df, 0, fit = exact$fit))
    if (block$type == "III") {
      # The same hypotheses as coefficients in sum-to-zero coding, mmrm's rows: the same F, other pooled df.
      factors <- names(Filter(is.factor, fit@frame[setdiff(names(fit@frame), names(ranef(fit)))]))
      sums <- model.matrix(formula(fit, fixed.only = TRUE), fit@frame,
                           contrasts.arg = sapply(intersect(factors, all.vars(formula(fit, fixed.only = TRUE))),
                                                  function(f) "contr.sum", simplify = FALSE))
      A <- qr.solve(sums, getME(fit, "X"))
      A[abs(A) < 1e-12] <- 0
      assign <- attr(sums, "assign")
      rows <- lapply(seq_len(max(assign)), function(term) unname(A[assign == term, , drop = FALSE]))
      tests_of[[i]]$sum_to_zero <- list(L = rows, F = arr(vapply(rows, wald_f, 0, fit = exact$fit)),
                                         den_df = arr(vapply(rows, pooled_df, 0, fit = exact$fit)))
    }
    cat(case$name, block$type, "F off", signif(max(abs(unlist(block$F) / unlist(tests_of[[i]]$F_polished) - 1)), 2),
        "df off", signif(max(abs(unlist(block$den_df) / unlist(tests_of[[i]]$den_df_polished) - 1)), 2), "\n")
  }
  c(case, list(method = "REML", n_obs = nobs(fit), coef_names = names(fixef(fit)), logLik = exact$logLik,
               logLik_lme4 = as.numeric(logLik(fit)), max_abs_gradient = exact$max_abs_gradient,
               beta = exact$beta, tests = tests_of))
})
write_case(list(
  id = "type2_tests", software = software(c("lme4", "lmerTest", "pbkrtest")),
  tolerance = paste("F and den_df: 1e-5 relative (lmerTest differentiates numerically); F_polished and den_df_polished",
                    "(same hypotheses, exact derivatives at the optimum): 1e-8; den_df of several rows from other rows: 1e-3"),
  note = paste("lmerTest's type II, which is SAS's (built from X'X, without V): a term is adjusted for every term that does",
               "not contain it, and a term contains another only if it has the same covariates. So day is adjusted for arm",
               "but not for arm:day, while arm is adjusted for arm:day as well (arm at day 0, as in type III); car::Anova",
               "would not adjust arm for arm:day. L: rows over coef_names; lmerTest rounds type III's to 7 digits. F depends on their span",
               "only, but the pooled den_df of Satterthwaite (more than one row) also on the rows: those of mmrm are in",
               "sum_to_zero (type III). F of Kenward-Roger is the scaled one of pbkrtest (expected information)."),
  models = blocks))
