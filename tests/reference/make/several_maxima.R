# SPDX-License-Identifier: MIT
# Likelihoods with two maxima, and profiles that run along the boundary: expected/several_maxima.json.
# Marginal models by their dense likelihood, searched over a grid of the correlation and refined; random intercept and
# slope by profiling lme4's deviance function over the other parameters, standard deviations kept from falling below 0.
suppressPackageStartupMessages(library(lme4))
source("tests/reference/make/support.R")
target <- qchisq(0.95, 1)

# ---- marginal models: variance ratios and correlation in, everything else in closed form --------------------------
dense <- function(data, formula, correlation) {
  X <- model.matrix(formula, data)
  y <- data[[all.vars(formula)[1]]]
  ids <- split(seq_along(y), data$id)
  function(parameters, reml = TRUE) {
    A <- matrix(0, ncol(X), ncol(X)); b <- numeric(ncol(X)); quad <- 0; logdet <- 0
    for (rows in ids) {
      root <- chol(correlation(parameters, data[rows, ]))
      Xw <- backsolve(root, X[rows, , drop = FALSE], transpose = TRUE)
      yw <- backsolve(root, y[rows], transpose = TRUE)
      A <- A + crossprod(Xw); b <- b + crossprod(Xw, yw); quad <- quad + sum(yw^2)
      logdet <- logdet + 2 * sum(log(diag(root)))
    }
    beta <- solve(A, b)
    df <- length(y) - ncol(X)
    s2 <- (quad - sum(b * beta)) / df
    list(deviance = df * log(2 * pi * s2) + df + logdet + as.numeric(determinant(A)$modulus), beta = as.numeric(beta),
         variance = s2)
  }
}

best_on_grid <- function(f, low, high) {
  grid <- seq(low, high, length.out = 400)
  values <- sapply(grid, function(x) f(x)$deviance)
  at <- which.min(values)
  optimize(function(x) f(x)$deviance, grid[pmin(pmax(at + c(-1, 1), 1), 400)], tol = 1e-11)$minimum
}

one_correlation <- function(file, formula, correlation, low, high, label) {
  data <- read.csv(file.path(folder, "data", file))
  data$id <- factor(data$id)
  f <- dense(data, formula, correlation)
  x <- best_on_grid(f, low, high)
  at <- f(x)
  list(data = file, formula = label, logLik = -at$deviance / 2, correlation = x, variance = at$variance, beta = at$beta)
}

ar1 <- function(rho, rows) { rank <- rows$rank; rho^abs(outer(rank, rank, "-")) }
ranked <- function(file, column) {
  data <- read.csv(file.path(folder, "data", file)); match(data[[column]], sort(unique(data[[column]])))
}
with_rank <- function(correlation, file, column) {
  all <- sort(unique(read.csv(file.path(folder, "data", file))[[column]]))
  function(p, rows) { rows$rank <- match(rows[[column]], all); correlation(p, rows) }
}
models <- list(
  one_correlation("gaps_ar1.csv", y ~ arm, with_rank(ar1, "gaps_ar1.csv", "day"), -0.95, 0.99, "y ~ arm + ar1(day | id)"),
  one_correlation("gaps_sp_exp.csv", y ~ arm, function(r, rows) exp(-as.matrix(dist(rows$day)) / r), 0.5, 60,
                  "y ~ arm + sp_exp(day | id)"))

# (1 | id) + ar1: ratio of the variances by a search within the search.
two <- local({
  data <- read.csv(file.path(folder, "data", "even_lags.csv")); data$id <- factor(data$id)
  base <- with_rank(ar1, "even_lags.csv", "visit")
  f <- dense(data, y ~ arm, function(p, rows) p[2] + base(p[1], rows))
  start <- optim(c(0.6, 0.5), function(p) if (p[1] <= 0 || p[1] >= 0.999 || p[2] < 0) 1e10 else f(p)$deviance)
  for (k in 1:20) start <- optim(start$par, function(p) if (p[1] <= 0 || p[1] >= 0.999 || p[2] < 0) 1e10 else f(p)$deviance,
                                 control = list(reltol = 1e-15, maxit = 5000))
  at <- f(start$par)
  list(data = "even_lags.csv", formula = "y ~ arm + (1 | id) + ar1(visit | id)", logLik = -at$deviance / 2,
       correlation = start$par[1], variance = at$variance, beta = at$beta)
})
models <- c(models, list(two))

# ---- profiles of (1 + day | id) ------------------------------------------------------------------------------------
profile_of <- function(file, reml) {
  data <- read.csv(file.path(folder, "data", file)); data$id <- factor(data$id)
  formula <- y ~ arm * day + (1 + day | id)
  devfun <- lmer(formula, data, REML = reml, devFunOnly = TRUE)
  day <- max(abs(data$day))  # the slope in units of the longest follow-up, so that all parameters are of one size
  # Deviance at sd1, sd2, rho, all relative to sigma; sigma is profiled out.
  relative <- function(a, b, rho) devfun(c(a, rho * b / day, sqrt(max(1 - rho^2, 0)) * b / day))
  best_of <- function(f, starts, lower, upper) {
    runs <- lapply(starts, function(s) {
      run <- optim(s, f, method = "L-BFGS-B", lower = lower, upper = upper, control = list(factr = 10, maxit = 2000))
      for (k in 1:5) run <- optim(run$par, f, method = "L-BFGS-B", lower = lower, upper = upper,
                                  control = list(factr = 10, maxit = 2000))
      run
    })
    runs[[which.min(sapply(runs, `[[`, "value"))]]
  }
  starts <- list(c(0.5, 0.5), c(1, 0.1), c(0.1, 1), c(2, 2))
  of_rho <- function(rho) best_of(function(p) relative(p[1], p[2], rho), starts, c(0, 0), c(50, 50))$value
  best <- best_of(function(p) relative(p[1], p[2], p[3]), lapply(starts, c, 0), c(0, 0, -1), c(50, 50, 1))
  excess <- function(rho) of_rho(rho) - best$value - target
  limit <- function(side) {
    grid <- seq(best$par[3], side, length.out = 60)
    values <- sapply(grid, excess)
    past <- which(values > 0)
    if (length(past) == 0) return(side)
    uniroot(excess, sort(grid[past[1] - 0:1]), tol = 1e-9)$root
  }
  list(data = file, formula = "y ~ arm * day + (1 + day | id)", method = if (reml) "REML" else "ML",
       logLik = -best$value / 2, correlation = best$par[3], lower = limit(-1), upper = limit(1))
}
profiles <- list(profile_of("bounds_a.csv", TRUE), profile_of("bounds_a.csv", FALSE), profile_of("bounds_b.csv", TRUE))

# Limits of sigma: the whole likelihood at a held sigma.
sigma_limits <- function(file) {
  data <- read.csv(file.path(folder, "data", file)); data$id <- factor(data$id)
  X <- model.matrix(y ~ arm * day, data); y <- data$y
  ids <- split(seq_along(y), data$id); day <- max(abs(data$day))
  deviance <- function(p, sigma) {  # p: L of the intercept and the slope at the longest follow-up
    A <- matrix(0, ncol(X), ncol(X)); b <- numeric(ncol(X)); quad <- 0; logdet <- 0
    for (rows in ids) {
      W <- cbind(1, data$day[rows] / day) %*% matrix(c(p[1], p[2], 0, p[3]), 2)
      root <- chol(tcrossprod(W) + diag(sigma^2, length(rows)))
      Xw <- backsolve(root, X[rows, , drop = FALSE], transpose = TRUE); yw <- backsolve(root, y[rows], transpose = TRUE)
      A <- A + crossprod(Xw); b <- b + crossprod(Xw, yw); quad <- quad + sum(yw^2); logdet <- logdet + 2 * sum(log(diag(root)))
    }
    (length(y) - ncol(X)) * log(2 * pi) + logdet + as.numeric(determinant(A)$modulus) + quad - sum(b * solve(A, b))
  }
  starts <- list(c(1, 0, 1), c(3, -1, 1), c(0.3, 1, 2))
  at <- function(sigma) {
    min(sapply(starts, function(s) {
      run <- optim(s, deviance, sigma = sigma, method = "BFGS", control = list(reltol = 1e-15, maxit = 2000))
      optim(run$par, deviance, sigma = sigma, method = "BFGS", control = list(reltol = 1e-15, maxit = 2000))$value
    }))
  }
  best <- optimize(at, c(0.5, 10) * sd(residuals(lm(y ~ X))) / 2, tol = 1e-9)
  excess <- function(sigma) at(sigma) - best$objective - target
  list(data = file, formula = "y ~ arm * day + (1 + day | id)", method = "REML", logLik = -best$objective / 2,
       sigma = best$minimum, lower = uniroot(excess, best$minimum * c(0.3, 1), tol = 1e-9)$root,
       upper = uniroot(excess, best$minimum * c(1, 3), tol = 1e-9)$root)
}
write_case(list(id = "several_maxima", software = software("lme4"), models = models, profiles = profiles,
                sigma = list(sigma_limits("bounds_c.csv"))))
