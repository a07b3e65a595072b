// SPDX-License-Identifier: MIT
// Errors as JSON: InputError of web/contract/report.ts.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/error.h"

namespace fatigue {

/// {code, message, detail}: detail has the first place's file, row, column and value (those that are known), the
/// remedy, and `places` when there is more than one.
nlohmann::ordered_json ErrorToJson(const Error& error);

/// The exception being handled as JSON text, whatever it is; call it inside a catch block. Never throws but for memory.
std::string CurrentExceptionJson();

}  // namespace fatigue
