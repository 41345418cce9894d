#!/usr/bin/env bash
# Makes a backup of the PostgreSQL cluster with pgBackRest, and tells Prometheus when.
#   scripts/backup-database.sh [full|diff|incr] [--repo N] [--dry-run]
# Without a word: incr; pgBackRest makes a full one where there is none yet. A full one is made in every
# repository, the others in the first, which is near; --repo is for one of them only. One that cannot be reached
# does not keep the others from theirs. A new stanza is created. The
# timers of deploy/systemd call it: incr every six hours, diff each day, full each week.
# Exit code: 0 made, 1 not, or not in each, 2 not understood, 3 another one is running.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/lib/operations.sh"

kind=incr
repository=
while (($#)); do
    case $1 in
        full | diff | incr) kind=$1 ;;
        --repo) repository=${2:?--repo needs a number}; shift ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
load_environment
mapfile -t all < <(repositories)
if [[ -n $repository ]]; then
    [[ " ${all[*]} " == *" $repository "* ]] || misuse "there is no repository $repository, but ${all[*]}"
    chosen=("$repository")
elif [[ $kind == full ]]; then
    chosen=("${all[@]}")
else
    chosen=("${all[0]}")
fi
only_one backup

database_answers || die "PostgreSQL does not answer on $FILM_PG_SOCKET:$FILM_PG_PORT"
if ! backrest info --output=json |
    jq -e 'length > 0 and ([.[0].repo[].status.code] | all(. == 0 or . == 2))' >/dev/null; then
    change backrest stanza-create
fi
failed=0
# Archiving has to work first: a backup without the log around it cannot be restored. It asks all repositories;
# where there are several, each backup looks at its own once more.
if ! change backrest check; then
    ((${#all[@]} > 1)) || die "the archive does not work"
    warn "the archive does not work in every repository"
    failed=1
fi
for repository in "${chosen[@]}"; do
    begun=$(date +%s)
    if ! change backrest --repo="$repository" --type="$kind" backup; then
        warn "no backup was made in repository $repository"
        failed=1
        continue
    fi
    [[ -z $dry_run ]] || continue
    # What it says itself, and not that the command returned.
    newest=$(newest_backup "$repository")
    if ((newest < begun)); then
        warn "no backup from this run is listed in repository $repository"
        failed=1
        continue
    fi
    label=$(backrest info --repo="$repository" --output=json | jq -r '.[0].backup[-1] | "\(.label), \(.info.repository.delta) bytes written"')
    put_figure "filmtracker_backup_repository_$repository" filmtracker_backup_repository_last_success_timestamp_seconds \
        "End of the newest backup of the database in each repository." "$newest" "{repository=\"$repository\"}"
    [[ $repository != "${all[0]}" ]] || put_figure filmtracker_backup filmtracker_backup_last_success_timestamp_seconds \
        "End of the newest backup of the database." "$newest"
    say "made $label in $(($(date +%s) - begun)) s in repository $repository"
done
exit "$failed"
