#!/usr/bin/env bash
# Looks at a running installation as an attacker or an auditor would; only reads.
#   scripts/security-audit.sh [--url URL] [--tls HOST:PORT] [--sbom FILE] [--quiet]
#     --url   of the HTTP side (default: the server's own, from its settings)
#     --tls   what devices connect to: its TLS is looked at with sslscan
#     --sbom  writes the list of components (CycloneDX 1.5)
# Headers, TLS, privileges of the process, modes of files, what listens, secrets in settings and logs,
# packages with updates waiting. Exit code: 0 nothing, 1 findings, 2 not understood. Not looked at is said so.

# shellcheck disable=SC2015,SC2016
# good and bad do not fail, so "A && good || bad" is one or the other; and a $ in a pattern is meant.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/lib/operations.sh"

url=
tls=
sbom=
quiet=
while (($#)); do
    case $1 in
        --url) url=${2:?--url needs one}; shift ;;
        --tls) tls=${2:?--tls needs HOST:PORT}; shift ;;
        --sbom) sbom=${2:?--sbom needs a file}; shift ;;
        --quiet) quiet=yes ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
load_environment
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
while IFS= read -r file; do
    bad files "$file can be read by everybody"
done < <(find "$FILM_CONFIG" "$FILM_PGBACKREST_CONFIG" -type f \( -name pgpass -o -name '*.key' -o -name '*privkey*' -o -name 'pgbackrest.conf' \) -perm /o+r 2>/dev/null)
while IFS= read -r file; do
    bad files "$file can be written by others"
done < <(find "$FILM_CONFIG" "$FILM_STATE" -perm /o+w ! -type l 2>/dev/null)
good files "modes of settings and keys"

# ---- secrets where they do not belong ----
secret='(://[^:/@[:space:]]+:[^@/[:space:]$(]+@|-----BEGIN [A-Z ]*PRIVATE KEY|AGE-SECRET-KEY-1|AKIA[0-9A-Z]{16}|eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.)'
for file in "$FILM_CONFIG"/*.conf "$FILM_CONFIG"/*.env "$FILM_STATE"/*.log; do
    [[ -r $file ]] || continue
    grep -qE "$secret" "$file" && bad secrets "$file has a password, a key or a token in it"
done
if [[ $FILM_SUPERVISOR == systemd ]] && command -v journalctl >/dev/null; then
    journalctl -u 'filmtracker-server*' --since -1d -o cat --no-pager 2>/dev/null | grep -qE "$secret" && bad secrets "the journal has one"
fi
good secrets "none in settings and logs"

# ---- packages ----
if command -v apt-get >/dev/null; then
    waiting=$(apt-get -s upgrade 2>/dev/null | grep -c '^Inst .*Debian-Security' || true)
    if ((waiting)); then bad packages "$waiting security updates wait (apt-get upgrade)"; else good packages "no security update waits, as of the last apt-get update"; fi
fi
if [[ -n $sbom ]]; then
    program=$(command -v "$FILM_SERVER" || echo "$FILM_HOME/$(cat "$FILM_STATE/active" 2>/dev/null)/bin/filmtracker-server")
    python3 - "$program" >"$sbom.new" <<'PYTHON'
import json, subprocess, sys
# Linked, and what is loaded at run time, which no linker knows.
files = {line.split("=>")[1].split()[0] for line in subprocess.run(["ldd", sys.argv[1]], capture_output=True, text=True, check=True).stdout.splitlines() if "=> /" in line}
import glob
files |= set(glob.glob("/usr/lib/*/qt6/plugins/sqldrivers/libqsql*.so") + glob.glob("/usr/lib/*/qt6/plugins/tls/*.so"))
packages = set()
for path in files:
    for tried in (path, path.removeprefix("/usr"), "/usr" + path):
        found = subprocess.run(["dpkg", "-S", tried], capture_output=True, text=True)
        if found.returncode == 0:
            packages.add(found.stdout.split(": ")[0].split(":")[0].split(",")[0])
            break
components = []
for name in sorted(packages):
    version, arch = subprocess.run(["dpkg-query", "-W", "-f", "${Version} ${Architecture}\n", name], capture_output=True, text=True).stdout.split()[:2]
    components.append({"type": "library", "name": name, "version": version, "bom-ref": name,
                       "purl": f"pkg:deb/debian/{name}@{version.replace('+', '%2B').replace(':', '%3A')}?arch={arch}"})
print(json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
                  "metadata": {"component": {"type": "application", "name": "filmtracker-server", "bom-ref": "filmtracker-server"}},
                  "components": components}, indent=1))
PYTHON
    mv "$sbom.new" "$sbom"
    good packages "$(jq '.components | length' "$sbom") components in $sbom"
fi
echo "$findings findings"
((findings == 0))
