#!/usr/bin/env bash
# What package.sh runs inside its root: "plain" without systemd, "booted" under it.
set -euo pipefail
export PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
here=$(dirname "$0")
first=$(ls "$here"/filmtracker-server_0.1.0_*.deb)
next=$(ls "$here"/filmtracker-server_0.1.0+next_*.deb)
url=http://127.0.0.1:7421

die() { echo "BROKEN: $*" >&2; exit 1; }
mode_of() { stat -c '%U:%G %a' "$1"; }
version_of() { dpkg-query -W -f '${Version}' filmtracker-server; }
wait_ready() {
    for _ in $(seq 200); do
        curl -fs "$url/health/ready" >/dev/null 2>&1 && return
        sleep 0.1
    done
    die "the server did not get ready: $(curl -s "$url/health/ready" || true)"
}

plain() {
    # Whatever this root does with documents.
    dpkg-deb -c "$first" | grep -q '/doc/filmtracker-server/runbooks/restore.md$' || die "no runbooks in the package"
    dpkg -i "$first" >/dev/null
    getent passwd filmtracker >/dev/null || die "there is no user"
    [[ $(getent passwd filmtracker | cut -d: -f7) == /usr/sbin/nologin ]] || die "the user has a shell"
    [[ $(mode_of /var/lib/filmtracker) == "filmtracker:filmtracker 750" ]] || die "mode of the data"
    [[ $(mode_of /etc/filmtracker) == "root:filmtracker 750" ]] || die "mode of the settings' folder"
    [[ $(mode_of /etc/filmtracker/server.conf) == "root:filmtracker 640" ]] || die "mode of the settings"
    [[ $(mode_of /etc/filmtracker/pgpass) == "root:root 600" ]] || die "mode of the passwords"
    [[ -L /etc/systemd/system/multi-user.target.wants/filmtracker-server.service ]] ||
        die "not enabled"
    echo "installed $(version_of)"

    setpriv --reuid=filmtracker --regid=filmtracker --clear-groups --no-new-privs \
        filmtracker-server serve --config /etc/filmtracker/server.conf >/tmp/server.log 2>&1 &
    local server=$!
    wait_ready
    kill -TERM "$server"
    wait "$server" || die "it did not end well on SIGTERM: $?"
    [[ -s /var/lib/filmtracker/filmtracker-server.sqlite ]] || die "it wrote no database"
    echo "ran as its user, ended on SIGTERM"

    sed -i 's/^listen=.*/listen=127.0.0.1:7499/' /etc/filmtracker/server.conf
    dpkg -i --force-confold "$next" >/dev/null 2>&1
    [[ $(version_of) == 0.1.0+next ]] || die "not upgraded"
    grep -q 7499 /etc/filmtracker/server.conf || die "the changed setting is lost"
    [[ -s /var/lib/filmtracker/filmtracker-server.sqlite ]] || die "the upgrade lost the data"
    echo "upgraded to $(version_of), the changed setting and the data are kept"

    dpkg -r filmtracker-server >/dev/null 2>&1
    [[ ! -e /usr/bin/filmtracker-server ]] || die "removed, and the program is there"
    [[ -e /etc/filmtracker/server.conf && -d /var/lib/filmtracker ]] || die "removing took too much"
    dpkg -i "$next" >/dev/null 2>&1
    grep -q 7499 /etc/filmtracker/server.conf || die "installing again lost the setting"
    echo "removed and installed again, settings and data are kept"

    dpkg -P filmtracker-server >/tmp/purge.log 2>&1
    [[ ! -e /etc/filmtracker ]] || die "purged, and there are settings: $(ls -A /etc/filmtracker)"
    [[ -s /var/lib/filmtracker/filmtracker-server.sqlite ]] || die "purging took the data"
    grep -q 'has data and stays' /tmp/purge.log || die "purging does not say that the data stays"
    rm -rf /var/lib/filmtracker
    dpkg -i "$first" >/dev/null 2>&1
    dpkg -P filmtracker-server >/dev/null 2>&1
    [[ ! -e /var/lib/filmtracker && ! -e /etc/filmtracker ]] || die "purging leaves folders"
    ! getent passwd filmtracker >/dev/null || die "purging leaves the user"
    [[ -z $(dpkg -L filmtracker-server 2>/dev/null) ]] || die "dpkg knows files still"
    echo "purged: data stays while there is some, else nothing is left"
}

booted() {
    dpkg -i "$first" >/dev/null
    wait_ready
    local pid
    pid=$(systemctl show -p MainPID --value filmtracker-server)
    [[ $(stat -c %U "/proc/$pid") == filmtracker ]] || die "not as its user"
    grep -q '^NoNewPrivs:.*1' "/proc/$pid/status" || die "it may gain privileges"
    grep -q '^Seccomp:.*2' "/proc/$pid/status" || die "there is no filter of system calls"
    grep -q '^CapBnd:[[:space:]]*0*$' "/proc/$pid/status" || die "there are capabilities"
    echo "started by installing it: NoNewPrivs, seccomp, no capability, $(
        systemd-analyze security filmtracker-server.service | sed -n 's/.*level for [^:]*: //p')"

    kill -KILL "$pid"
    wait_ready
    for _ in $(seq 100); do
        [[ $(systemctl show -p NRestarts --value filmtracker-server) == 1 ]] && break
        sleep 0.1
    done
    [[ $(systemctl show -p NRestarts --value filmtracker-server) == 1 ]] || die "not restarted"
    wait_ready
    echo "killed, and started again"
    systemctl reload filmtracker-server
    wait_ready

    pid=$(systemctl show -p MainPID --value filmtracker-server)
    dpkg -i "$next" >/dev/null 2>&1
    wait_ready
    [[ $(systemctl show -p MainPID --value filmtracker-server) != "$pid" ]] ||
        die "the upgrade left the old program running"
    echo "upgraded: the new program serves"
    systemctl stop filmtracker-server
    [[ $(systemctl show -p Result --value filmtracker-server) == success ]] || die "stopped badly"
    journalctl -u filmtracker-server -o cat --no-pager | grep -q '"category"' ||
        die "the journal has no line of JSON"
    dpkg -P filmtracker-server >/dev/null 2>&1
    [[ ! -e /lib/systemd/system/filmtracker-server.service ]] || die "the unit is left"
    echo "stopped, logged as JSON, purged"
    touch "$here/booted.ok"
}

"$1"
