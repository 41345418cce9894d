#!/usr/bin/env bash
# Installs what the build, the tests and the programs need, and nothing that is there already.
# Debian 12 and Ubuntu 24.04 through apt; macOS through Homebrew (written, not tried yet).
#   scripts/install_dependencies.sh [--server-only]
set -euo pipefail

build=(g++ cmake ninja-build ccache mold pkg-config git
    qt6-base-dev qt6-websockets-dev libqt6sql6-sqlite libqt6sql6-psql
    libpq-dev libsqlite3-dev libsodium-dev libssl-dev libdeflate-dev zlib1g-dev
    libexpected-dev libcpp-jwt-dev libhiredis-dev libmicrohttpd-dev prometheus-cpp-dev librapidcheck-dev)
app=(libqt6opengl6-dev qt6-charts-dev qt6-svg-dev libqt6svg6 qt6-tools-dev qt6-l10n-tools qt6-tools-dev-tools qt6-translations-l10n
    qtkeychain-qt6-dev libsecret-1-0 gnome-keyring dbus dbus-bin libxkbcommon-dev fonts-inter
    xvfb openbox xdotool)
run=(postgresql redis-server sqlite3 procps curl tzdata faketime wrk prometheus)
# What the checks of deploy/ and the drills of operations run.
operate=(dpkg-dev fakeroot systemd-container shellcheck cppcheck yamllint python3 python3-yaml jq sslscan age
    nginx-light haproxy pgbackrest patroni etcd-server etcd-client python3-etcd
    prometheus-alertmanager prometheus-node-exporter prometheus-postgres-exporter
    prometheus-blackbox-exporter)

if [[ "${1:-}" == --help ]]; then
    sed -n '2,4s/^# \{0,1\}//p' "$0"
    exit 0
fi
wanted=("${build[@]}" "${run[@]}")
if [[ "${1:-}" != --server-only ]]; then
    wanted+=("${app[@]}" "${operate[@]}")
    # By command: Node is often there from elsewhere, and the system's npm would not go beside it.
    command -v node >/dev/null || wanted+=(nodejs)
    command -v npm >/dev/null || wanted+=(npm)
    # The tests of the web console drive it; a browser of this family is often there.
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
        command -v google-chrome >/dev/null || wanted+=(chromium)
fi

if [[ "$(uname)" == Darwin ]]; then
    brew install cmake ninja ccache pkg-config qt libpq sqlite libsodium openssl libdeflate \
        tl-expected cpp-jwt hiredis redis libmicrohttpd prometheus-cpp qtkeychain postgresql@15 node
    exit 0
fi
if ! command -v apt-get >/dev/null; then
    echo "This script knows apt and Homebrew only. Install by hand: ${wanted[*]}" >&2
    exit 1
fi
missing=()
for package in "${wanted[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
        missing+=("$package")
done
((${#missing[@]})) || exit 0
echo "Installing ${#missing[@]} packages: ${missing[*]}"
as_root=()
[[ $EUID -eq 0 ]] || as_root=(sudo)
"${as_root[@]}" apt-get update -q
if [[ " ${missing[*]} " == *" chromium "* ]] && ! apt-cache show chromium >/dev/null 2>&1; then
    echo "There is no package of Chromium here: tst_console_browser needs a browser installed by hand." >&2
    mapfile -t missing < <(printf '%s\n' "${missing[@]}" | grep -vx chromium)
fi
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q --no-install-recommends \
    "${missing[@]}"
