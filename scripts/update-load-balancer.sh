#!/usr/bin/env bash
# Tells the balancer which servers there are and how much each gets.
#   scripts/update-load-balancer.sh set NAME=WEIGHT... [--dry-run]
#   scripts/update-load-balancer.sh show
#   scripts/update-load-balancer.sh save     for haproxy.service, before it reloads or stops
# NAME is a colour or number with a file in /etc/filmtracker (NAME.env), WEIGHT 0 to 100: with 0 it
# gets nothing new and keeps the devices that it has. Servers that are not named get nothing.
# nginx: writes filmtracker/upstreams.conf, tests it, reloads; if the test fails the old file is back.
# HAProxy: over its socket, without a reload; what it then knows is kept in FILM_HAPROXY_STATE, from which it
# begins again. Also writes Prometheus' list of servers, where told to.
# Exit code: 0 done, 1 the balancer refused, 2 not understood, 3 another one is running.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/lib/operations.sh"

command=
servers=()
while (($#)); do
    case $1 in
        set | show | save) command=$1 ;;
        *=*) servers+=("$1") ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
load_environment
[[ -n $command ]] || misuse "set, show or save"

state=$FILM_STATE/balancer
if [[ $command == show ]]; then
    [[ ! -e $state ]] || cat "$state"
    exit 0
fi
save_haproxy() {
    local known
    # Whole or not at all: an empty answer would switch every server off.
    known=$(haproxy_says "show servers state" 2>/dev/null || true)
    if [[ $known != *filmtracker_sync* ]]; then
        warn "HAProxy does not say which servers it has: $FILM_HAPROXY_STATE stays as it was"
        return 1
    fi
    mkdir -p "$(dirname "$FILM_HAPROXY_STATE")"
    write_file "$FILM_HAPROXY_STATE" <<<"$known"
}
if [[ $command == save ]]; then
    [[ $FILM_BALANCER == haproxy ]] || exit 0
    change save_haproxy
    exit
fi
((${#servers[@]})) || misuse "set which?"
weights=0
for one in "${servers[@]}"; do
    name=${one%%=*} weight=${one#*=}
    [[ $name =~ ^[a-z0-9-]+$ && $weight =~ ^[0-9]+$ && $weight -le 100 ]] || misuse "\"$one\" is not NAME=0..100"
    [[ -n $(listen_of "$name") && -n $(http_of "$name") ]] ||
        die "$FILM_CONFIG/$name.env does not say FILMTRACKER_LISTEN and FILMTRACKER_HTTP"
    weights=$((weights + weight))
done
((weights)) || misuse "somebody has to get something"
only_one load-balancer

nginx_file() {
    local group port_of name weight
    echo "# Written by scripts/update-load-balancer.sh."
    for group in sync http; do
        echo "upstream filmtracker_$group {"
        for one in "${servers[@]}"; do
            name=${one%%=*} weight=${one#*=}
            [[ $group == sync ]] && port_of=listen_of || port_of=http_of
            ((weight)) || continue
            echo "    server $($port_of "$name") weight=$weight max_fails=3 fail_timeout=2s; # $name"
        done
        [[ $group == sync ]] || echo "    keepalive 32;"
        echo "}"
    done
}
set_nginx() {
    local folder file
    folder=$(dirname "$FILM_NGINX_CONFIG")
    file=$folder/filmtracker/upstreams.conf
    if [[ -n $dry_run ]]; then
        nginx_file
        return
    fi
    [[ ! -e $file ]] || cp -p "$file" "$file.before"
    nginx_file | write_file "$file"
    if ! nginx -q -t -p "$FILM_NGINX_PREFIX" -c "$FILM_NGINX_CONFIG"; then
        [[ ! -e $file.before ]] || mv -f "$file.before" "$file"
        die "nginx refuses it; the file before is back"
    fi
    nginx -q -p "$FILM_NGINX_PREFIX" -c "$FILM_NGINX_CONFIG" -s reload
}
# Places are given by name, and kept as long as the name is known.
set_haproxy() {
    local -A place=()
    local name weight n one listen http said
    if [[ -e $state.places ]]; then
        while read -r name n; do place[$name]=$n; done <"$state.places"
    fi
    for one in "${servers[@]}"; do
        name=${one%%=*}
        if [[ -z ${place[$name]:-} ]]; then
            for n in $(seq 16); do
                printf '%s\n' "${place[@]}" | grep -qx "$n" || break
            done
            place[$name]=$n
        fi
    done
    local -a orders=()
    for one in "${servers[@]}"; do
        name=${one%%=*} weight=${one#*=} n=${place[$name]}
        listen=$(listen_of "$name") http=$(http_of "$name")
        orders+=("set server filmtracker_sync/s$n addr ${listen%:*} port ${listen##*:}"
            "set server filmtracker_sync/s$n check-port ${http##*:}"
            "set server filmtracker_http/s$n addr ${http%:*} port ${http##*:}"
            "set server filmtracker_http/s$n check-port ${http##*:}")
        for group in sync http; do
            if ((weight)); then
                orders+=("set server filmtracker_$group/s$n weight $weight"
                    "enable health filmtracker_$group/s$n" "set server filmtracker_$group/s$n state ready")
            else
                orders+=("set server filmtracker_$group/s$n state drain")
            fi
        done
    done
    for name in "${!place[@]}"; do
        [[ " ${servers[*]} " == *" $name="* ]] ||
            for group in sync http; do
                orders+=("set server filmtracker_$group/s${place[$name]} state maint")
            done
    done
    if [[ -n $dry_run ]]; then
        printf '%s\n' "${orders[@]}"
        return
    fi
    said=$(haproxy_says "${orders[@]}" 2>&1) || die "HAProxy: $said"
    for name in "${!place[@]}"; do echo "$name ${place[$name]}"; done | write_file "$state.places"
    save_haproxy || true
}

case $FILM_BALANCER in
    nginx) set_nginx ;;
    haproxy) set_haproxy ;;
    none) say "there is no balancer" ;;
    *) misuse "FILM_BALANCER is $FILM_BALANCER" ;;
esac
[[ -z $dry_run ]] || exit 0
printf '%s\n' "${servers[@]}" | write_file "$state"
if [[ -n $FILM_PROMETHEUS_TARGETS && ! -d $(dirname "$FILM_PROMETHEUS_TARGETS") ]]; then
    # The balancer has them already: nothing to stop a deployment for.
    warn "there is no $(dirname "$FILM_PROMETHEUS_TARGETS"): Prometheus is not told of the servers"
elif [[ -n $FILM_PROMETHEUS_TARGETS ]]; then
    {
        echo "# Written by scripts/update-load-balancer.sh."
        for one in "${servers[@]}"; do
            printf -- '- targets: ["%s"]\n  labels: {colour: "%s"}\n' "$(http_of "${one%%=*}")" "${one%%=*}"
        done
    } | write_file "$FILM_PROMETHEUS_TARGETS"
fi
say "the balancer has ${servers[*]}"
