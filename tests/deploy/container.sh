#!/usr/bin/env bash
# What the container image has in it, run as the image would be: as user 10001, on a root that cannot be
# written to, without capabilities, without a shell. There is no container engine here.
# Exit code: 0 holds, 1 not, 77 cannot run here.
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ "${1:-}" != --help ]] || { sed -n '2,4s/^# \{0,1\}//p' "$0"; exit 0; }
binaries=${FILM_BINARY_DIR:-$PWD/build/ci}/bin
[[ $EUID -eq 0 ]] || { echo "SKIPPED: needs root: it mounts a root of its own"; exit 77; }
work=$(mktemp -d /var/tmp/filmtracker-container.XXXXXX)
server=
cleanup() {
    local code=$?
    [[ -z $server ]] || kill -KILL "$server" 2>/dev/null || true
    umount -l "$work/root" 2>/dev/null || true
    rm -rf "$work"
    exit "$code"
}
trap cleanup EXIT
die() { echo "BROKEN: $*" >&2; exit 1; }

deploy/container/make-rootfs.sh "$binaries/filmtracker-server" "$work/root"
for program in sh bash busybox apt dpkg; do
    [[ -z $(find "$work/root" -name "$program" -type f) ]] || die "there is a $program in it"
done
# What it is looked through for, and that it is: first as it is, then with a slip of each kind.
printf 'FILM_SUPERVISOR=process\nFILM_CONFIG=%s\nFILM_STATE=%s\n' "$work/no" "$work/no" >"$work/operations.env"
audit() { FILM_ENVIRONMENT=$work/operations.env scripts/security-audit.sh --image "$work/root" | grep '^FINDING image' || true; }
found=$(audit)
[[ -z $found ]] || die "$found"
mkdir -p "$work/root/slip"
printf -- '-----BEGIN \x50RIVATE KEY-----\nMIIEvQ\n' >"$work/root/slip/tls.txt"
echo "127.0.0.1:5432:*:film:secret" >"$work/root/slip/pgpass"
install -m 4755 /bin/true "$work/root/slip/tool"
install -m 0666 /dev/null "$work/root/slip/open"
found=$(audit)
for slip in "slip/tls.txt:1: a private key" "slip/pgpass is a file of passwords" "slip/tool makes whoever" "slip/open can be written"; do
    grep -qF "$slip" <<<"$found" || die "the audit does not find: $slip; it found: $found"
done
rm -rf "$work/root/slip"
size=$(du -sm "$work/root" | cut -f1)
mkdir -p "$work/data" "$work/root/dev"
chown 10001:10001 "$work/data"
unshare --mount --pid --fork --kill-child --net sh -c "
    mount --make-rprivate / && ip link set lo up &&
    mount --bind '$work/root' '$work/root' && mount -o remount,bind,ro '$work/root' &&
    mount --bind '$work/data' '$work/root/var/lib/filmtracker' && mount -t tmpfs tmpfs '$work/root/tmp' &&
    exec chroot --userspec=10001:10001 --groups= '$work/root' /usr/bin/filmtracker-server serve \
        --data /var/lib/filmtracker --log json >'$work/out' 2>'$work/log'" &
server=$!
for _ in $(seq 100); do
    grep -q '^ready ' "$work/out" 2>/dev/null && break
    kill -0 "$server" 2>/dev/null || die "it has ended: $(cat "$work/log")"
    sleep 0.1
done
grep -q '^ready ' "$work/out" || die "it does not get ready: $(cat "$work/log")"
[[ -s $work/data/filmtracker-server.sqlite ]] || die "it wrote no database"
inside=$(pgrep -P "$server" -f filmtracker-server | head -n 1)
[[ $(stat -c %u "/proc/$inside") == 10001 ]] || die "it is not user 10001"
! touch "/proc/$inside/root/usr/x" 2>/dev/null || die "its root can be written to"
# Its ports are in a network of their own: asked from within.
nsenter --target "$inside" --net curl -fsS -m 5 http://127.0.0.1:7421/health/ready >/dev/null || die "not ready"
kill -TERM "$inside"
wait "$server" || die "it did not end well: $?"
server=
echo "container: holds; $size MiB, $(find "$work/root/usr" "$work/root/lib" -name '*.so*' 2>/dev/null | wc -l) libraries, no shell"
