#!/usr/bin/env bash
# Simulated sets, networks and servers, by seed (docs/protocol.md, "How it is proved").
#   scripts/simulate.sh --seeds 200000         a night's worth
#   scripts/simulate.sh --seed 4711            one again, with its last events
#   scripts/simulate.sh --shrink 4711          as a trace for tests/fixtures/simulation
set -euo pipefail
if [[ ${1:-} == --help ]]; then
    sed -n '2,5s/^# \{0,1\}//p' "$0"
    exit 0
fi
cd "$(dirname "$0")/.."
cmake --preset bench >/dev/null
cmake --build --preset bench --target filmtracker-simulate >/dev/null
exec build/bench/bin/filmtracker-simulate "$@"
