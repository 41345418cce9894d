#!/usr/bin/env bash
# Builds with a sanitizer and runs the tests that it can tell something about. Starts its own PostgreSQL.
#   scripts/sanitize.sh [address|thread] [-- CTEST-OPTION...]
# address, the default: memory errors, leaks and undefined behaviour, in every test but the windows
# and the processes, and in FILM_SEEDS (200) simulated worlds. thread: data races, in the server, the
# client's engine and both together. With options for ctest (-R NAME) only those tests, no worlds.
# Exit code: 0 nothing found, 1 found something or a test failed, 2 not understood, 130 interrupted.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() { sed -n '2,7s/^# \{0,1\}//p' "$0"; }

kind=address
if (($#)) && [[ $1 != -- ]]; then
    kind=$1
    shift
fi
case $kind in
    --help) usage; exit 0 ;;
    address) preset=asan; labels=(unit property fuzz sync store server engine models) ;;
    thread) preset=tsan; labels=(tsan server engine e2e) ;;
    *) usage >&2; exit 2 ;;
esac
if (($#)); then
    [[ $1 == -- ]] || { usage >&2; exit 2; }
    shift
fi
seeds=${FILM_SEEDS:-200}

# Each step is a group of processes, so that all of it ends when this script is told to.
step=
run() {
    set -m
    "$@" &
    step=$!
    set +m
    wait "$step"
}
stop() {
    trap '' INT TERM
    [[ -z $step ]] || kill -TERM -- "-$step" 2>/dev/null || true
    wait
    exit 130
}
trap stop INT TERM

reports=$PWD/build/$preset/reports
lists=$PWD/tests/support/sanitizers
# The drills take the machine to its limits, and the other client, the browser and the issuer are programs of others.
# The simulation's own tests want thousands of worlds each.
arguments=(--test-dir "build/$preset" --output-on-failure --no-tests=error
    --label-regex "^($(IFS='|'; echo "${labels[*]}"))$"
    --exclude-regex '^(drill_.*|.*interop.*|.*console_(client|browser).*|.*openid(_issuer)?|tst_simulation.*)$')

run scripts/install_dependencies.sh
run cmake --preset "$preset" >/dev/null
# A test and the target that builds it have the same name.
mapfile -t targets < <(ctest "${arguments[@]}" "$@" --show-only | sed -n 's/^ *Test *#[0-9]*: //p')
[[ $kind == thread ]] || (($#)) || targets+=(filmtracker-simulate)
run cmake --build --preset "$preset" --target "${targets[@]}"
rm -rf "$reports"
mkdir -p "$reports"

# In files: what a program says that a test has started would be lost otherwise.
common=log_path=$reports/report:print_stacktrace=1
export ASAN_OPTIONS=$common:detect_stack_use_after_return=1:strict_string_checks=1:check_initialization_order=1
export LSAN_OPTIONS=suppressions=$lists/leaks.txt:print_suppressions=0
export UBSAN_OPTIONS=$common
export TSAN_OPTIONS=$common:suppressions=$lists/races.txt:ignore_noninstrumented_modules=1:history_size=4:print_suppressions=0

failed=0
run scripts/with_postgres.sh ctest "${arguments[@]}" "$@" || failed=1
if [[ $kind == address ]] && ((!$#)); then
    run "build/$preset/bin/filmtracker-simulate" --seeds "$seeds" || failed=1
fi

found=0
for report in "$reports"/*; do
    [[ -f $report ]] || continue
    found=$((found + 1))
    printf '\n== %s\n' "${report#"$PWD"/}"
    head -n 60 "$report"
done
echo
if ((failed || found)); then
    echo "sanitize $kind: $found reports in build/$preset/reports; tests $( ((failed)) && echo failed || echo passed)"
    exit 1
fi
echo "sanitize $kind: nothing found"
