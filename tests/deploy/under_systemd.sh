#!/usr/bin/env bash
# The scripts of operations as an administrator has them: from the package, under systemd, with
# Debian's PostgreSQL, nginx and pgBackRest as its packages set them up.
#   tests/deploy/under_systemd.sh
# In a layer over this machine's own root, with systemd as its first process (systemd-nspawn): deploy,
# roll back, scale, each of the timers' jobs, health, diagnosis, audit, restore, and a reboot. Nothing of
# this machine changes. FILM_BINARY_DIR says where the build lies (default build/ci).
# Exit code: 0 all holds, 1 not, 77 cannot run here.
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ "${1:-}" != --help ]] || { sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 0; }
. tests/deploy/root.sh

export FILM_BINARY_DIR=${FILM_BINARY_DIR:-$PWD/build/ci}
[[ $EUID -eq 0 ]] || skip "needs root: it mounts a root of its own"
for tool in dpkg-shlibdeps fakeroot systemd-nspawn pg_createcluster nginx pgbackrest jq age curl openssl; do
    command -v "$tool" >/dev/null || skip "$tool is not installed"
done
work=$(mktemp -d /var/tmp/filmtracker-systemd.XXXXXX)
cleanup() {
    local code=$?
    leave_root "$work"
    exit "$code"
}
trap cleanup EXIT
trap 'exit 143' INT TERM
mkdir "$work/packages" "$work/layer" "$work/root"
make_packages "$work/packages"
root_over_this_machine "$work" 3g
mkdir -p "$work/root/opt/package-test"
cp -r "$work"/packages/*.deb tests/deploy/under_systemd_inside.sh deploy "$work/root/opt/package-test/"
code=0
run_under_systemd "$work" 480 /opt/package-test/under_systemd_inside.sh || code=$?
((code != 77)) || exit 77
((code == 0)) || exit 1
# The same root from the beginning, as after a power cut: nobody starts anything by hand.
FILM_BOOT_TARGET=multi-user.target run_under_systemd "$work" 90 \
    /opt/package-test/under_systemd_inside.sh rebooted || exit 1
echo "under_systemd: holds"
