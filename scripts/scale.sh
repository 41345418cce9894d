#!/usr/bin/env bash
# Runs so many servers of the release that is in service, behind the balancer.
#   scripts/scale.sh N [--base-port PORT] [--dry-run]
#   scripts/scale.sh rebalance [--dry-run]
#   scripts/scale.sh status
# Besides the colour in service, N - 1 more, named extra1, extra2 … on ports from --base-port (7450) on. New
# ones get traffic when they are ready; those that are too many get nothing new, then stop, and their
# devices come to the others. Run again it makes up what is missing, and brings those of another release
# than the one in service over to it, one after the other. Works on one machine.
# A device stays where it is until somebody sends it away. So that new servers get their part, those that
# have more than a tenth above the mean are told to send the rest elsewhere (SIGUSR1), some rounds long:
# at the end of `N`, or by `rebalance` at any time. Nobody loses anything by it but a second.
# Exit code: 0 done, 1 not, 2 not understood, 3 another one is running.
set -euo pipefail
scripts=$(dirname "$(readlink -f "$0")")
. "$scripts/lib/operations.sh"

wanted=
base_port=7450
while (($#)); do
    case $1 in
        status | rebalance) wanted=$1 ;;
        --base-port) base_port=${2:?--base-port needs a port}; shift ;;
        [0-9]*) wanted=$1 ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
load_environment
[[ $wanted =~ ^(status|rebalance|[1-9]|1[0-5])$ && $base_port =~ ^[0-9]+$ ]] ||
    misuse "1 to 15 servers, rebalance or status"

# Devices that are connected now; nothing if it does not say.
devices_of() {
    curl -fsS -m 3 "http://$(http_of "$1")/metrics" 2>/dev/null |
        sed -n 's/^filmtracker_sessions{phase="live"} \([0-9]*\).*/\1/p'
}
active=$(cat "$FILM_STATE/active" 2>/dev/null || true)
if [[ $wanted == status ]]; then
    for file in "$FILM_CONFIG"/*.env; do
        [[ -e $file ]] || continue
        name=$(basename "$file" .env)
        [[ $name != operations ]] || continue
        is_running "$name" || continue
        printf '%-8s %s %s, %s devices\n' "$name" "$(listen_of "$name")" \
            "$(is_ready "$name" && echo ready || echo "not ready")" "$(devices_of "$name" || echo "?")"
    done
    exit 0
fi

# A version that does not know the signal would end by it.
knows_the_signal() {
    local blocked
    blocked=$(sed -n 's/^SigBlk:[[:space:]]*//p' "/proc/$1/status" 2>/dev/null)
    [[ -n $blocked ]] && ((16#$blocked & 0x200))
}
# rebalance SERVER...
rebalance() {
    local name round total mean surplus pid moving count here
    local -A devices
    (($# > 1)) || return 0
    for ((round = 0; round < 6; ++round)); do
        total=0
        for name in "$@"; do
            devices[$name]=$(devices_of "$name" || true)
            [[ -n ${devices[$name]} ]] || { warn "$name does not say how many devices it has"; return 0; }
            total=$((total + devices[$name]))
        done
        mean=$(((total + $# - 1) / $#))
        moving=
        for name in "$@"; do
            surplus=$((devices[$name] - mean))
            ((surplus > mean / 10)) || continue
            pid=$(pid_of "$name")
            knows_the_signal "$pid" || { warn "$name is of a version that keeps its devices"; continue; }
            say "$name sends $surplus of ${devices[$name]} devices elsewhere"
            # Not the shell's own, which knows no value.
            change "$(type -P kill)" -USR1 --queue "$surplus" "$pid"
            moving=yes
        done
        [[ -n $moving && -z $dry_run ]] || break
        # The server spreads them, a second for each 200.
        sleep 1
        for _ in $(seq $((20 + total / 100))); do
            count=0
            for name in "$@"; do
                here=$(devices_of "$name" || true)
                count=$((count + ${here:-0}))
            done
            ((count < total)) || break
            sleep 0.5
        done
    done
    [[ -n $dry_run ]] || for name in "$@"; do say "$name has $(devices_of "$name" || echo "?") devices"; done
}

only_one deployment
if [[ -z $active ]] || ! is_ready "$active"; then die "no colour is in service and well: deploy first"; fi
if [[ $wanted == rebalance ]]; then
    names=("$active")
    for name in $(extra_servers); do
        is_running "$name" && names+=("$name")
    done
    rebalance "${names[@]}"
    exit 0
fi

running=("$active=100")
for ((i = 1; i < wanted; ++i)); do
    name=extra$i
    if is_running "$name" && ! runs_release "$name" "$active"; then
        say "$name runs another release than $active"
        others=()
        for other in $(extra_servers); do [[ $other == "$name" ]] || others+=("$other=100"); done
        change env FILM_ENVIRONMENT="${FILM_ENVIRONMENT:-}" "$scripts/update-load-balancer.sh" set "$active=100" "${others[@]}" "$name=0"
        change stop_service "$name"
    fi
    change ln -sfn "$(readlink -f "$FILM_HOME/$active")" "$FILM_HOME/$name"
    if [[ ! -e $FILM_CONFIG/$name.env && -z $dry_run ]]; then
        printf '# Written by scripts/scale.sh.\nFILMTRACKER_LISTEN=127.0.0.1:%s\nFILMTRACKER_HTTP=127.0.0.1:%s\n' \
            $((base_port + 2 * i)) $((base_port + 2 * i + 1)) | write_file "$FILM_CONFIG/$name.env"
    fi
    change start_service "$name"
    [[ -n $dry_run ]] || wait_ready "$name" 60 || die "$name does not get ready; it gets nothing"
    change enable_service "$name"
    running+=("$name=100")
done
leaving=()
for name in $(extra_servers); do
    ((${name#extra} >= wanted)) && leaving+=("$name")
done
change env FILM_ENVIRONMENT="${FILM_ENVIRONMENT:-}" "$scripts/update-load-balancer.sh" set "${running[@]}" "${leaving[@]/%/=0}"
for name in "${leaving[@]}"; do
    change disable_service "$name"
    change stop_service "$name"
done
if ((${#leaving[@]})); then
    change env FILM_ENVIRONMENT="${FILM_ENVIRONMENT:-}" "$scripts/update-load-balancer.sh" set "${running[@]}"
fi
say "${#running[@]} servers: ${running[*]%=*}"
[[ -n $dry_run ]] || rebalance "${running[@]%=*}"
