// SPDX-License-Identifier: MIT
#include "report/study_day.h"

#include <cmath>
#include <cstdio>

#include "table/table.h"

namespace fatigue {

bool IsPossibleDate(double date) {
  constexpr double kFirst = -25567;  // 1900-01-01
  constexpr double kLast = 47846;    // 2100-12-31
  return std::floor(date) >= kFirst && std::floor(date) <= kLast;
}

double StudyDay(double date, double start, int day_of_start) {
  const double days = std::floor(date) - std::floor(start);
  return day_of_start == 1 && days >= 0 ? days + 1 : days;
}

std::string DateText(double date) {
  if (!(std::fabs(date) < 1e8)) return NumberText(date);
  // Eras of 400 years from 0000-03-01 on, in which every month but the last of the year has a fixed place.
  const long long day = static_cast<long long>(std::floor(date)) + 719468;
  const long long era = (day >= 0 ? day : day - 146096) / 146097;
  const long long of_era = day - era * 146097;
  const long long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const long long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long long month_from_march = (5 * of_year + 2) / 153;
  const long long of_month = of_year - (153 * month_from_march + 2) / 5 + 1;
  const long long month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const long long year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  char buffer[80];
  std::snprintf(buffer, sizeof buffer, "%04lld-%02lld-%02lld", year, month, of_month);
  return buffer;
}

}  // namespace fatigue
