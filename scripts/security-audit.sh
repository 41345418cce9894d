#!/usr/bin/env bash
# Looks at a running installation as an attacker or an auditor would; only reads.
#   scripts/security-audit.sh [--url URL] [--tls HOST:PORT] [--image PATH] [--sbom FILE]
#                             [--advisories FILE] [--quiet]
#     --url         of the HTTP side (default: the server's own, from its settings)
#     --tls         what devices connect to: its TLS is looked at with sslscan
#     --image       a container's root (folder or .tar) or a .deb: secrets in it, what it lets people become
#     --sbom        writes the list of components (CycloneDX 1.5)
#     --advisories  of the components, by Debian's tracker: its data/json, fetched where there is a network
# Headers, TLS, privileges of the process, modes of files, what listens, secrets in settings and logs,
# packages with updates waiting. Exit code: 0 nothing, 1 findings, 2 not understood. Not looked at is said so.

# shellcheck disable=SC2015
# good and bad do not fail, so "A && good || bad" is one or the other.
set -euo pipefail
scripts=$(dirname "$(readlink -f "$0")")
. "$scripts/lib/operations.sh"
audit=$scripts/lib/audit.py

url=
tls=
sbom=
image=
advisories=
quiet=
while (($#)); do
    case $1 in
        --url) url=${2:?--url needs one}; shift ;;
        --tls) tls=${2:?--tls needs HOST:PORT}; shift ;;
        --image) image=${2:?--image needs a folder, a .tar or a .deb}; shift ;;
        --advisories) advisories=${2:?--advisories needs a file}; shift ;;
        --sbom) sbom=${2:?--sbom needs a file}; shift ;;
        --quiet) quiet=yes ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
load_environment
[[ -z $image || -r $image ]] || misuse "\"$image\" cannot be read"
[[ -z $advisories || -r $advisories ]] || misuse "\"$advisories\" cannot be read"
work=$(mktemp -d "$FILM_SCRATCH/filmtracker-audit.XXXXXX")
trap 'rm -rf "$work"' EXIT
findings=0
good() { [[ -n $quiet ]] || printf 'ok      %-11s %s\n' "$1" "$2"; }
bad() {
    printf 'FINDING %-11s %s\n' "$1" "$2"
    findings=$((findings + 1))
}
unseen() { printf 'unseen  %-11s %s\n' "$1" "$2"; }

services=()
for file in "$FILM_CONFIG"/server.conf "$FILM_CONFIG"/*.env; do
    [[ -e $file ]] || continue
    name=$(basename "$file")
    name=${name%.*}
    [[ $name != operations ]] && is_running "$name" && services+=("$name")
done
[[ -n $url || ${#services[@]} -eq 0 ]] || url=http://$(http_of "${services[0]}")

# ---- what it answers ----
if [[ -n $url ]] && headers=$(curl -sk -m 5 -D - -o /dev/null "$url/console/sign-in"); then
    for header in Content-Security-Policy X-Content-Type-Options Referrer-Policy Cache-Control; do
        grep -qi "^$header:" <<<"$headers" && good headers "$header" || bad headers "the console's pages have no $header"
    done
    grep -qiE '^content-security-policy:.*(unsafe-inline|unsafe-eval|\*)' <<<"$headers" &&
        bad headers "the content policy allows what it should not"
    grep -qiE '^(server|x-powered-by):.*[0-9]' <<<"$headers" && bad headers "a version is told to everybody"
    [[ $(curl -sk -m 5 -o /dev/null -w '%{http_code}' "$url/api/v1/accounts") == 401 ]] &&
        good access "the API answers nobody without a token" || bad access "the API lists accounts without a token"
    for path in /.git/config /etc/passwd /../../etc/passwd /console/../../etc/passwd; do
        status=$(curl -sk -m 5 --path-as-is -o /dev/null -w '%{http_code}' "$url$path")
        [[ $status == 200 ]] && bad access "$path is answered with 200"
    done
    [[ $(curl -sk -m 5 -X TRACE -o /dev/null -w '%{http_code}' "$url/") == 200 ]] && bad access "TRACE is answered"
    good access "paths and methods that should not be there are not"
else
    unseen headers "no server answers"
fi

# ---- TLS ----
if [[ -n $tls ]] && command -v sslscan >/dev/null; then
    scan=$(sslscan --no-colour --no-fallback --no-renegotiation "$tls" 2>&1)
    if grep -q 'ERROR' <<<"$scan"; then
        bad tls "nothing to be scanned at $tls"
    else
        for old in SSLv2 SSLv3 TLSv1.0 TLSv1.1; do
            grep -qE "^$old +enabled" <<<"$scan" && bad tls "$old is spoken"
        done
        grep -qE '^TLSv1.3 +enabled' <<<"$scan" && good tls "TLS 1.3" || bad tls "TLS 1.3 is not spoken"
        grep -qE '(Accepted|Preferred).*(RC4|3DES|NULL|EXP|MD5| DES)' <<<"$scan" && bad tls "a weak cipher is accepted"
        grep -q 'heartbleed' <<<"$scan" && grep -q 'vulnerable to heartbleed' <<<"$(grep -v 'not vulnerable' <<<"$scan")" && bad tls "heartbleed"
        good tls "$(grep -cE 'Accepted|Preferred' <<<"$scan") ciphers, none of them weak"
    fi
else
    unseen tls "${tls:+sslscan is not installed}${tls:-no --tls was given}"
fi

# ---- the process and its files ----
for name in "${services[@]}"; do
    pid=$(pid_of "$name")
    user=$(stat -c %U "/proc/$pid")
    [[ $user == root && $FILM_SUPERVISOR == systemd ]] && bad process "$name runs as root" || good process "$name runs as $user"
    if [[ $FILM_SUPERVISOR == systemd ]]; then
        grep -q '^NoNewPrivs:.*1' "/proc/$pid/status" && good process "$name cannot gain privileges" || bad process "$name may gain privileges"
        grep -q '^CapEff:[[:space:]]*0*$' "/proc/$pid/status" && good process "$name has no capability" || bad process "$name has capabilities"
    fi
    # Any address, and not this computer's only, with a plain protocol.
    listen=$(listen_of "$name") http=$(http_of "$name")
    for address in "$listen" "$http"; do
        case ${address%:*} in
            127.* | "[::1]" | localhost) good listening "$name on $address, this computer only" ;;
            *) grep -qE '^tls-certificate=' "$FILM_CONFIG/server.conf" 2>/dev/null && good listening "$name on $address with TLS" ||
                bad listening "$name listens on $address without TLS" ;;
        esac
    done
done
((${#services[@]})) || unseen process "no server runs here"
# What it really listens on, and not what it was told.
if command -v ss >/dev/null; then
    for name in "${services[@]}"; do
        expected=" $(listen_of "$name") $(http_of "$name") "
        while read -r address; do
            [[ $expected == *" $address "* ]] || bad listening "$name listens on $address besides what its settings say"
        done < <(ss -ltnpH | awk -v "pid=pid=$(pid_of "$name")," 'index($0, pid) {sub(/^\*/, "[::]", $4); print $4}')
    done
    others=$(ss -ltnH | awk '{print $4}' | grep -vE '^(127\.|\[::1\]|\[::ffff:127\.)' | sort -u | paste -sd' ' || true)
    good listening "beyond this computer: ${others:-nothing}"
else
    unseen listening "ss is not installed"
fi
while IFS= read -r file; do
    bad files "$file can be read by everybody"
done < <(find "$FILM_CONFIG" "$FILM_PGBACKREST_CONFIG" -type f \( -name pgpass -o -name '*.key' -o -name '*privkey*' -o -name 'pgbackrest.conf' \) -perm /o+r 2>/dev/null)
while IFS= read -r file; do
    bad files "$file can be written by others"
done < <(find "$FILM_CONFIG" "$FILM_STATE" -perm /o+w ! -type l 2>/dev/null)
good files "modes of settings and keys"

# ---- secrets where they do not belong ----
leaked=$work/leaked
looked=()
for file in "$FILM_CONFIG"/*.conf "$FILM_CONFIG"/*.env "$FILM_STATE"/*.log; do
    [[ ! -r $file ]] || looked+=("$file")
done
if [[ $FILM_SUPERVISOR == systemd ]] && command -v journalctl >/dev/null; then
    journalctl -u 'filmtracker-server*' --since -1d -o cat --no-pager >"$work/journal" 2>/dev/null || true
    looked+=("$work/journal")
fi
if ((${#looked[@]} == 0)); then
    unseen secrets "there are no settings and no logs"
elif "$audit" secrets "${looked[@]}" >"$leaked"; then
    good secrets "none in settings and logs"
else
    while IFS= read -r line; do bad secrets "${line/#"$work/"/the }"; done <"$leaked"
fi

# ---- what is carried about ----
if [[ -n $image ]]; then
    root=$image
    case $image in
        *.deb) root=$work/image && mkdir "$root" && dpkg-deb -R "$image" "$root" ;;
        *.tar | *.tar.*) root=$work/image && mkdir "$root" && tar -xf "$image" -C "$root" --no-same-owner ;;
    esac
    "$audit" secrets "$root" >"$leaked" && good image "no secret in it" ||
        while IFS= read -r line; do bad image "${line#"$root/"}"; done <"$leaked"
    while IFS= read -r file; do
        bad image "${file#"$root/"} makes whoever starts it somebody else"
    done < <(find "$root" -xdev -type f -perm /6000)
    while IFS= read -r file; do
        bad image "${file#"$root/"} can be written by everybody"
    done < <(find "$root" -xdev \( -type f -o -type d \) -perm -o+w ! -perm -1000)
    while IFS= read -r file; do
        [[ ! -s $file ]] || bad image "${file#"$root/"} is a file of passwords"
    done < <(find "$root" -xdev -type f \( -name pgpass -o -name .pgpass -o -name shadow -o -name identity.key \))
fi

# ---- packages ----
if command -v apt-get >/dev/null; then
    waiting=$(apt-get -s upgrade 2>/dev/null | grep -c '^Inst .*Debian-Security' || true)
    if ((waiting)); then bad packages "$waiting security updates wait (apt-get upgrade)"; else good packages "no security update waits, as of the last apt-get update"; fi
fi
if [[ -n $sbom ]]; then
    program=$(command -v "$FILM_SERVER" || echo "$FILM_HOME/$(cat "$FILM_STATE/active" 2>/dev/null)/bin/filmtracker-server")
    "$audit" sbom "$program" >"$sbom.new"
    mv "$sbom.new" "$sbom"
    good packages "$(jq '.components | length' "$sbom") components in $sbom"
fi
if [[ -n $advisories && -n $sbom ]]; then
    "$audit" advisories "$sbom" "$advisories" >"$leaked" 2>"$work/said" && good advisories "$(<"$work/said")" ||
        while IFS= read -r line; do bad advisories "$line"; done <"$leaked"
else
    unseen advisories "no --advisories with --sbom was given; packages with updates waiting stand above"
fi
echo "$findings findings"
((findings == 0))
