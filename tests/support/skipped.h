// SPDX-License-Identifier: MIT
// The one table of stored results that are not compared, with the reason.
#pragma once

#include <string>

#include "support/comparison.h"

namespace fatigue::test {

/// Is the block where `comparison` stands in the table? The reason goes to the record.
bool IsSkipped(const Comparison& comparison);

}  // namespace fatigue::test
