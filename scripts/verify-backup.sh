#!/usr/bin/env bash
# Checks the backups, and tells Prometheus how it went.
#   scripts/verify-backup.sh [--restore] [--repo N]
#     (alone)    every file of every backup and of the archive against its checksum; each day
#     --restore  besides, restores the newest into a scratch cluster of its own, lets PostgreSQL check
#                its tables and indexes, and filmtracker-server recompute every chain and digest; each week
#     --repo N   that repository only, and not each of them
# The scratch cluster is under FILM_SCRATCH, listens on no address, and is thrown away.
# Exit code: 0 all well, 1 damaged or not restorable, 2 not understood, 3 another one is running.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/lib/operations.sh"

restore=
repository=
while (($#)); do
    case $1 in
        --restore) restore=yes ;;
        --repo) repository=${2:?--repo needs a number}; shift ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
load_environment
mapfile -t chosen < <(repositories)
if [[ -n $repository ]]; then
    [[ " ${chosen[*]} " == *" $repository "* ]] || misuse "there is no repository $repository, but ${chosen[*]}"
    chosen=("$repository")
fi
only_one verify

scratch=
cleanup() {
    local code=$?
    if [[ -n $scratch ]]; then
        [[ ! -e $scratch/data/postmaster.pid ]] ||
            as_postgres "$FILM_PG_BIN/pg_ctl" -D "$scratch/data" -m immediate -s stop || true
        rm -rf "$scratch"
    fi
    exit "$code"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

damaged() {
    put_figure filmtracker_backup_verify filmtracker_backup_verify_failed \
        "1 if the last check of the backups found damage." 1
    tell "backup damaged" "repository $repository: $1"
    exit 1
}

# It does not miss a segment of the log that is not there either; a restore to a time beyond would.
gaps() {
    backrest info --repo="$repository" --output=json >"$list.info"
    # With a bound of its own for the log, only the newest full backup has it from there to now.
    local since=oldest
    ! grep -qE "^repo$repository-retention-archive=" "$FILM_PGBACKREST_CONFIG" || since=newest
    backrest repo-ls --repo="$repository" --recurse --output=json "archive/$FILM_STANZA" >"$list.files"
    python3 - "$list.info" "$list.files" "$since" <<'PYTHON'
import json, re, sys
stanza = json.load(open(sys.argv[1]))[0]
backups = [backup for backup in stanza["backup"] if backup["archive"]["start"]]
if sys.argv[3] == "newest":
    backups = [backup for backup in backups if backup["type"] == "full"][-1:]
oldest = min((backup["archive"]["start"][8:] for backup in backups), default="0" * 16)
number = lambda name: int(name[:8], 16) * 256 + int(name[8:], 16)
timelines = {}
for path in json.load(open(sys.argv[2])):
    found = re.search(r"/([0-9A-F]{8})([0-9A-F]{16})-[0-9a-f]{40}(\.\w+)?$", path)
    if found and found[2] >= oldest:
        timelines.setdefault(found[1], set()).add(number(found[2]))
for timeline, present in sorted(timelines.items()):
    for missing in sorted(set(range(min(present), max(present))) - present):
        print(f"{timeline}{missing // 256:08X}{missing % 256:08X}")
PYTHON
}

look() {
    local said problems list missing
    backrest info --repo="$repository" --output=json | jq -e '.[0].backup | length > 0' >/dev/null || damaged "there is no backup"
    # Its exit code is 0 even when it finds damage (2.45), so what it says is what counts.
    said=$(backrest verify --repo="$repository" --output=text --verbose 2>&1) || damaged "pgbackrest verify failed: $(tail -n 3 <<<"$said")"
    problems=$(grep -E 'status: error|(checksum invalid|missing|size invalid|other): [1-9]' <<<"$said" || true)
    [[ -z $problems ]] || damaged "$(head -n 10 <<<"$problems" | paste -sd';')"
    say "repository $repository: every file has its checksum"
    list=$(mktemp)
    missing=$(gaps)
    if [[ -n $missing ]]; then
        sleep 10 # two may be under way, the later one first
        missing=$(gaps)
    fi
    rm -f "$list" "$list".*
    [[ -z $missing ]] || damaged "segments of the log are missing: $(head -n 5 <<<"$missing" | paste -sd' ')"
    say "repository $repository: no segment of the log is missing"
}

restore() {
    local begun restored databases database
    begun=$(date +%s)
    scratch=$(mktemp -d "$FILM_SCRATCH/filmtracker-verify.XXXXXX")
    mkdir -m 700 "$scratch/data"
    [[ $EUID -ne 0 ]] || chown -R "$FILM_PG_USER:" "$scratch"
    # Never archives: it must not write into the repository that it is a test of.
    # The log, too, out of this repository and no other.
    backrest --repo="$repository" --pg1-path="$scratch/data" --archive-mode=off --type=default --log-level-console=error \
        --recovery-option="restore_command=pgbackrest --config=$FILM_PGBACKREST_CONFIG --stanza=$FILM_STANZA --repo=$repository --pg1-path=$scratch/data archive-get %f \"%p\"" restore ||
        damaged "the newest backup cannot be restored"
    # Settings of its own: Debian keeps the cluster's outside of its data. Of some, recovery must not have
    # less than the cluster that wrote the log. Nobody but PostgreSQL's user and root gets to the socket.
    as_postgres env LC_ALL=C "$FILM_PG_BIN/pg_controldata" -D "$scratch/data" | sed -nE \
        -e 's/^(max_connections|max_worker_processes|max_wal_senders) setting: */\1 = /p' \
        -e 's/^max_prepared_xacts setting: */max_prepared_transactions = /p' \
        -e 's/^max_locks_per_xact setting: */max_locks_per_transaction = /p' >"$scratch/settings"
    echo "local all all trust" >"$scratch/hba"
    [[ $EUID -ne 0 ]] || chown "$FILM_PG_USER:" "$scratch/settings" "$scratch/hba"
    as_postgres "$FILM_PG_BIN/pg_ctl" -D "$scratch/data" -l "$scratch/log" -t 3600 -w -s \
        -o "-c config_file=$scratch/settings -c hba_file=$scratch/hba -c listen_addresses='' -c unix_socket_directories=$scratch -p $FILM_PG_PORT -c archive_mode=off -c shared_buffers=128MB" \
        start || damaged "the restored cluster does not start: $(tail -n 3 "$scratch/log")"
    for _ in $(seq 18000); do
        [[ $(FILM_PG_SOCKET=$scratch ask_database 'SELECT pg_is_in_recovery()') == t ]] || break
        sleep 0.2
    done
    restored=$(($(date +%s) - begun))
    databases=$(FILM_PG_SOCKET=$scratch ask_database "SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate AND datname <> 'postgres'")
    for database in $databases; do
        if [[ -x $FILM_PG_BIN/pg_amcheck ]]; then
            as_postgres "$FILM_PG_BIN/pg_amcheck" -h "$scratch" -p "$FILM_PG_PORT" -U "$FILM_PG_SUPERUSER" \
                --install-missing --heapallindexed "$database" >"$scratch/amcheck" 2>&1 ||
                damaged "$database: $(head -n 3 "$scratch/amcheck")"
        fi
        FILM_PG_SOCKET=$scratch ask_database "SELECT 1 FROM information_schema.tables WHERE table_name = 'production'" "$database" |
            grep -q 1 || continue
        "$FILM_SERVER" admin audit verify \
            --database "postgresql://$FILM_PG_SUPERUSER@/$database?host=$scratch&port=$FILM_PG_PORT" \
            >"$scratch/audit" 2>&1 || damaged "$database: $(tail -n 3 "$scratch/audit")"
        say "$database: $(tail -n 1 "$scratch/audit")"
    done
    put_figure filmtracker_backup_restore filmtracker_backup_last_restore_timestamp_seconds \
        "When a backup was last restored to see that it can be." "$(date +%s)"
    put_figure filmtracker_backup_restore_seconds filmtracker_backup_restore_seconds \
        "How long that took." "$restored"
    say "repository $repository: restored in $restored s, checked in $(($(date +%s) - begun)) s"
    as_postgres "$FILM_PG_BIN/pg_ctl" -D "$scratch/data" -m immediate -s stop || true
    rm -rf "$scratch"
    scratch=
}

for repository in "${chosen[@]}"; do
    look
    [[ -z $restore ]] || restore
done
put_figure filmtracker_backup_verify filmtracker_backup_verify_failed \
    "1 if the last check of the backups found damage." 0
put_figure filmtracker_backup_verified filmtracker_backup_last_verified_timestamp_seconds \
    "When the backups were last checked and found whole." "$(date +%s)"
