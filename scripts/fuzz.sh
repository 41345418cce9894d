#!/usr/bin/env bash
# Builds the fuzzers (preset fuzz: clang with its fuzzer runtime) and lets them run one after the
# other. What they find worth keeping grows in FOLDER; what breaks a promise is left there as crash-*.
#   scripts/fuzz.sh [--seconds N] [--corpus FOLDER] [frame|envelope|records|typed_text|device|server|rule_pack|token|id_token|request|form|bundle|changes ...]
# Without names: all, 60 seconds each, in build/fuzz/corpus. A file that broke something goes to
# tests/fixtures/fuzz/NAME with the fix; tst_fuzz_corpus runs those in every build.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=60
corpus=$PWD/build/fuzz/corpus
names=()
while (($#)); do
    case $1 in
        --help) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 0 ;;
        --seconds) seconds=${2:?--seconds needs a number}; shift ;;
        --corpus) corpus=$(realpath -m "${2:?--corpus needs a folder}"); shift ;;
        *) names+=("$1") ;;
    esac
    shift
done
((${#names[@]})) || names=(frame envelope records typed_text device server rule_pack token id_token request form bundle changes)

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target filmtracker-fuzz-seeds "${names[@]/#/filmtracker-fuzz-}" >/dev/null
mkdir -p "$corpus"
build/fuzz/bin/filmtracker-fuzz-seeds "$corpus"
for name in "${names[@]}"; do
    echo "== $name, $seconds s"
    build/fuzz/bin/filmtracker-fuzz-"$name" -max_total_time="$seconds" -timeout=10 -max_len=16384 \
        -print_final_stats=1 -artifact_prefix="$corpus/$name/" \
        "$corpus/$name" "tests/fixtures/fuzz/$name" 2>&1 | tail -n 15
done
