// SPDX-License-Identifier: MIT
// How messages name places and lists, so that every check reads alike.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"

namespace fatigue {

/// "diary.csv, row 5, column dfs: 12", leaving out what the place does not have.
std::string FullText(const Place& place);

/// "row 5, column dfs: 12": the place within its file.
std::string ShortText(const Place& place);

/// "a, b, c", or "a, b, c and 4 more" beyond `most`.
std::string Listed(const std::vector<std::string>& items, std::size_t most = 6);

/// "1 row", "3 rows".
std::string Counted(std::size_t count, const std::string& singular, const std::string& plural);

/// ASCII letters in lower case; other letters stay.
std::string Lowercase(std::string text);

}  // namespace fatigue
