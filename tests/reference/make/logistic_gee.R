# SPDX-License-Identifier: MIT
# Logistic GEE, exchangeable: logistic_gee.json. Estimates, working correlation and sandwich by the package gee (Liang
# and Zeger's moments, with N - p and M - p); Mancl and DeRouen's covariance from its definition, in whole matrices.
# Run in the root of the repository: Rscript tests/reference/make/logistic_gee.R
suppressMessages({library(gee); library(geepack); library(jsonlite)})

made <- function(seed, persons, visits, missing, slope) {
  set.seed(seed)
  rows <- expand.grid(visit = seq_len(visits), id = seq_len(persons))
  rows$arm <- rows$id %% 2
  level <- rep(rnorm(persons, sd = 1.2), each = visits)
  chance <- plogis(-0.6 + 0.3 * rows$visit + slope * rows$arm * rows$visit + level)
  rows$y <- rbinom(nrow(rows), 1, chance)
  rows[runif(nrow(rows)) > missing, ]
}

mancl_derouen <- function(X, y, id, beta, alpha) {
  mu <- drop(plogis(X %*% beta)); p <- ncol(X)
  parts <- lapply(unique(id), function(i) {
    at <- which(id == i); n <- length(at); a <- mu[at] * (1 - mu[at])
    D <- a * X[at, , drop = FALSE]
    R <- matrix(alpha, n, n); diag(R) <- 1
    V <- sqrt(a) * R * rep(sqrt(a), each = n)
    list(D = D, Vi = solve(V), e = (y - mu)[at])
  })
  B <- Reduce(`+`, lapply(parts, function(u) t(u$D) %*% u$Vi %*% u$D))
  meat <- Reduce(`+`, lapply(parts, function(u) {
    H <- u$D %*% solve(B) %*% t(u$D) %*% u$Vi
    s <- t(u$D) %*% u$Vi %*% solve(diag(nrow(H)) - H, u$e)
    s %*% t(s)
  }))
  solve(B) %*% meat %*% solve(B)
}

case <- function(name, data) {
  data$visit <- factor(data$visit); data$arm <- factor(data$arm)
  X <- model.matrix(~ arm * visit, data)
  fit <- suppressMessages(gee(y ~ arm * visit, id = id, data = data, family = binomial, corstr = "exchangeable",
                              tol = 1e-13, maxiter = 500))
  alpha <- fit$working.correlation[1, 2]
  # The other package, at the same correlation: the same estimates.
  other <- geeglm(y ~ arm * visit, id = id, data = data, family = binomial, corstr = "exchangeable")
  cat(name, "gee and geepack (its own moments):", max(abs(coef(fit) - coef(other))), "\n")
  list(name = name, id = data$id, y = data$y, X = X, beta = unname(coef(fit)), correlation = alpha, scale = fit$scale,
       sandwich = unname(fit$robust.variance), mancl_derouen = unname(mancl_derouen(X, data$y, data$id, coef(fit), alpha)))
}

cases <- list(case("complete", made(1, 60, 3, 0, 0.3)), case("missing", made(2, 60, 4, 0.25, 0.2)),
              case("few", made(5, 18, 2, 0.1, 0.5)))
software <- paste0("gee ", packageVersion("gee"), ", ", R.version.string)
writeLines(toJSON(list(software = software, cases = cases), digits = 16, auto_unbox = TRUE),
           "tests/reference/ship/logistic_gee.json")
