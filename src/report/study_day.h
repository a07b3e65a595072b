// SPDX-License-Identifier: MIT
// Dates as numbers and study days. A date is a number of days since 1970-01-01; a time of day is a part of a day, and
// is not counted.
#pragma once

#include <string>

namespace fatigue {

/// Whether a date lies in the years 1900 to 2100; others are slips of the pen or of reading.
bool IsPossibleDate(double date);

/// Study day of `date`: date - start, where the start itself is day `day_of_start`: 0, or 1, and then the day before is
/// day -1 and there is no day 0 (as CDISC counts).
double StudyDay(double date, double start, int day_of_start);

/// "2024-03-05".
std::string DateText(double date);

}  // namespace fatigue
