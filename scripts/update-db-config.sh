#!/usr/bin/env bash
# Changes settings of PostgreSQL, and can take the last change back.
#   scripts/update-db-config.sh NAME=VALUE... [--dry-run]
#   scripts/update-db-config.sh rollback [--dry-run]
#   scripts/update-db-config.sh show
# With ALTER SYSTEM and a reload; what needs a restart is named and left to a person. An unknown name or a
# value that PostgreSQL refuses changes nothing. For a cluster of Patroni use `patronictl edit-config`:
# it would overwrite what is set here. Exit code: 0 done, 1 refused, 2 not understood, 3 another one runs,
# 5 done, and a restart is needed.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/lib/operations.sh"

command="set"
changes=()
while (($#)); do
    case $1 in
        rollback | show) command=$1 ;;
        [a-z]*=*) changes+=("$1") ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
load_environment
before=$FILM_STATE/db-config.before
if [[ $command == show ]]; then
    ask_database "SELECT name || '=' || setting || COALESCE(unit, '') || CASE WHEN pending_restart THEN '  (after a restart)' ELSE '' END FROM pg_settings WHERE source NOT IN ('default', 'override', 'client') ORDER BY 1"
    exit 0
fi
only_one db-config
database_answers || die "PostgreSQL does not answer on $FILM_PG_SOCKET:$FILM_PG_PORT"

if [[ $command == rollback ]]; then
    [[ -s $before ]] || die "there is nothing to take back"
    mapfile -t changes <"$before"
else
    ((${#changes[@]})) || misuse "NAME=VALUE"
    old=()
    for one in "${changes[@]}"; do
        name=${one%%=*}
        [[ $name =~ ^[a-z_.]+$ ]] || misuse "\"$name\" is no name of a setting"
        [[ $(ask_database "SELECT count(*) FROM pg_settings WHERE name = '$name' AND context NOT IN ('internal')") == 1 ]] ||
            die "PostgreSQL has no setting $name that can be changed"
        # What ALTER SYSTEM had said, or nothing. Also what is not in effect before a restart: that counts as an error.
        old+=("$name=$(ask_database "SELECT setting FROM pg_file_settings WHERE name = '$name' AND sourcefile LIKE '%postgresql.auto.conf' ORDER BY seqno DESC LIMIT 1")")
    done
fi
# Of these PostgreSQL quotes each element (GUC_LIST_QUOTE, which no view tells; pg_dump has the same list): 'a,b'
# would be one with a comma in its name, with which it may not even start again.
lists=" local_preload_libraries search_path session_preload_libraries shared_preload_libraries temp_tablespaces unix_socket_directories "
# quoted NAME VALUE
quoted() {
    local one
    local -a parts=() said=()
    if [[ $lists == *" $1 "* ]]; then
        IFS=, read -r -a parts <<<"$2"
    else
        parts=("$2")
    fi
    for one in "${parts[@]}"; do
        one=$(sed -E 's/^[[:space:]]+|[[:space:]]+$//g; s/^"(.*)"$/\1/' <<<"$one")
        said+=("'${one//\'/\'\'}'")
    done
    (IFS=, && echo "${said[*]}")
}
# Undoes what was already said if one of them is refused.
apply() {
    local one name value
    for one in "$@"; do
        name=${one%%=*} value=${one#*=}
        if [[ -z $value ]]; then
            ask_database "ALTER SYSTEM RESET $name" || return 1
        else
            ask_database "ALTER SYSTEM SET $name = $(quoted "$name" "$value")" || return 1
        fi
    done
}
if [[ -n $dry_run ]]; then
    printf 'would set %s\n' "${changes[@]}"
    exit 0
fi
if ! apply "${changes[@]}"; then
    [[ $command == rollback ]] || apply "${old[@]}" || warn "and the old value of one could not be set back"
    die "PostgreSQL refuses it; nothing is changed"
fi
if [[ $command == rollback ]]; then
    rm -f "$before"
else
    printf '%s\n' "${old[@]}" | write_file "$before"
fi
ask_database 'SELECT pg_reload_conf()' >/dev/null
sleep 1 # the postmaster reads its files by and by
waiting=$(ask_database "SELECT string_agg(name, ' ') FROM pg_settings WHERE pending_restart")
say "set ${changes[*]}"
if [[ -n $waiting ]]; then
    warn "in effect after a restart of PostgreSQL: $waiting"
    exit 5
fi
