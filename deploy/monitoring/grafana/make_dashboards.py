#!/usr/bin/env python3
"""Makes the Grafana dashboards. The source is this file; the JSON beside it is what Grafana reads.

  make_dashboards.py            writes dashboards/*.json
  make_dashboards.py --check    says whether they are what this file makes (exit code 1: not)
  make_dashboards.py --queries  prints every query as JSON: dashboard, panel, expr, needs

`needs` says what has to be there for a panel to have data: "server" (any loaded server), "node",
"postgres", "backup" (one was made and checked), or "event" (something that a healthy run does not have; the
query must be valid then).
"""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
INTERVAL = "$__rate_interval"


def panel(title, *queries, unit="short", needs="server", kind="timeseries"):
    return {"title": title, "queries": [(q, "") if isinstance(q, str) else q for q in queries],
            "unit": unit, "needs": needs, "kind": kind}


def rate(metric, by="", selector=""):
    return f"sum {'by (' + by + ') ' if by else ''}(rate({metric}{selector}[{INTERVAL}]))"


def quantile(q, metric, by=""):
    labels = "le" + (", " + by if by else "")
    return f"histogram_quantile({q}, sum by ({labels}) (rate({metric}_bucket[{INTERVAL}])))"


def slowness(metric):
    return [(quantile(q, metric), f"p{int(q * 100)}") for q in (0.5, 0.95, 0.99)]


DASHBOARDS = {
    "service": ("Film Tracker: service", [
        panel("Servers that answer", "sum(up{job=\"filmtracker\"})", kind="stat"),
        panel("Requests", (rate("filmtracker_http_requests_total", "status"), "{{status}}"), unit="reqps"),
        panel("Share of errors", "sum(rate(filmtracker_http_requests_total{status=~\"5..\"}[" + INTERVAL
              + "])) / sum(rate(filmtracker_http_requests_total[" + INTERVAL + "])) or vector(0)",
              unit="percentunit"),
        panel("Time of an answer", *slowness("filmtracker_http_request_duration_seconds"), unit="s"),
        panel("Slowest routes (p95)",
              ("topk(10, " + quantile(0.95, "filmtracker_http_request_duration_seconds", "route") + ")",
               "{{route}}"), unit="s"),
        panel("Processor", ("rate(process_cpu_seconds_total{job=\"filmtracker\"}[" + INTERVAL + "])",
                            "{{instance}}"), unit="percentunit"),
        panel("Memory", ("process_resident_memory_bytes{job=\"filmtracker\"}", "{{instance}}"), unit="bytes"),
        panel("File descriptors", ("process_open_fds{job=\"filmtracker\"}", "{{instance}}")),
        panel("Security events", (rate("filmtracker_security_events_total", "kind"), "{{kind}}"), unit="ops"),
        panel("Certificate ends in",
              ("(filmtracker_certificate_expiry_timestamp_seconds - time())", "{{instance}}"), unit="s",
              needs="event"),
        panel("Processors of the host", ("1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\"}["
              + INTERVAL + "]))", "{{instance}}"), unit="percentunit", needs="node"),
        panel("Memory of the host", ("1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes",
              "{{instance}}"), unit="percentunit", needs="node"),
        panel("Disks", ("1 - node_filesystem_avail_bytes{fstype!~\"tmpfs|ramfs|overlay|squashfs\"} / "
              "node_filesystem_size_bytes", "{{mountpoint}}"), unit="percentunit", needs="node"),
        panel("Network", ("sum by (instance) (rate(node_network_receive_bytes_total[" + INTERVAL + "]))", "in"),
              ("sum by (instance) (rate(node_network_transmit_bytes_total[" + INTERVAL + "]))", "out"),
              unit="Bps", needs="node"),
    ]),
    "sync": ("Film Tracker: sync", [
        panel("Devices connected", ("sum by (instance) (filmtracker_connections)", "{{instance}}")),
        panel("Sessions by phase", ("sum by (phase) (filmtracker_sessions)", "{{phase}}")),
        panel("Changes by outcome", (rate("filmtracker_mutations_total", "outcome"), "{{outcome}}"), unit="ops"),
        panel("Batches refused", (rate("filmtracker_batches_refused_total", "reason"), "{{reason}}"), unit="ops"),
        panel("A batch waits for its writer", *slowness("filmtracker_lane_wait_seconds"), unit="s"),
        panel("A commit takes", *slowness("filmtracker_lane_commit_seconds"), unit="s"),
        panel("Changes in one commit", *slowness("filmtracker_lane_commit_mutations")),
        panel("Changes that wait", "sum(filmtracker_lane_waiting_mutations)"),
        panel("Messages", (rate("filmtracker_messages_received_total"), "from devices"),
              (rate("filmtracker_messages_sent_total"), "to devices"), unit="ops"),
        panel("Bytes", (rate("filmtracker_message_received_bytes_total"), "from devices"),
              (rate("filmtracker_message_sent_bytes_total"), "to devices"), unit="Bps"),
        panel("Turned away", (rate("filmtracker_connections_turned_away_total", "reason"), "{{reason}}"), unit="ops"),
        panel("Records that differ", (rate("filmtracker_digest_differences_total", "step"), "{{step}}"), unit="ops"),
        panel("New epochs", "sum(increase(filmtracker_epochs_begun_total[1h]))"),
        panel("Rows of other servers: heard by", (rate("filmtracker_head_news_total", "by"), "{{by}}"), unit="ops"),
        panel("New rows from memory", "sum(rate(filmtracker_recent_rows_reads_total{result=\"hit\"}[" + INTERVAL
              + "])) / (sum(rate(filmtracker_recent_rows_reads_total[" + INTERVAL + "])) > 0)", unit="percentunit"),
    ]),
    "database": ("Film Tracker: database", [
        panel("Connections, wanted", ("sum by (pool) (filmtracker_database_connections_wanted)", "{{pool}}")),
        panel("Connections, open", ("sum by (pool) (filmtracker_database_connections_open)", "{{pool}}")),
        panel("Connections lost", (rate("filmtracker_database_connections_lost_total", "pool"), "{{pool}}"), unit="ops"),
        panel("Connections that failed", (rate("filmtracker_database_connection_failures_total", "pool"), "{{pool}}"),
              unit="ops"),
        panel("A statement takes", *slowness("filmtracker_sql_duration_seconds"), unit="s"),
        panel("Statements", rate("filmtracker_sql_duration_seconds_count"), unit="ops"),
        panel("Statements that failed", (rate("filmtracker_sql_errors_total", "kind"), "{{kind}}"), unit="ops",
              needs="event"),
        panel("A read waits", *slowness("filmtracker_read_wait_seconds"), unit="s"),
        panel("A read takes", *slowness("filmtracker_read_seconds"), unit="s"),
        panel("Reads waiting", "sum(filmtracker_read_waiting_jobs)"),
        panel("PostgreSQL: transactions", ("sum by (datname) (rate(pg_stat_database_xact_commit[" + INTERVAL + "]))",
              "{{datname}}"), unit="ops", needs="postgres"),
        panel("PostgreSQL: connections", ("sum by (state) (pg_stat_activity_count)", "{{state}}"), needs="postgres"),
        panel("PostgreSQL: from its cache", "sum(rate(pg_stat_database_blks_hit[" + INTERVAL + "])) / (sum(rate("
              "pg_stat_database_blks_hit[" + INTERVAL + "])) + sum(rate(pg_stat_database_blks_read[" + INTERVAL + "])))",
              unit="percentunit", needs="postgres"),
        panel("PostgreSQL: size", ("sum by (datname) (pg_database_size_bytes)", "{{datname}}"), unit="bytes",
              needs="postgres"),
        panel("Replication lag", ("pg_replication_lag_seconds", "{{instance}}"), unit="s", needs="postgres"),
        panel("Log waits for the archive", ("pg_archive_waiting_seconds", "{{instance}}"), unit="s", needs="postgres"),
        # Of the scripts, by the node exporter's text files; a server's own are not in the repository.
        panel("Age of the newest backup",
              "time() - max(filmtracker_backup_last_success_timestamp_seconds{job=\"node\"})", unit="s", needs="backup"),
        panel("Age of the newest check of the backups",
              "time() - max(filmtracker_backup_last_verified_timestamp_seconds{job=\"node\"})", unit="s", needs="backup"),
        panel("Age of the newest archive of settings and keys",
              "time() - max(filmtracker_application_backup_last_success_timestamp_seconds)", unit="s", needs="backup"),
    ]),
    "business": ("Film Tracker: business", [
        panel("Time entries written", rate("filmtracker_time_entries_written_total"), unit="ops"),
        panel("Productions", "max(filmtracker_productions)", kind="stat"),
        panel("Active users", ("max by (window) (filmtracker_active_users)", "{{window}}")),
        panel("People whose days were written", ("max by (window) (filmtracker_active_people)", "{{window}}")),
        panel("Days that wait for approval", "max(filmtracker_approvals_waiting)"),
        panel("Hours of departments, seven days", ("max by (department) (filmtracker_department_worked_seconds) / 3600",
              "{{department}}"), unit="h", needs="event"),
    ]),
    "deployment": ("Film Tracker: deployment", [
        panel("Versions that serve", ("count by (version) (filmtracker_build_info)", "{{version}}")),
        panel("Up since", ("time() - process_start_time_seconds{job=\"filmtracker\"}", "{{instance}}"), unit="s"),
        panel("Schema of the database", ("max by (instance) (filmtracker_database_schema_version)", "{{instance}}")),
        panel("Errors by server", ("sum by (instance) (rate(filmtracker_http_requests_total{status=~\"5..\"}[" + INTERVAL
              + "])) or 0 * sum by (instance) (rate(filmtracker_http_requests_total[" + INTERVAL + "]))", "{{instance}}"),
              unit="reqps"),
        panel("Time of an answer by server (p95)",
              (quantile(0.95, "filmtracker_http_request_duration_seconds", "instance"), "{{instance}}"), unit="s"),
        panel("Devices by server", ("sum by (instance) (filmtracker_connections)", "{{instance}}")),
        panel("Connections accepted", (rate("filmtracker_connections_total", "instance"), "{{instance}}"), unit="ops"),
        panel("Alerts", ("count by (alertname) (ALERTS{alertstate=\"firing\", alertname!=\"Watchdog\"})",
              "{{alertname}}"), needs="event"),
    ]),
}


def grafana_panel(number, one):
    made = {
        "id": number, "type": one["kind"], "title": one["title"],
        "datasource": {"type": "prometheus", "uid": "filmtracker-prometheus"},
        "gridPos": {"x": 12 * ((number - 1) % 2), "y": 8 * ((number - 1) // 2), "w": 12, "h": 8},
        "fieldConfig": {"defaults": {"unit": one["unit"]}, "overrides": []},
        "targets": [{"refId": chr(ord("A") + i), "expr": expr, "legendFormat": legend or "__auto",
                     "datasource": {"type": "prometheus", "uid": "filmtracker-prometheus"}}
                    for i, (expr, legend) in enumerate(one["queries"])],
    }
    if one["kind"] == "timeseries":
        made["options"] = {"legend": {"displayMode": "list", "placement": "bottom"}, "tooltip": {"mode": "multi"}}
    return made


def dashboard(uid, title, panels):
    return {
        "uid": "filmtracker-" + uid, "title": title, "tags": ["filmtracker"], "timezone": "browser",
        "schemaVersion": 37, "version": 1, "editable": False, "refresh": "30s",
        "time": {"from": "now-6h", "to": "now"},
        "links": [{"title": "Film Tracker", "type": "dashboards", "tags": ["filmtracker"], "asDropdown": True}],
        "panels": [grafana_panel(i, one) for i, one in enumerate(panels, 1)],
    }


def files():
    return {HERE / "dashboards" / f"{uid}.json":
            json.dumps(dashboard(uid, *what), indent=1, ensure_ascii=False) + "\n"
            for uid, what in DASHBOARDS.items()}


def main(arguments):
    if arguments == ["--queries"]:
        for uid, (_, panels) in DASHBOARDS.items():
            for one in panels:
                for expr, _ in one["queries"]:
                    print(json.dumps({"dashboard": uid, "panel": one["title"], "expr": expr, "needs": one["needs"]}))
    elif arguments == ["--check"]:
        stale = [path.name for path, text in files().items() if not path.exists() or path.read_text() != text]
        stale += [path.name for path in (HERE / "dashboards").glob("*.json") if path not in files()]
        if stale:
            print("not what make_dashboards.py makes: " + ", ".join(stale), file=sys.stderr)
            return 1
    elif not arguments:
        for path, text in files().items():
            path.write_text(text)
    else:
        print(__doc__)
        return 0 if arguments == ["--help"] else 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
