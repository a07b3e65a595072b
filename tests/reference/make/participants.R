# SPDX-License-Identifier: MIT
# Summaries, standardised differences, effects in standard deviations and confidence distributions in base R, lme4 and nlme:
# the numbers of tests/unit/baseline_table_test.cpp and tests/unit/effect_size_test.cpp.
# Rscript tests/reference/make/participants.R
out <- function(name, x) cat(sprintf("%-34s", name), format(x, digits = 17), "\n")

# Baseline table: an age per participant, one missing.
age <- c(34, 33, 51, 46, NA, 29, 62, 40, 38.5, 57)
arm <- c("A", "B", "A", "B", "A", "A", "B", "B", "A", "B")
describe <- function(x) {
  x <- x[!is.na(x)]
  c(length(x), mean(x), sd(x), quantile(x, c(0.5, 0.25, 0.75), type = 7), range(x))
}
out("A", describe(age[arm == "A"]))
out("B", describe(age[arm == "B"]))
out("all", describe(age))
a <- na.omit(age[arm == "A"])
b <- na.omit(age[arm == "B"])
out("difference of means", (mean(b) - mean(a)) / sqrt((var(a) + var(b)) / 2))

# Yang and Dalton (2012), with all levels but the one named left out; a generalised inverse of the whole matrix as check.
yang_dalton <- function(x1, x0, omit = 1) {
  p1 <- x1 / sum(x1)
  p0 <- x0 / sum(x0)
  S <- ((diag(p1) - p1 %o% p1) + (diag(p0) - p0 %o% p0)) / 2
  d <- p1 - p0
  e <- eigen(S, symmetric = TRUE)
  keep <- e$values > 1e-12
  inverse <- e$vectors[, keep] %*% diag(1 / e$values[keep], sum(keep)) %*% t(e$vectors[, keep])
  whole <- sqrt(drop(t(d) %*% inverse %*% d))
  one_less <- sqrt(drop(t(d[-omit]) %*% solve(S[-omit, -omit, drop = FALSE]) %*% d[-omit]))
  stopifnot(abs(whole - one_less) < 1e-12)
  one_less
}
out("three levels", yang_dalton(c(12, 7, 5), c(8, 13, 4)))
out("three levels, another omitted", yang_dalton(c(12, 7, 5), c(8, 13, 4), 3))
out("two levels", yang_dalton(c(9, 11), c(14, 6)))
out("a level in one group only", yang_dalton(c(12, 0, 5), c(8, 13, 4)))
p1 <- 11 / 20
p0 <- 6 / 20
out("two levels, Austin's formula", (p1 - p0) / sqrt((p1 * (1 - p1) + p0 * (1 - p0)) / 2))

# The trial of tests/unit/effect_size_test.cpp: 12 participants, odd ones active; scores at days 0, 7, 14, a diary of
# five days.
i <- 0:11
active <- i %% 2 == 1
score <- sapply(0:2, function(v) 45 + (i * 5) %% 7 + (i * i * 7 + v * 11 + i * v * 5) %% 9 - ifelse(active, 4 * v, v))
pooled <- function(x) sqrt((sum((x[active] - mean(x[active]))^2) + sum((x[!active] - mean(x[!active]))^2)) / 10)
out("baseline SD", pooled(score[, 1]))
# Values with complete data: the unstructured covariance is that within arms.
out("SD by visit", apply(score, 2, pooled))
out("average", sqrt(mean(apply(score, 2, pooled)^2)))
out("difference at day 14", mean(score[active, 3]) - mean(score[!active, 3]))
out("one covariance per arm, day 14", sqrt((var(score[active, 3]) + var(score[!active, 3])) / 2))

library(lme4)
diary <- expand.grid(i = i, day = 0:4)
diary$y <- with(diary, 2 + (i * 5) %% 7 + (i * i * 3 + 2 * day * day + i * day) %% 4 / 2 - (i %% 3) * day / 4 + ifelse(i %% 2 == 1, day / 8, 0))
diary$arm <- ifelse(diary$i %% 2 == 1, 1, 0)
tight <- lmerControl("bobyqa", optCtrl = list(rhobeg = 0.02, rhoend = 1e-10, maxfun = 1e5))
for (form in c("(1 | i)", "(day | i)", "(day || i)")) {
  fit <- lmer(as.formula(paste("y ~ arm * day +", form)), diary, control = tight)
  total <- function(day) {
    z <- c("(Intercept)" = 1, day = day)
    sum(sapply(VarCorr(fit), function(G) { w <- z[rownames(G)]; drop(t(w) %*% G %*% w) })) + sigma(fit)^2
  }
  out(paste(form, "SD at day 4"), sqrt(total(4)))
  out(paste(form, "SD at day 2"), sqrt(total(2)))
  out(paste(form, "average"), sqrt(mean(sapply(0:4, total))))
}

# Confidence distribution: estimate -5.2, SE 2.6, df 15.8, lower is better, MCID 4; at a normal reference; a slope.
out("beyond, better", c(1 - pt((4 - 5.2) / 2.6, 15.8), 1 - pt(-5.2 / 2.6, 15.8)))
out("normal", c(1 - pnorm((4 - 5.2) / 2.6), 1 - pnorm(-5.2 / 2.6)))
out("slope over 7 days", c(pt(4 / 0.35 - 0.1 / 0.05, 30, lower.tail = FALSE), pt(-0.1 / 0.05, 30, lower.tail = FALSE)))

# A random intercept with a residual of order 1 beside it.
suppressMessages(library(nlme))
fit <- lme(y ~ arm * day, diary[order(diary$i, diary$day), ], random = ~ 1 | i, correlation = corAR1(form = ~ day | i),
  control = lmeControl(opt = "optim", msMaxIter = 1000, tolerance = 1e-12, reltol = 1e-14, msTol = 1e-12))
out("(1 | i) + ar1, SD at day 4", sqrt(as.numeric(VarCorr(fit)[1, 1]) + fit$sigma^2))
out("  log likelihood", as.numeric(logLik(fit)))
