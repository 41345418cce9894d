#!/usr/bin/env bash
# The Debian package from install to purge, in a root of its own; nothing of this machine changes.
#   tests/deploy/package.sh [--bare]
#     --bare    a minimal Debian made with mmdebstrap (needs a mirror, minutes) instead of a layer
#               over this machine's own root
# Steps: install, run as the service's user, upgrade with a changed setting, remove, install again,
# purge with and without data; and with systemd as the first process of a container: the unit under
# its hardening, killed, reloaded, stopped.
# FILM_BINARY_DIR says where the build lies (default build/ci). Exit code: 0 all holds, 1 not, 77 cannot run here.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/deploy/root.sh

bare=
while (($#)); do
    case $1 in
        --help) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 0 ;;
        --bare) bare=yes ;;
        *) echo "package.sh: I do not know $1. Try --help." >&2; exit 2 ;;
    esac
    shift
done
export FILM_BINARY_DIR=${FILM_BINARY_DIR:-$PWD/build/ci}
[[ $EUID -eq 0 ]] || skip "needs root: it mounts a root of its own"
for tool in dpkg-shlibdeps fakeroot systemd-nspawn; do
    command -v "$tool" >/dev/null || skip "$tool is not installed"
done

work=$(mktemp -d /var/tmp/filmtracker-package.XXXXXX)
cleanup() {
    local code=$?
    leave_root "$work"
    exit "$code"
}
trap cleanup EXIT
mkdir "$work/packages" "$work/layer" "$work/root"

make_packages "$work/packages"

if command -v lintian >/dev/null; then
    # The changelog is the project's, there is no manual page yet, and no address is invented.
    if ! lintian --no-cfg --allow-root --suppress-tags no-changelog,no-manual-page,bogus-mail-host \
        --fail-on error "$work"/packages/*0.1.0_*.deb; then
        echo "lintian found errors" >&2
        exit 1
    fi
fi

if [[ -n $bare ]]; then
    command -v mmdebstrap >/dev/null || skip "mmdebstrap is not installed"
    mount -t tmpfs -o size=3g tmpfs "$work/root"
    mmdebstrap --quiet --variant=minbase --include=systemd,systemd-sysv,dbus,curl,iproute2,procps \
        bookworm "$work/root" >"$work/mmdebstrap.log" 2>&1 ||
        { tail -n 20 "$work/mmdebstrap.log" >&2; skip "no Debian could be made"; }
else
    root_over_this_machine "$work"
fi
root=$work/root
mkdir -p "$root/opt/package-test"
cp "$work"/packages/*.deb tests/deploy/package_inside.sh "$root/opt/package-test/"
if [[ -n $bare ]]; then
    cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
    chroot "$root" sh -c "apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q \
        --no-install-recommends /opt/package-test/*0.1.0_*.deb" >"$work/apt.log" 2>&1 ||
        { tail -n 20 "$work/apt.log" >&2; exit 1; }
    chroot "$root" dpkg --purge filmtracker-server >/dev/null 2>&1
    echo "apt found every dependency in a bare root of $(du -sm --one-file-system "$root" | cut -f1) MiB"
fi

# No network but loopback, no process beyond the end.
unshare --mount --pid --fork --net --kill-child sh -c "
    ip link set lo up 2>/dev/null
    mount --make-rprivate / && mount -t proc proc '$root/proc' && mount -t tmpfs tmpfs '$root/run' &&
    mount -t tmpfs tmpfs '$root/tmp' && chroot '$root' /opt/package-test/package_inside.sh plain"

# The same with systemd. Where it cannot be booted, what stands above holds all the same.
code=0
run_under_systemd "$work" 120 /opt/package-test/package_inside.sh booted || code=$?
((code == 0 || code == 77)) || exit 1
((code == 0)) || echo "the unit was not run"
echo "package: holds"
