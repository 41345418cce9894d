#!/usr/bin/env bash
# Runs a command with a throw-away PostgreSQL beside it, and stops that afterwards.
#   scripts/with_postgres.sh COMMAND...
# The command finds it in FILM_TEST_POSTGRES (postgresql://…). As root the server runs as the user
# postgres, because PostgreSQL refuses to run as root.
set -euo pipefail
if [[ ${1:-} == --help ]]; then
    sed -n '2,5s/^# \{0,1\}//p' "$0"
    exit 0
fi
(($#)) || { sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 2; }

binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[[ -n $binaries ]] || binaries=$(dirname "$(command -v pg_ctl)")
folder=$(mktemp -d "${TMPDIR:-/tmp}/filmtracker-postgres.XXXXXX")
as_server=()
if [[ $EUID -eq 0 ]]; then
    chown postgres "$folder"
    as_server=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi
stop() {
    (cd / && "${as_server[@]}" "$binaries/pg_ctl" -D "$folder/data" -m immediate stop) >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT

cd_home=$PWD
cd /
"${as_server[@]}" "$binaries/initdb" -D "$folder/data" -U film --auth=trust -E UTF8 --locale=C >/dev/null
# Some port below those of outgoing connections, and another one if somebody has that already.
for attempt in 1 2 3 4 5; do
    port=$((20000 + (RANDOM % 12000)))
    if "${as_server[@]}" "$binaries/pg_ctl" -D "$folder/data" -w -t 30 -l "$folder/log" \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c shared_buffers=256MB -c max_connections=200" \
        start >/dev/null; then
        break
    fi
    [[ $attempt -lt 5 ]] || { cat "$folder/log" >&2; exit 1; }
done
cd "$cd_home"
"$binaries/createdb" -h 127.0.0.1 -p "$port" -U film filmtracker
export FILM_TEST_POSTGRES="postgresql://film@127.0.0.1:$port/filmtracker"
"$@"
