# SPDX-License-Identifier: MIT
# The level of a simultaneous band for n normal numbers in order, for tests/unit/normal_band_test.cpp: by following how
# many of n points are below t with binomial probabilities, and by simulation. Rscript tests/reference/make/normal_band.R
coverage <- function(lower, upper) {
  n <- length(lower)
  bounds <- rbind(data.frame(t = lower, i = seq_len(n), is_lower = TRUE), data.frame(t = upper, i = seq_len(n), is_lower = FALSE))
  bounds <- bounds[order(bounds$t, !bounds$is_lower), ]
  count <- 0:n
  probability <- c(1, rep(0, n))
  before <- 0
  for (k in seq_len(nrow(bounds))) {
    share <- (bounds$t[k] - before) / (1 - before)
    moved <- numeric(n + 1)
    for (c in which(probability > 0) - 1) {
      moved[(c:n) + 1] <- moved[(c:n) + 1] + probability[c + 1] * dbinom(0:(n - c), n - c, share)
    }
    moved[if (bounds$is_lower[k]) count > bounds$i[k] - 1 else count < bounds$i[k]] <- 0
    probability <- moved
    before <- bounds$t[k]
  }
  sum(probability)
}
level <- function(n) {
  i <- seq_len(n)
  miss <- function(log_eta) {
    tail <- exp(log_eta) / 2
    coverage(qbeta(tail, i, n + 1 - i), qbeta(tail, i, n + 1 - i, lower.tail = FALSE)) - 0.95
  }
  exp(uniroot(miss, log(c(0.03 / n, 0.0501)), tol = 1e-14)$root)
}
for (n in c(1, 2, 3, 5, 10, 18, 36, 144)) cat(n, sprintf("%.15g", level(n)), "\n")

set.seed(1)
n <- 36
lower <- qnorm(qbeta(level(n) / 2, 1:n, n:1))
is_inside <- replicate(2e5, {
  x <- sort(rnorm(n))
  all(x >= lower & x <= -rev(lower))
})
cat("inside", mean(is_inside), "\n")
cat(sprintf("%.15g", qnorm(ppoints(5))), "\n")
