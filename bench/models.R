# SPDX-License-Identifier: MIT
# The R half of bench/models.mjs, which calls it:
#     Rscript bench/models.R data.csv seconds elapsed|cpu tool=formula [tool=formula ...]
# Fits each formula several times in this one process (within the given seconds by tool) and prints, as soon as a tool is
# done, a line of tab-separated fields: tool, median seconds, first run's seconds, runs, logLik; or tool, "no", the reason.
arguments <- commandArgs(TRUE)
data <- read.csv(arguments[1], stringsAsFactors = TRUE, na.strings = c("", "NA"))
budget <- as.numeric(arguments[2])
clock <- function(timing) if (arguments[3] == "cpu") sum(timing[1:2]) else timing[["elapsed"]]
for (name in intersect(c("id", "ID", "USUBJID"), names(data))) data[[name]] <- factor(data[[name]])

need <- function(...) for (package in c(...)) {
  if (!suppressPackageStartupMessages(suppressWarnings(require(package, character.only = TRUE, quietly = TRUE)))) {
    stop(paste(package, "is not installed"), call. = FALSE)
  }
}

# us(visit | id) of a formula in our notation: the fixed part, the visit and the subject.
split_us <- function(text) {
  parts <- regmatches(text, regexec("^(.*) \\+ us\\((\\w+) \\| (\\w+)\\)$", text))[[1]]
  list(fixed = parts[2], visit = parts[3], id = parts[4])
}

by_mmrm <- function(text, ...) {
  need("mmrm")
  data <- data
  model <- as.formula(text)
  function() {
    fit <- mmrm::mmrm(model, data, reml = TRUE, ...)
    summary(fit)
    logLik(fit)
  }
}
by_lmer <- function(text, ddf) {
  need("lme4", "lmerTest", if (identical(ddf, "Kenward-Roger")) "pbkrtest")
  model <- as.formula(text)
  if (is.null(ddf)) return(function() logLik(lme4::lmer(model, data)))
  function() {
    fit <- lmerTest::lmer(model, data)
    summary(fit, ddf = ddf)
    anova(fit, ddf = ddf)
    logLik(fit)
  }
}

tools <- list(
  "mmrm Satterthwaite" = function(text) by_mmrm(text, method = "Satterthwaite"),
  "mmrm Kenward-Roger" = function(text) by_mmrm(text, method = "Kenward-Roger"),
  "lme4" = function(text) by_lmer(text, NULL),
  "lmerTest Satterthwaite" = function(text) by_lmer(text, "Satterthwaite"),
  "pbkrtest Kenward-Roger" = function(text) by_lmer(text, "Kenward-Roger"),
  "nlme::gls" = function(text) {
    need("nlme")
    part <- split_us(text)
    rows <- data[stats::complete.cases(data[all.vars(as.formula(part$fixed))]), ]
    model <- as.formula(part$fixed)
    position <- as.formula(sprintf("~ as.integer(%s) | %s", part$visit, part$id))
    scale <- as.formula(sprintf("~ 1 | %s", part$visit))
    function() {
      logLik(eval(bquote(nlme::gls(.(model), rows, correlation = nlme::corSymm(form = .(position)),
                                   weights = nlme::varIdent(form = .(scale)), method = "REML"))))
    }
  },
  "glmmTMB" = function(text) {
    need("glmmTMB")
    if (grepl("us(", text, fixed = TRUE)) {
      part <- split_us(text)
      model <- as.formula(sprintf("%s + us(0 + %s | %s)", part$fixed, part$visit, part$id))
      return(function() logLik(glmmTMB::glmmTMB(model, data, dispformula = ~0, REML = TRUE)))
    }
    model <- as.formula(text)
    function() logLik(glmmTMB::glmmTMB(model, data, REML = TRUE))
  }
)

for (argument in arguments[-(1:3)]) {
  name <- sub("=.*", "", argument)
  text <- sub("^[^=]*=", "", argument)
  outcome <- tryCatch({
    run <- suppressWarnings(tools[[name]](text))
    seconds <- numeric()
    started <- proc.time()[["elapsed"]]
    setTimeLimit(elapsed = 4 * budget, transient = TRUE)
    repeat {
      timing <- system.time(value <- suppressMessages(suppressWarnings(run())))
      seconds <- c(seconds, clock(timing))
      if (length(seconds) >= 15 || proc.time()[["elapsed"]] - started + seconds[1] > budget) break
    }
    c(median(if (length(seconds) > 2) seconds[-1] else seconds), seconds[1], length(seconds), sprintf("%.10g", value))
  }, error = function(e) c("no", gsub("[\t\n]", " ", conditionMessage(e))))
  setTimeLimit()
  cat(name, outcome, sep = "\t")
  cat("\n")
  flush(stdout())
}
