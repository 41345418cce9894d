#!/usr/bin/env bash
# Builds Film Tracker, starts a server with the sample production and opens the desktop app as its
# coordinator. Without a display it does the same job from the command line and draws the pages.
#   scripts/run.sh [--database URL] [--clean] [--no-display]
#     --database URL   sqlite:FILE or postgresql://… (default: an SQLite file under build/run)
#     --clean          throws away what earlier runs left under build/run
#     --no-display     as if there were no display
set -euo pipefail
cd "$(dirname "$0")/.."

run=$PWD/build/run
database=sqlite:$run/server.db
clean=
display=${DISPLAY:-}${WAYLAND_DISPLAY:-}
[[ "$(uname)" == Darwin ]] && display=mac
while (($#)); do
    case $1 in
        --help) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 0 ;;
        --database) database=${2:?--database needs a URL}; shift ;;
        --clean) clean=yes ;;
        --no-display) display= ;;
        *) echo "run.sh: I do not know $1. Try --help." >&2; exit 2 ;;
    esac
    shift
done

scripts/install_dependencies.sh
cmake --preset release >/dev/null
echo "Building (the first time takes some minutes)"
cmake --build --preset release --target filmtracker filmtracker-cli filmtracker-server |
    { grep -E 'error:|FAILED' || true; }
bin=$PWD/build/release/bin
server=$bin/filmtracker-server

[[ -z $clean ]] || rm -rf "$run"
mkdir -p "$run"
# Each start has devices of its own: an invite code is good for one.
devices=$run/devices-$(date +%Y%m%d-%H%M%S)
mkdir -p "$devices"
# Two devices of one person cannot share a key store entry, so the trial keeps keys in files.
export FILMTRACKER_SECRETS=plain

production_id() {
    "$server" admin list-productions --database "$database" |
        awk '/Northern Lights/ {print $1; exit}'
}

id=$(production_id)
if [[ -z $id ]]; then
    echo "Importing the sample production"
    id=$("$server" admin create-production --title "Northern Lights" --episode "Episode 104" \
        --zone America/New_York --week-ends saturday --currency USD --database "$database")
    "$server" admin import-crew --production "$id" resources/sample/crew_list.csv \
        --database "$database" >/dev/null
    "$server" admin import-callsheets --production "$id" resources/sample/call_sheets/*.csv \
        --database "$database" >/dev/null
    "$server" admin import-days --production "$id" resources/sample/work_days.csv \
        --database "$database" >/dev/null
fi

server_pid=
start_server() {
    : >"$run/server.log"
    "$server" serve --database "$database" --listen "127.0.0.1:${port:-0}" --http 127.0.0.1:0 \
        --data "$run/server" >"$run/server.log" 2>&1 &
    server_pid=$!
    for _ in $(seq 100); do
        if grep -q '^ready ' "$run/server.log"; then
            port=$(sed -n 's/^ready listen=[^ ]*:\([0-9]*\) .*/\1/p' "$run/server.log")
            http=$(sed -n 's/^ready .* http=\([^ ]*\).*/\1/p' "$run/server.log")
            return
        fi
        kill -0 "$server_pid" 2>/dev/null || { cat "$run/server.log" >&2; exit 1; }
        sleep 0.1
    done
    echo "The server did not get ready; see $run/server.log" >&2
    exit 1
}
stop_server() {
    [[ -n $server_pid ]] || return 0
    kill "$server_pid" 2>/dev/null || true
    wait "$server_pid" 2>/dev/null || true
    server_pid=
}
trap stop_server EXIT
invite() { "$server" admin invite --production "$id" --database "$database" "$@"; }

start_server
url=ws://127.0.0.1:$port
office_code=$(invite --person "Priya Nair" --role coordinator)
crew_code=$(invite --person "Maya Lindqvist")
echo "Server on $url, health and metrics on http://$http"

if [[ -n $display ]]; then
    echo "Opening the app as Priya Nair, the coordinator. For a crew member, in another terminal:"
    echo "  FILMTRACKER_SECRETS=plain $bin/filmtracker --data $devices/maya --server $url --code $crew_code --week 2025-11-20"
    "$bin/filmtracker" --data "$devices/office" --server "$url" --code "$office_code" \
        --week 2025-11-20
    echo "The window was closed; the server stops with it."
    exit 0
fi

# ---- the same job without a display ----
as() { local device=$1; shift; "$bin/filmtracker-cli" --data "$devices/$device" "$@" 2>>"$run/cli.log"; }
as maya join --server "$url" --code "$crew_code" --device "A-cam cart"
as office join --server "$url" --code "$office_code" --device "Production office"
as maya sync --wait 30 >/dev/null
as office sync --wait 30 >/dev/null

echo "The server goes away; two devices enter days offline"
stop_server
wraps=$((RANDOM % 50 + 10)) # so that a second run changes something too
as office enter 2025-11-21 "0530 1130-1200 18$wraps" --person "Ingrid Solheim" | tee "$run/saved.txt"
{
    for day in $(seq 1 60); do
        printf '%s\tMaya Lindqvist\t0700 1300-1330 19%02d\n' \
            "$(date -d "2025-12-01 + $day days" +%F 2>/dev/null || date -v+"${day}"d -j -f %F 2025-12-01 +%F)" "$wraps"
    done
    sleep 30
} | as maya enter --stdin >"$run/typed.txt" &
typing=$!
while (($(wc -l <"$run/typed.txt") < 12)); do sleep 0.05; done
maya_pid=$(pgrep -f "filmtracker-cli --data $devices/maya enter" | head -n 1)
kill -KILL "$maya_pid"
wait "$typing" 2>/dev/null || true
grep '^saved ' "$run/typed.txt" >>"$run/saved.txt"
echo "Maya's laptop was killed after $(grep -c '^saved ' "$run/typed.txt") saved days; it starts again"
as maya enter 2025-11-20 "0700 1300-1330 19$wraps" | tee -a "$run/saved.txt"

start_server
as maya sync --wait 60
as office sync --wait 60
echo
as office week 2025-11-20 --person "Maya Lindqvist"
echo
saved=$(grep -c '^saved ' "$run/saved.txt")
pending=$(as maya status --json | sed -n 's/.*"waiting":\([0-9]*\).*/\1/p')
echo "Drawing the pages into $run"
QT_QPA_PLATFORM=offscreen "$bin/filmtracker" --data "$devices/office" --week 2025-11-20 \
    --screenshots "$run" 2>>"$run/cli.log"
ls "$run"/*.png | sed 's/^/  /'

echo
echo "Holding what was reported saved against the server's log"
verified=0
"$server" admin verify-log --production "$id" --database "$database" "$run/saved.txt" || verified=$?

echo
echo "What this run did"
echo "  production   Northern Lights, 120 people, on ${database%%:*}"
echo "  offline      $saved changes reported saved on two devices, one of them killed in between"
echo "  after sync   ${pending:-0} of them still waiting; the coordinator's device shows the week above"
[[ "${pending:-0}" == 0 && $verified == 0 ]]
