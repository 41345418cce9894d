#!/usr/bin/env bash
# What under_systemd.sh runs inside its root, under systemd; with "rebooted" after it was booted anew.
set -euo pipefail
export PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 HOME=/root
here=$(dirname "$0")
first=$(ls "$here"/filmtracker-server_0.1.0_*.deb)
next=$(ls "$here"/filmtracker-server_0.1.0+next_*.deb)
scripts=/usr/lib/filmtracker
cluster=$(basename "$(dirname "$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)")")
# Of the steps, so that what took how long is seen.
say() { printf '%3d s  %s\n' "$SECONDS" "$*"; }
die() {
    echo "BROKEN: $*" >&2
    journalctl -n 40 --no-pager -o short-monotonic >&2 || true
    exit 1
}
trap 'die "line $LINENO ended with $?"' ERR
is_active() { [[ $(systemctl is-active "$1") == active ]]; }
through_nginx() { curl -fsSk -m 5 -o /dev/null https://127.0.0.1/health/live; }
colours() { "$scripts/blue-green-deploy.sh" status; }

if [[ ${1:-} == rebooted ]]; then
    is_active filmtracker-server@blue || die "after a reboot the server in service does not run"
    is_active filmtracker-server@extra1 || die "after a reboot extra1 does not run"
    ! is_active filmtracker-server@green || die "after a reboot the version before runs"
    ! is_active filmtracker-server || die "after a reboot the package's own unit runs"
    for _ in $(seq 300); do
        through_nginx 2>/dev/null && break
        sleep 0.1
    done
    through_nginx || die "after a reboot nginx leads nowhere"
    "$scripts/health-check.sh" >/tmp/health || die "health-check.sh after a reboot: $(cat /tmp/health)"
    say "rebooted: blue and extra1 serve, nobody else runs"
    touch "$here/booted.ok"
    exit 0
fi

# ---- as deploy/README.md says, "Installing" ----
dpkg -i "$first" >/dev/null
systemctl disable --now filmtracker-server 2>/dev/null
# What this machine has of its own is not wanted in here.
rm -rf /etc/postgresql/* /var/lib/postgresql/* /etc/filmtracker-* /var/lib/pgbackrest/* /var/log/pgbackrest/*
pg_createcluster "$cluster" main --port 5432 >/dev/null
sed "s/^repo2-.*//; s/CHANGE-ME/of-this-test-only/" "$here/deploy/pgbackrest/pgbackrest.conf" |
    sed "s,/15/main,/$cluster/main," >/etc/pgbackrest.conf
chown postgres: /etc/pgbackrest.conf
chmod 600 /etc/pgbackrest.conf
cp "$here/deploy/pgbackrest/postgresql.conf" "/etc/postgresql/$cluster/main/conf.d/filmtracker.conf"
systemctl start "postgresql@$cluster-main"
is_active "postgresql@$cluster-main" || die "PostgreSQL does not run"
password=a-$RANDOM$RANDOM
(cd / && setpriv --reuid=postgres --regid=postgres --init-groups psql -qX \
    -c "CREATE ROLE filmtracker LOGIN PASSWORD '$password'" -c "CREATE DATABASE filmtracker OWNER filmtracker" \
    -c '\c filmtracker' -c 'CREATE EXTENSION pg_stat_statements')
echo "127.0.0.1:5432:*:filmtracker:$password" >/etc/filmtracker/pgpass
cat >>/etc/filmtracker/server.conf <<'CONF'
database=postgresql://filmtracker@127.0.0.1/filmtracker
hello-per-second=20000
trusted-proxies=127.0.0.1
CONF
cp -r "$here/deploy/nginx/." /etc/nginx/
mkdir -p /etc/nginx/filmtracker/tls
openssl req -x509 -newkey rsa:2048 -nodes -days 60 -subj /CN=film.example \
    -keyout /etc/nginx/filmtracker/tls/privkey.pem -out /etc/nginx/filmtracker/tls/fullchain.pem 2>/dev/null
chmod 600 /etc/nginx/filmtracker/tls/privkey.pem
systemctl restart nginx
age-keygen -o /root/key.txt 2>/dev/null
mkdir -p /var/lib/prometheus/node-exporter
{
    sed "s,/15/main,/$cluster/main,; s,@15-main,@$cluster-main," /usr/share/doc/filmtracker-server/examples/operations.env
    echo "FILM_DATABASE='postgresql://filmtracker@127.0.0.1/filmtracker'"
    echo "FILM_AGE_RECIPIENT=$(age-keygen -y /root/key.txt)"
} >/etc/filmtracker/operations.env
chmod 600 /etc/filmtracker/operations.env
say "installed: PostgreSQL $cluster, pgBackRest, nginx, the package"

# ---- versions ----
"$scripts/blue-green-deploy.sh" deploy "$first" --steps 100 --step-seconds 2 2>/tmp/deploy.log || die "deploy: $(cat /tmp/deploy.log)"
is_active filmtracker-server@blue || die "blue is not active"
[[ $(stat -c %U "/proc/$(systemctl show -p MainPID --value filmtracker-server@blue)") == filmtracker ]] || die "not as its user"
through_nginx || die "nginx leads nowhere"
say "deployed as filmtracker-server@blue, with its password as a credential; nginx leads there"
"$scripts/blue-green-deploy.sh" deploy "$next" --steps 50,100 --step-seconds 2 2>/tmp/deploy.log || die "deploy: $(cat /tmp/deploy.log)"
colours | grep -E '^green +0\.1\.0\+next +ready, in service' >/dev/null || die "status: $(colours)"
! is_active filmtracker-server@blue || die "blue goes on"
[[ $(systemctl show -p Result --value filmtracker-server@blue) == success ]] || die "blue did not end well"
through_nginx || die "nginx leads nowhere"
"$scripts/blue-green-deploy.sh" rollback 2>/tmp/deploy.log || die "rollback: $(cat /tmp/deploy.log)"
colours | grep -E '^blue +0\.1\.0 +ready, in service' >/dev/null || die "status: $(colours)"
say "the next version deployed, and rolled back"
# One that ends again and again runs at hardly any moment, and is to be stopped all the same.
"$scripts/blue-green-deploy.sh" deploy "$next" --steps 100 --step-seconds 1 2>/tmp/deploy.log || die "deploy: $(cat /tmp/deploy.log)"
printf '#!/bin/sh\nexit 1\n' >/tmp/broken
install -m 0755 /tmp/broken /opt/filmtracker/green/bin/filmtracker-server.new
mv /opt/filmtracker/green/bin/filmtracker-server.new /opt/filmtracker/green/bin/filmtracker-server
systemctl kill --signal=KILL filmtracker-server@green
for _ in $(seq 100); do
    [[ $(systemctl show -p ActiveState --value filmtracker-server@green) == activating ]] && break
    sleep 0.1
done
"$scripts/blue-green-deploy.sh" rollback 2>/tmp/deploy.log || die "rollback: $(cat /tmp/deploy.log)"
[[ $(systemctl show -p ActiveState --value filmtracker-server@green) =~ ^(inactive|failed)$ ]] ||
    die "the version that ends again and again goes on: $(systemctl show -p ActiveState --value filmtracker-server@green)"
[[ $(cat /var/lib/filmtracker-operations/previous) == green ]] || die "previous: $(cat /var/lib/filmtracker-operations/previous)"
colours | grep -E '^blue +0\.1\.0 +ready, in service' >/dev/null || die "status: $(colours)"
say "rolled back from one that ends again and again"
systemctl kill --signal=KILL filmtracker-server@blue
for _ in $(seq 100); do
    [[ $(systemctl show -p NRestarts --value filmtracker-server@blue) == 1 ]] && through_nginx 2>/dev/null && break
    sleep 0.1
done
through_nginx || die "killed, and not back"
"$scripts/scale.sh" 3 2>/tmp/scale.log || die "scale: $(cat /tmp/scale.log)"
for name in extra1 extra2; do is_active "filmtracker-server@$name" || die "$name is not active"; done
"$scripts/scale.sh" status | grep -E '^extra2 .*ready, 0 devices' >/dev/null || die "status: $("$scripts/scale.sh" status)"
"$scripts/scale.sh" 1 2>/tmp/scale.log || die "scale: $(cat /tmp/scale.log)"
! is_active filmtracker-server@extra1 || die "extra1 goes on"
say "killed and started again; one server to three and back"

# ---- the jobs of the timers, by their units ----
filmtracker-server admin create-production --title Drill --zone Europe/Oslo --week-ends saturday --currency EUR \
    --database "postgresql://filmtracker:$password@127.0.0.1/filmtracker" >/dev/null
for job in backup-full backup-diff backup-incr verify-backup verify-restore backup-application; do
    systemctl start "filmtracker-$job.service" || die "$job: $(journalctl -u "filmtracker-$job" -o cat --no-pager | tail -n 15)"
    [[ $(systemctl show -p Result --value "filmtracker-$job") == success ]] || die "$job did not end well"
    systemctl enable --quiet --now "filmtracker-$job.timer"
    [[ -n $(systemctl show -p NextElapseUSecRealtime --value "filmtracker-$job.timer") ]] || die "$job has no next time"
done
for figure in backup backup_verify backup_verified backup_restore application_backup; do
    [[ -s /var/lib/prometheus/node-exporter/filmtracker_$figure.prom ]] || die "Prometheus is not told of $figure"
done
say "each job by its unit, each timer with a next time: $(jq -r '.[0].backup | map(.type) | join(", ")' \
    <(setpriv --reuid=postgres --regid=postgres --init-groups pgbackrest --stanza=film info --output=json))"

# ---- the scripts that look ----
"$scripts/health-check.sh" >/tmp/health || die "health-check.sh: $(cat /tmp/health)"
say "health-check.sh is content"
bundle=$("$scripts/diagnose-service.sh" all 2>/dev/null)
for file in server-blue-log.json server-blue-unit.txt server-blue-metrics.txt; do
    [[ $(tar -xzOf "$bundle" --wildcards "*/$file" | wc -c) -gt 100 ]] || die "the diagnosis has no $file"
done
! tar -xzOf "$bundle" | grep -E "$password" >/dev/null || die "the diagnosis has a password"
say "diagnosis, without the password"
"$scripts/security-audit.sh" --tls 127.0.0.1:443 --sbom /tmp/sbom.json >/tmp/audit || true
found=$(grep '^FINDING' /tmp/audit | grep -v 'security updates' || true)
[[ -z $found ]] || die "security-audit.sh: $found"
grep -q 'blue cannot gain privileges' /tmp/audit || die "the audit did not look at the process: $(cat /tmp/audit)"
say "audit, without findings"
"$scripts/database-report.sh" >/tmp/report || die "database-report.sh: $(cat /tmp/report)"
grep -q 'INSERT INTO change_log' /tmp/report || die "the report has no statement of the server: $(cat /tmp/report)"
! grep -qF "$password" /tmp/report || die "the report has the password of a role"
say "report of the database, without the password"

# ---- the database, back ----
"$scripts/update-db-config.sh" work_mem=8MB 2>/dev/null || die "update-db-config.sh"
"$scripts/restore-database.sh" latest --yes >/tmp/restore 2>/tmp/restore.log || die "restore-database.sh: $(cat /tmp/restore.log)"
is_active filmtracker-server@blue || die "the server is not back after the restore"
through_nginx || die "nginx leads nowhere after the restore"
filmtracker-server admin list-productions --database "postgresql://filmtracker:$password@127.0.0.1/filmtracker" |
    grep Drill >/dev/null || die "the production is not there after the restore"
say "restored: $(sed -n 's/^restore_service_ms //p' /tmp/restore) ms until the server served"
"$scripts/restore-application.sh" "$(ls /var/backups/filmtracker/*.age)" --identity /root/key.txt --dry-run |
    grep etc/filmtracker/pgpass >/dev/null || die "the archive of settings lacks the password file"

# ---- for the reboot: of this machine's own services none is wanted but nginx and PostgreSQL ----
"$scripts/scale.sh" 2 2>/tmp/scale.log || die "scale: $(cat /tmp/scale.log)"
for unit in /etc/systemd/system/multi-user.target.wants/*.service; do
    case ${unit##*/} in nginx.service | postgresql.service | filmtracker-server*) ;; *) rm "$unit" ;; esac
done
touch "$here/booted.ok"
