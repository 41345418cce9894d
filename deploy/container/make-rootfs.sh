#!/usr/bin/env bash
# Puts what the server needs to run, and nothing else, into a folder: no shell, no package manager.
#   deploy/container/make-rootfs.sh PROGRAM FOLDER
# The libraries that it is linked with, what is loaded at run time (database drivers, TLS), time zones,
# certificates, and a user. The container file copies it into an empty image; tests/deploy runs it.
set -euo pipefail
(($# == 2)) || { sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 2; }
program=$1 root=$2
mkdir -p "$root"/{usr/bin,etc/ssl/certs,tmp,var/lib/filmtracker,usr/share}
install -m 0755 "$program" "$root/usr/bin/filmtracker-server"
strip "$root/usr/bin/filmtracker-server" 2>/dev/null || true

plugins=$(dirname "$(find /usr/lib -path '*/qt6/plugins/sqldrivers/libqsqlite.so' -print -quit)")/..
loaded=("$plugins"/sqldrivers/libqsqlite.so "$plugins"/sqldrivers/libqsqlpsql.so "$plugins"/tls/libqopensslbackend.so)
# Qt loads OpenSSL by its name.
mapfile -t openssl < <(find /usr/lib -maxdepth 3 \( -name 'libssl.so.3' -o -name 'libcrypto.so.3' \))
copy() {
    local file
    for file in "$@"; do
        file=$(realpath -s "$file")
        [[ -e $root$file ]] && continue
        install -D -m 0755 "$(readlink -f "$file")" "$root$file"
    done
}
copy "${loaded[@]}" "${openssl[@]}"
# On a merged /usr the loader's paths begin at /lib; they are kept as they are asked for.
mapfile -t libraries < <(ldd "$program" "${loaded[@]}" "${openssl[@]}" | sed -n 's/.*=> \(\/[^ ]*\).*/\1/p; s/^[[:space:]]*\(\/[^ ]*ld-linux[^ ]*\) .*/\1/p' | sort -u)
copy "${libraries[@]}"
cp -r /usr/share/zoneinfo "$root/usr/share/"
[[ ! -e /etc/ssl/certs/ca-certificates.crt ]] || cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
printf 'root:x:0:0::/:/sbin/nologin\nfilmtracker:x:10001:10001::/var/lib/filmtracker:/sbin/nologin\n' >"$root/etc/passwd"
printf 'root:x:0:\nfilmtracker:x:10001:\n' >"$root/etc/group"
printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
chmod 1777 "$root/tmp"
