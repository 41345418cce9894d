#!/usr/bin/env python3
"""The primary of three is killed under load, twice: asynchronous, then with a synchronous standby.

Patroni and etcd with the settings of deploy/patroni, on one machine. The server knows all three and uses the
one that takes writes. Whole clients type meanwhile. How long until writes are taken again, what a new primary
lacked, and that nothing lacks after the devices have come back.
--short: two members and the asynchronous kill; the lease of the one that was killed is taken away at once, where
Patroni would wait for its end (ttl, 20 s). So its seconds say nothing; all the rest has to hold.
"""

import os
import pathlib
import re
import shutil
import signal
import time

from film_drill import (Broken, Drill, ROOT, Server, Skip, Typist, admin, free_port, get, make_production, need, options,
                        verify_ledger, wait_until)


READY_MAX_S = 60


class Member:
    def __init__(self, cluster, number):
        self.cluster = cluster
        self.name = f"db{number}"
        self.port, self.rest = free_port(), free_port()
        self.data = cluster.folder / self.name
        self.conf = cluster.folder / f"{self.name}.yml"

    def write(self, hosts, loop_wait=None):
        import yaml
        made = yaml.safe_load((ROOT / "deploy" / "patroni" / "patroni.yml").read_text())
        made["name"] = self.name
        made["restapi"] = {"listen": f"127.0.0.1:{self.rest}", "connect_address": f"127.0.0.1:{self.rest}"}
        made["etcd3"]["hosts"] = hosts
        dcs = made["bootstrap"]["dcs"]
        dcs["synchronous_mode"] = False
        if loop_wait:
            dcs["loop_wait"] = loop_wait
        # There is no repository here: disaster.py has one.
        dcs["postgresql"]["parameters"].pop("archive_command")
        dcs["postgresql"]["parameters"]["archive_mode"] = "off"
        made["postgresql"]["pg_hba"] = ["local all all trust", "host all all 127.0.0.1/32 trust",
                                        "host replication all 127.0.0.1/32 trust"]
        made["postgresql"].update(listen=f"127.0.0.1:{self.port}", connect_address=f"127.0.0.1:{self.port}",
                                  data_dir=str(self.data), bin_dir=str(self.cluster.bin),
                                  pgpass=str(self.cluster.folder / f"{self.name}.pgpass"),
                                  create_replica_methods=["basebackup"])
        made["postgresql"]["parameters"] = {"unix_socket_directories": str(self.cluster.folder), "shared_buffers": "64MB"}
        self.conf.write_text(yaml.safe_dump(made))
        self.conf.chmod(0o644)

    def start(self):
        self.process = self.cluster.drill.start(*self.cluster.as_user, "patroni", self.conf, cwd="/",
                                                log=self.cluster.drill.folder / f"{self.name}.log")

    def kill(self):
        """As a machine that is lost: Patroni, the postmaster and its children, at once."""
        postmaster = int((self.data / "postmaster.pid").read_text().split()[0])
        children = pathlib.Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
        os.killpg(self.process.pid, signal.SIGKILL)
        for pid in [postmaster, *map(int, children)]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait(10)


class Cluster:
    def __init__(self, drill, members=3, loop_wait=None):
        found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
        if not found:
            raise Skip("PostgreSQL is not installed")
        self.bin = found[-1]
        self.drill = drill
        self.folder = drill.folder / "cluster"
        self.folder.mkdir()
        self.as_user = []
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
            self.as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"]
        client, peer = free_port(), free_port()
        self.etcd_address = f"127.0.0.1:{client}"
        self.etcd = drill.start(
            *self.as_user, "etcd", "--name", "one", "--data-dir", self.folder / "etcd",
            "--listen-client-urls", f"http://127.0.0.1:{client}", "--advertise-client-urls", f"http://127.0.0.1:{client}",
            "--listen-peer-urls", f"http://127.0.0.1:{peer}", "--initial-advertise-peer-urls", f"http://127.0.0.1:{peer}",
            "--initial-cluster", f"one=http://127.0.0.1:{peer}", cwd="/", log=drill.folder / "etcd.log")
        if not wait_until(lambda: get(f"http://127.0.0.1:{client}/health")[0] == 200, 30):
            raise Broken("etcd is not ready")
        self.members = [Member(self, number) for number in range(1, members + 1)]
        for member in self.members:
            member.write(self.etcd_address, loop_wait)
        drill.endings.append(self.end)

    def end(self):
        for member in self.members:
            pid = member.data / "postmaster.pid"
            if pid.exists():
                try:
                    os.kill(int(pid.read_text().split()[0]), signal.SIGQUIT)
                except (ProcessLookupError, ValueError):
                    pass

    def leader(self):
        for member in self.members:
            if get(f"http://127.0.0.1:{member.rest}/primary", 2)[0] == 200:
                return member
        return None

    def standbys(self, kind="replica"):
        return [m for m in self.members if get(f"http://127.0.0.1:{m.rest}/{kind}", 2)[0] == 200]

    def is_whole(self):
        return self.leader() is not None and len(self.standbys()) == len(self.members) - 1

    def end_lease(self):
        """What etcd does by itself when the time of a leader that is lost is over."""
        begun = time.monotonic()
        done = self.drill.run("etcdctl", "--endpoints", self.etcd_address, "del", "/service/filmtracker/leader",
                              env={**os.environ, "ETCDCTL_API": "3"})
        # On a machine that took that long over it, it may have ended by itself.
        if done.stdout.strip() != "1" and time.monotonic() - begun < 10:
            raise Broken(f"there was no lease to be taken away: {done.stdout}")

    def control(self, *words, check=True):
        return self.drill.run("timeout", "30", *self.as_user, "env", f"HOME={self.folder}", "patronictl", "-c",
                              self.members[0].conf, *words, cwd="/", check=check)

    def sql(self, member, text, database="postgres", check=True):
        done = self.drill.run(self.bin / "psql", "-XAtq", "-h", "127.0.0.1", "-p", member.port, "-U", "postgres",
                              "-d", database, "-v", "ON_ERROR_STOP=1", "-c", text, check=check, timeout=30)
        return done.stdout.strip()

    def url(self):
        ports = ",".join(str(member.port) for member in self.members)
        hosts = ",".join("127.0.0.1" for _ in self.members)
        return f"postgresql://postgres@/filmtracker?host={hosts}&port={ports}"

    def takes_writes(self):
        leader = self.leader()
        if leader is None:
            return False
        done = self.drill.run(self.bin / "psql", "-XAtq", "-h", "127.0.0.1", "-p", leader.port, "-U", "postgres", "-d",
                              "filmtracker", "-c", "INSERT INTO drill_probe DEFAULT VALUES", check=False, timeout=30,
                              env={**os.environ, "PGCONNECT_TIMEOUT": "2"})
        return done.returncode == 0


def failover(drill, cluster, server, typists, what, short=False):
    old = cluster.leader()
    applied = re.compile(r'filmtracker_mutations_total\{outcome="applied"\} (\d+)')
    begun, at = time.monotonic(), time.time()
    old.kill()
    if short:
        cluster.end_lease()
    if not wait_until(cluster.takes_writes, 120, 0.1):
        raise Broken(f"{what}: no primary takes writes")
    drill.figure(f"{what}: database takes writes again after", time.monotonic() - begun, "s")
    new = cluster.leader()
    in_log = set(cluster.sql(new, "SELECT encode(mid, 'hex') FROM change_log", "filmtracker").split())
    lacking = sum(1 for t in typists for when, mid in t.saved if when <= at and mid.replace("-", "") not in in_log)
    drill.figure(f"{what}: saved by devices before and not in the new primary", lacking)

    def count():
        found = applied.search(get(server.http_url + "/metrics")[1])
        return int(found[1]) if found else 0

    # Both at once: neither waits for the other.
    before, ready, taken, why = count(), None, None, ""
    while time.monotonic() - begun < 180 and (ready is None or taken is None):
        status, said = get(server.http_url + "/health/ready")
        if ready is None and status == 200:
            ready = time.monotonic() - begun
        elif status != 200:
            why = said
        if taken is None and count() > before:
            taken = time.monotonic() - begun
        time.sleep(0.2)
    drill.require(taken is not None, f"{what}: no change was applied afterwards")
    drill.require(ready is not None, f"{what}: the server does not get ready again: {why}")
    # A primary that is lost costs some 20 s; everything beyond is ours.
    drill.require(short or ready is None or ready <= READY_MAX_S, f"{what}: the server was not ready for {ready or 0:.0f} s: {why}")
    drill.figure(f"{what}: changes of devices are taken again after", taken or 0.0, "s")
    drill.figure(f"{what}: server ready again after", ready or 0.0, "s")
    drill.note(f"{what}: the last reason not to be ready: {why}")
    old.start()
    back = time.monotonic()
    drill.require(wait_until(cluster.is_whole, 120, 0.5), f"{what}: the old primary does not follow")
    drill.figure(f"{what}: the old primary follows after", time.monotonic() - back, "s")


def main():
    arguments = options(__doc__, short=(False, "half a minute of it"))
    short = arguments.short
    with Drill("failover") as drill:
        need("patroni", "patronictl", "etcd", "etcdctl", "setpriv")
        cluster = Cluster(drill, members=2, loop_wait=1) if short else Cluster(drill)
        begun = time.monotonic()
        for member in cluster.members:
            member.start()
        if not wait_until(cluster.is_whole, 180, 0.2):
            raise Broken("the cluster does not get together")
        drill.figure(f"{len(cluster.members)} members after", time.monotonic() - begun, "s")
        cluster.sql(cluster.leader(), "CREATE DATABASE filmtracker")
        cluster.sql(cluster.leader(), "CREATE TABLE drill_probe (id bigserial)", "filmtracker")
        database = cluster.url()
        production = make_production(drill, database)
        server = Server(drill, database)
        server.start()
        typists = [Typist(drill, database, production, number, server.url) for number in range(2 if short else 4)]
        for typist in typists:
            typist.start(pace=0.1)
        if not wait_until(lambda: all(len(typist.saved) >= (5 if short else 30) for typist in typists), 60):
            raise Broken("the devices save nothing")
        def epochs():
            return len(admin(drill, database, "epochs", "--production", production).stdout.strip().splitlines())

        begun_with = epochs()
        failover(drill, cluster, server, typists, "asynchronous", short)

        if not short:
            cluster.control("edit-config", "--force", "-s", "synchronous_mode=true")
            if not wait_until(lambda: cluster.standbys("synchronous"), 60, 0.5):
                raise Broken("no standby became synchronous")
            failover(drill, cluster, server, typists, "synchronous")

        listed = cluster.control("list").stdout
        drill.require(len(re.findall(r"running|streaming", listed)) == len(cluster.members), f"patronictl list: {listed}")
        print(re.sub(r"(?m)^", "    ", listed.rstrip()))
        metrics = get(f"http://127.0.0.1:{cluster.leader().rest}/metrics")[1]
        drill.require(re.search(r"^patroni_primary\{.*\} 1$", metrics, re.M) is not None,
                      "patroni_primary, which the alert NoPrimary is about, does not exist")
        for typist in typists:
            drill.require(typist.finish(150), f"{typist.name} is not in step")
        saved = sum(len(t.saved) for t in typists)
        drill.require(saved > 0, "nobody saved anything")
        drill.figure("changes that anybody was told are saved, all in the log once", saved)
        verify_ledger(drill, database, production, [t.file for t in typists])
        # Reports of a standby: in the end all that the primary has, and nothing is written there.
        at_standby = f"postgresql://postgres@127.0.0.1:{cluster.standbys()[0].port}/filmtracker"

        def report(*words):
            return admin(drill, at_standby, *words, check=False)

        of_standby = ("verify-log", "--standby", "--production", production, *(t.file for t in typists))
        drill.require(wait_until(lambda: report(*of_standby).returncode == 0, 60, 1), "a standby lacks what was saved")
        chains = report("audit", "verify", "--standby")
        drill.require(chains.returncode == 0, f"audit verify of a standby: {(chains.stdout + chains.stderr)[-300:]}")
        refused = report("hold", "set", "--standby", "--production", production, "--reason", "drill")
        drill.require(refused.returncode == 1 and "store-read-only" in refused.stderr, f"written to a standby: {refused.stderr}")
        drill.require(report("list-productions").returncode == 1, "a standby is taken for a primary")
        drill.figure("epochs that the promotions began", epochs() - begun_with)
        drill.require(epochs() - begun_with >= (1 if short else 2), "a promotion did not begin a new epoch")


if __name__ == "__main__":
    main()
