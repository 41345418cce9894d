#!/usr/bin/env bash
# Puts back what backup-application.sh archived.
#   scripts/restore-application.sh ARCHIVE --identity KEYFILE [--root FOLDER] [--dry-run]
#     --identity  the private key of age
#     --root      under this folder instead of / : to look first, or into a mounted disk
#     --dry-run   lists what is in it
# Files that are there are kept beside, as NAME.before-restore (only the first time), an SQLite database with
# what it had not taken over yet. Refuses while a server runs here, unless --root says where.
# Exit code: 0 done, 1 not (a damaged archive changes nothing), 2 not understood.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/lib/operations.sh"

archive=
identity=
root=/
while (($#)); do
    case $1 in
        --identity) identity=${2:?--identity needs a file}; shift ;;
        --root) root=$(realpath -m "${2:?--root needs a folder}"); shift ;;
        -*) common_option "$1" || misuse "I do not know $1" ;;
        *) archive=$1 ;;
    esac
    shift
done
load_environment
[[ -r $archive && -r $identity ]] || misuse "an archive and --identity, both readable"
if [[ -r $archive.sha256 ]]; then
    (cd "$(dirname "$archive")" && sha256sum --quiet -c "$(basename "$archive").sha256") ||
        die "$archive is damaged"
fi
if [[ $root == / && -z $dry_run ]]; then
    for file in "$FILM_CONFIG"/server.conf "$FILM_CONFIG"/*.env; do
        [[ -e $file ]] || continue
        name=$(basename "$file")
        name=${name%.*}
        [[ $name == operations ]] || ! is_running "$name" || die "$name runs: stop it first, or restore under --root"
    done
fi
work=$(mktemp -d "$FILM_SCRATCH/filmtracker-application.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
chmod 700 "$work"
# All of it is decrypted and authenticated before anything is written.
age --decrypt --identity "$identity" --output "$work/archive.tar" "$archive" || die "$archive cannot be decrypted"
if [[ -n $dry_run ]]; then
    tar --list --zstd --absolute-names --file "$work/archive.tar"
    exit 0
fi
mkdir -p "$work/tree"
declare -A databases=()
tar --extract --zstd --numeric-owner --same-permissions --directory "$work/tree" --file "$work/archive.tar" 2>/dev/null
(cd "$work/tree/filmtracker-extra" && sha256sum --quiet -c checksums.txt) || die "the copy inside is damaged"
if [[ -r $work/tree/filmtracker-extra/sqlite/places.txt ]]; then
    while read -r name place; do
        install -D -m 0600 "$work/tree/filmtracker-extra/sqlite/$name" "$work/tree$place"
        chown --reference="$work/tree$(dirname "$place")" "$work/tree$place"
        databases[${place#/}]=yes
    done <"$work/tree/filmtracker-extra/sqlite/places.txt"
fi
mv "$work/tree/filmtracker-extra/packages.txt" "$work/packages.txt" 2>/dev/null || true
rm -rf "$work/tree/filmtracker-extra"
# The copy in last: it says that all of it is kept. SQLite finds the log of NAME.before-restore beside it.
keep_database() { # PATH
    local there=${root%/}/$1
    if [[ -e $there && ! -e $there.before-restore ]]; then
        [[ ! -e $there-wal ]] || cp -a "$there-wal" "$there.before-restore-wal"
        cp -a "$there" "$there.before-restore"
    fi
    # It does not belong to the one that comes.
    rm -f "$there-wal" "$there-shm"
}
count=0
while IFS= read -r -d '' path; do
    if [[ -d $work/tree/$path && ! -L $work/tree/$path ]]; then
        [[ -d ${root%/}/$path ]] || { mkdir -p "${root%/}/$path" && chmod --reference="$work/tree/$path" "${root%/}/$path" && chown --reference="$work/tree/$path" "${root%/}/$path"; }
        continue
    fi
    if [[ -n ${databases[$path]:-} ]]; then
        keep_database "$path"
    elif [[ -e ${root%/}/$path && ! -e ${root%/}/$path.before-restore ]] &&
        ! cmp -s "$work/tree/$path" "${root%/}/$path"; then
        cp -a "${root%/}/$path" "${root%/}/$path.before-restore"
    fi
    cp -a --remove-destination "$work/tree/$path" "${root%/}/$path"
    count=$((count + 1))
done < <(cd "$work/tree" && find . -mindepth 1 -printf '%P\0')
say "$count files are back under $root"
