#!/usr/bin/env bash
# Builds the benchmarks (preset bench: a release) and runs them with a throw-away PostgreSQL beside
# them. How to read what they print: docs/benchmarks.md. Leave the machine alone meanwhile.
#   scripts/bench.sh [NAME...] [-- OPTION...]    all, or only some: entries rules save first_sync cold_start
#                                                crew_grid idle storm fan_out api; peer only when named: npm fetches its
#                                                other side
#   scripts/bench.sh save -- --rounds 9 --json
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ "${1:-}" == --help ]]; then
    sed -n '2,6s/^# \{0,1\}//p' "$0"
    exit 0
fi
names=()
while (($#)) && [[ $1 != -- ]]; do
    names+=("$1")
    shift
done
(($#)) && shift
((${#names[@]})) || names=(save first_sync rules entries cold_start crew_grid idle storm fan_out api)

cmake --preset bench >/dev/null
targets=("${names[@]/#/bench_}")
[[ " ${names[*]} " == *" peer "* ]] && targets+=(bench_peer_server)
cmake --build --preset bench --target "${targets[@]}" >/dev/null
for name in "${names[@]}"; do
    scripts/with_postgres.sh "build/bench/bin/bench_$name" "$@"
done
