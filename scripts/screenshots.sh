#!/usr/bin/env bash
# Draws every page in every state of note, light and dark, into PNG files, and all of them small on
# contact-sheet-light.png and contact-sheet-dark.png.
#   scripts/screenshots.sh [--guide] [FOLDER]     (default: build/screenshots)
# The states come from the user interface's tests, the pages of the sample production from the app
# itself as scripts/run.sh leaves them in build/run. With --guide those become the pictures of
# docs/user-guide, too.
set -euo pipefail
[[ "${1:-}" != --help ]] || { sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 0; }
cd "$(dirname "$0")/.."
guide=
[[ "${1:-}" != --guide ]] || { guide=yes; shift; }
folder=$(mkdir -p "${1:-build/screenshots}" && cd "${1:-build/screenshots}" && pwd)

scripts/install_dependencies.sh
cmake --preset ci >/dev/null
tests=(tst_my_week tst_submission tst_approvals_page tst_main_window tst_first_run tst_page_states tst_crew_grid tst_dashboard tst_search_and_settings
    tst_conflict_dialog tst_people_page tst_call_sheets_page tst_sync_page tst_rules_page tst_tray_window tst_help)
cmake --build --preset ci --target "${tests[@]}" filmtracker-contact-sheet | { grep -E 'error:|FAILED' || true; }
for test in "${tests[@]}"; do
    FILM_SHOT_DIR=$folder QT_QPA_PLATFORM=offscreen TZ=UTC "build/ci/tests/ui/$test" >/dev/null
done
scripts/run.sh --no-display >/dev/null
mkdir -p "$folder/sample"
cp build/run/*.png "$folder/sample/"
sheet() { QT_QPA_PLATFORM=offscreen build/ci/bin/filmtracker-contact-sheet "$@"; }
sheet "$folder"
if [[ -n $guide ]]; then
    for page in my-week approvals crew-grid dashboard people call-sheets rules sync; do
        [[ ! -e $folder/sample/$page.png ]] ||
            sheet --narrow 960 "$folder/sample/$page.png" "docs/user-guide/images/$page.png"
    done
    cp docs/user-guide/images/{my-week,crew-grid}.png docs/images/
fi
echo "$(find "$folder" -name '*.png' | wc -l) pictures in $folder"
