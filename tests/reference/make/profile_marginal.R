# SPDX-License-Identifier: MIT
# Profile likelihood intervals of covariance parameters of marginal models: expected/profile_marginal.json.
suppressPackageStartupMessages(library(lme4))
source("tests/reference/make/support.R")
target <- sqrt(qchisq(0.95, 1))

# One bound: Newton on z(value) = sqrt(deviance(value) - deviance(optimum)), all other parameters at their own optimum.
bound <- function(model, best, k, side) {
  free <- setdiff(seq_along(best$theta), k)
  se <- sqrt(best$theta_vcov[k, k])
  theta <- best$theta
  value <- theta[k] + side * target * se
  last <- theta
  move_to <- function(value) {
    # The others follow the ridge, so that the matrix stays positive definite.
    slope <- -solve(best$observed[free, free, drop = FALSE], best$observed[free, k])
    trial <- last
    trial[free] <- last[free] + slope * (value - last[k])
    trial[k] <- value
    trial
  }
  for (iteration in 1:60) {
    trial <- move_to(value)
    while (!is.finite(log_likelihood(model, trial))) {
      value <- (value + last[k]) / 2
      trial <- move_to(value)
    }
    at <- polish(model, trial, free, tolerance = 1e-11)
    last <- at$theta
    z <- sqrt(max(2 * (best$logLik - at$logLik), 0))
    step <- (target - z) * z / -at$gradient[k]
    limit <- 0.7 * abs(value - best$theta[k])
    step <- max(-limit, min(limit, step))
    if (abs(step) < 1e-10 * max(1, abs(value))) break
    value <- value + step
  }
  if (iteration == 60) stop("no convergence of a bound")
  c(value + step, 2 * (best$logLik - at$logLik) - target^2)
}

profile_case <- function(name, data, dataset, formula, fixed, response, subject, visit, structure, start, parameters, reml,
                         linear) {
  data <- data[!is.na(data[[response]]), ]
  T <- nlevels(data[[visit]])
  model <- marginal_model(data[[response]], unname(model.matrix(fixed, data)), data[[subject]], data[[visit]],
                          structures[[structure]](T), reml, linear)
  best <- polish(model, start)
  stopifnot(best$max_abs_gradient < 1e-7)
  lower <- upper <- error <- numeric()
  for (k in seq_along(best$theta)) {
    down <- bound(model, best, k, -1)
    up <- bound(model, best, k, 1)
    lower[k] <- down[1]
    upper[k] <- up[1]
    error[k] <- max(abs(c(down[2], up[2])))
  }
  se <- sqrt(diag(best$theta_vcov))
  cat(name, if (reml) "REML" else "ML", best$logLik, "error of the deviance", signif(max(error), 2), "\n")
  print(data.frame(parameters, estimate = best$theta, se, lower, upper))
  list(name = name, dataset = dataset, formula = formula, method = if (reml) "REML" else "ML", logLik = best$logLik,
       max_abs_gradient = best$max_abs_gradient, parameter = parameters, estimate = best$theta, se = se, lower = lower,
       upper = upper, max_error_of_deviance = max(error))
}

pilot <- read_case("pilot.csv")
two_arm <- read_case("two_arm.csv")
names_of <- list(cs = c("CS", "Residual"), ar1 = c("Variance", "Rho"))
cases <- list()
for (structure in c("cs", "ar1")) for (reml in c(TRUE, FALSE)) {
  variance <- var(pilot$CHG, na.rm = TRUE)
  start <- if (structure == "cs") c(variance / 2, variance / 2) else c(variance, 0.5)
  cases[[length(cases) + 1]] <- profile_case(
    paste0("pilot_", structure), pilot, "pilot.csv", sprintf("CHG ~ BASE + ARM * VISIT + %s(VISIT | ID)", structure),
    ~ BASE + ARM * VISIT, "CHG", "ID", "VISIT", structure, start, names_of[[structure]], reml, structure == "cs")
}
S <- expected_case("pilot_us_reml")$fit$sigma
cases[[length(cases) + 1]] <- profile_case(
  "pilot_us", pilot, "pilot.csv", "CHG ~ BASE + ARM * VISIT + us(VISIT | ID)", ~ BASE + ARM * VISIT, "CHG", "ID", "VISIT",
  "us", S[upper.tri(S, TRUE)], us_names(4), TRUE, TRUE)
for (structure in c("cs", "ar1")) for (reml in c(TRUE, FALSE)) {
  S <- expected_case(sprintf("two_arm_%s_reml", structure))$fit$sigma
  start <- if (structure == "cs") c(S[1, 2], S[1, 1] - S[1, 2]) else c(S[1, 1], S[1, 2] / S[1, 1])
  cases[[length(cases) + 1]] <- profile_case(
    paste0("two_arm_", structure), two_arm, "two_arm.csv",
    sprintf("CHG ~ BASE + SEX + ARM * VISIT + %s(VISIT | ID)", structure), ~ BASE + SEX + ARM * VISIT, "CHG", "ID", "VISIT",
    structure, start, names_of[[structure]], reml, structure == "cs")
}

# The stored profile intervals of lme4 for diary.csv, computed again.
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.02, rhoend = 1e-9, maxfun = 1e5))
diary <- read_case("diary.csv")
again <- list()
for (id in c("diary_ri_ml", "diary_ris_ml")) {
  stored <- expected_case(id)
  fit <- lmer(as.formula(stored$formula), diary, REML = FALSE, control = control)
  interval <- suppressMessages(confint(fit, method = "profile", oldNames = FALSE))
  match <- match(stored$confint_profile$names, rownames(interval))
  difference <- max(abs(c(interval[match, 1] - stored$confint_profile$lower, interval[match, 2] - stored$confint_profile$upper)))
  cat(id, "stored profile intervals differ by", signif(difference, 3), "\n")
  again[[id]] <- list(name = rownames(interval), lower = unname(interval[, 1]), upper = unname(interval[, 2]),
                      largest_difference_from_stored = difference)
}
# The random intercept case by the exact likelihood as well, on the SD scale (the limits are square roots).
complete <- diary[!is.na(diary$score), ]
same <- outer(complete$id, complete$id, "==") + 0
model <- sum_model(complete$score, unname(model.matrix(~ arm * day, complete)), list(same, diag(nrow(complete))), FALSE)
best <- polish(model, c(1, 1))
limits <- sapply(1:2, function(k) c(bound(model, best, k, -1)[1], bound(model, best, k, 1)[1]))
again$diary_ri_ml_exact <- list(name = c("sd_(Intercept)|id", "sigma"), estimate = sqrt(best$theta),
                                lower = sqrt(limits[1, ]), upper = sqrt(limits[2, ]))
print(again$diary_ri_ml)
print(again$diary_ri_ml_exact)

write_case(list(
  id = "profile_marginal", software = software("lme4"),
  tolerance = "estimate, se, lower, upper: 1e-6 relative (1e-8 reachable); lme4's: 1e-4 (it interpolates its profile)",
  note = paste("A bound is where 2 (logLik at the optimum - profile logLik) = qchisq(0.95, 1), REML profiles REML and ML",
               "profiles ML; the likelihood is that of this collection's README. Parameters are SAS's: CS is the common",
               "covariance (it may be negative), Residual the rest of the variance. A profile interval of a monotone",
               "function of one parameter (an SD from a variance) is that function of the limits.",
               "se: inverse observed information in these parameters."),
  models = cases, lme4_diary = again))
