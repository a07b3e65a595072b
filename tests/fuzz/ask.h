// SPDX-License-Identifier: MIT
// What every entry point promises, whatever it is given: an answer that is JSON, or an Error with a code and words.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/error.h"
#include "base/json_reader.h"

namespace fatigue::fuzz {

/// Runs `ask`; stops the fuzzer where neither promise is kept. Any other exception ends it by itself.
template <class Ask>
void MustAnswer(Ask ask) {
  try {
    const std::string answer = ask();
    if (Json::accept(answer)) return;
    std::fprintf(stderr, "the answer is not JSON: %.300s\n", answer.c_str());
  } catch (const Error& error) {
    if (!error.code().empty() && error.what()[0] != '\0') return;
    std::fprintf(stderr, "an error without code or words\n");
  }
  std::abort();
}

}  // namespace fatigue::fuzz
