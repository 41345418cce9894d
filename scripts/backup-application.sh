#!/usr/bin/env bash
# Makes an encrypted archive of what is not in the database: settings, certificates, the server's keys,
# the balancer's and pgBackRest's settings, units, and the list of installed packages.
#   scripts/backup-application.sh [--keep N] [--dry-run]
#     --keep N   so many archives are kept (30)
# For FILM_AGE_RECIPIENT, the public key of age: this machine cannot read what it has written, so the
# other key belongs elsewhere. So do the archives: FILM_BACKUP_COPY, a command of your own, gets the paths of
# the archive and of its checksum, and has to take them to another machine. FILM_APPLICATION_PATHS adds paths.
# An SQLite database is copied consistently. Exit code: 0 made, 1 not or not copied, 2 not understood, 3 another one is running.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/lib/operations.sh"

keep=30
while (($#)); do
    case $1 in
        --keep) keep=${2:?--keep needs a number}; shift ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
load_environment
[[ $keep =~ ^[1-9][0-9]*$ ]] || misuse "--keep is a number"
[[ -n ${FILM_AGE_RECIPIENT:-} ]] || die "FILM_AGE_RECIPIENT, a public key of age, is not set" 2
only_one backup-application

: "${FILM_DATA:=/var/lib/filmtracker}"
paths=("$FILM_CONFIG" "$FILM_DATA" "$FILM_PGBACKREST_CONFIG" "$FILM_NGINX_CONFIG"
    "$(dirname "$FILM_NGINX_CONFIG")/filmtracker" /etc/haproxy /etc/default/haproxy /etc/postgresql /etc/patroni
    /etc/default/etcd /etc/prometheus /etc/alertmanager /etc/systemd/system)
for path in ${FILM_APPLICATION_PATHS:-}; do paths+=("$path"); done
present=()
for path in "${paths[@]}"; do [[ ! -e $path ]] || present+=("$path"); done
if [[ -n $dry_run ]]; then
    printf 'would archive %s\n' "${present[@]}"
    exit 0
fi

work=$(mktemp -d "$FILM_SCRATCH/filmtracker-application.XXXXXX")
trap 'rm -rf "$work" "$FILM_BACKUPS"/.application-*.making' EXIT
trap 'exit 130' INT TERM
chmod 700 "$work"
mkdir "$work/extra"
dpkg-query -W -f '${Package} ${Version}\n' >"$work/extra/packages.txt" 2>/dev/null || true
excluded=()
while read -r file; do
    [[ -n $file ]] || continue
    # Copying the file of a running database would tear it.
    mkdir -p "$work/extra/sqlite"
    sqlite3 "$file" ".backup '$work/extra/sqlite/$(basename "$file")'"
    excluded+=(--exclude="$file" --exclude="$file-wal" --exclude="$file-shm")
    echo "$(basename "$file") $file" >>"$work/extra/sqlite/places.txt"
done < <(find "$FILM_DATA" -maxdepth 1 -name '*.sqlite' 2>/dev/null)
(cd "$work/extra" && find . -type f -exec sha256sum {} + >"$work/checksums" && mv "$work/checksums" checksums.txt)

mkdir -p "$FILM_BACKUPS"
chmod 700 "$FILM_BACKUPS"
rm -f "$FILM_BACKUPS"/.application-*.making # of one that was interrupted: the lock says that none is under way
name=application-$(date -u +%Y%m%dT%H%M%SZ).tar.age
tar --create --zstd --absolute-names --numeric-owner "${excluded[@]}" \
    --transform "s,^$work/extra,filmtracker-extra," "${present[@]}" "$work/extra" |
    age --recipient "$FILM_AGE_RECIPIENT" --output "$FILM_BACKUPS/.$name.making"
mv "$FILM_BACKUPS/.$name.making" "$FILM_BACKUPS/$name"
(cd "$FILM_BACKUPS" && sha256sum "$name" >"$name.sha256")
copied=
if [[ -n ${FILM_BACKUP_COPY:-} ]]; then
    $FILM_BACKUP_COPY "$FILM_BACKUPS/$name" "$FILM_BACKUPS/$name.sha256" >&2 ||
        { tell "backup not copied" "FILM_BACKUP_COPY ended with $? for $name"; copied=no; }
else
    warn "it stays on this machine and is lost with it: FILM_BACKUP_COPY is not set"
fi
mapfile -t old < <(find "$FILM_BACKUPS" -maxdepth 1 -name 'application-*.tar.age' | sort -r | tail -n +$((keep + 1)))
for file in "${old[@]}"; do rm -f "$file" "$file.sha256"; done
[[ -n $copied ]] || put_figure filmtracker_application_backup filmtracker_application_backup_last_success_timestamp_seconds \
    "When settings and keys were last archived." "$(date +%s)"
say "made $name, $(stat -c %s "$FILM_BACKUPS/$name") bytes"
echo "$FILM_BACKUPS/$name"
[[ -z $copied ]]
