# SPDX-License-Identifier: MIT
# The local level of a simultaneous 95% band for n normal numbers standardised by their own mean and SD, by simulation,
# for tests/unit/normal_band_test.cpp: the 5% quantile of the least two-sided p value that an order statistic has under
# its beta distribution. Rscript tests/reference/make/normal_band.R; some minutes.
least_p <- function(x) {
  n <- length(x)
  u <- pnorm(sort(x))
  i <- seq_len(n)
  2 * min(pbeta(u, i, n + 1 - i), pbeta(u, i, n + 1 - i, lower.tail = FALSE))
}
set.seed(20240101)
for (n in c(5, 10, 20, 36, 100, 250)) {
  least <- replicate(1e5, {
    x <- rnorm(n)
    least_p((x - mean(x)) / sd(x))
  })
  cat(n, sprintf("%.5f", quantile(least, 0.05)), "\n")
}
cat(sprintf("%.15g", qnorm(ppoints(5))), "\n")
