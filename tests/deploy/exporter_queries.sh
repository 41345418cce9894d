#!/usr/bin/env bash
# What postgres-queries.yml asks, answered by a primary and a standby of its own, as a role with pg_monitor.
#   scripts/with_postgres.sh tests/deploy/exporter_queries.sh
# Exit code: 0 holds, 1 not, 77 cannot run here.
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ "${1:-}" != --help ]] || { sed -n '2,4s/^# \{0,1\}//p' "$0"; exit 0; }
[[ -n ${FILM_TEST_POSTGRES:-} ]] || { echo "SKIPPED: no PostgreSQL (scripts/with_postgres.sh)"; exit 77; }
binaries=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
primary=${FILM_TEST_POSTGRES#*@}
primary=${primary%/*}
work=$(mktemp -d /var/tmp/filmtracker-standby.XXXXXX)
as_server=()
if [[ $EUID -eq 0 ]]; then
    chown postgres "$work"
    as_server=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi
standby() { (cd / && "${as_server[@]}" "$binaries/pg_ctl" -D "$work/data" -w -t 60 -s -l "$work/log" "$@"); }
cleanup() {
    local code=$?
    standby -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$work"
    exit "$code"
}
trap cleanup EXIT
die() { echo "BROKEN: $*" >&2; tail -n 5 "$work/log" >&2; exit 1; }
# ask PORT ROLE SQL
ask() { "$binaries/psql" -XAtq -h 127.0.0.1 -p "$1" -U "$2" -d filmtracker -v ON_ERROR_STOP=1 -c "$3"; }
# The query of the group that is named, as the exporter reads it.
query() { /usr/bin/python3 -c "import sys, yaml; print(yaml.safe_load(open('deploy/monitoring/postgres-queries.yml'))['$1']['query'])"; }
# until_true WHAT COMMAND...: asked again until it says t
until_true() {
    local what=$1 _
    shift
    for _ in $(seq 300); do
        [[ $("$@" 2>/dev/null || true) == t ]] && return
        sleep 0.1
    done
    die "$what"
}

port=${primary##*:}
ask "$port" film "CREATE ROLE exporter LOGIN; GRANT pg_monitor TO exporter"
(cd / && "${as_server[@]}" "$binaries/pg_basebackup" -h 127.0.0.1 -p "$port" -U film -D "$work/data" -R -X stream -c fast)
for _ in 1 2 3 4 5; do
    other=$((20000 + RANDOM % 12000))
    # As many connections as the primary has, or it does not start.
    standby -o "-p $other -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work -c max_connections=200" start 2>/dev/null && break
done
ask "$port" film "CREATE TABLE written (n int)"
lag=$(query pg_replication)
[[ $(ask "$port" exporter "$lag") == 0 ]] || die "the primary has a lag"
until_true "the standby does not follow" ask "$other" exporter "SELECT EXISTS (SELECT FROM pg_class WHERE relname = 'written')"
# A quiet night: the last change grows old, and the standby has it.
until_true "there is no last change" ask "$other" exporter "SELECT now() > pg_last_xact_replay_timestamp()"
until_true "a standby that has everything is behind: $(ask "$other" exporter "$lag")" \
    ask "$other" exporter "SELECT lag_seconds = 0 FROM ($lag) AS lag"
# Replay stands still, and there is something to replay.
ask "$other" film "SELECT pg_wal_replay_pause()" >/dev/null
until_true "replay goes on" ask "$other" film "SELECT pg_get_wal_replay_pause_state() = 'paused'"
ask "$port" film "INSERT INTO written VALUES (1)"
until_true "a standby that replays nothing is not behind" ask "$other" exporter "SELECT lag_seconds > 0 FROM ($lag) AS lag"
ask "$other" film "SELECT pg_wal_replay_resume()" >/dev/null
until_true "a standby that has caught up is behind" ask "$other" exporter "SELECT lag_seconds = 0 FROM ($lag) AS lag"
# Cut off: it has all that it received, and nobody knows what it did not.
ask "$other" film "ALTER SYSTEM SET primary_conninfo = ''" >/dev/null
ask "$other" film "SELECT pg_reload_conf()" >/dev/null
until_true "a standby that is cut off is not behind" ask "$other" exporter "SELECT lag_seconds > 0 FROM ($lag) AS lag"
archive=$(query pg_archive)
[[ $(ask "$port" exporter "$archive") == "0|0" ]] || die "pg_archive: $(ask "$port" exporter "$archive")"
echo "exporter_queries: hold"
