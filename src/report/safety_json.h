// SPDX-License-Identifier: MIT
// Side effects as JSON: SafetyTable of web/contract/report.ts.
#pragma once

#include "base/json_reader.h"
#include "report/report.h"

namespace fatigue {

Json ToJson(const SafetyTable& safety);

}  // namespace fatigue
