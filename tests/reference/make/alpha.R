# SPDX-License-Identifier: MIT
# Cronbach's alpha and the interval of Feldt (1965), by their formulas in base R, of the made forms in
# tests/unit/reliability_test.cpp. Run: Rscript tests/reference/make/alpha.R
alpha <- function(forms, confidence) {
  n <- nrow(forms)
  k <- ncol(forms)
  estimate <- k / (k - 1) * (1 - sum(apply(forms, 2, var)) / var(rowSums(forms)))
  tail <- (1 - confidence) / 2
  f <- qf(c(1 - tail, tail), n - 1, (n - 1) * (k - 1))
  c(estimate = estimate, lower = 1 - (1 - estimate) * f[1], upper = 1 - (1 - estimate) * f[2])
}

five <- rbind(
  c(1, 2, 1, 3, 2), c(4, 4, 3, 4, 4), c(0, 1, 0, 0, 1), c(2, 2, 3, 1, 2),
  c(3, 4, 4, 3, 2), c(1, 0, 2, 1, 1), c(2, 3, 2, 2, 4), c(0, 0, 1, 2, 0)
)
# The second item runs against the others, as an item that should have been reversed: alpha is negative.
against <- rbind(c(1, 5), c(2, 4), c(3, 3), c(4, 1), c(5, 2))
three <- rbind(c(7, 6, 7), c(1, 2, 1), c(4, 5, 3))
cat(R.version.string, "\n")
options(digits = 17)
print(alpha(five, 0.95))
print(alpha(five, 0.8))
print(alpha(against, 0.95))
print(alpha(three, 0.9))
