#!/usr/bin/env python3
"""The whole chain of monitoring over a loaded server, with the configuration of deploy/monitoring.

Server, PostgreSQL with an archive, exporters, Prometheus, Alertmanager and a receiver. First every query
of every dashboard has to give figures (no NaN). Then things are broken, one after the other: the server
is killed, the API answers with errors, the disk looks full, a certificate ends soon or is nobody's, the backup is old,
the archive stops. Each alert has to reach the receiver, and its end, too. The times of rules and routes
are shortened for that; their unit tests keep the real ones (tests/deploy/configurations.sh).
"""

import http.server
import json
import math
import os
import pathlib
import re
import shutil
import socket
import subprocess
import threading
import time
import urllib.parse

from film_drill import (BIN, BackedUp, Broken, Crowd, Drill, ROOT, Server, Typist, free_port, get, listens,
                        make_production, need, options, stop, wait_until)

MONITORING = ROOT / "deploy" / "monitoring"


class Receiver:
    """A webhook that remembers: (route, alert, status), when."""

    def __init__(self):
        heard = self.heard = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                for alert in body["alerts"]:
                    heard.append((self.path.strip("/"), alert["labels"]["alertname"], alert["status"],
                                  time.monotonic()))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", free_port()), Handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def wait(self, alert, status, since, seconds):
        """When it came, and where to; None if it did not."""
        found = []

        def came():
            found[:] = [(at, route) for route, name, what, at in self.heard
                        if name == alert and what == status and at >= since]
            return found

        return min(found) if wait_until(came, seconds) else None


class BadServer:
    """Answers as a server whose API fails: the figures of one, for Prometheus."""

    def __init__(self):
        begun = time.time()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                n = int((time.time() - begun) * 50)
                text = (f'filmtracker_http_requests_total{{method="GET",route="/x",status="200"}} {n}\n'
                        f'filmtracker_http_requests_total{{method="GET",route="/x",status="500"}} {n}\n')
                self.send_response(200)
                self.send_header("Content-Type", "text/plain; version=0.0.4")
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", free_port()), Handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def shortened(text):
    """Rules and routes as they are, with seconds for minutes and windows that fit."""
    text = re.sub(r"for: \w+", "for: 2s", text)
    text = re.sub(r"\[(2m|5m|10m|15m|1h)\]", "[10s]", text)
    return text


class Stack:
    def __init__(self, drill, scene, servers):
        self.drill = drill
        self.receiver = Receiver()
        self.folder = drill.folder / "monitoring"
        self.targets = self.folder / "targets"
        self.targets.mkdir(parents=True)
        self.metrics = scene.metrics
        self.ports = {name: free_port() for name in ("prometheus", "alertmanager", "node", "postgres", "blackbox", "tls")}
        self.set_servers(servers)
        # As they are: nobody. failover.py has Patroni, blue_green.py HAProxy.
        for name in ("patroni-members.yml", "haproxy-balancers.yml", "containers-machines.yml"):
            shutil.copy(MONITORING / "targets" / name, self.targets)
        for name in ("recording.rules.yml", "alerts.rules.yml"):
            (self.folder / name).write_text(shortened((MONITORING / name).read_text()))
        config = (MONITORING / "prometheus.yml").read_text()
        config = config.replace("15s", "1s").replace("refresh_interval: 10s", "refresh_interval: 1s")
        for here, port in (("9093", "alertmanager"), ("9100", "node"), ("9187", "postgres"), ("9115", "blackbox"),
                           ("9090", "prometheus")):
            config = config.replace(f"127.0.0.1:{here}", f"127.0.0.1:{self.ports[port]}")
        config = config.replace("film.example:443", f"127.0.0.1:{self.ports['tls']}")
        (self.folder / "prometheus.yml").write_text(config)
        drill.run("promtool", "check", "config", self.folder / "prometheus.yml")
        alerting = (MONITORING / "alertmanager.yml").read_text()
        alerting = alerting.replace("127.0.0.1:9097", f"127.0.0.1:{self.receiver.port}")
        alerting = re.sub(r"group_wait: \w+", "group_wait: 0s", alerting)
        alerting = re.sub(r"group_interval: \w+", "group_interval: 1s", alerting)
        alerting = re.sub(r"    email_configs:\n      - to: .*", f'    webhook_configs:\n      - url: "http://127.0.0.1:{self.receiver.port}/mail"', alerting)
        alerting = re.sub(r"  smtp_\w+: .*\n", "", alerting)
        (self.folder / "alertmanager.yml").write_text(alerting)

    def set_servers(self, ports):
        text = json.dumps([{"targets": [f"127.0.0.1:{port}" for port in ports]}])
        new = self.targets / ".new"
        new.write_text(text)
        new.rename(self.targets / "filmtracker-servers.yml")

    def start(self, scene):
        drill, ports = self.drill, self.ports
        for name, days in (("good", 400), ("ending", 1), ("stranger", 400)):
            drill.run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", days, "-subj", "/CN=localhost",
                      "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", self.folder / f"{name}.key",
                      "-out", self.folder / f"{name}.pem")
        # The authority that is known signed all but the stranger's.
        (self.folder / "authority.pem").write_text("".join((self.folder / f"{name}.pem").read_text()
                                                           for name in ("good", "ending")))
        self.show_certificate("good")
        drill.start("prometheus-node-exporter", f"--web.listen-address=127.0.0.1:{ports['node']}",
                    f"--collector.textfile.directory={self.metrics}")
        drill.start("prometheus-postgres-exporter", f"--web.listen-address=127.0.0.1:{ports['postgres']}",
                    f"--extend.query-path={MONITORING / 'postgres-queries.yml'}",
                    env={**os.environ, "DATA_SOURCE_NAME": scene.postgres.url() + "?sslmode=disable"})
        (self.folder / "blackbox.yml").write_text(
            (MONITORING / "blackbox.yml").read_text() + f"      tls_config:\n        ca_file: {self.folder / 'authority.pem'}\n")
        drill.start("prometheus-blackbox-exporter", f"--web.listen-address=127.0.0.1:{ports['blackbox']}",
                    f"--config.file={self.folder / 'blackbox.yml'}")
        drill.start("prometheus-alertmanager", f"--config.file={self.folder / 'alertmanager.yml'}",
                    f"--storage.path={self.folder / 'alerts'}", f"--web.listen-address=127.0.0.1:{ports['alertmanager']}",
                    "--cluster.listen-address=")
        drill.start("prometheus", f"--config.file={self.folder / 'prometheus.yml'}",
                    f"--storage.tsdb.path={self.folder / 'series'}",
                    f"--web.listen-address=127.0.0.1:{ports['prometheus']}", log=drill.folder / "prometheus.log")
        ready = wait_until(lambda: listens(ports["prometheus"])
                           and get(f"http://127.0.0.1:{ports['prometheus']}/-/ready")[0] == 200, 30)
        if not ready:
            raise Broken("Prometheus is not ready")

    def show_certificate(self, name):
        if getattr(self, "tls", None):
            stop(self.tls)
        self.tls = self.drill.start("openssl", "s_server", "-accept", f"127.0.0.1:{self.ports['tls']}", "-quiet",
                                    "-cert", self.folder / f"{name}.pem", "-key", self.folder / f"{name}.key", "-www")

    def ask(self, expr):
        """The values of an instant query, or None if it is not valid."""
        status, body = get(f"http://127.0.0.1:{self.ports['prometheus']}/api/v1/query?"
                           + urllib.parse.urlencode({"query": expr}))
        if status != 200:
            return None
        result = json.loads(body)["data"]["result"]
        return [float(one["value"][1]) for one in result]


def check_dashboards(drill, stack):
    listed = drill.run(MONITORING / "grafana" / "make_dashboards.py", "--queries").stdout
    queries = [json.loads(line) for line in listed.splitlines()]
    empty = []

    def with_data(one):
        expr = one["expr"].replace("$__rate_interval", "20s")
        values = stack.ask(expr)
        if values is None:
            return "is not valid"
        if one["needs"] == "event":
            return None
        if not values:
            return "gives nothing"
        if all(math.isnan(value) for value in values):
            return "gives no number"
        return None

    def all_have():
        empty[:] = [(one, with_data(one)) for one in queries]
        empty[:] = [(one, wrong) for one, wrong in empty if wrong]
        return not empty

    wait_until(all_have, 60, step=2)
    for one, wrong in empty:
        drill.require(False, f"{one['dashboard']}, {one['panel']}: {wrong}: {one['expr']}")
    drill.figure("queries of dashboards executed", len(queries))
    drill.figure("of those with data", sum(1 for q in queries if q["needs"] != "event") - len(empty))
    drill.require(with_data({"expr": "sum(rate(nosuch_metric_total[20s]))", "needs": "server"}) is not None,
                  "a panel without data would not be noticed")


def alert_round(drill, stack, name, route, provoke, repair, patience=60):
    since = time.monotonic()
    provoke()
    fired = stack.receiver.wait(name, "firing", since, patience)
    if not drill.require(fired is not None, f"{name} did not reach the receiver"):
        repair()
        return
    drill.require(fired[1] == route, f"{name} went to {fired[1]} and not to {route}")
    mended = time.monotonic()
    repair()
    resolved = stack.receiver.wait(name, "resolved", mended, patience)
    drill.require(resolved is not None, f"the end of {name} did not reach the receiver")
    if resolved:
        drill.note(f"{name}: at the receiver ({fired[1]}) after {fired[0] - since:.1f} s, resolved after "
                   f"{resolved[0] - mended:.1f} s")


def main():
    options(__doc__)
    with Drill("monitoring") as drill:
        need("prometheus", "promtool", "prometheus-alertmanager", "prometheus-node-exporter",
             "prometheus-postgres-exporter", "prometheus-blackbox-exporter", "openssl")
        scene = BackedUp(drill)
        postgres = scene.postgres
        production = make_production(drill, scene.database)
        server = Server(drill, scene.database)
        server.start()
        stack = Stack(drill, scene, [server.http])
        stack.start(scene)
        typists = [Typist(drill, scene.database, production, number, server.url) for number in range(2)]
        for typist in typists:
            typist.start(pace=0.05, wait=300)
        asking = True

        def ask_api():
            while asking:
                get(server.http_url + "/api/v1/openapi.json")
                get(server.http_url + "/health/live")
                time.sleep(0.05)

        threading.Thread(target=ask_api, daemon=True).start()
        scene.script("backup-database.sh", "full")
        scene.script("verify-backup.sh")
        # Neither is made in this drill; backups.py has both.
        for name in ("filmtracker_backup_last_restore", "filmtracker_application_backup_last_success"):
            figure = stack.metrics / f"{name}.prom"
            figure.write_text(f"{name}_timestamp_seconds {time.time():.0f}\n")
            figure.chmod(0o644)

        check_dashboards(drill, stack)

        # Two servers, so that one that is down is not all of them.
        def down():
            server.stop(sig=9)

        def up():
            server.start()

        alert_round(drill, stack, "AllServersDown", "pager", down, up)
        other = Server(drill, scene.database, "other")
        other.start()
        stack.set_servers([server.http, other.http])
        wait_until(lambda: stack.ask('sum(up{job="filmtracker"})') == [2.0], 20)
        alert_round(drill, stack, "ServerDown", "pager-quiet", lambda: other.stop(sig=9), other.start)
        bad = BadServer()
        alert_round(drill, stack, "ErrorRateHigh", "pager-quiet",
                    lambda: stack.set_servers([server.http, bad.port]), lambda: stack.set_servers([server.http]))
        alert_round(drill, stack, "CertificateExpiringSoon", "pager", lambda: stack.show_certificate("ending"),
                    lambda: stack.show_certificate("good"))
        alert_round(drill, stack, "CertificateRefused", "pager", lambda: stack.show_certificate("stranger"),
                    lambda: stack.show_certificate("good"))

        backup = stack.metrics / "filmtracker_backup.prom"
        good = backup.read_text()

        def age_backup():
            backup.write_text(re.sub(r" \d+\n$", f" {time.time() - 9 * 3600:.0f}\n", good))

        alert_round(drill, stack, "BackupMissing", "pager-quiet", age_backup, lambda: backup.write_text(good))

        # A disk of its own, that is really full.
        disk = drill.folder / "disk"
        disk.mkdir()
        image = drill.folder / "disk.image"
        drill.run("truncate", "-s", "16M", image)
        mounted = subprocess.run(["sh", "-c", f"mkfs.ext4 -q {image} && mount -o loop {image} {disk}"],
                                 capture_output=True).returncode == 0
        if mounted:
            drill.endings.append(lambda: subprocess.run(["umount", "-l", str(disk)]))
            fill = disk / "fill"
            alert_round(drill, stack, "DiskFilling", "pager-quiet",
                        lambda: fill.write_bytes(b"x" * 12 * 1024 * 1024), fill.unlink)
        else:
            drill.note("DiskFilling: no disk can be mounted here; its unit test stands for it")

        # The archive stops. Its figure grows by a second each second, so the limit is lowered for it.
        rules = stack.folder / "alerts.rules.yml"
        rules.write_text(rules.read_text().replace("pg_archive_waiting_seconds) > 900", "pg_archive_waiting_seconds) > 9"))
        prometheus = next(p for p in drill.processes if p.args[0] == "prometheus")
        prometheus.send_signal(1)
        moved = drill.folder / "repository.gone"

        def break_archive():
            scene.repository.rename(moved)
            scene.repository.touch()
            postgres.sql("SELECT pg_switch_wal()")

        def mend_archive():
            scene.repository.unlink()
            moved.rename(scene.repository)

        alert_round(drill, stack, "ArchiveLag", "pager", break_archive, mend_archive, patience=120)
        # Prometheus says it again after a minute, and the first time nobody may have listened yet.
        drill.require(stack.receiver.wait("Watchdog", "firing", 0, 90) is not None, "the watchdog is silent")
        asking = False
        for typist in typists:
            drill.require(typist.finish(120), f"{typist.name} is not in step")


if __name__ == "__main__":
    main()
