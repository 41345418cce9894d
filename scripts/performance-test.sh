#!/usr/bin/env bash
# Asks a running server's HTTP side as fast as it answers, and holds what comes out against the floors.
#   scripts/performance-test.sh URL [--seconds N] [--connections N] [--path PATH] [--json]
#     --seconds 10, --connections 50, --path /api/v1/openapi.json
# Floors: more than 1,000 answers a second, p95 under 500 ms, errors under 0.1 %. The server's own limit
# (--requests-per-minute) has to be out of the way. Never against a server in service at the wrong hour.
# The benchmarks of sync are in scripts/bench.sh. Exit code: 0 above the floors, 1 below, 2 not understood,
# 77 wrk is not installed.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/lib/operations.sh"

url=
seconds=10
connections=50
path=/api/v1/openapi.json
json=
while (($#)); do
    case $1 in
        http://* | https://*) url=${1%/} ;;
        --seconds) seconds=${2:?--seconds needs a number}; shift ;;
        --connections) connections=${2:?--connections needs a number}; shift ;;
        --path) path=${2:?--path needs one}; shift ;;
        --json) json=yes ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
[[ -n $url && $seconds =~ ^[1-9][0-9]*$ && $connections =~ ^[1-9][0-9]*$ ]] || misuse "a URL, and numbers"
command -v wrk >/dev/null || die "wrk is not installed" 77
if [[ -n $dry_run ]]; then
    echo "would ask $url$path over $connections connections for $seconds s"
    exit 0
fi
report=$(mktemp)
script=$(mktemp)
trap 'rm -f "$report" "$script"' EXIT
cat >"$script" <<'LUA'
done = function(summary, latency)
    local e = summary.errors
    io.stderr:write(string.format("%.1f %.3f %.3f %.3f %d %d\n", summary.requests / (summary.duration / 1e6),
        latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
        summary.requests, e.connect + e.read + e.write + e.status + e.timeout))
end
LUA
wrk -t 2 -c "$connections" -d "${seconds}s" -s "$script" "$url$path" 2>"$report" >/dev/null || die "wrk failed: $(<"$report")"
read -r rate p50 p95 p99 requests errors < <(tail -n 1 "$report")
if [[ -n $json ]]; then
    printf '{"requests_per_second":%s,"p50_ms":%s,"p95_ms":%s,"p99_ms":%s,"requests":%s,"errors":%s}\n' \
        "$rate" "$p50" "$p95" "$p99" "$requests" "$errors"
else
    printf '%s requests a second, p50 %s ms, p95 %s ms, p99 %s ms; %s of %s failed\n' "$rate" "$p50" "$p95" "$p99" "$errors" "$requests"
fi
awk -v r="$rate" -v p="$p95" -v n="$requests" -v e="$errors" \
    'BEGIN { exit !(r > 1000 && p < 500 && n > 0 && e / n < 0.001) }' || die "below the floors"
