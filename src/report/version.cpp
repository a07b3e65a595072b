// SPDX-License-Identifier: MIT
#include "report/entry.h"

namespace fatigue {

// FATIGUE_VERSION is defined by CMake from package.json.
std::string Version() { return FATIGUE_VERSION; }

}  // namespace fatigue
