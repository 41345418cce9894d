#!/usr/bin/env bash
# Collects what somebody needs who is to find out what is wrong, without secrets and without hours.
#   scripts/diagnose-service.sh server|database|balancer|backup|host|all [--output FOLDER] [--minutes N]
#     --output   default: FILM_STATE/diagnosis-TIME; a .tar.gz of it is made beside
#     --minutes  of logs (60)
# Only reads. Passwords, tokens and keys in settings are replaced by "(hidden)"; look through it before
# you send it. Exit code: 0 collected, 1 not, 2 not understood.
set -euo pipefail
scripts=$(dirname "$(readlink -f "$0")")
. "$scripts/lib/operations.sh"

what=
output=
minutes=60
while (($#)); do
    case $1 in
        server | database | balancer | backup | host | all) what=$1 ;;
        --output) output=${2:?--output needs a folder}; shift ;;
        --minutes) minutes=${2:?--minutes needs a number}; shift ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
load_environment
export PGCONNECT_TIMEOUT=5 PGOPTIONS='-c statement_timeout=15s'
[[ -n $what && $minutes =~ ^[0-9]+$ ]] || misuse "server, database, balancer, backup, host or all"
: "${output:=$FILM_STATE/diagnosis-$(date -u +%Y%m%dT%H%M%SZ)}"
mkdir -p "$output"
chmod 700 "$output"

hide() {
    sed -E -e 's#(://[^:/@[:space:]]+):[^@/[:space:]]+@#\1:(hidden)@#g' \
        -e 's#((cipher-pass|key-secret|s3-key|password|passwd|secret|token)[^=:]*[=:][[:space:]]*).+#\1(hidden)#I'
}
# into FILE COMMAND...: what it says, or that it could not be asked
into() {
    local file=$output/$1
    shift
    local -a limit=(timeout 20)
    # A function has limits of its own; `timeout` starts programs only.
    [[ $(type -t "$1") != function ]] || limit=()
    { "${limit[@]}" "$@" 2>&1 || echo "(ended with $?)"; } | hide >>"$file"
}
wants() { [[ $what == "$1" || $what == all ]]; }

into summary.txt "$scripts/health-check.sh"
into summary.txt date -u
if wants server; then
    for file in "$FILM_CONFIG"/server.conf "$FILM_CONFIG"/*.env; do
        [[ -e $file ]] || continue
        name=$(basename "$file")
        name=${name%.*}
        [[ $name != operations ]] || continue
        into "server-settings.txt" sed "s,^,$name: ," "$file"
        is_running "$name" || continue
        into "server-$name-ready.json" curl -s -m 5 "http://$(http_of "$name")/health/ready"
        into "server-$name-metrics.txt" curl -s -m 5 "http://$(http_of "$name")/metrics"
        if [[ $FILM_SUPERVISOR == systemd ]]; then
            into "server-$name-log.json" journalctl -u "$(unit_of "$name")" -o cat --since "-${minutes}min" -n 20000 --no-pager
            into "server-$name-unit.txt" systemctl status --no-pager -n 0 "$(unit_of "$name")"
        else
            into "server-$name-log.json" tail -n 20000 "$FILM_STATE/$name.log"
        fi
        pid=$(pid_of "$name")
        into "server-$name-process.txt" cat "/proc/$pid/status" "/proc/$pid/limits"
    done
fi
if wants database && database_answers; then
    into database.txt ask_database "SELECT version()"
    into database.txt ask_database "SELECT name, setting, source FROM pg_settings WHERE source NOT IN ('default', 'override') ORDER BY 1"
    # Not the text of the statements: the server's are EXECUTE with their values in them, names and hashes.
    into database-activity.txt ask_database "SELECT pid, usename, application_name, state, wait_event_type, wait_event, now() - query_start, query_id FROM pg_stat_activity ORDER BY query_start"
    into database-locks.txt ask_database "SELECT pid, pg_blocking_pids(pid) FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0"
    into database-replication.txt ask_database "SELECT application_name, state, sync_state, sent_lsn, replay_lsn, replay_lag FROM pg_stat_replication"
    into database-archive.txt ask_database "SELECT * FROM pg_stat_archiver"
    into database-sizes.txt ask_database "SELECT datname, pg_size_pretty(pg_database_size(datname)) FROM pg_database ORDER BY 1"
fi
if wants balancer; then
    case $FILM_BALANCER in
        nginx)
            into balancer.txt nginx -t -p "$FILM_NGINX_PREFIX" -c "$FILM_NGINX_CONFIG"
            into balancer-servers.txt cat "$(dirname "$FILM_NGINX_CONFIG")/filmtracker/upstreams.conf" ;;
        haproxy) into balancer.csv haproxy_says "show stat" ;;
    esac
    [[ ! -e $FILM_STATE/balancer ]] || into balancer-servers.txt cat "$FILM_STATE/balancer"
fi
if wants backup && [[ -r $FILM_PGBACKREST_CONFIG ]]; then
    into backup-settings.txt cat "$FILM_PGBACKREST_CONFIG"
    into backup.txt pgbackrest --config="$FILM_PGBACKREST_CONFIG" --stanza="$FILM_STANZA" info
fi
if wants host; then
    into host.txt uname -a
    into host.txt uptime
    into host.txt free -m
    into host.txt df -h
    into host-processes.txt ps -eo pid,user,rss,pcpu,etime,comm --sort=-rss
    into host-listening.txt ss -ltn
fi
tar -C "$(dirname "$output")" -czf "$output.tar.gz" "$(basename "$output")"
chmod 600 "$output.tar.gz"
say "$(find "$output" -type f | wc -l) files in $output.tar.gz"
echo "$output.tar.gz"
