#!/usr/bin/env python3
"""Whether the collectors of logs and traces are put together as their documentation asks: none of them is in Debian.

    tests/deploy/collectors_fit.py [FOLDER]     (default: deploy/monitoring)
otel-collector.yml: every part of a pipeline is there, every part that is there is used, in the order that memory
needs. promtail.yml: a label or a time comes from something that was read before. loki.yml: what throwing away needs.
And that all three, and Grafana's data sources, mean the same ports. Names what does not fit, and then ends with 1.
"""

import pathlib
import sys
import urllib.parse

import yaml

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "deploy/monitoring")
wrong = []
otel, loki, promtail = (yaml.safe_load((folder / f"{name}.yml").read_text()) for name in ("otel-collector", "loki", "promtail"))
sources = yaml.safe_load((folder / "grafana/provisioning/datasources/filmtracker.yml").read_text())["datasources"]


def need(holds, what):
    if not holds:
        wrong.append(what)


def port_of(address):
    return urllib.parse.urlsplit(address if "//" in address else f"//{address}").port


# What the collector's smallest distribution has.
KNOWN = {"receivers": {"otlp"}, "processors": {"memory_limiter", "batch"}, "exporters": {"otlp", "otlphttp", "debug"}}
need(set(otel) <= {*KNOWN, "extensions", "connectors", "service"}, f"otel-collector.yml has {sorted(otel)}")
for kind, known in KNOWN.items():
    there = set(otel.get(kind, {}))
    used = {name for pipeline in otel["service"]["pipelines"].values() for name in pipeline.get(kind, [])}
    need(there == used, f"{kind}: {sorted(there)} are there, {sorted(used)} are used")
    need({name.split("/")[0] for name in there} <= known, f"{kind} that nobody knows among {sorted(there)}")
for name, pipeline in otel["service"]["pipelines"].items():
    need(name.split("/")[0] in {"traces", "metrics", "logs"}, f"a pipeline {name}")
    order = pipeline.get("processors", [])
    need(order[:1] == ["memory_limiter"] and order[-1:] == ["batch"], f"processors of {name}: {order}")
need(port_of(otel["receivers"]["otlp"]["protocols"]["http"]["endpoint"]) == 4318, "OTLP over HTTP is not on 4318, which --otlp-endpoint names")
need(port_of(otel["exporters"]["otlp/jaeger"]["endpoint"]) == 4317, "Jaeger takes OTLP on 4317")

for schema in loki["schema_config"]["configs"]:
    need(schema["store"] == "tsdb" and schema["schema"] == "v13" and schema["index"]["period"] == "24h", f"a schema {schema}")
    need(schema["object_store"] in loki["storage_config"], f"nothing says where {schema['object_store']} is")
compactor, kept = loki["compactor"], str(loki["limits_config"].get("retention_period", ""))
need(compactor.get("retention_enabled") is True and compactor.get("delete_request_store") in loki["storage_config"],
     "nothing is thrown away: retention_enabled with a delete_request_store")
need(kept.endswith("h") and int(kept[:-1]) >= 24 and int(kept[:-1]) % 24 == 0, f"kept for {kept}")

for client in promtail["clients"]:
    need(port_of(client["url"]) == loki["server"]["http_listen_port"] and client["url"].endswith("/loki/api/v1/push"),
         f"promtail tells {client['url']}")
jobs = [one["job_name"] for one in promtail["scrape_configs"]]
need(len(jobs) == len(set(jobs)), f"jobs {jobs}")
for one in promtail["scrape_configs"]:
    named = f"promtail's {one['job_name']}: "
    need(("journal" in one) != ("static_configs" in one), named + "a journal or files, and one of them")
    need("journal" in one or all("__path__" in target["labels"] for target in one["static_configs"]), named + "no path")
    for rule in one.get("relabel_configs", []):
        need(rule.get("action", "replace") in {"replace", "keep", "drop"} and all(
            label.startswith("__journal_") for label in rule["source_labels"]), named + f"a rule {rule}")
    read = set()
    for stage in one.get("pipeline_stages", []):
        (kind, of), = stage.items()
        need(kind in {"json", "labels", "timestamp"}, named + f"a stage {kind}")
        if kind == "json":
            read |= set(of["expressions"])
        elif kind == "labels":
            need({source or label for label, source in of.items()} <= read, named + f"labels {sorted(of)} of {sorted(read)}")
        elif kind == "timestamp":
            need(of["source"] in read, named + f"the time {of['source']} was not read")

ports = {one["type"]: port_of(one["url"]) for one in sources}
need(ports.get("loki") == loki["server"]["http_listen_port"], f"Grafana asks Loki on {ports.get('loki')}")
need(ports.get("jaeger") == 16686, f"Grafana asks Jaeger on {ports.get('jaeger')}")
ids = {one["uid"] for one in sources}
for one in sources:
    for field in one.get("jsonData", {}).get("derivedFields", []):
        need(field["datasourceUid"] in ids, f"{one['name']} leads to {field['datasourceUid']}")
print("\n".join(wrong))
sys.exit(bool(wrong))
