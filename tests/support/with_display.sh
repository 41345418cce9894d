#!/usr/bin/env bash
# with_display.sh COMMAND...
# Runs it on a screen of its own (Xvfb) with a window manager, and has its keys come from the X
# server (tests/support/keyboard.h). Gives 77 where one of the programs is missing.
set -euo pipefail
for program in Xvfb openbox xdotool; do
    command -v "$program" >/dev/null || { echo "skipped: there is no $program here"; exit 77; }
done
folder=$(mktemp -d)
own=()
leave() {
    for process in "${own[@]}"; do kill "$process" 2>/dev/null || true; done
    wait
    rm -rf "$folder"
}
trap leave EXIT
mkfifo "$folder/display" "$folder/manager"

Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$folder/display" 2>"$folder/xvfb.log" &
own+=($!)
read -r number <"$folder/display"
export DISPLAY=:$number XDG_CONFIG_HOME=$folder XDG_CACHE_HOME=$folder

openbox --sm-disable --startup "sh -c 'echo up >\"$folder/manager\"'" 2>"$folder/openbox.log" &
own+=($!)
read -r _ <"$folder/manager"

QT_QPA_PLATFORM=xcb FILM_REAL_KEYS=1 "$@"
