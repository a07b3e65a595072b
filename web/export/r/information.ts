// SPDX-License-Identifier: MIT
/**
 * Kenward-Roger and Satterthwaite as R code, for covariances that are linear in their parameters: random effects, us and
 * cs. pbkrtest has the expected information alone, and gls neither. Dense matrices, so for trials of some hundred rows.
 */
import type { ScriptOutcome } from '../script_context.js';

/** Rows up to which the dense matrices are small. */
const mostRows = 1500;

/** True where the script makes the standard errors and degrees of freedom itself. */
export function makesInformation({ model }: ScriptOutcome): boolean {
  const { kind, df, vcov = 'model', status, covarianceUsed, covarianceGroups, nObservations } = model;
  const isLinear = kind === 'random_effects' || (['us', 'cs'].includes(covarianceUsed) && covarianceGroups !== 'arm');
  const isWanted = ['kenward_roger', 'kenward_roger_linear', 'satterthwaite'].includes(df) && vcov === 'model';
  return isLinear && isWanted && status !== 'singular' && nObservations <= mostRows;
}

/** `own`: covariance of the coefficients and degrees of freedom. */
export function informationLines({ model, time, weights }: ScriptOutcome, X: string): string[] {
  const weight = weights === null ? 'rep(1, nrow(rows))' : 'rows$weight';
  const isRandom = model.kind === 'random_effects';
  const effects = ['intercept', ...(model.covarianceUsed === 'intercept' ? [] : ['slope'])];
  const isCorrelated = model.covarianceUsed === 'intercept_slope';
  const derivatives = isRandom
    ? `random_derivatives(rows, rows$${time}, ${effects.length}, ${isCorrelated ? 'TRUE' : 'FALSE'}, ${weight})`
    : `${model.covarianceUsed}_derivatives(rows, ${weight})`;
  const blocks = isRandom ? 'random_blocks(fit, rows$id)' : 'gls_blocks(fit, rows$id)';
  const response = model.response === 'value' ? 'rows$value' : 'rows$change';
  const isExpected = model.information === 'expected' ? 'TRUE' : 'FALSE';
  return [
    `own <- informed(${X}, ${response}, whole(${blocks}, nrow(rows)) * sigma(fit)^2, ${derivatives},`,
    `                reml = ${model.method === 'REML' ? 'TRUE' : 'FALSE'}, expected = ${isExpected}, kenward_roger = ${model.df === 'satterthwaite' ? 'FALSE' : 'TRUE'})`,
  ];
}

export const informationFunctions = String.raw`
# Covariance of the coefficients, adjusted as Kenward and Roger do, and Satterthwaite's degrees of freedom, which are
# theirs for one contrast. V is linear in its parameters; dV has its derivatives.
informed <- function(X, y, V, dV, reml, expected, kenward_roger) {
  inverse <- solve(V)
  phi <- solve(t(X) %*% inverse %*% X)
  P <- inverse - inverse %*% X %*% phi %*% t(X) %*% inverse
  e <- drop(P %*% y)
  traced <- lapply(dV, function(D) (if (reml) P else inverse) %*% D)
  scores <- sapply(dV, function(D) D %*% e)
  traces <- sapply(traced, function(A) sapply(traced, function(B) sum(A * t(B))))
  hessian <- if (expected) traces else 2 * t(scores) %*% P %*% scores - traces
  W <- 2 * solve(hessian)
  weighted <- lapply(dV, function(D) D %*% inverse %*% X)
  first <- lapply(weighted, function(A) t(X) %*% inverse %*% A)
  covariance <- phi
  if (kenward_roger) for (k in seq_along(dV)) for (l in seq_along(dV)) {
    Q <- t(weighted[[k]]) %*% inverse %*% weighted[[l]]
    covariance <- covariance + 2 * W[k, l] * phi %*% (Q - first[[k]] %*% phi %*% first[[l]]) %*% phi
  }
  degrees <- function(l) {
    g <- vapply(first, function(A) sum(l * (phi %*% A %*% phi %*% l)), 0)
    2 * sum(l * (phi %*% l))^2 / sum(g * (W %*% g))
  }
  list(covariance = covariance, degrees = degrees)
}
whole <- function(blocks, n) {
  V <- matrix(0, n, n)
  for (block in blocks) V[block$rows, block$rows] <- block$V
  V
}
same_id <- function(rows) outer(as.integer(rows$id), as.integer(rows$id), "==") * 1
random_derivatives <- function(rows, time, effects, correlated, weight) {
  same <- same_id(rows)
  c(list(same), if (effects == 2) list(same * outer(time, time)), if (correlated) list(same * outer(time, time, "+")),
    list(diag(1 / weight)))
}
cs_derivatives <- function(rows, weight) list(same_id(rows) / sqrt(outer(weight, weight)), diag(1 / weight))
us_derivatives <- function(rows, weight) {
  same <- same_id(rows) / sqrt(outer(weight, weight))
  at <- lapply(levels(rows$visit), function(visit) rows$visit == visit)
  pairs <- which(upper.tri(diag(length(at)), diag = TRUE), arr.ind = TRUE)
  lapply(seq_len(nrow(pairs)), function(k) {
    a <- at[[pairs[k, 1]]]
    b <- at[[pairs[k, 2]]]
    same * (outer(a, b) | outer(b, a))
  })
}
`.trim();
