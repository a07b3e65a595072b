# SPDX-License-Identifier: MIT
# Contrasts of marginal means with adjusted p values and intervals: expected/contrasts_adjust.json.
suppressPackageStartupMessages({library(lmerTest); library(emmeans); library(nlme)})
source("tests/reference/make/support.R")
emm_options(lmer.df = "satterthwaite", save.ref_grid = FALSE, msg.interaction = FALSE)

# Every family: the emmeans grid, its contrasts, and what a request has to say to ask for it.
# `kind`: reference (trt.vs.ctrl), pairwise (revpairwise: later minus earlier), interaction, or custom weights.
interaction_of <- function(kind) function(g) contrast(g, interaction = kind, by = NULL)
late <- function(grid) grid_of(at = list(VISIT = c("V3", "V4", "V5")))  # emmeans() ignores `at` where it is given a grid
families <- list(
  nested = list(
    list(name = "visit_by_arm_reference", specs = "visit | arm", kind = "reference",
         make = function(m) contrast(emmeans(m, ~ visit | arm), "trt.vs.ctrl")),
    list(name = "visit_by_arm_pairwise", specs = "visit | arm", kind = "pairwise",
         make = function(m) contrast(emmeans(m, ~ visit | arm), "revpairwise")),
    list(name = "visit_pairwise", specs = "visit", kind = "pairwise",
         make = function(m) contrast(emmeans(m, ~ visit), "revpairwise")),
    list(name = "arm_by_visit_reference", specs = "arm | visit", kind = "reference",
         make = function(m) contrast(emmeans(m, ~ arm | visit), "trt.vs.ctrl")),
    list(name = "arm_over_late_visits", specs = "arm", kind = "reference", at = list(visit = c("w4", "w8")),
         make = function(m) contrast(emmeans(m, ~ arm, at = list(visit = c("w4", "w8"))), "trt.vs.ctrl")),
    list(name = "visit_late_by_arm_reference", specs = "visit | arm", kind = "reference", at = list(visit = c("w4", "w8")),
         make = function(m) contrast(emmeans(m, ~ visit | arm, at = list(visit = c("w4", "w8"))), "trt.vs.ctrl")),
    list(name = "custom_by_arm", specs = "visit | arm", kind = "custom",
         custom = list(late = c(-1, 0.5, 0.5), last_step = c(0, -1, 1)),
         make = function(m) contrast(emmeans(m, ~ visit | arm), list(late = c(-1, 0.5, 0.5), last_step = c(0, -1, 1)))),
    list(name = "interaction_reference", specs = "arm * visit", kind = "interaction of trt.vs.ctrl and trt.vs.ctrl",
         make = function(m) interaction_of(c("trt.vs.ctrl", "trt.vs.ctrl"))(emmeans(m, ~ arm * visit))),
    list(name = "interaction_pairwise", specs = "arm * visit", kind = "interaction of revpairwise and revpairwise",
         make = function(m) interaction_of(c("revpairwise", "revpairwise"))(emmeans(m, ~ arm * visit)))
  ),
  two_arm = list(
    list(name = "visit_by_arm_late_reference", specs = "VISIT | ARM", kind = "reference",
         at = list(VISIT = c("V3", "V4", "V5")),
         make = function(m) contrast(emmeans(late(m), ~ VISIT | ARM), "trt.vs.ctrl")),
    list(name = "visit_by_arm_reference", specs = "VISIT | ARM", kind = "reference",
         make = function(m) contrast(emmeans(m, ~ VISIT | ARM), "trt.vs.ctrl")),
    list(name = "visit_pairwise", specs = "VISIT", kind = "pairwise",
         make = function(m) contrast(emmeans(m, ~ VISIT), "revpairwise")),
    list(name = "arm_over_late_visits", specs = "ARM", kind = "reference", at = list(VISIT = c("V3", "V4", "V5")),
         make = function(m) contrast(emmeans(late(m), ~ ARM), "trt.vs.ctrl")),
    list(name = "custom_by_arm", specs = "VISIT | ARM", kind = "custom",
         custom = list(late = c(-0.5, -0.5, 0, 0.5, 0.5), trend = c(-2, -1, 0, 1, 2)),
         make = function(m) contrast(emmeans(m, ~ VISIT | ARM),
                                     list(late = c(-0.5, -0.5, 0, 0.5, 0.5), trend = c(-2, -1, 0, 1, 2)))),
    list(name = "interaction_reference", specs = "ARM * VISIT", kind = "interaction of trt.vs.ctrl and trt.vs.ctrl",
         make = function(m) interaction_of(c("trt.vs.ctrl", "trt.vs.ctrl"))(emmeans(m, ~ ARM * VISIT))),
    list(name = "interaction_late_pairwise", specs = "ARM * VISIT", kind = "interaction of revpairwise and revpairwise",
         at = list(VISIT = c("V3", "V4", "V5")),
         make = function(m) interaction_of(c("revpairwise", "revpairwise"))(emmeans(late(m), ~ ARM * VISIT)))
  )
)

# Adjusted p and limits within each group; `table` has estimate, se, df; `cor` the correlation of all its contrasts.
adjust <- function(table, cor, groups) {
  t <- table$estimate / table$se
  p <- 2 * pt(-abs(t), table$df)
  k <- nrow(table)
  out <- list(t = t, p = p, lower = table$estimate - qt(0.975, table$df) * table$se,
              upper = table$estimate + qt(0.975, table$df) * table$se)
  bonferroni <- holm <- hochberg <- p_mvt <- critical <- p_trunc <- critical_trunc <- rep(NA_real_, k)
  limits <- rep(NA_real_, k)
  method <- rep("", k)
  for (g in unique(groups)) {
    rows <- which(groups == g)
    m <- length(rows)
    bonferroni[rows] <- p.adjust(p[rows], "bonferroni")
    holm[rows] <- p.adjust(p[rows], "holm")
    hochberg[rows] <- p.adjust(p[rows], "hochberg")
    limits[rows] <- qt(1 - 0.025 / m, table$df[rows])
    R <- cor[rows, rows, drop = FALSE]
    rank <- sum(eigen(R, TRUE, TRUE)$values > 1e-9)
    exact <- rank <= 2
    outside <- if (exact) t_outside else t_outside_genz
    same <- diff(range(table$df[rows])) < 1e-9
    shared <- NULL
    for (i in rows) {
      method[i] <- if (exact) "quadrature" else "GenzBretz"
      p_mvt[i] <- if (m == 1) p[i] else outside(abs(t[i]), table$df[i], R)
      if (m > 1 && same && !is.null(shared)) critical[i] <- shared else {
        critical[i] <- if (m == 1) qt(0.975, table$df[i]) else
          t_critical(table$df[i], R, if (exact) t_outside else t_outside_fast, tolerance = if (exact) 1e-11 else 1e-6)
        shared <- critical[i]
      }
      whole <- floor(table$df[i])
      p_trunc[i] <- if (m == 1) p[i] else if (whole == table$df[i]) p_mvt[i] else outside(abs(t[i]), whole, R)
    }
  }
  c(out, list(bonferroni = list(p = bonferroni, lower = table$estimate - limits * table$se,
                                upper = table$estimate + limits * table$se),
              holm = list(p = holm), hochberg = list(p = hochberg),
              dunnett = list(p = p_mvt, critical = critical, lower = table$estimate - critical * table$se,
                             upper = table$estimate + critical * table$se, computed_by = method,
                             p_with_df_cut_to_a_whole_number = p_trunc)))
}

as_array <- function(x) if (is.list(x)) lapply(x, as_array) else arr(x)
key_names <- function(frame) setdiff(names(frame), c("estimate", "SE", "df", "t.ratio", "p.value", "lower.CL", "upper.CL",
                                                     "asymp.LCL", "asymp.UCL", "z.ratio"))

# What emmeans itself gives for one family.
by_emmeans <- function(contrasts) {
  frame <- as.data.frame(summary(contrasts, infer = c(TRUE, TRUE), adjust = "none"))
  result <- list(estimate = frame$estimate, se = frame$SE, df = frame$df, t = frame$t.ratio, p = frame$p.value,
                 lower = frame$lower.CL, upper = frame$upper.CL)
  for (method in c("bonferroni", "holm", "hochberg", "mvt")) {
    s <- as.data.frame(summary(contrasts, infer = c(TRUE, TRUE), adjust = method))
    result[[method]] <- if (method %in% c("bonferroni", "mvt")) {
      list(p = s$p.value, lower = s$lower.CL, upper = s$upper.CL)
    } else list(p = s$p.value)
  }
  result
}

family_case <- function(family, model, values, check = TRUE) {
  cat(" ", family$name, "\n")
  contrasts <- family$make(model)
  frame <- as.data.frame(summary(contrasts, infer = c(TRUE, TRUE), adjust = "none"))
  L <- contrasts@linfct
  by <- contrasts@misc$by.vars
  groups <- if (length(by)) do.call(paste, frame[by]) else rep("", nrow(frame))
  cells <- values(L)
  cells$cor <- cov2cor(cells$cov)
  table <- data.frame(estimate = cells$estimate, se = sqrt(diag(cells$cov)), df = cells$df)
  emmeans_block <- by_emmeans(contrasts)
  # The same contrasts by the same formulas from emmeans' own estimates: the adjustments agree to the random error of mvt.
  own <- adjust(table, cells$cor, groups)
  cat("    own against emmeans: estimate", signif(max(abs(table$estimate - emmeans_block$estimate)), 2),
      "se", signif(max(abs(table$se / emmeans_block$se - 1)), 2), "df", signif(max(abs(table$df / emmeans_block$df - 1)), 2),
      "holm", signif(max(abs(own$holm$p - emmeans_block$holm$p)), 2),
      "bonferroni limits", signif(max(abs(own$bonferroni$upper - emmeans_block$bonferroni$upper)), 2),
      "mvt p", signif(max(abs(own$dunnett$p_with_df_cut - emmeans_block$mvt$p)), 2),
      "mvt limits", signif(max(abs(own$dunnett$upper - emmeans_block$mvt$upper)), 2), "\n")
  request <- list(specs = family$specs, contrasts = family$kind)
  if (!is.null(family$at)) request$at <- lapply(family$at, I)
  if (!is.null(family$custom)) request$custom <- family$custom
  list(name = family$name, request = request, rows = columns(frame[key_names(frame)]),
       by = arr(as.character(by)), L = unname(L),
       exact = as_array(c(list(estimate = table$estimate, se = table$se, df = table$df), own)),
       emmeans = as_array(emmeans_block))
}

# ---- nested.csv: lmer, Satterthwaite and Kenward-Roger -------------------------------------------------------------
nested <- read_case("nested.csv")
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.02, rhoend = 1e-9, maxfun = 1e5))
fit <- lmer(y ~ arm * visit + (1 | site / id), nested, REML = TRUE, control = control)
rows <- nested[!is.na(nested$y), ]
Z1 <- outer(paste(rows$site, rows$id), paste(rows$site, rows$id), "==") + 0
Z2 <- outer(rows$site, rows$site, "==") + 0
X <- unname(model.matrix(fit))
model <- sum_model(rows$y, X, list(Z1, Z2, diag(nrow(rows))), TRUE)
variances <- c(as.data.frame(VarCorr(fit))$vcov)
exact <- c(polish(model, variances), list(X = X))
stopifnot(exact$max_abs_gradient < 1e-9)
kr_observed <- kenward_roger_vcov(exact, solve(exact$observed))
kr_expected <- kenward_roger_vcov(exact, solve(exact$expected))
with_information <- function(information) {
  bent <- exact
  bent$theta_vcov <- solve(information)
  bent
}
values <- function(vcov, information) function(L) list(estimate = drop(L %*% exact$beta), cov = L %*% vcov %*% t(L),
                                                       df = satterthwaite_df(with_information(information), L))
nested_block <- function(df, vcov, information, note) {
  cat("nested", df, "\n")
  emm_options(lmer.df = df)
  list(dataset = "nested.csv", formula = "y ~ arm * visit + (1 | site/id)", method = "REML", df = df, note = note,
       coef_names = names(fixef(fit)), beta = exact$beta, vcov = vcov,
       families = lapply(families$nested, family_case, model = fit, values = values(vcov, information)))
}
blocks <- list(
  nested_block("satterthwaite", exact$C, exact$observed,
               "emmeans: lmerTest's df. exact: observed information in variances"),
  nested_block("kenward-roger", kr_expected, exact$expected,
               "emmeans: pbkrtest's vcov and df. exact: expected information in variances, as pbkrtest")
)
cat("nested kenward-roger, observed information\n")
blocks[[3]] <- list(dataset = "nested.csv", formula = "y ~ arm * visit + (1 | site/id)", method = "REML",
                    df = "kenward-roger, observed information (SAS)",
                    note = "exact only; the emmeans block of the entry above does not belong to it",
                    coef_names = names(fixef(fit)), beta = exact$beta, vcov = kr_observed,
                    families = lapply(families$nested, function(family) {
                      case <- family_case(family, fit, values(kr_observed, exact$observed))
                      case$emmeans <- NULL
                      case
                    }))

# ---- two_arm.csv: gls with an unstructured matrix, df = n - p ------------------------------------------------------
two_arm <- read_case("two_arm.csv")
two_arm <- two_arm[!is.na(two_arm$CHG), ]
gls_fit <- gls(CHG ~ BASE + SEX + ARM * VISIT, two_arm, correlation = corSymm(form = ~ as.integer(VISIT) | ID),
               weights = varIdent(form = ~ 1 | VISIT), method = "REML",
               control = glsControl(maxIter = 500, msMaxIter = 500, tolerance = 1e-9, msTol = 1e-11))
stored <- expected_case("two_arm_us_reml")$fit
X <- model.matrix(~ BASE + SEX + ARM * VISIT, two_arm)
us <- marginal_model(two_arm$CHG, unname(X), two_arm$ID, two_arm$VISIT, structures$us(5), TRUE, TRUE)
S <- stored$sigma
exact_us <- polish(us, S[upper.tri(S, TRUE)])
stopifnot(exact_us$max_abs_gradient < 1e-9, max(abs(exact_us$beta - stored$beta)) < 1e-9,
          abs(exact_us$logLik - stored$logLik) < 1e-8)
cat("gls against the optimum: logLik", signif(as.numeric(logLik(gls_fit)) - exact_us$logLik, 3), "beta in SE",
    signif(max(abs(coef(gls_fit) - exact_us$beta) / sqrt(diag(exact_us$C))), 3), "\n")
residual_df <- nrow(two_arm) - ncol(X)
grid_of <- function(...) {
  qdrg(~ BASE + SEX + ARM * VISIT, data = two_arm, coef = exact_us$beta, vcov = exact_us$C, df = residual_df, ...)
}
us_values <- function(L) list(estimate = drop(L %*% exact_us$beta), cov = L %*% exact_us$C %*% t(L),
                              df = rep(residual_df, nrow(L)))
cat("two_arm\n")
blocks[[4]] <- list(dataset = "two_arm.csv", formula = "CHG ~ BASE + SEX + ARM * VISIT + us(VISIT | ID)", method = "REML",
                    df = "residual (n - p)",
                    note = paste("estimates at the polished optimum of two_arm_us_reml; emmeans (qdrg) was given these",
                                 "coefficients, their covariance matrix and df = n - p"),
                    coef_names = colnames(X), beta = exact_us$beta, vcov = exact_us$C,
                    gls = list(logLik = as.numeric(logLik(gls_fit)), beta = unname(coef(gls_fit)),
                               se = unname(sqrt(diag(vcov(gls_fit))))),
                    families = lapply(families$two_arm, family_case, model = grid_of(), values = us_values))

write_case(list(
  id = "contrasts_adjust",
  software = software(c("lme4", "lmerTest", "pbkrtest", "emmeans", "mvtnorm", "nlme")),
  tolerance = paste("exact: 1e-8 relative for estimate, se, df, p, bonferroni, holm, hochberg (lme4's own figures in",
                    "emmeans: 1e-5); dunnett p 1e-8 relative and critical 1e-8 where computed_by is quadrature, 1e-5 and",
                    "1e-4 where it is GenzBretz; emmeans' mvt: 1e-3, its random error"),
  note = paste("Adjustments are within each group of `by`. Directions: later or non-reference level minus the other.",
               "dunnett: P(max |T| > |t|) of the multivariate t with the contrasts' correlation and the row's own,",
               "fractional df, limits with the row's own critical value. emmeans (adjust = mvt) cuts df to a whole number:",
               "p_with_df_cut_to_a_whole_number is that. An interaction is one family over all its rows."),
  models = blocks))
