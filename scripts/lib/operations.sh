# shellcheck shell=bash
# What the scripts of operations have in common. Sourced, after `set -euo pipefail`.
#
# They read an environment file, NAME=VALUE in the shell's syntax, by default
# /etc/filmtracker/operations.env (FILM_ENVIRONMENT names another): deploy/operations.env lists the
# variables. So the same script runs against systemd's units and, in the drills, against processes.

dry_run=
film_self=${0##*/}

film_log() { printf '%s %s %s: %s\n' "$(date -u +%FT%TZ)" "$1" "$film_self" "$2" >&2; }
say() { film_log info "$*"; }
warn() { film_log warning "$*"; }
# die MESSAGE [EXIT CODE]
die() {
    film_log error "$1"
    exit "${2:-1}"
}
misuse() { die "$1. Try --help." 2; }

# The comment at the head of the script is its help.
usage() { awk 'NR > 1 { if (!/^#/) exit; sub(/^# ?/, ""); print }' "$0"; }

# Every script's own options: call it where its own case does not know a word. Gives 1 if nor does this.
common_option() {
    case $1 in
        --help) usage; exit 0 ;;
        --dry-run) dry_run=yes ;;
        *) return 1 ;;
    esac
}

# Runs a command that changes something; with --dry-run it only says it.
change() {
    if [[ -n $dry_run ]]; then
        printf 'would run:' >&2
        printf ' %q' "$@" >&2
        echo >&2
        return 0
    fi
    "$@"
}

load_environment() {
    local file=${FILM_ENVIRONMENT:-/etc/filmtracker/operations.env}
    if [[ -r $file ]]; then
        # shellcheck disable=SC1090
        . "$file"
    elif [[ -n ${FILM_ENVIRONMENT:-} ]]; then
        die "$file cannot be read" 2
    fi
    : "${FILM_SUPERVISOR:=systemd}"                  # systemd | process
    : "${FILM_HOME:=/opt/filmtracker}"               # releases/VERSION, and a link for each colour
    : "${FILM_CONFIG:=/etc/filmtracker}"             # server.conf, COLOUR.env
    : "${FILM_STATE:=/var/lib/filmtracker-operations}" # what these scripts remember
    : "${FILM_BALANCER:=nginx}"                      # nginx | haproxy | none
    : "${FILM_NGINX_CONFIG:=/etc/nginx/nginx.conf}"
    : "${FILM_NGINX_PREFIX:=/usr/share/nginx}"
    : "${FILM_HAPROXY_SOCKET:=/run/haproxy/admin.sock}"
    : "${FILM_HAPROXY_STATE:=/var/lib/haproxy/filmtracker-servers}" # as FILM_SERVER_STATE of haproxy.cfg
    : "${FILM_PROMETHEUS_TARGETS:=}"                 # file_sd file to be written, if any
    : "${FILM_DATABASE:=}"                           # as --database of the server
    : "${FILM_SERVER:=filmtracker-server}"           # the program for `admin`
    : "${FILM_PGBACKREST_CONFIG:=/etc/pgbackrest.conf}"
    : "${FILM_STANZA:=film}"
    : "${FILM_PG_BIN:=$(film_newest_postgres)}"
    : "${FILM_PG_DATA:=/var/lib/postgresql/15/main}"
    : "${FILM_PG_UNIT:=postgresql@15-main}"
    : "${FILM_PG_USER:=postgres}"
    : "${FILM_PG_SOCKET:=/var/run/postgresql}"
    : "${FILM_PG_PORT:=5432}"
    : "${FILM_PG_SUPERUSER:=postgres}"               # the role, not the account
    : "${FILM_METRICS_FOLDER:=/var/lib/prometheus/node-exporter}"
    : "${FILM_BACKUPS:=/var/backups/filmtracker}"    # of the application
    : "${FILM_NOTIFY:=}"                             # a command; gets a subject and a text
    : "${FILM_SCRATCH:=/var/tmp}"
    # The services get a copy of it; what these scripts ask the database as the server needs it, too.
    if [[ -z ${PGPASSFILE:-} && -r $FILM_CONFIG/pgpass ]]; then export PGPASSFILE=$FILM_CONFIG/pgpass; fi
}

film_newest_postgres() {
    local -a found=(/usr/lib/postgresql/*/bin)
    printf '%s' "${found[-1]}"
}

# One of a kind at a time; ends with 3 if another one runs.
only_one() {
    mkdir -p "$FILM_STATE"
    exec {film_lock}>"$FILM_STATE/$1.lock"
    flock --nonblock "$film_lock" || die "another $1 is running" 3
}

# Beside the file first, so that a reader or an interruption never meets half of one.
write_file() {
    local new
    new=$(mktemp "$1.XXXXXX")
    cat >"$new"
    chmod "${2:-0644}" "$new"
    mv -f "$new" "$1"
}

tell() {
    say "$1: $2"
    [[ -z $FILM_NOTIFY ]] || $FILM_NOTIFY "$1" "$2" || warn "the notification failed"
}

# ---- PostgreSQL ----

as_postgres() {
    (
        cd /
        # A lock's descriptor is not for daemons that go on after the script.
        [[ -z ${film_lock:-} ]] || exec {film_lock}>&-
        if [[ $EUID -eq 0 ]]; then
            exec setpriv --reuid="$FILM_PG_USER" --regid="$FILM_PG_USER" --init-groups "$@"
        fi
        exec "$@"
    )
}
backrest() { as_postgres pgbackrest --config="$FILM_PGBACKREST_CONFIG" --stanza="$FILM_STANZA" "$@"; }
# The numbers of the repositories, the near one first: 1, or 1 and 2.
repositories() {
    local found
    found=$(sed -nE 's/^repo([0-9]+)-(path|host|type)=.*/\1/p' "$FILM_PGBACKREST_CONFIG" 2>/dev/null | sort -nu)
    echo "${found:-1}"
}
# newest_backup REPOSITORY: when it ended, in seconds; 0 if there is none
newest_backup() {
    local known
    known=$(backrest info --repo="$1" --output=json 2>/dev/null) || known=[]
    jq -r '[.[].backup[]? | select(.error != true) | .timestamp.stop] | max // 0' <<<"$known"
}
ask_database() {
    as_postgres "$FILM_PG_BIN/psql" -XAtq -h "$FILM_PG_SOCKET" -p "$FILM_PG_PORT" \
        -U "$FILM_PG_SUPERUSER" -d "${2:-postgres}" -v ON_ERROR_STOP=1 -c "$1"
}
database_answers() {
    as_postgres "$FILM_PG_BIN/pg_isready" -q -h "$FILM_PG_SOCKET" -p "$FILM_PG_PORT"
}
start_database() {
    if [[ $FILM_SUPERVISOR == systemd ]]; then
        systemctl start "$FILM_PG_UNIT"
    else
        as_postgres "$FILM_PG_BIN/pg_ctl" -D "$FILM_PG_DATA" -l "$FILM_PG_DATA.log" -t 600 -w -s start
    fi
}
stop_database() {
    if [[ $FILM_SUPERVISOR == systemd ]]; then
        systemctl stop "$FILM_PG_UNIT"
    elif [[ -e $FILM_PG_DATA/postmaster.pid ]]; then
        as_postgres "$FILM_PG_BIN/pg_ctl" -D "$FILM_PG_DATA" -m fast -w -s stop || true
    fi
}

# ---- the server's services: "server", or a colour or number of one ----

unit_of() { [[ $1 == server ]] && echo filmtracker-server || echo "filmtracker-server@$1"; }
pid_of() {
    if [[ $FILM_SUPERVISOR == systemd ]]; then
        systemctl show -p MainPID --value "$(unit_of "$1")" | grep -vx 0 || true
    elif [[ -r $FILM_STATE/$1.pid ]]; then
        local pid
        pid=$(<"$FILM_STATE/$1.pid")
        # Still that program, and not another one that got its number.
        if [[ -n $pid && -r /proc/$pid/environ ]] &&
            tr '\0' '\n' <"/proc/$pid/environ" 2>/dev/null | grep -qx "FILM_SERVICE=$1"; then
            echo "$pid"
        fi
    fi
}
is_running() { [[ -n $(pid_of "$1") ]]; }
start_service() {
    if [[ $FILM_SUPERVISOR == systemd ]]; then
        systemctl start "$(unit_of "$1")"
        return
    fi
    is_running "$1" && return
    local -a settings
    mapfile -t settings < <(grep -v '^#' "$FILM_CONFIG/$1.env")
    (
        [[ -z ${film_lock:-} ]] || exec {film_lock}>&-
        exec env "${settings[@]}" FILM_SERVICE="$1" setsid "$FILM_HOME/$1/bin/filmtracker-server" serve \
            --config "$FILM_CONFIG/server.conf" >>"$FILM_STATE/$1.log" 2>&1 </dev/null
    ) &
    echo $! >"$FILM_STATE/$1.pid"
    disown
}
stop_service() {
    if [[ $FILM_SUPERVISOR == systemd ]]; then
        systemctl stop "$(unit_of "$1")"
        return
    fi
    local pid
    pid=$(pid_of "$1")
    [[ -n $pid ]] || return 0
    kill -TERM "$pid" 2>/dev/null || return 0
    local _
    for _ in $(seq 200); do
        [[ -d /proc/$pid && $(sed -n 's/^State:[[:space:]]*\(.\).*/\1/p' "/proc/$pid/status" 2>/dev/null) != Z ]] ||
            { rm -f "$FILM_STATE/$1.pid"; return 0; }
        sleep 0.1
    done
    warn "$1 did not end within 20 s and is killed"
    kill -KILL "$pid" 2>/dev/null || true
    rm -f "$FILM_STATE/$1.pid"
}
# What runs now and what runs after a reboot are two things: a server that is in service has to be both.
# Processes end with the machine.
enable_service() { [[ $FILM_SUPERVISOR != systemd ]] || systemctl enable --quiet "$(unit_of "$1")"; }
disable_service() { [[ $FILM_SUPERVISOR != systemd ]] || systemctl disable --quiet "$(unit_of "$1")"; }
is_enabled() { [[ $FILM_SUPERVISOR != systemd ]] || systemctl is-enabled --quiet "$(unit_of "$1")" 2>/dev/null; }
# The servers of scale.sh that run, or that are to run after a reboot.
extra_servers() {
    local file name
    for file in "$FILM_CONFIG"/extra*.env; do
        [[ -e $file ]] || continue
        name=$(basename "$file" .env)
        if is_running "$name" || { [[ $FILM_SUPERVISOR == systemd ]] && is_enabled "$name"; }; then echo "$name"; fi
    done
}
# runs_release SERVICE OTHER: whether it runs the program that the other one's link leads to
runs_release() {
    [[ $(readlink "/proc/$(pid_of "$1")/exe" 2>/dev/null) == $(readlink -f "$FILM_HOME/$2")/bin/filmtracker-server ]]
}
# renew_service SERVICE OTHER: anew, with the other one's release; it has no traffic by then
renew_service() {
    change stop_service "$1"
    change ln -sfn "$(readlink -f "$FILM_HOME/$2")" "$FILM_HOME/$1"
    change start_service "$1"
    [[ -n $dry_run ]] || wait_ready "$1" 60
}
# setting_of SERVICE NAME: from its environment file, such as FILMTRACKER_HTTP
setting_of() { sed -n "s/^$2=//p" "$FILM_CONFIG/$1.env" | tail -n 1; }
http_of() {
    if [[ $1 == server ]]; then
        sed -n 's/^http=//p' "$FILM_CONFIG/server.conf" | tail -n 1
    else
        setting_of "$1" FILMTRACKER_HTTP
    fi
}
listen_of() {
    if [[ $1 == server ]]; then
        sed -n 's/^listen=//p' "$FILM_CONFIG/server.conf" | tail -n 1
    else
        setting_of "$1" FILMTRACKER_LISTEN
    fi
}
is_ready() { curl -fsS -m 3 -o /dev/null "http://$(http_of "$1")/health/ready" 2>/dev/null; }
# wait_ready SERVICE SECONDS
wait_ready() {
    local _
    for _ in $(seq $(($2 * 5))); do
        is_ready "$1" && return 0
        is_running "$1" || return 1
        sleep 0.2
    done
    return 1
}

# ---- figures for Prometheus, through the node exporter's text files ----

# put_figure FILE NAME HELP VALUE [LABELS]: one file for each figure, whole or not at all
put_figure() {
    [[ -d $FILM_METRICS_FOLDER ]] || { warn "there is no $FILM_METRICS_FOLDER: $2 is not told"; return 0; }
    printf '# HELP %s %s\n# TYPE %s gauge\n%s%s %s\n' "$2" "$3" "$2" "$2" "${5:-}" "$4" |
        write_file "$FILM_METRICS_FOLDER/$1.prom"
}

# ---- HAProxy ----

# haproxy_says ORDER...: what it answers to each, in one go: a server of many orders is not half told while programs
# start. Ends with 1 at the first that it refuses, which is said. Through Python, as neither socat nor nc has to be there.
haproxy_says() {
    python3 - "$FILM_HAPROXY_SOCKET" "$@" <<'PYTHON'
import re, socket, sys
for order in sys.argv[2:]:
    answer = b""
    try:
        with socket.socket(socket.AF_UNIX) as s:
            s.settimeout(5)
            s.connect(sys.argv[1])
            s.sendall(order.encode() + b"\n")
            while data := s.recv(65536):
                answer += data
    except OSError as problem:
        sys.exit(f"it does not answer on {sys.argv[1]}: {problem}")
    text = answer.decode()
    if order.startswith(("set ", "enable ", "disable ")) and re.search("[Uu]nknown|[Ii]nvalid|No such|annot", text):
        sys.exit(f"{order}: {text.strip()}")
    sys.stdout.write(text)
PYTHON
}
