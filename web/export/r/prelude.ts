// SPDX-License-Identifier: MIT
/** The functions every R script starts with. R of any version from 4.0; only base R. */
export const prelude = String.raw`
# ---- functions -----------------------------------------------------------------------------------------------------
# A trial's file as text, missing cells as NA.
read_trial_file <- function(name, sep = ",", encoding = "UTF-8", missing = c("NA", "N/A", "NaN", "."),
                            codes = list()) {
  d <- read.csv(file.path(folder, name), sep = sep, colClasses = "character", check.names = FALSE,
                na.strings = c("", missing), fileEncoding = encoding, strip.white = TRUE)
  # Codes for missing are those of their column alone: 999 may be a participant.
  for (column in names(codes)) {
    same_number <- suppressWarnings(as.numeric(d[[column]])) %in% suppressWarnings(na.omit(as.numeric(codes[[column]])))
    d[[column]][d[[column]] %in% codes[[column]] | same_number] <- NA
  }
  d
}
# Text as numbers; what is not a number stops the script.
as_number <- function(text, decimal = ".") {
  number <- suppressWarnings(as.numeric(sub(decimal, ".", text, fixed = TRUE)))
  bad <- !is.na(text) & is.na(number)
  if (any(bad)) stop("not a number: ", paste(unique(text[bad]), collapse = ", "))
  number
}
# Visits are compared as numbers where they are numbers: "07" is "7".
visit_key <- function(text) {
  number <- suppressWarnings(as.numeric(text))
  ifelse(is.na(number), text, vapply(number, format, "", trim = TRUE, digits = 15))
}
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
# Rows of the model: the visits analysed, complete.
model_rows <- function(d, visits, response, covariates) {
  d <- d[d$visit %in% visit_key(visits), ]
  d$visit <- factor(d$visit, levels = visit_key(visits))
  d$id <- factor(d$id)
  d[complete.cases(d[, c("id", "arm", "visit", response, covariates)]), ]
}
# One row of the comparison: this program's number beside the calculator's.
compared <- data.frame()
compare <- function(outcome, what, r, calculator) {
  compared <<- rbind(compared, data.frame(outcome = outcome, what = what, R = r, calculator = calculator,
                                          relative = abs(r - calculator) / pmax(abs(calculator), 1e-300)))
}
has <- function(package) requireNamespace(package, quietly = TRUE)
`.trim();
