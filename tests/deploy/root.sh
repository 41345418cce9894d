# shellcheck shell=bash
# Roots to install into, and systemd in them: sourced by package.sh and under_systemd.sh.

skip() { echo "SKIPPED: $*"; exit 77; }

# root_over_this_machine WORK: WORK/root is this machine's root with a layer that takes what is written
root_over_this_machine() {
    # The layers have to be outside of the root that they lie over.
    mount -t tmpfs -o "size=${2:-2g}" tmpfs "$1/layer" || skip "a tmpfs cannot be mounted"
    mkdir "$1/layer/upper" "$1/layer/work"
    mount -t overlay overlay \
        -o "lowerdir=/,upperdir=$1/layer/upper,workdir=$1/layer/work" "$1/root" 2>/dev/null ||
        skip "there are no layered file systems"
}
leave_root() { # WORK
    mountpoint -q "$1/root" && umount -l "$1/root"
    mountpoint -q "$1/layer" && umount -l "$1/layer"
    rm -rf --one-file-system "$1"
}

# make_packages FOLDER: what was built, and the same under the version 0.1.0+next
make_packages() {
    local made tree=$1/.next
    made=$(scripts/package-server.sh --no-build --output "$1" 2>"$1.log") || { cat "$1.log" >&2; exit 1; }
    # Packing takes a dozen seconds of a processor, another number in it one.
    dpkg-deb -R "$made" "$tree"
    sed -i 's/^Version: .*/Version: 0.1.0+next/' "$tree/DEBIAN/control"
    dpkg-deb --root-owner-group -Znone -b "$tree" "$1/filmtracker-server_0.1.0+next_amd64.deb" >/dev/null
    rm -rf "$tree"
}

# run_under_systemd WORK SECONDS COMMAND...: with systemd as the first process of WORK/root, which ends with
# the command. FILM_BOOT_TARGET is what is up before: multi-user.target as after a reboot of a machine. What it says is printed, and it says that it held by the file WORK/root/opt/package-test/booted.ok:
# the exit code of a container is its systemd's.
run_under_systemd() {
    local work=$1 seconds=$2 root=$1/root after=${FILM_BOOT_TARGET:-basic.target}
    shift 2
    cat >"$root/lib/systemd/system/package-test.service" <<UNIT
[Unit]
Requires=$after
After=$after
SuccessAction=poweroff-force
FailureAction=poweroff-force
[Service]
Type=oneshot
ExecStart=$*
StandardOutput=append:/opt/package-test/booted.log
StandardError=append:/opt/package-test/booted.log
TimeoutStartSec=$seconds
UNIT
    rm -f "$root/opt/package-test/booted.ok" "$root/opt/package-test/booted.log"
    printf '[Unit]\nRequires=basic.target package-test.service\nAfter=basic.target\nAllowIsolate=yes\n' \
        >"$root/lib/systemd/system/package-test.target"
    rm -f "$root/usr/sbin/policy-rc.d" # services may be started in there
    if timeout $((seconds + 60)) systemd-nspawn --quiet --register=no --keep-unit --private-network -D "$root" \
        /lib/systemd/systemd systemd.unit=package-test.target systemd.log_level=warning \
        </dev/null >"$work/boot.log" 2>&1 || [[ -s $root/opt/package-test/booted.log ]]; then
        cat "$root/opt/package-test/booted.log"
        [[ -e $root/opt/package-test/booted.ok ]]
    else
        # A container inside a container may not be allowed.
        tail -n 5 "$work/boot.log"
        echo "systemd could not be booted here"
        [[ -z ${FILM_REQUIRE_BOOT:-} ]] && return 77
    fi
}
