#!/usr/bin/env bash
# Puts another version into service beside the one that runs, and takes it back by itself if it is worse.
#   scripts/blue-green-deploy.sh deploy PACKAGE.deb [--steps 10,50,100] [--step-seconds 60] [--dry-run]
#   scripts/blue-green-deploy.sh status
#   scripts/blue-green-deploy.sh rollback [--dry-run]
# deploy: checks; unpacks the package beside the others; looks through it for secrets; starts the colour that is
# idle; asks whether it is well and not much slower than the other one; gives it traffic step by step and
# watches its answers; brings the servers of scale.sh over, one after the other; stops the old colour, which
# sends its devices over. What a reboot starts is changed with it. Releases that belong to no colour
# go, but for the newest FILM_KEEP_RELEASES (3). FILM_DEPLOY_CHECK, a command of your own, gets the idle colour's
# URL before it gets traffic. Before the last step nothing is lost by an interruption: the old colour serves on.
# rollback: the version before, the same way in one step.
# A version is worse when it is not ready, ends, more than FILM_MAX_ERROR_PERCENT (1) of its HTTP
# answers are errors, its p95 is above FILM_MAX_P95_MS (1000), or commits fail.
# Exit code: 0 done, 1 not done and as before, 2 not understood, 3 another one is running, 4 taken back.
set -euo pipefail
scripts=$(dirname "$(readlink -f "$0")")
. "$scripts/lib/operations.sh"

command=
package=
steps=10,50,100
step_seconds=60
while (($#)); do
    case $1 in
        deploy) command=deploy package=${2:-}; shift ;;
        status | rollback) command=$1 ;;
        --steps) steps=${2:?--steps needs percentages}; shift ;;
        --step-seconds) step_seconds=${2:?--step-seconds needs a number}; shift ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    (($#)) && shift
done
load_environment
[[ -n $command ]] || misuse "deploy, status or rollback"
[[ $steps =~ ^[0-9]+(,[0-9]+)*$ && $step_seconds =~ ^[0-9]+$ ]] || misuse "steps are percentages and seconds"
[[ $steps == 100 || $steps == *,100 ]] || steps+=,100
: "${FILM_MAX_ERROR_PERCENT:=1}" "${FILM_MAX_P95_MS:=1000}"
: "${FILM_KEEP_RELEASES:=3}" "${FILM_DEPLOY_CHECK:=}"

active_file=$FILM_STATE/active
active=$(cat "$active_file" 2>/dev/null || true)
other() { [[ $1 == blue ]] && echo green || echo blue; }
version_of() { basename "$(readlink -f "$FILM_HOME/$1" 2>/dev/null || echo none)"; }

if [[ $command == status ]]; then
    for colour in blue green; do
        printf '%-6s %-20s %s%s\n' "$colour" "$(version_of "$colour")" \
            "$(is_running "$colour" && { is_ready "$colour" && echo ready || echo "not ready"; } || echo stopped)" \
            "$([[ $colour == "$active" ]] && echo ", in service")"
    done
    exit 0
fi
only_one deployment

# Figures of one server since it started: answers, errors, and how many took how long.
figures() { curl -fsS -m 3 "http://$(http_of "$1")/metrics"; }
# judge COLOUR BEFORE AFTER: what is wrong with it between two looks, or nothing
judge() {
    python3 - "$2" "$3" "$FILM_MAX_ERROR_PERCENT" "$FILM_MAX_P95_MS" <<'PYTHON'
import re, sys
def read(path):
    sums = {"total": 0.0, "errors": 0.0, "failures": 0.0}
    buckets = {}
    for line in open(path):
        m = re.match(r'(\w+)(?:\{(.*)\})? ([-+.\deInfNa]+)$', line.strip())
        if not m:
            continue
        name, labels, value = m[1], m[2] or "", float(m[3])
        if name == "filmtracker_http_requests_total":
            sums["total"] += value
            if re.search(r'status="5', labels):
                sums["errors"] += value
        elif name == "filmtracker_lane_failures_total":
            sums["failures"] += value
        elif name == "filmtracker_http_request_duration_seconds_bucket":
            le = float(re.search(r'le="([^"]*)"', labels)[1].replace("+Inf", "inf"))
            buckets[le] = buckets.get(le, 0) + value
    return sums, buckets
(before, old), (after, new) = read(sys.argv[1]), read(sys.argv[2])
percent, p95_ms = float(sys.argv[3]), float(sys.argv[4])
total = after["total"] - before["total"]
errors = after["errors"] - before["errors"]
# Of few answers it takes half: a balancer gives one that fails next to none.
if total >= 20 and 100 * errors / total > percent or total >= 5 and 2 * errors >= total:
    print(f"{errors:.0f} of {total:.0f} answers were errors")
if after["failures"] > before["failures"]:
    print("commits failed")
grown = sorted((le, n - old.get(le, 0)) for le, n in new.items())
if grown and grown[-1][1] >= 20:
    p95 = next(le for le, n in grown if n >= 0.95 * grown[-1][1])
    if 1000 * p95 > p95_ms:
        print(f"p95 is above {p95_ms:.0f} ms")
PYTHON
}
# Names of the steps that a smoke test asks for: nobody is signed in.
smoke() {
    local path
    for path in /health/live /health/ready /api/v1/openapi.json /metrics; do
        curl -fsS -m 5 -o /dev/null "http://$(http_of "$1")$path" || { warn "$1 does not answer $path"; return 1; }
    done
}
# Milliseconds that half of forty answers take. Not of the API, which counts what an address asks.
answer_ms() {
    curl -fsS -m 5 -o /dev/null -w '%{time_total}\n' "http://$(http_of "$1")/metrics?[1-40]" |
        sort -n | awk 'NR == 20 {printf "%d\n", 1000 * $1}'
}
# Before it has traffic: three times as slow as what serves, and by more than 50 ms, is no chance.
is_slower() {
    local new old
    [[ -n $active ]] && is_running "$active" || return 1
    new=$(answer_ms "$1") && old=$(answer_ms "$active") || return 1
    say "an answer takes $new ms, of $active $old ms"
    ((new > 3 * old && new > old + 50))
}
# The programs that no colour has any more; the newest of them stay for a look back.
clean_up() {
    local kept=0 dir used
    used=$(for dir in "$FILM_HOME"/*; do [[ ! -L $dir ]] || readlink -f "$dir"; done)
    while IFS= read -r dir; do
        ! grep -qxF "$dir" <<<"$used" || continue
        ((++kept > FILM_KEEP_RELEASES)) || continue
        say "throwing away $(basename "$dir"), which nobody runs"
        change rm -rf "$dir"
    done < <(find "$(readlink -f "$FILM_HOME")/releases" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %p\n' |
        sort -rn | cut -d' ' -f2-)
}
balance() { change env FILM_ENVIRONMENT="${FILM_ENVIRONMENT:-}" "$scripts/update-load-balancer.sh" set "$@"; }

looks=$(mktemp -d)
switching=
extras=()
take_back() { # COLOUR REASON
    tell "deployment taken back" "$1: $2"
    if [[ -n $active ]] && is_running "$active"; then
        balance "$active=100" "${extras[@]/%/=100}"
    fi
    change stop_service "$1"
    switching=
    exit 4
}
ended() {
    local code=$?
    trap '' INT TERM
    if [[ -n $switching ]]; then
        warn "interrupted: back to ${active:-nothing}"
        [[ -z $active ]] || balance "$active=100" "${extras[@]/%/=100}" || true
        change stop_service "$switching" || true
    fi
    rm -rf "$looks"
    exit "$code"
}
trap ended EXIT
trap 'exit 130' INT TERM

# A few of one release beside many of another: of a hundred parts each of the old ones gets as many.
# old_ones PERCENT
old_ones() {
    local name each=$(($1 / (${#extras[@]} + 1)))
    ((each || $1 == 0)) || each=1
    for name in "$active" "${extras[@]}"; do echo "$name=$each"; done
}
# into_service COLOUR STEPS
into_service() {
    local to=$1 step wrong second name is_serving=
    local -a renewed=() left=()
    mapfile -t extras < <(extra_servers)
    change start_service "$to"
    if [[ -n $dry_run ]]; then
        say "would wait until $to is ready, then give it $2 % and stop $active"
        return
    fi
    switching=$to
    wait_ready "$to" 60 || take_back "$to" "not ready within 60 s"
    smoke "$to" || take_back "$to" "the smoke test failed"
    # Twice, as something else may have taken the machine for a moment.
    ! is_slower "$to" || ! is_slower "$to" || take_back "$to" "it is slower than $active without any traffic"
    if [[ -n $FILM_DEPLOY_CHECK ]]; then
        $FILM_DEPLOY_CHECK "http://$(http_of "$to")" >&2 || take_back "$to" "FILM_DEPLOY_CHECK ended with $?"
    fi
    # One that ends again and again does not run at most moments, and is to be stopped all the same.
    [[ -z $active ]] || ! is_running "$active" || is_serving=yes
    for step in ${2//,/ }; do
        # Before it gets any: a balancer asks one that fails a few times at once, and then hardly any more.
        figures "$to" >"$looks/before" || take_back "$to" "no metrics"
        if [[ -n $is_serving ]]; then
            mapfile -t left < <(old_ones $((100 - step)))
            balance "$to=$step" "${left[@]}"
        else
            balance "$to=100"
        fi
        for ((second = 0; second < step_seconds; ++second)); do
            sleep 1
            is_running "$to" || take_back "$to" "it has ended"
            is_ready "$to" || { sleep 1; is_ready "$to"; } || take_back "$to" "not ready with $step %"
            figures "$to" >"$looks/after" || take_back "$to" "no metrics"
            wrong=$(judge "$to" "$looks/before" "$looks/after" | paste -sd';')
            [[ -z $wrong ]] || take_back "$to" "$wrong, with $step %"
        done
        say "$to is well with $step %"
    done
    change enable_service "$to"
    echo "$to" | write_file "$active_file"
    switching=
    if [[ -n $active ]]; then
        echo "$active" | write_file "$FILM_STATE/previous"
        change disable_service "$active"
    fi
    left=("${extras[@]}")
    for name in "${extras[@]}"; do
        left=("${left[@]:1}")
        if ! renew_service "$name" "$to"; then
            tell "deployment" "$name does not get ready with $(version_of "$to") and gets nothing: scale.sh makes up for it"
            continue
        fi
        renewed+=("$name=100")
        balance "$to=100" "${renewed[@]}" "${left[@]/%/=0}" ${is_serving:+"$active=0"}
    done
    if [[ -n $active ]]; then
        change stop_service "$active" # says goodbye to its devices
        balance "$to=100" "${renewed[@]}"
    fi
}

if [[ $command == rollback ]]; then
    previous=$(cat "$FILM_STATE/previous" 2>/dev/null || true)
    [[ -n $previous && -n $active && $previous != "$active" ]] || die "there is nothing to go back to"
    [[ -x $FILM_HOME/$previous/bin/filmtracker-server ]] || die "the program of $previous is gone"
    tell "rollback begins" "from $(version_of "$active") ($active) to $(version_of "$previous") ($previous)"
    step_seconds=$((step_seconds < 5 ? step_seconds : 5))
    into_service "$previous" 100
    [[ -n $dry_run ]] || tell "rollback done" "$(version_of "$previous") serves as $previous"
    exit 0
fi

# ---- deploy ----
[[ -r $package ]] || misuse "\"$package\" cannot be read"
version=$(dpkg-deb -f "$package" Version) || die "$package is no Debian package"
[[ $(dpkg-deb -f "$package" Package) == filmtracker-server ]] || die "$package is another package"
idle=$([[ -n $active ]] && other "$active" || echo blue)
if [[ -n $active ]]; then
    is_ready "$active" || die "$active is not well: repair that first (health-check.sh)"
fi
is_running "$idle" && die "$idle should be idle and runs: stop it first"
# The first time it is not there yet.
[[ -d $FILM_HOME ]] || change mkdir -p "$FILM_HOME"
place=$FILM_HOME
until [[ -d $place ]]; do place=$(dirname "$place"); done
free=$(df -k --output=avail "$place" | tail -n 1)
((free > 512 * 1024)) || die "less than 512 MiB are free under $FILM_HOME"
release=$FILM_HOME/releases/$version
# A package that was built again under its version is another one, and may not replace what runs.
sum=$(sha256sum <"$package" | cut -d' ' -f1)
[[ ! -e $release || $(cat "$release/package.sha256" 2>/dev/null) == "$sum" ]] || release+=-${sum:0:8}
if [[ ! -x $release/bin/filmtracker-server ]]; then
    if [[ -n $dry_run ]]; then
        say "would unpack $version into $release"
    else
        rm -rf "$release.unpacking"
        mkdir -p "$release.unpacking"
        dpkg-deb -x "$package" "$release.unpacking"
        if ! "$scripts/lib/audit.py" secrets "$release.unpacking" >&2; then
            rm -rf "$release.unpacking"
            die "somebody's secret is in $package"
        fi
        rm -rf "$release"
        mkdir -p "$(dirname "$release")"
        mv "$release.unpacking/usr" "$release"
        rm -rf "$release.unpacking"
        echo "$sum" >"$release/package.sha256"
    fi
fi
change ln -sfn "$release" "$FILM_HOME/$idle"
[[ ! -d $FILM_HOME/releases ]] || clean_up
tell "deployment begins" "$(basename "$release") as $idle, beside $(version_of "${active:-none}")"
into_service "$idle" "$steps"
[[ -n $dry_run ]] || tell "deployment done" "$(basename "$release") serves as $idle"
