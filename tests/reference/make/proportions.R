# SPDX-License-Identifier: MIT
# Two proportions: expected/../proportions.json. Base R only, by other ways than the core's: restricted rates by
# optimisation of the likelihood, limits by uniroot, odds ratios from their definition; Fisher's p from fisher.test.
# Run in the root of the repository: Rscript tests/reference/make/proportions.R
loglik <- function(x, n, p) (if (x > 0) x * log(p) else 0) + (if (n > x) (n - x) * log1p(-p) else 0)
best <- function(f, low, high) {
  # Concave: golden sections to the last digits, then the ends.
  at <- optimize(f, c(low, high), maximum = TRUE, tol = 1e-15)$maximum
  for (end in c(low, high)) if (is.finite(f(end)) && f(end) >= f(at)) at <- end
  # Newton steps on the derivative, numerically safe: bisection of the score.
  at
}
restricted_difference <- function(x1, n1, x0, n0, d) {
  low <- max(0, -d); high <- min(1, 1 - d)
  score <- function(p) { q <- p + d
    (if (x0 > 0) x0 / p else 0) - (if (n0 > x0) (n0 - x0) / (1 - p) else 0) +
      (if (x1 > 0) x1 / q else 0) - (if (n1 > x1) (n1 - x1) / (1 - q) else 0) }
  e <- 1e-15
  a <- low + e; b <- high - e
  if (a >= b) return(low)
  if (score(a) <= 0) return(low)
  if (score(b) >= 0) return(high)
  uniroot(score, c(a, b), tol = 1e-16, maxiter = 10000)$root
}
score_difference <- function(x1, n1, x0, n0, d) {
  p0 <- restricted_difference(x1, n1, x0, n0, d); p1 <- p0 + d
  v <- p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0
  distance <- x1 / n1 - x0 / n0 - d
  if (abs(distance) < 1e-13) 0 else if (v <= 1e-14) sign(distance) * Inf else distance / sqrt(v)
}
root <- function(f, a, b) uniroot(f, c(a, b), tol = 1e-15, maxiter = 10000)$root
mn <- function(x1, n1, x0, n0, level) {
  n <- n1 + n0; crit <- qchisq(level, 1) * n / (n - 1); est <- x1 / n1 - x0 / n0
  f <- function(d) min(score_difference(x1, n1, x0, n0, d)^2, 1e6) - crit
  e <- 1e-13
  c(est, if (est > -1 + e && f(-1 + e) > 0) root(f, -1 + e, est) else -1,
    if (est < 1 - e && f(1 - e) > 0) root(f, est, 1 - e) else 1)
}
newcombe <- function(x1, n1, x0, n0, level) {
  ci1 <- suppressWarnings(prop.test(x1, n1, conf.level = level, correct = FALSE)$conf.int)
  ci0 <- suppressWarnings(prop.test(x0, n0, conf.level = level, correct = FALSE)$conf.int)
  p1 <- x1 / n1; p0 <- x0 / n0; d <- p1 - p0
  c(d, d - sqrt((p1 - ci1[1])^2 + (ci0[2] - p0)^2), d + sqrt((ci1[2] - p1)^2 + (p0 - ci0[1])^2))
}
koopman <- function(x1, n1, x0, n0, level) {
  if (x1 == 0 && x0 == 0) return(c(NA, NA, NA))
  crit <- qchisq(level, 1)
  f <- function(log_ratio) {
    r <- exp(log_ratio)
    high <- min(1, 1 / r) - 1e-15
    score <- function(p) (x1 + x0) / p - r * (n1 - x1) / (1 - r * p) - (n0 - x0) / (1 - p)
    p0 <- if (score(1e-15) <= 0) 0 else if (score(high) >= 0) high else uniroot(score, c(1e-15, high), tol = 1e-16, maxiter = 10000)$root
    p1 <- r * p0
    z <- function(x, n, p) if (p * (1 - p) > 1e-14) (x - n * p)^2 / (n * p * (1 - p)) else 0
    min(z(x1, n1, p1) + z(x0, n0, p0), 1e6) - crit
  }
  est <- (x1 / n1) / (x0 / n0)
  middle <- if (x1 == 0) -12 else if (x0 == 0) 12 else log(est)
  c(est, if (x1 > 0) exp(root(f, -12, middle)) else 0, if (x0 > 0) exp(root(f, middle, 12)) else Inf)
}
odds <- function(x1, n1, x0, n0, level) {
  m <- x1 + x0; support <- max(0, m - n0):min(n1, m)
  logd <- lchoose(n1, support) + lchoose(n0, m - support)
  d <- function(l) { w <- logd + l * support; w <- exp(w - max(w)); w / sum(w) }
  tail <- (1 - level) / 2
  if (length(support) < 2) return(c(NA, NA, NA))
  solve <- function(f) exp(uniroot(f, c(-40, 40), tol = 1e-15, maxiter = 10000)$root)
  est <- if (x1 == min(support)) 0 else if (x1 == max(support)) Inf else solve(function(l) sum(d(l) * support) - x1)
  c(est, if (x1 == min(support)) 0 else solve(function(l) sum(d(l)[support >= x1]) - tail),
    if (x1 == max(support)) Inf else solve(function(l) sum(d(l)[support <= x1]) - tail))
}
exact_p <- function(x1, n1, x0, n0, d) {
  obs <- abs(score_difference(x1, n1, x0, n0, d)) * (1 - 1e-10)
  scores <- outer(0:n1, 0:n0, Vectorize(function(a, b) abs(score_difference(a, n1, b, n0, d))))
  extreme <- scores >= obs
  prob <- function(p) sum(outer(dbinom(0:n1, n1, min(1, max(0, p + d))), dbinom(0:n0, n0, p))[extreme])
  low <- max(0, -d); high <- min(1, 1 - d)
  grid <- seq(low, high, length.out = 400)
  values <- sapply(grid, prob); i <- which.max(values)
  max(values, optimize(prob, grid[c(max(1, i - 1), min(400, i + 1))], maximum = TRUE, tol = 1e-12)$objective)
}
agresti_min <- function(x1, n1, x0, n0, level) {
  alpha <- 1 - level; est <- x1 / n1 - x0 / n0
  limit <- function(end) {
    if (exact_p(x1, n1, x0, n0, end) > alpha) return(end)
    steps <- end + (est - end) * (1:300) / 300
    i <- which(sapply(steps, function(d) exact_p(x1, n1, x0, n0, d)) > alpha)[1]
    outside <- if (i > 1) steps[i - 1] else end; inside <- steps[i]
    for (k in 1:40) { mid <- (outside + inside) / 2; if (exact_p(x1, n1, x0, n0, mid) > alpha) inside <- mid else outside <- mid }
    inside
  }
  c(est, limit(-1 + 1e-9), limit(1 - 1e-9))
}
number <- function(x) ifelse(is.na(x), "null", ifelse(is.infinite(x), '"Inf"', sprintf("%.17g", x)))
list_of <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")
tables <- rbind(c(56, 70, 48, 80), c(9, 10, 3, 10), c(6, 7, 2, 7), c(5, 56, 0, 29), c(0, 10, 0, 20), c(0, 10, 0, 10),
                c(10, 10, 0, 20), c(10, 10, 0, 10), c(4, 12, 1, 6), c(0, 6, 5, 12), c(12, 12, 3, 6), c(120, 1000, 90, 980),
                c(1, 200, 3, 210), c(33, 55, 12, 55))
rows <- apply(tables, 1, function(t) {
  level <- if (t[1] == 33) 0.9 else 0.95
  a <- list(t[1], t[2], t[3], t[4], level)
  exact <- if (t[2] * t[4] <= 120) paste0(', "agrestiMin": ', list_of(do.call(agresti_min, a))) else ""
  fisher <- fisher.test(matrix(c(t[1], t[2] - t[1], t[3], t[4] - t[3]), 2))$p.value
  sprintf('  {"counts": [%d, %d, %d, %d], "confidence": %g, "miettinenNurminen": %s, "newcombe": %s, "koopman": %s, "odds": %s, "fisher": %s%s}',
          t[1], t[2], t[3], t[4], level, list_of(do.call(mn, a)), list_of(do.call(newcombe, a)),
          list_of(do.call(koopman, a)), list_of(do.call(odds, a)), number(fisher), exact)
})
writeLines(c("{", sprintf('  "software": "%s, base R",', R.version.string), '  "tables": [', paste(rows, collapse = ",\n"), "  ]", "}"),
           "tests/reference/ship/proportions.json")
