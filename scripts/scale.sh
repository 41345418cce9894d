#!/usr/bin/env bash
# Runs so many servers of the release that is in service, behind the balancer.
#   scripts/scale.sh N [--base-port PORT] [--dry-run]
#   scripts/scale.sh status
# Besides the colour in service, N - 1 more, named extra1, extra2 … on ports from --base-port (7450) on. New
# ones get traffic when they are ready; those that are too many get nothing new, then stop, and their
# devices come to the others. Run again it makes up what is missing. Works on one machine.
# Exit code: 0 done, 1 not, 2 not understood, 3 another one is running.
set -euo pipefail
scripts=$(dirname "$(readlink -f "$0")")
. "$scripts/lib/operations.sh"

wanted=
base_port=7450
while (($#)); do
    case $1 in
        status) wanted=status ;;
        --base-port) base_port=${2:?--base-port needs a port}; shift ;;
        [0-9]*) wanted=$1 ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
load_environment
[[ $wanted =~ ^(status|[1-9]|1[0-5])$ && $base_port =~ ^[0-9]+$ ]] || misuse "1 to 15 servers, or status"

active=$(cat "$FILM_STATE/active" 2>/dev/null || true)
if [[ $wanted == status ]]; then
    for file in "$FILM_CONFIG"/*.env; do
        name=$(basename "$file" .env)
        is_running "$name" && printf '%-8s %s %s\n' "$name" "$(listen_of "$name")" \
            "$(is_ready "$name" && echo ready || echo "not ready")"
    done
    exit 0
fi
only_one deployment
if [[ -z $active ]] || ! is_ready "$active"; then die "no colour is in service and well: deploy first"; fi

running=("$active=100")
for ((i = 1; i < wanted; ++i)); do
    name=extra$i
    change ln -sfn "$(readlink -f "$FILM_HOME/$active")" "$FILM_HOME/$name"
    if [[ ! -e $FILM_CONFIG/$name.env && -z $dry_run ]]; then
        printf '# Written by scripts/scale.sh.\nFILMTRACKER_LISTEN=127.0.0.1:%s\nFILMTRACKER_HTTP=127.0.0.1:%s\n' \
            $((base_port + 2 * i)) $((base_port + 2 * i + 1)) | write_file "$FILM_CONFIG/$name.env"
    fi
    change start_service "$name"
    [[ -n $dry_run ]] || wait_ready "$name" 60 || die "$name does not get ready; it gets nothing"
    running+=("$name=100")
done
leaving=()
for file in "$FILM_CONFIG"/extra*.env; do
    [[ -e $file ]] || continue
    name=$(basename "$file" .env)
    ((${name#extra} >= wanted)) && is_running "$name" && leaving+=("$name")
done
change env FILM_ENVIRONMENT="${FILM_ENVIRONMENT:-}" "$scripts/update-load-balancer.sh" set "${running[@]}" "${leaving[@]/%/=0}"
for name in "${leaving[@]}"; do change stop_service "$name"; done
if ((${#leaving[@]})); then
    change env FILM_ENVIRONMENT="${FILM_ENVIRONMENT:-}" "$scripts/update-load-balancer.sh" set "${running[@]}"
fi
say "${#running[@]} servers: ${running[*]%=*}"
