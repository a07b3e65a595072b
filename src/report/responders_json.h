// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.h"

namespace fatigue {

/// ResponderTable of web/contract/report.ts.
Json ToJson(const ResponderTable& table);

}  // namespace fatigue
