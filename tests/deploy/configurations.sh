#!/usr/bin/env bash
# Every configuration under deploy/, read by the program that it is for, or by the nearest thing to it.
#   tests/deploy/configurations.sh [balancers|patroni|monitoring|dashboards|containers|units|scripts|docs|yaml|secrets|schemas]
# Exit code: 0 all are understood, 1 not, 77 nothing could be checked. What lacks its tool is named.
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ "${1:-}" != --help ]] || { sed -n '2,4s/^# \{0,1\}//p' "$0"; exit 0; }

work=$(mktemp -d /var/tmp/filmtracker-configurations.XXXXXX)
trap 'rm -rf "$work"' EXIT
failed=0
checked=0
skipped=()
have() { command -v "$1" >/dev/null || { skipped+=("$1 is not installed: $2"); return 1; }; }
# check WHAT COMMAND...
check() {
    local what=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        echo "ok     $what"
        checked=$((checked + 1))
    else
        echo "BROKEN $what"
        sed 's/^/       /' "$work/said" | head -n 30
        failed=1
    fi
}
# must_fail WHAT COMMAND...: so that the check is known to be one
must_fail() {
    local what=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        echo "BROKEN $what: was accepted"
        failed=1
    else
        echo "ok     $what is refused"
    fi
}

# One that a version manager puts in between starts a shell or two each time, and this starts it often.
if command -v python3 >/dev/null; then
    PATH=$(dirname "$(python3 -c 'import sys; print(sys.executable)')"):$PATH
fi
# The system's own Python has PyYAML from its package; another that comes first may not.
film_python_is=
film_python() {
    if [[ -z $film_python_is ]]; then
        film_python_is=python3
        python3 -c "import yaml" 2>/dev/null || film_python_is=/usr/bin/python3
    fi
    "$film_python_is" "$@"
}
film_python -c "" # here, as each check may be a shell of its own

# The cluster, its backup and the scripts mean the same data, and nobody is trusted for where he is.
patroni_fits() {
    film_python - "${1:-deploy/patroni/patroni.yml}" <<'PYTHON'
import re, sys, yaml
made = yaml.safe_load(open(sys.argv[1]))
postgresql, wrong = made["postgresql"], []
places = {"patroni.yml": postgresql["data_dir"],
          "pgbackrest.conf": re.search(r"^pg1-path=(.*)", open("deploy/pgbackrest/pgbackrest.conf").read(), re.M)[1],
          "operations.env": re.search(r"^FILM_PG_DATA=(.*)", open("deploy/operations.env").read(), re.M)[1]}
if len(set(places.values())) > 1:
    wrong.append(f"the data is in {places}")
rules = postgresql.get("pg_hba", []) + made["bootstrap"].get("pg_hba", [])
if any(rule.startswith("hostssl") for rule in rules) and postgresql["parameters"].get("ssl") != "on":
    wrong.append("hostssl, and ssl is off: nobody gets in")
initdb = {key: value for one in made["bootstrap"]["initdb"] if isinstance(one, dict) for key, value in one.items()}
if {initdb.get("auth-local", "trust"), initdb.get("auth-host", "trust")} & {"trust"} or any("trust" in rule for rule in rules):
    wrong.append("somebody is trusted without a password")
if not made["restapi"].get("authentication"):
    wrong.append("anybody may restart the cluster")
print("\n".join(wrong))
sys.exit(bool(wrong))
PYTHON
}
balancers() {
    openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/privkey.pem" -out "$work/fullchain.pem" -days 2 \
        -subj /CN=film.example 2>/dev/null
    if have nginx "deploy/nginx"; then
        cp -r deploy/nginx "$work/nginx"
        sed -i "s,/etc/nginx/filmtracker/tls,$work," "$work/nginx/filmtracker/listen.conf"
        printf 'pid %s;\nerror_log stderr;\n' "$work/nginx.pid" >"$work/nginx/filmtracker/main.conf"
        echo "access_log $work/access.json filmtracker;" >"$work/nginx/filmtracker/access_log.conf"
        check "nginx.conf by nginx -t" nginx -t -q -p "$work" -c "$work/nginx/nginx.conf"
        sed -i 's/proxy_pass http:/proxy_pas http:/' "$work/nginx/nginx.conf"
        must_fail "nginx.conf with a slip" nginx -t -q -p "$work" -c "$work/nginx/nginx.conf"
    fi
    if have haproxy "deploy/haproxy"; then
        cat "$work/fullchain.pem" "$work/privkey.pem" >"$work/film.pem"
        for file in deploy/haproxy/*.cfg; do
            check "${file##*/} by haproxy -c" env FILM_CERTIFICATE="$work/film.pem" haproxy -c -q -f "$file"
        done
        sed 's/balance leastconn/balance leastcon/' deploy/haproxy/haproxy.cfg >"$work/bad.cfg"
        must_fail "haproxy.cfg with a slip" env FILM_CERTIFICATE="$work/film.pem" haproxy -c -q -f "$work/bad.cfg"
    fi
}

# Every alert has a unit test that lets it fire, and a runbook.
alerts_are_covered() {
    film_python - <<'PYTHON'
import pathlib, re, sys
import yaml
monitoring = pathlib.Path("deploy/monitoring")
alerts = {r["alert"]: r for g in yaml.safe_load((monitoring / "alerts.rules.yml").read_text())["groups"] for r in g["rules"]}
fires = set()
for path in monitoring.glob("*.test.yml"):
    for test in yaml.safe_load(path.read_text())["tests"]:
        for one in test["promql_expr_test"]:
            if one["exp_samples"]:
                fires.add(re.search(r'alertname="(\w+)"', one["expr"])[1])
wrong = [f"{name} has no unit test that lets it fire" for name in alerts if name not in fires]
for name, rule in alerts.items():
    runbook = pathlib.Path(rule["annotations"]["runbook"])
    if not runbook.is_file():
        wrong.append(f"{name}: there is no {runbook}")
        continue
    text = runbook.read_text()
    says = f"{rule['labels']['severity']}. `{rule['expr']}`" + (f" for {rule['for']}" if "for" in rule else "")
    if rule["labels"]["severity"] != "none" and says not in text:
        wrong.append(f"{name}: {runbook} does not say {says}")
    # Who has repaired something wants to see that it is.
    if "## Verify" not in text:
        wrong.append(f"{name}: {runbook} has no Verify")
    if rule["labels"]["severity"] not in ("P1", "P2", "P3", "P4", "none"):
        wrong.append(f"{name}: severity")
# One unit's lines are nothing where a pair of colours serves.
for path in pathlib.Path("docs/runbooks").glob("*.md"):
    if re.search(r"journalctl -u filmtracker-server[ `]", path.read_text()):
        wrong.append(f"{path}: asks the log of the package's service only")
for name in ("deployment", "region-loss", "restore", "scaling"):
    if "## Verify" not in pathlib.Path(f"docs/runbooks/{name}.md").read_text():
        wrong.append(f"{name}: no Verify")
print("\n".join(wrong))
sys.exit(bool(wrong))
PYTHON
}
# What not every installation has is scraped only where somebody names it: else TargetMissing, and what
# counts such targets, fire for ever.
optional_targets_are_empty() {
    local job
    for job in patroni haproxy containers; do
        grep -A2 "job_name: $job\$" deploy/monitoring/prometheus.yml | grep -q "targets/$job-\*.yml" ||
            { echo "$job is not named in a file of its own"; return 1; }
        [[ $(grep -hv '^#' deploy/monitoring/targets/"$job"-*.yml) == "[]" ]] || { echo "$job has targets"; return 1; }
    done
}
# Every metric of the server in rules and dashboards is in docs/metrics.md, which a test holds against
# the running server; filmtracker_backup_* come from the scripts.
metrics_exist() {
    grep -rhoE 'filmtracker_[a-z0-9_]+' deploy/monitoring --include='*.rules.yml' --include='*.json' | sort -u |
        while read -r name; do
            base=${name%_bucket}
            base=${base%_count}
            grep -q "\`$base\`" docs/metrics.md || grep -rqE "put_figure (\"[^\"]+\"|[a-z_]+) $name( |\$)" scripts || echo "$name"
        done >"$work/unknown"
    cat "$work/unknown"
    [[ ! -s $work/unknown ]]
}
# As deploy/README.md says: the example's settings and a pair of colours, of which one serves. Prometheus
# has to ask that one, in the file that its configuration names.
servers_are_scraped_by_the_book() {
    local etc=$work/by-the-book
    mkdir -p "$etc/filmtracker" "$etc/prometheus"
    cp deploy/systemd/*.env "$etc/filmtracker/"
    cp -r deploy/monitoring/*.yml deploy/monitoring/targets "$etc/prometheus/"
    sed "s,/etc/,$etc/,; s,/var/lib/,$etc/,; s,^FILM_BALANCER=.*,FILM_BALANCER=none," deploy/operations.env >"$etc/operations.env"
    FILM_ENVIRONMENT=$etc/operations.env scripts/update-load-balancer.sh set green=100 || return 1
    promtool check config "$etc/prometheus/prometheus.yml" || return 1
    cat "$etc"/prometheus/targets/filmtracker-*.yml
    [[ $(grep -ho '127.0.0.1:[0-9]*' "$etc"/prometheus/targets/filmtracker-*.yml) == 127.0.0.1:7441 ]] || return 1
    # And where Prometheus is not here, the balancer is told all the same.
    rm -r "$etc/prometheus"
    FILM_ENVIRONMENT=$etc/operations.env scripts/update-load-balancer.sh set green=100
}
# promtool_test_few FILE SLIP [ALERT]: the file's tests, or the one alert's, with no other rules than those that
# they ask for
promtool_test_few() {
    rm -rf "$work/few"
    mkdir "$work/few"
    sed "$2" deploy/monitoring/alerts.rules.yml >"$work/few/all.yml"
    film_python - "deploy/monitoring/$1" "$work/few" "${3:-}" <<'PYTHON' || return
import pathlib, re, sys, yaml
file, few, only = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
tests = yaml.load(open(file), yaml.CSafeLoader)
tests["tests"] = [one for one in tests["tests"] if not only or one["name"] == only]
asked = set(re.findall(r'alertname="(\w+)"', yaml.dump(tests["tests"])))
rules = yaml.load((few / "all.yml").open(), yaml.CSafeLoader)
for group in rules["groups"]:
    group["rules"] = [rule for rule in group["rules"] if rule["alert"] in asked]
rules["groups"] = [group for group in rules["groups"] if group["rules"]]
assert {rule["alert"] for group in rules["groups"] for rule in group["rules"]} == asked and asked
needed = re.findall(r"filmtracker:[a-z0-9_:]+", yaml.dump(rules))
recorded = yaml.load(open("deploy/monitoring/recording.rules.yml"), yaml.CSafeLoader)
for group in recorded["groups"]:
    group["rules"] = [rule for rule in group["rules"] if rule["record"] in needed]
recorded["groups"] = [group for group in recorded["groups"] if group["rules"]]
(few / "alerts.rules.yml").write_text(yaml.dump(rules))
(few / "recording.rules.yml").write_text(yaml.dump(recorded))
(few / "test.yml").write_text(yaml.dump(tests))
PYTHON
    promtool test rules "$work/few/test.yml"
}
monitoring() {
    if have promtool "the rules"; then
        check "prometheus.yml by promtool" promtool check config deploy/monitoring/prometheus.yml
        check "Patroni, HAProxy and containers are scraped where they are" optional_targets_are_empty
        check "the colour that serves is scraped, by the book" servers_are_scraped_by_the_book
        check "the alerts' unit tests" promtool test rules deploy/monitoring/alerts.test.yml
        # Of hundreds of hours each, so only with the rules that they ask for: else most of it goes to all others.
        check "the alerts' unit tests of days" promtool_test_few alerts-days.test.yml ""
        must_fail "an alert of days with another threshold" promtool_test_few alerts-days.test.yml 's/26 \* 3600/28 * 3600/'
        must_fail "an alert with another threshold" promtool_test_few alerts.test.yml 's/rate5m > 0.05/rate5m > 0.07/' ErrorRateHigh
    fi
    if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
        check "the exporter's queries by a primary and a standby" scripts/with_postgres.sh tests/deploy/exporter_queries.sh
    else
        skipped+=("PostgreSQL is not installed: postgres-queries.yml")
    fi
    have python3 "which alert has a test" && check "every alert has a unit test and a runbook" alerts_are_covered
    check "every metric of rules and dashboards exists" metrics_exist
    if have amtool "deploy/monitoring/alertmanager.yml"; then
        check "alertmanager.yml by amtool" amtool check-config deploy/monitoring/alertmanager.yml
        for route in P1=pager P2=pager-quiet P3=mail P4=mail; do
            check "severity ${route%=*} goes to ${route#*=}" amtool config routes test \
                --config.file=deploy/monitoring/alertmanager.yml --verify.receivers="${route#*=}" "severity=${route%=*}"
        done
    fi
    if have python3 "the collectors of logs and traces"; then
        check "Loki, promtail and the OpenTelemetry collector as they are documented" film_python tests/deploy/collectors_fit.py
        local slip
        for slip in 'otel-collector s,\[otlp\],[oltp],' 'otel-collector s/memory_limiter, batch/batch/' 'promtail s/source: time/source: at/' \
            'promtail s/:3100/:3110/' 'loki /delete_request_store/d' 'loki s/720h/30/'; do
            rm -rf "$work/slip"
            cp -r deploy/monitoring "$work/slip"
            sed -i "${slip#* }" "$work/slip/${slip%% *}.yml"
            must_fail "a collector after $slip" film_python tests/deploy/collectors_fit.py "$work/slip"
        done
    fi
    have prometheus-blackbox-exporter blackbox.yml && check "blackbox.yml by its exporter" \
        prometheus-blackbox-exporter --config.check --config.file=deploy/monitoring/blackbox.yml
}

patroni() {
    have python3 "deploy/patroni" || return 0
    check "patroni.yml fits pgBackRest and the scripts" patroni_fits
    local slip
    for slip in 's,/15/main,/15/film,' '/ssl: "on"/d' '/auth-host/d' '/authentication:$/{N;N;d}'; do
        sed "$slip" deploy/patroni/patroni.yml >"$work/bad.yml"
        must_fail "patroni.yml after $slip" patroni_fits "$work/bad.yml"
    done
}

dashboards() {
    check "the dashboards are what their source makes" deploy/monitoring/grafana/make_dashboards.py --check
}

units() {
    have systemd-analyze "deploy/systemd" || return 0
    for unit in filmtracker-server.service filmtracker-server@.service; do
        check "$unit: exposure at most 1.2" systemd-analyze security --offline=true --threshold=12 \
            --no-pager "deploy/systemd/$unit"
    done
    sed '/^NoNewPrivileges/d; /^SystemCallFilter/d; /^CapabilityBoundingSet/d; /^ProtectSystem/d' \
        deploy/systemd/filmtracker-server.service >"$work/weak.service"
    must_fail "a unit that may do more" systemd-analyze security --offline=true --threshold=12 --no-pager "$work/weak.service"
    while IFS='=' read -r _ calendar; do
        check "calendar $calendar" systemd-analyze calendar "$calendar"
    done < <(grep -h '^OnCalendar=' deploy/systemd/*.timer)
}

helps() {
    local script said
    for script in scripts/*.sh; do
        case ${script##*/} in with_postgres.sh | test.sh | run.sh) continue ;; esac
        said=$("$script" --help) || { echo "$script --help ends with $?"; return 1; }
        [[ -n $said ]] || { echo "$script --help says nothing"; return 1; }
    done
}
misunderstandings() {
    local script code
    for script in backup-application backup-database blue-green-deploy health-check restore-application \
        restore-database update-load-balancer verify-backup scale update-db-config diagnose-service \
        performance-test security-audit database-report; do
        code=0
        FILM_ENVIRONMENT=/dev/null "scripts/$script.sh" --nonsense >/dev/null 2>&1 || code=$?
        ((code == 2)) || { echo "$script.sh --nonsense ends with $code"; return 1; }
    done
}
# One at a time: given all together it needs minutes for what takes seconds like this.
each_by_shellcheck() {
    printf '%s\0' "$@" | xargs -0 -n1 -P "$(nproc)" shellcheck --external-sources --exclude=SC2012 --source-path=scripts
}
scripts() {
    have shellcheck "the scripts" && check "the scripts by shellcheck" each_by_shellcheck \
        scripts/*.sh scripts/lib/*.sh tests/deploy/*.sh deploy/container/*.sh packaging/debian/p*
    # The sources themselves: ctest -R deploy_analyze, at a release.
    if have cppcheck "a planted fault"; then
        printf 'int film_planted(int n)\n{\n    int a[3];\n    a[0] = n;\n    return a[5];\n}\n' >"$work/planted.cpp"
        must_fail "a planted fault" scripts/analyze.sh "$work/planted.cpp"
    fi
    check "every script has --help" helps
    check "what is not understood ends with 2" misunderstandings
}

yaml() {
    have yamllint "YAML" || return 0
    check "every YAML file by yamllint" yamllint --strict -d \
        '{extends: default, rules: {line-length: disable, document-start: disable, braces: {max-spaces-inside: 1}, comments: {min-spaces-from-content: 1}, truthy: {check-keys: false}}}' deploy .github
}

# Nothing in the tree that should be known to one installation only; and that the search finds each kind.
# But for passwords that a test looks for where they must not be, and a token that nobody has signed.
no_secrets() {
    git ls-files -z | xargs -0 scripts/lib/audit.py secrets \
        --but '^tests/(drills/blue_green\.py|server/tst_(api_server|console)\.cpp|fixtures/fuzz/id_token/token)$'
}
secrets_are_found() {
    local one number=0
    rm -rf "$work/planted"
    mkdir "$work/planted"
    while IFS= read -r one; do
        number=$((number + 1))
        printf '%b\n' "$one" >"$work/planted/$number"
    done <<'PLANTED'
-----BEGIN RSA \x50RIVATE KEY-----
AGE-SECRET-KEY-\x31QQPQQPQQPQQPQQPQQPQQPQ
key = A\x4bIAABCDEFGHIJKLMNOP
Bearer \x65yJhbGciOiJFZERTQSJ9.\x65yJzdWIiOiJtYXlhIn0.c2lnbmF0dXJlLW9mLWEtdG9rZW4
token: g\x68p_abcdefghijklmnopqrstuvwxyz0123456789
\x66ilmtracker_abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG
database=postgresql://film\x3ahunter2@db.example/film
repo1-\x63ipher-pass=verysecret
PLANTED
    ! scripts/lib/audit.py secrets "$work/planted" >"$work/found" || return 1
    while ((number)); do
        grep -q "^$work/planted/$number:" "$work/found" || { echo "not found: $(<"$work/planted/$number")"; return 1; }
        number=$((number - 1))
    done
}
# As Debian's tracker has it: one fixed beyond what is installed, one fixed here, one that nobody has fixed.
advisories_are_found() {
    local version
    version=$(dpkg-query -W -f '${source:Version}' libc6)
    echo '{"components": [{"name": "libc6"}]}' >"$work/sbom.json"
    printf '{"glibc": {"CVE-1": {"releases": {"bookworm": {"status": "resolved", "fixed_version": "%s+later"}}},
        "CVE-2": {"releases": {"bookworm": {"status": "resolved", "fixed_version": "%s"}}},
        "CVE-3": {"releases": {"bookworm": {"status": "open", "urgency": "low"}}}}}' "$version" "$version" >"$work/tracker.json"
    ! scripts/lib/audit.py advisories "$work/sbom.json" "$work/tracker.json" bookworm >"$work/advisories" 2>&1 || return 1
    cat "$work/advisories"
    [[ $(grep -c '^CVE-' "$work/advisories") == 1 ]] && grep -q '^CVE-1: glibc' "$work/advisories" && grep -q ' 1 issues' "$work/advisories"
}
secrets() {
    if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        check "no key, token or password in the tree" no_secrets
    fi
    check "each kind of secret is found" secrets_are_found
    if have dpkg-query "advisories"; then check "an advisory is found by version" advisories_are_found; fi
}

# What somebody at three in the morning types from the guides, and that a slip in them is noticed.
docs() {
    have python3 "the guides" && check "what the guides tell to type is there" tests/deploy/docs_fit.py
}

# log_queries FOLDER PAGE
log_queries() { node "$1/log_queries.js" "$2" deploy/monitoring/promtail.yml tests/fixtures/logs/*.jsonl; }
# Kubernetes, compose, the list of components and the queries of logs: by schemas and a parser, which npm fetches once.
schemas() {
    local folder=${FILM_BINARY_DIR:-$PWD/build/ci}/deploy-schemas
    if ! have node "Kubernetes and compose" || ! have npm "Kubernetes and compose"; then return 0; fi
    if ! cmp -s tests/deploy/schemas/package-lock.json "$folder/fetched-lock.json"; then
        mkdir -p "$folder"
        cp tests/deploy/schemas/package*.json "$folder/"
        if ! (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --omit=optional) >"$work/npm" 2>&1; then
            skipped+=("npm did not fetch the schemas: Kubernetes and compose")
            return 0
        fi
        cp tests/deploy/schemas/package-lock.json "$folder/fetched-lock.json"
    fi
    cp tests/deploy/schemas/*.js "$folder/"
    check "the queries of logs by Grafana's parser, over lines of ours" log_queries "$folder" docs/runbooks/logs.md
    local slip
    for slip in 's/fields_status/field_status/' 's/{job="nginx"} | json | sec/{job="nginx"} | sec/' 's/{job="nginx"}/{jbo="nginx"}/' \
        's/filmtracker.http"}/filmtracker.htp"}/' 's/\[15m\]//'; do
        sed "$slip" docs/runbooks/logs.md >"$work/bad.md"
        must_fail "a query of logs after $slip" log_queries "$folder" "$work/bad.md"
    done
    local server=${FILM_BINARY_DIR:-$PWD/build/ci}/bin/filmtracker-server
    if [[ -x $server ]] && have dpkg-query "the list of components" && scripts/lib/audit.py sbom "$server" >"$work/sbom.json"; then
        check "the list of components by the schema of CycloneDX" node "$folder/check.js" sbom "$work/sbom.json"
        sed 's/"library"/"libary"/' "$work/sbom.json" >"$work/bad.json"
        must_fail "a list of components with a slip" node "$folder/check.js" sbom "$work/bad.json"
    fi
    check "the manifests by the schemas of Kubernetes" node "$folder/check.js" kubernetes deploy/kubernetes/*.yml
    check "the compose files by their schema" node "$folder/check.js" compose deploy/compose/*.yml
    check "the workflows by the schema of GitHub" "$folder/node_modules/.bin/action-validator" .github/workflows/*.yml
    sed 's/runs-on/run-on/' .github/workflows/security.yml >"$work/bad.yml"
    must_fail "a workflow with a slip" "$folder/node_modules/.bin/action-validator" "$work/bad.yml"
    sed 's/containerPort: 7420/containerPort: many/' deploy/kubernetes/filmtracker.yml >"$work/bad.yml"
    must_fail "a manifest with a slip" node "$folder/check.js" kubernetes "$work/bad.yml"
    for slip in '/FILMTRACKER_TRUSTED_PROXIES/d' '/path: \/$/{n;s/Exact/Prefix/}' 's,path: /health/live,path: /health/ready,' \
        's/{name: data, mountPath: .var/{name: key, mountPath: \/var/'; do
        sed "$slip" deploy/kubernetes/filmtracker.yml >"$work/bad.yml"
        must_fail "a manifest after $slip" node "$folder/check.js" kubernetes "$work/bad.yml"
    done
    sed 's/cap_drop/cap_dropp/' deploy/compose/single-node.yml >"$work/bad.yml"
    must_fail "a compose file with a slip" node "$folder/check.js" compose "$work/bad.yml"
}

# The image is built from the root of the tree, and only there is it looked for what stays out.
context_is_small() {
    local one
    grep -q 'build .* \.$' deploy/container/Containerfile || { echo "another context than the root"; return 1; }
    for one in build .git deploy/compose/secrets deploy/compose/tls; do
        grep -qxF "$one" .dockerignore || { echo "$one is copied into the image's build"; return 1; }
    done
    [[ -z $(find deploy -name '.*ignore') ]] || { echo "nobody reads $(find deploy -name '.*ignore')"; return 1; }
}
# Every service of the server is in the log: the package's, and those of a pair and of scale.sh.
promtail_hears_every_server() {
    film_python - <<'PYTHON'
import re, sys, yaml
jobs = {one["job_name"]: one for one in yaml.safe_load(open("deploy/monitoring/promtail.yml"))["scrape_configs"]}
keep = [rule["regex"] for rule in jobs["filmtracker"].get("relabel_configs", []) if rule.get("action") == "keep"]
wrong = [unit for unit in ("filmtracker-server.service", "filmtracker-server@blue.service", "filmtracker-server@extra1.service")
         if "matches" in jobs["filmtracker"]["journal"] or not any(re.fullmatch(one, unit) for one in keep)]
print("not heard: " + ", ".join(wrong))
sys.exit(bool(wrong))
PYTHON
}
# The init container's command, as the pod's user and group, over a key as the kubelet shows it (root's, for the
# group): what it leaves has to be its user's alone (server/identity/secret_box.cpp).
key_is_the_servers_alone() {
    local command copied
    local -a pod=()
    mkdir -p "$work/secret" "$work/pod"
    head -c 32 /dev/urandom >"$work/secret/identity.key"
    chmod 0440 "$work/secret/identity.key"
    if [[ $EUID -eq 0 ]]; then
        chgrp 10001 "$work/secret/identity.key"
        chown 10001:10001 "$work/pod"
        chmod 0711 "$work"
        pod=(setpriv --reuid=10001 --regid=10001 --clear-groups)
    fi
    command=$(film_python -c "import yaml
pods = [one for one in yaml.safe_load_all(open('deploy/kubernetes/filmtracker.yml')) if one['kind'] == 'Deployment']
print(pods[0]['spec']['template']['spec']['initContainers'][0]['command'][2])") || return 1
    command=${command//\/secret\//$work/secret/}
    command=${command//\/data\//$work/pod/}
    "${pod[@]}" /bin/sh -ec "$command" || return 1
    copied=$work/pod/identity.key
    stat -c '%a %u %s' "$copied"
    [[ $(stat -c '%a %u %s' "$copied") == "400 $([[ $EUID -eq 0 ]] && echo 10001 || echo "$EUID") 32" ]]
}
containers() {
    have python3 "compose" || return 0
    check "monitoring of compose is what deploy/monitoring is" deploy/compose/make_monitoring.py --check
    check "the parts of compose find each other" film_python tests/deploy/compose_fits.py deploy/compose/*.yml
    local slip file
    # A port of nobody, a mounted file that is not there, one that listens to itself, a password that libpq refuses.
    for slip in 'monitoring/datasources.yml s,loki:3100,127.0.0.1:3100,' 'production.yml s,/blackbox.yml:,/blackbocks.yml:,' \
        'monitoring/otel-collector.yml s,0.0.0.0:4318,127.0.0.1:4318,' 'monitoring/loki.yml s,0.0.0.0,127.0.0.1,' \
        'production.yml s,FILMTRACKER_DATABASE:.*,PGPASSFILE: /run/secrets/pgpass,' 'upstreams.conf s,blue:7421,blue:7422,'; do
        file=${slip%% *}
        rm -rf "$work/slip"
        cp -r deploy "$work/slip"
        sed -i "${slip#* }" "$work/slip/compose/$file"
        must_fail "compose with a slip in $file" film_python tests/deploy/compose_fits.py "$work/slip/compose/production.yml"
    done
    check "the key of a pod is its user's alone" key_is_the_servers_alone
    check "what stays out of the image's build" context_is_small
    check "promtail hears every server" promtail_hears_every_server
}

parts=("$@")
(($#)) || parts=(balancers patroni monitoring dashboards containers units scripts docs yaml secrets schemas)
for part in "${parts[@]}"; do "$part"; done
for what in "${skipped[@]}"; do echo "SKIPPED: $what"; done
((failed == 0)) || exit 1
((checked)) || exit 77
