// SPDX-License-Identifier: MIT
/** The functions with which an R script reads files as the calculator does. Base R from 4.0; readxl for workbooks. */
export const readingFunctions = String.raw`
# Texts are compared and split as UTF-8, whatever the computer's language.
for (locale in c("C.UTF-8", "en_US.UTF-8", "UTF-8"))
  if (!isTRUE(l10n_info()[["UTF-8"]])) suppressWarnings(Sys.setlocale("LC_CTYPE", locale))
has <- function(package) requireNamespace(package, quietly = TRUE)
# A delimited file as text cells, whatever its encoding and line ends; blank lines are left out.
text_cells <- function(path, sep, encoding, skip = 0) {
  text <- iconv(list(readBin(path, "raw", file.size(path))), encoding, "UTF-8")
  if (is.na(text)) stop(path, " is not in the encoding ", encoding)
  if (startsWith(text, "\ufeff")) text <- substring(text, 2)
  text <- gsub("\r", "\n", gsub("\r\n", "\n", text, fixed = TRUE), fixed = TRUE)
  if (skip > 0) text <- sub(sprintf("^([^\n]*\n){%d}", as.integer(skip)), "", text)
  if (grepl("^sep=.\n", substr(text, 1, 6), ignore.case = TRUE)) text <- substring(text, 7)
  copy <- tempfile(fileext = ".csv")
  on.exit(unlink(copy))
  writeBin(charToRaw(enc2utf8(paste0(text, "\n"))), copy)
  width <- max(count.fields(copy, sep = sep, quote = "\"", comment.char = ""), na.rm = TRUE)
  read.table(copy, sep = sep, quote = "\"", comment.char = "", colClasses = "character", na.strings = character(0),
             fill = TRUE, col.names = paste0("V", seq_len(width)), encoding = "UTF-8")
}
# A sheet of a workbook as text cells; the first sheet where it has no name.
sheet_cells <- function(path, sheet, skip = 0) {
  if (!has("readxl")) stop("reading ", basename(path), " needs the package readxl: install.packages(\"readxl\"); or ",
                           "save its sheet ", sheet, " as CSV and name that file in this script")
  cells <- readxl::read_excel(path, sheet = if (sheet == "") NULL else sheet, col_names = FALSE, col_types = "text",
                              skip = skip, .name_repair = "minimal")
  cells <- as.data.frame(cells)
  names(cells) <- paste0("V", seq_along(cells))
  cells[is.na(cells)] <- ""
  cells
}
# A trial's file as text, missing cells as NA. The first row that is not empty has the names of the columns.
read_trial_file <- function(name, sep = ",", encoding = "UTF-8", decimal = ".", missing = character(0), codes = list(),
                            sheet = NULL, instrument = NULL, skip = 0, expected = NA, not_data = integer(0)) {
  path <- file.path(folder, name)
  if (!file.exists(path)) stop(path, " is not there")
  cells <- if (is.null(sheet)) text_cells(path, sep, encoding, skip) else sheet_cells(path, sheet, skip)
  cells[] <- lapply(cells, trimws, whitespace = "[\\h\\v]")
  cells <- cells[rowSums(cells != "") > 0, , drop = FALSE]
  header <- gsub("[[:space:]]+", " ", unlist(cells[1, ], use.names = FALSE))
  d <- cells[-1, , drop = FALSE]
  # Totals and remarks beside the data.
  if (length(not_data) > 0) d <- d[-not_data, , drop = FALSE]
  names(d) <- ifelse(header == "", paste0("column_", seq_along(header)), header)
  d <- d[, header != "" | colSums(d != "") > 0, drop = FALSE]
  rownames(d) <- NULL
  if (!is.null(instrument)) {
    own <- which(gsub("[^a-z]", "", tolower(names(d))) %in% c("redcaprepeatinstrument", "repeatinstrument"))[1]
    d <- d[tolower(d[[own]]) %in% tolower(instrument), , drop = FALSE]
  }
  # Codes for missing are those of their column alone: 999 may be a participant.
  for (column in names(d)) {
    own <- c(missing, codes[[column]])
    same_number <- to_number(d[[column]], decimal) %in% na.omit(to_number(codes[[column]], "."))
    d[[column]][tolower(d[[column]]) %in% c("", tolower(own)) | same_number] <- NA
  }
  count(paste("rows of", name), nrow(d), expected)
  d
}
# Tables with the same columns, one under the other, and a column with the visit that each is of, where it is of one.
# Identifiers that are of different people in different parts begin with the prefix of their part.
stack_parts <- function(visit, visits, parts, expected = NA, id = NULL, prefixes = NULL) {
  labelled <- lapply(seq_along(parts), function(i) {
    part <- parts[[i]][, names(parts[[1]]), drop = FALSE]
    if (!is.null(id)) part[[id]] <- ifelse(is.na(part[[id]]), NA, paste0(prefixes[[i]], part[[id]]))
    if (!is.null(visit)) part[[visit]] <- rep(visits[[i]], nrow(part))
    part
  })
  d <- do.call(rbind, unname(labelled))
  count("rows put together", nrow(d), expected)
  d
}
# Text as numbers, with thousands separators; what is not a number is NA.
to_number <- function(text, decimal = ".", grouped = TRUE) {
  text <- sub("^\u2212", "-", as.character(text))
  if (grouped) text <- gsub("[ '\u2019\u00a0\u2009\u202f]", "", text)
  if (grouped) text <- gsub(if (decimal == ",") "." else ",", "", text, fixed = TRUE)
  text <- sub(decimal, ".", text, fixed = TRUE)
  text[!grepl("^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$", text)] <- NA
  as.numeric(text)
}
# The same, and what is not a number stops the outcome.
as_number <- function(text, decimal = ".") {
  number <- to_number(text, decimal)
  bad <- !is.na(text) & is.na(number)
  if (any(bad)) stop("not a number: ", paste(unique(text[bad]), collapse = ", "))
  number
}
# The number in labels such as "1 - Never" and "Never (1)", and of percents.
label_number <- function(text) {
  percent <- grepl("^[0-9]{1,3}([.,][0-9]{1,2})? *%$", text)
  text[percent] <- sub(",", ".", sub(" *%$", "", text[percent]), fixed = TRUE)
  number <- sub("^([0-9]+)[^0-9]*$", "\\1", sub("^[^0-9]+[[(] *([0-9]+) *[])]$", "\\1", text))
  as_number(number)
}
# Identifiers without case, leading zeros, blanks and punctuation; numbers stay apart, as 1-11 and 11-1 are two.
plain_id <- function(id) {
  plain <- gsub("(?<![0-9])0+(?=[0-9])", "", tolower(id), perl = TRUE)
  plain <- gsub("(?<=[0-9])[^\\p{L}\\p{N}]+(?=[0-9])", "-", plain, perl = TRUE)
  plain <- gsub("[^\\p{L}\\p{N}-]+|-(?![0-9])|(?<![0-9])-", "", plain, perl = TRUE)
  ifelse(is.na(plain) | plain == "", id, plain)
}
# The same, and as in the list of participants where one of both is nothing but the one number in the other.
number_id <- function(id, listed) {
  id <- plain_id(id)
  one <- "^[^0-9]*([0-9]+)[^0-9]*$"
  number_in <- function(id) ifelse(grepl(one, id), sub(one, "\\1", id), NA)
  other <- listed[match(number_in(id), number_in(listed), incomparables = NA)]
  is_bare <- function(id) grepl("^[0-9]+$", id)
  ifelse(!is.na(other) & (is_bare(id) | is_bare(other)), other, id)
}
# A participant's value, wherever among the rows it stands.
first_known <- function(id, value) value[!is.na(value)][match(id, id[!is.na(value)])]
# The arm of a REDCap event: "week_4_arm_2" is of Arm 2, "Week 4 (Arm 2: Drug)" of Drug.
arm_of_event <- function(event) {
  number <- sub("^.*_arm_([0-9]+[a-z]?)$", "Arm \\1", event)
  ifelse(number != event, number, sub("^.* \\(Arm [0-9]+: (.*)\\)$", "\\1", event))
}
# Visits are compared as numbers where they are numbers: "07" is "7".
visit_key <- function(text, decimal = ".") {
  known <- unique(as.character(text))
  number <- to_number(known, decimal, grouped = FALSE)
  key <- ifelse(is.na(number), known, vapply(number, format, "", trim = TRUE, digits = 15))
  key[match(text, known)]
}
`.trim();
