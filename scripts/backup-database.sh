#!/usr/bin/env bash
# Makes a backup of the PostgreSQL cluster with pgBackRest, and tells Prometheus when.
#   scripts/backup-database.sh [full|diff|incr] [--dry-run]
# Without a word: incr; pgBackRest makes a full one where there is none yet. A new stanza is created. The
# timers of deploy/systemd call it: incr every six hours, diff each day, full each week.
# Exit code: 0 made, 1 not, 2 not understood, 3 another one is running.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/lib/operations.sh"

kind=incr
while (($#)); do
    case $1 in
        full | diff | incr) kind=$1 ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
load_environment
only_one backup

database_answers || die "PostgreSQL does not answer on $FILM_PG_SOCKET:$FILM_PG_PORT"
if ! backrest info --output=json | jq -e '.[0].status.code == 0 or .[0].status.code == 2' >/dev/null; then
    change backrest stanza-create
fi
# Archiving has to work first: a backup without the log around it cannot be restored.
change backrest check
begun=$(date +%s)
change backrest --type="$kind" backup
[[ -z $dry_run ]] || exit 0
# What it says itself, and not that the command returned.
newest=$(backrest info --output=json | jq -r '[.[].backup[] | select(.error != true) | .timestamp.stop] | max // 0')
((newest >= begun)) || die "no backup from this run is listed"
label=$(backrest info --output=json | jq -r '.[0].backup[-1] | "\(.label), \(.info.repository.delta) bytes written"')
put_figure filmtracker_backup filmtracker_backup_last_success_timestamp_seconds \
    "End of the newest backup of the database." "$newest"
say "made $label in $(($(date +%s) - begun)) s"
