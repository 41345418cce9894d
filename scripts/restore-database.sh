#!/usr/bin/env bash
# Puts a backup of the database back: to the last moment that was archived, or to a chosen one.
#   scripts/restore-database.sh latest [--to TIME] [--repo N] [--yes] [--dry-run]
#   scripts/restore-database.sh LABEL  [--to TIME] [--repo N] [--yes] [--dry-run]     of `pgbackrest info`
#     --repo N   out of that repository; else out of the first that has one
#     --to TIME  such as "2026-03-01 14:05:00+00": what was committed until then
#     --yes      do not ask
# Stops the servers that run here and PostgreSQL; moves what is left of the data aside, to
# DATA.before-TIME, and never deletes it; restores; waits until the database takes writes; says
# `restore-done`, so that devices hand over again what the database does not have; starts the servers.
# Servers elsewhere have to be stopped first. Take a backup afterwards: this begins a new timeline.
# Nothing is stopped before it is known that the old data can be moved aside and that there is room for both.
# Run again after an interruption it begins anew, and starts what the first one had stopped. Exit code: 0 done, 1 not, 2 not understood, 3 another one runs.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/lib/operations.sh"

target=
to=
yes=
repository=
while (($#)); do
    case $1 in
        --to) to=${2:?--to needs a time}; shift ;;
        --yes) yes=yes ;;
        --repo) repository=${2:?--repo needs a number}; shift ;;
        -*) common_option "$1" || misuse "I do not know $1" ;;
        *) target=$1 ;;
    esac
    shift
done
load_environment
[[ -n $target ]] || misuse "latest, or the label of a backup"
[[ -n $FILM_DATABASE ]] || die "FILM_DATABASE is not set: whom should I tell that it was restored?" 2
arguments=(--log-level-console=warn) # into an empty folder: what was there is moved aside
if [[ -n $to ]]; then
    date -d "$to" >/dev/null 2>&1 || misuse "\"$to\" is no time"
    arguments+=(--type=time "--target=$(date -u -d "$to" +'%F %T.%6N+00')" --target-action=promote)
fi
[[ $target == latest ]] || arguments+=("--set=$target")
[[ -z $repository ]] || arguments+=("--repo=$repository")
only_one restore

known=$(backrest info ${repository:+"--repo=$repository"} --output=json) || die "the repository cannot be read"
jq -e '.[0].backup | length > 0' <<<"$known" >/dev/null || die "there is no backup"
[[ $target == latest ]] || jq -e --arg l "$target" '[.[].backup[].label] | index($l)' <<<"$known" >/dev/null ||
    die "there is no backup $target"
if [[ -z $yes && -z $dry_run ]]; then
    [[ -t 0 ]] || die "say --yes: this replaces the database" 2
    read -r -p "Replace the database in $FILM_PG_DATA by the backup? [yes/no] " answer
    [[ $answer == yes ]] || die "nothing was done"
fi

# Beside the data, so that moving it aside is a new name and nothing is copied; a mount point has no such place.
parent=$(dirname "$FILM_PG_DATA")
has_data() { [[ -d $FILM_PG_DATA && -n $(ls -A "$FILM_PG_DATA" 2>/dev/null) ]]; }
if has_data && mountpoint -q "$FILM_PG_DATA"; then
    die "$FILM_PG_DATA is a mount point and cannot be moved aside; nothing was stopped. Mount an empty disk there, or let the data be a folder in it"
fi
until [[ -d $parent ]]; do parent=$(dirname "$parent"); done
[[ -w $parent ]] || die "$parent cannot be written; nothing was stopped"
if [[ $target == latest ]]; then
    size=$(jq '[.[].backup[] | select(.error != true)] | max_by(.timestamp.stop) | .info.size' <<<"$known")
else
    size=$(jq --arg l "$target" '[.[].backup[] | select(.label == $l)][0].info.size' <<<"$known")
fi
# The log that is replayed comes on top: a tenth, and a segment or two.
wanted=$((size * 11 / 10240 + 64 * 1024))
! mountpoint -q "$FILM_PG_DATA" || parent=$FILM_PG_DATA # an empty one
free=$(df -k --output=avail "$parent" | tail -n 1)
((free > wanted)) || die "the backup needs $((wanted / 1024)) MiB beside the old data, and $((free / 1024)) are free in $parent; nothing was stopped"

begun=$(date +%s%3N)
took() { echo "$(($(date +%s%3N) - $1))"; }
# Written down before they are stopped: an interruption must not leave them stopped for good.
stopped=$FILM_STATE/restore.stopped
active=$(cat "$FILM_STATE/active" 2>/dev/null || true)
# Not a colour that a deployment has replaced since somebody gave a restore up.
is_wanted() { [[ -z $active || $1 != blue && $1 != green || $1 == "$active" ]]; }
running=()
for file in "$FILM_CONFIG"/server.conf "$FILM_CONFIG"/*.env; do
    [[ -e $file ]] || continue
    name=$(basename "$file")
    name=${name%.*}
    [[ $name != operations ]] || continue
    if is_running "$name" || { is_wanted "$name" && grep -qxF "$name" "$stopped" 2>/dev/null; }; then running+=("$name"); fi
done
[[ -n $dry_run ]] || printf '%s\n' "${running[@]}" | write_file "$stopped"
tell "restore begins" "$target${to:+ to $to}; stopping ${running[*]:-no server}"
for name in "${running[@]}"; do change stop_service "$name"; done
change stop_database
if has_data; then
    change mv "$FILM_PG_DATA" "$FILM_PG_DATA.before-$(date -u +%Y%m%dT%H%M%S)"
fi
if [[ $EUID -eq 0 ]]; then
    change install -d -o "$FILM_PG_USER" -g "$FILM_PG_USER" -m 0700 "$FILM_PG_DATA"
else
    change install -d -m 0700 "$FILM_PG_DATA"
fi
change backrest "${arguments[@]}" restore
copied=$(took "$begun")
change start_database
if [[ -z $dry_run ]]; then
    # Recovery ends when the archive has no more, or at the chosen time.
    for _ in $(seq 36000); do
        [[ $(ask_database 'SELECT pg_is_in_recovery()' 2>/dev/null || echo t) == t ]] || break
        sleep 0.1
    done
    [[ $(ask_database 'SELECT pg_is_in_recovery()') == f ]] || die "it is still in recovery: see the log of PostgreSQL"
fi
recovered=$(took "$begun")
change "$FILM_SERVER" admin restore-done --database "$FILM_DATABASE"
for name in "${running[@]}"; do change start_service "$name"; done
[[ -z $dry_run ]] || exit 0
for name in "${running[@]}"; do wait_ready "$name" 60 || die "the database is restored; $name does not get ready"; done
rm -f "$stopped"
tell "restore done" "files after $copied ms, database after $recovered ms, servers after $(took "$begun") ms"
echo "restore_files_ms $copied"
echo "restore_database_ms $recovered"
echo "restore_service_ms $(took "$begun")"
