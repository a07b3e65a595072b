# SPDX-License-Identifier: MIT
# What the scripts of this folder share: data with the declared level order, a dense Gaussian likelihood with exact
# derivatives (Newton steps to the optimum), exact multivariate t probabilities, and writing JSON by column.
# Every script runs from the root of the repository: Rscript tests/reference/make/<name>.R
options(contrasts = c("contr.treatment", "contr.poly"), warn = 1)
set.seed(20240501)
folder <- "tests/reference/ship"

read_case <- function(file) {
  data <- read.csv(file.path(folder, "data", file), stringsAsFactors = FALSE)
  levels <- jsonlite::fromJSON(file.path(folder, "data", "factor_levels.json"))[[file]]
  for (name in setdiff(names(levels), "ID")) data[[name]] <- factor(data[[name]], levels[[name]])
  for (name in intersect(c("ID", "id", "site"), names(data))) data[[name]] <- factor(data[[name]])
  data
}

expected_case <- function(id) {
  jsonlite::fromJSON(file.path(folder, "expected", paste0(id, ".json")), simplifyMatrix = TRUE)
}

software <- function(packages) {
  c(list(R = R.version.string), sapply(packages, function(p) as.character(packageVersion(p)), simplify = FALSE))
}

# One line per top-level entry, 15 significant digits, as the other files of expected/.
write_case <- function(case) {
  line <- function(value) {
    as.character(jsonlite::toJSON(value, digits = I(15), auto_unbox = TRUE, na = "null", null = "null",
                                  matrix = "rowmajor"))
  }
  lines <- sprintf("\"%s\": %s", names(case), vapply(case, line, ""))
  writeLines(c("{", paste(lines, collapse = ",\n"), "}"), file.path(folder, "expected", paste0(case$id, ".json")))
  cat("wrote", case$id, "\n")
}

# A length-one vector that stays an array in JSON.
arr <- function(x) if (length(x) == 1) I(x) else x
columns <- function(frame) lapply(as.list(frame), function(x) arr(if (is.factor(x)) as.character(x) else unname(x)))

# ---- the likelihood -------------------------------------------------------------------------------------------------
# A model is y, X, reml, V(theta) -> n x n matrix and dV(theta) -> list of the derivatives of V by each parameter.
# `linear` says that V is linear in theta, so that there are no second derivatives.

log_likelihood <- function(model, theta) {
  V <- model$V(theta)
  R <- tryCatch(chol(V), error = function(e) NULL)
  if (is.null(R)) return(-Inf)
  Xs <- backsolve(R, model$X, transpose = TRUE)
  ys <- backsolve(R, model$y, transpose = TRUE)
  XtX <- crossprod(Xs)
  beta <- solve(XtX, crossprod(Xs, ys))
  rss <- sum((ys - Xs %*% beta)^2)
  n <- length(model$y)
  p <- ncol(model$X)
  value <- 2 * sum(log(diag(R))) + rss
  if (model$reml) {
    value <- value + as.numeric(determinant(XtX)$modulus) + (n - p) * log(2 * pi)
  } else {
    value <- value + n * log(2 * pi)
  }
  -0.5 * value
}

# Log-likelihood, gradient and observed or expected information, all exact.
derivatives <- function(model, theta) {
  V <- model$V(theta)
  dV <- model$dV(theta)
  W <- chol2inv(chol(V))
  WX <- W %*% model$X
  C <- solve(crossprod(model$X, WX))
  C <- (C + t(C)) / 2
  P <- W - WX %*% C %*% t(WX)
  Py <- P %*% model$y
  Q <- if (model$reml) P else W
  k <- length(dV)
  QV <- lapply(dV, function(D) Q %*% D)
  VPy <- lapply(dV, function(D) D %*% Py)
  gradient <- vapply(1:k, function(i) 0.5 * (sum(Py * VPy[[i]]) - sum(diag(QV[[i]]))), 0)
  observed <- expected <- matrix(0, k, k)
  for (i in 1:k) for (j in 1:i) {
    half_trace <- 0.5 * sum(QV[[i]] * t(QV[[j]]))
    expected[i, j] <- expected[j, i] <- half_trace
    observed[i, j] <- observed[j, i] <- sum(VPy[[i]] * (P %*% VPy[[j]])) - half_trace
  }
  if (!model$linear) {
    for (j in 1:k) {
      step <- 1e-4 * max(abs(theta[j]), 0.1)
      up <- down <- up2 <- down2 <- theta
      up[j] <- theta[j] + step
      down[j] <- theta[j] - step
      up2[j] <- theta[j] + 2 * step
      down2[j] <- theta[j] - 2 * step
      D1 <- model$dV(up); D2 <- model$dV(down); D3 <- model$dV(up2); D4 <- model$dV(down2)
      for (i in 1:k) {
        second <- (8 * (D1[[i]] - D2[[i]]) - (D3[[i]] - D4[[i]])) / (12 * step)
        observed[i, j] <- observed[i, j] + 0.5 * (sum(Q * second) - sum(Py * (second %*% Py)))
      }
    }
    observed <- (observed + t(observed)) / 2
  }
  list(V = V, dV = dV, W = W, C = C, beta = drop(C %*% crossprod(WX, model$y)), gradient = gradient,
       observed = observed, expected = expected, logLik = log_likelihood(model, theta))
}

# Newton steps (halved while the likelihood falls) over the parameters that are `free`.
polish <- function(model, theta, free = seq_along(theta), steps = 60, tolerance = 1e-10) {
  for (iteration in seq_len(steps)) {
    at <- derivatives(model, theta)
    scale <- 1 / sqrt(diag(at$expected)[free])
    size <- max(abs(at$gradient[free] * scale))
    if (size < tolerance) break
    H <- at$observed[free, free, drop = FALSE]
    if (min(eigen(H * outer(scale, scale), TRUE, TRUE)$values) < 1e-3) H <- at$expected[free, free, drop = FALSE]
    move <- solve(H, at$gradient[free])
    factor <- 1
    repeat {
      trial <- theta
      trial[free] <- theta[free] + factor * move
      if (size < 1e-4 || log_likelihood(model, trial) >= at$logLik || factor < 1e-8) break
      factor <- factor / 2
    }
    theta <- trial
  }
  at <- derivatives(model, theta)
  c(list(theta = theta, max_abs_gradient = max(abs(at$gradient[free])), theta_vcov = solve(at$observed)), at)
}

# V from a covariance matrix of all visits: Sigma(theta), polynomial in theta, so that a complex step is exact.
marginal_model <- function(y, X, subject, visit, Sigma, reml, linear) {
  visit <- as.integer(visit)
  same <- outer(as.integer(subject), as.integer(subject), "==")
  spread <- function(S) S[visit, visit] * same
  list(y = y, X = X, reml = reml, linear = linear, Sigma = Sigma,
       V = function(theta) spread(Re(Sigma(theta))),
       dV = function(theta) lapply(seq_along(theta), function(i) {
         bent <- as.complex(theta)
         bent[i] <- bent[i] + 1i * 1e-30
         spread(Im(Sigma(bent)) / 1e-30)
       }))
}

# V linear in theta: a sum of fixed matrices.
sum_model <- function(y, X, parts, reml) {
  list(y = y, X = X, reml = reml, linear = TRUE, V = function(theta) Reduce(`+`, Map(`*`, theta, parts)),
       dV = function(theta) parts)
}

lag <- function(T) abs(outer(1:T, 1:T, "-"))
structures <- list(
  cs = function(T) function(theta) theta[1] * matrix(1, T, T) + theta[2] * diag(T),  # CS, Residual
  ar1 = function(T) function(theta) theta[1] * theta[2]^lag(T),                      # Variance, Rho
  us = function(T) {                                                                 # UN(1,1), UN(2,1), UN(2,2), ...
    index <- matrix(0, T, T)
    index[upper.tri(index, TRUE)] <- seq_len(T * (T + 1) / 2)
    index <- pmax(index, t(index))
    function(theta) matrix(theta[index], T, T)
  },
  toeph = function(T) function(theta) {                                              # SDs, then correlations by lag
    sd <- theta[1:T]
    matrix(c(1, theta[-(1:T)])[lag(T) + 1], T, T) * (sd %o% sd)
  }
)
us_names <- function(T) unlist(lapply(1:T, function(i) sprintf("UN(%d,%d)", i, 1:i)))

# Satterthwaite degrees of freedom of single combinations (rows of L), from the observed information.
satterthwaite_df <- function(fit, L) {
  X <- fit$X
  apply(L, 1, function(l) {
    a <- fit$W %*% X %*% fit$C %*% l
    g <- vapply(fit$dV, function(D) sum(a * (D %*% a)), 0)
    2 * sum(l * (fit$C %*% l))^2 / sum(g * (fit$theta_vcov %*% g))
  })
}

# Kenward-Roger covariance of the fixed effects; V linear in theta, so without second derivatives.
kenward_roger_vcov <- function(fit, theta_vcov) {
  WX <- fit$W %*% fit$X
  k <- length(fit$dV)
  DWX <- lapply(fit$dV, function(D) D %*% WX)
  P <- lapply(1:k, function(i) -crossprod(WX, DWX[[i]]))
  bias <- 0
  for (i in 1:k) for (j in 1:k) {
    Q <- crossprod(DWX[[i]], fit$W %*% DWX[[j]])
    bias <- bias + theta_vcov[i, j] * (Q - P[[i]] %*% fit$C %*% P[[j]])
  }
  adjusted <- fit$C + 2 * fit$C %*% bias %*% fit$C
  (adjusted + t(adjusted)) / 2
}

# ---- multivariate t ------------------------------------------------------------------------------------------------
# P(max |T_i| > c) for a correlation matrix of rank 1 or 2 and any positive df: T = B Z / s with B the k x 2 root, so on
# the direction u the squared radius over 2 is F(2, df) and the region ends at c / max |B u|. What is left is a mean over
# directions, done by quadrature between the kinks. For pairwise differences it is ptukey's value to its last digits.
t_outside <- function(c, df, correlation) {
  e <- eigen(correlation, TRUE)
  r <- sum(e$values > 1e-9)
  if (r > 2) stop("rank above 2")
  if (r == 1) return(2 * pt(-c, df))
  B <- e$vectors[, 1:2] %*% diag(sqrt(e$values[1:2]))
  at_angle <- function(a) pf((c / max(abs(B %*% base::c(cos(a), sin(a)))))^2 / 2, 2, df, lower.tail = FALSE)
  kinks <- c(0, pi)
  for (i in seq_len(nrow(B))) for (j in seq_len(i - 1)) for (sign in c(-1, 1)) {
    d <- B[i, ] + sign * B[j, ]
    kinks <- c(kinks, atan2(d[1], -d[2]) %% pi)
  }
  cuts <- sort(unique(round(kinks, 14)))
  pieces <- vapply(seq_len(length(cuts) - 1), function(i) {
    if (cuts[i + 1] - cuts[i] < 1e-12) return(0)
    integrate(Vectorize(at_angle), cuts[i], cuts[i + 1], rel.tol = 1e-11, abs.tol = 0, subdivisions = 2000,
              stop.on.error = FALSE)$value
  }, 0)
  sum(pieces) / pi
}

# By GenzBretz to its error (about 1e-6), whole df only; a fixed seed, so that a root can be found.
t_outside_genz <- function(c, df, correlation, points = 1e6) {
  k <- nrow(correlation)
  set.seed(1)
  1 - mvtnorm::pmvt(rep(-c, k), rep(c, k), df = df, corr = correlation, keepAttr = FALSE,
                    algorithm = mvtnorm::GenzBretz(maxpts = points, abseps = 1e-9))
}
t_outside_fast <- function(c, df, correlation) t_outside_genz(c, df, correlation, 2e5)

t_critical <- function(df, correlation, outside = t_outside, level = 0.95, tolerance = 1e-11) {
  uniroot(function(c) outside(c, df, correlation) - (1 - level), c(1, 20), tol = tolerance)$root
}
