#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing: `setup.sh build` for building and serving, `setup.sh test` for running the tests as well.
# Silent and quick when nothing is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

goal="${1:-build}"
emcc_minimum="3.1.6"
packages=()

# need PACKAGE TEST...: notes the package when the test fails.
need() {
  local package="$1"
  shift
  "$@" >/dev/null 2>&1 || packages+=("$package")
}
command_exists() { command -v "$1"; }
header_exists() {
  local folder
  for folder in /usr/include /usr/local/include /usr/include/eigen3 /usr/local/include/eigen3; do
    [[ -e "$folder/$1" ]] && return 0
  done
  return 1
}
firefox_exists() { [[ -n "${FIREFOX:-}" ]] || command -v firefox-esr || command -v firefox; }
chromium_exists() { [[ -n "${CHROMIUM:-}" ]] || command -v chromium; }

find_missing() {
  packages=()
  need emscripten command_exists emcc
  need python3 python3 -c 'import lzma'
  need cmake command_exists cmake
  need ninja-build command_exists ninja
  need libeigen3-dev header_exists Eigen/Dense
  need nlohmann-json3-dev header_exists nlohmann/json.hpp
  need libboost1.81-dev header_exists boost/math/distributions/students_t.hpp
  if [[ "$goal" == test ]]; then
    need g++ command_exists g++
    need catch2 header_exists catch2/catch.hpp
    need chromium chromium_exists
    need firefox-esr firefox_exists
    need webkit2gtk-driver command_exists WebKitWebDriver
    need xvfb command_exists Xvfb
    need clang-format command_exists clang-format
  fi
}

install_packages() {
  local root=()
  if [[ "$(id -u)" -ne 0 ]]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      root=(sudo -n)
    else
      refuse "these packages are missing and need root to install"
    fi
  fi
  command -v apt-get >/dev/null || refuse "these Debian packages, or their like on your system, are missing"
  echo "Installing ${packages[*]}"
  keep_node "${root[@]}"
  "${root[@]}" apt-get update -q
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}"
}

# Debian's emscripten brings Debian's nodejs, which is too old and would be written over a /usr/bin/node that came from
# elsewhere than a package. A diversion sends the packaged one to another name.
keep_node() {
  [[ "$(command -v node)" == /usr/bin/node || "$(command -v node)" == /bin/node ]] || return 0
  dpkg-query -S /usr/bin/node >/dev/null 2>&1 && return 0
  "$@" dpkg-divert --quiet --local --divert /usr/bin/node.debian --no-rename --add /usr/bin/node
}

refuse() {
  echo "$1. Run:" >&2
  echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages[*]}" >&2
  exit 1
}

# An emcc that is on the PATH is used, whichever it is, if it is new enough. Asked once for each emcc.
check_emcc() {
  local emcc stamp version
  emcc="$(command -v emcc)"
  stamp="build/stamps/emcc"
  local identity
  identity="$emcc $(stat -L -c %Y "$emcc")"
  [[ -f "$stamp" && "$(cat "$stamp")" == "$identity" ]] && return
  version="$(emcc --version | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1)"
  if [[ "$(printf '%s\n' "$emcc_minimum" "$version" | sort -V | head -n 1)" != "$emcc_minimum" ]]; then
    echo "$emcc is version $version; $emcc_minimum or newer is needed" >&2
    exit 1
  fi
  mkdir -p build/stamps
  echo "$identity" >"$stamp"
}

check_node() {
  local major
  major="$(node -p 'process.versions.node.split(".")[0]')"
  if [[ "$major" -lt 20 ]]; then
    echo "Node $(node --version) is too old; version 20 or newer is needed" >&2
    exit 1
  fi
}

check_node
find_missing
if [[ ${#packages[@]} -gt 0 ]]; then
  install_packages
  hash -r
  find_missing
  if [[ ${#packages[@]} -gt 0 ]]; then
    echo "still missing after installation: ${packages[*]}" >&2
    exit 1
  fi
fi
check_emcc

# npm writes node_modules/.package-lock.json last, so it is there and newer than the lock file when all is installed.
if [[ ! -e node_modules/.package-lock.json || package-lock.json -nt node_modules/.package-lock.json ]]; then
  echo "Installing npm dependencies"
  npm ci --no-audit --no-fund
  touch node_modules/.package-lock.json
fi
