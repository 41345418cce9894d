#!/usr/bin/env bash
# What the README asks of a computer, on one that has nothing: a minimal Debian 12 made for it.
#   tests/deploy/bare_system.sh [--build] [--run] [--keep]
#     (alone)  scripts/install_dependencies.sh finds every package, and both presets configure
#     --build  besides, builds the server and the app
#     --run    besides, scripts/run.sh does its job without a display
#     --keep   leaves the root behind and says where
# By hand: it fetches about a gigabyte and needs root, mmdebstrap and a mirror. The tree is what git has at
# HEAD. Exit code: 0 all holds, 1 not, 77 cannot run here.
set -euo pipefail
cd "$(dirname "$0")/../.."

build=
run=
keep=
while (($#)); do
    case $1 in
        --help) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 0 ;;
        --build) build=yes ;;
        --run) build=yes run=yes ;;
        --keep) keep=yes ;;
        *) echo "bare_system.sh: I do not know $1. Try --help." >&2; exit 2 ;;
    esac
    shift
done
skip() { echo "SKIPPED: $*"; exit 77; }
[[ $EUID -eq 0 ]] || skip "needs root: it makes a root of its own"
command -v mmdebstrap >/dev/null || skip "mmdebstrap is not installed"

work=$(mktemp -d /var/tmp/filmtracker-bare.XXXXXX)
root=$work/root
mounted=
cleanup() {
    local code=$?
    [[ -z $mounted ]] || umount -l "$root/proc" "$root/dev/shm" 2>/dev/null || true
    if [[ -n $keep ]]; then echo "what is left: $root"; else rm -rf --one-file-system "$work"; fi
    exit "$code"
}
trap cleanup EXIT
trap 'exit 143' INT TERM

sources=()
for file in /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list; do
    [[ ! -s $file ]] || sources+=("$file")
done
mmdebstrap --quiet --variant=minbase bookworm "$root" "${sources[@]}" >"$work/mmdebstrap.log" 2>&1 ||
    { tail -n 20 "$work/mmdebstrap.log" >&2; skip "no Debian could be made"; }
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # nothing is started in there
chmod 755 "$root/usr/sbin/policy-rc.d"
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm"
mount -t tmpfs tmpfs "$root/dev/shm"
mounted=yes
mkdir -p "$root/src"
git archive HEAD | tar -x -C "$root/src"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 sh -c "cd /src && $1"; }
echo "a root of $(du -sm --one-file-system "$root" | cut -f1) MiB with $(chroot "$root" dpkg-query -f '.\n' -W | wc -l) packages"

step() { # WHAT COMMAND
    local begun=$SECONDS
    inside "$2" >"$work/$1.log" 2>&1 || { tail -n 40 "$work/$1.log" >&2; echo "BROKEN: $1" >&2; exit 1; }
    echo "ok     $1, $((SECONDS - begun)) s"
}
step dependencies scripts/install_dependencies.sh
step dependencies-again scripts/install_dependencies.sh
! grep -q Installing "$work/dependencies-again.log" || { echo "BROKEN: it installs twice" >&2; exit 1; }
step configure-ci "cmake --preset ci"
step configure-release "cmake --preset release"
! grep -hE 'CMake Warning|missing' "$work"/configure-*.log || { echo "BROKEN: configuring warns" >&2; exit 1; }
echo "now $(du -sm --one-file-system "$root" | cut -f1) MiB with $(chroot "$root" dpkg-query -f '.\n' -W | wc -l) packages"
if [[ -n $build ]]; then
    step build "cmake --build --preset release --target filmtracker filmtracker-cli filmtracker-server filmtracker-admin"
fi
if [[ -n $run ]]; then
    step run "scripts/run.sh --no-display"
    tail -n 6 "$work/run.log"
fi
echo "bare_system: holds"
