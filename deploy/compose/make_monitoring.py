#!/usr/bin/env python3
"""Makes monitoring/ for production.yml from ../monitoring: the same with services' names for addresses.

  make_monitoring.py            writes monitoring/*
  make_monitoring.py --check    says whether they are what this file makes (exit code 1: not)

In a container 127.0.0.1 is that container: what is of one machine there would find nobody here.
"""

import pathlib
import sys

HERE = pathlib.Path(__file__).parent
SOURCE = HERE.parent / "monitoring"
# What is replaced in which file. Each has to be there, so that a change of the source is noticed.
CHANGES = {
    "prometheus.yml": [("127.0.0.1:9093", "alertmanager:9093"), ("127.0.0.1:9100", "node-exporter:9100"),
                       ("127.0.0.1:9187", "postgres-exporter:9187"), ("127.0.0.1:9115", "blackbox:9115")],
    "alertmanager.yml": [("http://127.0.0.1:9097/", "http://receiver.example:9097/"),
                         ("/etc/alertmanager/smtp-password", "/run/secrets/smtp_password")],
    "loki.yml": [("http_listen_address: 127.0.0.1", "http_listen_address: 0.0.0.0")],
    "otel-collector.yml": [("endpoint: 127.0.0.1:4318", "endpoint: 0.0.0.0:4318"),
                           ("endpoint: 127.0.0.1:4317", "endpoint: jaeger:4317")],
    "promtail.yml": [("http://127.0.0.1:3100", "http://loki:3100"),
                     ("__journal__systemd_unit]\n        regex: filmtracker-server.*",
                      "__journal_container_tag]\n        regex: filmtracker-server")],
    "grafana/provisioning/datasources/filmtracker.yml": [
        ("http://127.0.0.1:9090", "http://prometheus:9090"), ("http://127.0.0.1:3100", "http://loki:3100"),
        ("http://127.0.0.1:16686", "http://jaeger:16686")],
    "targets/patroni-members.yml": [],
    "targets/haproxy-balancers.yml": [],
    "targets/containers-machines.yml": [('# - targets: ["127.0.0.1:8080"]\n[]', '- targets: ["cadvisor:8080"]')],
}
SERVERS = """# The two servers of production.yml; the one that is stopped is to be taken out.
- targets: ["blue:7421", "green:7421"]
"""


def files():
    made = {}
    for name, changes in CHANGES.items():
        text = (SOURCE / name).read_text()
        for old, new in changes:
            if old not in text:
                raise SystemExit(f"{name} has no {old!r}")
            text = text.replace(old, new)
        short = name.split("/")[-1].replace("filmtracker.yml", "datasources.yml")
        folder = HERE / "monitoring" / "targets" if name.startswith("targets/") else HERE / "monitoring"
        made[folder / short] = f"# Made from deploy/monitoring by make_monitoring.py.\n{text}"
    made[HERE / "monitoring" / "targets" / "filmtracker-servers.yml"] = SERVERS
    return made


def main(arguments):
    if arguments == ["--check"]:
        stale = [path.name for path, text in files().items() if not path.exists() or path.read_text() != text]
        if stale:
            print("not what make_monitoring.py makes: " + ", ".join(stale), file=sys.stderr)
        return bool(stale)
    if arguments:
        print(__doc__)
        return 0 if arguments == ["--help"] else 2
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
