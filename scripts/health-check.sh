#!/usr/bin/env bash
# Says whether everything that should run does, one line for each thing.
#   scripts/health-check.sh [--quiet]
#     --quiet   only what is wrong
# Looks at the servers that run, the balancer, the database, the archive, the backups and the disks.
# Exit code: 0 all well, 1 something is wrong, 2 not understood.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/lib/operations.sh"

quiet=
while (($#)); do
    case $1 in
        --quiet) quiet=yes ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
load_environment

wrong=0
good() { [[ -n $quiet ]] || printf 'ok    %-12s %s\n' "$1" "$2"; }
bad() {
    printf 'WRONG %-12s %s\n' "$1" "$2"
    wrong=1
}

servers=0
for file in "$FILM_CONFIG"/server.conf "$FILM_CONFIG"/*.env; do
    [[ -e $file ]] || continue
    name=$(basename "$file")
    name=${name%.*}
    [[ $name != operations ]] || continue
    is_running "$name" 2>/dev/null || continue
    servers=$((servers + 1))
    answer=$(curl -sS -m 3 "http://$(http_of "$name")/health/ready" 2>&1 || true)
    if is_ready "$name"; then
        good "$name" "ready on $(listen_of "$name")"
        case $answer in
            *'"redis":true'*) good cache "Redis answers $name" ;;
            *'"redis":false'*) bad cache "$name does without Redis: $answer" ;;
        esac
    else
        bad "$name" "not ready: $answer"
    fi
done
((servers)) || bad servers "none runs"
active=$(cat "$FILM_STATE/active" 2>/dev/null || true)
if [[ -n $active ]] && ! is_enabled "$active"; then
    bad "$active" "serves, and a reboot would not start it: systemctl enable $(unit_of "$active")"
fi

case $FILM_BALANCER in
    haproxy)
        if up=$(haproxy_says 'show stat' 2>/dev/null |
            awk -F, '$1 == "filmtracker_sync" && $2 ~ /^s/ && $18 ~ /^UP/ {n++} END {print n + 0}'); then
            if ((up)); then good balancer "$up servers up"; else bad balancer "HAProxy has no server"; fi
        else
            bad balancer "HAProxy does not answer on $FILM_HAPROXY_SOCKET"
        fi ;;
    nginx)
        if pgrep -f "nginx: master" >/dev/null; then good balancer "nginx runs"; else bad balancer "nginx does not run"; fi ;;
esac

if database_answers; then
    good database "$(ask_database "SELECT CASE WHEN pg_is_in_recovery() THEN 'standby' ELSE 'primary' END || ', ' || count(*) || ' connections' FROM pg_stat_activity WHERE backend_type = 'client backend'")"
    waiting=$(ask_database "SELECT COALESCE(EXTRACT(EPOCH FROM now() - min(modification)), 0)::int FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready'" || echo -1)
    if ((waiting > 900)); then bad archive "a segment waits for $waiting s"; else good archive "nothing waits longer than $waiting s"; fi
    standbys=$(ask_database "SELECT COALESCE(string_agg(application_name || ' ' || state || ' ' || COALESCE(pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)), '?') || ' behind', ', '), 'none') FROM pg_stat_replication WHERE NOT pg_is_in_recovery()")
    late=$(ask_database "SELECT count(*) FROM pg_stat_replication WHERE NOT pg_is_in_recovery() AND (state NOT IN ('streaming', 'backup') OR COALESCE(replay_lag, '0') > interval '60 s')")
    if ((late)); then bad standbys "$standbys"; else good standbys "$standbys"; fi
elif [[ $FILM_DATABASE == sqlite:* ]]; then
    good database "a file: ${FILM_DATABASE#sqlite:}"
else
    bad database "does not answer on $FILM_PG_SOCKET:$FILM_PG_PORT"
fi

if [[ -r $FILM_PGBACKREST_CONFIG ]]; then
    # Each six hours into the first, each week into the others.
    hours=8
    for repository in $(repositories); do
        newest=$(newest_backup "$repository")
        age=$(($(date +%s) - newest))
        if ((newest == 0)); then
            bad backup "there is none in repository $repository"
        elif ((age > hours * 3600)); then
            bad backup "the newest in repository $repository is $((age / 3600)) h old"
        else
            good backup "the newest in repository $repository is $((age / 60)) min old"
        fi
        hours=$((8 * 24))
    done
fi

while read -r percent where; do
    if ((${percent%\%} > 85)); then bad disk "$where is $percent full"; else good disk "$where is $percent full"; fi
done < <(df --output=pcent,target -x tmpfs -x devtmpfs -x overlay -x squashfs 2>/dev/null | tail -n +2 | sort -u -k2)
exit "$wrong"
