// SPDX-License-Identifier: MIT
/** The functions every R script starts with, beside those that read files: scores, rows of models and comparisons. */
export const prelude = String.raw`
# What the answers count: reversed, then recoded.
item_points <- function(answers, lowest, highest, reversed, recode) {
  for (item in reversed) answers[, item] <- lowest + highest - answers[, item]
  if (length(recode) > 0) answers[] <- recode[answers - lowest + 1]
  answers
}
# Sum or mean over items, missing ones replaced by the mean of the answered where at least "least" are answered.
scale_raw <- function(points, items, least, mean_of_items) {
  part <- points[, items, drop = FALSE]
  answered <- rowSums(!is.na(part))
  total <- rowSums(part, na.rm = TRUE) / answered
  ifelse(answered >= least & answered > 0, if (mean_of_items) total else total * length(items), NA)
}
# Scores by row of a file, joined to the participants and their arms.
with_arms <- function(d) {
  d <- merge(d, participants, by = "id")
  d$arm <- factor(d$arm, levels = arms)
  d[!is.na(d$arm), ]
}
# Labels that stand for others.
relabelled <- function(x, from, to) ifelse(x %in% from, to[match(x, from)], x)
# Rows of the model: the visits analysed, complete. Arms without a row are no levels.
model_rows <- function(d, visits, response, covariates) {
  d <- d[d$visit %in% visit_key(visits), ]
  d$visit <- factor(d$visit, levels = visit_key(visits))
  d <- d[complete.cases(d[, c("id", "arm", "visit", response, covariates)]), ]
  d$id <- factor(d$id)
  d <- droplevels(d)
  d[order(d$id, d$visit), ]
}
# Runs one outcome; a mistake in it is told and does not keep the others from being made.
failed <- character(0)
run <- function(outcome, code) {
  cat("\n----", outcome, "----\n")
  tryCatch(force(code), error = function(problem) {
    failed <<- c(failed, setNames(conditionMessage(problem), outcome))
    cat("FAILED: ", conditionMessage(problem), "\n", sep = "")
  })
  invisible()
}
# How many there are here, and were in the calculator.
count <- function(what, here, calculator) {
  if (is.na(calculator)) return(cat(what, ": ", here, "\n", sep = ""))
  cat(what, ": ", here, " here, ", calculator, " in the calculator\n", sep = "")
  if (here != calculator) stop(what, ": ", here, " here, but ", calculator, " in the calculator")
}
# One row of the comparison: this program's number beside the calculator's. What is made in another way here stands in
# a table of its own, with the reason.
compared <- data.frame()
different <- data.frame()
agrees <- c("estimate", "SE", "df", "p")
reason <- ""
compare <- function(outcome, what, r, calculator) {
  row <- data.frame(outcome = outcome, what = what, R = r, calculator = calculator,
                    relative = abs(r - calculator) / pmax(abs(calculator), 1e-300))
  if (what %in% agrees) compared <<- rbind(compared, row)
  else different <<- rbind(different, cbind(row, why = reason))
}
# The estimate of a contrast with its test, from a covariance of the coefficients and degrees of freedom of one's own.
tested <- function(contrast, covariance, df, level) {
  if (is.na(summary(contrast)$estimate)) return(data.frame(estimate = NA, SE = NA, df = NA, p.value = NA))
  known <- !is.na(contrast@bhat)
  l <- contrast@linfct[1, known]
  estimate <- sum(l * contrast@bhat[known])
  se <- sqrt(sum(l * (covariance %*% l)))
  if (is.function(df)) df <- df(l)
  half <- qt((1 + level) / 2, df) * se
  data.frame(estimate = estimate, SE = se, df = df, lower = estimate - half, upper = estimate + half,
             p.value = 2 * pt(-abs(estimate / se), df))
}
`.trim();

/** Empirical covariances, in a script that has an outcome with one. */
export const robustFunctions = String.raw`
# Empirical covariance of the coefficients (power 0: CR0, 1/2: CR2, 1: CR3) and its degrees of freedom (Bell and
# McCaffrey) for a combination l of them. "blocks" has of each participant the rows and the model's covariance of them.
empirical <- function(X, residual, blocks, power) {
  white <- lapply(blocks, function(block) {
    factor <- t(chol(block$V))
    list(X = forwardsolve(factor, X[block$rows, , drop = FALSE]), e = forwardsolve(factor, residual[block$rows]))
  })
  bread <- solve(Reduce("+", lapply(white, function(own) crossprod(own$X))))
  adjusted <- lapply(white, function(own) {
    spectrum <- eigen(diag(nrow(own$X)) - own$X %*% bread %*% t(own$X), symmetric = TRUE)
    values <- if (power == 0) rep(1, nrow(own$X)) else ifelse(spectrum$values > 1e-10, spectrum$values^-power, 0)
    t(own$X) %*% spectrum$vectors %*% (values * t(spectrum$vectors))
  })
  meat <- Reduce("+", Map(function(a, own) tcrossprod(a %*% own$e), adjusted, white))
  degrees <- function(l) {
    u <- lapply(adjusted, function(a) drop(t(a) %*% bread %*% l))
    P <- mapply(function(own, of) drop(t(own$X) %*% of), white, u)
    P <- matrix(P, nrow = ncol(X))
    G <- diag(vapply(u, function(of) sum(of^2), 0), length(u)) - t(P) %*% bread %*% P
    sum(diag(G))^2 / sum(G^2)
  }
  list(covariance = bread %*% meat %*% bread, degrees = degrees)
}
`.trim();

/** The model's covariance of each participant's rows, up to the residual variance. */
export const blockFunctions = String.raw`
# The rows of each participant, with the covariance of them that the model has.
blocks_of <- function(id, V) lapply(split(seq_along(id), id), function(rows) list(rows = rows, V = V(rows)))
residual_blocks <- function(rows, weight = rep(1, nrow(rows)))
  blocks_of(rows$id, function(own) diag(1 / weight[own], length(own)))
random_blocks <- function(fit, id) {
  root <- lme4::getME(fit, "Lambdat") %*% lme4::getME(fit, "Zt")
  weight <- weights(fit)
  blocks_of(id, function(own) as.matrix(crossprod(as.matrix(root[, own]))) + diag(1 / weight[own], length(own)))
}
gls_blocks <- function(fit, id) {
  correlation <- nlme::corMatrix(fit$modelStruct$corStruct)
  deviation <- if (is.null(fit$modelStruct$varStruct)) rep(1, length(id)) else 1 / nlme::varWeights(fit$modelStruct$varStruct)
  of <- function(own) {
    R <- correlation[[as.character(id[own[1]])]]
    if (is.null(R)) R <- diag(length(own))
    R * tcrossprod(deviation[own])
  }
  blocks_of(id, of)
}
`.trim();
