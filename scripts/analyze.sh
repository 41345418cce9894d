#!/usr/bin/env bash
# Looks through the sources for faults that no compiler names.
#   scripts/analyze.sh                    cppcheck over shared/, server/ and app/: a minute
#   scripts/analyze.sh --tidy [FILE...]   clang-tidy with .clang-tidy, the clang analyzer in it: half a minute a file;
#                                         without files those that differ from origin/main
# FILM_PRESET chooses the build whose compile commands --tidy reads (default ci; it has to be configured).
# Exit code: 0 nothing, 1 findings, 2 not understood, 77 the tool is not installed.
set -euo pipefail
cd "$(dirname "$0")/.."

tidy=
files=()
while (($#)); do
    case $1 in
        --help) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 0 ;;
        --tidy) tidy=yes ;;
        -*) echo "analyze.sh: I do not know $1. Try --help." >&2; exit 2 ;;
        *) files+=("$1") ;;
    esac
    shift
done
if [[ -n $tidy ]]; then
    command -v clang-tidy >/dev/null || { echo "clang-tidy is not installed"; exit 77; }
    commands=build/${FILM_PRESET:-ci}/compile_commands.json
    [[ -r $commands ]] || { echo "analyze.sh: there is no $commands: cmake --preset ${FILM_PRESET:-ci}" >&2; exit 2; }
    if ((${#files[@]} == 0)); then
        mapfile -t files < <(git diff --name-only --diff-filter=d origin/main -- '*.cpp')
    fi
    ((${#files[@]})) || { echo "no file differs"; exit 0; }
    printf '%s\0' "${files[@]}" | xargs -0 -n1 -P "$(nproc)" clang-tidy -p "$(dirname "$commands")" --quiet --warnings-as-errors='*'
    exit
fi
command -v cppcheck >/dev/null || { echo "cppcheck is not installed"; exit 77; }
((${#files[@]})) || files=(shared server app)
# Without Qt's headers: what it cannot know it does not tell, and it takes a minute. Left out is what it sees without
# knowing better: ids of two words go by value, ranges of the standard library, members that are called like a function.
cppcheck --quiet -j "$(nproc)" --std=c++20 --language=c++ --library=qt --enable=warning,performance,portability \
    --inline-suppr --suppress=unknownMacro --suppress=internalAstError --suppress=passedByValue \
    --suppress=mismatchingContainerExpression --suppress=ignoredReturnValue --suppress=CastIntegerToAddressAtReturn --error-exitcode=1 -I . "${files[@]}"
