// SPDX-License-Identifier: MIT
// The report as JSON: the shape of web/contract/report.ts, to the letter.
#pragma once

#include "base/json_reader.h"
#include "report/report.h"

namespace fatigue {

/// Every number at full precision; NaN and infinity become null. `elapsedMs` is left to the caller.
Json ReportToJson(const Report& report);

}  // namespace fatigue
