#!/usr/bin/env bash
# The drill of a lost database machine: assess, tell, recover, verify; prints the measured RPO and RTO.
#   scripts/disaster-drill.sh [--long] [--changes N] [--archive-timeout SECONDS]
# It makes a database, devices and backups of its own and destroys those: nothing that is in service is
# touched, so it can run anywhere, monthly. --long: a million changes. The steps are those of
# docs/runbooks/restore.md. Exit code: 0 holds, 1 does not, 2 not understood, 77 cannot run here.
set -euo pipefail
[[ "${1:-}" != --help ]] || { awk 'NR > 1 { if (!/^#/) exit; sub(/^# ?/, ""); print }' "$0"; exit 0; }
exec python3 "$(dirname "$(readlink -f "$0")")/../tests/drills/disaster.py" "$@"
