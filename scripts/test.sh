#!/usr/bin/env bash
# Installs what is missing, builds, starts a throw-away PostgreSQL, runs the tests.
#   scripts/test.sh [LABEL...]    only the tests with one of these labels
# Labels: unit property store sync server engine models ui e2e fuzz tidy deploy deploy-long bench
# FILM_PRESET chooses the build (default ci; dev is another; scripts/sanitize.sh has its own).
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ "${1:-}" == --help ]]; then
    sed -n '2,5s/^# \{0,1\}//p' "$0"
    exit 0
fi
preset=${FILM_PRESET:-ci}

scripts/install_dependencies.sh
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"

# One more than there are processors: the drills of operations wait most of their time.
arguments=(--test-dir "build/$preset" --parallel "$(($(nproc) + 1))" --output-on-failure --no-tests=error)
if (($#)); then
    pattern=$(IFS='|'; echo "$*")
    arguments+=(--label-regex "^($pattern)$")
else
    arguments+=(--label-exclude '^(bench|deploy-long)$')
fi
exec scripts/with_postgres.sh ctest "${arguments[@]}"
