#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Fuzzes the core's entry points under the address and undefined-behaviour sanitizers, each for some seconds (default 60):
#   tests/fuzz/run.sh [SECONDS [FUZZER...]]
# Needs clang with its runtime libraries. What it finds is written to build/fuzz/crash-*, and run again alone with
#   build/fuzz/tests/fuzz/plan_fuzz build/fuzz/crash-...
# The corpus grows in build/fuzz/corpus.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds="${1:-60}"
fuzzers=("${@:2}")
[[ ${#fuzzers[@]} -gt 0 ]] || fuzzers=(plan_fuzz table_fuzz request_fuzz)

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz -j "$(nproc)"
for fuzzer in "${fuzzers[@]}"; do
  corpus="build/fuzz/corpus/$fuzzer"
  mkdir -p "$corpus"
  echo "== $fuzzer, $seconds s"
  "build/fuzz/tests/fuzz/$fuzzer" "$corpus" "tests/fuzz/seeds/$fuzzer" -dict=tests/fuzz/json.dict -max_total_time="$seconds" \
    -max_len=8192 -timeout=25 -rss_limit_mb=3000 -artifact_prefix=build/fuzz/ -print_final_stats=1 2>&1 |
    cut -c1-300 | grep -vE '^#[0-9]+\s+(REDUCE|NEW|pulse)' || exit 1
done
