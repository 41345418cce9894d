#!/usr/bin/env python3
"""One server to three behind the balancer, and then each part away in turn, in each of three manners.

Network namespaces on a bridge stand for machines: PostgreSQL on one, three servers on three, HAProxy with the
configuration of deploy/ in front. Devices write through it all the while. First: changes and requests a second
and how long a change takes to everybody, by one server; then by three, after scripts/scale.sh has given
each its part of the devices. Then a server, and then PostgreSQL, is stopped, paused (SIGSTOP) and
cut off from the network. Nothing that was saved may be lost or be there twice, everybody has to come back by
himself, and a server that is cut off from its database has to notice. One machine carries all of it, so
three servers are not three times as fast here: what is shown is that they share the work.
--short: thirty devices; a server stopped, paused and cut off, PostgreSQL paused and cut off, each for two seconds,
with bounds that a busy machine keeps. PostgreSQL stopped costs half a minute of waiting: not in it.
"""

import os
import re
import shutil
import signal
import time
import urllib.parse

from film_balancers import HaProxy
from film_drill import (BIN, Broken, Crowd, Drill, HttpLoad, SCRIPTS, Typist, environment_file, free_port,
                        make_production, need, options, verify_ledger, wait_until)
from film_machines import DatabaseMachine, Network, ServerMachine

COME_BACK_MAX_S = 60
NOTICE_MAX_S = 30
PACE_MS = 2000
LOST = "filmtracker_database_connections_lost_total{"


class Scene:
    def __init__(self, drill, devices, watchers, short):
        self.drill = drill
        self.short = short
        self.patience = 180 if short else COME_BACK_MAX_S
        need("haproxy", "setpriv")
        network = Network(drill)
        self.postgres = DatabaseMachine(drill, network.machine("db"))
        self.postgres.create()
        self.postgres.start()
        self.crowd = Crowd(drill, self.postgres.here("postgres"), devices, watchers)
        name = urllib.parse.urlsplit(self.crowd.about["database"]).path[1:]
        self.database = self.postgres.here(name)
        self.production = make_production(drill, self.database)

        for folder in ("config", "state", "data"):
            (drill.folder / folder).mkdir()
        config, state = drill.folder / "config", drill.folder / "state"
        (config / "server.conf").write_text(
            f"database={self.postgres.url(name)}\ndata={drill.folder}/data\nlog=json\nhello-per-second=20000\n"
            f"join-per-minute=1000\nrequests-per-minute=1000000\ninsecure-listen=true\ntrusted-proxies={network.net}.1\n")
        # The names that scripts/scale.sh gives.
        self.servers = [ServerMachine(drill, network.machine(name), name, BIN / "filmtracker-server", config, state)
                        for name in ("blue", "extra1", "extra2")]
        (state / "active").write_text("blue\n")
        self.port = free_port()
        balancer = HaProxy(drill, self.port)
        environment = environment_file(
            drill, FILM_SUPERVISOR="process", FILM_CONFIG=config, FILM_STATE=state,
            FILM_PGBACKREST_CONFIG=drill.folder / "nowhere", **balancer.settings)
        self.environment = {**os.environ, "FILM_ENVIRONMENT": str(environment)}
        reached = drill.run(*self.servers[0].machine.prefix, self.postgres.bin / "pg_isready", "-q", "-h",
                            self.postgres.machine.address, "-p", self.postgres.port, check=False)
        if reached.returncode != 0:
            raise Broken("the machines do not reach each other over the bridge")
        balancer.start()

    def script(self, name, *words):
        return self.drill.run(SCRIPTS / name, *words, env=self.environment, timeout=300)

    def serve(self, servers):
        self.script("update-load-balancer.sh", "set", *(f"{server.name}=100" for server in servers))

    def all_live(self):
        status = self.crowd.tell("status")
        return status["live"] == status["devices"]

    def are_ready(self):
        return all(server.is_ready() for server in self.servers)

    def measure(self, what, seconds):
        drill, crowd = self.drill, self.crowd
        fan_out = crowd.tell("fan-out", 10 if self.short else 40)
        drill.note(f"{what}: a change is at all of {fan_out['watchers']} who see it after {fan_out['p50_ms']:.0f} ms "
                   f"(p50), {fan_out['p95_ms']:.0f} ms (p95)")
        before = crowd.tell("status")["acknowledged"]
        crowd.tell("write", 20)
        time.sleep(seconds)
        rate = (crowd.tell("status")["acknowledged"] - before) / seconds
        crowd.tell("quiet")
        drill.figure(f"{what}: changes a second, each acknowledged", rate)
        if shutil.which("wrk") and not self.short:
            said = drill.run("wrk", "-t2", "-c50", f"-d{seconds}s",
                             f"http://127.0.0.1:{self.port}/api/v1/openapi.json").stdout
            drill.figure(f"{what}: requests a second through the balancer",
                         float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]))
            # Fifty at once take all of a busy machine; what fails then says nothing of the servers.
            failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
            if failed:
                drill.note(f"{what}: {failed[1]} of them found no server that was ready in time")


def trouble(scene, load, what, begin, end, hold, failures_max=None):
    """Begins it, waits (for seconds, or until something is so), ends it, and sees to everybody coming back."""
    drill, crowd = scene.drill, scene.crowd
    crowd.tell("forget-gaps")
    failures, asked, begun = len(load.failures), load.asked, time.monotonic()
    begin()
    if callable(hold):
        hold(begun)
    else:
        time.sleep(hold)
    held = time.monotonic() - begun
    end()
    mended = time.monotonic()
    drill.require(wait_until(scene.are_ready, scene.patience, 0.2), f"{what}: not every server got ready again")
    ready = time.monotonic() - mended
    drill.require(wait_until(scene.all_live, scene.patience, 0.5), f"{what}: not every device is back")
    seen = crowd.tell("quiet")
    settled = time.monotonic() - mended
    drill.require(settled <= scene.patience, f"{what}: it took {settled:.0f} s until everything was acknowledged")
    crowd.tell("write", PACE_MS)
    failed = load.failures[failures:]
    drill.note(f"{what}, {held:.0f} s: servers ready {ready:.1f} s after its end, all acknowledged {settled:.1f} s after; "
               f"longest gap of a device {seen['longest_gap_ms'] / 1000:.1f} s, longest wait of a change "
               f"{seen['longest_wait_ms'] / 1000:.1f} s; {len(failed)} of {load.asked - asked} requests failed")
    if failures_max is not None:
        drill.require(len(failed) <= failures_max, f"{what}: {len(failed)} requests failed, such as {failed[:3]}")


def main():
    arguments = options(__doc__, devices=(0, "how many (60; --long: 200)"), watchers=(0, "who see everything (20; --long: 100)"),
                        seconds=(0, "of each measurement (4; --long: 20)"), short=(False, "half a minute of it"))
    long, short = arguments.long, arguments.short
    devices = arguments.devices or (200 if long else 30 if short else 60)
    watchers = arguments.watchers or (100 if long else 5 if short else 20)
    seconds = arguments.seconds or (20 if long else 1 if short else 4)
    hold = 60 if long else 2 if short else 8
    with Drill("scale_out") as drill:
        scene = Scene(drill, devices, watchers, short)
        crowd, postgres = scene.crowd, scene.postgres
        first, second = scene.servers[0], scene.servers[1]

        # ---- one, then three ----
        first.start()
        scene.serve([first])
        address = f"ws://127.0.0.1:{scene.port}"
        drill.figure("ms until all devices were there", crowd.tell("connect", address)["ms"])
        scene.measure("one server", seconds)
        for server in scene.servers[1:]:
            server.start()
        scene.serve(scene.servers)
        before = [server.devices() for server in scene.servers]
        begun = time.monotonic()
        said = scene.script("scale.sh", "rebalance").stderr
        drill.figure("devices shared out in", time.monotonic() - begun, "s")
        drill.require(wait_until(scene.all_live, scene.patience, 0.5), "not every device is back after sharing out")
        after = [server.devices() for server in scene.servers]
        drill.note(f"devices of each server: {before} before, {after} after")
        mean = sum(after) / len(after)
        drill.require(before[1:] == [0, 0], "somebody moved by himself: the drill shows nothing")
        drill.require(max(after) - min(after) <= 0.3 * mean + 2, f"devices are not shared out: {after}; {said}")
        scene.measure("three servers", seconds)

        # ---- whole clients and the API besides, then one trouble after the other ----
        typists = [Typist(drill, scene.database, scene.production, number, address) for number in range(1 if short else 3)]
        for typist in typists:
            typist.start(pace=0.3, wait=1200)
        load = HttpLoad(scene.port, ["/api/v1/openapi.json", "/health/live"], threads=2 if short else 4, pause=0.02)
        crowd.tell("write", PACE_MS)
        if not wait_until(lambda: all(typist.saved for typist in typists), 60):
            raise Broken("the devices save nothing")

        def share_out():
            scene.script("scale.sh", "rebalance")
            wait_until(scene.all_live, scene.patience, 0.5)
            drill.require(second.devices() > devices // 6, "the server that goes has no devices: nothing is shown")

        # Who is asked something by one that stands still waits for it: a request of each thread may be lost.
        trouble(scene, load, "a server stopped", second.stop, second.start, min(hold, 4), failures_max=0)
        share_out()
        trouble(scene, load, "a server paused", second.pause, second.go_on, hold, failures_max=len(load.threads))

        if not short:  # two seconds send nobody away
            share_out()

        def until_all_are_elsewhere(begun):
            if not long:
                return time.sleep(hold)
            # Nobody tells them: they notice by themselves that nobody answers, and come back to the others.
            came = wait_until(lambda: crowd.tell("status")["given_up"] > 0, 90, 0.5) and wait_until(
                lambda: first.devices() + scene.servers[2].devices() >= devices + watchers, 90, 0.5)
            drill.require(came, "devices of a server that is cut off do not come to the others")
            drill.figure("devices of a server that is cut off were at others after", time.monotonic() - begun, "s")

        trouble(scene, load, "a server cut off", second.machine.cut, second.machine.heal, until_all_are_elsewhere,
                failures_max=len(load.threads))

        def stop_database():
            postgres.tool("pg_ctl", "-D", postgres.data, "-m", "immediate", "-s", "stop")

        def until_noticed(begun):
            if short:
                return time.sleep(hold)
            lost = [server.figure(LOST) or 0 for server in scene.servers]
            noticed = wait_until(lambda: all((server.figure(LOST) or 0) > was for server, was in zip(scene.servers, lost)),
                                 NOTICE_MAX_S + 10, 0.5)
            took = time.monotonic() - begun
            drill.require(noticed and took <= NOTICE_MAX_S, f"a server did not notice that its database vanished, in {took:.0f} s")
            drill.figure("servers noticed that the database vanished after", took, "s")

        # Without a database no server is ready and the API says 503, so requests fail; devices stay connected.
        if not short:
            trouble(scene, load, "PostgreSQL stopped", stop_database, postgres.start, 4)
        trouble(scene, load, "PostgreSQL paused", lambda: postgres.signal_all(signal.SIGSTOP),
                lambda: postgres.signal_all(signal.SIGCONT), hold)
        trouble(scene, load, "PostgreSQL cut off", postgres.machine.cut, postgres.machine.heal, until_noticed)

        # ---- what is so ----
        load.stop()
        drill.figure("requests", load.asked)
        seen = crowd.tell("quiet")
        drill.figure("changes of the devices, all acknowledged", seen["acknowledged"])
        for typist in typists:
            drill.require(typist.finish(120), f"{typist.name} is not in step")
            drill.require(len(typist.saved) > 0, f"{typist.name} saved nothing")
        drill.figure("changes of whole clients", sum(len(typist.saved) for typist in typists))
        verify_ledger(drill, scene.database, crowd.about["production"], [crowd.about["ledger"]])
        verify_ledger(drill, scene.database, scene.production, [typist.file for typist in typists])


if __name__ == "__main__":
    main()
