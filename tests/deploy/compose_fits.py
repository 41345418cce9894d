#!/usr/bin/env python3
"""What a schema of compose files does not say: the parts have to find each other.

  compose_fits.py FILE...     exit code: 0 they do, 1 not

Every file that is mounted is there (but for one's own, under secrets/ and tls/). Every address HOST:PORT in the
settings and mounted files is a service that has that port under `expose`, or the container's own, or an example of
one's own. What is exposed listens for others. Every file that a mounted file names is in that container.
"""

import pathlib
import re
import sys

import yaml

ADDRESS = re.compile(r"(?<![\w.@/-])(?:https?://)?((?:[a-z0-9-]+\.)*[a-z0-9-]+):(\d{2,5})\b(?![:.\d])")
PATH = re.compile(r"(?<![\w.:*}-])(/(?:etc|run/secrets)/[\w./-]+)")
# What an image brings itself.
OF_THE_IMAGE = ("/etc/nginx/mime.types", "/etc/prometheus/targets", "/etc/filmtracker")
OWN = ("secrets", "tls")


def text_of(part):
    return yaml.safe_dump(part)


def mounts(service, folder):
    """(source on the machine, path in the container) of every file and folder that is bound."""
    for volume in service.get("volumes", []):
        source, target = volume.split(":")[:2]
        if source.startswith("."):
            yield (folder / source).resolve(), target


def without_comments(path):
    return "\n".join(re.sub(r"(^|\s)[#;].*", "", line) for line in path.read_text().splitlines())


def problems(path):
    document = yaml.safe_load(path.read_text())
    services = document["services"]
    exposed = {name: {int(port) for port in one.get("expose", [])} for name, one in services.items()}
    known = dict(exposed)
    for one, ports in list(exposed.items()):
        networks = services[one].get("networks", {})
        if isinstance(networks, dict):
            for settings in networks.values():
                for alias in (settings or {}).get("aliases", []):
                    known[alias] = ports
    declared = set(document.get("secrets", {}))
    named_volumes = set(document.get("volumes", {}) or {})
    for name, service in services.items():
        texts = {"settings": text_of({key: service.get(key) for key in ("environment", "command", "healthcheck")})}
        inside = set()
        for source, target in mounts(service, path.parent):
            if any(part in OWN for part in source.parts):
                continue
            if not source.exists():
                yield f"{name}: there is no {source}"
                continue
            found = [source] if source.is_file() else [one for one in source.rglob("*") if one.is_file()]
            for one in found:
                here = target if source.is_file() else f"{target}/{one.relative_to(source)}"
                inside.add(here)
                if one.suffix in (".yml", ".conf"):
                    # A later mount covers an earlier one at the same place.
                    texts[here] = without_comments(one)
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            if not source.startswith((".", "/")) and source not in named_volumes:
                yield f"{name}: there is no volume {source}"
        for secret in service.get("secrets", []):
            if secret not in declared:
                yield f"{name}: there is no secret {secret}"
            inside.add(f"/run/secrets/{secret}")
        for where, text in texts.items():
            for host, port in ADDRESS.findall(text):
                port = int(port)
                if host.endswith(".example") and host not in known:
                    continue
                if host in ("127.0.0.1", "localhost"):
                    if port in exposed[name]:
                        if re.search(rf"(listen|endpoint)\w*: *{re.escape(host)}:{port}", text):
                            yield f"{name}: {where}: nobody but itself reaches {host}:{port}"
                    elif port not in exposed[name]:
                        yield f"{name}: {where}: {host}:{port} is nobody in that container"
                    continue
                if host == "0.0.0.0":
                    continue
                if host not in known:
                    yield f"{name}: {where}: {host}:{port} is no service"
                elif port not in known[host]:
                    yield f"{name}: {where}: {host} has no port {port}"
            # Listening addresses without a port beside them (Loki's).
            if re.search(r"http_listen_address: *127\.", text):
                port = re.search(r"http_listen_port: *(\d+)", text)
                if port and int(port[1]) in exposed[name]:
                    yield f"{name}: {where}: listens on itself only"
            for file in PATH.findall(text):
                if file.startswith(OF_THE_IMAGE) or file in inside or any(one.startswith(file + "/") for one in inside):
                    continue
                yield f"{name}: {where}: there is no {file} in that container"
        for setting, value in (service.get("environment") or {}).items():
            if setting == "PGPASSFILE":
                yield f"{name}: libpq takes a PGPASSFILE of mode 0600 only, and compose mounts it as root's"


def main(arguments):
    if not arguments or arguments == ["--help"]:
        print(__doc__)
        return 0 if arguments else 2
    wrong = [f"{argument}: {problem}" for argument in arguments for problem in problems(pathlib.Path(argument))]
    print("\n".join(wrong))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
