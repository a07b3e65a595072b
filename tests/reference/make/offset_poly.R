# SPDX-License-Identifier: MIT
# Offsets and orthogonal polynomials in mixed models: expected/offset_poly.json.
suppressPackageStartupMessages(library(lme4))
source("tests/reference/make/support.R")
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.02, rhoend = 1e-10, maxfun = 1e5))

case <- function(name, data, dataset, formula, note = NULL, extra = list(), reml = TRUE) {
  fit <- lmer(as.formula(formula), data, REML = reml, control = control)
  components <- as.data.frame(VarCorr(fit))
  cat(name, as.numeric(logLik(fit)), fixef(fit), "\n")
  c(list(name = name, dataset = dataset, formula = formula, method = if (reml) "REML" else "ML", note = note,
         n_obs = nobs(fit), logLik = as.numeric(logLik(fit)), sigma = sigma(fit),
         random = list(term1 = components$var1, term2 = components$var2, covariance = components$vcov),
         coef_names = names(fixef(fit)), beta = unname(fixef(fit)), se = unname(sqrt(diag(as.matrix(vcov(fit))))),
         beta_vcov = unname(as.matrix(vcov(fit))), fitted = unname(fitted(fit))), extra)
}
basis_of <- function(x, degree) {
  basis <- poly(x, degree)
  list(degree = degree, rows = length(x), alpha = arr(attr(basis, "coefs")$alpha), norm2 = arr(attr(basis, "coefs")$norm2),
       values_at = list(x = sort(unique(x)), columns = unname(t(unclass(predict(basis, sort(unique(x)))))[seq_len(degree), ])))
}

two_arm <- read_case("two_arm.csv")
diary <- read_case("diary.csv")
complete <- diary[!is.na(diary$score), ]
all_rows <- "poly sees every row of the file (144): R evaluates it before rows with a missing score are dropped"
used_rows <- "poly sees only the rows that enter the fit (135); same fit, other coefficients"
cases <- list(
  case("offset_two_arm", two_arm, "two_arm.csv", "AVAL ~ offset(BASE) + SEX + ARM * VISIT + (1 | ID)",
       "the same coefficients as CHG without the offset"),
  case("offset_two_arm_and_covariate", two_arm, "two_arm.csv", "AVAL ~ offset(BASE) + BASE + ARM * VISIT + (1 | ID)",
       "the coefficient of BASE is that of a model without the offset minus 1"),
  case("offset_expression", diary, "diary.csv", "score ~ offset(0.1 * day) + arm * day + (day | id)"),
  case("offset_diary", diary, "diary.csv", "score ~ offset(day) + arm + (1 | id)"),
  case("poly_all_rows", diary, "diary.csv", "score ~ arm * poly(day, 2) + (1 | id)", all_rows,
       list(basis = basis_of(diary$day, 2))),
  case("poly_used_rows", complete, "diary.csv", "score ~ arm * poly(day, 2) + (1 | id)", used_rows,
       list(basis = basis_of(complete$day, 2))),
  case("poly_slope_used_rows", complete, "diary.csv", "score ~ arm + poly(day, 3) + (day | id)", used_rows,
       list(basis = basis_of(complete$day, 3))),
  case("poly_raw", complete, "diary.csv", "score ~ arm * poly(day, 2, raw = TRUE) + (1 | id)",
       "columns day and day^2; same fit as poly_used_rows"),
  case("square", complete, "diary.csv", "score ~ arm * (day + I(day^2)) + (1 | id)", "same fit as poly_raw"),
  case("poly_ml", complete, "diary.csv", "score ~ arm * poly(day, 2) + (1 | id)", used_rows, reml = FALSE)
)
stopifnot(abs(cases[[5]]$sigma - cases[[6]]$sigma) < 1e-6)
write_case(list(
  id = "offset_poly", software = software("lme4"),
  tolerance = "beta, se: 1e-6 relative (lme4's theta about 1e-7); the basis: 1e-12",
  note = paste("poly(x, d): column k is p_k(x) / sqrt(norm2[k + 2]) with p_0 = 1, p_1 = x - alpha[1],",
               "p_k+1 = (x - alpha[k + 1]) p_k - norm2[k + 2] / norm2[k + 1] p_k-1, over the rows said in `note`;",
               "norm2 starts with 1 and the number of rows. REML values of the all-rows and used-rows fits differ by the",
               "scale of the columns (half log of the determinant), ML values do not."),
  models = cases))
