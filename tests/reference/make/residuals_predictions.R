# SPDX-License-Identifier: MIT
# Fitted values and residuals of nlme and of plain R at the exact optimum: expected/residuals_predictions.json.
suppressPackageStartupMessages(library(nlme))
source("tests/reference/make/support.R")
tight_lme <- lmeControl(maxIter = 500, msMaxIter = 500, tolerance = 1e-10, msTol = 1e-12, msVerbose = FALSE, opt = "nlminb")
tight_gls <- glsControl(maxIter = 500, msMaxIter = 500, tolerance = 1e-10, msTol = 1e-12)

# The definitions, for a marginal covariance V = Z D Z' + R (block diagonal by subject), C the covariance of beta.
# rows: design, visit index and subject of every row of the file, response missing or not.
by_definition <- function(beta, theta_vcov_C, X_all, observed, y, V_all, R_all) {
  C <- theta_vcov_C
  X <- X_all[observed, , drop = FALSE]
  V <- V_all[observed, observed]
  R <- R_all[observed, observed]
  G <- V_all - R_all                        # covariance of the random effects' part
  W <- solve(V)
  fitted <- drop(X_all %*% beta)
  r <- y[observed] - fitted[observed]
  conditional <- fitted + drop(G[, observed] %*% W %*% r)
  rc <- y[observed] - conditional[observed]
  M <- X_all - G[, observed] %*% W %*% X
  se_conditional <- sqrt(pmax(0, diag(G) - rowSums((G[, observed] %*% W) * G[, observed]) + rowSums((M %*% C) * M)))
  spread <- function(values) {
    out <- rep(NA_real_, length(y))
    out[observed] <- values
    out
  }
  lower_solve <- function(S, v) drop(forwardsolve(t(chol(S)), v))
  list(
    fitted = fitted, se_fitted = sqrt(rowSums((X_all %*% C) * X_all)),
    se_prediction = sqrt(rowSums((X_all %*% C) * X_all) + diag(V_all)),
    conditional = conditional, se_conditional = se_conditional,
    se_prediction_conditional = sqrt(se_conditional^2 + diag(R_all)),
    residual = spread(r), conditional_residual = spread(rc),
    pearson_marginal = spread(r / sqrt(diag(V))),
    studentized_marginal = spread(r / sqrt(diag(V) - rowSums((X %*% C) * X))),
    normalized_marginal = spread(lower_solve(V, r)),
    pearson_conditional = spread(rc / sqrt(diag(R))),
    normalized_conditional = spread(lower_solve(R, rc)))
}

by_nlme <- function(fit, levels, observed, n) {
  spread <- function(values) {
    out <- rep(NA_real_, n)
    out[observed] <- as.numeric(values)
    out
  }
  out <- list(logLik = as.numeric(logLik(fit)))
  for (level in levels) {
    extra <- if (inherits(fit, "lme")) list(level = level) else list()
    out[[paste0("fitted_", level)]] <- spread(do.call(fitted, c(list(fit), extra)))
    for (type in c("response", "pearson", "normalized")) {
      out[[paste0(type, "_", level)]] <- spread(do.call(residuals, c(list(fit, type = type), extra)))
    }
  }
  out
}

show <- function(name, mine, nlme_block, pairs) for (pair in pairs) {
  d <- max(abs(mine[[pair[1]]] - nlme_block[[pair[2]]]), na.rm = TRUE)
  cat("  ", name, pair[1], "against", pair[2], signif(d, 2), "\n")
}
lme_pairs <- list(c("fitted", "fitted_0"), c("conditional", "fitted_1"), c("residual", "response_0"),
                  c("conditional_residual", "response_1"), c("pearson_conditional", "pearson_1"),
                  c("normalized_conditional", "normalized_1"))
gls_pairs <- list(c("fitted", "fitted_0"), c("residual", "response_0"), c("pearson_marginal", "pearson_0"),
                  c("normalized_marginal", "normalized_0"))

# One model: nlme's fit, then the exact optimum from nlme's estimates, then the definitions at both.
case <- function(name, data, dataset, formula, fixed, response, subject, visit, fit, Sigma, SigmaR, start, parameters,
                 levels, pairs, linear = FALSE) {
  cat(name, "\n")
  observed <- !is.na(data[[response]])
  X_all <- model.matrix(fixed, data)
  y <- data[[response]]
  times <- as.integer(data[[visit]]) + if (is.factor(data[[visit]])) 0L else 1L
  same <- outer(as.integer(data[[subject]]), as.integer(data[[subject]]), "==")
  spread <- function(S) Re(S)[times, times] * same
  model <- marginal_model(y[observed], unname(X_all[observed, ]), data[[subject]][observed], times[observed], Sigma, TRUE,
                          linear)
  at_nlme <- derivatives(model, start)
  exact <- polish(model, start)
  stopifnot(exact$max_abs_gradient < 1e-8)
  cat("   logLik nlme - formula", signif(as.numeric(logLik(fit)) - at_nlme$logLik, 2), "optimum - nlme",
      signif(exact$logLik - at_nlme$logLik, 2), "\n")
  nlme_block <- by_nlme(fit, levels, observed, nrow(data))
  show(name, by_definition(at_nlme$beta, at_nlme$C, X_all, observed, y, spread(Sigma(start)), spread(SigmaR(start))),
       nlme_block, pairs)
  mine <- by_definition(exact$beta, exact$C, X_all, observed, y, spread(Sigma(exact$theta)), spread(SigmaR(exact$theta)))
  list(name = name, dataset = dataset, formula = formula, method = "REML", n_obs = sum(observed), n_rows = nrow(data),
       coef_names = colnames(X_all), beta = exact$beta, beta_vcov = exact$C, logLik = exact$logLik,
       max_abs_gradient = exact$max_abs_gradient,
       covariance_parameters = list(name = parameters, value = exact$theta),
       rows = c(list(row = seq_len(nrow(data))), lapply(mine, unname)), nlme = nlme_block)
}

diary <- read_case("diary.csv")
T8 <- 8
complete <- diary[!is.na(diary$score), ]
ri <- lme(score ~ arm * day, complete, random = ~ 1 | id, method = "REML", control = tight_lme)
ri_ar1 <- update(ri, correlation = corAR1(form = ~ day | id))
variance_of <- function(fit) c(fit$sigma^2, as.numeric(VarCorr(fit)["(Intercept)", "Variance"]))
phi_of <- function(fit) as.numeric(coef(fit$modelStruct$corStruct, unconstrained = FALSE))
tau2_of <- function(fit) as.numeric(getVarCov(fit))[1]

models <- list(
  case("diary_ri", diary, "diary.csv", "score ~ arm * day + (1 | id)", ~ arm * day, "score", "id", "day", ri,
       function(t) t[1] * diag(T8) + t[2], function(t) t[1] * diag(T8), c(ri$sigma^2, tau2_of(ri)),
       c("residual variance", "random intercept variance"), 0:1, lme_pairs, TRUE),
  case("diary_ri_ar1", diary, "diary.csv", "score ~ arm * day + (1 | id) + ar1(day | id)", ~ arm * day, "score", "id", "day",
       ri_ar1, function(t) t[1] * t[2]^lag(T8) + t[3], function(t) t[1] * t[2]^lag(T8),
       c(ri_ar1$sigma^2, phi_of(ri_ar1), tau2_of(ri_ar1)),
       c("residual variance", "rho", "random intercept variance"), 0:1, lme_pairs)
)

two_arm <- read_case("two_arm.csv")
arm_rows <- two_arm[!is.na(two_arm$CHG), ]
fixed <- ~ BASE + SEX + ARM * VISIT
us_fit <- gls(CHG ~ BASE + SEX + ARM * VISIT, arm_rows, correlation = corSymm(form = ~ as.integer(VISIT) | ID),
              weights = varIdent(form = ~ 1 | VISIT), method = "REML", control = tight_gls)
ar1h_fit <- gls(CHG ~ BASE + SEX + ARM * VISIT, arm_rows, correlation = corAR1(form = ~ as.integer(VISIT) | ID),
                weights = varIdent(form = ~ 1 | VISIT), method = "REML", control = tight_gls)
sds <- function(fit) {
  ratio <- coef(fit$modelStruct$varStruct, unconstrained = FALSE, allCoef = TRUE)
  fit$sigma * unname(ratio[paste0("V", 1:5)])
}
us_start <- local({
  R <- matrix(1, 5, 5)
  R[lower.tri(R)] <- coef(us_fit$modelStruct$corStruct, unconstrained = FALSE)
  R[upper.tri(R)] <- t(R)[upper.tri(R)]
  S <- R * (sds(us_fit) %o% sds(us_fit))
  S[upper.tri(S, TRUE)]
})
ar1h <- function(t) t[6]^lag(5) * (t[1:5] %o% t[1:5])
models[[3]] <- case("two_arm_us", two_arm, "two_arm.csv", "CHG ~ BASE + SEX + ARM * VISIT + us(VISIT | ID)", fixed, "CHG",
                    "ID", "VISIT", us_fit, structures$us(5), structures$us(5), us_start, us_names(5), 0, gls_pairs, TRUE)
models[[4]] <- case("two_arm_ar1h", two_arm, "two_arm.csv", "CHG ~ BASE + SEX + ARM * VISIT + ar1h(VISIT | ID)", fixed,
                    "CHG", "ID", "VISIT", ar1h_fit, ar1h, ar1h, c(sds(ar1h_fit), phi_of(ar1h_fit)),
                    c(paste0("SD(", 1:5, ")"), "Rho"), 0, gls_pairs)

write_case(list(
  id = "residuals_predictions", software = software("nlme"),
  tolerance = "rows: 1e-7 absolute (exact optimum); nlme: 1e-4 (where its optimiser stops; see logLik against nlme.logLik)",
  definitions = list(
    order = "row is the 1-based data row of the file; residuals of rows without a response are null, fitted values are not",
    V = "V = Z D Z' + R by subject, at the REML optimum; C = (X'V^-1 X)^-1; no Kenward-Roger adjustment",
    fitted = "X beta; se_fitted = sqrt(x C x')",
    se_prediction = "sqrt(x C x' + V_ii): one new value of a new subject",
    conditional = paste("X beta + Z b, b = D Z' V^-1 (y - X beta); for two_arm (no random effects) it equals fitted, also",
                        "for rows without a response: nothing is borrowed through R"),
    se_conditional = paste("square root of the variance of (X beta + Z b) estimated minus true: g_ii - g V^-1 g' + m C m',",
                           "g = row of Z D Z', m = x - g V^-1 X"),
    se_prediction_conditional = "sqrt(se_conditional^2 + R_ii)",
    residual = "y - fitted", conditional_residual = "y - conditional",
    pearson_marginal = "residual / sqrt(V_ii)", studentized_marginal = "residual / sqrt(V_ii - x C x')",
    normalized_marginal = "L^-1 residual, V_observed = L L', L lower triangular, rows of a subject in file order",
    pearson_conditional = "conditional_residual / sqrt(R_ii): nlme's pearson at level 1",
    normalized_conditional = "L^-1 conditional_residual with R_observed = L L': nlme's normalized at level 1",
    nlme = paste("fitted_, response_, pearson_, normalized_ by level (0 marginal, 1 conditional). nlme divides by the",
                 "within-group SD sqrt(R_ii) and multiplies by L^-1 of R at both levels, so its level 0 pearson and",
                 "normalized of a random-effects model are not those of V; for gls they are.")),
  models = models))
