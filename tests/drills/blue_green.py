#!/usr/bin/env python3
"""Another version into service under load, back, and bad versions that take themselves back.

Devices write and the API is asked through the balancer all the while, and scripts/blue-green-deploy.sh
does: deploy the next version by steps, beside a second server of scripts/scale.sh; rollback; the same again,
from a version that was killed; deploy one that does not start; deploy one that is ready and then answers with
errors. No request may fail, no change may be lost or be there twice. The next version is one with a further
step of the schema, where it is built. --short: the deployment, the rollback and the last, of one server.
"""

import os
import re
import shutil
import signal
import time

from film_balancers import HaProxy, Nginx
from film_drill import (BIN, Broken, Crowd, Drill, HttpLoad, Postgres, SCRIPTS, Typist, environment_file,
                        free_port, get, make_production, need, options, stop, verify_ledger, wait_until)

BAD_SERVER = '''#!/usr/bin/env python3
"""A version that is ready, passes every look, and fails whoever comes through the balancer."""
import http.server, os, threading
count = {"200": 0, "500": 0}
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        if self.path.split("?")[0] == "/metrics":
            text = "".join(f'filmtracker_http_requests_total{{method="GET",route="/x",status="{s}"}} {n}\\n' for s, n in count.items())
            return self.say(200, text)
        if self.path.startswith("/health/"):
            return self.say(200, "{}")
        bad = self.headers.get("X-Forwarded-For") is not None
        count["500" if bad else "200"] += 1
        self.say(500 if bad else 200, "{}")
    def say(self, status, text):
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())
    def log_message(self, *_):
        pass
class Sync(Handler):
    def do_GET(self):
        self.say(503, "")
def serve(variable, handler):
    host, port = os.environ[variable].rsplit(":", 1)
    http.server.ThreadingHTTPServer((host, int(port)), handler).serve_forever()
threading.Thread(target=serve, args=("FILMTRACKER_LISTEN", Sync), daemon=True).start()
serve("FILMTRACKER_HTTP", Handler)
'''


def bad_package(drill, version, program):
    tree = drill.folder / f"package-bad-{version}"
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "DEBIAN").mkdir()
    (tree / "usr" / "bin" / "filmtracker-server").write_text(program)
    (tree / "usr" / "bin" / "filmtracker-server").chmod(0o755)
    (tree / "DEBIAN" / "control").write_text(
        f"Package: filmtracker-server\nVersion: {version}\nArchitecture: amd64\nMaintainer: drill <drill@localhost>\n"
        "Description: a bad version\n")
    package = drill.folder / f"filmtracker-server_{version}.deb"
    drill.run("dpkg-deb", "--root-owner-group", "-Znone", "-b", tree, package)
    return package


def next_package(drill, first, version):
    """The package with the server that a next version would have: with one more step of the schema."""
    program = BIN / "filmtracker-server-next"
    if not program.exists():
        drill.note("filmtracker-server-next is not built: the next version is the same program")
        program = BIN / "filmtracker-server"
    tree = drill.folder / f"package-{version}"
    drill.run("dpkg-deb", "-R", first, tree)
    drill.run("strip", "-o", tree / "usr" / "bin" / "filmtracker-server", program)
    control = tree / "DEBIAN" / "control"
    control.write_text(re.sub(r"(?m)^Version: .*$", f"Version: {version}", control.read_text()))
    package = drill.folder / f"next_{version}.deb"
    drill.run("dpkg-deb", "--root-owner-group", "-Znone", "-b", tree, package)
    return package


def program_of(drill, name):
    pid = (drill.folder / "state" / f"{name}.pid").read_text().strip()
    return os.readlink(f"/proc/{pid}/exe")


def interrupt(drill, environment, package, steps):
    """Somebody ends a deployment while the next version has a tenth of the traffic."""
    process = drill.start(SCRIPTS / "blue-green-deploy.sh", "deploy", package, *steps, env=environment,
                          log=drill.folder / "interrupted.log")
    balancer = drill.folder / "state" / "balancer"
    drill.require(wait_until(lambda: "green=10" in balancer.read_text(), 300), "the deployment does not begin: "
                  + (drill.folder / "interrupted.log").read_text()[-300:])
    process.send_signal(signal.SIGTERM)
    drill.require(process.wait(60) == 130, f"an interrupted deployment ends with {process.returncode}")
    drill.require(balancer.read_text().split() == ["blue=100", "extra1=100"], f"after an interruption: {balancer.read_text()}")


def look_around(drill, script, ports, balancer):
    """The scripts that look, over what runs now; each with something that it has to find."""
    http = f"http://127.0.0.1:{ports['blue'][1]}"
    if shutil.which("wrk"):
        done = script("performance-test.sh", http, "--seconds", "3", check=False)
        drill.note(f"performance-test.sh: {done.stdout.strip()} (exit code {done.returncode})")
        drill.require("requests a second" in done.stdout, "performance-test.sh says nothing")
        drill.require(script("performance-test.sh", http, "--path", "/nowhere", "--seconds", "1", check=False).returncode == 1,
                      "errors are above the floor")

    conf = drill.folder / "config" / "server.conf"
    good = conf.read_text()
    (drill.folder / "config").chmod(0o750)
    sbom = drill.folder / "sbom.json"
    tls = ("--tls", f"127.0.0.1:{balancer.tls}") if hasattr(balancer, "tls") and shutil.which("sslscan") else ()
    clean = script("security-audit.sh", "--sbom", sbom, *tls, check=False)
    drill.require(not tls or "none of them weak" in clean.stdout, f"TLS was not looked at: {clean.stdout}")
    found = [line for line in clean.stdout.splitlines() if line.startswith("FINDING") and "security updates" not in line]
    drill.require(not found, f"security-audit.sh: {found}")
    drill.require('"CycloneDX"' in sbom.read_text() and "libqt6sql6-psql" in sbom.read_text(), "the list of components lacks some")
    conf.write_text(good + "; database=postgresql://film:hunter2@127.0.0.1/film\n")
    key = drill.folder / "config" / "tls.key"
    key.write_text("key\n")
    key.chmod(0o644)
    found = script("security-audit.sh", check=False)
    drill.require(found.returncode == 1 and "a password in an address" in found.stdout and "read by everybody" in found.stdout,
                  f"security-audit.sh does not find what was planted: {found.stdout}")
    bundle = script("diagnose-service.sh", "all").stdout.strip()
    listed = drill.run("tar", "-xzOf", bundle).stdout
    drill.require("hunter2" not in listed, "the diagnosis has a password")
    drill.require("filmtracker_build_info" in listed and "max_connections" in listed, "the diagnosis lacks something")
    key.unlink()
    conf.write_text(good)


def look_at_the_database(drill, script, postgres):
    """Its settings changed and taken back, and what a diagnosis says of it."""
    # Statements have what people wrote in them, and the hashes of their passwords.
    asks = drill.start(*postgres.as_user, postgres.bin / "psql", "-XAtq", "-h", postgres.folder, "-p", postgres.port,
                       "-U", "film", "-d", "postgres", "-c", "SELECT 'a-name-in-a-statement', pg_sleep(60)", cwd="/")
    drill.require(wait_until(lambda: postgres.sql("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%a-name-in%sleep(60)'")
                             != "0", 10), "the statement does not run")
    bundle = script("diagnose-service.sh", "database").stdout.strip()
    stop(asks)
    listed = drill.run("tar", "-xzOf", bundle).stdout
    drill.require("|active|" in listed, "the diagnosis does not say what the database does")
    drill.require("a-name-in-a-statement" not in listed, "the diagnosis has what a statement says of somebody")

    before = postgres.sql("SHOW work_mem")
    script("update-db-config.sh", "work_mem=8MB")
    drill.require(postgres.sql("SHOW work_mem") == "8MB", "the setting did not change")
    refused = script("update-db-config.sh", "work_mem=12MB", "random_page_cost=much", check=False)
    drill.require(refused.returncode == 1 and postgres.sql("SHOW work_mem") == "8MB", "half of a refused change is in effect")
    drill.require(script("update-db-config.sh", "max_connections=120", check=False).returncode == 5,
                  "that a restart is needed is not said")
    script("update-db-config.sh", "rollback", check=False)
    drill.require("max_connections" not in (postgres.data / "postgresql.auto.conf").read_text(), "rollback leaves a setting")
    script("update-db-config.sh", "work_mem=16MB", check=False)
    script("update-db-config.sh", "rollback", check=False)
    drill.require(postgres.sql("SHOW work_mem") == "8MB", "rollback does not go back")
    drill.require(before != "8MB", "nothing was changed")

    # Last: what was to be in effect after a restart counts as waiting for one even when it is taken back.
    # A list is one of several values, and not one with commas in it: with that PostgreSQL does not start again.
    script("update-db-config.sh", "shared_preload_libraries=auto_explain,pg_stat_statements", check=False)
    written = (postgres.data / "postgresql.auto.conf").read_text()
    drill.require("shared_preload_libraries = 'auto_explain, pg_stat_statements'" in written, f"a list is written as {written}")
    script("update-db-config.sh", "shared_preload_libraries=", check=False)
    script("update-db-config.sh", "rollback", check=False)
    written = (postgres.data / "postgresql.auto.conf").read_text()
    drill.require("shared_preload_libraries = 'auto_explain, pg_stat_statements'" in written, f"a list comes back as {written}")


def main():
    arguments = options(__doc__, balancer=("nginx", "nginx or haproxy"), devices=(0, "how many (60; --long: 200)"),
                        step_seconds=(0, "for each step (4; --short: 1; --long: 20)"), short=(False, "three quarters of a minute of it"))
    short = arguments.short
    devices = arguments.devices or (200 if arguments.long else 60)
    step_seconds = arguments.step_seconds or (20 if arguments.long else 1 if short else 4)
    with Drill("blue_green") as drill:
        need("dpkg-deb", "fakeroot", "jq")
        postgres = Postgres(drill)
        postgres.create()
        postgres.start()
        has_crowd = not short and (BIN / "filmtracker-crowd").exists()
        crowd = Crowd(drill, postgres.url("postgres"), devices) if has_crowd else None
        if crowd:
            database = crowd.about["database"]
        else:
            postgres.sql("CREATE DATABASE filmtracker")
            database = postgres.url()
        production = make_production(drill, database)

        # ---- packages, settings, a balancer ----
        packages = drill.folder / "packages"

        made = drill.run(SCRIPTS / "package-server.sh", "--no-build", "--version", "0.1.0", "--output", packages,
                         env={**os.environ, "FILM_BINARY_DIR": str(BIN.parent)})
        first = made.stdout.strip().splitlines()[-1]
        second = next_package(drill, first, "0.1.1")
        for name in ("config", "state", "home", "data", "metrics"):
            (drill.folder / name).mkdir()
        ports = {"blue": (free_port(), free_port()), "green": (free_port(), free_port())}
        (drill.folder / "config" / "server.conf").write_text(
            f"database={database}\ndata={drill.folder}/data\nlog=json\nhello-per-second=20000\njoin-per-minute=1000\n"
            "requests-per-minute=1000000\ntrusted-proxies=127.0.0.1\n")
        for colour, (sync, http) in ports.items():
            (drill.folder / "config" / f"{colour}.env").write_text(
                f"FILMTRACKER_LISTEN=127.0.0.1:{sync}\nFILMTRACKER_HTTP=127.0.0.1:{http}\n")
        port = free_port()
        balancer = {"nginx": Nginx, "haproxy": HaProxy}[arguments.balancer](drill, port)
        environment = environment_file(
            drill, FILM_SUPERVISOR="process", FILM_HOME=drill.folder / "home", FILM_CONFIG=drill.folder / "config",
            FILM_STATE=drill.folder / "state", FILM_PGBACKREST_CONFIG=drill.folder / "nowhere",
            FILM_PG_BIN=postgres.bin, FILM_PG_SOCKET=postgres.folder, FILM_PG_PORT=postgres.port,
            FILM_PG_SUPERUSER="film", FILM_METRICS_FOLDER=drill.folder / "metrics",
            FILM_PROMETHEUS_TARGETS=drill.folder / "targets.yml", FILM_KEEP_RELEASES=1,
            # The short one runs beside other tests, whose load is no fault of a version.
            **({"FILM_MAX_P95_MS": 20000} if short else {}), **balancer.settings)
        script_environment = {**os.environ, "FILM_ENVIRONMENT": str(environment)}

        def script(name, *words, check=True):
            return drill.run(SCRIPTS / name, *words, env=script_environment, check=check, timeout=900)

        def end_services():
            for pid in (drill.folder / "state").glob("*.pid"):
                try:
                    os.kill(int(pid.read_text()), 15)
                except (ProcessLookupError, ValueError):
                    pass

        drill.endings.append(end_services)
        balancer.start()
        if not short:
            said = script("blue-green-deploy.sh", "deploy", first, "--dry-run")
            drill.require("would run" in said.stderr and not (drill.folder / "home" / "blue").exists(),
                          "--dry-run has deployed something")
        script("blue-green-deploy.sh", "deploy", first, "--steps", "100", "--step-seconds", "1")
        if not wait_until(lambda: get(f"http://127.0.0.1:{port}/health/live")[0] == 200, 20):
            raise Broken("the balancer leads nowhere")
        well = script("health-check.sh", check=False)
        drill.require(well.returncode == 0, f"health-check.sh is not content: {well.stdout}")

        # ---- load ----
        address = f"ws://127.0.0.1:{port}"
        typists = [Typist(drill, database, production, number, address) for number in range(1 if short else 3)]
        for typist in typists:
            typist.start(pace=0.3)
        if crowd:
            drill.figure("ms until all devices were there", crowd.tell("connect", address)["ms"])
            crowd.tell("write", 2000)
        load = HttpLoad(port, ["/api/v1/openapi.json", "/health/live", "/.well-known/filmtracker-anchor-key"][:2],
                        threads=2 if short else 6, pause=0.05 if short else 0.02)
        if not wait_until(lambda: all(typist.saved for typist in typists), 60):
            raise Broken("the devices save nothing")
        longest = 0

        def phase(what, expected, *words):
            nonlocal longest
            if crowd:
                crowd.tell("forget-gaps")
            failures, asked = len(load.failures), load.asked
            begun = time.monotonic()
            done = script("blue-green-deploy.sh", *words, check=False)
            took = time.monotonic() - begun
            drill.require(done.returncode == expected,
                          f"{what} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
            time.sleep(0 if crowd else 1 if short else 3)
            gap = 0
            if crowd:
                wait_until(lambda: (lambda s: s["live"] == s["devices"])(crowd.tell("status")), 60, 0.5)
                seen = crowd.tell("status")
                gap = seen["longest_gap_ms"]
                drill.require(seen["live"] == seen["devices"], f"{what}: not all devices are back")
                longest = max(longest, gap)
            failed = load.failures[failures:]
            drill.require(not failed, f"{what}: {len(failed)} of {load.asked - asked} requests failed, such as {failed[:3]}")
            drill.note(f"{what}: {took:.0f} s, {load.asked - asked} requests, {len(failed)} failed, longest gap of a "
                       f"device {gap} ms")
            return done

        steps = ("--steps", "50,100" if short else "10,50,100", "--step-seconds", step_seconds)
        base_port = 20000 + 40 * (os.getpid() % 290)
        state = drill.folder / "state"

        def serves(colour, version, release):
            shown = script("blue-green-deploy.sh", "status").stdout
            drill.require(re.search(rf"{colour} +{re.escape(version)} +ready, in service", shown) is not None, f"status: {shown}")
            balanced = (state / "balancer").read_text().split()
            extra = [] if short else ["extra1=100"]
            drill.require(balanced == [f"{colour}=100", *extra], f"the balancer has {balanced}")
            for name in [colour] if short else ["extra1"]:
                drill.require(f"/{release}/" in program_of(drill, name), f"{name} runs {program_of(drill, name)}")

        def killed_and_rolled_back():
            os.kill(int((state / "green.pid").read_text()), signal.SIGKILL)
            phase("rollback from a version that was killed", 0, "rollback", "--step-seconds", step_seconds)
            serves("blue", "0.1.0", "0.1.0")
            drill.require((state / "previous").read_text().strip() == "green", "it is not known what was before")

        # One server more: a deployment has to bring that over, too.
        if not short:
            script("scale.sh", "2", "--base-port", base_port)
        serves("blue", "0.1.0", "0.1.0")
        phase("deployment", 0, "deploy", second, *steps)
        serves("green", "0.1.1", "0.1.1")
        phase("rollback", 0, "rollback", *(("--step-seconds", step_seconds) if short else ()))
        serves("blue", "0.1.0", "0.1.0")
        if not short:
            interrupt(drill, script_environment, second, steps)
            shown = script("blue-green-deploy.sh", "status").stdout
            drill.require(re.search(r"blue +0\.1\.0 +ready, in service", shown) is not None
                          and re.search(r"green .*stopped", shown) is not None, f"after an interruption: {shown}")
            drill.require(not load.failures, f"an interruption: requests failed, such as {load.failures[:3]}")
            leaking = bad_package(drill, "0.1.4", "#!/bin/sh\n" + "#\n" * 3_000_000 + "# -----BEGIN " + "PRIVATE KEY-----\n")
            refused = script("blue-green-deploy.sh", "deploy", leaking, *steps, check=False)
            drill.require(refused.returncode == 1 and "secret" in refused.stderr,
                          f"a package with a key is taken: {refused.stderr}")
            phase("a version that does not start", 4, "deploy", bad_package(drill, "0.1.2", "#!/bin/sh\nexit 1\n"), *steps)
        # Built again under the version of the good one, which is unpacked already.
        # nginx asks one that fails thrice and then once in two seconds: more than that is needed to judge it.
        failing = bad_package(drill, "0.1.1", BAD_SERVER)
        # Beside other programs it may be too slow to begin with, and be taken back for that: then once more.
        for _ in range(3):
            said = phase("a version that fails under traffic", 4, "deploy", failing, *steps[:3], max(12, step_seconds))
            if "answers were errors" in said.stderr:
                break
        drill.require("answers were errors" in said.stderr, f"taken back for something else: {said.stderr[-600:]}")
        serves("blue", "0.1.0", "0.1.0")
        shown = script("blue-green-deploy.sh", "status").stdout
        drill.require(re.search(r"green .*stopped", shown) is not None, f"status: {shown}")
        if not short:
            kept = sorted(re.sub(r"-\w{8}$", " again", path.name) for path in (drill.folder / "home" / "releases").iterdir())
            drill.require(kept == ["0.1.0", "0.1.1 again", "0.1.2"], f"releases that are kept: {kept}")
            phase("deployment, again", 0, "deploy", second, *steps)
            killed_and_rolled_back()

        # A server that a deployment of before left behind is brought over by `scale.sh`, run again.
        if not short:
            home = drill.folder / "home"
            shutil.copytree(home / "releases" / "0.1.0", home / "releases" / "0.1.0-moved")
            (home / "blue").unlink()
            (home / "blue").symlink_to(home / "releases" / "0.1.0-moved")
            script("scale.sh", "2")
            serves("blue", "0.1.0-moved", "0.1.0-moved")

        # ---- more servers, and fewer ----
        if not short:
            failures = len(load.failures)
            begun = time.monotonic()
            script("scale.sh", "3", "--base-port", base_port)
            drill.figure("three servers after", time.monotonic() - begun, "s")
            shown = script("scale.sh", "status").stdout
            drill.require(len(shown.splitlines()) == 3, "there are not three servers")
            if crowd:
                shares = [int(number) for number in re.findall(r"(\d+) devices", shown)]
                drill.note(f"devices of the three: {shares}")
                drill.require(len(shares) == 3 and min(shares) > devices // 6, f"the devices are not shared out: {shown}")
            time.sleep(2)
            script("scale.sh", "3")  # twice is as once
            script("scale.sh", "1")
            drill.require(len(script("scale.sh", "status").stdout.splitlines()) == 1, "there is not one server")
            if crowd:
                drill.require(wait_until(lambda: (lambda s: s["live"] == s["devices"])(crowd.tell("status")), 60, 0.5),
                              "not all devices are back from the servers that went")
            failed = load.failures[failures:]
            drill.require(not failed, f"scaling: {len(failed)} requests failed, such as {failed[:3]}")

        # ---- what is so ----
        load.stop()
        drill.figure("requests", load.asked)
        drill.figure("of those failed", len(load.failures))
        drill.figure("sent once more on a new connection", load.again)
        drill.figure("p95 of a request", load.p(0.95) * 1000, "ms")
        if crowd:
            seen = crowd.tell("quiet")
            drill.figure("devices", seen["devices"])
            drill.figure("changes of theirs, all acknowledged", seen["acknowledged"])
            drill.figure("longest gap of a device", longest, "ms")
            verify_ledger(drill, database, crowd.about["production"], [crowd.about["ledger"]])
        if not short:
            look_around(drill, script, ports, balancer)
            look_at_the_database(drill, script, postgres)
        for typist in typists:
            drill.require(typist.finish(120), f"{typist.name} is not in step")
            drill.require(len(typist.saved) > 0, f"{typist.name} saved nothing")
        drill.figure("changes of whole clients", sum(len(t.saved) for t in typists))
        verify_ledger(drill, database, production, [t.file for t in typists])


if __name__ == "__main__":
    main()
