# SPDX-License-Identifier: MIT
# Area under the curve per day, reliable change and study days in base R: the numbers of tests/unit/derived_test.cpp.
# Rscript tests/reference/make/derived.R

# Trapezium rule over the days there are, per day of the time they span.
auc_per_day <- function(day, y) {
  keep <- !is.na(y)
  day <- day[keep]
  y <- y[keep]
  order_ <- order(day)
  day <- day[order_]
  y <- y[order_]
  sum(diff(day) * (head(y, -1) + tail(y, -1)) / 2) / (max(day) - min(day))
}
cat("auc irregular  ", format(auc_per_day(c(1, 2, 4, 8, 15), c(7.5, 6, 6.25, 3, 4)), digits = 17), "\n")
cat("auc gap        ", format(auc_per_day(c(1, 2, 4, 8, 15), c(7.5, NA, 6.25, 3, NA)), digits = 17), "\n")
# The same by exact integration of the interpolating lines.
f <- approxfun(c(1, 2, 4, 8, 15), c(7.5, 6, 6.25, 3, 4))
pieces <- mapply(function(a, b) integrate(f, a, b)$value, c(1, 2, 4, 8), c(2, 4, 8, 15))
cat("auc integrate  ", format(sum(pieces) / 14, digits = 17), "\n")

baseline <- c(50, 47, 61, 39, 44, 58, 52, 49)
reliability <- 0.89
threshold <- 1.96 * sd(baseline) * sqrt(2 * (1 - reliability))
cat("sd             ", format(sd(baseline), digits = 17), "\n")
cat("reliable change", format(threshold, digits = 17), "\n")

date <- as.Date(c("1900-01-01", "1970-01-01", "2000-02-29", "2024-02-29", "2024-03-01", "2100-12-31", "1969-12-31"))
print(data.frame(date = format(date), days = as.numeric(date)))
