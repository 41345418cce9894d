#!/usr/bin/env bash
# Kills, cuts and storms with real processes (tests/e2e/README.md). Starts its own PostgreSQL.
#   scripts/drill.sh [--short|--long] [--seed N] [--database postgresql|sqlite] [K1 K2 ...]
# FILM_PRESET chooses the build (default ci).
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ "${1:-}" == --help ]]; then
    sed -n '2,4s/^# \{0,1\}//p' "$0"
    exit 0
fi
preset=${FILM_PRESET:-ci}
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset" --target filmtracker-drill >/dev/null
exec "build/$preset/bin/filmtracker-drill" "$@"
