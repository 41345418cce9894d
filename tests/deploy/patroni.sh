#!/usr/bin/env bash
# One member with deploy/patroni/patroni.yml as it is, but for names, ports and places: with its passwords, its
# pg_hba.conf and its certificate. tests/drills/failover.py has three of them, without.
# Exit code: 0 holds, 1 not, 77 cannot run here.
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ "${1:-}" != --help ]] || { sed -n '2,4s/^# \{0,1\}//p' "$0"; exit 0; }
for tool in patroni etcd openssl; do
    command -v "$tool" >/dev/null || { echo "SKIPPED: $tool is not installed"; exit 77; }
done
binaries=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -n 1)
[[ -n $binaries ]] || { echo "SKIPPED: PostgreSQL is not installed"; exit 77; }
work=$(mktemp -d /var/tmp/filmtracker-patroni.XXXXXX)
started=()
cleanup() {
    local code=$? pid
    ((code == 0)) || for pid in "$work"/*.log; do tail -n 15 "$pid" >&2; done
    # Patroni stops its PostgreSQL.
    for pid in "${started[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
    for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
    rm -rf "$work"
    exit "$code"
}
trap cleanup EXIT
die() { echo "BROKEN: $*" >&2; exit 1; }
as_server=()
[[ $EUID -ne 0 ]] || as_server=(setpriv --reuid=postgres --regid=postgres --init-groups --)

client=$((20000 + RANDOM % 3000)) peer=$((23000 + RANDOM % 3000)) rest=$((26000 + RANDOM % 3000)) database=$((29000 + RANDOM % 3000))
mkdir "$work/tls" "$work/socket"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=db1.example -keyout "$work/tls/server.key" \
    -out "$work/tls/server.crt" 2>/dev/null
chmod 600 "$work/tls/server.key"
# The archive has a drill of its own; here is no repository.
sed -e "s,db1.example:8008,127.0.0.1:$rest,; s,0.0.0.0:8008,127.0.0.1:$rest,; s,hosts: db1.*,hosts: 127.0.0.1:$client," \
    -e "s,db1.example:5432,127.0.0.1:$database,; s,0.0.0.0:5432,127.0.0.1:$database,; s,/etc/patroni/tls,$work/tls," \
    -e "s,/var/lib/postgresql/15/main,$work/data,; s,/usr/lib/postgresql/15/bin,$binaries,; s,/var/run/postgresql,$work/socket," \
    -e "s,/var/lib/postgresql/.pgpass,$work/.pgpass,; s,archive_command:.*,archive_command: /bin/true," \
    deploy/patroni/patroni.yml >"$work/config.yml"
[[ $EUID -ne 0 ]] || chown -R postgres: "$work"
(cd "$work" && exec "${as_server[@]}" etcd --name one --data-dir "$work/etcd" --listen-client-urls "http://127.0.0.1:$client" \
    --advertise-client-urls "http://127.0.0.1:$client" --listen-peer-urls "http://127.0.0.1:$peer" \
    --initial-advertise-peer-urls "http://127.0.0.1:$peer" --initial-cluster "one=http://127.0.0.1:$peer" \
    >"$work/etcd.log" 2>&1) &
started+=($!)
# until_ok WHAT COMMAND...
until_ok() {
    local what=$1 _
    shift
    for _ in $(seq 250); do
        ! "$@" >/dev/null 2>&1 || return 0
        sleep 0.1
    done
    die "$what"
}
until_ok "etcd is not ready" curl -fsS -m 2 "http://127.0.0.1:$client/health"
(cd "$work" && exec env HOME="$work" "${as_server[@]}" patroni "$work/config.yml" >"$work/patroni.log" 2>&1) &
started=($! "${started[@]}")
until_ok "there is no primary" curl -fsS -m 2 "http://127.0.0.1:$rest/primary"

# ask PASSWORD SSLMODE: who that is, over TCP
ask() { env PGPASSWORD="$1" PGSSLMODE="$2" "$binaries/psql" -wXAtq -h 127.0.0.1 -p "$database" -U postgres -d postgres -c "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()" 2>&1; }
[[ $(ask CHANGE-ME require) == t ]] || die "no TLS with the password: $(ask CHANGE-ME require)"
! ask another require >/dev/null || die "another password is taken on this machine"
! ask CHANGE-ME disable >/dev/null || die "without TLS somebody gets in"
[[ $("${as_server[@]}" "$binaries/psql" -wXAtq -h "$work/socket" -p "$database" -U postgres -c "SELECT 1") == 1 ]] ||
    die "the scripts, as postgres over the socket, do not get in"
if [[ $EUID -eq 0 ]]; then
    ! "$binaries/psql" -wXAtq -h "$work/socket" -p "$database" -U postgres -c "SELECT 1" >/dev/null 2>&1 ||
        die "another account of this machine is postgres over the socket"
fi
code() { curl -sS -m 5 -o /dev/null -w '%{http_code}' "$@"; }
[[ $(code "http://127.0.0.1:$rest/metrics") == 200 ]] || die "Prometheus is not told"
[[ $(code -X POST -d '{}' "http://127.0.0.1:$rest/reload") == 401 ]] || die "anybody may reload it"
[[ $(code -X POST -d '{}' -u patroni:CHANGE-ME "http://127.0.0.1:$rest/reload") == 202 ]] || die "patronictl may not"
echo "patroni: one member holds"
