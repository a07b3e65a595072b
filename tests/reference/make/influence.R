# SPDX-License-Identifier: MIT
# Effects without each subject, at the exact optimum of plain R, with nlme's and lmerTest's beside: expected/influence.json.
suppressPackageStartupMessages({
  library(nlme)
  library(lmerTest)
})
source("tests/reference/make/support.R")
tight_gls <- glsControl(maxIter = 500, msMaxIter = 500, tolerance = 1e-10, msTol = 1e-12)
tight_lmer <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5))

row_of <- function(exact, l, level = 0.95) {
  L <- matrix(l, 1)
  df <- satterthwaite_df(exact, L)  # for a single combination that of Kenward and Roger as well
  estimate <- sum(l * exact$beta)
  se <- sqrt(sum(l * (kenward_roger_vcov(exact, exact$theta_vcov) %*% l)))
  half <- qt((1 + level) / 2, df) * se
  c(estimate = estimate, se = se, df = df, p = 2 * pt(-abs(estimate / se), df), lower = estimate - half,
    upper = estimate + half, se_unadjusted = sqrt(sum(l * (exact$C %*% l))))
}

# All subjects, and without each. `model(rows)` gives y, X, subject and visit of marginal_model, `start` its parameters.
leave_one_out <- function(data, subject, fit, beside) {
  ids <- unique(as.character(data[[subject]]))
  all <- fit(data, NULL)
  without <- lapply(ids, function(id) {
    rest <- droplevels(data[data[[subject]] != id, ])
    exact <- fit(rest, all$theta)
    stopifnot(exact$max_abs_gradient < 1e-7)
    list(row = exact$row, other = beside(rest))
  })
  rows <- do.call(rbind, lapply(without, `[[`, "row"))
  other <- do.call(rbind, lapply(without, `[[`, "other"))
  cat("   largest differences of the other software:",
      signif(max(abs(other[, "estimate"] - rows[, "estimate"])), 2),
      signif(max(abs(other[, "se"] / rows[, "se_unadjusted"] - 1)), 2), "\n")
  list(all = as.list(all$row), subject = ids, without = columns(as.data.frame(rows)),
       moves = unname((all$row["estimate"] - rows[, "estimate"]) / all$row["se"]),
       other = columns(as.data.frame(other)))
}

# ---- pilot.csv: us, difference at D28 -------------------------------------------------------------------------------
pilot <- read_case("pilot.csv")
pilot <- pilot[!is.na(pilot$CHG), ]
at_d28 <- function(X) as.numeric(colnames(X) == "ARMketamine") + as.numeric(colnames(X) == "ARMketamine:VISITD28")
fit_pilot <- function(data, start) {
  X <- model.matrix(~ BASE + ARM * VISIT, data)
  model <- marginal_model(data$CHG, unname(X), factor(data$ID), data$VISIT, structures$us(4), TRUE, TRUE)
  if (is.null(start)) start <- (diag(4) * 60 + 40)[upper.tri(diag(4), TRUE)]
  exact <- polish(model, start)
  exact$X <- model$X
  c(exact, list(row = row_of(exact, at_d28(X))))
}
gls_pilot <- function(data) {
  fit <- gls(CHG ~ BASE + ARM * VISIT, data, correlation = corSymm(form = ~ as.integer(VISIT) | ID),
             weights = varIdent(form = ~ 1 | VISIT), method = "REML", control = tight_gls)
  l <- at_d28(model.matrix(~ BASE + ARM * VISIT, data))
  c(estimate = sum(l * coef(fit)), se = sqrt(sum(l * (vcov(fit) %*% l))))
}

# ---- diary.csv: (day | id), difference of slopes --------------------------------------------------------------------
diary <- read_case("diary.csv")
diary <- diary[!is.na(diary$score), ]
days <- 0:7
slopes <- function(t) t[1] * diag(8) + t[2] + t[3] * outer(days, days, "+") + t[4] * outer(days, days)
fit_diary <- function(data, start) {
  X <- model.matrix(~ arm * day, data)
  model <- marginal_model(data$score, unname(X), factor(data$id), data$day + 1L, slopes, TRUE, TRUE)
  if (is.null(start)) start <- c(1, 1, 0, 0.05)
  exact <- polish(model, start)
  exact$X <- model$X
  G <- matrix(exact$theta[c(2, 3, 3, 4)], 2)
  stopifnot(min(eigen(G)$values) > 1e-6)  # inside, so that lmer's optimum is the same
  c(exact, list(row = row_of(exact, as.numeric(colnames(X) == "armactive:day"))))
}
lmer_diary <- function(data) {
  fit <- lmerTest::lmer(score ~ arm * day + (day | id), data, control = tight_lmer)
  s <- coef(summary(fit, ddf = "Satterthwaite"))["armactive:day", ]
  c(estimate = unname(s["Estimate"]), se = unname(s["Std. Error"]), df = unname(s["df"]), p = unname(s["Pr(>|t|)"]))
}

write_case(list(
  id = "influence", software = software(c("nlme", "lme4", "lmerTest")),
  definitions = list(
    without = paste("REML at the optimum of plain R (Newton steps, gradient below 1e-7) without the subject's rows; se, p and",
                    "limits by Kenward and Roger in SAS's parameters, df Satterthwaite's (the same); se_unadjusted from Phi"),
    other = "estimate and unadjusted se of nlme::gls (pilot) and lmerTest (diary, with its df and p) where they stop",
    moves = "(estimate of all - estimate without) / se of all"),
  tolerance = "without: 1e-8; other: estimate 1e-4 of an SE, se, df and p 1e-4 relative",
  pilot = c(list(dataset = "pilot.csv", formula = "CHG ~ BASE + ARM * VISIT + us(VISIT | ID)", effect = "ketamine - midazolam at D28"),
            leave_one_out(pilot, "ID", fit_pilot, gls_pilot)),
  diary = c(list(dataset = "diary.csv", formula = "score ~ arm * day + (day | id)", effect = "active - control, slope per day"),
            leave_one_out(diary, "id", fit_diary, lmer_diary))))
