# SPDX-License-Identifier: MIT
# James' and Bang's blinding indices in base R: the numbers of tests/unit/blinding_test.cpp.
# Rscript tests/reference/make/blinding.R
#
# The standard error of James' index is that of the delta method, with derivatives by complex steps (exact to rounding);
# it is set beside the closed form of the paper. Tables: rows are arms, columns guesses, the last "don't know".

# James et al. (1996), Stat Med 15:1421, from the proportions P of all who answered.
james_of <- function(P) {
  k <- nrow(P)
  dk <- sum(P[, k + 1])
  guess <- P[, 1:k]
  wrong <- 0.5 * (1 - diag(k))
  observed <- sum(wrong * guess) / (1 - dk)
  expected <- sum(wrong * (rowSums(guess) %o% colSums(guess))) / (1 - dk)^2
  kappa <- (observed - expected) / expected
  (1 + dk + (1 - dk) * kappa) / 2
}

james <- function(x, level = 0.95) {
  n <- sum(x)
  P <- x / n
  gradient <- P
  for (i in seq_along(P)) {
    step <- P + 0i
    step[i] <- step[i] + 1e-30i
    gradient[i] <- Im(james_of(step)) / 1e-30
  }
  se <- sqrt((sum(P * gradient^2) - sum(P * gradient)^2) / n)
  estimate <- james_of(P)
  c(estimate, se, estimate + c(-1, 1) * qnorm((1 + level) / 2) * se)
}

# Var of the paper, its equation for two or more arms.
james_se_closed <- function(x) {
  k <- nrow(x)
  P <- x / sum(x)
  dk <- sum(P[, k + 1])
  w <- 0.5 * (1 - diag(k))
  guess <- P[, 1:k]
  expected <- sum(w * (rowSums(guess) %o% colSums(guess))) / (1 - dk)^2
  kappa <- (sum(w * guess) / (1 - dk) - expected) / expected
  v <- 0
  for (i in 1:k) for (j in 1:k) {
    inner <- sum(w[, j] * rowSums(guess) + w[i, ] * colSums(guess))
    v <- v + guess[i, j] * ((1 - dk) * w[i, j] - (1 + kappa) * inner)^2
  }
  v <- v / (4 * expected^2 * (1 - dk)^2)
  v <- v + dk * (1 - dk) - (1 - dk) * (1 + kappa) * (dk + (1 - dk) * (1 + kappa) / 4)
  sqrt(v / sum(x))
}

# Bang et al. (2004), Control Clin Trials 25:143; with k arms right - wrong / (k - 1).
bang <- function(x, level = 0.95) {
  k <- nrow(x)
  t(sapply(1:k, function(i) {
    n <- sum(x[i, ])
    value <- c(-rep(1, k) / (k - 1), 0)  # of each answer
    value[i] <- 1
    estimate <- sum(value * x[i, ]) / n
    se <- sqrt(sum(x[i, ] * (value - estimate)^2) / n^2)
    c(estimate, se, estimate + c(-1, 1) * qnorm((1 + level) / 2) * se)
  }))
}

show <- function(name, x) {
  cat(name, "\n  james ", format(james(x), digits = 16), "\n  closed", format(james_se_closed(x), digits = 16), "\n")
  b <- bang(x)
  for (i in seq_len(nrow(b))) cat("  bang  ", format(b[i, ], digits = 16), "\n")
}

by_arm <- function(...) do.call(rbind, list(...))
# Bang et al. (2004), table 7: lovastatin, placebo. Published: James 0.75, Bang 0.21 and 0.01.
show("CRISP", by_arm(c(82, 25, 170), c(27, 29, 83)))
# Houweling et al. (2014), Clin Trials 11:547, table 2. Published: James 0.896 (SE 0.011), Bang 0.115 (0.018), 0.022 (0.019).
show("SOX investigators", by_arm(c(48, 4, 330), c(22, 30, 319)))
show("three arms", by_arm(c(9, 4, 2, 5), c(3, 8, 6, 3), c(2, 5, 7, 8)))
show("no don't know", by_arm(c(9, 4, 0), c(3, 8, 0)))
show("all guesses of one arm", by_arm(c(9, 0, 3), c(4, 0, 6)))
show("one arm does not guess", by_arm(c(9, 4, 3), c(0, 0, 8)))
