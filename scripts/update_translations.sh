#!/usr/bin/env bash
# Brings new texts of the app into translations/*.ts, and takes those out that are gone.
#   scripts/update_translations.sh [--check]
# With --check nothing is changed: ends with 1 if a file is not up to date.
# English has its plurals only, as the texts are written in English.
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ "${1:-}" == --help ]]; then
    sed -n '2,5s/^# \{0,1\}//p' "$0"
    exit 0
fi
lupdate=$(command -v lupdate6 || command -v /usr/lib/qt6/bin/lupdate || command -v lupdate)
folder=translations
if [[ "${1:-}" == --check ]]; then
    folder=$(mktemp -d)
    trap 'rm -r "$folder"' EXIT
    cp translations/*.ts "$folder"
fi
update() {
    # Its complaints are about code it does not follow; whatever it cannot read it says it cannot.
    "$lupdate" -silent -I . -locations none -no-obsolete app "$@" 2>/dev/null
}
update -pluralonly -ts "$folder/filmtracker_en.ts" -target-language en
for language in de fr es; do
    update -ts "$folder/filmtracker_$language.ts" -target-language "$language"
done
if [[ "${1:-}" == --check ]]; then
    diff -r translations "$folder" >&2 || {
        echo "The texts have changed: scripts/update_translations.sh, then translate." >&2
        exit 1
    }
fi
