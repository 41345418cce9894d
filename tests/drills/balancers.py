#!/usr/bin/env python3
"""What reloads and restarts of the balancers cost: nothing, of servers that only pretend.

Two programs that answer as filmtracker-server would, behind the configurations of deploy/, told of by
scripts/update-load-balancer.sh. HAProxy is reloaded and restarted and has to lead to the same servers at
once. nginx is reloaded as a deployment does, step by step, and an open WebSocket has to outlive all of it;
with --long for real, as long as three steps of a minute take. And of both, whether a server is told who asks:
its limits count by that address, and one id finds a request in both logs.
"""

import base64
import json
import os
import re
import socket
import time
import urllib.request

from film_balancers import HaProxy, Nginx
from film_drill import (Drill, ROOT, SCRIPTS, Skip, environment_file, free_port, get, options, stop, wait_until)

PRETENDER = '''
import base64, hashlib, http.server, json, sys, threading
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        if self.headers.get("Upgrade"):
            self.send_response(101)
            self.send_header("Upgrade", "websocket")
            self.send_header("Connection", "Upgrade")
            self.send_header("Seen", json.dumps(self.headers.items()))
            key = self.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
            self.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
            self.end_headers()
            # A ping of the protocol is a byte here, and comes back.
            while True:
                said = self.rfile.read(1)
                if not said:
                    self.close_connection = True
                    return
                self.wfile.write(said)
        text = (json.dumps(self.headers.items()) if self.path == "/api/seen" else sys.argv[3]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)
    def log_message(self, *_):
        pass
def serve(port):
    http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), Handler).serve_forever()
threading.Thread(target=serve, args=(sys.argv[1],), daemon=True).start()
serve(sys.argv[2])
'''


class Scene:
    """Servers called blue and green that pretend, and a balancer."""

    def __init__(self, drill, kind):
        self.drill = drill
        self.folder = drill.folder / kind.__name__.lower()
        drill_folder, drill.folder = drill.folder, self.folder
        try:
            for name in ("config", "state"):
                (self.folder / name).mkdir(parents=True)
            self.port = free_port()
            self.balancer = kind(drill, self.port)
            for name in ("blue", "green"):
                sync, http = free_port(), free_port()
                drill.start("python3", "-c", PRETENDER, sync, http, name)
                (self.folder / "config" / f"{name}.env").write_text(
                    f"FILMTRACKER_LISTEN=127.0.0.1:{sync}\nFILMTRACKER_HTTP=127.0.0.1:{http}\n")
                wait_until(lambda: get(f"http://127.0.0.1:{http}/health/ready")[0] == 200, 10)
            environment = environment_file(drill, FILM_SUPERVISOR="process", FILM_CONFIG=self.folder / "config",
                                           FILM_STATE=self.folder / "state", **self.balancer.settings)
            self.environment = {**os.environ, "FILM_ENVIRONMENT": str(environment)}
            self.balancer.start()
        finally:
            drill.folder = drill_folder

    def set(self, *servers):
        self.drill.run(SCRIPTS / "update-load-balancer.sh", "set", *servers, env=self.environment)

    def answer(self):
        status, text = get(f"http://127.0.0.1:{self.port}/api/v1/openapi.json")
        return text if status == 200 else str(status)


class Socket:
    """An upgraded connection, as a device has it."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), 5)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(f"GET /sync/v1 HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += self.socket.recv(1)
        self.opened = head.split(b" ")[1] == b"101"
        seen = re.search(rb"(?i)\r\nseen: (.*)\r\n", head)
        self.seen = json.loads(seen[1]) if seen else []

    def lives(self):
        try:
            self.socket.sendall(b"x")
            return self.socket.recv(1) == b"x"
        except OSError:
            return False


def server_is_told_who_asks(drill, scene, device, log):
    request = urllib.request.Request(f"http://127.0.0.1:{scene.port}/api/seen", headers={
        "X-Forwarded-For": "203.0.113.6", "X-Forwarded-Proto": "gopher", "X-Request-Id": "0123456789abcdef"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        api = json.loads(answer.read())
    ids = []
    for what, seen in (("the API", api), ("a device", device.seen)):
        got = {}
        for name, value in seen:
            got.setdefault(name.lower(), []).append(value)
        named = f"{log.name}, {what}: "
        drill.require(got.get("x-forwarded-for") == ["127.0.0.1"], f"{named}asked by {got.get('x-forwarded-for')}")
        drill.require(len(got.get("x-forwarded-proto", [])) == 1 and got["x-forwarded-proto"][0] in ("http", "https"),
                      f"{named}through {got.get('x-forwarded-proto')}")
        drill.require(got.get("host", [""])[0].split(":")[0] in ("localhost", "127.0.0.1"), f"{named}of {got.get('host')}")
        # What the server takes for one (server/http/request_scope.cpp), and nobody's own choice.
        one = got.get("x-request-id", [])
        if drill.require(len(one) == 1 and re.fullmatch(r"[0-9A-Fa-f-]{16,64}", one[0]) and one[0] != "0123456789abcdef",
                         f"{named}its request is {one}"):
            ids.append(one[0])
    # A device's line is written when its connection ends.
    def line():
        found = [json.loads(one) for one in log.read_text().splitlines() if one.startswith("{") and ids[0] in one]
        return found[0] if found else None

    if ids and drill.require(wait_until(lambda: line() is not None, 10), f"{log.name} has no line of the request"):
        drill.require({"time", "remote", "method", "path", "status", "bytes", "upstream", "request_id"} <= set(line())
                      and line()["path"] == "/api/seen" and line()["status"] == 200, f"{log.name} says {line()}")


def haproxy_begins_where_it_ended(drill):
    scene = Scene(drill, HaProxy)
    scene.set("green=100")
    drill.require(wait_until(lambda: scene.answer() == "green", 10), f"HAProxy leads to {scene.answer()}")
    device = Socket(scene.port)
    drill.require(device.opened, "no WebSocket through HAProxy")
    server_is_told_who_asks(drill, scene, device, scene.folder / "haproxy.log")

    scene.balancer.reload()
    answers = {scene.answer() for _ in range(20)}
    drill.require(answers == {"green"}, f"after a reload HAProxy leads to {sorted(answers)}")
    drill.require(device.lives(), "a reload of HAProxy cuts a WebSocket")

    scene.set("blue=100", "green=0")
    drill.require(wait_until(lambda: scene.answer() == "blue", 10), f"HAProxy leads to {scene.answer()} after a switch")
    stop(scene.balancer.process)
    scene.balancer.start()
    wait_until(lambda: scene.answer() != "0", 10)
    drill.require(scene.answer() == "blue", f"after a restart HAProxy leads to {scene.answer()}")

    # What it refuses is said, and nobody believes that it is so.
    (scene.folder / "config" / "away.env").write_text("FILMTRACKER_LISTEN=no address:1\nFILMTRACKER_HTTP=127.0.0.1:1\n")
    told = (scene.folder / "state" / "balancer").read_text()
    refused = drill.run(SCRIPTS / "update-load-balancer.sh", "set", "away=100", env=scene.environment, check=False)
    drill.require(refused.returncode == 1 and "set server filmtracker_sync/s3 addr no address" in refused.stderr
                  and (scene.folder / "state" / "balancer").read_text() == told, f"a refused order: {refused.stderr}")

    # A state without servers is none: the file stays.
    known = scene.balancer.state.read_text()
    stop(scene.balancer.process)
    saved = drill.run(SCRIPTS / "update-load-balancer.sh", "save", env=scene.environment, check=False)
    drill.require(saved.returncode != 0 and scene.balancer.state.read_text() == known, "a state is lost that nobody told")
    drill.note("HAProxy: reloaded and restarted, the same server at once, no WebSocket lost by the reload")


def seconds_of(text):
    number, unit = re.fullmatch(r"(\d+)(s|m|h|d)", text).groups()
    return int(number) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[unit]


def nginx_keeps_websockets(drill, long):
    scene = Scene(drill, Nginx)
    scene.set("blue=100")
    drill.require(wait_until(lambda: scene.answer() == "blue", 10), f"nginx leads to {scene.answer()}")
    device = Socket(scene.port)
    drill.require(device.opened, "no WebSocket through nginx")
    server_is_told_who_asks(drill, scene, device, scene.folder / "nginx" / "access.json")
    for step in (10, 50, 100):
        scene.set(f"green={step}", *([f"blue={100 - step}"] if step < 100 else []))
        for _ in range(60 if long else 1):
            time.sleep(1)
            drill.require(device.lives(), f"nginx cut a WebSocket with {step} %") if long else None
    drill.require(device.lives(), "nginx cut a WebSocket as the old server gave it traffic no more")
    drill.require(scene.answer() == "green", f"nginx leads to {scene.answer()} after a switch")

    # What there is no time to wait for in each run.
    bound = seconds_of(re.search(r"^worker_shutdown_timeout (\w+);", (ROOT / "deploy/nginx/nginx.conf").read_text(), re.M)[1])
    deploy = (SCRIPTS / "blue-green-deploy.sh").read_text()
    steps = re.search(r"^steps=([\d,]+)$", deploy, re.M)[1].count(",") + 1
    takes = steps * int(re.search(r"^step_seconds=(\d+)$", deploy, re.M)[1]) + 60 + 20
    drill.require(bound > takes, f"nginx cuts WebSockets {bound} s after a reload, and a deployment takes {takes} s")
    drill.note(f"nginx: a WebSocket lives through the reloads of a deployment ({takes} s), up to {bound} s")


def main():
    arguments = options(__doc__)
    with Drill("balancers") as drill:
        ran = 0
        for check in (haproxy_begins_where_it_ended, lambda d: nginx_keeps_websockets(d, arguments.long)):
            try:
                check(drill)
                ran += 1
            except Skip as reason:
                drill.note(f"left out: {reason}")
        if not ran:
            raise Skip("neither HAProxy nor nginx is here")


if __name__ == "__main__":
    main()
